// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What a configuration is read from: the environment, and files where openstacksdk looks for them.
 *
 * @module
 */
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { ConfigError } from "./config-error.js";
import { readJson } from "./json.js";
import type { Value } from "./python.js";
import { readYaml } from "./yaml.js";

/** The world as far as a configuration sees it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
}

/** That of this process. */
export function surroundings(): Surroundings {
  return { env: process.env, cwd: process.cwd(), platform: process.platform };
}

/** A file that was read, and where it lay. */
export interface ConfigFile {
  readonly path: string;
  readonly value: Value;
}

/** The first of the files called `name` that can be read; `own` before all others. */
export async function configFile(
  name: "clouds" | "secure" | "clouds-public",
  own: string | undefined,
  world: Surroundings,
): Promise<ConfigFile | undefined> {
  const usual = foldersOf(world).flatMap((folder) =>
    [".yaml", ".yml", ".json"].map((ending) => join(folder, name + ending)),
  );
  for (const path of own ? [own, ...usual] : usual) {
    const text = await textOf(path);
    if (text !== undefined)
      return {
        path,
        value: path.endsWith("json") ? readJson(text, path) : await readYaml(text, path),
      };
  }
  return undefined;
}

/** A folder, or what this user may not read, is passed over. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Those of openstacksdk, which has them from appdirs: of two files the one that is nearer. */
function foldersOf({ env, cwd, platform }: Surroundings): readonly string[] {
  const home = homeOf(env);
  const unix = join(env["SNAP_REAL_HOME"] || home, ".config", "openstack");
  if (platform === "darwin") {
    const library = "Library/Application Support/openstack";
    return [cwd, join(home, library), unix, join("/", library), "/etc/openstack"];
  }
  if (platform === "win32") {
    const own = env["LOCALAPPDATA"] ?? join(home, "AppData", "Local");
    const all = env["ProgramData"] ?? "C:\\ProgramData";
    const folder = join("OpenStack", "openstack");
    return [cwd, join(own, folder), unix, join(all, folder), "/etc/openstack"];
  }
  const own = env["XDG_CONFIG_HOME"] ?? join(home, ".config");
  const site = env["XDG_CONFIG_DIRS"] ?? "/etc/xdg";
  return [cwd, join(own, "openstack"), unix, join(site, "openstack"), "/etc/openstack"];
}

export function homeOf(env: Surroundings["env"]): string {
  return env["HOME"] ?? homedir();
}

/** `~` at the beginning of a path is the folder of the user. */
export function expanded(path: string, { env }: Surroundings): string {
  return path.replace(/^~(?=$|[/\\])/, () => homeOf(env));
}

/** Text of a file that there has to be. */
export async function neededFile(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new ConfigError(`${what} ${path} cannot be read`);
  }
}
