import { describe, expect, test } from "vitest";
import type { BodyContext } from "../../../generator/infer/bodies/body-context.js";
import { enrich } from "../../../generator/infer/bodies/enrich.js";
import type { Json } from "../../../generator/infer/reference.js";
import { rules } from "../../../generator/infer/rules.js";
import { nothing, shapeOf, type Shape } from "../../../generator/infer/shape/shape.js";
import { referenceKey } from "../../../generator/infer/siblings/body.js";
import { rowsOf, type WrittenEntry } from "../docs.js";

interface Case {
  readonly entry?: WrittenEntry;
  readonly path?: string;
  /** What the body's own samples show. */
  readonly own?: Json;
  /** What rows of the same entry hold elsewhere. */
  readonly sameEntry?: Json;
  /** What members of the same name hold elsewhere. */
  readonly sameName?: Json;
  readonly below?: boolean;
  readonly maps?: readonly string[];
}

/** What the body has then, in words: `object: a b`, `array of string`, `nothing`. */
function found({
  entry = "object",
  path = "box",
  own,
  sameEntry,
  sameName,
  ...more
}: Case): string {
  const rows = rowsOf({ box: entry });
  const telling = sameEntry === undefined ? undefined : shapeOf(sameEntry);
  // All else that a body goes by is of no matter here.
  const context = {
    side: "request",
    maps: new Set(more.maps),
    borrowed: { times: 0 },
    knowledge: {
      rules,
      byReference: new Map(rows.map((row) => [referenceKey(row), { telling }])),
      namesakes: (key: string) =>
        key === "box" && sameName !== undefined ? shapeOf(sameName) : undefined,
    },
  } as unknown as BodyContext;
  const lid = { rows: [], below: new Map() };
  const branch = { rows: [], below: new Map(more.below === true ? [["lid", lid]] : []) };
  return said(enrich(own === undefined ? nothing : shapeOf(own), branch, rows, path, context));
}

function said({ kinds, members, items, values }: Shape): string {
  const inside = [
    ...(members.size > 0 ? [[...members.keys()].join(" ")] : []),
    ...(values === undefined ? [] : ["values"]),
    ...(items === undefined ? [] : [`of ${said(items)}`]),
  ];
  return [[...kinds].join(" ") || "nothing", ...inside].join(": ");
}

const names = "A list of names.";

describe("a body that shows nothing inside of a member", () => {
  test.each<[why: string, given: Case, expected: string]>([
    ["knows what its entry holds elsewhere", { sameEntry: { a: 1 } }, "object: a"],
    ["knows what its name holds elsewhere", { sameName: { b: 1 } }, "object: b"],
    [
      "believes its entry before its name",
      { sameEntry: { a: 1 }, sameName: { b: 1 } },
      "object: a",
    ],
    ["keeps its own kind", { own: {}, sameEntry: { a: 1 } }, "object: a"],
    ["keeps its own kind beside another", { own: null, sameEntry: { a: 1 } }, "null: a"],
    ["knows no more where it shows something", { own: { c: 1 }, sameEntry: { a: 1 } }, "object: c"],
    ["knows no more where rows stand below", { sameEntry: { a: 1 }, below: true }, "nothing"],
    ["knows no more of a text", { entry: "string", sameEntry: { a: 1 } }, "nothing"],
    [
      "goes by what it shows where no type is known",
      { entry: "strange", own: {}, sameName: { b: 1 } },
      "object: b",
    ],
    [
      "knows no more in a place of its own name",
      { path: "box.box", sameEntry: { a: 1 } },
      "nothing",
    ],
    ["goes by the last word of its place", { path: "shelf.box", sameName: { b: 1 } }, "object: b"],
    ["knows nothing of another name", { path: "box.lid", sameName: { b: 1 } }, "nothing"],
    ["knows nothing of a name that tells nothing", { sameName: {} }, "nothing"],
    ["knows no object for a list", { entry: "array", sameName: { b: 1 } }, "nothing"],
    ["knows no list for an object", { entry: "object", sameName: [{ b: 1 }] }, "nothing"],
    ["knows a list for a list", { entry: "array", sameName: [1] }, "array: of integer"],
    [
      "knows no list of numbers where prose speaks of texts",
      { entry: { type: "array", says: "The names of lids." }, sameName: [1] },
      "nothing: of string",
    ],
    [
      "knows a list of texts where prose speaks of texts",
      { entry: { type: "array", says: "The names of lids." }, sameName: ["x"] },
      "array: of string",
    ],
    [
      "holds the texts that prose lists",
      { entry: { type: "array", says: names } },
      "nothing: of string",
    ],
    [
      "holds no texts where it is an object",
      { entry: { type: "object", says: "A box of names." } },
      "nothing",
    ],
    [
      "holds nothing that prose is silent of",
      { entry: { type: "array", says: "What is in it." } },
      "nothing",
    ],
    [
      "holds the keys of a map that prose lists",
      { entry: { type: "array", says: "A list of options." }, maps: ["options"] },
      "nothing: of string",
    ],
    [
      "holds no keys of what is no map",
      { entry: { type: "array", says: "A list of options." } },
      "nothing",
    ],
  ])("%s", (_why, given, expected) => {
    expect(found(given)).toBe(expected);
  });
});
