import type { Operation, Side } from "../apiref/model.js";

/**
 * The media type that the docs name for one side: in the row of a Content-Type (or Accept) header,
 * as a default or as the only one that its words name. Undefined where they name none or several.
 */
export function mediaTypeOf(operation: Operation, side: Side): string | undefined {
  const lists = side === "request" ? operation.request : operation.response;
  const row = lists
    .flatMap(({ rows }) => rows)
    .find(
      ({ name, entry }) => name.value.toLowerCase() === "content-type" && entry?.in === "header",
    );
  if (row?.entry === undefined) return undefined;
  const given = typeof row.entry.default === "string" ? row.entry.default : "";
  const words = `${given} ${row.entry.description.markdown}`;
  const named = new Set(
    [...words.matchAll(/\b(?:application|text|image|multipart)\/[a-z0-9][\w.+-]*\w/gi)].map(
      ([type]) => type.toLowerCase(),
    ),
  );
  const [only] = named;
  return named.size === 1 ? only : undefined;
}
