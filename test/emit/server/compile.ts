import type { PlannedFile } from "../../../generator/emit/emitter.js";
import { strictest } from "../compiler.js";
import { compileNatively } from "../native-compiler.js";

/** What the compiler says of these files under the strictest flags: `images.ts:3 message`. */
export function compile(files: readonly PlannedFile[]): readonly string[] {
  return compileNatively(new Map(files.map(({ path, text }) => [path, text])), strictest);
}
