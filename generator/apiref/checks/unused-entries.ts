import { rememberingOf } from "../../collections/remembered.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { unusedParameterEntry } from "../../diagnostics/rules/unused-parameter-entry.js";
import type { Reading, SourceTree } from "../../source/tree.js";
import type { Chapter, ParameterEntry } from "../model.js";
import { isWhole } from "../whole.js";

/**
 * Entries that no row refers to and no other entry is made from. Told only of a whole reference:
 * a part of one does not know what the rest refers to.
 */
export function unusedEntries(
  tree: SourceTree,
  entries: readonly ParameterEntry[],
  chapters: readonly Chapter[],
): readonly Diagnostic[] {
  if (!isWhole(tree)) return [];
  const rows = chapters.flatMap(({ operations }) =>
    operations.flatMap(({ request, response }) =>
      [...request, ...response].flatMap((list) => list.rows),
    ),
  );
  const used = new Set(rows.map(({ entry }) => entry));
  const read = new Set(rows.map(({ reference: { span } }) => placeKey(span.source, span.start)));
  const elsewhere = namesElsewhere(tree, read);
  return entries
    .filter((entry) => !used.has(entry) && !entry.lends && !elsewhere.has(entry.name))
    .map(({ name, span }) => report(unusedParameterEntry, span, { name }));
}

type TextReading = Extract<Reading, { readonly kind: "text" }>;

/** A line such as `- name: reference`. */
const item = /^[ \t]*-[ \t].*:[ \t]+(\S+)[ \t]*$/gm;

/** What lists refer to that are in no operation, or in a file that no document includes. */
function namesElsewhere(tree: SourceTree, read: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const source of [...tree.documents, ...tree.fragments]) {
    const reading = tree.read(source);
    if (reading.kind !== "text") continue;
    for (const { name, at } of itemsIn(reading))
      if (!read.has(placeKey(source, at))) names.add(name);
  }
  return names;
}

const itemsIn = rememberingOf(({ text }: TextReading) =>
  [...text.matchAll(item)].map((match) => {
    const [line, name = ""] = match;
    return { name, at: match.index + line.lastIndexOf(name) };
  }),
);

const placeKey = (source: string, offset: number): string => `${source}:${offset}`;
