import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/span.js";
import type { Block, Directive, DirectiveOption, Section } from "./blocks.js";
import type { Row } from "./rows.js";

/** A heading before its section is known to end. */
export interface Heading {
  readonly kind: "heading";
  readonly title: string;
  readonly titleSpan: Span;
  readonly level: number;
  readonly span: Span;
}

/** Blocks in the order of the text, headings among them: what sections are made of. */
export type Flat = Exclude<Block, Section> | Section | Heading;

/** What the readers of single constructs need of the reader of a whole document. */
export interface Reader {
  /** Directives whose body is not text: it is kept as lines only. */
  readonly rawDirectives: ReadonlySet<string>;
  /** Reads rows that stand at `margin`, one level further in. */
  blocks(rows: readonly Row[], margin: number, depth: number): readonly Block[];
  /** The rows' blocks without sections made of them; included files are expanded in place. */
  flat(rows: readonly Row[], margin: number, depth: number): Flat[];
  /** The blocks of rows that are a part of the document: its headings make sections where it stands. */
  part(rows: readonly Row[], margin: number, depth: number): readonly Block[];
  /** What stands in place of an include directive. */
  include(directive: Directive, depth: number): readonly Flat[];
  /** The rows of the file that an option of a table names. */
  tableFile(option: DirectiveOption): readonly Row[];
  /** The level of a heading, by its adornment: one character, or two when it has an overline. */
  level(style: string, span: Span, depth: number): number;
  define(name: string, url: string): void;
  defineTitle(title: string): void;
  /** Something that is no target follows: labels before it stand for the place alone. */
  settle(): void;
  defineSubstitution(name: string, directive: Directive): void;
  found(diagnostic: Diagnostic): void;
}

/** What the reader of one construct made, and the row that comes next. */
export interface Step {
  readonly blocks: readonly Flat[];
  readonly next: number;
}
