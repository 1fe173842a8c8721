import type { Side } from "../../reference.js";
import type { Rule } from "../../votes/vote.js";
import { saysNull } from "../../words/nullable.js";
import { isLaterMoment } from "../../words/names/moments.js";
import type { Kind } from "../../words/kind.js";

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
export type NullRule = Rule<NullFacts, boolean, boolean>;

const value = (known: Partial<NullFacts>): NullFacts => ({
  side: "response",
  changes: false,
  name: "shelf",
  kinds: new Set(["string"]),
  prose: "",
  typed: false,
  shown: false,
  answered: false,
  leftOut: false,
  othersShown: false,
  ofExtension: false,
  ...known,
});

/** Why a value may be null; any of them is enough. */
export const nullRules: readonly NullRule[] = [
  {
    name: "a sample shows it",
    why: "The docs show a body with null there.",
    example: {
      docs: 'The sample has `"shelf": null`.',
      facts: value({ shown: true }),
      gives: true,
    },
    says: ({ shown }) => shown,
  },
  {
    name: "the type says it",
    why: "A type such as `string or null` names null beside what the value else is.",
    kept: "a type that names null admits it (JSON Schema)",
    example: {
      docs: "The type of `shelf` is `string or null`.",
      facts: value({ typed: true }),
      gives: true,
    },
    says: ({ typed }) => typed,
  },
  {
    name: "the prose says it",
    why: "Prose such as `null` if the box has none says so.",
    example: {
      docs: "The prose of `shelf` says: null if the box stands on none.",
      facts: value({ prose: "The shelf, null if there is none." }),
      gives: true,
    },
    says: ({ prose }) => saysNull(prose),
  },
  {
    name: "another answer shows it",
    why: "What one answer shows of a member, others may show, too.",
    example: {
      docs: 'The sample of `GET /boxes` has `"shelf": null`, that of `GET /boxes/{box_id}` a text.',
      facts: value({ answered: true }),
      gives: true,
    },
    says: ({ side, answered }) => side === "response" && answered,
  },
  {
    name: "creation leaves it out",
    why: "What was not given is answered as null; and what was read is sent back with a change.",
    example: {
      docs: "`POST /boxes` has `shelf` as optional, and no default is named.",
      facts: value({ leftOut: true }),
      gives: true,
    },
    says: ({ side, changes, leftOut }) => leftOut && (side === "response" || changes),
  },
  {
    name: "the request gives others so",
    why: "A request that gives null for several members which it may leave out gives it for each.",
    example: {
      docs: "The sample of `POST /boxes` has null for `lid` and for `owner`, and leaves `shelf` out.",
      facts: value({ side: "request", leftOut: true, othersShown: true }),
      gives: true,
    },
    says: ({ side, leftOut, othersShown }) => side === "request" && leftOut && othersShown,
  },
  {
    name: "it has not happened",
    why: "A resource that was never changed has no moment of its last change.",
    example: {
      docs: "A row `updated_at` of an answer.",
      facts: value({ name: "updated_at" }),
      gives: true,
    },
    says: ({ side, name, kinds }) =>
      side === "response" && isLaterMoment(name) && kinds.size === 1 && kinds.has("string"),
  },
  {
    name: "the extension does not apply",
    why: "An object that an extension adds is null for what the extension is not about.",
    kept: "an extension adds to all resources what some have only",
    example: {
      docs: "An object that the description says an extension adds.",
      facts: value({ kinds: new Set(["object"]), ofExtension: true }),
      gives: true,
    },
    says: ({ side, kinds, ofExtension }) =>
      side === "response" && ofExtension && kinds.size === 1 && kinds.has("object"),
  },
];

/** Why a value may be null; undefined: nothing speaks for it. */
export function nullReason(rules: readonly NullRule[], facts: NullFacts): string | undefined {
  return rules.find(({ says }) => says(facts))?.name;
}
