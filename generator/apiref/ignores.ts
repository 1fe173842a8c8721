import type { Said, Span } from "../diagnostics/span.js";
import type { Block, Comment, RstDocument } from "../rst/blocks.js";
import type { Operation } from "./model.js";

/**
 * A comment that asks for silence, `.. restanza-ignore: CODE reason`: findings of that code are not
 * told in the next thing of the text. That is the next block, or, where a heading is next, its
 * whole section with all that it includes. Comments, labels and further ignores between them do
 * not count as things: several codes are several comments. What covers the directive that shows a
 * sample covers the sample's file.
 */
export interface Ignore {
  readonly code: Said<string>;
  /** Why it may be so: asked for, so that the next reader knows. */
  readonly reason: string;
  /** What it covers; nothing, at the end of a text. */
  readonly covers: readonly Span[];
}

/** The ignores of a document, in the order of the text. */
export function ignoresOf(document: RstDocument): readonly Ignore[] {
  const ignores: Ignore[] = [];
  // Ignores that still wait for the block they are about: the next one, wherever it stands.
  let waiting: Comment[] = [];
  const settle = (covered: Block | undefined): void => {
    for (const comment of waiting) {
      const ignore = readIgnore(comment, covered === undefined ? [] : spansOf(covered));
      if (ignore !== undefined) ignores.push(ignore);
    }
    waiting = [];
  };
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === "comment") {
        if (isIgnore(block)) waiting.push(block);
      } else if (!unseen.has(block.kind)) {
        if (waiting.length > 0) settle(block);
        for (const inner of innerBlocks(block)) visit(inner);
      }
    }
  };
  visit(document.blocks);
  settle(undefined);
  return ignores;
}

/** Ignores that cover the files of samples, too, whose directives they cover. */
export function withSamples(
  ignores: readonly Ignore[],
  operations: readonly Operation[],
): readonly Ignore[] {
  if (ignores.length === 0) return ignores;
  const links = operations.flatMap(({ samples }) =>
    samples.flatMap(({ span, sample }) =>
      sample.source === span.source ? [] : [{ span, file: sample.source }],
    ),
  );
  return ignores.map((ignore) => {
    const files = links.filter(({ span }) => covers(ignore, span)).map(({ file }) => file);
    const whole = files.map((source) => ({ source, start: 0, end: Number.MAX_SAFE_INTEGER }));
    return files.length === 0 ? ignore : { ...ignore, covers: [...ignore.covers, ...whole] };
  });
}

/** Whether what begins where `span` does is covered. */
export function covers(ignore: Ignore, span: Span): boolean {
  return ignore.covers.some(
    ({ source, start, end }) => source === span.source && start <= span.start && span.start < end,
  );
}

/** Blocks that leave nothing on the page. */
const unseen: ReadonlySet<Block["kind"]> = new Set(["comment", "target", "substitution"]);

const form = /^restanza-ignore:\s*(\S+)\s*(.*)$/s;

function isIgnore(comment: Comment): boolean {
  return form.test(comment.lines[0]?.text ?? "");
}

function readIgnore({ lines }: Comment, covers: readonly Span[]): Ignore | undefined {
  const [first, ...more] = lines;
  const match = form.exec(first?.text ?? "");
  if (first === undefined || match === null) return undefined;
  const [, value = "", reason = ""] = match;
  const start = first.start + first.text.indexOf(value, "restanza-ignore:".length);
  return {
    code: { value, span: { source: first.source, start, end: start + value.length } },
    reason: [reason, ...more.map((line) => line.text)].join(" ").trim(),
    covers,
  };
}

/** Where a block and all that it holds stand: one stretch of each source. */
function spansOf(block: Block): readonly Span[] {
  const bySource = new Map<string, Span>();
  const add = ({ source, start, end }: Span): void => {
    const known = bySource.get(source);
    bySource.set(source, {
      source,
      start: Math.min(start, known?.start ?? start),
      end: Math.max(end, known?.end ?? end),
    });
  };
  const visit = (inner: Block): void => {
    add(inner.span);
    for (const blocks of innerBlocks(inner)) blocks.forEach(visit);
  };
  visit(block);
  return [...bySource.values()];
}

function innerBlocks(block: Block): readonly (readonly Block[])[] {
  switch (block.kind) {
    case "section":
    case "directive":
    case "block-quote":
      return [block.blocks];
    case "bullet-list":
    case "enumerated-list":
    case "definition-list":
      return block.items.map((item) => item.blocks);
    case "field-list":
      return block.fields.map((field) => field.blocks);
    default:
      return [];
  }
}
