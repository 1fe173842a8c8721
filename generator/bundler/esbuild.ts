import type { Options } from "./options.js";
import { plugin } from "./plugin.js";

export type { Options };

/** What `plugins` of a build takes. */
export type RestanzaPlugin = { name: string; setup(build: unknown): void | Promise<void> };

/** Generates when a build starts, and again when the docs change. */
export default function restanza(options?: Options): RestanzaPlugin {
  return plugin.esbuild(options) as RestanzaPlugin;
}
