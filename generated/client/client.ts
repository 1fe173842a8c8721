// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Clients: where a service answers, and what stands between its calls and the `fetch` of the platform.
 *
 * @module
 */
import { lostOf, type Sent } from "./errors.js";
import { parseUrl, requestOf, setHeader, type Outgoing } from "./request.js";

/** What a single call may ask for. */
export interface CallOptions {
  /** Ends the call early, and the reading of its body. */
  readonly signal?: AbortSignal | undefined;
  /** How long the call may take, token and body included, in milliseconds. */
  readonly timeout?: number | undefined;
  /** Sent with this call; they win over all others. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How often it may be sent again, where its client does that; 0: never. */
  readonly retries?: number | undefined;
}

/** What a single call to a service with microversions may ask for. */
export interface CallOptionsAt<V extends string = string> extends CallOptions {
  /**
   * The microversion of this call, in place of that of its client; its types are of this one. Of one
   * that is not known where the code is written, they are those of all. It is left out or given, but
   * not `undefined`, which would have the types of neither.
   */
  readonly microversion?: V;
}

/** The call that a request is sent for, as those behind all middleware may know it. */
export interface CallContext {
  /** As documented, for example `GET /images/{image_id}`. */
  readonly operation: string;
  readonly options: CallOptions;
  /** Whether what comes is bytes, which may be many. */
  readonly download: boolean;
  /** What the request that is sent for it was given as its body. */
  readonly body?: RequestInit["body"];
  /** The request that was made of that for middleware, where there is any. */
  readonly request?: Request;
  /** What may be read of a request that was sent for it with these headers. */
  sent(headers: Headers): Sent;
}

/** Sends a request: `fetch`, or what stands before it. It does not follow redirects. */
export type Send = (request: Outgoing, call?: CallContext) => Promise<Response>;

/** Sends a request in place of the platform. */
export type Fetch = (request: Request) => Promise<Response>;

/** What stands behind a middleware. */
export type Next = (request: Request, call?: CallContext) => Promise<Response>;

/** Sees a request on its way out and its response on the way back; also each that is redirected. */
export type Middleware = (request: Request, next: Next, call?: CallContext) => Promise<Response>;

/** The project of who asks. */
export interface Caller {
  readonly projectId: string | undefined;
  /** What the catalog calls it in the URL of a service: its id, or `AUTH_` and that. */
  readonly inUrl: string | undefined;
}

/** Everything that a call needs to know of a service. */
export interface Client {
  /** Where the service answers, without a slash at the end; empty where it has to be found. */
  readonly endpoint: string;
  /** Finds where the service answers: the client of a session has its endpoint from a catalog. */
  readonly locate?: (signal: AbortSignal | null) => Promise<string>;
  /** The microversions that the service is known to have, where the client is of a session. */
  readonly versions?: (
    signal: AbortSignal | null,
  ) => Promise<{ readonly maximum?: string | undefined }>;
  /** What a session knows of the project of who asks. */
  readonly caller?: (signal: AbortSignal | null) => Promise<Caller>;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly send: Send;
  /** The microversion that the session has for the service, where its client asks for none. */
  readonly microversion?: string;
  /** The same client at another microversion, where its service has any. */
  readonly pin?: (client: never, microversion: never) => Client;
}

/** What every client may be given, however it finds its service. */
export interface SharedOptions {
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The first sees each request before, and each response after, those behind it. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Sends the requests in place of the `fetch` of the platform. */
  readonly fetch?: Fetch | undefined;
}

/** What a client is made of that is told its endpoint. */
export interface EndpointOptions extends SharedOptions {
  /** Where the service answers, as its catalog says: `https://cloud.example/compute/v2.1`. */
  readonly endpoint: string | URL;
  /**
   * The credential of every request to the origin of the endpoint that asks for one, or what gives
   * it; a function is asked before each request. As Basic it is `user:password`, encoded for you.
   */
  readonly token?: string | (() => string | Promise<string>) | undefined;
  readonly session?: undefined;
}

/** Those of a client that has endpoint and credential from a session. */
export interface SessionOptions extends SharedOptions {
  /** What `createSession` of `session/session.ts` makes. */
  readonly session: ClientMaker;
  /** Where the service answers, whatever the catalog says. */
  readonly endpoint?: string | URL | undefined;
  readonly token?: undefined;
}

export type ClientOptions = EndpointOptions | SessionOptions;

/** A session, as far as a client knows it. */
export interface ClientMaker {
  clientOf(
    service: ServiceType,
    options: SharedOptions & { readonly endpoint?: string | URL | undefined },
  ): Client;
}

/** A service as its own client knows it. */
export interface ServiceType {
  /** Its official type (OpenStack's service-types authority). */
  readonly type: string;
  /** Types that it went by before, the newest first. */
  readonly aliases?: readonly string[] | undefined;
  /** Its paths begin with a version, as documented: `/v3/volumes`. Else its endpoint has to. */
  readonly versionInPaths?: boolean | undefined;
  /** The newest microversion of its documentation, where it takes `latest` for one. */
  readonly newest?: string | undefined;
}

/** Those of a client whose documentation has no credential that could be sent. */
export type TokenlessOptions = Omit<EndpointOptions, "token" | "session">;

const credential = "x-auth-token";

/** A client of a service; of a session, it is told by its `service` in the catalog. */
export function createClient(options: ClientOptions, service: ServiceType = { type: "" }): Client {
  if (options.session) return options.session.clientOf(service, options);
  const { token } = options;
  const endpoint = endpointOf(options.endpoint);
  const { origin } = new URL(endpoint);
  // Behind all middleware: one that logs never sees the token, one that repeats gets a fresh one,
  // and one that asks another host does not hand it over.
  const send = telling(options.fetch);
  const authenticate: Send = async (request, call) => {
    const { headers } = request;
    if (token !== undefined && !headers.has(credential) && isAt(origin, request))
      setHeader(headers, credential, typeof token === "function" ? await token() : token);
    return send(request, call);
  };
  return {
    endpoint,
    headers: options.headers ?? {},
    send: behind(options.middleware, authenticate),
  };
}

/** `own`, or the `fetch` of the platform; its errors tell what was asked, as far as that is `told`. */
export function telling(
  own: Fetch | undefined,
  told: (request: Outgoing, call?: CallContext) => Sent | undefined = ({ headers }, call) =>
    call?.sent(headers),
): Send {
  return async (request, call) => {
    try {
      if (own) return await own(requestOf(request));
      return await (request instanceof Request ? fetch(request) : fetch(request.url, request));
    } catch (error) {
      throw lostOf(error, request, told(request, call));
    }
  };
}

/** Whether a request goes to an origin. Its URL is written as platforms write them: never parsed twice. */
export function isAt(origin: string, { url }: Outgoing): boolean {
  return url.startsWith(`${origin}/`);
}

/** An endpoint as clients have it: without a slash at the end. */
export function endpointOf(words: string | URL): string {
  const url = parseUrl(words);
  if (url === undefined || url.username + url.password !== "")
    throw new TypeError("an endpoint is an absolute URL, without user and password");
  return url.origin + url.pathname.replace(/\/+$/, "") + url.search;
}

/** `send` behind middleware, which need not hand on what is known of the call. */
export function behind(middleware: readonly Middleware[] | undefined = [], send: Send): Send {
  if (!middleware.length) return send;
  const layers = middleware.reduceRight<Next>(
    (next, layer) => (request, call) => layer(request, (one, own = call) => next(one, own), call),
    send,
  );
  return (sent, call) => {
    const request = requestOf(sent);
    // What middleware and what is behind it put into the headers is read from there afterwards.
    if (sent !== request) Object.assign(sent, { headers: request.headers });
    return layers(request, call && { ...call, request });
  };
}

/** Each of `operations` with `client` as its first argument. */
export function bind(
  client: Client,
  operations: Readonly<Record<string, (client: never, ...rest: never[]) => unknown>>,
): Record<string, (...rest: never[]) => unknown> {
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name,
      (...rest: never[]) => operation(client as never, ...rest),
    ]),
  );
}
