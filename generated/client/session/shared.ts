// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Work that is done once for all who wait for it, and given up when nobody does any more.
 *
 * @module
 */
import { within } from "../within.js";

interface Pending<Value> {
  readonly controller: AbortController;
  readonly value: Promise<Value>;
  waiting: number;
}

/**
 * `begin`, once however many call while it runs. Who calls gets what comes of it, or the reason of
 * a signal of their own where that comes first; after the last has left, its signal ends the work,
 * and who comes next has it begun anew.
 */
export function shared<Value>(
  begin: (signal: AbortSignal) => Promise<Value>,
): (signal?: AbortSignal | null) => Promise<Value> {
  let pending: Pending<Value> | undefined;

  const start = (): Pending<Value> => {
    const controller = new AbortController();
    const own = { controller, waiting: 0, value: begin(controller.signal) };
    const settle = (): void => {
      if (pending === own) pending = undefined;
    };
    own.value.then(settle, settle);
    return own;
  };

  return (signal) => {
    const own = (pending ??= start());
    own.waiting++;
    return within(signal, own.value, () => {
      if (--own.waiting > 0 || pending !== own) return;
      pending = undefined;
      own.controller.abort(signal?.reason);
    });
  };
}
