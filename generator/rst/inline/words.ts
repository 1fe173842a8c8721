import type { Said, Span } from "../../diagnostics/span.js";
import type { Block, Directive, Line, Substitution, Target } from "../blocks.js";
import { forEachInlineText } from "./inline-texts.js";
import { type MarkedText, markedText } from "./marked-text.js";
import { normaliseName } from "../names.js";

/** What references of a document may lead to (docutils' `nameids`), as docutils compares names. */
export interface Names {
  readonly targets: ReadonlySet<string>;
  /** Targets that lead on to another name. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Labels of footnotes that docutils numbers: `.. [#label]`. */
  readonly footnotes: ReadonlySet<string>;
  /** How many footnotes have only a number or a symbol to come: `.. [#]` and `.. [*]`. */
  readonly numbered: number;
  readonly symbols: number;
  /** Citations, as they are written. */
  readonly citations: ReadonlyMap<string, Span>;
  /** Footnotes and citations, by their labels. */
  readonly notes: readonly Said<string>[];
  /** How many targets are anonymous: `__ address`. */
  readonly anonymous: number;
  /** Every target that is named on purpose, in the order of the text; titles are none. */
  readonly explicit: readonly ExplicitTarget[];
}

/** `address` is missing for a place of the docs. */
export interface ExplicitTarget extends Said<string> {
  readonly address?: string;
}

/** What is read of the words of a document in one go, for all that looks into them. */
export interface Words {
  readonly names: Names;
  /** Every text that inline markup is read from. */
  readonly texts: readonly (readonly Line[])[];
  /** Those of them that have more than plain markup. */
  readonly marked: readonly MarkedText[];
  /** Targets that lead on to another name. */
  readonly leading: readonly Target[];
  readonly substitutions: readonly Substitution[];
  /** Roles that `.. role::` makes. */
  readonly roles: readonly string[];
  /** Every directive, those that define substitutions among them. */
  readonly directives: readonly Directive[];
}

/** The words of `blocks`, and the names that they define. */
export function readWords(blocks: readonly Block[]): Words {
  const texts: (readonly Line[])[] = [];
  const marked: MarkedText[] = [];
  const leading: Target[] = [];
  const substitutions: Substitution[] = [];
  const roles: string[] = [];
  const directives: Directive[] = [];
  const targets = new Set<string>();
  const aliases = new Map<string, string>();
  const footnotes = new Set<string>();
  const citations = new Map<string, Span>();
  const notes: Said<string>[] = [];
  const explicit: ExplicitTarget[] = [];
  let [numbered, symbols, anonymous] = [0, 0, 0];
  const define = (name: string, span: Span, address?: string): void => {
    const value = normaliseName(name);
    targets.add(value);
    explicit.push({ value, span, ...(address !== undefined && { address }) });
  };
  const each = (block: Block): void => {
    if (block.kind === "section") {
      // A title counts as it is shown; not every sign in it is a mark.
      targets.add(normaliseName(block.title));
      targets.add(normaliseName(block.title.replaceAll(/[`*\\]/g, "")));
    } else if (block.kind === "target") {
      const { name, url, span, leadsTo } = block;
      if (name === "") anonymous += 1;
      else define(name, span, leadsTo === undefined && url !== "" ? url : undefined);
      if (leadsTo !== undefined) {
        leading.push(block);
        aliases.set(name, leadsTo.value);
      }
    } else if (block.kind === "field-list") {
      const label = footnoteLabel(block);
      if (label === undefined) return;
      notes.push({ value: label, span: block.span });
      if (label === "#") numbered += 1;
      else if (label === "*") symbols += 1;
      else define(label.replace(/^#/, ""), block.span);
      if (label.startsWith("#")) footnotes.add(normaliseName(label.slice(1)));
      else if (/[^\d*]/.test(label) && !citations.has(label)) citations.set(label, block.span);
    } else if (block.kind === "substitution") {
      substitutions.push(block);
      directives.push(block.directive);
    } else if (block.kind === "directive") {
      directives.push(block);
      if (block.name === "contents") targets.add("contents");
      if (block.name === "role")
        roles.push(/^[^\s(]*/.exec(block.argument[0]?.text ?? "")?.[0].toLowerCase() ?? "");
      for (const { name, value, valueSpan } of block.options)
        if (name === "name" && value !== "") define(value, valueSpan);
    }
  };
  const read = (lines: readonly Line[]): void => {
    texts.push(lines);
    const text = markedText(lines);
    if (text === undefined) return;
    marked.push(text);
    for (const node of text.nodes) {
      const span = (): Span => text.prose.spanOf(node.start, node.end);
      if (node.kind === "target") define(node.name, span());
      else if (node.kind === "named") define(node.name, span(), node.address);
      else if (node.kind === "alias") {
        targets.add(normaliseName(node.name));
        aliases.set(normaliseName(node.name), normaliseName(node.to));
      }
    }
  };
  forEachInlineText(blocks, read, each);
  const names = {
    targets,
    aliases,
    footnotes,
    numbered,
    symbols,
    citations,
    notes,
    anonymous,
    explicit,
  };
  return { names, texts, marked, leading, substitutions, roles, directives };
}

/** The label of a footnote or citation, which is read as a field of that name. */
function footnoteLabel(block: Block & { readonly kind: "field-list" }): string | undefined {
  return block.footnote === true ? /^\[(.+)\]$/.exec(block.fields[0]?.name ?? "")?.[1] : undefined;
}
