import type { Row } from "../reference.js";

/** A rule that had a part in a decision; a weight where it was counted. */
export interface Reason {
  readonly rule: string;
  readonly weight?: number;
}

/** Why something of a body is what it is: told to who asks, and changing nothing. */
export interface Decision {
  /** The list of rules that it was made by. */
  readonly question: string;
  /** The place in the body, `boxes[].lid.id`; empty for all of it. */
  readonly path: string;
  readonly answer: string;
  readonly reasons: readonly Reason[];
  /** The rows that speak of the place. */
  readonly rows: readonly Row[];
}

export type Note = (decision: Decision) => void;
