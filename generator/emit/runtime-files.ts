import { moduleNames, templateText } from "./render.js";
import { literal } from "./text.js";

const folder = "client/runtime";

const copied =
  "// Copied by restanza, the same in every output. " +
  "Edits are lost: run `npx restanza generate`.\n";

/** All modules of the client's runtime, without their ending: what clients of any kind may need. */
export function allRuntimeFiles(): readonly string[] {
  return moduleNames(folder);
}

/** A module of the client's runtime, as it is copied. */
export function runtimeText(file: string): string {
  return copied + templateText(`${folder}/${file}.ts`);
}

/** The same module for a client that shares the runtime in the folder `shared` with others. */
export function sharedText(shared: string, file: string): string {
  return `${copied}export * from ${literal(`${shared}/${file}.js`)};\n`;
}
