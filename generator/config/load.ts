import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Jiti } from "jiti";
import type { PackageConfig, ServiceConfig } from "./config.js";
import { refuseSharedPlaces } from "./shared-places.js";
import { ConfigurationError } from "./configuration-error.js";
import { validateConfig } from "./validate.js";

/** The names a configuration file may have, in the order in which they are looked for. */
export const configNames = ["ts", "mts", "js", "mjs", "json"].map(
  (ending) => `restanza.config.${ending}`,
);

export interface LoadedConfig {
  readonly file: string;
  /** The folder of the file: paths in it are relative to this. */
  readonly folder: string;
  readonly services: readonly ServiceConfig[];
  /** The package that the services are parts of. */
  readonly package?: PackageConfig;
  /** The file and the modules in TypeScript beside it that it imports. */
  readonly files: readonly string[];
  /** The names that were looked for before, where nobody said which. */
  readonly absent: readonly string[];
}

/** How a configuration is loaded. */
export interface Loading {
  /** With all modules that it imports as they are now, however often this process has loaded them. */
  readonly fresh?: boolean;
}

/**
 * Loads `file`, or the configuration in `beside`; `undefined` where there is none.
 * Throws a `ConfigurationError` in words for people.
 */
export async function loadConfig(
  beside: string,
  file?: string,
  { fresh = false }: Loading = {},
): Promise<LoadedConfig | undefined> {
  const path =
    file === undefined
      ? configNames.map((name) => join(beside, name)).find((name) => existsSync(name))
      : resolve(beside, file);
  if (path === undefined) return undefined;
  if (!existsSync(path)) throw new ConfigurationError(`${file} does not exist.`);
  try {
    const folder = dirname(path);
    const { value, files } = await read(path, fresh);
    const validated = validateConfig(value);
    refuseSharedPlaces(validated.services, folder);
    const before = configNames.slice(0, configNames.indexOf(basename(path)));
    const absent = file === undefined ? before.map((name) => join(beside, name)) : [];
    return { file: path, folder, ...validated, files, absent };
  } catch (error) {
    if (error instanceof ConfigurationError) {
      throw new ConfigurationError(`${path}:\n${error.message.replace(/^/gm, "  ")}`);
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`${path} could not be loaded: ${reason}`, { cause: error });
  }
}

interface Loaded {
  readonly value: unknown;
  readonly files: readonly string[];
}

async function read(path: string, fresh: boolean): Promise<Loaded> {
  const ending = extname(path);
  const files = [path];
  if (ending === ".json") return { value: JSON.parse(readFileSync(path, "utf8")), files };
  // Node keeps what it has imported for as long as it runs.
  if (!fresh && (ending === ".js" || ending === ".mjs"))
    return { value: exported(await import(pathToFileURL(path).href)), files };
  // Node strips types itself only in some versions, and only erasable ones.
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, {
    // Also where the package is not installed beside the configuration, as under npx.
    alias: { restanza: fileURLToPath(here()) },
    fsCache: false,
    interopDefault: false,
  });
  const before = new Set(Object.keys(jiti.cache));
  try {
    const value = exported(await (fresh ? importAnew(jiti, path) : jiti.import(path)));
    return { value, files: loadedBy(jiti.cache[path]) };
  } finally {
    // Also of a file that could not be loaded: what it had imported by then is loaded anew, too.
    for (const loaded of fresh ? Object.keys(jiti.cache) : [])
      if (!before.has(loaded) && !isOfPackage(loaded)) delete jiti.cache[loaded];
  }
}

/**
 * Node itself would import modules in JavaScript, and keep them: only those that jiti runs can be
 * forgotten. It runs none that waits at its top level without Node's help.
 */
async function importAnew(jiti: Jiti, path: string): Promise<unknown> {
  try {
    return jiti(path);
  } catch (error) {
    if (error instanceof SyntaxError && error.message.startsWith("await "))
      return jiti.import(path);
    throw error;
  }
}

/** The files of a module and of all that it brought, those of packages aside. */
function loadedBy(module: NodeJS.Module | undefined): readonly string[] {
  const files = new Set<string>();
  const waiting = [module];
  for (let at = waiting.pop(); waiting.length > 0 || at !== undefined; at = waiting.pop()) {
    if (at === undefined || files.has(at.filename) || isOfPackage(at.filename)) continue;
    files.add(at.filename);
    waiting.push(...at.children);
  }
  return [...files];
}

function isOfPackage(path: string): boolean {
  const own = dirname(fileURLToPath(here()));
  return path.includes(`${sep}node_modules${sep}`) || path.startsWith(own + sep);
}

/** The module that `import … from "restanza"` means in a configuration: the package itself. */
function here(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "../index.ts" : "index.js", import.meta.url);
}

function exported(module: unknown): unknown {
  if (typeof module === "object" && module !== null && "default" in module) return module.default;
  throw new ConfigurationError(
    "has no default export: write `export default defineConfig({ … })`.",
  );
}
