// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * A session with a cloud: one grant for the clients of all services, which is renewed when it has
 * to be. What it needs of a cloud (how to authenticate, where services answer) it is given.
 *
 * @module
 */
import { isAt, telling, type Fetch } from "../client.js";
import { setHeader } from "../request.js";
import {
  behind,
  endpointOf,
  type Client,
  type ClientMaker,
  type Outgoing,
  type Send,
  type ServiceType,
} from "../runtime.js";
import type { Authenticate, Grant } from "./grant.js";
import { grantsOf } from "./grants.js";
import { observed, toldOf, type Observe } from "./observing.js";
import { refusal } from "./refusal.js";
import { contextOf, repeatOf } from "./repeats.js";
import { asksForToken, budgetOf, retried, type RetrySettings } from "./retries.js";
import { shared } from "./shared.js";

/** What a session is made of. */
export interface SessionSettings {
  /** Asks for a grant: `password(…)` and its kin in `session/auth/`. */
  readonly authenticate: Authenticate;
  /** Finds where a service answers; only for a client that is given an endpoint it may be left out. */
  readonly locate?: Locate | undefined;
  /** The microversion that clients of a service ask for which are given none. */
  readonly microversionOf?: ((service: ServiceType) => string | undefined) | undefined;
  /**
   * How long before its end a grant is renewed, in milliseconds; 120,000 unless given, and half of
   * its life at most.
   */
  readonly skew?: number | undefined;
  /**
   * How what failed in passing is sent again; never where it is `false`. A call says by its own
   * `retries` how often it is.
   */
  readonly retry?: RetrySettings | false | undefined;
  /** Told of each request and of its end: who traces or logs. */
  readonly observe?: Observe | readonly Observe[] | undefined;
  /** Sends the requests in place of the `fetch` of the platform. */
  readonly fetch?: Fetch | undefined;
}

/** Where a service answers, by what was granted; `send` is for what has to be asked for it, and
 * `signal` ends that. */
export type Locate = (
  service: ServiceType,
  grant: Grant,
  way: { readonly send: Fetch; readonly signal?: AbortSignal | undefined },
) => Located | Promise<Located>;

export interface Located {
  readonly url: string;
  /** What stands behind the version in the URL that the catalog has, where that is left out: a project. */
  readonly caller?: string | undefined;
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
  const { retry = {}, observe = [] } = settings;
  const observers = [observe].flat();
  const budget = budgetOf(retry || {});
  const patient = (send: Send): Send => (retry ? retried(retry, budget, send) : send);
  const outward = (own = settings.fetch): Send => observed(observers, telling(own, toldOf));
  const send = patient(outward());
  const grants = grantsOf(settings.authenticate, send, settings.skew ?? usualSkew);
  return {
    grant: (signal) => grants.get(signal),
    clientOf(service, options): Client {
      const microversion = settings.microversionOf?.(service);
      const locate = locatorOf(service, options.endpoint, settings.locate, grants.get, send);
      return {
        endpoint: "",
        locate: async (signal) => (await locate(signal)).url,
        versions: locate,
        caller: async (signal) => {
          const { projectId } = await grants.get(signal);
          return { projectId, inUrl: (await locate(signal)).caller };
        },
        headers: options.headers ?? {},
        ...(microversion && { microversion }),
        send: behind(
          options.middleware,
          patient(authenticated(grants.get, locate, outward(options.fetch), service.newest)),
        ),
      };
    },
  };
}

type Locator = (signal: AbortSignal | null) => Promise<Found>;

interface Found extends Located {
  readonly origin: string;
}
type GetGrant = (signal?: AbortSignal | null, refused?: Grant) => Promise<Grant>;

/** What finds the endpoint of a client: once, however many calls wait for it. */
function locatorOf(
  service: ServiceType,
  given: string | URL | undefined,
  locate: Locate | undefined,
  grant: GetGrant,
  send: Send,
): Locator {
  let known: Found | undefined = given === undefined ? undefined : foundAt({ url: given });
  // Who is waiting decides whether a token is asked for and a service for its versions.
  const find = shared(async (signal) => {
    const granted = await grant(signal);
    const found = granted.endpoint
      ? { url: granted.endpoint }
      : await locate?.(service, granted, { send, signal });
    if (found === undefined) throw new TypeError(`nothing says where ${service.type} answers`);
    known = foundAt(found);
    return known;
  });
  return async (signal) => known ?? find(signal);
}

function foundAt(given: Omit<Located, "url"> & { readonly url: string | URL }): Found {
  const url = endpointOf(given.url);
  return { ...given, url, origin: new URL(url).origin };
}

/**
 * Sends requests with what was granted, to the origin of the service alone; after a 401 once more,
 * with a new grant. Who refuses a new grant, too, has none asked for until it takes one: clients of
 * a session would go on to ask for grants that each of them refuses.
 */
function authenticated(grant: GetGrant, locate: Locator, send: Send, newest?: string): Send {
  let hopeless = false;
  return async (request, call) => {
    const located = await locate(request.signal);
    if (!isAt(located.origin, request)) return send(request);
    checkVersion(request.headers, located, newest);
    const used = await grant(request.signal);
    if (Object.keys(used.headers).some((name) => request.headers.has(name)))
      return send(request, call);
    const repeat = repeatOf(request, call);
    const response = await send(withGrant(request, used), call);
    if (response.status !== 401) {
      hopeless = false;
      return response;
    }
    // A request for a token is refused for what it says, not for who asks.
    if (hopeless || asksForToken(request)) return response;
    const renewed = await grant(request.signal, used).catch(async (error: unknown) => {
      await response.body?.cancel();
      throw error;
    });
    if (JSON.stringify(renewed.headers) === JSON.stringify(used.headers)) return response;
    if (repeat === undefined) {
      const note = "its body is a stream, which cannot be sent again";
      throw await refusal(request, response, call, note);
    }
    await response.body?.cancel();
    // What is read of the request afterwards is what was sent in the end.
    withGrant(request, renewed);
    const again = repeat();
    const second = await send(withGrant(again, renewed), contextOf(again, call));
    hopeless = second.status === 401;
    return second;
  };
}

/**
 * Holds the version that is asked for against those that a service is known to have. In place of
 * `latest` it is the newest that both know, since what is newer has no types; one that the service
 * lacks would be answered 406.
 */
function checkVersion(headers: Headers, { minimum, maximum }: Located, newest?: string): void {
  if (minimum === undefined || maximum === undefined) return;
  headers.forEach((value, name) => {
    if (!/^(x-)?openstack-.*api-version$/.test(name)) return;
    const common = newest && compare(newest, maximum) < 0 ? newest : maximum;
    if (newest) headers.set(name, value.replace(/\blatest$/, common));
    const wanted = /\d+\.\d+$/.exec(value)?.[0];
    if (wanted && (compare(wanted, minimum) < 0 || compare(wanted, maximum) > 0))
      throw new RangeError(`there is no ${wanted} here: it has ${minimum} to ${maximum}`);
  });
}

/** Negative, zero or positive, as `a` is before, at or after `b`; 2.10 is after 2.9. */
function compare(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA - majorB || minorA - minorB;
}

function withGrant(request: Outgoing, { headers }: Grant): Outgoing {
  for (const [name, value] of Object.entries(headers)) setHeader(request.headers, name, value);
  return request;
}
