import type { SourceId } from "../diagnostics/span.js";

/** What came of reading one file of a tree. */
export type Reading =
  | {
      readonly kind: "text";
      readonly id: SourceId;
      readonly text: string;
      readonly notes: readonly ReadingNote[];
    }
  | { readonly kind: "missing"; readonly id: SourceId }
  /** The path, or the link that it is, leaves the tree. */
  | { readonly kind: "outside"; readonly id: SourceId }
  | {
      readonly kind: "too-large";
      readonly id: SourceId;
      readonly bytes: number;
      readonly limit: number;
    }
  | { readonly kind: "unreadable"; readonly id: SourceId; readonly reason: string };

/** What was repaired while a file was decoded. */
export type ReadingNote = "byte-order-mark" | "not-utf-8";

/**
 * The sources of one API reference. Nothing outside its root is ever read, each file is read at
 * most once, so that a tree that changes meanwhile still gives one consistent answer per file.
 */
export interface SourceTree {
  /** The folder that Sphinx calls the source folder, relative to the root; `""` for the root. */
  readonly sourceFolder: string;
  /** All of it was asked for, not a part: what it does not define, nothing does. */
  readonly whole?: true;
  /** Every `.rst` below the source folder, or the one file that was asked for; sorted. */
  readonly documents: readonly SourceId[];
  /** Every `.inc` below the source folder; sorted. */
  readonly fragments: readonly SourceId[];
  /** Reads `id`, a normalised path relative to the root (`..` parts mean: outside). */
  read(id: SourceId): Reading;
  /** The contents of a file that need not be text, such as an image, under the same limits. */
  bytes?(id: SourceId): Uint8Array | undefined;
}
