import { renameSync } from "node:fs";
import { systemCode } from "./failure.js";

/** What Windows answers while another program, such as a virus scanner, has a file open. */
const momentary: ReadonlySet<string | undefined> = new Set(["EACCES", "EBUSY", "EPERM"]);

/** Milliseconds before each further try, a second in all. Elsewhere the system means what it says. */
export const pauses: readonly number[] =
  process.platform === "win32" ? [10, 20, 40, 80, 160, 320, 370] : [];

/** Renames a file, also where Windows refuses it for a moment; others' errors are thrown at once. */
export function renameFile(
  from: string,
  to: string,
  rename: (from: string, to: string) => void = renameSync,
  waits: readonly number[] = pauses,
): void {
  for (const milliseconds of waits) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (!momentary.has(systemCode(error))) throw error;
      pause(milliseconds);
    }
  }
  rename(from, to);
}

/** Without giving way to other work: what is half in place is not to be seen. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
