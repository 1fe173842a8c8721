import type { Span } from "../../diagnostics/span.js";
import type { Block, Directive, Line, LinkTarget, RstDocument } from "../blocks.js";
import { readInline, type Inline } from "./inline.js";

/** What is found by a name. */
export interface Lookup<Value> {
  get(name: string): Value | undefined;
}

/** What prose may refer to beyond itself. */
export interface MarkdownContext {
  readonly targets: Lookup<LinkTarget>;
  readonly substitutions: Lookup<Directive>;
  /** Addresses of anonymous links, by `placeKey` of the link. */
  readonly anonymous?: Lookup<string>;
  /** Where the text is one page of many: then it leads to them, and shows what a page can show. */
  readonly page?: PageContext;
}

/** The page that a text stands on. */
export interface PageContext {
  /**
   * What a link leads to: `role` is that of Sphinx, such as `ref`, `target` for a name of the
   * document, `address` for an address as it is written. Undefined: not to a page, as far as is known.
   */
  link(role: string, aim: string): PageLink | undefined;
  /** What a directive is on a page that is nothing in a text by itself, as CommonMark. */
  directive(directive: Directive): string | undefined;
}

export interface PageLink {
  readonly url: string;
  /** The words of a link that has none of its own. */
  readonly title?: string;
}

/** The same, where all that may be referred to is known. */
export interface DocumentContext extends MarkdownContext {
  readonly targets: ReadonlyMap<string, LinkTarget>;
  readonly substitutions: ReadonlyMap<string, Directive>;
}

/** The context of a whole document; `outer` gives what a fragment does not define itself. */
export function contextOf(document: RstDocument, outer?: DocumentContext): DocumentContext {
  return {
    ...(outer?.page && { page: outer.page }),
    targets: joined(outer?.targets, document.targets),
    substitutions: joined(outer?.substitutions, document.substitutions),
    anonymous: anonymousLinks(document.blocks),
  };
}

function joined<Value>(
  outer: ReadonlyMap<string, Value> | undefined,
  inner: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  if (outer === undefined || outer.size === 0) return inner;
  return inner.size === 0 ? outer : new Map([...outer, ...inner]);
}

/** Lines of a paragraph as the one text that inline markup is read from. */
export interface ProseText {
  readonly text: string;
  /** The place in the sources of a stretch of `text`. */
  spanOf(start: number, end: number): Span;
}

export function proseOf(lines: readonly Line[]): ProseText {
  const text = lines.map((line) => line.text).join("\n");
  let starts: number[] | undefined;
  /** The line that holds `offset`, and how far into it. */
  const find = (offset: number): { readonly line: Line | undefined; readonly into: number } => {
    if (starts === undefined) {
      starts = [];
      let next = 0;
      for (const line of lines) {
        starts.push(next);
        next += line.text.length + 1;
      }
    }
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: lines[low], into: offset - (starts[low] ?? 0) };
  };
  return {
    text,
    spanOf(start, end) {
      const from = find(start);
      const to = find(end);
      const source = from.line?.source ?? "";
      const first = (from.line?.start ?? 0) + from.into;
      const last = (to.line?.start ?? 0) + to.into;
      return {
        source,
        start: first,
        end: to.line?.source === source && last > first ? last : first,
      };
    },
  };
}

export function placeKey(span: Span): string {
  return `${span.source}:${span.start}`;
}

/** The nth anonymous link of a document leads to its nth anonymous target. */
function anonymousLinks(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const urls: string[] = [];
  const links: string[] = [];
  const paragraph = (lines: readonly Line[]): void => {
    const prose = proseOf(lines);
    if (!prose.text.includes("__")) return;
    const visit = (nodes: readonly Inline[]): void => {
      for (const node of nodes) {
        if (node.kind === "reference" && node.anonymous) {
          links.push(placeKey(prose.spanOf(node.start, node.end)));
        } else if (node.kind === "strong" || node.kind === "emphasis") visit(node.children);
      }
    };
    visit(readInline(prose.text));
  };
  forEachText(blocks, paragraph, (block) => {
    if (block.kind === "target" && block.name === "" && block.url !== "") urls.push(block.url);
  });
  const found = new Map<string, string>();
  links.forEach((link, index) => {
    const url = urls[index];
    // A lost target makes the count ambiguous: then none is trusted.
    if (url !== undefined && links.length === urls.length) found.set(link, url);
  });
  return found;
}

/**
 * Visits every block, and every run of lines that is prose, in the order of the text; `listed` for
 * what stands in an item of a list or in a table.
 */
export function forEachText(
  blocks: readonly Block[],
  text: (lines: readonly Line[], block: Block, listed: boolean) => void,
  each: (block: Block) => void = () => {},
  listed = false,
): void {
  for (const block of blocks) {
    each(block);
    switch (block.kind) {
      case "paragraph":
      case "line-block":
        text(block.lines, block, listed);
        break;
      case "section":
      case "block-quote":
        forEachText(block.blocks, text, each, listed);
        break;
      case "directive":
        if (saysVersion(block) && block.argument.length > 0) text(block.argument, block, listed);
        forEachText(block.blocks, text, each, listed);
        break;
      case "bullet-list":
      case "enumerated-list":
        for (const item of block.items) forEachText(item.blocks, text, each, true);
        break;
      case "definition-list":
        for (const item of block.items) {
          text([item.term], block, true);
          forEachText(item.blocks, text, each, true);
        }
        break;
      case "field-list":
        for (const field of block.fields) forEachText(field.blocks, text, each, true);
        break;
      case "table":
        for (const cell of [...block.header, ...block.rows].flat()) {
          forEachText(cell.blocks, text, each, true);
        }
        break;
      default:
        break;
    }
  }
}

/** `versionadded`, `versionchanged`, `deprecated`, `versionremoved`: what Sphinx says for each. */
export const versionWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    versionadded: "New in version",
    versionchanged: "Changed in version",
    deprecated: "Deprecated since version",
    versionremoved: "Removed in version",
    "deprecated-removed": "Deprecated since version",
  }),
);

export function saysVersion(directive: Directive): boolean {
  return versionWords.has(directive.name.toLowerCase());
}
