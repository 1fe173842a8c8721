import { describe, expect, test } from "vitest";
import type { Json, Side } from "../../generator/apiref/model.js";
import { nothing, merge, shapeOf } from "../../generator/infer/shape/shape.js";
import type { Kind } from "../../generator/infer/words/kind.js";
import { findEnumeration } from "../../generator/infer/shape/enums.js";
import { rules } from "../../generator/infer/rules.js";
import { rowsOf } from "./docs.js";

interface Case {
  readonly says?: string;
  readonly enum?: readonly string[];
  readonly kinds?: readonly Kind[];
  readonly seen?: readonly Json[];
  readonly side?: Side;
}

function found({ says = "", enum: given, kinds = ["string"], seen = [], side = "request" }: Case) {
  const rows = rowsOf({ lid: { says, ...(given !== undefined && { enum: given }) } });
  const shape = seen.map((value) => shapeOf(value)).reduce(merge, nothing);
  const enumeration = findEnumeration(rows, says, shape, kinds, side, rules.enumeration);
  return enumeration && [enumeration.values.join(" "), enumeration.closed ? "closed" : "open"];
}

const says = "One of `SHUT`, `Open`.";

describe("what a member may be", () => {
  test.each<[string, Case, readonly string[] | undefined]>([
    // why                                           what is known                            values
    ["a request is held to the list", { says }, ["SHUT Open", "closed"]],
    ["an answer may have a newer value", { says, side: "response" }, ["SHUT Open", "open"]],
    ["the entry's own list", { enum: ["a", "b"] }, ["a b", "closed"]],
    ["the entry's own list before prose", { says, enum: ["a", "b"] }, ["a b", "closed"]],
    ["of an answer", { enum: ["a", "b"], side: "response" }, ["a b", "open"]],
    ["twice the same", { enum: ["a", "a"] }, undefined],
    ["one alone", { enum: ["a"] }, ["a", "closed"]],
    ["one alone in prose", { says: "The only valid value is `a`." }, ["a", "closed"]],
    ["one that is no list", { says: "A valid value is `a`." }, undefined],
    ["a list that may go on", { says: "Value is `a` or `b`." }, ["a b", "open"]],
    ["of numbers prose tells nothing", { says, kinds: ["integer"] }, undefined],
    ["null is not held to it", { says, kinds: ["string", "null"] }, ["SHUT Open", "closed"]],
    ["other kinds open it", { says, kinds: ["string", "integer"] }, ["SHUT Open", "open"]],
    ["objects, too", { says, kinds: ["string", "object"] }, ["SHUT Open", "open"]],
    ["a sample agrees", { says, seen: ["SHUT"] }, ["SHUT Open", "closed"]],
    ["a sample contradicts", { says, seen: ["SHUT", "ajar"] }, undefined],
    ["a sample contradicts the entry's list", { enum: ["a", "b"], seen: ["c"] }, undefined],
    [
      "samples in small letters, in an answer: so are all",
      { says, seen: ["shut"], side: "response" },
      ["shut open", "open"],
    ],
    [
      "in a request both spellings pass",
      { says, seen: ["open"] },
      ["SHUT Open shut open", "closed"],
    ],
    ["samples in capitals are added", { says, seen: ["OPEN"] }, ["SHUT Open OPEN", "closed"]],
    [
      "the first word of a sentence, with a sample",
      { says: "Shut or open, which is what it is.", seen: ["open"] },
      ["shut open", "open"],
    ],
    ["and without", { says: "Shut or open, which is what it is." }, undefined],
    ["null in a sample says nothing", { says, seen: [null] }, ["SHUT Open", "closed"]],
  ])("%s", (_why, known, expected) => {
    expect(found(known)).toEqual(expected);
  });

  test("a list of more than a hundred is no enumeration", () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `v${index}`);
    expect(found({ enum: many(100) })).toBeDefined();
    expect(found({ enum: many(101) })).toBe(undefined);
  });
});
