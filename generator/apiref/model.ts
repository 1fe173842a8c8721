import type { Said, SourceId, Span } from "../diagnostics/span.js";
import type { IdRequest } from "../rst/ids/id-requests.js";
import type { Passage } from "../rst/markdown/passages.js";
import type { Ignore } from "./ignores.js";

/**
 * An API reference as its sources SAY it: stanzas joined with parameters.yaml, status.yaml and
 * samples; nothing guessed, nothing interpreted away.
 */
export interface ApiReference {
  /** The title of the root document, if it has one. */
  readonly title: string | undefined;
  /** The text of the root document before its first chapter, as CommonMark. */
  readonly description: string;
  readonly chapters: readonly Chapter[];
  /** Every entry of every parameters file that some row or document refers to, by file and name. */
  readonly entries: readonly ParameterEntry[];
  /** All prose outside operations, chapter by chapter: what inference may read for versions and headers. */
  readonly prose: readonly Prose[];
  /** Directives and files that are in no operation. */
  readonly unreached: readonly Unreached[];
  /** What no operation of the reference may be missing from: the number of rest_method directives seen. */
  readonly methods: number;
  /** Comments that ask for findings not to be told. */
  readonly ignores: readonly Ignore[];
  /** What each microversion brought, where the tree has a document that tells it. */
  readonly history: VersionHistory | undefined;
}

/** The document that tells what each microversion brought. */
export interface VersionHistory {
  readonly document: SourceId;
  /** The document and what it includes. */
  readonly sources: readonly SourceId[];
  /** In the order of the text, each version once. */
  readonly versions: readonly HistoryVersion[];
}

export interface HistoryVersion {
  readonly version: Said<string>;
  /** The heading and the text below it as written, without the marks of literals. */
  readonly words: string;
}

/** One file of operations, in the order of the docs. */
export interface Chapter {
  /** The path of the file, for example `api-ref/source/images.inc`. */
  readonly source: SourceId;
  /** The name of the file without folder and ending: `images`. Unique: a folder is put before it where two files share it. */
  readonly name: string;
  /** The nearest title above all operations, as written: `Images (DEPRECATED)`. */
  readonly title: string;
  /** The text before the first operation, as CommonMark. */
  readonly description: Prose;
  /** Said by the title, or a title above it, in so many words: `(DEPRECATED)`. */
  readonly deprecated: boolean;
  readonly operations: readonly Operation[];
  /** Sections of the file that hold some of the operations, and say something before the first. */
  readonly sections: readonly ChapterSection[];
}

/** A part of a file with a title of its own, such as one of two chapters in it. */
export interface ChapterSection {
  readonly title: string;
  readonly description: Prose;
  /** Its operations are those that stand within. */
  readonly span: Span;
}

/** Some prose, made CommonMark, with its sentences' places still known. */
export interface Prose {
  readonly markdown: string;
  /** Plain text of each paragraph or list item, with the place that said it. */
  readonly passages: readonly Passage[];
  /** The heading that it stands under, where it is the text of a section outside of operations. */
  readonly title?: string;
  /** What Sphinx gives identifiers to wherever it is shown, if there is anything. */
  readonly ids?: readonly IdRequest[];
}

export interface Operation {
  readonly span: Span;
  /** The document that holds (or includes) it, against which paths resolve. */
  readonly document: SourceId;
  /** The file that the stanza stands in. */
  readonly source: SourceId;
  /** Upper case, as written: `GET`, also `COPY`. */
  readonly method: Said<string>;
  /** As written, without spaces around. */
  readonly url: Said<string>;
  /** The URL as a path template: leading slash, no host, no query, no zero-width characters, names as documented. */
  readonly path: string;
  /** What the URL has before the path, as a template: `http://{host}:{port}`. */
  readonly server: string | undefined;
  /** The URL is an address that the service is given and calls: `{CallbackUri}`. */
  readonly callback: boolean;
  /** Names in braces, in order, as documented. */
  readonly variables: readonly string[];
  /**
   * The query string that the URL carries: `?limit={limit}` gives limit without a value, `?bulk=true`
   * a value, `?tag=a&tag=b` one that is repeated.
   */
  readonly urlQuery: readonly {
    readonly name: string;
    readonly value: string | undefined;
    readonly repeated?: true;
  }[];
  /** The heading of the operation. */
  readonly title: Said<string>;
  /** The headings above it, outermost first. */
  readonly ancestors: readonly string[];
  /** The text between the title and the first list, code or sample. */
  readonly description: Prose;
  readonly deprecated: boolean;
  readonly minVersion: Said<string> | undefined;
  readonly maxVersion: Said<string> | undefined;
  readonly request: readonly ParameterList[];
  readonly response: readonly ParameterList[];
  readonly statuses: readonly Status[];
  readonly samples: readonly SampleLink[];
  /** The paragraphs under headings of one side: what is said around its lists. */
  readonly remarks: readonly Remark[];
  /** What Sphinx's directives for versions say within it, in the order of the text. */
  readonly changes: readonly VersionChange[];
}

/** `.. versionadded:: 1.5` and its kin. */
export interface VersionChange {
  readonly kind: "added" | "changed" | "removed";
  readonly version: string;
  /** What it says came or went, as written, on one line; empty where it says nothing more. */
  readonly words: string;
  /** That of the nearest heading with such a word. */
  readonly side: Side | undefined;
}

/** A paragraph about one side of an operation, as plain words. */
export interface Remark {
  readonly side: Side;
  readonly words: string;
}

/** One rest_parameters stanza. */
export interface ParameterList {
  readonly span: Span;
  /** The headings between the operation and the list, outermost first, then the last label such as `**Example**`. */
  readonly titles: readonly string[];
  readonly file: SourceId;
  readonly rows: readonly Row[];
  /** Its first line, where nothing tells its side: it stands with those of the request until that is inferred. */
  readonly unplaced?: Span;
}

export interface Row {
  readonly span: Span;
  readonly name: Said<string>;
  readonly reference: Said<string>;
  /** Absent when the parameters file has no such entry. */
  readonly entry: ParameterEntry | undefined;
  /** How deep marks such as `>` put it; absent where no row of its list has any. */
  readonly depth?: number;
  /** The name as it is written, where it is read as another: a slip for certain. */
  readonly written?: string;
}

export type Place = "path" | "query" | "header" | "body";

/** One entry of a parameters.yaml, merges applied, misspelt keys read as meant. */
export interface ParameterEntry {
  readonly name: string;
  readonly file: SourceId;
  readonly span: Span;
  /** Lower case, as written; anything else than the four places is `undefined`. */
  readonly in: Place | undefined;
  /** As written, trimmed: `string`, `UUID`, `key-only, no value expected`. */
  readonly type: string;
  /** As os-api-ref reads it: anything but false is required. `undefined` where it says nothing. */
  readonly required: boolean | undefined;
  readonly description: Prose;
  /** As text: `2.10` is not `2.1`. */
  readonly minVersion: string | undefined;
  readonly maxVersion: string | undefined;
  /** Where the two are said: in another entry where they are merged from it. */
  readonly minVersionSpan?: Span | undefined;
  readonly maxVersionSpan?: Span | undefined;
  readonly default: unknown;
  readonly format: string | undefined;
  readonly enum: readonly unknown[] | undefined;
  /** Extra JSON Schema words some services write: `items`, `properties`, … */
  readonly extra: Readonly<Record<string, unknown>>;
  /** Another entry is merged from it (`<<`), or is the same (an alias). */
  readonly lends: boolean;
}

export interface Status {
  readonly span: Span;
  readonly code: number;
  /** As it is written, where letters stand in the place of digits: `4O9`. */
  readonly written?: string;
  /** By its label: normal or error. A code below 400 is success whatever the label says. */
  readonly kind: "success" | "error";
  /** `itemNotFound` of `itemNotFound(404)`. */
  readonly name: string | undefined;
  /** What status.yaml or the item itself says of it, as CommonMark. */
  readonly reason: string | undefined;
  readonly minVersion: string | undefined;
  readonly maxVersion: string | undefined;
}

export type Side = "request" | "response";

/** A sample that an operation shows: a file, or a block of its text. */
export interface SampleLink {
  readonly span: Span;
  /** What is said of its side. */
  readonly evidence: SideEvidence;
  /** The label before it, for example `Example List Images: JSON response`. */
  readonly caption: string | undefined;
  readonly titles: readonly string[];
  /** The path as written; `undefined` for a block in the text. */
  readonly path: Said<string> | undefined;
  readonly sample: Sample;
}

/** What the docs say of the side that a sample shows, contradictions included. */
export interface SideEvidence {
  /** The side that the nearest heading names, and whether that is a heading of examples. */
  readonly heading: Side | undefined;
  readonly headsExamples: boolean;
  /** The side that the label before the sample names. */
  readonly label: Side | undefined;
  /** The side that the name of the file, or its folder, names. */
  readonly file: Side | undefined;
  /** The side of the HTTP messages that it shows. */
  readonly text: Side | undefined;
  /** Headings or the path speak of `curl`. */
  readonly command: boolean;
  /** The side of the list or heading before. */
  readonly before: Side | undefined;
  /** A heading of the response came already. */
  readonly responseSeen: boolean;
  /** The method sends content (RFC 9110, section 9.3). */
  readonly sends: boolean;
  /** Of a block of the text: which one it is of those that follow each other, and how many. */
  readonly block: { readonly place: number; readonly count: number } | undefined;
}

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json };

export type Sample =
  | {
      readonly kind: "json";
      readonly source: SourceId;
      readonly value: Json;
      readonly repaired: boolean;
      /** From a folder such as `v2.53`, or the caption. */
      readonly version: string | undefined;
      /** A part of a body, shown to explain it, not the body. */
      readonly fragment: boolean;
      /** A block for a whole body, in which dots stand for what is left out. */
      readonly elided?: true;
      /** What it is written in, where that is not JSON. */
      readonly notation?: "yaml";
    }
  | {
      readonly kind: "text";
      readonly source: SourceId;
      readonly language: string | undefined;
      readonly text: string;
      /** The object or list that it writes, where it is YAML. */
      readonly yaml?: Json;
    }
  | { readonly kind: "missing"; readonly source: SourceId }
  | { readonly kind: "broken"; readonly source: SourceId };

export interface Unreached {
  readonly source: SourceId;
  /** How many rest_method directives it holds. */
  readonly methods: number;
}
