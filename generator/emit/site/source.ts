import type { ApiModel } from "../../openapi/model.js";

/**
 * What a site shows beside the document: what the tree of the docs has, and OpenAPI has no place
 * for. Where nothing but a document is known, `sourceOfModel` makes one.
 */
export interface SiteSource {
  /** Every document that becomes a page, the root (`index`) first, in the order of the toctrees. */
  readonly documents: readonly SiteDocument[];
  readonly settings: SiteSettings;
  /** What pages show or refer to and is copied: path in the site, `_images/states.svg`. */
  readonly files: readonly { readonly path: string; readonly text: string | Uint8Array }[];
  /** The call of openstacksdk that sends the request of an operation, by operationId. */
  readonly calls?: ReadonlyMap<string, string>;
  /** What `lint` finds in the docs, where those who write them want to see it beside the text. */
  readonly findings?: SiteFindings;
}

export interface SiteFindings {
  /** By operationId, in the order of the docs. */
  readonly ofOperations: ReadonlyMap<string, readonly SiteFinding[]>;
  /** Of no operation that the site has. */
  readonly others: readonly SiteFinding[];
}

export interface SiteFinding {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  /** `images.inc:12:3`; absent where it is about the docs as a whole. */
  readonly place?: string;
  /** The row that it is about: the name of a member or a parameter, and the list that has it. */
  readonly row?: { readonly name: string; readonly side: "request" | "response" };
}

/** One document: its page is `NAME.html`, as Sphinx names it: `index.html`, `v2/index.html`. */
export interface SiteDocument {
  readonly name: string;
  readonly title: string;
  /** In the order of the document. */
  readonly blocks: readonly SiteBlock[];
}

export type SiteBlock = ProseBlock | SectionBlock | ChapterBlock | OperationBlock | ToctreeBlock;

/**
 * CommonMark with tables; raw HTML in it is never rendered. Links inside the site are written
 * `site:v2/index#id`, images `site:_images/x.svg`.
 */
export interface ProseBlock {
  readonly kind: "prose";
  readonly markdown: string;
  /** What links elsewhere know this text by. */
  readonly ids?: readonly string[];
}

export interface SectionBlock {
  readonly kind: "section";
  /** 1 for the title of a document. */
  readonly level: number;
  readonly title: string;
  readonly ids: readonly SiteId[];
  readonly blocks: readonly SiteBlock[];
}

/**
 * A section whose operations have a page of their own, `CHAPTER.html`. The page of the document
 * shows its headings and operations in a line each, the page of the chapter everything.
 */
export interface ChapterBlock {
  readonly kind: "chapter";
  /** The name of the chapter in the model. */
  readonly chapter: string;
  readonly title: string;
  readonly ids: readonly SiteId[];
  /** Everything below its heading: prose, sections, operations. */
  readonly blocks: readonly SiteBlock[];
}

export interface OperationBlock {
  readonly kind: "operation";
  readonly operationId: string;
  readonly ids: readonly SiteId[];
  readonly notes?: readonly SiteNote[];
  /** The states of its resource in which it may be called, and those that it leads to. */
  readonly transition?: { readonly from: readonly string[]; readonly to: readonly string[] };
}

export interface ToctreeBlock {
  readonly kind: "toctree";
  readonly caption?: string;
  readonly entries: readonly { readonly document: string; readonly title: string }[];
}

/** An id that Sphinx's page of the same name has, and what stands at it there. */
export interface SiteId {
  readonly id: string;
  readonly at: "heading" | "detail" | "button" | "request" | "response" | "example" | "prose";
  /** The heading there, where it is one inside of an operation: `Response Example (2.3)`. */
  readonly title?: string;
}

/** Prose around the lists of an operation, which the document has no place for. */
export interface SiteNote {
  readonly side: "request" | "response" | "both";
  readonly markdown: string;
}

/** Facts about the whole site, of the docs' own settings and the user's. */
export interface SiteSettings {
  /** What the site is called; the title of the document unless given. */
  readonly project?: string;
  readonly copyright?: string;
  readonly licence?: { readonly name: string; readonly url?: string };
  /** Where to say that something is wrong: a whole URL. */
  readonly bugs?: string;
  /** Only where there is one is a foreign host asked for anything. */
  readonly analytics?: string;
  /** The line of an operation in the repository of the docs, where a revision is known. */
  readonly sourceUrl?: (operationId: string) => string | undefined;
}

/** The site of a document of which nothing else is known: one page, and one of each chapter. */
export function sourceOfModel(model: ApiModel): SiteSource {
  const chapters = model.chapters.map((chapter): ChapterBlock => ({
    kind: "chapter",
    chapter: chapter.name,
    title: chapter.title,
    ids: [],
    blocks: [
      ...proseOf(chapter.description),
      ...chapter.operations.map(({ operationId }): OperationBlock => ({
        kind: "operation",
        operationId,
        ids: [],
      })),
    ],
  }));
  const blocks = [...proseOf(model.description), ...chapters];
  return { documents: [{ name: "index", title: model.title, blocks }], settings: {}, files: [] };
}

function proseOf(markdown: string | undefined): readonly ProseBlock[] {
  return markdown === undefined ? [] : [{ kind: "prose", markdown }];
}
