import { rememberingOf } from "../../../collections/remembered.js";
import type { SourceId } from "../../../diagnostics/span.js";
import type { Block, RstDocument } from "../../../rst/blocks.js";
import { forEachText } from "../../../rst/inline/context.js";
import { identifiersOf, type Identifiers } from "../../../rst/ids/identifiers.js";
import { makeId } from "../../../rst/ids/make-id.js";
import { normaliseName } from "../../../rst/names.js";
import { folderOf, leavesRoot, normalise, resolvePath } from "../../../source/paths.js";
import type { SourceTree } from "../../../source/tree.js";
import { extensionsOf, settingsOf } from "../../files/sphinx-settings.js";
import { isWhole } from "../../whole.js";

/** What links of a whole reference may lead to. */
export interface ReferenceTargets {
  /** Whether a `:ref:` finds its label. */
  hasLabel(name: string): boolean;
  /** Whether a label stands before a title, or a caption, from which a link takes its words. */
  hasTitle(label: string): boolean;
  /** Whether a glossary has a term; capitals do not count. */
  hasTerm(term: string): boolean;
  /** Whether any document describes options of a program. */
  hasOption(): boolean;
  /** Whether a `:doc:` finds its document, written in one of `sources`. */
  hasDocument(name: string, sources: readonly SourceId[]): boolean;
  /** Whether `page.html#anchor`, written in one of `sources`, is a page with that anchor; either may be left out. */
  hasPlace(page: string, anchor: string, sources: readonly SourceId[]): boolean;
  /** Whether conf.py defines the target `name` for every document (`rst_prolog`, `rst_epilog`). */
  hasTarget(name: string): boolean;
  /** Whether conf.py, or an extension that it names, may define a role. */
  mayHaveRole(role: string): boolean;
  /** Whether `|name|` stands for something outside the documents: Sphinx's own, or conf.py's. */
  hasSubstitution(name: string): boolean;
}

/** Labels that Sphinx makes itself, and what it replaces in every document. */
const sphinxLabels = ["genindex", "modindex", "py-modindex", "search"];
const sphinxSubstitutions = ["version", "release", "today", "translation progress"];

/**
 * What the links of `documents` may lead to; `undefined` for a part of a reference, which does not
 * know the rest. Where conf.py takes in labels of other projects (`intersphinx_mapping`), a label
 * or document that is not here may be there.
 */
export function referenceTargets(
  tree: SourceTree,
  documents: readonly RstDocument[],
): ReferenceTargets | undefined {
  if (!isWhole(tree)) return undefined;
  const labels = new Set(sphinxLabels);
  const anchorsOf = new Map<SourceId, Set<string>>();
  for (const document of documents) {
    const anchors = new Set<string>();
    anchorsOf.set(document.source, anchors);
    for (const named of document.blocks.map(namedIn)) {
      for (const label of named.labels) labels.add(label);
      for (const anchor of named.anchors) anchors.add(anchor);
    }
  }
  const conf = settingsOf(tree);
  let known: readonly Identifiers[] | undefined;
  const identifiers = (): readonly Identifiers[] =>
    (known ??= documents.map(({ blocks }) => identifiersOf(blocks)));
  const others = /\bintersphinx|\bautosectionlabel/.test(conf);
  return {
    hasLabel: (name) => others || labels.has(normaliseName(name)),
    hasTitle: (name) =>
      others ||
      sphinxLabels.includes(normaliseName(name)) ||
      identifiers().some(({ labels }) => isTitled(labels.get(normaliseName(name))?.block)),
    hasTerm: (term) =>
      others ||
      identifiers().some(({ terms }) =>
        [...terms.keys()].some((each) => each.toLowerCase() === term.toLowerCase()),
      ),
    hasOption: () =>
      others ||
      documents.some(({ blocks }) => holdsDirective(blocks, /^(?:std:)?(?:cmd)?option$/i)),
    hasDocument: (name, sources) =>
      others ||
      sources.some((source) => tree.documents.includes(`${resolvePath(tree, source, name)}.rst`)),
    hasPlace: (page, anchor, sources) =>
      sources.some((source) => {
        const document = page === "" ? source : documentOf(tree, source, page);
        if (document === undefined || (page !== "" && morePages.test(conf))) return true;
        const anchors = anchorsOf.get(document);
        if (anchors === undefined) return false;
        // os-api-ref puts an anchor of its own above and below the heading of an operation.
        const name = makeId(anchor.replace(/-(?:detail|selector)$/, ""));
        return anchor === "" || numbered.test(anchor) || anchors.has(name);
      }),
    hasTarget: (name) => conf.toLowerCase().includes(`.. _${name}:`),
    mayHaveRole: (role) => mayHaveRole(role, conf),
    hasSubstitution: (name) =>
      sphinxSubstitutions.includes(normaliseName(name)) || conf.includes(`|${name}|`),
  };
}

/** Settings by which Sphinx, or an extension, writes pages that are no documents. */
const morePages = /\bhtml_(?:extra_path|additional_pages)|\bredirects?\b|\brediraffe/;
/** What docutils and Sphinx call what has no name. */
const numbered = /^(?:id|index-|footnote-|citation-|module-)\d*/;

/**
 * Whether a role may be defined by conf.py or what it names. Where there is no conf.py the usual one
 * is stood in for: the theme of OpenStack makes a role `nova-doc` for each project that it is told.
 */
function mayHaveRole(role: string, conf: string): boolean {
  if (conf === "") return role.endsWith("-doc");
  if (conf.includes(role)) return true;
  const project = /^(.+)-doc$/.exec(role)?.[1];
  const listed = project !== undefined && /\bopenstack(?:docs)?_projects\b/.test(conf);
  return (listed && conf.includes(project)) || !addsNoRoles(conf);
}

/** Whether all extensions of a conf.py are ones that define no roles but by settings of its own. */
function addsNoRoles(conf: string): boolean {
  const names = extensionsOf(conf);
  return (
    names?.every((name) => /^(?:os_api_ref|openstackdocstheme|sphinx\.ext\..*)$/.test(name)) ===
    true
  );
}

/**
 * The document of which `page`, written in `source`, is made; `undefined` for pages and files that
 * Sphinx makes of no document, or that lie outside the docs.
 */
function documentOf(tree: SourceTree, source: SourceId, page: string): SourceId | undefined {
  const path = normalise(`${folderOf(source)}/${page}`);
  const inside = tree.sourceFolder === "" ? "" : `${tree.sourceFolder}/`;
  const name = path.slice(inside.length).replace(/\.html$/, "");
  if (leavesRoot(path) || !path.startsWith(inside)) return undefined;
  if (name.startsWith("_") || sphinxLabels.includes(name)) return undefined;
  return `${inside}${name}.rst`;
}

/** The labels and anchors that stand in a block. */
const namedIn = rememberingOf((outer: Block) => {
  const labels = new Set<string>();
  const anchors = new Set<string>();
  const add = (name: string): void => {
    if (name === "") return;
    labels.add(normaliseName(name));
    anchors.add(makeId(name));
  };
  forEachText(
    [outer],
    (lines) => {
      for (const { text } of lines)
        for (const [, name = ""] of text.matchAll(/_`([^`]{1,200})`/g)) add(name);
    },
    (block) => {
      const title = sectionTitle(block);
      if (title !== undefined) anchors.add(makeId(title));
      if (block.kind === "target") add(block.name);
      if (block.kind === "directive")
        for (const { name, value } of block.options) if (name === "name") add(value.trim());
    },
  );
  return { labels, anchors };
});

/** What Sphinx takes the words of a link from (`StandardDomain.process_doc`). */
function isTitled(block: Block | undefined): boolean {
  if (block?.kind === "section") return true;
  if (block?.kind !== "directive") return false;
  const name = block.name.toLowerCase();
  const captioned = block.options.some((option) => option.name === "caption");
  if (name === "rubric" || captioned) return true;
  if (name === "figure") return block.body.length > 0;
  return /^(?:list-|csv-)?table$/.test(name) && block.argument.length > 0;
}

function holdsDirective(blocks: readonly Block[], named: RegExp): boolean {
  let found = false;
  forEachText(
    blocks,
    () => undefined,
    (block) => {
      found ||= block.kind === "directive" && named.test(block.name);
    },
  );
  return found;
}

function sectionTitle(block: Block): string | undefined {
  return block.kind === "section" ? block.title : undefined;
}
