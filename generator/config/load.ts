import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServiceConfig } from "./config.js";
import { refuseSharedPlaces } from "./shared-places.js";
import { ConfigurationError, validateConfig } from "./validate.js";

/** The names a configuration file may have, in the order in which they are looked for. */
export const configNames = ["ts", "mts", "js", "mjs", "json"].map(
  (ending) => `restanza.config.${ending}`,
);

export interface LoadedConfig {
  readonly file: string;
  /** The folder of the file: paths in it are relative to this. */
  readonly folder: string;
  readonly services: readonly ServiceConfig[];
}

/**
 * Loads `file`, or the configuration in `beside`; `undefined` where there is none.
 * Throws a `ConfigurationError` in words for people.
 */
export async function loadConfig(beside: string, file?: string): Promise<LoadedConfig | undefined> {
  const path =
    file === undefined
      ? configNames.map((name) => join(beside, name)).find((name) => existsSync(name))
      : resolve(beside, file);
  if (path === undefined) return undefined;
  if (!existsSync(path)) throw new ConfigurationError(`${file} does not exist.`);
  try {
    const folder = dirname(path);
    const services = validateConfig(await read(path));
    refuseSharedPlaces(services, folder);
    return { file: path, folder, services };
  } catch (error) {
    if (error instanceof ConfigurationError) {
      throw new ConfigurationError(`${path}:\n${error.message.replace(/^/gm, "  ")}`);
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`${path} could not be loaded: ${reason}`, { cause: error });
  }
}

async function read(path: string): Promise<unknown> {
  const ending = extname(path);
  if (ending === ".json") return JSON.parse(readFileSync(path, "utf8"));
  if (ending === ".js" || ending === ".mjs")
    return exported(await import(pathToFileURL(path).href));
  // Node strips types itself only in some versions, and only erasable ones.
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, {
    // Also where the package is not installed beside the configuration, as under npx.
    alias: { restanza: fileURLToPath(here()) },
    fsCache: false,
    interopDefault: false,
  });
  return exported(await jiti.import(path));
}

/** The module that `import … from "restanza"` means in a configuration: `defineConfig` and its types. */
function here(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "config.ts" : "config.js", import.meta.url);
}

function exported(module: unknown): unknown {
  if (typeof module === "object" && module !== null && "default" in module) return module.default;
  throw new ConfigurationError(
    "has no default export: write `export default defineConfig({ … })`.",
  );
}
