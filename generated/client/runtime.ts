// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What every operation of the client shares: one request, one documented answer. It knows no
 * service, needs nothing but the `fetch` of the platform, and is the same in every output.
 *
 * @module
 */

/** What results and errors have in common. */
export interface Answer<Status extends number, Body> {
  readonly status: Status;
  readonly body: Body;
  readonly headers: Headers;
}

/** An answer that the documentation lists as normal. */
export interface Success<Status extends number, Body> extends Answer<Status, Body> {
  readonly ok: true;
}

/** An answer that the documentation lists as an error. */
export interface Failure<Status extends number, Body> extends Answer<Status, Body> {
  readonly ok: false;
  /** What the service said about it, whatever the form of its body. */
  readonly message: string;
}

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type NumberOf<Words> = Words extends `${infer Value extends number}` ? Value : never;

/** Every status of a range that the documentation names, such as `"4XX"`. */
export type StatusIn<Range extends string> = Range extends `${infer Class}XX`
  ? NumberOf<`${Class}${Digit}${Digit}`>
  : never;

export type AnyResult = Success<number, unknown> | Failure<number, unknown>;

/** The body that `Result` has when the call succeeds. */
export type BodyOf<Result extends AnyResult> = Extract<Result, { readonly ok: true }>["body"];

/** A call under way. Await it for one of its documented results. */
export interface Call<Result extends AnyResult> extends Promise<Result> {
  /** The body alone; a documented error rejects with a {@link ResponseError} instead. */
  orThrow(): Promise<BodyOf<Result>>;
}

/** What a single call may ask for. */
export interface CallOptions {
  /** Ends the call early, and the reading of its body. */
  readonly signal?: AbortSignal | undefined;
  /** How long the call may take, its body included, in milliseconds. */
  readonly timeout?: number | undefined;
  /** Sent with this call; they win over all others. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Sends a request: `fetch`, or what stands before it. */
export type Send = (request: Request) => Promise<Response>;

/** Sees a request on its way out and its response on the way back. */
export type Middleware = (request: Request, next: Send) => Promise<Response>;

/** A body to upload that is not JSON: text, bytes, a blob, a form or a stream. */
export type Upload = NonNullable<RequestInit["body"]> | Uint8Array;

/** A body to download that is neither JSON nor text; `new Response(stream)` has ways to read it. */
export type Download = NonNullable<Response["body"]>;

/** Everything that a call needs to know of a service. */
export interface Client {
  /** Where the service answers, without a slash at the end. */
  readonly endpoint: string;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly send: Send;
}

export interface ClientOptions {
  /** Where the service answers, as its catalog says: `https://cloud.example/compute/v2.1`. */
  readonly endpoint: string | URL;
  /** The credential of every request, or what gives it; a function is asked before each request. */
  readonly token?: string | (() => string | Promise<string>) | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The first sees each request before, and each response after, those behind it. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Sends the requests in place of the `fetch` of the platform. */
  readonly fetch?: Send | undefined;
}

const credential = "x-auth-token";

export function createClient(options: ClientOptions): Client {
  const { token, middleware = [], fetch = (request) => globalThis.fetch(request) } = options;
  // Behind all middleware: one that logs never sees the token, one that repeats gets a fresh one.
  const authenticate: Middleware = async (request, next) => {
    const { headers } = request;
    if (token !== undefined && !headers.has(credential))
      headers.set(credential, typeof token === "function" ? await token() : token);
    return next(request);
  };
  return {
    endpoint: String(options.endpoint).replace(/\/+$/, ""),
    headers: options.headers ?? {},
    send: [...middleware, authenticate].reduceRight<Send>(
      (next, layer) => (request) => layer(request, next),
      fetch,
    ),
  };
}

/**
 * A response that is not a result: the documentation does not have it, or has it and the caller
 * asked to have errors thrown.
 */
export class ResponseError<Status extends number = number, Body = unknown> extends Error {
  override readonly name: string = "ResponseError";
  /** As documented, for example `GET /images/{image_id}`. */
  declare readonly operation: string;
  declare readonly status: Status;
  /** The value of a body in JSON, the text of any other. */
  declare readonly body: Body;
  declare readonly headers: Headers;
  /** Whether the documentation has it, so that its body has the documented type. */
  declare readonly documented: boolean;

  constructor(
    operation: string,
    { status, body, headers }: Answer<Status, Body>,
    documented: boolean = false,
  ) {
    const id = headers.get("x-openstack-request-id");
    super(`${operation}: ${status} ${messageOf(body)}${id === null ? "" : ` (${id})`}`);
    Object.assign(this, { operation, status, body, headers, documented });
  }
}

const json = "application/json";

/** The parts of a request; each operation has a type of its own for them. */
export interface OperationRequest {
  readonly path?: object | undefined;
  readonly query?: object | undefined;
  readonly headers?: object | undefined;
  readonly body?: unknown;
}

/** The request of an operation without parameters and body. */
export interface EmptyRequest {
  readonly path?: undefined;
  readonly query?: undefined;
  readonly headers?: undefined;
  readonly body?: undefined;
}

/** What an operation has beside JSON: media types, and the answers whose body is something else. */
export interface Media {
  /** The media type of the body that is sent; `""` lets the platform name it. */
  readonly send?: string;
  /** The media types that are asked for. */
  readonly accept?: string;
  /** Where a redirection is a documented answer, and not to be followed. */
  readonly redirect?: "manual";
  /** By status: `none` where the documentation has no body, `any` where it says nothing of it. */
  readonly [status: number | `${number}XX`]: Kind;
  readonly default?: Kind;
}

type Kind = "text" | "stream" | "none" | "any";

/** A status; behind them ranges such as `"2XX"` for those that have no entry, and `"default"`. */
type Documented<Status extends number> = Status | `${number}XX` | "default";

/**
 * Performs `operation`, written `METHOD /path/{parameter}`, which may answer with a `documented`
 * status.
 */
export function call<Result extends AnyResult>(
  client: Client,
  operation: string,
  documented: readonly Documented<Result["status"]>[],
  request: OperationRequest = {},
  options: CallOptions = {},
  media: Media = {},
): Call<Result> {
  const result = perform<Result>(client, operation, documented, request, options, media);
  const orThrow = async (): Promise<BodyOf<Result>> => {
    const answer = await result;
    if (answer.ok) return answer.body;
    throw new ResponseError(operation, answer, true);
  };
  return Object.assign(result, { orThrow });
}

async function perform<Result extends AnyResult>(
  client: Client,
  operation: string,
  documented: readonly Documented<number>[],
  request: OperationRequest,
  options: CallOptions,
  media: Media,
): Promise<Result> {
  const [method = ""] = operation.split(" ");
  // An endpoint of a catalog may end in what a path begins with, the version and perhaps the
  // project (`/v3/{project_id}`): it is there once.
  const whole = client.endpoint + fill(operation.slice(method.length), request.path);
  const url = new URL(whole.replace(/(\/v\d[^ ]*)? (\1(?![^/]))?/, "$1"));
  for (const [name, value] of defined(request.query)) append(url.searchParams, name, value);

  const { timeout } = options;
  let { signal = null } = options;
  if (timeout !== undefined) {
    const late = AbortSignal.timeout(timeout);
    signal = signal ? AbortSignal.any([signal, late]) : late;
  }
  const { accept = json, send = json } = media;
  const headers = new Headers({ accept });
  const init: RequestInit & { duplex: "half" } = {
    method,
    headers,
    signal,
    redirect: media.redirect ?? "follow",
    duplex: "half", // must be said where the body is a stream
  };
  if (request.body !== undefined) {
    if (send !== "") headers.set("content-type", send);
    init.body = send.includes("json") ? JSON.stringify(request.body) : (request.body as string);
  }
  for (const part of [client, request, options])
    for (const [name, value] of defined(part.headers)) headers.set(name, value as string);

  const response = await client.send(new Request(url, init));
  const { status } = response;
  const ok = status < 400;
  const known = [status, `${String(status)[0]}XX`, "default"];
  const key = documented.find((each) => known.includes(each)) ?? 0;
  const kind = media[key];
  const [body, fits] = await read(response, kind);
  const answer = { status, body: kind === "none" ? undefined : body, headers: response.headers };
  if (!fits || !key) throw new ResponseError(operation, answer);
  const result = { ok, ...answer, ...(!ok && { message: messageOf(body) }) };
  return result as Result;
}

/** `template` with its parameters, each of which stays within its own segment. */
function fill(template: string, parameters: object | undefined): string {
  const values = new Map(defined(parameters));
  return template.replace(/\{(.*?)\}/g, (_, name: string) => {
    const value = String(values.get(name) ?? "");
    // URLs resolve dots even when they are encoded, and an empty name means the collection.
    if (/^\.{0,2}$/.test(value)) throw new TypeError(`${name} cannot be "${value}"`);
    return encodeURIComponent(value);
  });
}

function defined(values: object | undefined): [string, unknown][] {
  return Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
}

/** OpenAPI's `style: form, explode: true`: a list repeats its name, an object gives its members. */
function append(search: URLSearchParams, name: string, value: unknown): void {
  if (Array.isArray(value)) for (const item of value) append(search, name, item);
  else if (typeof value === "object" && value !== null)
    for (const [member, item] of defined(value)) append(search, member, item);
  else search.append(name, value as string);
}

/** A body, and whether it is what the documentation promises: JSON, `kind`, or nothing at all. */
async function read(response: Response, kind: Kind | undefined): Promise<[unknown, boolean]> {
  if (kind === "stream") return [response.body ?? new Blob([]).stream(), true];
  const text = await response.text();
  if (kind === "text") return [text, true];
  if (text === "") return [undefined, true];
  try {
    if (/json|^$/.test(response.headers.get("content-type") ?? "")) return [JSON.parse(text), true];
  } catch {} // not what it says it is
  return [text, kind !== undefined];
}

const telling = ["message", "detail", "error", "faultstring", "description", "title"];

/** Finds the message in `{ itemNotFound: { message } }`, `{ errors: [{ detail }] }` and their kin. */
export function messageOf(body: unknown, depth: number = 5): string {
  if (typeof body === "string")
    return body
      .slice(0, 2000)
      .replace(/(<[^>]*>|\s)+/g, " ")
      .trim();
  if (typeof body !== "object" || !body || !depth) return "";
  const members = body as Readonly<Record<string, unknown>>;
  for (const value of [...telling.map((name) => members[name]), ...Object.values(members)]) {
    const said = messageOf(value, depth - 1);
    if (said !== "") return said;
  }
  return "";
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
