// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Which proxy a request goes through, as the environment says it (`HTTP_PROXY`, `HTTPS_PROXY`,
 * `ALL_PROXY`, `NO_PROXY`), read as Python's `requests` does: names in lower case win.
 *
 * @module
 */
import { isIPv4 } from "node:net";
import { ConfigError } from "./files/config-error.js";
import type { Surroundings } from "./files/surroundings.js";

type Env = Surroundings["env"];

/** Whether the environment names any. */
export function hasProxies(env: Env): boolean {
  return ["http", "https", "all"].some(
    (scheme) => variableOf(env, `${scheme}_proxy`) !== undefined,
  );
}

/** The proxy for `url`; undefined: none. */
export function proxyFor(url: URL, env: Env): URL | undefined {
  const scheme = url.protocol.slice(0, -1);
  const said = variableOf(env, `${scheme}_proxy`) ?? variableOf(env, "all_proxy");
  if (said === undefined || isDirect(url, variableOf(env, "no_proxy") ?? "")) return undefined;
  const text = said.includes("://") ? said : `http://${said}`;
  if (!URL.canParse(text)) throw new ConfigError(`${scheme}_proxy is no URL`);
  const proxy = new URL(text);
  if (!/^https?:$/.test(proxy.protocol))
    throw new ConfigError(`${scheme}_proxy is no proxy of HTTP: ${proxy.protocol}`);
  return proxy;
}

function variableOf(env: Env, name: string): string | undefined {
  return env[name] || env[name.toUpperCase()] || undefined;
}

/** `host`, `.domain`, `host:port`, `10.0.0.0/8`, or `*` for all. */
function isDirect(url: URL, list: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return list
    .split(",")
    .map((entry) => entry.trim().toLowerCase())
    .filter(Boolean)
    .some((entry) => {
      if (entry === "*") return true;
      const [address = "", bits] = entry.split("/");
      if (isIPv4(host) && isIPv4(address) && bits !== undefined)
        return sameNetwork(host, address, Number(bits));
      const bare = entry.replace(/^\*?\./, "");
      return [host, `${host}:${port}`].some((one) => one === bare || one.endsWith(`.${bare}`));
    });
}

function sameNetwork(one: string, other: string, bits: number): boolean {
  const number = (address: string): number =>
    address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - bits);
  return Math.floor(number(one) / size) === Math.floor(number(other) / size);
}
