import type { OpenApiDocument } from "../openapi/document.js";
import type { Verdict } from "./change.js";

/** What the words of a change are made from. */
export interface Found {
  /** The place in words: `server.size`, or the name of a parameter, a header, a status. */
  readonly place: string;
  /** What it was and what it is, in words. */
  readonly from?: string;
  readonly to?: string;
}

/** Two documents, before and after. */
export interface Pair {
  readonly old: OpenApiDocument;
  readonly new: OpenApiDocument;
}

/** Which way the values go that a change is about; `both` where it does not matter. */
export type Direction = "request" | "answer" | "both";

/**
 * One kind of change: what it means and why, and the two pairs that explain and test it. The id
 * names the change and is never renamed or given to another.
 */
export interface ChangeRecord {
  readonly id: string;
  readonly direction: Direction;
  /** At microversions that OLD knew, where nothing says otherwise. */
  readonly verdict: Verdict;
  /** What is found when OLD and NEW change places: one of these ids. */
  readonly mirror: string | readonly string[];
  readonly why: string;
  /** The ids of oasdiff's checks that mean the same, as its messages list them. */
  readonly oasdiff: readonly string[];
  readonly message: (found: Found) => string;
  /** Gives this change, once. */
  readonly finds: Pair;
  /** Looks like it, and does not give it. */
  readonly passes: Pair;
}
