import type { Operation, Row, Side } from "../../infer/model.js";

/**
 * The media type that the docs name for one side: in the row of a Content-Type header, as a default
 * or as the only one that its words name, what stands in parentheses aside. Undefined where they
 * name none or several.
 */
export function mediaTypeOf(operation: Operation, side: Side): string | undefined {
  const row = headerOf(operation, side, "content-type");
  if (row?.entry === undefined) return undefined;
  const given = typeof row.entry.default === "string" ? row.entry.default : "";
  const words = `${given} ${row.entry.description.markdown}`;
  return onlyType(words) ?? onlyType(words.replace(/\([^()]*\)/g, ""));
}

/**
 * Whether a side has content, since it documents how long that is: Content-Length frames the
 * content of a message (RFC 9110, section 8.6), Transfer-Encoding does (RFC 9112, section 6).
 */
export function hasContent(operation: Operation, side: Side): boolean {
  return ["content-length", "transfer-encoding"].some(
    (name) => headerOf(operation, side, name) !== undefined,
  );
}

function onlyType(words: string): string | undefined {
  const named = new Set(
    [...words.matchAll(/\b(?:application|text|image|multipart)\/[a-z0-9][\w.+-]*\w/gi)].map(
      ([type]) => type.toLowerCase(),
    ),
  );
  const [only] = named;
  return named.size === 1 ? only : undefined;
}

/** The row of a header, by its name in small letters. */
function headerOf(operation: Operation, side: Side, wanted: string): Row | undefined {
  const lists = side === "request" ? operation.request : operation.response;
  return lists
    .flatMap(({ rows }) => rows)
    .find(({ name, entry }) => name.value.toLowerCase() === wanted && entry?.in === "header");
}
