// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * A request as the documentation describes it: its URL, its headers and its body.
 *
 * @module
 */
import type { Kind } from "./answers.js";
import type { Client } from "./client.js";

/** A body to upload that is not JSON: text, bytes, a blob, a form, a stream of the web or of Node. */
export type Upload = NonNullable<RequestInit["body"]> | Uint8Array | AsyncIterable<Uint8Array>;

/** The parts of a request; each operation has a type of its own for them. */
export interface OperationRequest {
  readonly path?: object | undefined;
  readonly query?: object | undefined;
  readonly headers?: object | undefined;
  readonly cookies?: object | undefined;
  readonly body?: unknown;
}

/** The request of an operation without parameters and body. */
export interface EmptyRequest {
  readonly path?: undefined;
  readonly query?: undefined;
  readonly headers?: undefined;
  readonly cookies?: undefined;
  readonly body?: undefined;
}

/** What an operation has beside JSON: media types, answers whose body is something else, lists. */
export interface Media {
  /** The media type of the body that is sent; `""` lets the platform name it. */
  readonly send?: string;
  /** The media types that are asked for. */
  readonly accept?: string;
  /** Of a list: the member of the answer that holds it; `""` where it is the answer. */
  readonly items?: string;
  /** Where no link leads to the next page: the member of an item that the query's `marker` takes. */
  readonly marker?: string;
  /** Where neither a link nor a marker does: the query's `offset` counts items. */
  readonly offset?: true;
  /** What fills in of a request what its client knows: it is loaded only for these. */
  readonly fill?: (
    request: OperationRequest,
    client: Client,
    endpoint: string,
    signal: AbortSignal | null,
  ) => Promise<OperationRequest>;
  /** What writes parameters that are not written as is usual: it is loaded only for these. */
  readonly urlOf?: typeof urlOf;
  readonly headersOf?: (request: OperationRequest) => { readonly headers: object };
  /** By status, or by range where the documentation names none. */
  readonly [status: number]: Kind;
  readonly [range: `${number}XX`]: Kind;
  readonly default?: Kind;
}

/**
 * A request as `fetch` takes it beside its URL. It is no `Request` yet: platforms make one of
 * whatever `fetch` is given, and a second one costs as much as all else that a call does.
 */
export interface Plain extends RequestInit {
  readonly url: string;
  readonly method: string;
  /** Those of the `Request` that it was made one for, where it was. */
  headers: Headers;
  readonly signal: AbortSignal | null;
}

/** A request on its way out: middleware makes a `Request` of each, and may make others. */
export type Outgoing = Plain | Request;

/** A request for who wants a `Request`. */
export function requestOf(request: Outgoing): Request {
  return request instanceof Request ? request : new Request(request.url, request);
}

const json = "application/json";

/**
 * The URL of `path` with its parameters below `endpoint`, which may have a query of its own. An
 * endpoint of a catalog may end in what a path begins with, the version and perhaps the project
 * (`/v3/{project_id}`): it is there once.
 */
export function urlOf(endpoint: string, path: string, request: OperationRequest): string {
  const [base, own] = endpoint.split(/\?(.*)/);
  const url = `${base} ${fill(path, request.path)}`
    .replace(/(\/v\d[^ ]*) \1(?![^/])/, "$1")
    .replace(" ", "");
  const query = new URLSearchParams();
  for (const [name, value] of defined(request.query))
    // OpenAPI's `style: form, explode: true`: a list repeats its name.
    for (const item of [value].flat()) query.append(name, item as string);
  const search = [own, `${query}`].filter(Boolean).join("&");
  return search ? `${url}?${search}` : url;
}

/** Platforms print what they cannot read, which may hold a password; here it is undefined. */
export function parseUrl(words: string | URL, base?: string): URL | undefined {
  try {
    return new URL(words, base);
  } catch {
    return undefined;
  }
}

/** The headers of a request; the last of `parts` to have one wins. */
export function headersOf(
  accept: string = json,
  parts: readonly { readonly headers?: object | undefined }[],
): Headers {
  const headers = new Headers({ accept });
  for (const part of parts)
    for (const [name, value] of defined(part.headers)) setHeader(headers, name, value as string);
  return headers;
}

/** What of a request is its body. */
export type Written = Pick<RequestInit, "body"> & { readonly duplex?: "half" };

/** A body as it is sent, in JSON unless `send` says otherwise; its type goes into `headers`. */
export function write(body: unknown, { send = json }: Media, headers: Headers): Written {
  if (body === undefined) return {};
  // Only the platform knows the boundary between the parts of a form.
  if (body instanceof FormData) headers.delete("content-type");
  else if (send !== "" && !headers.has("content-type")) headers.set("content-type", send);
  return {
    body: /\bjson(?!l|-s)/i.test(send) ? JSON.stringify(body) : (body as string),
    duplex: "half", // must be said where the body is a stream
  };
}

/** Platforms print the value that they refuse, which may be a token. */
export function setHeader(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    throw new TypeError(`what ${name} is to say cannot stand in a header`);
  }
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

export function defined(values: object | undefined): [string, unknown][] {
  return Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
}
