import { isStart } from "../shape/positions.js";
import { anyKey, type Path } from "../shape/shape.js";
import type { Rule } from "../votes/vote.js";

/** What is known of a row that no sample has a place for. */
export interface OrderFacts {
  /** Its key. */
  readonly key: string;
  /** The one key that all of the body stands under, if there is one. */
  readonly wrapper: string | undefined;
  /** It is a list or an object that says the same as the wrapper in another number. */
  readonly meansWrapper: boolean;
  /** Its prose says that it stands at the top. */
  readonly saysTop: boolean;
  /** Marks on other rows (`>`) say what is inside of what, and it has none: it is outside of all rows, or of the wrapper that is one of them. */
  readonly outside: "rows" | "wrapper" | undefined;
  /** A dotted name: its keys, and the place of the longest part of it that has one. */
  readonly dotted:
    | {
        readonly keys: Path;
        readonly known: { readonly at: Path; readonly keys: number } | undefined;
      }
    | undefined;
  /** The place of the row before, unless that stands under a wrapper of another name. */
  readonly before: Path | undefined;
  /** The next row that has a place. */
  readonly after: Path | undefined;
  /** The row before is an object of which nothing else is known, in a body without a sample. */
  readonly opens: boolean;
  /** The row before is the wrapper. */
  readonly behindWrapper: boolean;
}

/** Where the row stands; `beside`: it is no neighbour of the rows around it. */
export interface OrderedPlace {
  readonly path: Path;
  readonly beside?: true;
}

export type OrderRule = Rule<OrderFacts, OrderedPlace | undefined, Path>;

const row = (known: Partial<OrderFacts>): OrderFacts => ({
  key: "colour",
  wrapper: undefined,
  meansWrapper: false,
  saysTop: false,
  outside: undefined,
  dotted: undefined,
  before: undefined,
  after: undefined,
  opens: false,
  behindWrapper: false,
  ...known,
});

/** Where a row stands that no sample shows. The first rule that says something decides. */
export const orderRules: readonly OrderRule[] = [
  {
    name: "the wrapper in another number",
    why: "A body has one wrapper: a list or an object that means the same word is it.",
    example: {
      docs: "Rows `boxes`, an array, and `id`; the sample stands under `box`.",
      facts: row({ key: "boxes", wrapper: "box", meansWrapper: true }),
      gives: ["box"],
    },
    says: ({ meansWrapper, wrapper }) =>
      meansWrapper && wrapper !== undefined ? { path: [wrapper], beside: true } : undefined,
  },
  {
    name: "said to stand at the top",
    why: "Prose that calls a member a top-level key says so because the list does not.",
    kept: "English: it is said in so many words",
    example: {
      docs: "The prose of `hints` calls it a top-level key, not part of `box`.",
      facts: row({ key: "hints", wrapper: "box", saysTop: true }),
      gives: ["hints"],
    },
    says: ({ key, wrapper, saysTop, dotted }) =>
      saysTop && wrapper !== undefined && dotted === undefined
        ? { path: [key], beside: true }
        : undefined,
  },
  {
    name: "without a mark, where other rows have one",
    why: "Where marks say what is inside of what, a row that has none is inside of no other.",
    kept: "os-api-ref's lists mark all members of an object or none",
    example: {
      docs: "Rows `boxes`, `>lid` and `more`; no sample.",
      facts: row({
        key: "more",
        wrapper: "boxes",
        outside: "wrapper",
        before: ["boxes"],
        behindWrapper: true,
      }),
      gives: ["more"],
    },
    says: ({ key, wrapper, outside, dotted }) =>
      outside === undefined || dotted !== undefined
        ? undefined
        : { path: wrapper === undefined || outside === "wrapper" ? [key] : [wrapper, key] },
  },
  {
    name: "below the beginning of its name",
    why: "A dotted name says below what it stands, wherever that is.",
    kept: "dots lead from an object to its members, as in JavaScript",
    example: {
      docs: "Rows `lid`, which stands in `box.top`, and `lid.colour`.",
      facts: row({
        wrapper: "box",
        dotted: { keys: ["lid", "colour"], known: { at: ["box", "top", "lid"], keys: 1 } },
      }),
      gives: ["box", "top", "lid", "colour"],
    },
    says: ({ dotted }) =>
      dotted?.known === undefined
        ? undefined
        : { path: [...dotted.known.at, ...dotted.keys.slice(dotted.known.keys)] },
  },
  {
    name: "a dotted name below the wrapper",
    why: "Names with dots are counted from the resource, unless they begin with its wrapper.",
    kept: "dots lead from an object to its members, as in JavaScript",
    example: {
      docs: "A row `lid.colour` and no row `lid`; the body stands under `box`.",
      facts: row({ wrapper: "box", dotted: { keys: ["lid", "colour"], known: undefined } }),
      gives: ["box", "lid", "colour"],
    },
    says: ({ dotted, wrapper }) =>
      dotted === undefined
        ? undefined
        : {
            path:
              wrapper === undefined || dotted.keys[0] === wrapper
                ? dotted.keys
                : [wrapper, ...dotted.keys],
          },
  },
  {
    name: "between an object and what is in it",
    why: "The list goes into the object before the row: in a map, every member stands in its values.",
    example: {
      docs: "Rows `lid`, `colour`, `weight`; the sample has `weight` in `lid`, and no `colour`.",
      facts: row({ before: ["lid"], after: ["lid", "weight"] }),
      gives: ["lid", "colour"],
    },
    says: ({ key, before, after }) => {
      if (before === undefined || after === undefined) return undefined;
      if (!isStart(before, after) || before.length >= after.length) return undefined;
      const keys = after.slice(before.length, -1);
      const parent = keys.every((each) => each === anyKey) ? after.slice(0, -1) : before;
      return { path: [...parent, key] };
    },
  },
  {
    name: "between two members of one object",
    why: "What stands before and behind the row share an object, and the row has it, too.",
    example: {
      docs: "Rows `size`, `colour`, `handle`; the sample has `size` in `lid`, and `handle.id` in `lid`.",
      facts: row({ before: ["lid", "size"], after: ["lid", "handle", "id"] }),
      gives: ["lid", "colour"],
    },
    says: ({ key, before, after }) => {
      const parent = before?.slice(0, -1);
      return parent === undefined || after === undefined || !isStart(parent, after)
        ? undefined
        : { path: [...parent, key] };
    },
  },
  {
    name: "before the next row, in another object",
    why: "The list has left the object before: the row belongs to where it goes on.",
    example: {
      docs: "Rows `lid.handle.size`, `colour`, `id`; the sample has the first in `lid.handle`, `id` in `box`.",
      facts: row({ before: ["lid", "handle", "size"], after: ["box", "id"] }),
      gives: ["box", "colour"],
    },
    says: ({ key, before, after }) =>
      before === undefined || after === undefined
        ? undefined
        : { path: [...after.slice(0, -1), key] },
  },
  {
    name: "behind an object that nothing is known of",
    why: "Where no sample shows the object, what is listed behind it is what it holds.",
    example: {
      docs: "Rows `lid`, an object, `colour` and `size`; no sample, and no sibling knows `lid`.",
      facts: row({ before: ["box", "lid"], opens: true }),
      gives: ["box", "lid", "colour"],
    },
    says: ({ key, before, opens }) =>
      before !== undefined && opens ? { path: [...before, key] } : undefined,
  },
  {
    name: "behind the wrapper",
    why: "Right behind the row of the wrapper comes what it holds.",
    example: {
      docs: "Rows `box`, `colour`; the sample stands under `box`, and has no `colour`.",
      facts: row({ before: ["box"], wrapper: "box", behindWrapper: true }),
      gives: ["box", "colour"],
    },
    says: ({ key, before, behindWrapper }) =>
      before !== undefined && behindWrapper ? { path: [...before, key] } : undefined,
  },
  {
    name: "behind the last row that has a place",
    why: "The list goes on in the object where it was.",
    example: {
      docs: "Rows `size`, `colour`; the sample has `size` in `box.lid`, and no `colour`.",
      facts: row({ before: ["box", "lid", "size"], wrapper: "box" }),
      gives: ["box", "lid", "colour"],
    },
    says: ({ key, before }) =>
      before === undefined ? undefined : { path: [...before.slice(0, -1), key] },
  },
  {
    name: "before the first row that has a place",
    why: "The list begins in the object where it goes on.",
    kept: "os-api-ref's lists follow the structure",
    example: {
      docs: "Rows `colour`, `size`; the sample has `size` in `box.lid`, and no `colour`.",
      facts: row({ after: ["box", "lid", "size"], wrapper: "box" }),
      gives: ["box", "lid", "colour"],
    },
    says: ({ key, after }) =>
      after !== undefined && after.length > 1 ? { path: [...after.slice(0, -1), key] } : undefined,
  },
  {
    name: "in the wrapper",
    why: "All of the body stands under its wrapper.",
    example: {
      docs: "A row `colour` alone; the body stands under `box`.",
      facts: row({ wrapper: "box" }),
      gives: ["box", "colour"],
    },
    says: ({ key, wrapper }) => (wrapper === undefined ? undefined : { path: [wrapper, key] }),
  },
];
