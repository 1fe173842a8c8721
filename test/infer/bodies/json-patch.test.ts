import { describe, expect, test } from "vitest";
import { isJsonPatch, jsonPatch, patchesIn } from "../../../generator/infer/bodies/json-patch.js";
import type { Json, Side } from "../../../generator/infer/reference.js";
import { unknownNode, type BodyNode } from "../../../generator/infer/shape/node.js";
import type { WrittenOperation } from "../docs.js";
import { sideOf } from "./side-of.js";

const call = "PATCH /boxes/{box_id}";
const says = "Changes a box by a JSON Patch.";
const entries = {
  op: "string",
  path: "string",
  value: "string",
  "patch.op": "string",
  patches: "array",
  names: "list",
  set: "Array of objects",
  size: "integer",
  listing: "a list",
} as const;

const change = { op: "add", path: "/lid", value: 1 };

describe("a request is a JSON Patch", () => {
  test.each<[why: string, body: Json | undefined, written: WrittenOperation, expected: boolean]>([
    ["a list of its operations", [change], { call }, true],
    [
      "all verbs",
      ["add", "remove", "replace", "move", "copy", "test"].map((op) => ({
        op,
        path: "/x",
        from: "/y",
      })),
      { call },
      true,
    ],
    ["by whatever method", [change], { call: "POST /boxes" }, true],
    ["one of its operations alone", change, { call }, false],
    ["a list of nothing", [], { call, says }, false],
    ["a verb that is none", [{ op: "grow", path: "/lid" }], { call, says }, false],
    ["one verb among others that is none", [change, { op: "grow", path: "/lid" }], { call }, false],
    ["no verb", [{ path: "/lid" }], { call, says }, false],
    ["no text for a verb", [{ op: 1, path: "/lid" }], { call, says }, false],
    ["no path", [{ op: "add", value: 1 }], { call, says }, false],
    ["a member that is not of the RFC", [{ ...change, lid: 1 }], { call, says }, false],
    ["prose, and no rows", undefined, { call, says }, true],
    ["prose with a hyphen", undefined, { call, says: "As JSON-patch has it." }, true],
    ["prose in one word", undefined, { call, says: "As jsonpatch has it." }, true],
    ["prose by the number", undefined, { call, says: "See RFC 6902." }, true],
    ["prose by the number with a hyphen", undefined, { call, says: "See RFC-6902." }, true],
    ["prose by the number in one word", undefined, { call, says: "See RFC6902." }, true],
    ["prose of another RFC", undefined, { call, says: "See RFC 69021." }, false],
    ["prose that says nothing of it", undefined, { call, says: "Changes a box." }, false],
    ["prose, and another method", undefined, { call: "POST /boxes", says }, false],
    ["prose below the rows", undefined, { call, request: "op", remark: says }, true],
    ["rows of its members", undefined, { call, says, request: "op, path, value" }, true],
    ["rows of them below the list", undefined, { call, says, request: "patches, patch.op" }, true],
    ["a row of the list, called so", undefined, { call, says, request: "names, op" }, true],
    ["a row of the list in more words", undefined, { call, says, request: "set, op" }, true],
    ["a row that is no list", undefined, { call, says, request: "size, op" }, false],
    ["a row whose type ends so", undefined, { call, says, request: "listing, op" }, false],
    ["two lists", undefined, { call, says, request: "patches, names, op" }, false],
  ])("%s", (_why, body, written, expected) => {
    expect(isJsonPatch(sideOf("request", entries, written, body))).toBe(expected);
  });

  test("no answer is one", () => {
    expect(isJsonPatch(sideOf("response", entries, { call, says }, [change]))).toBe(false);
  });
});

/** What a node of a patch says of its members: `op!` where one has to be there. */
const membersOf = (node: BodyNode | undefined): readonly string[] =>
  node?.items?.members.map(
    ({ name, variants }) => `${name}${variants[0]?.required === true ? "!" : ""}`,
  ) ?? [];

const whole = ["op!", "path!", "value", "from"];

describe("op and path have to be there", () => {
  const loose = ["op", "path", "value", "from"];
  test.each<[says: string, expected: readonly string[]]>([
    [says, whole],
    ["A draft of JSON Patch is taken, too.", loose],
    ["As draft-ietf-appsawg-json-patch-10 has it.", whole],
    ["As draft-ietf-appsawg-json-patch-05 has it.", whole],
    ["As draft-ietf-appsawg-json-patch-5 has it.", whole],
    ["As draft-ietf-appsawg-json-patch-04 has it.", loose],
    ["As JSON patch draft 10 has it.", whole],
    ["As JSON patch draft 4 has it, or draft 10.", loose],
    ["Overdrafts are not taken.", whole],
  ])("%s", (words, expected) => {
    const { operation } = sideOf("request", entries, { call, says: words });
    expect(membersOf(jsonPatch(unknownNode, operation))).toEqual(expected);
  });
});

describe("a patch of which the docs describe the members", () => {
  const { operation } = sideOf("request", entries, { call });
  const op = {
    name: "op",
    undocumented: false,
    variants: [
      {
        node: unknownNode,
        description: "What to do.",
        required: false,
        bounds: {},
        entry: undefined,
        row: undefined,
      },
    ],
  };
  const inside = (node: BodyNode): BodyNode => ({
    ...unknownNode,
    members: [{ ...op, name: "patch", variants: op.variants.map((each) => ({ ...each, node })) }],
  });
  test.each<[where: string, node: BodyNode]>([
    ["in the items of a list", { ...unknownNode, items: { ...unknownNode, members: [op] } }],
    ["beside each other", { ...unknownNode, members: [op] }],
    ["below the row of the list", inside({ ...unknownNode, members: [op] })],
    [
      "in the items of the list that a row names",
      inside({ ...unknownNode, items: { ...unknownNode, members: [op] } }),
    ],
  ])("%s", (_where, node) => {
    const { kinds, items } = jsonPatch(node, operation);
    expect(kinds).toEqual(["array"]);
    expect(items?.kinds).toEqual(["object"]);
    expect(items?.members.map(({ variants }) => variants[0]?.description)).toEqual([
      "What to do.",
      "",
      "",
      "",
    ]);
    expect(
      items?.members.map(({ variants, undocumented }) => [variants[0]?.node.kinds, undocumented]),
    ).toEqual([
      [["string"], false],
      [["string"], false],
      [[], false],
      [["string"], false],
    ]);
    expect(items?.members[0]?.variants[0]?.node.enumeration).toEqual({
      values: ["add", "remove", "replace", "move", "copy", "test"],
      closed: true,
    });
  });
});

describe("patches inside of a body", () => {
  const leaf: BodyNode = { ...unknownNode, kinds: ["array"] };
  const member = (name: string, node: BodyNode): BodyNode["members"][number] => ({
    name,
    undocumented: false,
    variants: [
      { node, description: "", required: false, bounds: {}, entry: undefined, row: undefined },
    ],
  });
  const found = (side: Side, node: BodyNode, sample?: Json): BodyNode =>
    patchesIn(node, sideOf(side, entries, { call }, sample));
  const uuid = "6e7e155f-4ec1-4380-94a1-0445d9f1e9ed";

  test("below a member", () => {
    const node = { ...unknownNode, members: [member("changes", leaf), member("name", leaf)] };
    const { members } = found("request", node, { changes: [change], name: ["x"] });
    expect(members.map(({ variants }) => membersOf(variants[0]?.node))).toEqual([whole, []]);
  });
  test("one for each ID", () => {
    const node = { ...unknownNode, values: leaf };
    expect(membersOf(found("request", node, { [uuid]: [change] }).values)).toEqual(whole);
  });
  test("one for each key that turned out to be data", () => {
    const node = { ...unknownNode, values: leaf };
    expect(membersOf(found("request", node, { first: [change] }).values)).toEqual(whole);
  });
  test("in a list", () => {
    const node = { ...unknownNode, items: leaf };
    expect(membersOf(found("request", node, [[change]]).items)).toEqual(whole);
  });
  test.each<[why: string, side: Side, sample: Json | undefined]>([
    ["an answer", "response", { changes: [change] }],
    ["no sample", "request", undefined],
    ["a sample of something else", "request", { changes: [{ name: "x" }] }],
  ])("none: %s", (_why, side, sample) => {
    const node = {
      ...unknownNode,
      members: [member("changes", leaf)],
      values: leaf,
      items: leaf,
    };
    expect(found(side, node, sample)).toEqual(node);
  });
});
