// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * A cloud by name, from files and environment, as a session and its requests need it.
 *
 * @module
 */
import { ConfigError } from "./files/config-error.js";
import type { Fetch } from "../client/runtime.js";
import type { CloudConfig } from "../client/session/grant.js";
import { readClouds } from "./config/clouds.js";
import { profileCalled } from "./config/profiles.js";
import { isDict, plain, textOfValue, type Dict } from "./files/python.js";
import { resolveCloud, type Choice } from "./config/resolve.js";
import { expanded, type Surroundings } from "./files/surroundings.js";

/** A cloud, and how its hosts are to be trusted. */
export interface ResolvedCloud {
  readonly config: CloudConfig;
  readonly trust: Trust;
  /** How long an answer may take to begin, in seconds; undefined: as long as it does. */
  readonly timeout: number | undefined;
}

/** What a connection by TLS is held against. */
export interface Trust {
  /** Whether certificates of hosts are looked at. */
  readonly verify: boolean;
  /** A file with the authorities that are believed. */
  readonly cacert?: string | undefined;
  /** Files with a certificate of this client and its key, which may be in the same one. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
}

/** The cloud that is chosen; throws a `ConfigError` where that is none. */
export async function cloudIn(
  world: Surroundings,
  choice: Choice,
  send: Fetch,
): Promise<ResolvedCloud> {
  const clouds = await readClouds(world);
  const dict = await resolveCloud(clouds, choice, (name) => profileCalled(name, world, send));
  const trust = trustOf(dict, world);
  return { config: plain(dict) as CloudConfig, trust, timeout: timeoutOf(dict) };
}

/** A number, or the text of one (`float(timeout)` of keystoneauth's session). */
function timeoutOf(config: Dict): number | undefined {
  const value = config.get("api_timeout");
  if (value === undefined || value === null) return undefined;
  const seconds = Number(textOfValue(value) || Number.NaN);
  if (seconds > 0) return seconds;
  throw new ConfigError(`api_timeout is ${textOfValue(value)}, which is no number of seconds`);
}

/** `insecure` wins over `verify`, and both over a certificate (`get_requests_verify_args`). */
function trustOf(config: Dict, world: Surroundings): Trust {
  const pathOf = (name: string): string | undefined => {
    const value = config.get(name);
    if (value === undefined || value === null || value === "" || isDict(value)) return undefined;
    return expanded(textOfValue(value), world);
  };
  const verify = config.get("insecure") !== true && isVerified(config);
  const cert = pathOf("cert");
  return {
    verify,
    cacert: verify ? pathOf("cacert") : undefined,
    cert,
    key: cert === undefined ? undefined : pathOf("key"),
  };
}

/** What is written as a text is true, unless it is empty; so is every other value there. */
function isVerified(config: Dict): boolean {
  const verify = config.has("verify") ? config.get("verify") : true;
  return !(verify === undefined || verify === null || verify === false || verify === "");
}
