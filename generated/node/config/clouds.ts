// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * The clouds of a person: what `clouds.yaml` and `secure.yaml` say together, and one more that the
 * environment describes (openstacksdk, `config/loader.py`).
 *
 * @module
 */
import { ConfigError } from "../files/config-error.js";
import { defaults } from "./defaults.js";
import { isDict, type Dict, type Value } from "../files/python.js";
import { configFile, type Surroundings } from "../files/surroundings.js";

export interface Clouds {
  readonly clouds: Dict;
  /** The cloud that is meant where nobody names one; undefined where there are several. */
  readonly chosen: string | undefined;
  /** The name of the cloud of the environment. */
  readonly ofEnvironment: string;
  /** Where the clouds were read from; undefined where there is no such file. */
  readonly path: string | undefined;
}

export async function readClouds(world: Surroundings): Promise<Clouds> {
  const { env } = world;
  const file = await configFile("clouds", env["OS_CLIENT_CONFIG_FILE"], world);
  const secure = await configFile("secure", env["OS_CLIENT_SECURE_FILE"], world);
  const base = mappingOf(file?.value, file?.path);
  const whole = merged(base, mappingOf(secure?.value, secure?.path));
  const listed = mappingOf(whole.get("clouds"), file?.path, "clouds");

  const ofEnvironment = env["OS_CLOUD_NAME"] ?? "envvars";
  if (listed.has(ofEnvironment))
    throw new ConfigError(
      `${file?.path} has a cloud "${ofEnvironment}", and so is that of the environment called; ` +
        "one of the two needs another name",
    );
  const own = environmentCloud(env);
  const clouds = own === undefined ? listed : new Map([...listed, [ofEnvironment, own]]);
  const path = file?.path;
  const only = clouds.size === 1 ? [...clouds.keys()][0] : undefined;
  const chosen = env["OS_CLOUD"] || (own === undefined ? only : ofEnvironment);
  if (clouds.size > 0 || chosen !== undefined) return { clouds, chosen, ofEnvironment, path };
  return { clouds: new Map([["defaults", defaults]]), chosen: "defaults", ofEnvironment, path };
}

/** These say which cloud, and describe none. */
const selectors = new Set([
  "OS_CLOUD",
  "OS_REGION_NAME",
  "OS_CLIENT_CONFIG_FILE",
  "OS_CLIENT_SECURE_FILE",
  "OS_CLOUD_NAME",
]);

/** The cloud that `OS_*` describes; a single left-over of them is enough to make one. */
function environmentCloud(env: Surroundings["env"]): Dict | undefined {
  const given = Object.entries(env).flatMap(([name, value]): [string, string][] =>
    name.startsWith("OS_") && !/^OS_(TEST|STD|LOG)/.test(name) && value !== undefined
      ? [[name, value]]
      : [],
  );
  if (given.every(([name]) => selectors.has(name))) return undefined;
  const lower = given.map(([name, value]) => [name.slice(3).toLowerCase(), value] as const);
  return new Map<string, Value>([...defaults, ...lower]);
}

/** `old` and what `added` says beside or instead of it, mappings member by member. */
export function merged(old: Dict, added: Dict): Dict {
  const result = new Map(old);
  for (const [name, value] of added) {
    const before = result.get(name);
    result.set(name, isDict(value) && isDict(before) ? merged(before, value) : value);
  }
  return result;
}

/** Nothing at all is an empty mapping; a list or a word is a mistake. */
export function mappingOf(
  value: Value | undefined,
  path: string | undefined,
  member: string = "it",
): Dict {
  if (value === undefined || value === null) return new Map();
  if (isDict(value)) return value;
  throw new ConfigError(`${path}: ${member} is to be a mapping`);
}
