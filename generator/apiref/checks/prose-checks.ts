import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Directive, RstDocument } from "../../rst/blocks.js";
import type { MarkedText } from "../../rst/inline/marked-text.js";
import { normaliseName } from "../../rst/names.js";
import { unendedMarkup } from "../../rst/inline/unended-markup.js";
import { type Names, readWords, type Words } from "../../rst/inline/words.js";
import type { SourceTree } from "../../source/tree.js";
import { answersAsBefore, type Question, recording } from "../../collections/questions.js";
import { deadLinks } from "./references/dead-links.js";
import { deadReferences, type Elsewhere, spacedLinks } from "./references/dead-references.js";
import { repeatedTargets, sharedTargets } from "./references/duplicate-targets.js";
import { misdefinedSubstitutions } from "./references/misdefined-substitutions.js";
import { emptySelections } from "./references/empty-selections.js";
import { missingFiles } from "./missing-files.js";
import { otherStanzas } from "./other-stanzas.js";
import { type ReferenceTargets, referenceTargets } from "./references/reference-targets.js";
import { unknownDirectives } from "./unknown-directives.js";
import { unreadableRoles } from "./references/unreadable-roles.js";
import { referred, unreferencedFootnotes } from "./references/unreferenced-footnotes.js";

/** What is amiss within the prose of the docs. */
export interface ProseChecks {
  /** In all documents; asked last, since they may refer to names in texts of other files. */
  inDocuments(): readonly Diagnostic[];
  /**
   * In a text of another file, such as a description in YAML, which any document may show. `asked`
   * is told what it goes by, and what it leaves behind.
   */
  of(fragment: RstDocument, asked: Asked): readonly Diagnostic[];
  /** Nothing asked yet. */
  asked(): Asked;
  /** Whether texts would find what they found; then what they leave behind is taken over. */
  askedAgain(asked: Asked): boolean;
}

/** What texts of another file asked of the documents, and what they have to say to them. */
export interface Asked {
  /** What else they were read by. */
  readonly around: string;
  readonly elsewhere: Question[];
  readonly targets: Question[];
  readonly roles: string[];
  readonly names: string[];
  readonly labels: string[];
}

/** What a text says to the documents: roles and names that it makes, labels that it refers to. */
interface Said {
  readonly roles: readonly string[];
  readonly names: readonly string[];
  readonly labels: readonly string[];
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
  const unknown = unknownDirectives(tree);
  const labels = new Set<string>();
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
  const check = (
    one: Read,
    sources: readonly string[],
    elsewhere: Elsewhere,
    aims: ReferenceTargets | undefined,
  ): Diagnostic[] => {
    const mayHaveRole = (role: string): boolean => aims?.mayHaveRole(role) !== false;
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
      ...(aims === undefined ? [] : deadLinks(texts, sources, known, aims)),
    ];
  };
  const leave = (said: Said): void => {
    said.roles.forEach((role) => roles.add(role));
    said.names.forEach((name) => described.add(name));
    said.labels.forEach((label) => labels.add(label));
  };
  const aroundNow = (): string =>
    JSON.stringify([targets === undefined, [...roles].sort(), [...substitutions.keys()]]);
  return {
    inDocuments: () => [
      ...all.flatMap((one) => check(one, [one.document.source], around, targets)),
      ...sharedTargets(all),
      ...unreferencedFootnotes(all, labels),
    ],
    of(fragment, asked) {
      const one = read(fragment);
      const said = { roles: one.roles, names: [...one.names.targets], labels: referred(one) };
      leave(said);
      // One by one: a text may have more of them than a call takes.
      for (const role of said.roles) asked.roles.push(role);
      for (const name of said.names) asked.names.push(name);
      for (const label of said.labels) asked.labels.push(label);
      return check(
        one,
        tree.documents,
        recording(anywhere, asked.elsewhere),
        targets && recording(targets, asked.targets),
      );
    },
    asked: () => ({
      around: aroundNow(),
      elsewhere: [],
      targets: [],
      roles: [],
      names: [],
      labels: [],
    }),
    askedAgain(asked) {
      if (asked.around !== aroundNow()) return false;
      const before = new Set(described);
      // What a text leaves behind is there for those that come after it in its file.
      asked.names.forEach((name) => described.add(name));
      if (
        answersAsBefore(anywhere, asked.elsewhere) &&
        (targets === undefined || answersAsBefore(targets, asked.targets))
      ) {
        leave(asked);
        return true;
      }
      described.clear();
      before.forEach((name) => described.add(name));
      return false;
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
