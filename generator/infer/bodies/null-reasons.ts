import type { Side } from "../reference.js";
import { saysNull } from "../words/nullable.js";
import { isLaterMoment } from "../words/moments.js";
import type { Kind } from "../words/kind.js";

/** What is known of a value that may be null. */
export interface NullFacts {
  readonly side: Side;
  /** The request changes a resource that is there already. */
  readonly changes: boolean;
  /** The name of the member; empty for items of lists and values of maps. */
  readonly name: string;
  /** What the value is when it is not null. */
  readonly kinds: ReadonlySet<Kind>;
  readonly prose: string;
  /** A documented type says so: `string or null`. */
  readonly typed: boolean;
  /** The samples of this body show null. */
  readonly shown: boolean;
  /** Answers of the reference show null for the same member of the same resource, or the same entry. */
  readonly answered: boolean;
  /** Creation may leave the member out, and nothing tells what it is then. */
  readonly leftOut: boolean;
  /** The samples of this request give null for several others that it may leave out. */
  readonly othersShown: boolean;
  /** The docs of the operation say that an extension adds the member. */
  readonly ofExtension: boolean;
}

/** A reason for which a value may be null. */
interface Reason {
  readonly name: string;
  readonly why: string;
  readonly holds: (facts: NullFacts) => boolean;
}

export const nullReasons: readonly Reason[] = [
  {
    name: "a sample shows it",
    why: "The docs show a body with null there.",
    holds: ({ shown }) => shown,
  },
  {
    name: "the type says it",
    why: "`string or null`, `none`.",
    holds: ({ typed }) => typed,
  },
  {
    name: "the prose says it",
    why: "`null` if the box has none.",
    holds: ({ prose }) => saysNull(prose),
  },
  {
    name: "another answer shows it",
    why: "What one answer shows of a member, others may show, too.",
    holds: ({ side, answered }) => side === "response" && answered,
  },
  {
    name: "creation leaves it out",
    why: "What was not given is answered as null; and what was read is sent back with a change.",
    holds: ({ side, changes, leftOut }) => leftOut && (side === "response" || changes),
  },
  {
    name: "the request gives others so",
    why: "A request that gives null for several members which it may leave out gives it for each.",
    holds: ({ side, leftOut, othersShown }) => side === "request" && leftOut && othersShown,
  },
  {
    name: "it has not happened",
    why: "A resource that was never changed has no moment of its last change.",
    holds: ({ side, name, kinds }) =>
      side === "response" && isLaterMoment(name) && kinds.size === 1 && kinds.has("string"),
  },
  {
    name: "the extension does not apply",
    why: "An object that an extension adds is null for what the extension is not about.",
    holds: ({ side, kinds, ofExtension }) =>
      side === "response" && ofExtension && kinds.size === 1 && kinds.has("object"),
  },
];

/** Whether a value may be null. */
export function mayBeNull(facts: NullFacts): boolean {
  return nullReasons.some(({ holds }) => holds(facts));
}
