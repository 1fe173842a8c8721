import type { Said } from "../../diagnostics/span.js";
import type { Block, RstDocument, Section } from "../../rst/blocks.js";
import type { SourceTree } from "../../source/tree.js";
import type { HistoryVersion } from "../model.js";

/** `2.38 (Maximum in Newton)`, `1.1 - Aggregates`, `v2.5`: a version, and not a release such as 10.0.0. */
const heading = /^(?:v|version )?(\d+\.\d+)(?![\d.])/i;

/**
 * The versions that a document tells of: the headings that begin with one, at whatever level, as
 * the histories of OpenStack's services have them (`rest_api_version_history.rst`).
 */
export function versionsOf(tree: SourceTree, document: RstDocument): readonly HistoryVersion[] {
  const seen = new Set<string>();
  return sectionsOf(document.blocks).flatMap((section) => {
    const version = versionOf(section);
    if (version === undefined || seen.has(version.value)) return [];
    seen.add(version.value);
    return [{ version, words: wordsOf(tree, section) }];
  });
}

function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  return blocks.flatMap((block) =>
    block.kind === "section" ? [block, ...sectionsOf(block.blocks)] : [],
  );
}

function versionOf({ title, titleSpan }: Section): Said<string> | undefined {
  const [words, version] = heading.exec(title) ?? [];
  if (words === undefined || version === undefined) return undefined;
  const start = titleSpan.start + words.length - version.length;
  return { value: version, span: { ...titleSpan, start, end: start + version.length } };
}

/**
 * The heading and the text of a section, its code as well: what a history names often stands in an
 * example only. Without the marks of literals, so that names are words.
 */
function wordsOf(tree: SourceTree, { span }: Section): string {
  const reading = tree.read(span.source);
  if (reading.kind !== "text") return "";
  return reading.text.slice(span.start, span.end).replaceAll("``", "").trim();
}
