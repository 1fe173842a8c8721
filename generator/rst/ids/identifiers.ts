import type { Block, Directive, Section } from "../blocks.js";
import { normaliseName } from "../names.js";
import { askForIds, type DirectiveRequests, type IdRequest } from "./id-requests.js";
import { IdRegister } from "./id-register.js";

/** The identifiers of a document's page, each at the block that has it or holds what has it. */
export interface Identifiers {
  /** Of each section: those of labels right before it, and its own. Sphinx has them in this order. */
  readonly sections: ReadonlyMap<Section, SectionIds>;
  /** Of other blocks, labels right before them among them, in the order of the page. */
  readonly blocks: ReadonlyMap<Block, readonly string[]>;
  /** What other documents may refer to by name: names given on purpose, but to links out. */
  readonly labels: ReadonlyMap<string, Label>;
  /** The identifiers of the terms of glossaries, by the term. */
  readonly terms: ReadonlyMap<string, string>;
}

export interface Label {
  readonly id: string;
  /** The block that it is the label of: a section, a picture; undefined for a mere place. */
  readonly block: Block | undefined;
}

export interface SectionIds {
  /** The one that was made of its title. */
  readonly own: string;
  readonly all: readonly string[];
}

/**
 * The identifiers of all of a document (docutils' `document.set_id`, `PropagateTargets` and
 * `Contents`, Sphinx's `AutoNumbering` and `SortIds`).
 */
export function identifiersOf(
  blocks: readonly Block[],
  more: DirectiveRequests = () => [],
): Identifiers {
  const register = new IdRegister();
  const own = new Map<Section, string>();
  const labels = new Map<Section, string[]>();
  const others = new Map<Block, string[]>();
  const named = new Map<string, Label>();
  const terms = new Map<string, string>();
  const twice = new Set<string>();
  const label = (name: string | undefined, id: string, block: Block | undefined): void => {
    if (name === undefined) return;
    if (named.has(name)) twice.add(name);
    named.set(name, { id, block });
  };
  /** Labels whose block is to come, the last one first, each with the target that said it. */
  let waiting: { readonly id: string; readonly name?: string; readonly target: Block }[] = [];
  const captioned: Directive[] = [];
  const contents: Directive[] = [];
  const put = (block: Block, ids: readonly string[]): void => {
    others.set(block, [...(others.get(block) ?? []), ...ids]);
  };
  const settle = (block: Block | undefined): void => {
    const ids = waiting.map(({ id }) => id);
    for (const { id, name } of waiting) label(name, id, block);
    if (block?.kind === "section") labels.set(block, ids);
    else if (block !== undefined && !isUnseen(block)) put(block, ids);
    else for (const { id, target } of waiting) put(target, [id]);
    waiting = [];
  };
  askForIds(
    blocks,
    {
      enter(block) {
        if (block.kind === "target") {
          // One with an address stands between a label and its block.
          if (waiting.length > 0 && (block.url !== "" || block.leadsTo !== undefined))
            settle(undefined);
          return;
        }
        if (waiting.length > 0) settle(block);
        if (block.kind !== "directive") return;
        if (isCaptioned(block)) captioned.push(block);
        if (block.name.toLowerCase() === "contents") {
          contents.push(block);
          put(block, [register.give(contentsRequest(block, register))]);
        }
      },
      ask(request, at) {
        const id = register.give(request);
        const { name } = request;
        if (request.hidden === true) {
          // A link out that is named like a label leaves it without a place (docutils' `nameids`).
          if (name !== undefined && named.has(name)) twice.add(name);
          return;
        }
        if (request.kind === "term" && name !== undefined) terms.set(name, id);
        if (at.kind === "section" && request.name !== undefined && !own.has(at)) own.set(at, id);
        else if (at.kind === "target")
          waiting.unshift({ id, target: at, ...(name !== undefined && { name }) });
        else {
          put(at, [id]);
          if (request.kind === "name" && at.kind !== "field-list") label(name, id, at);
        }
      },
    },
    more,
  );
  settle(undefined);
  for (const block of captioned) if (!others.has(block)) put(block, [register.give(unnamed)]);
  for (const block of contents)
    put(
      block,
      listed(block, blocks).map(() => register.give(unnamed)),
    );
  const sections = [...own].map(([section, id]): [Section, SectionIds] => {
    const before = labels.get(section) ?? [];
    // Sphinx's `SortIds`: numbers last, and with them all that begins alike.
    const all = id.startsWith("id") ? [...before, id] : [id, ...before];
    return [section, { own: id, all }];
  });
  for (const name of twice) named.delete(name);
  return { sections: new Map(sections), blocks: others, labels: named, terms };
}

const unnamed: IdRequest = { kind: "name" };

/** Blocks that docutils moves no label into (`nodes.Invisible`, `nodes.Targetable`). */
function isUnseen(block: Block): boolean {
  if (block.kind === "comment" || block.kind === "substitution") return true;
  if (block.kind === "field-list") return block.footnote === true;
  return block.kind === "directive" && /^(?:index|highlight|meta|role)$/i.test(block.name);
}

/** Tables, figures and code with a caption, which Sphinx can count. */
function isCaptioned(block: Directive): boolean {
  const name = block.name.toLowerCase();
  if (/^(?:table|list-table|csv-table)$/.test(name)) return block.argument.length > 0;
  if (name === "figure") return block.body.length > 0;
  return (
    /^(?:code-block|sourcecode|literalinclude)$/.test(name) &&
    block.options.some((option) => option.name === "caption")
  );
}

function contentsRequest(block: Directive, register: IdRegister): IdRequest {
  const title = block.argument.map(({ text }) => text).join(" ");
  const name = normaliseName(title === "" ? "Contents" : title);
  return register.hasName(name) ? unnamed : { kind: "name", name };
}

/** The sections that a table of contents lists: of the section around it where it is `local`. */
function listed(block: Directive, blocks: readonly Block[]): readonly Section[] {
  const option = (name: string): string | undefined =>
    block.options.find((each) => each.name === name)?.value;
  const depth = Number(option("depth") ?? Number.POSITIVE_INFINITY);
  const start = option("local") === undefined ? blocks : around(block, blocks);
  return sectionsTo(start ?? blocks, depth);
}

function sectionsTo(blocks: readonly Block[], depth: number): readonly Section[] {
  if (depth < 1) return [];
  return blocks.flatMap((block) =>
    block.kind === "section" ? [block, ...sectionsTo(block.blocks, depth - 1)] : [],
  );
}

/** The blocks of the innermost section around `wanted`. */
function around(wanted: Block, blocks: readonly Block[]): readonly Block[] | undefined {
  for (const block of blocks) {
    if (block.kind !== "section") continue;
    const { start, end, source } = block.span;
    const found = around(wanted, block.blocks);
    if (found !== undefined) return found;
    const { span } = wanted;
    if (block.blocks.includes(wanted)) return block.blocks;
    if (span.source === source && span.start >= start && span.end <= end) return block.blocks;
  }
  return undefined;
}
