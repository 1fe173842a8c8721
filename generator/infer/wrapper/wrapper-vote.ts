import type { Habits } from "../siblings/habits.js";
import type { Ballot, Vote } from "../votes/vote.js";

/** What is known of one row of a body, where its wrapper is in question. */
export interface RowFacts {
  readonly name: string;
  readonly first: boolean;
  /** Its type is a list or an object. */
  readonly container: boolean;
  /** Its type does not speak against a wrapper. */
  readonly opens: boolean;
  /** Its name has dots in it: it stands below something else. */
  readonly dotted: boolean;
  /** Its name is the word of the path as it is spelt there, or says the same. */
  readonly word: "spelt" | "meant" | undefined;
  /** A list of other things, where the answer shows one thing. */
  readonly ofOthers: boolean;
  /** What it would be called here, where it is the row of a list in the docs of one, or the other way round. */
  readonly renumbered: string | undefined;
  /** How close the closest body is which it is the wrapper of, and the closest in which it is not; 0: none. */
  readonly wraps: number;
  readonly inside: number;
  /** It is the wrapper of a body of this side, lists apart from single things. */
  readonly ofKind: boolean;
}

/** Another body's wrapper as it would be here, and how far it is to be trusted: 0 to 1. */
export interface OtherWrapper {
  readonly name: string | undefined;
  readonly trust: number;
  /** How much of the same both document, or how close the body is. */
  readonly closeness: number;
}

/** What is known of a body that has no sample, where its wrapper is in question. */
export interface WrapperFacts {
  readonly listing: boolean;
  readonly rows: readonly RowFacts[];
  /** How the service's docs put bodies under wrappers. */
  readonly habits: Habits;
  /** The body that documents most of the same entries. */
  readonly alike: OtherWrapper | undefined;
  /** The closest body of the same path. */
  readonly samePath: OtherWrapper | undefined;
  /** What the path names, as a wrapper, and how likely a wrapper is: 0 to 1. */
  readonly word: { readonly name: string | undefined; readonly likely: number } | undefined;
}

/** A vote for the key that all of a body stands under; undefined: for none. */
export type WrapperVote = Vote<
  WrapperFacts,
  readonly Ballot<string | undefined>[],
  string | undefined
>;

/** The facts of a body of which no more is known than this; for examples. */
export function bodyWith(
  known: Partial<Omit<WrapperFacts, "rows">> & { readonly rows?: readonly Partial<RowFacts>[] },
): WrapperFacts {
  return {
    listing: false,
    habits: { wrapped: 0.5, documented: 0.5 },
    alike: undefined,
    samePath: undefined,
    word: undefined,
    ...known,
    rows: (known.rows ?? []).map((row, index) => ({
      name: "row",
      first: index === 0,
      container: false,
      opens: false,
      dotted: false,
      word: undefined,
      ofOthers: false,
      renumbered: undefined,
      wraps: 0,
      inside: 0,
      ofKind: false,
      ...row,
    })),
  };
}

/** Whether a row may be meant under its own name. */
export function asWritten({ renumbered, first, wraps, ofOthers }: RowFacts): boolean {
  return renumbered === undefined && !(first && wraps === 0 && ofOthers);
}

/** Whether the entry of a row is a wrapper elsewhere, and no closer body has it inside. */
export function isWrapperElsewhere({ wraps, inside }: RowFacts): boolean {
  return wraps > 0 && wraps >= inside;
}

/** Whether a row begins the body as a list or an object of which no other body knows more. */
export function opensBody(row: RowFacts): boolean {
  const { first, container, wraps, inside, dotted } = row;
  return asWritten(row) && first && container && wraps === 0 && inside === 0 && !dotted;
}

/** Whether a row of the name of the path may hold the others: `rows` is how many there are. */
export function namesWord({ inside, container, first }: RowFacts, rows: number): boolean {
  return inside === 0 && (container || (first && rows > 2));
}
