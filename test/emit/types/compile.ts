import { compile as compileUnder, nowhere, strictest } from "../compiler.js";

/** Types need no package, and none is near them. */
const { typeRoots: _, ...options } = { ...strictest, types: [] };

/** What the compiler says of these files under the strictest flags: nothing, if all is well. */
export function compile(files: Readonly<Record<string, string>>): readonly string[] {
  return compileUnder(new Map(Object.entries(files)), options, nowhere);
}
