// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * A session with a cloud: one grant for the clients of all services, which is renewed when it has
 * to be. What it needs of a cloud (how to authenticate, where services answer) it is given.
 *
 * @module
 */
import { read } from "../answers.js";
import { ResponseError, without } from "../errors.js";
import { messageOf } from "../message.js";
import { setHeader } from "../request.js";
import {
  behind,
  endpointOf,
  type CallContext,
  type Client,
  type ClientMaker,
  type Send,
  type ServiceType,
} from "../runtime.js";
import type { Authenticate, Grant } from "./grant.js";
import { grantsOf, untilAborted } from "./grants.js";
import { repeatOf } from "./repeats.js";

/** What a session is made of. */
export interface SessionSettings {
  /** Asks for a grant: `password(…)` and its kin in `session/auth/`. */
  readonly authenticate: Authenticate;
  /** Finds where a service answers; only for a client that is given an endpoint it may be left out. */
  readonly locate?: Locate | undefined;
  /**
   * How long before its end a grant is renewed, in milliseconds; 120,000 unless given, and half of
   * its life at most.
   */
  readonly skew?: number | undefined;
  /** Sends the requests in place of the `fetch` of the platform. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** Where a service answers, by what was granted; `send` is for what has to be asked for it. */
export type Locate = (
  service: ServiceType,
  grant: Grant,
  way: { readonly send: Send },
) => Located | Promise<Located>;

export interface Located {
  readonly url: string;
  /** The microversions that it has, where they are known. */
  readonly minimum?: string | undefined;
  readonly maximum?: string | undefined;
}

/** What clients take as their `session`. */
export interface Session extends ClientMaker {
  /** A grant that has not ended, got or renewed where it has to be. */
  grant(signal?: AbortSignal): Promise<Grant>;
}

const usualSkew = 120_000;

export function createSession(settings: SessionSettings): Session {
  const platform = settings.fetch ?? ((request: Request) => globalThis.fetch(request));
  const send: Send = (request) => platform(request);
  const grants = grantsOf(settings.authenticate, send, settings.skew ?? usualSkew);
  return {
    grant: (signal) => grants.get(signal),
    clientOf(service, options): Client {
      const own = options.fetch ?? platform;
      const locate = locatorOf(service, options.endpoint, settings.locate, grants.get, send);
      return {
        endpoint: "",
        locate,
        headers: options.headers ?? {},
        send: behind(
          options.middleware,
          authenticated(grants.get, locate, (request) => own(request)),
        ),
      };
    },
  };
}

type GetGrant = (signal?: AbortSignal, refused?: Grant) => Promise<Grant>;

/** What finds the endpoint of a client: once, however many calls wait for it. */
function locatorOf(
  service: ServiceType,
  given: string | URL | undefined,
  locate: Locate | undefined,
  grant: GetGrant,
  send: Send,
): (signal: AbortSignal | null) => Promise<string> {
  const find = async (): Promise<string> => {
    const granted = await grant();
    const found = granted.endpoint ?? (await locate?.(service, granted, { send }))?.url;
    if (found === undefined) throw new TypeError(`nothing says where ${service.type} answers`);
    return endpointOf(found);
  };
  let found: Promise<string> | undefined =
    given === undefined ? undefined : Promise.resolve(endpointOf(given));
  return async (signal) => {
    if (found === undefined) {
      // Who is waiting now decides whether a token is asked for, and may give up on it.
      await grant(signal ?? undefined);
      found ??= find();
      found.catch(() => (found = undefined));
    }
    return untilAborted(found, signal ?? undefined);
  };
}

/**
 * Sends requests with what was granted, to the origin of the service alone; after a 401 once more,
 * with a new grant. What is refused with a new grant, too, is not tried again for the next call.
 */
function authenticated(
  grant: GetGrant,
  locate: (signal: AbortSignal | null) => Promise<string>,
  send: Send,
): Send {
  let hopeless: Grant | undefined;
  return async (request, call) => {
    const { origin } = new URL(await locate(request.signal));
    if (new URL(request.url).origin !== origin) return send(request);
    const used = await grant(request.signal);
    if (Object.keys(used.headers).some((name) => request.headers.has(name))) return send(request);
    const repeat = repeatOf(request, call);
    const response = await send(withGrant(request, used), call);
    if (response.status !== 401) {
      if (hopeless === used) hopeless = undefined;
      return response;
    }
    if (hopeless === used || asksForToken(request)) return response;
    const renewed = await grant(request.signal, used).catch(async (error: unknown) => {
      await response.body?.cancel();
      throw error;
    });
    if (JSON.stringify(renewed.headers) === JSON.stringify(used.headers)) return response;
    if (repeat === undefined) throw await unrepeatable(request, response, call);
    await response.body?.cancel();
    // What is read of the request afterwards is what was sent in the end.
    withGrant(request, renewed);
    const second = await send(withGrant(repeat(), renewed), call);
    if (second.status === 401) hopeless = renewed;
    return second;
  };
}

function withGrant(request: Request, { headers }: Grant): Request {
  for (const [name, value] of Object.entries(headers)) setHeader(request.headers, name, value);
  return request;
}

/** A request for a token (Identity API v3) is refused for what it says, not for who asks. */
function asksForToken({ method, url }: Request): boolean {
  return method === "POST" && /\/auth\/tokens\/?$/.test(new URL(url).pathname);
}

async function unrepeatable(
  request: Request,
  response: Response,
  call: CallContext | undefined,
): Promise<Error> {
  const [body] = await read(response, "any");
  const said = [messageOf(body), "its body is a stream, which cannot be sent again"];
  const message = without(request.headers, said.filter(Boolean).join("; "));
  if (call === undefined) return new TypeError(`${request.method}: 401 ${message}`);
  const { status, headers } = response;
  const answer = { status, headers, body, documented: true, message };
  return new ResponseError(call.sent(request.headers), answer);
}
