import { type FSWatcher, watch } from "node:fs";

/** Editors write a file in several steps: what follows within this many milliseconds is one save. */
const pause = 25;

/** A value for each time that something in the folders was saved, until `signal` is given. */
export async function* changesOf(
  folders: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<void> {
  let changed = false;
  let wake = () => {};
  const notice = () => {
    changed = true;
    wake();
  };
  const watchers: FSWatcher[] = folders.flatMap((folder) => {
    try {
      return [watch(folder, notice)];
    } catch {
      // A folder that was looked for and is not there.
      return [];
    }
  });
  signal.addEventListener("abort", () => wake());
  try {
    while (!signal.aborted) {
      if (!changed) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted) return;
      await new Promise((resolve) => setTimeout(resolve, pause));
      changed = false;
      yield;
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}
