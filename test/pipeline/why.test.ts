import { describe, expect, test } from "vitest";
import { ConfigurationError } from "../../generator/config/configuration-error.js";
import { explainIn } from "../../generator/pipeline/why.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { chapterFiles, parametersYaml } from "../infer/docs.js";

/** Boxes: Show has a sample; Change has none, and List takes a limit. */
const tree = memoryTree({
  ...chapterFiles("boxes", [
    {
      title: "Show Box",
      call: "GET /boxes/{box_id}",
      request: "box_id",
      response: "box, name, shelf, lids, id: lid_id",
      answers: { box: { name: "b", shelf: null, lids: [{ id: 7 }], extra: true } },
    },
    { title: "Change Box", call: "PUT /boxes/{box_id}", request: "box_id, name, shelf" },
    { title: "List Boxes", call: "GET /boxes", request: "limit, marker", response: "boxes, name" },
  ]),
  "parameters.yaml": parametersYaml({
    box_id: { in: "path", type: "UUID", required: true },
    box: { type: "object", required: true },
    boxes: { type: "array", required: true },
    name: { required: true },
    shelf: "string",
    lids: "array",
    lid_id: "string",
    limit: { in: "query", type: "integer" },
    marker: { in: "body", required: true },
  }),
});

type Wanted = Readonly<Record<string, readonly [answer: string, ...rules: readonly string[]]>>;

/** The answers to some questions, each with the rules that gave it. */
function answers(operation: string, at: string, questions: readonly string[]): Wanted {
  const { decisions } = explainIn(tree, {}, operation, at);
  return Object.fromEntries(
    decisions
      .filter(({ question }) => questions.includes(question))
      .map(({ question, answer, rules }) => [question, [answer, ...rules.map(({ rule }) => rule)]]),
  );
}

test.each<[string, string, string, Wanted]>([
  // operation    at                           why the row is there, and what decides
  [
    "showBox",
    "/response/box/shelf",
    "a sample shows null",
    { null: ["may be null", "a sample shows it"] },
  ],
  [
    "showBox",
    "/response/box/lids/0/id",
    "an item of a list, whose sample denies the type",
    { kind: ["integer", "a sample shows it"] },
  ],
  ["showBox", "/response/box/extra", "no row has it", { kind: ["boolean", "a sample shows it"] }],
  [
    "changeBox",
    "/request/box/shelf",
    "no sample: the place is a sibling's",
    {
      sibling: ['the place that it has in the response of "Show Box"'],
      null: ["may be null", "a sample shows it"],
    },
  ],
  ["showBox", "/path/box_id", "a segment of the path", { segment: ["uuid", "a UUID"] }],
  [
    "listBoxes",
    "/query/marker",
    "a parameter by the entry of a body",
    { sent: ["may be left out", "said of another place"] },
  ],
])("%s %s: %s", (operation, at, _why, wanted) => {
  expect(answers(operation, at, Object.keys(wanted))).toEqual(wanted);
});

test("a body without a sample tells how its wrapper was found, and what each vote counted", () => {
  const { decisions } = explainIn(tree, {}, "listBoxes", "/response/boxes");
  const wrapper = decisions.find(({ question }) => question === "wrapper");
  expect(wrapper?.answer).toBe("boxes");
  expect(wrapper?.rules).toContainEqual({
    rule: "a row is the word of the path",
    why: "A row that is called just what the path is holds what the path is about.",
    weight: 3,
  });
});

test("places in the docs are those of the row, its entry and the samples that show it", () => {
  const { docs, is } = explainIn(tree, {}, "Show Box", "/response/box/name");
  expect(is).toBe("string, required, never null");
  expect(docs.map(({ kind, words }) => [kind, words])).toEqual([
    ["row", "name"],
    ["entry", expect.stringContaining("name")],
    ["sample", "samples/boxes-show-box-response.json"],
  ]);
  expect(docs.every(({ line }) => line > 1)).toBe(true);
});

describe("what is not there is said plainly", () => {
  test.each([
    ["showBoxes", "/response/box", '"showBoxes" is no operation', "showBox"],
    ["showBox", "/response/box/nam", "showBox has no /response/box/nam.", "/response/box/name"],
    ["showBox", "/response/name", "showBox has no /response/name.", "/response/box/name"],
    ["showBox", "/request/box", "showBox has no request body", "documented"],
    ["listBoxes", "/query/limits", "listBoxes has no /query/limits.", "/query/limit"],
    ["showBox", "/answer/box", '"/answer/box" names no part', "/response"],
  ])("%s %s", (operation, at, says, near) => {
    const explain = () => explainIn(tree, {}, operation, at);
    expect(explain).toThrow(ConfigurationError);
    expect(explain).toThrow(says);
    expect(explain).toThrow(near);
  });
});
