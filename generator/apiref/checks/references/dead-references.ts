import { type Diagnostic, report } from "../../../diagnostics/diagnostic.js";
import { linkWithoutTarget } from "../../../diagnostics/rules/link-without-target.js";
import { readInline } from "../../../rst/inline/inline.js";
import { spaced, type MarkedText } from "../../../rst/inline/marked-text.js";
import { normaliseName } from "../../../rst/names.js";
import type { StrictInline } from "../../../rst/inline/strict-inline.js";
import type { Words } from "../../../rst/inline/words.js";

/**
 * Links that are none for a space before their last backquote, as where an address was lost
 * (`words <address>`__): docutils goes on to look for an end, and mostly finds a wrong one.
 */
export function spacedLinks({ prose, nodes }: MarkedText): readonly Diagnostic[] {
  const { text } = prose;
  if (!spaced.test(text)) return [];
  const links = new Set(nodes.flatMap(({ kind, end }) => (kind === "reference" ? [end] : [])));
  return readInline(text).flatMap((node) => {
    const { kind, start, end } = node;
    if (kind !== "reference" || links.has(end)) return [];
    if (!/\s`__?$/.test(text.slice(Math.max(start, end - 4), end))) return [];
    return [report(linkWithoutTarget, prose.spanOf(start, end), { text: node.text })];
  });
}

/** What references may lead to beside the names of their own document; names are normalised. */
export interface Elsewhere {
  hasTarget(name: string): boolean;
  hasCitation(label: string): boolean;
  /** `#`, `*` or `#label` */
  hasFootnote(label: string): boolean;
}

/**
 * References of a document that lead nowhere: names, footnotes, citations and targets that lead on
 * to names (docutils: "Unknown target name", "Too many autonumbered footnote references",
 * "Indirect hyperlink target … which does not exist", "Anonymous hyperlink mismatch"; Sphinx:
 * "citation not found").
 */
export function deadReferences(
  { marked, leading, names }: Words,
  elsewhere: Elsewhere,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const knows = (name: string): boolean =>
    names.targets.has(normaliseName(name)) || elsewhere.hasTarget(normaliseName(name));
  // One that is lost makes the count ambiguous: then docutils links none.
  const anonymous = marked.flatMap(({ nodes }) =>
    nodes.filter((node) => node.kind === "reference" && node.anonymous),
  );
  const mismatch = anonymous.length !== names.anonymous;
  const left = { "#": names.numbered, "*": names.symbols };
  const footnote = (label: string): boolean => {
    if (label === "#" || label === "*") {
      left[label] -= 1;
      return left[label] >= 0 || elsewhere.hasFootnote(label);
    }
    if (label.startsWith("#"))
      return names.footnotes.has(normaliseName(label.slice(1))) || elsewhere.hasFootnote(label);
    // A number may be one that docutils gives to `.. [#]`.
    if (!/\D/.test(label)) return names.numbered > 0 || knows(label);
    return names.citations.has(label) || elsewhere.hasCitation(label);
  };
  const dead = (node: StrictInline): string | undefined => {
    if (node.kind === "alias") return knows(node.to) ? undefined : node.to;
    if (node.kind === "footnote") return footnote(node.label) ? undefined : `[${node.label}]`;
    if (node.kind !== "reference") return undefined;
    return (node.anonymous ? !mismatch : knows(node.name)) ? undefined : node.name;
  };
  for (const { prose, nodes } of marked)
    for (const node of nodes) {
      const text = dead(node)?.replaceAll("``", "").replaceAll(/\s+/g, " ").trim();
      if (text !== undefined)
        found.push(report(linkWithoutTarget, prose.spanOf(node.start, node.end), { text }));
    }
  const round = new Set<string>();
  for (const { name, leadsTo } of leading) {
    if (leadsTo === undefined) continue;
    const { value, span } = leadsTo;
    const circle = circleOf(name, names.aliases);
    if (knows(value) && (circle.length === 0 || round.has(name))) continue;
    circle.forEach((each) => round.add(each));
    found.push(report(linkWithoutTarget, span, { text: value }));
  }
  return found;
}

/** More targets than anybody leads on from one to the next. */
const LONGEST = 50;

/** The names that `name` leads on to and back to itself. */
function circleOf(name: string, aliases: ReadonlyMap<string, string>): readonly string[] {
  const circle: string[] = [];
  let at = name === "" ? undefined : aliases.get(name);
  while (at !== undefined && circle.length < LONGEST) {
    circle.push(at);
    if (at === name) return circle;
    at = aliases.get(at);
  }
  return [];
}
