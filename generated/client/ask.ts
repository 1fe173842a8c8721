// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Calls: one request, and what its answer is by the documentation of its operation. What few
 * operations have stands in `call.ts`, and in the bundle of a program that has one of these.
 *
 * @module
 */
import { read, type AnyResult, type BodyOf, type Kind } from "./answers.js";
import type { CallOptions, CallOptionsAt, Client } from "./client.js";
import { lostOf, ResponseError, sentOf, type Sent, without } from "./errors.js";
import { messageOf } from "./message.js";
import { exchange, locationOf, withinOrigin, type Lead } from "./redirects.js";
import {
  headersOf,
  urlOf,
  type Media,
  type OperationRequest,
  type Plain,
  type Written,
} from "./request.js";
import { within } from "./within.js";

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

/** A status; behind them ranges for those that have no entry, and `default` for all that failed. */
export type Listed = number | `${number}XX` | "default";

/** An operation as it is documented. */
export interface Operation {
  /** `METHOD /path/{parameter}`. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly listed: readonly Listed[];
  readonly media: Media;
}

/** What operations differ in beside their documentation. */
export interface Manner {
  /** Which entry of the documentation a status has. */
  keyOf(status: number, listed: readonly Listed[]): Listed | undefined;
  /** What the body of a documented answer is. */
  kindOf(key: Listed, operation: Operation): Kind | undefined;
  /** The body of a request; its type goes into the headers. */
  write?(body: unknown, media: Media, headers: Headers): Written;
  /** Which redirects are followed. */
  readonly lead: Lead;
  readonly read: typeof read;
  /** The body that stands for the documented one, in a success of a status that is not documented. */
  insteadOf?(status: number, content: unknown, operation: Operation): Given | undefined;
}

/** Of a success what it has of what is documented: the body, or nothing where none is. */
export interface Given {
  readonly body: unknown;
}

/** A GET of JSON, each status of which has an entry of its own. */
export const get: Manner = {
  keyOf: (status, listed) => listed.find((one) => one === status),
  kindOf: (key, { media }) => media[key],
  lead: withinOrigin,
  read,
};

/**
 * Performs a GET that is answered in JSON, written `GET /path/{parameter}`; its documentation lists
 * the statuses `listed`.
 */
export function ask<Result extends AnyResult, Items extends string = never>(
  client: Client,
  operation: string,
  listed: readonly number[],
  request?: OperationRequest,
  options?: CallOptions,
  media?: Media,
): Call<Result, Items> {
  return begun(get, client, operation, listed, request, options, media);
}

/** Begins a call. */
export function begun<Result extends AnyResult, Items extends string = never>(
  manner: Manner,
  client: Client,
  words: string,
  listed: readonly Listed[],
  request: OperationRequest = {},
  options: CallOptionsAt = {},
  media: Media = {},
): Call<Result, Items> {
  const { timeout = Infinity, microversion } = options;
  if (microversion) client = client.pin?.(client as never, microversion as never) ?? client;
  let { signal = null } = options;
  if (timeout !== Infinity) {
    const late = AbortSignal.timeout(timeout);
    signal = signal ? AbortSignal.any([signal, late]) : late;
  }
  const [method = "", path = ""] = words.split(/ (.*)/);
  const operation = { operation: words, method, path, listed, media };
  let bodyOf: () => unknown;
  const performed = perform(manner, client, operation, request, options, signal);
  const result = within(signal, performed).then(([answer, body]) => {
    bodyOf = body;
    return answer as Result;
  });
  const orThrow = async (): Promise<BodyOf<Result>> => {
    await result;
    return bodyOf() as BodyOf<Result>;
  };
  return Object.assign(result, { orThrow, media: media as Call<Result, Items>["media"] });
}

/** What a call came to: its answer, and the body that was asked for, or an error. */
type Performed = readonly [answer: AnyResult, bodyOf: () => unknown];

async function perform(
  manner: Manner,
  client: Client,
  operation: Operation,
  given: OperationRequest,
  options: CallOptions,
  signal: AbortSignal | null,
): Promise<Performed> {
  const { method, path, listed, media } = operation;
  const endpoint = (await client.locate?.(signal)) ?? client.endpoint;
  const request = (await media.fill?.(given, client, endpoint, signal)) ?? given;
  const download = Object.values(media).includes("stream");
  const sentWith = (headers: Headers): Sent =>
    sentOf(operation.operation, endpoint, request, headers, media);
  const headers = headersOf(media.accept, [client, media.headersOf?.(request) ?? request, options]);
  const url = (media.urlOf ?? urlOf)(endpoint, path, request);
  const body = manner.write?.(request.body, media, headers);
  const [last, response] = await exchange(
    client.send,
    { url, method, headers, signal, redirect: "manual", ...body },
    (from, asked) => {
      const key = manner.keyOf(from.status, listed) ?? "default";
      return key === "default"
        ? manner.lead(from, asked, new URL(url).origin, download)
        : undefined;
    },
    { operation: operation.operation, options, download, sent: sentWith },
  );
  const sent = (): Sent => sentWith(last.headers);
  if (response.type === "opaqueredirect")
    throw new TypeError(`${method} ${sent().url} redirects, and a page cannot see where to`);
  const { status } = response;
  const key = manner.keyOf(status, listed);
  const documented = key !== undefined;
  const ok = documented && key !== "default" ? status < 400 : response.ok;
  const kind = documented ? manner.kindOf(key, operation) : ok && download ? "stream" : "any";
  const [content, fits] = await manner.read(response, kind).catch((error: unknown) => {
    throw lostOf(error, last, sent());
  });
  const said = {
    documented,
    status,
    body: kind === "none" ? undefined : content,
    headers: response.headers,
  };
  const answer: AnyResult = ok
    ? { ok, ...said }
    : { ok, ...said, message: told(response, last, content) };
  if (!fits) throw new ResponseError(sent(), { ...answer, documented: false });
  const succeeded = documented ? answer : manner.insteadOf?.(status, content, operation);
  const bodyOf = (): unknown => {
    if (ok && succeeded) return succeeded.body;
    throw new ResponseError(sent(), answer);
  };
  return [answer, bodyOf];
}

/** What an answer says in words: of a redirect, where to; the rest of it may hold a signature. */
function told(response: Response, { url, headers }: Plain, content: unknown): string {
  const location = locationOf(response, url);
  return without(headers, location ? `redirects to ${location.origin}` : messageOf(content));
}
