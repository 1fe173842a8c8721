import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { usualOutputs } from "../../config/config.js";
import type { Settings } from "../../pipeline/settings.js";
import { foldersAbove } from "../shell/program.js";

/** What the emitted server imports that is not its own: the framework, and Node's own modules. */
const serverPackages = { fastify: "fastify@5", "@types/node": "@types/node" } as const;

/**
 * The packages, as npm is asked for them, that output in `out` imports and that no `node_modules`
 * around it has. Types and client need nothing.
 */
export function missingPackages(out: string, { emit = usualOutputs }: Settings): readonly string[] {
  if (!emit.includes("server")) return [];
  const around = foldersAbove(resolve(out)).map((folder) => join(folder, "node_modules"));
  return Object.entries(serverPackages)
    .filter(([name]) => !around.some((folder) => existsSync(join(folder, name))))
    .map(([, wanted]) => wanted);
}

/** Packages that output in `out` lacks, and what a person types in its project to add them. */
export interface Missing {
  readonly missing: readonly string[];
  readonly add?: string;
}

/** The same as `missingPackages`, in the words of the project's package manager. */
export async function missingIn(out: string, settings: Settings): Promise<Missing> {
  const missing = missingPackages(out, settings);
  if (missing.length === 0) return { missing };
  const { managerOf, wordsOf } = await import("./package-manager.js");
  const add = wordsOf(await managerOf(out), "add", missing);
  return { missing, add: add ?? `npm install ${missing.join(" ")}` };
}
