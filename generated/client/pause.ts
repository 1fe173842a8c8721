// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Waiting that a signal ends.
 *
 * @module
 */
import { within } from "./within.js";

/** Resolves after so many milliseconds; rejects with the reason of the signal. */
export function pause(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return within(signal, over, () => clearTimeout(timer));
}
