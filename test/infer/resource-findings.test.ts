import { expect, test } from "vitest";
import { understand } from "../../generator/pipeline/generate.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const code = "answer-contradicts-resource";

/** A method and a path, the types of the members of its answer, and its sample. */
interface Written {
  readonly title: string;
  readonly stanza: string;
  readonly rows?: Readonly<Record<string, string>>;
  readonly sample?: unknown;
}

/** What is said of the answers of a chapter, as `title: message`. */
function said(operations: readonly Written[]): readonly string[] {
  const entries = operations.flatMap(({ rows = {} }, at) =>
    Object.entries(rows).map(
      ([name, type]) =>
        `${name}_${at}:\n  description: |\n    Words.\n  in: body\n  required: true\n  type: ${type}\n`,
    ),
  );
  const text = operations.map(({ title, stanza, rows = {}, sample }, at) => {
    const list = Object.keys(rows).map((name) => `  - ${name}: ${name}_${at}\n`);
    const response =
      list.length === 0
        ? ""
        : `Response\n--------\n\n.. rest_parameters:: parameters.yaml\n\n${list.join("")}\n`;
    const example =
      sample === undefined
        ? ""
        : `**Example ${title}: JSON response**\n\n.. literalinclude:: ${at}.json\n   :language: json\n\n`;
    return `${title}\n${"=".repeat(title.length)}\n\n.. rest_method:: ${stanza}\n\nNormal response codes: 200\n\n${response}${example}`;
  });
  const files: Record<string, string> = {
    "boxes.inc": text.join(""),
    "parameters.yaml": entries.join(""),
    ...Object.fromEntries(
      operations.flatMap(({ sample }, at) =>
        sample === undefined ? [] : [[`${at}.json`, JSON.stringify(sample)]],
      ),
    ),
  };
  return understand(memoryTree(files), {}).diagnostics.flatMap((finding) =>
    finding.code === code ? [`${finding.operation}: ${finding.message}`] : [],
  );
}

const show: Written = {
  title: "Show box",
  stanza: "GET /boxes/{box_id}",
  sample: { box: { id: "a", weight: 3, lid: { colour: "red" }, tags: ["x"] } },
};
const update: Written = { ...show, title: "Update box", stanza: "PUT /boxes/{box_id}" };
const list: Written = { ...show, title: "List boxes", stanza: "GET /boxes" };
const answering = (of: Written, sample: unknown): Written => ({ ...of, sample });
const begins = 'the answer cannot have the type that "Show box" gives the same resource: ';

test.each<readonly [why: string, operations: readonly Written[], found: readonly string[]]>([
  ["answers that agree", [show, update], []],
  [
    "one member of another type",
    [show, answering(update, { box: { id: "a", weight: "3 kg" } })],
    [`Update box: ${begins}"weight" is string here and integer there`],
  ],
  [
    "items of a list, which stands before what shows one of them",
    [answering(list, { boxes: [{ id: "a", weight: "3 kg" }], boxes_links: [] }), show],
    [`List boxes: ${begins}"weight" is string here and integer there`],
  ],
  [
    "items with a wrapper each",
    [show, answering(list, { boxes: [{ box: { id: "a", weight: "3 kg" } }] })],
    [`List boxes: ${begins}"weight" is string here and integer there`],
  ],
  [
    "a member of a member",
    [show, answering(update, { box: { id: "a", lid: { colour: 7 } } })],
    [`Update box: ${begins}"lid.colour" is integer here and string there`],
  ],
  [
    "members of the same two types are told together, four of them in short",
    [
      answering(show, { box: { id: "a", b: 1, c: 1, d: 1, e: 1, f: 1 } }),
      answering(update, { box: { id: "a", b: "", c: "", d: "", e: "", f: [] } }),
    ],
    [
      `Update box: ${begins}"b", "c", "d" and 1 more are string here and integer there and "f" is array here and integer there`,
    ],
  ],
  [
    "two answers that contradict it alike are one finding",
    [
      show,
      answering(update, { box: { id: "a", weight: "3 kg" } }),
      answering(list, { boxes: [{ id: "a", weight: "3 kg" }] }),
    ],
    [
      `Update box: ${begins}"weight" is string here and integer there; the same holds of "List boxes"`,
    ],
  ],
  [
    "nothing in common",
    [
      show,
      {
        ...list,
        rows: { boxes: "array", shelf: "string", floor: "integer" },
        sample: { boxes: [{ shelf: "a", floor: 3 }] },
      },
    ],
    [`List boxes: ${begins}they have no member in common`],
  ],
  ["fewer members and more of them", [show, answering(update, { box: { id: "a", size: 2 } })], []],
  ["a fraction is a number, too", [show, answering(update, { box: { id: "a", weight: 3.5 } })], []],
  ["null says nothing", [show, answering(update, { box: { id: "a", weight: null } })], []],
  [
    "a body without a wrapper, beside members that elsewhere tell of pages",
    [
      answering(show, { name: "a", size: 3, links: [{ rel: "self" }] }),
      answering(update, { name: "a", size: "3 m", links: [{ rel: "self" }] }),
    ],
    [`Update box: ${begins}"size" is string here and integer there`],
  ],
  [
    "null is a value of either, and no type that they share",
    [
      { ...show, rows: { id: "string", weight: "integer" }, sample: { id: "a", weight: null } },
      { ...update, rows: { id: "string", weight: "string" }, sample: { id: "a", weight: null } },
    ],
    [`Update box: ${begins}"weight" is string here and integer there`],
  ],
  [
    "what another path calls a box",
    [show, answering({ ...update, stanza: "PUT /shelves/{shelf_id}" }, { box: { weight: "1" } })],
    [],
  ],
  [
    "a request to one of them answers what was done",
    [show, answering({ ...update, stanza: "POST /boxes/{box_id}" }, { box: { weight: "3 kg" } })],
    [],
  ],
  [
    "types that entries have, in their words",
    [
      { ...show, rows: { id: "string", weight: "int" }, sample: undefined },
      { ...update, rows: { id: "string", weight: "dict" }, sample: undefined },
    ],
    [`Update box: ${begins}"weight" is dict here and int there`],
  ],
])("%s", (_why, operations, found) => {
  expect(said(operations)).toEqual(found);
});

test("a type that changes with a microversion contradicts nothing before it", () => {
  const files = {
    "boxes.inc": ["PUT /boxes/{box_id}", "GET /boxes/{box_id}"]
      .map(
        (stanza, at) =>
          `Title ${at}\n=======\n\n.. rest_method:: ${stanza}\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - id: id\n  - name: name\n  - weight: weight_${at}\n\n`,
      )
      .join(""),
    "parameters.yaml": [
      "id:\n  in: body\n  required: true\n  type: string\n",
      "name:\n  in: body\n  required: true\n  type: string\n",
      "weight_0:\n  in: body\n  required: true\n  type: integer\n  max_version: 2.9\n",
      "weight_1:\n  in: body\n  required: true\n  type: string\n  min_version: 2.10\n",
    ].join(""),
  };
  const of = (text: Readonly<Record<string, string>>) =>
    understand(memoryTree(text), {}).diagnostics.filter((finding) => finding.code === code).length;
  expect(of(files)).toBe(0);
  const parameters = files["parameters.yaml"].replace("  min_version: 2.10\n", "");
  expect(of({ ...files, "parameters.yaml": parameters })).toBe(1);
});
