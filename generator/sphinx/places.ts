import { titleOf } from "../apiref/prose/titles.js";
import type { SourceId } from "../diagnostics/span.js";
import type { Block, RstDocument, Section } from "../rst/blocks.js";
import { nameOfTitle } from "../rst/ids/id-requests.js";
import type { PageLink } from "../rst/inline/context.js";
import { normaliseName } from "../rst/names.js";
import { folderOf, normalise, resolvePath } from "../source/paths.js";
import type { SourceTree } from "../source/tree.js";
import type { PageIds } from "./ids/page-ids.js";

/** A document, its name for Sphinx (`v3/index`), and the identifiers of its page. */
export interface Page {
  readonly document: RstDocument;
  readonly name: string;
  readonly title: string;
  readonly ids: PageIds;
}

/** What Sphinx calls a document: its path in the source folder, without its ending. */
export function nameOfDocument(tree: SourceTree, source: SourceId): string {
  const inside = tree.sourceFolder === "" ? source : source.slice(tree.sourceFolder.length + 1);
  return inside.replace(/\.\w+$/, "");
}

/** The title of a document: its first heading, or else its name. */
export function titleOfDocument({ blocks }: RstDocument, name: string): string {
  const first = blocks.find((block): block is Section => block.kind === "section");
  return first === undefined ? name : titleOf(first);
}

/** Where the links of all pages lead. */
export class Places {
  private readonly byName: ReadonlyMap<string, Page>;
  private readonly labels = new Map<string, Required<PageLink>>();
  private readonly terms = new Map<string, string>();
  private readonly titles = new Map<Page, ReadonlyMap<string, string>>();

  constructor(
    private readonly tree: SourceTree,
    pages: readonly Page[],
  ) {
    this.byName = new Map(pages.map((page) => [page.name, page]));
    // Of a label in two documents the first counts.
    for (const page of pages.toReversed()) {
      for (const [name, { id, block }] of page.ids.labels)
        this.labels.set(name, {
          url: addressOf(page.name, id),
          title: titleOfBlock(block) ?? name,
        });
      for (const [term, id] of page.ids.terms)
        this.terms.set(term.toLowerCase(), addressOf(page.name, id));
    }
  }

  /** What a link on `page` leads to (`PageContext.link`). */
  link(page: Page, role: string, aim: string): PageLink | undefined {
    switch (role) {
      case "ref":
      case "numref":
        return this.labels.get(normaliseName(aim)) ?? sphinxPages.get(normaliseName(aim));
      case "doc":
        return this.documentLink(page, aim);
      case "any":
        return this.labels.get(normaliseName(aim)) ?? this.documentLink(page, aim);
      case "term": {
        const url = this.terms.get(aim.toLowerCase());
        return url === undefined ? undefined : { url };
      }
      case "target":
        return this.namedLink(page, aim);
      case "address":
        return this.addressLink(page, aim);
      default:
        return undefined;
    }
  }

  private documentLink(page: Page, aim: string): PageLink | undefined {
    const id = resolvePath(this.tree, page.document.source, aim);
    const found = this.byName.get(nameOfDocument(this.tree, `${id}.rst`));
    return found && { url: addressOf(found.name), title: found.title };
  }

  /** A label of the document itself, or one of its titles. */
  private namedLink(page: Page, aim: string): PageLink | undefined {
    const name = normaliseName(aim);
    const id = page.ids.labels.get(name)?.id ?? this.titlesOf(page).get(name);
    return id === undefined ? undefined : { url: addressOf(page.name, id) };
  }

  private titlesOf(page: Page): ReadonlyMap<string, string> {
    const known = this.titles.get(page);
    if (known !== undefined) return known;
    const titles = new Map<string, string>();
    const visit = (blocks: readonly Block[]): void => {
      for (const block of blocks) {
        if (block.kind !== "section") continue;
        const [id] = page.ids.ofSection(block).heading;
        const name = nameOfTitle(block.title);
        if (id !== undefined && !titles.has(name)) titles.set(name, id);
        visit(block.blocks);
      }
    };
    visit(page.document.blocks);
    this.titles.set(page, titles);
    return titles;
  }

  /** `#id` and `../v2/index.html#id`, written for Sphinx's pages. */
  private addressLink(page: Page, address: string): PageLink | undefined {
    const [, path = "", id] = /^((?:[\w.-]+\/)*[\w.-]+\.html)?(?:#(.*))?$/.exec(address) ?? [];
    if (path === "") return id ? { url: addressOf(page.name, id) } : undefined;
    const name = normalise(`${folderOf(page.name)}/${path}`).replace(/\.html$/, "");
    return this.byName.has(name) ? { url: addressOf(name, id) } : undefined;
  }
}

/** Pages that Sphinx makes of no document: each page of the site has its search itself. */
const sphinxPages: ReadonlyMap<string, PageLink> = new Map([
  ["search", { url: "site:index#site_search", title: "Search Page" }],
]);

/** A link within the site, as prose of it writes one. */
function addressOf(name: string, id?: string): string {
  return id === undefined ? `site:${name}` : `site:${name}#${id}`;
}

/** What Sphinx calls a place that has a label: the title or the caption there. */
export function titleOfBlock(block: Block | undefined): string | undefined {
  if (block?.kind === "section") return titleOf(block);
  if (block?.kind !== "directive") return undefined;
  const caption = block.options.find(({ name }) => name === "caption")?.value;
  const said = /^(?:rubric|table|list-table|csv-table)$/i.test(block.name)
    ? block.argument.map(({ text }) => text).join(" ")
    : block.name.toLowerCase() === "figure"
      ? block.body[0]?.text
      : undefined;
  return caption ?? (said === "" ? undefined : said);
}
