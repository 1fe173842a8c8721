import { moduleNames, templateText } from "./render.js";
import { literal } from "./text.js";

const folder = "client/runtime";

/** What stands above a module that is copied. */
export const copied =
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

const sessionFolder = "client/session";

/** The modules of sessions, without their ending: `session`, `auth/password`. */
export function allSessionFiles(): readonly string[] {
  return moduleNames(sessionFolder);
}

/**
 * A module of sessions, as it is copied. Beside a folder `runtime` it stays as it is; in the folder of
 * a client the runtime is one level up.
 */
export function sessionText(file: string, beside: "runtime" | "client"): string {
  const text = copied + templateText(`${sessionFolder}/${file}.ts`);
  return beside === "runtime" ? text : text.replaceAll("../runtime/", "../");
}

const nodeFolder = "node";

/** The modules for programs with files and an environment: `connect`. */
export function allNodeFiles(): readonly string[] {
  return moduleNames(nodeFolder);
}

/** One of them: beside `client/`, or beside the runtime and the sessions of a package. */
export function nodeText(file: string, beside: "runtime" | "client"): string {
  const text = copied + templateText(`${nodeFolder}/${file}.ts`);
  return beside === "runtime"
    ? text.replaceAll("../client/", "../")
    : text.replaceAll("../client/runtime/", "../client/");
}
