import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Directive, RstDocument } from "../../rst/blocks.js";
import type { MarkedText } from "../../rst/inline/marked-text.js";
import { normaliseName } from "../../rst/names.js";
import { unendedMarkup } from "../../rst/inline/unended-markup.js";
import { type Names, readWords, type Words } from "../../rst/inline/words.js";
import type { SourceTree } from "../../source/tree.js";
import { deadLinks } from "./dead-links.js";
import { deadReferences, type Elsewhere, spacedLinks } from "./dead-references.js";
import { repeatedTargets, sharedTargets } from "./duplicate-targets.js";
import { misdefinedSubstitutions } from "./misdefined-substitutions.js";
import { emptySelections } from "./empty-selections.js";
import { missingFiles } from "./missing-files.js";
import { otherStanzas } from "./other-stanzas.js";
import { referenceTargets } from "./reference-targets.js";
import { unknownDirectives } from "./unknown-directives.js";
import { unreadableRoles } from "./unreadable-roles.js";
import { unreferencedFootnotes } from "./unreferenced-footnotes.js";

/** What is amiss within the prose of the docs. */
export interface ProseChecks {
  /** In all documents; asked last, since they may refer to names in texts of other files. */
  inDocuments(): readonly Diagnostic[];
  /** In a text of another file, such as a description in YAML, which any document may show. */
  of(fragment: RstDocument): readonly Diagnostic[];
}

interface Read extends Words {
  readonly document: RstDocument;
}

/**
 * Checks the prose of `documents`; `substitutions` are those of all of them. In `files` it is only
 * looked for what is there, so that no text is expected of an image.
 */
export function checkProse(
  tree: SourceTree,
  files: SourceTree,
  documents: readonly RstDocument[],
  substitutions: ReadonlyMap<string, Directive>,
): ProseChecks {
  const targets = referenceTargets(tree, documents);
  const all = documents.map(read);
  const some = (has: (names: Names) => boolean): boolean => all.some(({ names }) => has(names));
  const roles = new Set(all.flatMap((one) => one.roles));
  const mayHaveRole = (role: string): boolean => targets?.mayHaveRole(role) !== false;
  const unknown = unknownDirectives(tree);
  const shown: Words[] = [];
  const described = new Set<string>();
  const around: Elsewhere = {
    hasTarget: (name) => described.has(name) || targets?.hasTarget(name) === true,
    hasCitation: (label) => some(({ citations }) => citations.has(label)),
    hasFootnote: () => false,
  };
  const anywhere: Elsewhere = {
    ...around,
    hasTarget: (name) => around.hasTarget(name) || some((names) => names.targets.has(name)),
    hasFootnote: (label) =>
      some(({ footnotes, numbered, symbols }) =>
        label === "#" ? numbered > 0 : label === "*" ? symbols > 0 : footnotes.has(bare(label)),
      ),
  };
  const check = (one: Read, sources: readonly string[], elsewhere: Elsewhere): Diagnostic[] => {
    const { document, marked, names, texts } = one;
    const known =
      document.substitutions.size === 0
        ? substitutions
        : new Map([...substitutions, ...document.substitutions]);
    return [
      ...marked.flatMap(unended),
      ...marked.flatMap((text) => unreadableRoles(text, roles, mayHaveRole)),
      ...unknown(one.directives),
      ...otherStanzas(one.directives),
      ...missingFiles(one, sources, files),
      ...emptySelections(one.directives, sources, files),
      ...deadReferences(one, elsewhere),
      ...repeatedTargets(names),
      ...misdefinedSubstitutions(one.substitutions),
      ...(targets === undefined ? [] : deadLinks(texts, sources, known, targets)),
    ];
  };
  return {
    inDocuments: () => [
      ...all.flatMap((one) => check(one, [one.document.source], around)),
      ...sharedTargets(all),
      ...unreferencedFootnotes(all, shown),
    ],
    of(fragment) {
      const one = read(fragment);
      shown.push(one);
      one.roles.forEach((role) => roles.add(role));
      one.names.targets.forEach((name) => described.add(name));
      return check(one, tree.documents, anywhere);
    },
  };
}

function read(document: RstDocument): Read {
  return { document, ...readWords(document.blocks) };
}

/** Marks without end; one that begins a link which ends in a space is told as that link. */
function unended(text: MarkedText): readonly Diagnostic[] {
  const links = spacedLinks(text);
  const starts = new Set(links.map(({ span }) => span?.start));
  return [...links, ...unendedMarkup(text).filter(({ span }) => !starts.has(span?.start))];
}

/** The name in `#label`. */
function bare(label: string): string {
  return normaliseName(label.slice(1));
}
