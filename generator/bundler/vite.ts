import type { Options } from "./options.js";
import { plugin } from "./plugin.js";

export type { Options };

/** What `plugins` of a configuration takes. */
export type RestanzaPlugin = { name: string };

/** Generates when a build starts, and again when the docs change. */
export default function restanza(options?: Options): RestanzaPlugin {
  return plugin.vite(options) as RestanzaPlugin;
}
