// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:ea1a3d76ef1081e1

/**
 * Reads the bodies of requests.
 *
 * @module
 */
import { isUtf8 } from "node:buffer";
import { Refusal } from "./entries.js";
import type { Incoming } from "./entries.js";
import { InexactNumber, readJson } from "./json.js";
import type { Operation } from "./prepare.js";
import type { Placed } from "./router.js";
import type { JsonValue, RequestContent } from "./runtime.js";

/** A body that was read. */
export interface Body {
  readonly value: JsonValue | RequestContent | undefined;
  readonly isJson: boolean;
}

/** What is there where no body is documented or sent. */
const noBody: Body = { value: undefined, isJson: true };

/** What these operations have of a body at once: the bytes as they come, or nothing; JSON is read. */
export function formOf(served: readonly Placed<Operation>[], incoming: Incoming): Body | "json" {
  const inputs = served.flatMap(({ entry }) => entry.body ?? []);
  if (inputs.length === 0) return noBody;
  const { content } = incoming;
  if (content === undefined) return noBody;
  const others = inputs.flatMap(({ mediaType }) => mediaType ?? []);
  if (others.length === 0) return "json";
  const said = saidBy(incoming);
  const isNamed = others.some((mediaType) => mediaTypeOf(mediaType) === said);
  const takesOther = others.some((mediaType) => !mediaType.endsWith("json"));
  const isOther = takesOther && (!isJson(said) || others.length === inputs.length);
  return isNamed || isOther ? { value: content, isJson: false } : "json";
}

/** The body that these bytes are. */
export function bodyIn(
  bytes: Buffer | undefined,
  incoming: Incoming,
  limit: number,
): Body | Refusal {
  if (bytes === undefined) return new Refusal(413, `The body has more than ${limit} bytes.`);
  if (!isUtf8(bytes)) return new Refusal(400, "The body is not valid UTF-8.");
  // A mark of the order of bytes says nothing in UTF-8 (RFC 8259, 8.1).
  const text = bytes.toString().replace(/^\ufeff/, "");
  if (/^\s*$/.test(text)) return noBody;
  const said = saidBy(incoming);
  return isJson(said)
    ? parsed(text)
    : new Refusal(415, `The body must be application/json, and not ${said}.`);
}

function saidBy(incoming: Incoming): string {
  return mediaTypeOf(incoming.header("content-type") ?? "");
}

/** Without a type it is taken for JSON. */
function isJson(mediaType: string): boolean {
  return /^$|[/+]json$/.test(mediaType);
}

/** A media type without its parameters. */
function mediaTypeOf(text: string): string {
  const end = text.indexOf(";");
  return (end < 0 ? text : text.slice(0, end)).trim().toLowerCase();
}

function parsed(text: string): Body | Refusal {
  try {
    return { value: readJson(text), isJson: true };
  } catch (error) {
    const why = error instanceof Error ? error.message : "unreadable";
    const is = error instanceof InexactNumber ? "" : "is not valid JSON: ";
    return new Refusal(400, `The body ${is}${why}.`);
  }
}
