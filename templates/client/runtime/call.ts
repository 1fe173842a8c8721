/**
 * Calls: one request, and what its answer is by the documentation of its operation.
 *
 * @module
 */
import { isOf, read, type AnyResult, type BodyOf, type Kind } from "./answers.js";
import type { CallOptions, Client } from "./client.js";
import { ResponseError, sentOf, type Sent, without } from "./errors.js";
import { messageOf } from "./message.js";
import { exchange, locationOf } from "./redirects.js";
import { initOf, urlOf, type Media, type OperationRequest } from "./request.js";

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
