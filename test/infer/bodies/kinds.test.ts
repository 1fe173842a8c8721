import { describe, expect, test } from "vitest";
import type { BodyContext, BodyFinding } from "../../../generator/infer/bodies/body-context.js";
import { keysOf, kindsOf } from "../../../generator/infer/bodies/kinds.js";
import type { Json, Side } from "../../../generator/infer/reference.js";
import { branchAt, type Branch } from "../../../generator/infer/rows/branch.js";
import { rules } from "../../../generator/infer/rules.js";
import { mergeAll, shapeOf } from "../../../generator/infer/shape/shape.js";
import type { Note } from "../../../generator/infer/votes/decision.js";
import type { Kind } from "../../../generator/infer/words/kind.js";
import { rowsOf, type WrittenEntry } from "../docs.js";

interface Case {
  readonly entry?: WrittenEntry;
  /** Whether two rows speak of the place. */
  readonly twice?: boolean;
  readonly path?: string;
  readonly side?: Side;
  /** What the body's own samples show. */
  readonly shown?: readonly Json[];
  readonly borrowed?: boolean;
  /** Kinds that other samples of the side show for its entry. */
  readonly entryKinds?: readonly Kind[];
  /** Kinds that they show for the same member of the same resource. */
  readonly memberKinds?: readonly Kind[];
  /** What creation may leave out: members, and names of what identifies. */
  readonly leftOut?: readonly string[];
  readonly identifiers?: readonly string[];
  readonly wrapper?: string;
  readonly twins?: readonly (readonly [string, readonly string[]])[];
  readonly changes?: boolean;
  readonly showsNulls?: boolean;
  readonly extension?: boolean;
  /** Maps in which other samples show texts. */
  readonly texts?: readonly string[];
  /** Names of rows below the place, by their keys. */
  readonly below?: Readonly<Record<string, string>>;
}

function decide(given: Case, noted?: Note): { kinds: string; found: readonly BodyFinding[] } {
  const { entry = "string", path = "size", side = "response", shown = [] } = given;
  const name = keysOf(path).at(-1) ?? "";
  const [row] = rowsOf({ [name]: entry });
  const rows = row === undefined ? [] : given.twice === true ? [row, row] : [row];
  const found: BodyFinding[] = [];
  const member = path.includes(".") || given.wrapper === undefined ? "box.size" : "";
  // All else that a body goes by is of no matter here.
  const context = {
    side,
    resource: "boxes",
    wrapper: given.wrapper,
    twins: new Map(given.twins),
    changes: given.changes ?? false,
    showsNulls: given.showsNulls ?? false,
    ofExtensions: new Set(given.extension === true ? [name] : []),
    noted,
    found: (each: BodyFinding) => void found.push(each),
    knowledge: {
      rules,
      kinds: (_row: unknown, of: Side) => new Set(of === "response" ? given.entryKinds : []),
      memberKinds: (key: string, of: Side) =>
        new Set(key === member && of === side ? given.memberKinds : []),
      leftOut: { members: new Set(given.leftOut), identifiers: new Set(given.identifiers) },
      holdsTexts: (key: string) => given.texts?.includes(key) ?? false,
    },
  } as unknown as BodyContext;
  const branch: Branch = { rows: [], below: new Map() };
  for (const [key, written] of Object.entries(given.below ?? {}))
    for (const inner of rowsOf({ [written]: "string" }))
      branchAt(branch, key.split(".")).rows.push({ row: inner, path: [key], by: "order" });
  const shape = {
    ...mergeAll(shown.map((value) => shapeOf(value))),
    borrowed: given.borrowed ?? false,
  };
  const prose = row?.entry?.description.markdown ?? "";
  return { kinds: kindsOf(shape, branch, rows, prose, path, context).join(" "), found };
}

test.each<[path: string, keys: readonly string[]]>([
  ["size", ["size"]],
  ["boxes[].lid.id", ["boxes", "lid", "id"]],
  ["boxes[][].*", ["boxes", "*"]],
  ["a[]b", ["a[]b"]],
])("the keys of %s", (path, keys) => {
  expect(keysOf(path)).toEqual(keys);
});

describe("the kinds of a value", () => {
  test.each<[why: string, given: Case, expected: string]>([
    ["its type", {}, "string"],
    ["its type, and what else a sample shows", { shown: [1] }, "string integer"],
    [
      "in one order, null last",
      { shown: [null, {}, [], true, 1] },
      "string integer boolean array object null",
    ],
    ["a number, where some have a fraction", { shown: [1.5, 1] }, "string number"],
    ["nothing, where nothing is known", { entry: "strange" }, ""],
    ["no null alone, where a sample alone gives it", { entry: "strange", shown: [null] }, "null"],
    [
      "no null, where nothing else is known",
      { entry: { type: "strange", says: "May be null." } },
      "",
    ],

    ["another answer shows it", { entryKinds: ["integer"] }, "string integer"],
    ["another answer shows an object", { entryKinds: ["object"] }, "string"],
    ["another answer, not for a request", { side: "request", entryKinds: ["integer"] }, "string"],
    ["another answer, not without a type", { entry: "strange", entryKinds: ["integer"] }, ""],
    ["another answer, not beside a second row", { twice: true, entryKinds: ["integer"] }, "string"],
    [
      "another answer, not since some version",
      { entry: { min: "2.5" }, entryKinds: ["integer"] },
      "string",
    ],
    [
      "another answer, not up to some version",
      { entry: { max: "2.5" }, entryKinds: ["integer"] },
      "string",
    ],

    ["all samples of the member deny the type", { memberKinds: ["integer"] }, "string integer"],
    ["null says nothing against it", { memberKinds: ["integer", "null"] }, "string integer null"],
    ["one agrees with it", { memberKinds: ["integer", "string"] }, "string"],
    ["an object is more than another type", { memberKinds: ["object"] }, "string"],
    ["the type holds others itself", { entry: "object", memberKinds: ["integer"] }, "object"],
    ["a sample of its own agrees", { shown: ["x"], memberKinds: ["integer"] }, "string"],
    ["it is of some versions", { entry: { min: "2.5" }, memberKinds: ["integer"] }, "string"],
    ["it is gone since", { entry: { max: "2.5" }, memberKinds: ["integer"] }, "string"],

    [
      "a flag in a map of texts",
      { entry: "boolean", path: "tags.*", texts: ["box.tags"] },
      "string boolean",
    ],
    [
      "a flag in another map",
      { entry: "boolean", path: "tags.*", texts: ["box.marks"] },
      "boolean",
    ],
    [
      "a flag beside a map",
      { entry: "boolean", path: "tags.size", texts: ["box.tags"] },
      "boolean",
    ],
    [
      "an object in a map of texts",
      { entry: "object", path: "tags.*", shown: [{}], texts: ["box.tags"] },
      "object",
    ],

    ["rows below it", { below: { a: "size.a" } }, "string object"],
    ["a row below in one of many", { entry: "strange", below: { a: "size[].a" } }, "array"],
    ["in one by a number", { entry: "strange", below: { a: "size[0].a" } }, "array"],
    ["in one by a letter", { entry: "strange", below: { a: "size[i].a" } }, "array"],
    ["in any", { entry: "strange", below: { a: "box.size[*].a" } }, "array"],
    ["in one by a word", { entry: "strange", below: { a: "size[first].a" } }, "object"],
    ["in one, with more behind", { entry: "strange", below: { a: "size[0]x.a" } }, "object"],
    ["in one of another name", { entry: "strange", below: { a: "sizes[].a" } }, "object"],
    ["in one without a name", { entry: "strange", below: { a: "[].a" } }, "object"],
    ["deeper in one of many", { entry: "strange", below: { "a.b": "size[].a.b" } }, "array"],
    ["a sample shows one", { entry: "strange", shown: [{}], below: { a: "size[].a" } }, "object"],
  ])("%s", (_why, given, expected) => {
    expect(decide(given).kinds).toBe(expected);
  });
});

describe("a value may be null", () => {
  test.each<[why: string, given: Case, expected: boolean]>([
    ["a sample shows it", { shown: [null] }, true],
    ["its type says so", { entry: "string or null" }, true],
    ["another answer shows it of the entry", { entryKinds: ["null"] }, true],
    ["another answer shows it of the member", { memberKinds: ["null"] }, true],
    ["an answer, for a request", { side: "request", entryKinds: ["null"] }, false],
    ["creation leaves the member out", { leftOut: ["box.size"] }, true],
    ["creation leaves another out", { leftOut: ["box.lid"] }, false],
    ["of an item of a list", { path: "size[]", leftOut: ["box.size", "size.", "box."] }, false],
    ["in its wrapper", { path: "box.size", leftOut: ["box.size"], wrapper: "box" }, true],
    [
      "in the wrapper of the body",
      { path: "box.lid.size", leftOut: ["box.size"], wrapper: "box" },
      true,
    ],
    ["at the top without a wrapper", { path: "lid.size", leftOut: ["box.size"] }, true],
    [
      "for a request, not for the wrapper's",
      {
        side: "request",
        changes: true,
        path: "box.lid.size",
        leftOut: ["box.size"],
        wrapper: "box",
      },
      false,
    ],
    ["a request that changes", { side: "request", changes: true, leftOut: ["box.size"] }, true],
    ["a request that makes", { side: "request", leftOut: ["box.size"] }, false],
    [
      "a request that gives others so",
      { side: "request", showsNulls: true, leftOut: ["box.size"] },
      true,
    ],
    ["what identifies, left out", { identifiers: ["size"] }, true],
    [
      "what identifies, in its wrapper",
      { path: "box.size", identifiers: ["size"], wrapper: "box" },
      true,
    ],
    [
      "what identifies, deeper",
      { path: "box.lid.size", identifiers: ["size"], wrapper: "box" },
      false,
    ],
    [
      "what identifies, deeper without a wrapper",
      { path: "lid.size", identifiers: ["size"] },
      false,
    ],
    [
      "what identifies, in a request",
      { side: "request", changes: true, identifiers: ["size"] },
      false,
    ],
    [
      "a twin is left out",
      { path: "new.size", twins: [["new", ["old"]]], leftOut: ["old.size"] },
      true,
    ],
    [
      "a twin of another key",
      { path: "new.size", twins: [["other", ["old"]]], leftOut: ["old.size"] },
      false,
    ],
    ["a twin at the top", { path: "new", twins: [["new", ["old"]]], leftOut: ["box.old"] }, false],
    ["of an extension", { entry: "object", extension: true }, true],
    ["of none", { entry: "object" }, false],
  ])("%s", (_why, given, expected) => {
    expect(decide(given).kinds.split(" ").includes("null")).toBe(expected);
  });
});

describe("what does not agree is told", () => {
  const names = "A list of names.";
  test.each<[why: string, given: Case, expected: readonly string[]]>([
    ["a sample is of another kind", { shown: [1] }, ["type-contradicts-sample"]],
    ["all samples are", { shown: [1, true] }, ["type-contradicts-sample"]],
    ["one sample is not", { shown: [1, "x"] }, []],
    ["it is null", { shown: [null] }, []],
    ["no sample", {}, []],
    ["no type that is known", { entry: "strange", shown: [1] }, []],
    ["it is known from elsewhere", { shown: [1], borrowed: true }, []],
    [
      "prose says list, and the type object",
      { entry: { type: "object", says: names } },
      ["type-contradicts-description"],
    ],
    ["prose and type say list", { entry: { type: "array", says: names } }, []],
  ])("%s", (_why, given, expected) => {
    expect(decide(given).found.map(({ kind }) => kind)).toEqual(expected);
  });
});

describe("who asks is told why", () => {
  const told = (given: Case): readonly string[] => {
    const lines: string[] = [];
    decide(given, ({ question, path, answer, reasons }) =>
      lines.push(`${question} of ${path}: ${answer} (${reasons.map(({ rule }) => rule).join()})`),
    );
    return lines;
  };
  test.each<[why: string, given: Case, expected: readonly string[]]>([
    ["its type alone", {}, ["type of size: string ()", "null of size: is never null ()"]],
    [
      "what a sample adds",
      { shown: [1, null] },
      [
        "type of size: string ()",
        "kind of size: integer (a sample shows it)",
        "null of size: may be null (a sample shows it)",
      ],
    ],
    ["nothing is known", { entry: "strange" }, ["null of size: is never null ()"]],
  ])("%s", (_why, given, expected) => {
    expect(told(given)).toEqual(expected);
  });
});
