import { leftOutBy, settingsOf } from "../apiref/files/sphinx-settings.js";
import type { ApiReference } from "../apiref/model.js";
import { missingInFirst } from "../apiref/published/late-path-rows.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { undocumentedPathParameter } from "../diagnostics/rules/undocumented-path-parameter.js";
import { sphinxWarnings } from "../diagnostics/sphinx-warnings.js";
import type { SourceId, Span } from "../diagnostics/span.js";
import type { SourceTree } from "../source/tree.js";

/** Of `found`, what makes `sphinx-build -W` fail on the same tree. */
export function warningsOfSphinx(
  tree: SourceTree,
  reference: ApiReference,
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  const leftOut = leftOutBy(tree, settingsOf(tree));
  const isShown = shownEntries(tree, reference);
  const variables = variablesMissed(reference);
  return found.filter((finding) => {
    const { code, span, sphinx } = finding;
    if (!sphinxWarnings.has(code) || sphinx === "passes") return false;
    if (span === undefined) return true;
    if (code === undocumentedPathParameter.code)
      return variables.has(`${span.source}:${span.start}`);
    return !leftOut(span.source) && (ofWholeFile.has(code) || isShown(span));
  });
}

/** What os-api-ref says of a parameters file as a whole, whatever is shown of it. */
const ofWholeFile: ReadonlySet<string> = new Set(
  "invalid-yaml misspelt-value unknown-place unreadable-parameter-entry unsorted-parameter-entry".split(
    " ",
  ),
);

/** Where the variables stand that os-api-ref looks for in the first list of their operation. */
function variablesMissed({ chapters }: ApiReference): ReadonlySet<string> {
  const places = chapters
    .flatMap(({ operations }) => operations)
    .flatMap((operation) => {
      const { value, span } = operation.url;
      return missingInFirst(operation).map(
        (name) => `${span.source}:${span.start + Math.max(0, value.indexOf(`{${name}}`))}`,
      );
    });
  return new Set(places);
}

/**
 * Whether what stands at a place of a YAML file is shown by any list: os-api-ref reads the words of
 * an entry or a reason when it shows it.
 */
function shownEntries(tree: SourceTree, reference: ApiReference): (span: Span) => boolean {
  const operations = reference.chapters.flatMap((chapter) => chapter.operations);
  const lists = operations.flatMap(({ request, response }) => [...request, ...response]);
  const files = new Set(reference.entries.map(({ file }) => file));
  const shown = new Set([
    ...lists.flatMap(({ rows }) =>
      rows.flatMap(({ entry }) => (entry ? [keyOf(entry.file, entry.name)] : [])),
    ),
    // What another entry is made of is shown with it.
    ...reference.entries.flatMap(({ file, name, lends }) => (lends ? [keyOf(file, name)] : [])),
  ]);
  const reasons = new Set(
    operations.flatMap(({ statuses }) =>
      statuses.map(({ code, name }) => `${code}\n${name ?? "default"}`),
    ),
  );
  return ({ source, start }) => {
    if (!/\.ya?ml$/.test(source)) return true;
    const reading = tree.read(source);
    if (reading.kind !== "text") return true;
    const [entry = "", reason = "default"] = keysAround(reading.text, start);
    if (files.has(source)) return shown.has(keyOf(source, entry));
    return reasons.has(`${entry}\n${reason}`) || reasons.has(`${entry}\ndefault`);
  };
}

function keyOf(file: SourceId, name: string): string {
  return `${file}\n${name}`;
}

/** The keys that a place of a YAML file lies under, outermost first, by their indentation. */
function keysAround(text: string, at: number): readonly string[] {
  const keys: string[] = [];
  let indent = Number.POSITIVE_INFINITY;
  const end = text.indexOf("\n", at);
  const lines = text.slice(0, end < 0 ? text.length : end).split("\n");
  for (const line of lines.toReversed()) {
    const match = /^( *)(?:"([^"]*)"|'([^']*)'|([^\s#'"][^:]*?)) *:(?: |\r?$)/.exec(line);
    const depth = match?.[1]?.length ?? Number.POSITIVE_INFINITY;
    if (match === null || depth >= indent) continue;
    keys.unshift(match[2] ?? match[3] ?? match[4] ?? "");
    indent = depth;
    if (depth === 0) break;
  }
  return keys;
}
