import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { versionNotInHistory } from "../../diagnostics/rules/version-not-in-history.js";
import { versionWithoutWords } from "../../diagnostics/rules/version-without-words.js";
import type { SourceId, Span } from "../../diagnostics/span.js";
import type { SourceTree } from "../../source/tree.js";
import { compareVersions, nextVersion, previousVersion } from "../../versions/versions.js";
import type { Chapter, ParameterEntry, VersionHistory } from "../model.js";
import { isWhole } from "../whole.js";

/** One bound that the docs state. */
interface Bound {
  readonly bound: "first" | "last";
  readonly version: string;
  readonly span: Span;
}

/** Bounds of which the version history says nothing, and versions of it that nothing else speaks of. */
export function checkHistory(
  tree: SourceTree,
  history: VersionHistory,
  entries: readonly ParameterEntry[],
  chapters: readonly Chapter[],
): readonly Diagnostic[] {
  const bounds = [...entries.flatMap(boundsOfEntry), ...boundsOfOperations(chapters)];
  return [...untold(history, bounds), ...withoutWords(tree, history, entries, bounds)];
}

function boundsOfEntry(entry: ParameterEntry): readonly Bound[] {
  return [
    ...bound("first", entry.minVersion, entry.minVersionSpan),
    ...bound("last", entry.maxVersion, entry.maxVersionSpan),
  ];
}

function boundsOfOperations(chapters: readonly Chapter[]): readonly Bound[] {
  return chapters.flatMap(({ operations }) =>
    operations.flatMap(({ minVersion, maxVersion }) => [
      ...bound("first", minVersion?.value, minVersion?.span),
      ...bound("last", maxVersion?.value, maxVersion?.span),
    ]),
  );
}

function bound(
  which: Bound["bound"],
  version: string | undefined,
  span: Span | undefined,
): readonly Bound[] {
  const isOne = version !== undefined && /^\d+\.\d+$/.test(version);
  return isOne && span !== undefined ? [{ bound: which, version, span }] : [];
}

/**
 * Bounds whose change the history does not have: what begins with a version came in it, what ends
 * with one went in the next. What lies before the first version of the history is older than it.
 */
function untold(history: VersionHistory, bounds: readonly Bound[]): readonly Diagnostic[] {
  const told = history.versions
    .map(({ version }) => version.value)
    .toSorted((a, b) => compareVersions(a, b));
  const [first = "", last = ""] = [told[0], told.at(-1)];
  const known = new Set(told);
  return bounds.flatMap(({ bound: which, version, span }) => {
    const wanted = which === "first" ? version : nextVersion(version);
    if (wanted === undefined || known.has(wanted) || compareVersions(wanted, first) < 0) return [];
    const found = { version, bound: which, wanted, history: history.document, last };
    return [report(versionNotInHistory, span, found)];
  });
}

/** A version where it stands in a text, and is no part of a longer number. */
const version = /(?<![\d.])\d+\.\d+(?![\d]|\.\d)/g;

/**
 * Versions of the history that no text, no bound and no name of a sample's folder has. The first is
 * where everything begins. Told only of a whole reference: the rest may speak of them.
 */
function withoutWords(
  tree: SourceTree,
  history: VersionHistory,
  entries: readonly ParameterEntry[],
  bounds: readonly Bound[],
): readonly Diagnostic[] {
  if (!isWhole(tree)) return [];
  const own = new Set<SourceId>(history.sources);
  const files = new Set([...tree.documents, ...tree.fragments, ...entries.map(({ file }) => file)]);
  const spoken = new Set<string>();
  for (const file of files) {
    const reading = own.has(file) ? undefined : tree.read(file);
    if (reading?.kind !== "text") continue;
    for (const [words] of reading.text.matchAll(version)) spoken.add(words);
  }
  // What ends with a version says that the next one has a change.
  const ended = new Set(bounds.filter((each) => each.bound === "last").map((each) => each.version));
  return history.versions.slice(1).flatMap(({ version: { value, span } }) => {
    const isEnd = ended.has(previousVersion(value) ?? "");
    return spoken.has(value) || isEnd
      ? []
      : [report(versionWithoutWords, span, { version: value })];
  });
}
