// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Waiting no longer than a signal lets one.
 *
 * @module
 */

/** Rejects when the signal does, whatever else is waited for; `leave` is told that it did. */
export function within<Value>(
  signal: AbortSignal | null | undefined,
  promise: Promise<Value>,
  leave?: () => void,
): Promise<Value> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      leave?.();
      reject(signal.reason as Error);
    };
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    void promise.then(resolve, reject).then(() => signal.removeEventListener("abort", abort));
  });
}
