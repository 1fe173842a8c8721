import { type Diagnostic, report } from "../../../diagnostics/diagnostic.js";
import { duplicateTarget } from "../../../diagnostics/rules/duplicate-target.js";
import type { Span } from "../../../diagnostics/span.js";
import type { RstDocument } from "../../../rst/blocks.js";
import type { ExplicitTarget, Names } from "../../../rst/inline/words.js";

/** A document and the names that it defines. */
export interface Defining {
  readonly document: RstDocument;
  readonly names: Names;
}

/**
 * Targets of one document that are defined a second time, other than as the same address (docutils:
 * "Duplicate explicit target name"). A file that is included twice defines nothing anew.
 */
export function repeatedTargets({ explicit }: Names): readonly Diagnostic[] {
  const first = new Map<string, ExplicitTarget>();
  return explicit.flatMap((target) => {
    const { value: name, span, address } = target;
    const known = first.get(name);
    if (known === undefined) {
      first.set(name, target);
      return [];
    }
    const same = address !== undefined && known.address === address;
    if (same || samePlace(known.span, span)) return [];
    return [report(duplicateTarget, span, { name })];
  });
}

/**
 * Labels of headings and citations that an earlier document defines, too: they are known in all
 * (Sphinx: "duplicate label", "duplicate citation").
 */
export function sharedTargets(documents: readonly Defining[]): readonly Diagnostic[] {
  const labels = new Map<string, RstDocument>();
  const citations = new Map<string, RstDocument>();
  const found: Diagnostic[] = [];
  for (const { document, names } of documents) {
    const told = (owner: RstDocument, span: Span, name: string): void => {
      found.push(report(duplicateTarget, span, { name, elsewhere: owner.source }));
    };
    for (const [label, span] of names.citations) {
      const owner = citations.get(label);
      if (owner === undefined) citations.set(label, document);
      else told(owner, span, label);
    }
    const own = new Map<string, Span>();
    for (const { value, span, address } of names.explicit)
      if (address === undefined && !names.aliases.has(value) && !own.has(value))
        own.set(value, span);
    for (const [name, span] of own) {
      const owner = labels.get(name);
      const isCitation = names.citations.get(name) !== undefined;
      if (owner !== undefined && !isCitation) told(owner, span, name);
      else if (isHeading(document, name)) labels.set(name, document);
    }
  }
  return found;
}

/** Whether a label stands before a heading: others Sphinx does not remember with words. */
function isHeading({ targets }: RstDocument, name: string): boolean {
  const target = targets.get(name);
  return target?.kind === "place" && target.title !== name;
}

function samePlace(one: Span, other: Span): boolean {
  return one.source === other.source && one.start === other.start;
}
