// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * One line to a cloud: `connect()` by `OS_*` or the only cloud of `clouds.yaml`, `connect({ cloud })`
 * by its name there. For Node, Deno and Bun, which have files and an environment.
 *
 * @module
 */
import { setHeader } from "../client/request.js";
import type { Fetch } from "../client/runtime.js";
import { settingOf } from "../client/session/catalog.js";
import { endpointFor } from "../client/session/endpoint.js";
import type { CloudConfig } from "../client/session/grant.js";
import type { DevicePrompt } from "../client/session/auth/device.js";
import { authenticateOf, type Asked } from "../client/session/plugins.js";
import { createSession, type Session, type SessionSettings } from "../client/session/session.js";
import { textOf } from "../client/session/values.js";
import { cloudIn } from "./cloud.js";
import type { Choice } from "./config/resolve.js";
import { surroundings, type Surroundings } from "./files/surroundings.js";
import { answeredWithin } from "./time-limit.js";
import { transportOf } from "./transport.js";

export { ConfigError } from "./files/config-error.js";
export type { CloudConfig } from "../client/session/grant.js";
export type { Session } from "../client/session/session.js";

/** Which cloud, and what no file can say. */
export interface ConnectOptions
  extends Choice, Asked, Omit<SessionSettings, "authenticate" | "locate" | "microversionOf"> {
  /** The program, for logs of the cloud: `inventory/1.2`; it stands first in `User-Agent`. */
  readonly app?: string | undefined;
}

/** A session, and what it is made from; `config.auth` has secrets in it. */
export interface CloudSession extends Session {
  readonly config: CloudConfig;
}

/**
 * A session with a cloud, whose configuration is read as openstacksdk reads it. Nobody is asked for
 * a token until a client calls. Rejects with a `ConfigError` where no cloud, or not enough of one,
 * is there.
 */
export function connect(options: ConnectOptions = {}): Promise<CloudSession> {
  return connectIn(surroundings(), options);
}

/** The same in a world that is given. */
export async function connectIn(
  world: Surroundings,
  options: ConnectOptions,
): Promise<CloudSession> {
  const { cloud, region_name, app, passcode, show = showOnTerminal, fetch, ...settings } = options;
  const given = fetch ?? ((request: Request) => globalThis.fetch(request));
  const chosen = { cloud, region_name };
  const { config, trust, timeout } = await cloudIn(world, chosen, withAgent(app, given));
  const own = fetch === undefined ? await transportOf(trust, world) : undefined;
  const authenticate = authenticateOf(config, { passcode, show });
  // What is said of one service wins over the endpoint of all, where there is one.
  const endpoint = textOf(config.auth, "endpoint");
  const session = createSession({
    ...settings,
    authenticate: async (...way) => ({ ...(await authenticate(...way)), endpoint: undefined }),
    locate: (service, grant, way) => endpointFor(service, { ...grant, endpoint }, config, way),
    microversionOf: (service) => settingOf(config, service, "default_microversion"),
    fetch: withAgent(app, answeredWithin(timeout, own ?? given)),
  });
  // Not shown where the session is printed.
  return Object.defineProperty(session, "config", { value: config }) as CloudSession;
}

function withAgent(app: string | undefined, send: Fetch): Fetch {
  const agent = [app, "restanza"].filter(Boolean).join(" ");
  return (request) => {
    if (!request.headers.has("user-agent")) setHeader(request.headers, "user-agent", agent);
    return send(request);
  };
}

/** On the channel for errors, so that what a program prints stays its own. */
function showOnTerminal({
  verification_uri,
  verification_uri_complete,
  user_code,
}: DevicePrompt): void {
  const where = verification_uri_complete ?? `${verification_uri} and enter ${user_code}`;
  process.stderr.write(`To authenticate, go to ${where}\n`);
}
