// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * One cloud as openstacksdk resolves it (`config/loader.py`, `OpenStackConfig.get_one`), step by
 * step in its order: several of its answers come from that order alone.
 *
 * @module
 */
import type { Clouds } from "./clouds.js";
import { ConfigError } from "../files/config-error.js";
import { defaults } from "./defaults.js";
import { optionsOfPlugins, type Option } from "./options.js";
import { formatted, isDict, textOfValue, type Dict, type Value } from "../files/python.js";
import { regionOf } from "./regions.js";
import { withDomains, withProject, type Cloud } from "./project.js";

/** What a program asks for beside what the files say. */
export interface Choice {
  readonly cloud?: string | undefined;
  readonly region_name?: string | undefined;
}

/** The profile that a cloud names, looked up where profiles are. */
export type ProfileOf = (name: string) => Promise<Dict>;

export async function resolveCloud(
  clouds: Clouds,
  { cloud, region_name }: Choice,
  profileOf: ProfileOf,
): Promise<Dict> {
  const name = cloud ?? clouds.chosen;
  if (name !== undefined && !clouds.clouds.has(name)) {
    const known = [...clouds.clouds.keys()].join(", ") || "none";
    throw new ConfigError(`cloud ${name} was not found; there are ${known}`);
  }
  const entry = name === undefined ? new Map<string, Value>() : clouds.clouds.get(name);
  if (!isDict(entry)) throw new ConfigError(`cloud ${name} is to be a mapping`);
  const said = entry.get(entry.has("profile") ? "profile" : "cloud");
  const profile =
    typeof said === "string" && said !== "" && said !== clouds.ofEnvironment
      ? await profileOf(said)
      : new Map<string, Value>();
  const base = withAuth(withAuth(defaults, profile), entry);
  const region =
    name === undefined
      ? { name: region_name ?? "", values: new Map<string, Value>() }
      : regionOf(normalized(entry), profile, region_name, name);
  const regional = new Map([...region.values].filter(([, value]) => value !== null));
  const config = withAuth(without(base, "cloud", "regions"), regional);
  const fixed = normalized(fixes(new Map([...config, ["region_name", region.name]])));
  const authenticated = withPlugin(fixed);
  const expanded = [...authenticated].map(([key, value]): [string, Value] => [
    key,
    typeof value === "string" && key !== "password" ? formatted(value, authenticated) : value,
  ]);
  return normalized(new Map([...expanded, ["region_name", region.name]]));
}

/** `old` with the members of `added`; those of `auth` one by one, all others as they are. */
function withAuth(old: Dict, added: Dict): Dict {
  const result = new Map([...old, ...added]);
  const [before, own] = [old.get("auth"), added.get("auth")];
  if (!added.has("auth")) return before === undefined ? result.set("auth", new Map()) : result;
  if (!isDict(own)) throw new ConfigError("auth is to be a mapping");
  return result.set("auth", isDict(before) ? new Map([...before, ...own]) : own);
}

function without(dict: Dict, ...names: readonly string[]): Dict {
  return new Map([...dict].filter(([name]) => !names.includes(name)));
}

/** Other ways to write the same, which are older than the one that is left. */
function fixes(config: Dict): Dict {
  let cloud: Cloud = { own: config, auth: authOf(config) };
  const { own, auth } = cloud;
  if (auth.has("token") || truthy(own.get("auth_token")) || truthy(own.get("token"))) {
    const token = own.get("auth_token") ?? null;
    cloud = { own: new Map([["token", token], ...without(own, "auth_token")]), auth };
  }
  if (own.has("passcode"))
    cloud = {
      own: without(cloud.own, "passcode"),
      auth: new Map([...auth, ["passcode", own.get("passcode") ?? null]]),
    };
  const plugin = own.get(own.has("auth_type") ? "auth_type" : "auth_plugin") ?? null;
  const typed = new Map([
    ...without(withInterface(withTimeout(cloud.own)), "auth_plugin"),
    ["auth_type", plugin],
  ]);
  cloud = withDomains(withProject({ own: typed, auth: cloud.auth }));
  const truths = ["insecure", "cache"].filter((name) => cloud.own.has(name));
  const checked = new Map([
    ...cloud.own,
    ...truths.map((name) => [name, isTrue(cloud.own.get(name))] as const),
  ]);
  const url = cloud.auth.get("auth_url");
  const whole = new Map([...checked, ["auth", cloud.auth]]);
  if (url === undefined) return whole;
  if (typeof url !== "string") throw new ConfigError("auth_url is to be a text");
  return new Map([
    ...whole,
    ["auth", new Map([...cloud.auth, ["auth_url", formatted(url, whole)]])],
  ]);
}

/** `endpoint_type` was the name of `interface`, alone and of each service. */
function withInterface(config: Dict): Dict {
  const type = config.get("endpoint_type");
  const own =
    type === undefined
      ? config
      : new Map([...without(config, "endpoint_type"), ["interface", type]]);
  return new Map(
    [...own].map(([name, value]) => [name.replace(/endpoint_type$/, "interface"), value]),
  );
}

/** Timeouts of single services were written once; there is one for all. */
function withTimeout(config: Dict): Dict {
  const isOld = (name: string): boolean =>
    name.endsWith("timeout") && name !== "timeout" && name !== "api_timeout";
  const last = [...config].filter(([name, value]) => isOld(name) && value !== null).at(-1);
  const rest = new Map([...config].filter(([name]) => !isOld(name)));
  return last === undefined ? rest : rest.set("api_timeout", last[1]);
}

/** What of the configuration the plugin reads, moved into `auth`. */
function withPlugin(config: Dict): Dict {
  const type = pluginOf(config.get("auth_type"));
  const options = optionsOfPlugins.get(type);
  if (options === undefined) {
    const known = [...optionsOfPlugins.keys()].join(", ");
    throw new ConfigError(`there is no auth_type "${type}" here; there are ${known}`);
  }
  let own = new Map<string, Value>([...config, ["auth_type", type]]);
  let auth = authOf(config);
  for (const option of options) {
    const names = [option.name, ...(option.deprecated ?? [])];
    const found = firstOf(names, auth);
    const value = truthy(found) ? found : firstOf(names, own);
    own = new Map(without(own, ...names));
    auth = without(auth, ...names);
    if (truthy(value)) auth = new Map([...auth, [option.dest ?? option.name, value]]);
  }
  const absent = options.filter((option) => isMissing(option, auth)).map(({ name }) => name);
  if (absent.length > 0)
    throw new ConfigError(`auth lacks ${absent.join(", ")}, which ${type} needs`);
  return own.set("auth", auth);
}

function isMissing({ name, dest = name, required }: Option, auth: Dict): boolean {
  return required === true && (auth.get(dest) ?? null) === null;
}

function firstOf(names: readonly string[], config: Dict): Value | undefined {
  const name = names.find((one) => config.has(one));
  return name === undefined ? undefined : config.get(name);
}

function pluginOf(type: Value | undefined): string {
  if (type === undefined || type === null || type === "" || type === "None") return "none";
  const name = textOfValue(type);
  return name === "token_endpoint" ? "admin_token" : name;
}

/** Names with underscores, and numbers as texts, but for two that are counted with. */
export function normalized(config: Dict): Dict {
  return new Map(
    [...config].map(([name, value]): [string, Value] => {
      const key = name.replaceAll("-", "_");
      if (isDict(value)) return [key, normalized(value)];
      const counted = key === "verbose_level" || key === "api_timeout";
      const isNumber = typeof value === "number" || (typeof value === "bigint" && !counted);
      return [key, isNumber ? textOfValue(value) : value];
    }),
  );
}

function authOf(config: Dict): Dict {
  const auth = config.get("auth");
  return isDict(auth) ? auth : new Map();
}

/** What Python takes for true. */
function truthy(value: Value | undefined): value is Value {
  if (value === undefined || value === null) return false;
  if (typeof value === "object") return isDict(value) ? value.size > 0 : value.length > 0;
  return Boolean(value);
}

function isTrue(value: Value | undefined): boolean {
  return value === true || (typeof value === "string" && value.toLowerCase() === "true");
}
