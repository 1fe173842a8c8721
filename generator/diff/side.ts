import type { OpenApiDocument } from "../openapi/document.js";

/** Something of OLD, and the same of NEW. */
export interface Both<Value> {
  readonly old: Value;
  readonly new: Value;
}

/** Something of the docs that could not be read, and that operations may have stood in. */
export interface Lost {
  /** The file, as the docs call it: a path in the tree. */
  readonly file: string;
  /** From 1; absent where the file as a whole is meant. */
  readonly line?: number;
  /** What was found there, one sentence. */
  readonly message: string;
}

/** The file and the line, as reports write them. */
export function placeOf({ file, line }: Lost): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** Something of docs that was not read as it is meant, such as one sample. */
export interface Unclear extends Lost {
  /** What it is: findings of one code are alike. */
  readonly code: string;
  /** The file, seen from the folder of the docs, which may move as a whole. */
  readonly place: string;
  /** What it may hide; who takes it for operations may find parts of one hidden as well. */
  readonly hides: "operations" | "rows" | "samples";
  /** By operationId, those that it is of: the one it stands in, or all that use what stands there. */
  readonly operations: readonly string[];
}

/** What is known of one side beside its document; a document alone has none of it. */
export interface Evidence {
  /** What each microversion changed, in the words of the tree's version history. */
  readonly history: ReadonlyMap<string, string>;
  /** What rows say, by operationId and pointer. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, RowEvidence>>;
  /** Operations whose rows stand in a file that could not be read: nothing can be said of them. */
  readonly unread: ReadonlySet<string>;
  /**
   * By operationId a digest of what its docs say by themselves: where it is the same on both sides,
   * the docs of other operations made what is different.
   */
  readonly own: ReadonlyMap<string, string>;
  /** What counts as lost where the other side does not have the same: docs have such slips for years. */
  readonly unclear: readonly Unclear[];
}

/** What the rows of one place say, whatever samples show. */
export interface RowEvidence {
  /** As the row writes the name; a sample may write it otherwise. */
  readonly name: string;
  /** JSON kinds that the rows name; empty where they name none that is known. */
  readonly kinds: readonly string[];
  /** Undefined where rows differ in it. */
  readonly required: boolean | undefined;
  /** Equal where they say the same. */
  readonly text: string;
  /** The same of all but whether it is required. */
  readonly rest: string;
  /** The same of all but its microversions. */
  readonly unbound: string;
}

/** One of the two that are compared. */
export interface Side {
  readonly document: OpenApiDocument;
  /** Empty where every operation was read. */
  readonly lost: readonly Lost[];
  /** Undefined of a document: then its samples alone are held against a change. */
  readonly evidence: Evidence | undefined;
}

/** A document by itself, all of which was read. */
export function documentSide(document: OpenApiDocument): Side {
  return { document, lost: [], evidence: undefined };
}

/** What there was of a service before it was there. */
export const nothingYet: Side = documentSide({
  openapi: "3.1.1",
  info: { title: "", version: "" },
  paths: {},
});
