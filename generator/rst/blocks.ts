import type { Said, SourceId, Span } from "../diagnostics/span.js";

/**
 * The block structure of one reStructuredText document, includes expanded. It knows no word of
 * os-api-ref: a directive is a name, arguments, options and a body.
 */
export type Block =
  | Section
  | Paragraph
  | Directive
  | BulletList
  | EnumeratedList
  | DefinitionList
  | FieldList
  | LiteralBlock
  | BlockQuote
  | LineBlock
  | Table
  | Comment
  | Target
  | Substitution
  | Transition;

/** One line, or what is left of one after its indentation, with the place of its first character. */
export interface Line {
  readonly text: string;
  readonly source: SourceId;
  /** Offset of `text` in its source. */
  readonly start: number;
}

export interface Section {
  readonly kind: "section";
  readonly title: string;
  readonly titleSpan: Span;
  /** 1 for the outermost heading of the document. */
  readonly level: number;
  readonly span: Span;
  readonly blocks: readonly Block[];
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly lines: readonly Line[];
  readonly span: Span;
}

export interface Directive {
  readonly kind: "directive";
  /** As written, for example `rest_method`. */
  readonly name: string;
  readonly nameSpan: Span;
  /** The words behind `::`, and lines that follow them before options or a blank line. */
  readonly argument: readonly Line[];
  readonly options: readonly DirectiveOption[];
  /** The indented lines after the blank line (or after the options), dedented. */
  readonly body: readonly Line[];
  /** The body read as blocks, for directives that hold text (notes, warnings and unknown ones). */
  readonly blocks: readonly Block[];
  /** Indentation of the `..` in its own context, in columns. */
  readonly indent: number;
  readonly span: Span;
  /** The name of the substitution that this directive defines (`.. |x| replace:: …`). */
  readonly substitution?: string;
}

export interface DirectiveOption {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
}

export interface ListItem {
  readonly blocks: readonly Block[];
  readonly span: Span;
}
export interface BulletList {
  readonly kind: "bullet-list";
  readonly items: readonly ListItem[];
  readonly span: Span;
}
export interface EnumeratedList {
  readonly kind: "enumerated-list";
  /** The number of the first item. */
  readonly first: number;
  readonly items: readonly ListItem[];
  readonly span: Span;
}
export interface DefinitionList {
  readonly kind: "definition-list";
  readonly items: readonly {
    readonly term: Line;
    readonly blocks: readonly Block[];
    readonly span: Span;
  }[];
  readonly span: Span;
}
export interface FieldList {
  readonly kind: "field-list";
  /** A footnote or citation, whose one field is named as its label: `[1]`. */
  readonly footnote?: true;
  readonly fields: readonly {
    readonly name: string;
    readonly blocks: readonly Block[];
    readonly span: Span;
  }[];
  readonly span: Span;
}
export interface LiteralBlock {
  readonly kind: "literal-block";
  readonly lines: readonly Line[];
  readonly language?: string;
  readonly span: Span;
}
export interface BlockQuote {
  readonly kind: "block-quote";
  readonly blocks: readonly Block[];
  readonly span: Span;
}
export interface LineBlock {
  readonly kind: "line-block";
  readonly lines: readonly Line[];
  readonly span: Span;
}
export interface Table {
  readonly kind: "table";
  readonly title?: string;
  readonly header: readonly (readonly TableCell[])[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly span: Span;
}
export interface TableCell {
  readonly blocks: readonly Block[];
  readonly columns: number;
}
export interface Comment {
  readonly kind: "comment";
  readonly lines: readonly Line[];
  readonly span: Span;
}
export interface Target {
  readonly kind: "target";
  /** Lower-cased and with single spaces, as references find it; `""` for an anonymous one. */
  readonly name: string;
  /** The URL it stands for, or `""` for a label of the place. */
  readonly url: string;
  /** The name that it leads on to (`.. _name: other_`), as docutils compares names. */
  readonly leadsTo?: Said<string>;
  readonly span: Span;
}
export interface Substitution {
  readonly kind: "substitution";
  readonly name: string;
  /** The name with its bars. */
  readonly nameSpan: Span;
  readonly directive: Directive;
  readonly span: Span;
}
export interface Transition {
  readonly kind: "transition";
  readonly span: Span;
}

/** One document, read. */
export interface RstDocument {
  readonly source: SourceId;
  readonly blocks: readonly Block[];
  /** Explicit targets and section titles by reference name: what links may lead to. */
  readonly targets: ReadonlyMap<string, LinkTarget>;
  readonly substitutions: ReadonlyMap<string, Directive>;
  /** Every file that was included, in order, with the place of the directive. */
  readonly includes: readonly Inclusion[];
}

/** One include, expanded. */
export interface Inclusion {
  readonly source: SourceId;
  /** Where its directive names the file. */
  readonly span: Span;
  /** The options that leave text out, each with the stretch of `source` that it keeps. */
  readonly cuts: readonly Cut[];
  /** The option that shows the text as it stands, where there is one. */
  readonly shownBy?: "code" | "literal";
}

export interface Cut {
  readonly option: "start-line" | "end-line" | "start-after" | "end-before";
  readonly from: number;
  readonly to: number;
}

/** Where a name leads: out to a URL, or to a place of the docs (then its words stay plain). */
export type LinkTarget =
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "place"; readonly title: string };
