// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What every operation of the client shares: one request, one answer. It knows no service, needs
 * nothing but the `fetch` of the platform, and is the same in every output.
 *
 * @module
 */
import { isOf, read, type AnyResult, type BodyOf, type Kind } from "./answers.js";
import { ResponseError, sentOf, type Sent, without } from "./errors.js";
import { messageOf } from "./message.js";
import { exchange, locationOf } from "./redirects.js";
import {
  initOf,
  parseUrl,
  setHeader,
  urlOf,
  type Media,
  type OperationRequest,
} from "./request.js";

export type {
  Answer,
  AnyResult,
  BodyOf,
  Download,
  Failure,
  OtherSuccess,
  OtherThan,
  StatusIn,
  Success,
} from "./answers.js";
export { ResponseError, type Sent } from "./errors.js";
export { messageOf } from "./message.js";
export type { EmptyRequest, Media, OperationRequest, Upload } from "./request.js";

/**
 * A call under way. Await it for its result, documented or not. `Items` is where the body has a
 * list, if it has one.
 */
export interface Call<
  Result extends AnyResult,
  Items extends string = never,
> extends Promise<Result> {
  /**
   * The body alone. What is not the documented success rejects with a {@link ResponseError}: each
   * error, and a success of another status, unless no body is documented that it could lack, or it
   * has the body of the 200, 201 or 202 that is documented of what it did.
   */
  orThrow(): Promise<BodyOf<Result>>;
  /** What is known of the operation beside JSON: what goes over pages looks here. */
  readonly media: Media & ([Items] extends [never] ? unknown : { readonly items: Items });
}

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

/** The call that a request is sent for, as those behind all middleware may know it. */
export interface CallContext {
  /** As documented, for example `GET /images/{image_id}`. */
  readonly operation: string;
  readonly options: CallOptions;
  /** Whether what comes is bytes, which may be many. */
  readonly download: boolean;
  /** The request that was made for the call, or for the redirect that it follows. */
  readonly request?: Request;
  /** What that request was given as its body. */
  readonly body?: RequestInit["body"];
  /** What may be read of a request that was sent for it with these headers. */
  sent(headers: Headers): Sent;
}

/** Sends a request: `fetch`, or what stands before it. It does not follow redirects. */
export type Send = (request: Request, call?: CallContext) => Promise<Response>;

/** Sees a request on its way out and its response on the way back; also each that is redirected. */
export type Middleware = (request: Request, next: Send, call?: CallContext) => Promise<Response>;

/** Everything that a call needs to know of a service. */
export interface Client {
  /** Where the service answers, without a slash at the end; empty where it has to be found. */
  readonly endpoint: string;
  /** Finds where the service answers: the client of a session has its endpoint from a catalog. */
  readonly locate?: (signal: AbortSignal | null) => Promise<string>;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly send: Send;
}

/** What every client may be given, however it finds its service. */
export interface SharedOptions {
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The first sees each request before, and each response after, those behind it. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Sends the requests in place of the `fetch` of the platform. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
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
  const authenticate: Send = async (request) => {
    const { headers } = request;
    if (token !== undefined && !headers.has(credential) && new URL(request.url).origin === origin)
      setHeader(headers, credential, typeof token === "function" ? await token() : token);
    return (options.fetch ?? fetch)(request);
  };
  return {
    endpoint,
    headers: options.headers ?? {},
    send: behind(options.middleware, authenticate),
  };
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
  return middleware.reduceRight<Send>(
    (next, layer) => (request, call) => layer(request, (one, own = call) => next(one, own), call),
    send,
  );
}

/** A status; behind them ranges for those that have no entry, and `default` for all that failed. */
type Listed = number | `${number}XX` | "default";

/**
 * Performs `operation`, written `METHOD /path/{parameter}`, whose documentation lists the statuses
 * `listed`.
 */
export function call<Result extends AnyResult, Items extends string = never>(
  client: Client,
  operation: string,
  listed: readonly Listed[],
  request: OperationRequest = {},
  options: CallOptions = {},
  media: Media = {},
): Call<Result, Items> {
  const { timeout } = options;
  let { signal = null } = options;
  if (timeout !== undefined) {
    const late = AbortSignal.timeout(timeout);
    signal = signal ? AbortSignal.any([signal, late]) : late;
  }
  const performed = within(
    signal,
    perform(client, operation, listed, request, options, media, signal),
  );
  const result = performed.then(({ answer }) => answer as Result);
  const orThrow = async (): Promise<BodyOf<Result>> => {
    const answer = await result;
    const { sent, given } = await performed;
    if (given) return given.body;
    throw new ResponseError(sent(), answer);
  };
  return Object.assign(result, { orThrow, media: media as Call<Result, Items>["media"] });
}

/** Rejects when the signal does, whatever else is waited for. */
function within<Value>(signal: AbortSignal | null, promise: Promise<Value>): Promise<Value> {
  if (signal === null) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    void promise.then(resolve, reject).then(() => signal.removeEventListener("abort", abort));
  });
}

interface Performed {
  readonly answer: AnyResult;
  /** What may be read of the request; made only where it is. */
  readonly sent: () => Sent;
  /** Of a success what it has of what is documented: the body, or nothing where none is. */
  readonly given: { readonly body: unknown } | undefined;
}

async function perform(
  client: Client,
  operation: string,
  listed: readonly Listed[],
  request: OperationRequest,
  options: CallOptions,
  media: Media,
  signal: AbortSignal | null,
): Promise<Performed> {
  const [method = "", path = ""] = operation.split(/ (.*)/);
  const keyOf = (status: number): Listed | undefined => {
    const keys: Listed[] = [status, `${Math.floor(status / 100)}XX`];
    if (status >= 300) keys.push("default");
    return keys.find((key) => listed.includes(key));
  };
  // Some never have a body (RFC 9110, 6.4.1 and 15.3.6).
  const kindOf = (key: Listed): Kind | undefined =>
    method === "HEAD" || [204, 205, 304].includes(key as number) ? "none" : media[key];
  const download = Object.values(media).includes("stream");
  const endpoint = (await client.locate?.(signal)) ?? client.endpoint;
  const sentWith = (headers: Headers): Sent => sentOf(operation, endpoint, request, headers, media);

  const [last, response] = await exchange(
    client.send,
    (media.urlOf ?? urlOf)(endpoint, path, request),
    initOf(
      method,
      media,
      request.body,
      [client, media.headersOf?.(request) ?? request, options],
      signal,
    ),
    { download, isAnswer: (status) => (keyOf(status) ?? "default") !== "default" },
    { operation, options, download, sent: sentWith },
  );
  const sent = (): Sent => sentWith(last.headers);
  if (response.type === "opaqueredirect") {
    const { url } = sent();
    throw new TypeError(`${method} ${url} redirects, and a page cannot see where to`);
  }
  const { status, headers } = response;
  const key = keyOf(status);
  const documented = key !== undefined;
  const ok = documented && key !== "default" ? status < 400 : response.ok;
  const kind = documented ? kindOf(key) : ok && download ? "stream" : "any";
  const [content, fits] = await read(response, kind);
  const body = kind === "none" ? undefined : content;
  const said = { documented, status, body, headers };
  const answer: AnyResult = ok
    ? { ok, ...said }
    : { ok, ...said, message: told(response, last, content) };
  if (!fits) throw new ResponseError(sent(), { ...answer, documented: false });
  const bodiless = listed.every((one) => Number(one) >= 400 || kindOf(one) === "none");
  const kinds = listed.filter((one) => isProgress(one)).map(kindOf);
  // A GET may be asked again: 202 for 200 there is nothing done, but something to come.
  const exchanged =
    !["GET", "HEAD"].includes(method) &&
    isProgress(status) &&
    kinds.length > 0 &&
    kinds.every((promised) => promised === kinds[0] && isOf(promised, content));
  const whole = documented || exchanged;
  const given = ok && (whole || bodiless) ? { body: whole ? body : undefined } : undefined;
  return { answer, sent, given };
}

/**
 * Whether a success tells no more by its status than how far the service is: its body is what came
 * of the request, or what is to come (RFC 9110, 15.3.1 to 15.3.3).
 */
function isProgress(status: Listed): boolean {
  return [200, 201, 202].includes(status as number);
}

/** What an answer says in words: of a redirect, where to; the rest of it may hold a signature. */
function told(response: Response, { url, headers }: Request, content: unknown): string {
  const location = locationOf(response, url);
  const words = location ? `redirects to ${location.origin}` : messageOf(content);
  return without(headers, words);
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
