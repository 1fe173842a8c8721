import type { Rule } from "../votes/vote.js";
import { readType } from "../words/documented-type.js";

/** What is known of a segment of a path: the types that its rows name. */
export interface SegmentFacts {
  readonly types: readonly string[];
}

/** What a segment may be. */
export interface SegmentValue {
  readonly kind: "integer" | "string";
  readonly format?: string;
}

export type SegmentRule = Rule<SegmentFacts, SegmentValue | undefined, SegmentValue>;

/** Whatever else the docs call it, a segment of a path is text. */
export const anySegment: SegmentValue = { kind: "string" };

/** What a segment of a path may be but any text. The first rule that says something decides. */
export const segmentRules: readonly SegmentRule[] = [
  {
    name: "an integer",
    why: "A segment whose type is a number, and no text as well, is written in digits.",
    kept: "a documented type is a fact, where nothing denies it",
    example: {
      docs: "`/boxes/{number}`, and `number` is an integer.",
      facts: { types: ["integer"] },
      gives: { kind: "integer" },
    },
    says: ({ types }) => {
      const kinds = types.flatMap((type) => readType(type).kinds);
      return kinds.includes("integer") && !kinds.includes("string")
        ? { kind: "integer" }
        : undefined;
    },
  },
  {
    name: "a UUID",
    why: "A segment that all rows call a UUID is one; `UUID or name` is any text.",
    kept: "a documented type is a fact, where nothing denies it",
    example: {
      docs: "`/boxes/{box_id}`, and `box_id` is a UUID.",
      facts: { types: ["UUID"] },
      gives: { kind: "string", format: "uuid" },
    },
    says: ({ types }) =>
      types.length > 0 && types.every((type) => /^(?:\w+:)?uuid$/i.test(type))
        ? { kind: "string", format: "uuid" }
        : undefined,
  },
];
