// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What a call throws, and how it reads: it may stand in any log, so nothing in it is secret.
 *
 * @module
 */
import type { Answer } from "./answers.js";
import { defined, urlOf, type Media, type OperationRequest, type Outgoing } from "./request.js";

/** What was asked, as far as everybody may read it. */
export interface Sent {
  /** As documented, for example `GET /images/{image_id}`. */
  readonly operation: string;
  readonly method: string;
  /** Where it went; what its words call a token, secret or signature is hidden. */
  readonly url: string;
  /** The version that was asked for, as its header says: `compute 2.53`. */
  readonly version: string | undefined;
}

/** The same in every copy of this module. */
const brand: unique symbol = Symbol.for("restanza.ResponseError");

/**
 * An answer that is not the documented success: an error, where the caller asked to have them
 * thrown, or a success without the documented body, which `ok` tells from errors.
 */
export class ResponseError<Status extends number = number, Body = unknown>
  extends Error
  implements Sent
{
  /** Also true of errors of another copy of this class: each client may have one of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    const own = value as { readonly [brand]?: true } | null | undefined;
    return this === ResponseError ? own?.[brand] === true : super[Symbol.hasInstance](value);
  }

  override readonly name: string = "ResponseError";
  declare readonly operation: string;
  declare readonly method: string;
  declare readonly url: string;
  declare readonly version: string | undefined;
  declare readonly status: Status;
  /** What the service calls it: `itemNotFound`, `NetworkNotFound`, "Not Found". */
  declare readonly fault: string | undefined;
  /** What the service calls the request, for who asks its operators. */
  declare readonly requestId: string | undefined;
  /** Whether the service did what was asked, whatever its answer lacks: asking again does it twice. */
  declare readonly ok: boolean;
  /** Whether the documentation has it, so that its body has the documented type. */
  declare readonly documented: boolean;
  /** The value of a body in JSON, the text of any other; not shown where the error is printed. */
  declare readonly body: Body;
  /** Not shown either: services answer with tokens in their headers. */
  declare readonly headers: Headers;

  constructor(sent: Sent, answer: Answer<Status, Body> & Told) {
    const { status, body, headers, documented, message = "", ok = status < 300 } = answer;
    const requestId = headerLike(headers, /^x-(.*request|trans)-id$/);
    const notes = [
      sent.version,
      !documented && `${ok ? "done, but " : ""}not as documented`,
      requestId,
    ];
    const noted = notes.filter(Boolean).join(", ");
    const said = [status, message, noted && `(${noted})`].filter(Boolean).join(" ");
    super(`${sent.method} ${sent.url}: ${said}`);
    Object.assign(this, sent, { status, ok, documented, fault: faultOf(body), requestId });
    const unseen = { body: { value: body }, headers: { value: headers }, [brand]: { value: true } };
    Object.defineProperties(this, unseen);
  }

  /** What is not secret, for logs in JSON. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/**
 * A connection that was not made, or lost before the whole answer was there. What the platform
 * says of it is its `cause`.
 */
export class ConnectionError extends TypeError implements Sent {
  override readonly name: string = "ConnectionError";
  declare readonly operation: string;
  declare readonly method: string;
  declare readonly url: string;
  declare readonly version: string | undefined;

  constructor(sent: Sent, words: string, cause: unknown) {
    super(`${sent.method} ${sent.url}: ${words}`, { cause });
    Object.assign(this, sent);
  }
}

/** What is thrown where `fetch` rejects with `error`: it tells which request that was, if that is known. */
export function lostOf(error: unknown, { headers, signal }: Outgoing, sent?: Sent): unknown {
  if (!sent || signal?.aborted || !(error instanceof Error) || "operation" in error) return error;
  const { cause, code, message } = error as Coded & { readonly cause?: Coded };
  const words = [message, cause?.code ?? cause?.message ?? code].filter(Boolean).join(", ");
  return new ConnectionError(sent, without(headers, words), error);
}

/** An error of a platform: some say in a code what it is. */
interface Coded {
  readonly message: string;
  readonly code?: string;
}

interface Told {
  readonly ok?: boolean;
  readonly documented: boolean;
  readonly message?: string;
}

/** The first header with such a name. */
function headerLike(headers: Headers, names: RegExp): string | undefined {
  let found: string | undefined;
  headers.forEach((value, name) => {
    if (names.test(name)) found ??= value;
  });
  return found;
}

/** The name of a fault: what it calls its type or title, else the member that it stands under. */
function faultOf(body: unknown): string | undefined {
  const [name, held] =
    Object.entries(body ?? {}).find(([, value]) => value instanceof Object) ?? [];
  const inner = ([held].flat()[0] ?? body) as Readonly<Record<string, unknown>> | null;
  // Longer words are no name, and might repeat what was sent.
  const isName = (value: unknown): value is string => /^[a-z][\w .-]{0,40}$/i.test(`${value}`);
  return [inner?.["type"], inner?.["title"], name].filter(Boolean).find(isName);
}

const secret = /token|secret|passw|signature|sig$|credential|auth|[\w-]key/i;
const hidden = "***";

/** What may be read of a request that was sent with these headers. */
export function sentOf(
  operation: string,
  endpoint: string,
  request: OperationRequest,
  headers: Headers,
  media: Media = {},
): Sent {
  const [method = "", path = ""] = operation.split(/ (.*)/);
  const values = defined(request.path).map(([name, value]) => [
    name,
    secret.test(name) ? hidden : value,
  ]);
  const shown = { path: Object.fromEntries(values) as object, query: request.query };
  const url = new URL((media.urlOf ?? urlOf)(endpoint, path, shown));
  const { searchParams } = url;
  searchParams.forEach((_, name) => secret.test(name) && searchParams.set(name, hidden));
  return { operation, method, url: url.href, version: headerLike(headers, /api-version$/) };
}

/** `words` without a credential that the service repeats in them. */
export function without(headers: Headers, words: string): string {
  headers.forEach((value, name) => {
    if (value && secret.test(name)) words = words.replaceAll(value.replace(/^\S+ /, ""), hidden);
  });
  return words;
}
