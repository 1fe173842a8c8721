import { rememberingOf } from "../collections/remembered.js";
import type { Operation } from "../apiref/model.js";
import type { SiteNote } from "../emit/site/source.js";
import type { OpenApiDocument } from "../openapi/document.js";
import { codeSpan } from "../rst/markdown/escape-markdown.js";

/** Reasons of codes that the document has nowhere: of several for one code it has the first. */
export function unplacedReasons(
  { statuses }: Operation,
  described: ReadonlySet<string>,
): readonly SiteNote[] {
  const items = new Set(
    statuses.flatMap(({ code, reason }) =>
      reason === undefined || described.has(reason)
        ? []
        : [`- ${code}: ${reason.replaceAll("\n", "\n  ")}`],
    ),
  );
  return items.size === 0 ? [] : [{ side: "response", markdown: [...items].join("\n") }];
}

/** Everything that a document describes anything with; of each of its parts it is found once. */
export function descriptionsIn(document: OpenApiDocument): ReadonlySet<string> {
  const { paths, components, ...rest } = document;
  const { schemas, ...others } = components ?? {};
  const parts = [...Object.values(paths ?? {}), ...Object.values(schemas ?? {})];
  return new Set([...described([rest, others]), ...parts.flatMap((part) => [...inPart(part)])]);
}

const inPart = rememberingOf((part: object) => described(part));

function described(value: object): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: unknown[] = [value];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (typeof at !== "object" || at === null) continue;
    for (const [name, inner] of Object.entries(at)) {
      if (name === "description" && typeof inner === "string") found.add(inner);
      else if (typeof inner === "object" && inner !== null) waiting.push(inner);
    }
  }
  return found;
}

/**
 * Rows whose words the document has nowhere: headers that OpenAPI says in other ways, and members
 * that are the keys of a map. What docs say of them is shown beside the operation.
 */
export function unplacedRows(
  { request, response }: Operation,
  described: ReadonlySet<string>,
): readonly SiteNote[] {
  const sides = [
    ["request", request],
    ["response", response],
  ] as const;
  return sides.flatMap(([side, lists]) => {
    const items = new Set<string>();
    for (const { name, entry } of lists.flatMap(({ rows }) => rows)) {
      const words = entry?.description.markdown ?? "";
      if (words === "" || described.has(words)) continue;
      const place = entry?.in === undefined ? "" : ` (${entry.in})`;
      items.add(`- ${codeSpan(name.value)}${place}: ${words.replaceAll("\n", "\n  ")}`);
    }
    return items.size === 0 ? [] : [{ side, markdown: [...items].join("\n") }];
  });
}
