import { setFlagsFromString } from "node:v8";

/**
 * When V8 may compile a function for speed, by the V8 of each Node that was measured. A run lasts
 * seconds and spreads over thousands of functions: with V8's own settings, compiling them takes half
 * of its CPU and is never earned back. What really runs hot is still compiled. A V8 that is not
 * listed keeps its settings, since it complains of flags it does not know.
 */
const flagsOf: Readonly<Record<string, readonly string[]>> = {
  // Node 20
  "11.3": ["--interrupt-budget=1000000"],
  // Node 22
  "12.4": ["--invocation-count-for-turbofan=45000", "--invocation-count-for-osr=7500"],
  // Node 24
  "13.6": [
    "--invocation-count-for-maglev=6000",
    "--invocation-count-for-maglev-osr=1500",
    "--invocation-count-for-turbofan=45000",
    "--invocation-count-for-osr=7500",
  ],
};

/** Has V8 wait longer before it compiles functions for speed; for the command, never for the API. */
export function compileLate(): void {
  for (const flag of lateFlags(process.versions.v8)) setFlagsFromString(flag);
}

/** The flags by which this version of V8 waits; none where they were not measured. */
export function lateFlags(v8: string): readonly string[] {
  const known = /^\d+\.\d+(?=\.)/.exec(v8)?.[0] ?? "";
  return flagsOf[known] ?? [];
}
