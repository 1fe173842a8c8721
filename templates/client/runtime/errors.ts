/**
 * What a call throws, and how it reads: it may stand in any log, so nothing in it is secret.
 *
 * @module
 */
import type { Answer } from "./answers.js";
import { defined, urlOf, type Media, type OperationRequest } from "./request.js";

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

/**
 * An answer that is not the documented success: an error, where the caller asked to have them
 * thrown, or a success without the documented body, which `ok` tells from errors.
 */
export class ResponseError<Status extends number = number, Body = unknown>
  extends Error
  implements Sent
{
  override readonly name: string = "ResponseError";
  declare readonly operation: string;
  declare readonly method: string;
  declare readonly url: string;
  declare readonly version: string | undefined;
  declare readonly status: Status;
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
    const notes = [
      sent.version,
      !documented && `${ok ? "done, but " : ""}not as documented`,
      headers.get("x-openstack-request-id"),
    ];
    const noted = notes.filter(Boolean).join(", ");
    const said = [status, message, noted && `(${noted})`].filter(Boolean).join(" ");
    super(`${sent.method} ${sent.url}: ${said}`);
    Object.assign(this, sent, { status, ok, documented });
    Object.defineProperties(this, { body: { value: body }, headers: { value: headers } });
  }
}

interface Told {
  readonly ok?: boolean;
  readonly documented: boolean;
  readonly message?: string;
}

const secret = /token|secret|passw|signature|sig$|credential|auth|[\w-]key/i;
const hidden = "***";

/** What may be read of a request that was sent with these headers. */
export function sentOf(
  operation: string,
  endpoint: string,
  { path, query }: OperationRequest,
  headers: Headers,
  media: Media = {},
): Sent {
  const [method = "", template = ""] = operation.split(/ (.*)/);
  const values = defined(path).map(([name, value]) => [name, secret.test(name) ? hidden : value]);
  const shown = { path: Object.fromEntries(values) as object, query };
  const url = (media.urlOf ?? urlOf)(endpoint, template, shown);
  const { searchParams } = url;
  searchParams.forEach((_, name) => secret.test(name) && searchParams.set(name, hidden));
  let version: string | undefined;
  headers.forEach((value, name) => {
    if (name.endsWith("api-version")) version ??= value;
  });
  return { operation, method, url: url.href, version };
}

/** `words` without a credential that the service repeats in them. */
export function without(headers: Headers, words: string): string {
  headers.forEach((value, name) => {
    if (value && secret.test(name)) words = words.replaceAll(value.replace(/^\S+ /, ""), hidden);
  });
  return words;
}
