import { describe, expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { infer } from "../../generator/infer/infer.js";
import { namedChanges } from "../../generator/infer/limits/named-changes.js";
import { namedParameters } from "../../generator/infer/limits/named-parameters.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

describe("what a version directive says of names", () => {
  const added = (words: string) =>
    namedChanges({ kind: "added", version: "1.5", words, side: undefined }).flatMap(
      ({ names, side, bounds }) =>
        names.map((name) => `${side ?? "both"} ${name} ${bounds.min ?? ""}..${bounds.max ?? ""}`),
    );

  test.each<[words: string, said: readonly string[], why: string]>([
    ["Introduced the ``name`` field.", ["both name 1.5.."], "one name"],
    [
      "Added the ``a``, ``b`` and ``c`` fields. If none is given, ``d`` is taken.",
      ["both a 1.5..", "both b 1.5..", "both c 1.5.."],
      "a list, and a sentence about values behind it",
    ],
    [
      "Added the ``node`` query parameter and ``owner`` response field.",
      ["request node 1.5..", "response owner 1.5.."],
      "each with the side of its noun",
    ],
    [
      "Introduced the ``parent`` field and query parameter to identify boxes.",
      ["both parent 1.5.."],
      "a field of either side, and a parameter",
    ],
    ["Added the ``a`` request and response fields.", ["both a 1.5.."], "both sides, said so"],
    ["``token`` parameter for passing the token.", ["both token 1.5.."], "without a verb"],
    ["In the request, a ``timeout`` can be specified.", ["both timeout 1.5.."], "the verb behind"],
    ["Added ``tags`` to the answer.", ["both tags 1.5.."], "no noun, but nothing else either"],
    ["Removed the ``name`` field.", ["both name ..1.4"], "what goes was there until then"],
    ["The ``name`` field is no longer returned.", ["both name ..1.4"], "the same, the verb behind"],
    ["Added ``available`` state name, which replaced ``None``.", [], "a value, not a member"],
    ["The ``target`` value can also be one of ``soft off``.", [], "its values"],
    ["A ``drive`` can be provided when ``state`` is ``on``.", [], "only under a condition"],
    ["``link`` fields now accept a dictionary.", [], "it was there before"],
    ["Added the ability to filter by the ``shard`` of a node.", [], "the name is another's"],
    ["Introduced", [], "no name"],
  ])("%s", (words, said) => {
    expect(added(words)).toEqual(said);
  });

  test.each(["Yoga", "21.0.0", "1", ""])("%j is no microversion", (version) => {
    const words = "Introduced the ``name`` field.";
    expect(namedChanges({ kind: "added", version, words, side: undefined })).toEqual([]);
  });
});

test.each<[prose: string, said: string, why: string]>([
  [
    "Starting from API version 2.82, it can be locked through the parameters `a`, `b` and `c`.",
    "2.82 a b c",
    "a list of names",
  ],
  ["Since microversion `2.5` it is sorted\nby the parameter `sort`.", "2.5 sort", "over two lines"],
  [
    "> **Note:**\n> As of version 2.5, filter with the new field `color`.",
    "2.5 color",
    "in a note",
  ],
  ["Since version 2.5, the parameter `a` is required.", "", "it was there before"],
  ["It is sorted by the parameter `a` since version 2.5.", "", "what came is not told"],
  ["Since version 2.5, it is locked. It is sorted by the parameter `a`.", "", "another sentence"],
  ["Since release 2.5, it is sorted by the parameter `a`.", "", "a release is no version"],
])("%j", (prose, said) => {
  const found = namedParameters(prose).map(({ names, bounds: { min } }) =>
    [min, ...names].join(" "),
  );
  expect(found.join()).toBe(said);
});

const parameters = `
id: {in: body, type: string, required: true, description: Its ID.}
name: {in: body, type: string, required: true, description: Its name.}
own: {in: body, type: string, required: true, min_version: 1.9, description: Its owner.}
named: {in: query, type: string, required: false, description: By name.}
said:
  in: body
  type: string
  required: true
  description: |
    Whether it is said.

    .. versionadded:: 1.7
`;

const rows = (...names: readonly string[]) =>
  `.. rest_parameters:: parameters.yaml\n\n${names.map((name) => `  - ${name}\n`).join("")}\n`;

/** The bounds of the rows of an operation by name, as inference has them. */
function boundRows(text: string, title: string) {
  const tree = memoryTree({ "boxes.inc": text, "parameters.yaml": parameters });
  const { value } = infer(readApiReference(tree).value);
  const found = [...value.operations.values()].find(
    ({ operation }) => operation.title.value === title,
  );
  const { query = [], requestBody = [], responseBody = [] } = found?.rows ?? {};
  return Object.fromEntries(
    Object.entries({ query, requestBody, responseBody }).map(([place, list]) => [
      place,
      list.map(({ name, entry }) => `${name.value} ${entry?.minVersion ?? ""}`),
    ]),
  );
}

const show = `
Show Box
--------

.. rest_method:: GET /boxes/{box_id}

.. versionadded:: 1.5
   Introduced the \`\`name\`\` response field and the \`\`own\`\` field.

Normal response codes: 200

Request
~~~~~~~

${rows("name: named")}
Response
~~~~~~~~

.. versionadded:: 1.6
   Added the \`\`id\`\` field.

${rows("id: id", "name: name", "own: own", "said: said")}
`;

test("rows are bound that items of a list name, with a point behind them or without", () => {
  const listed = show.replace(
    "   Introduced the ``name`` response field and the ``own`` field.",
    "\n   Changed:\n\n   - Boxes are sorted\n   - Introduced the ``name`` response field\n   - Boxes have lids.",
  );
  expect(boundRows(`Boxes\n=====\n${listed}`, "Show Box")["responseBody"]).toEqual([
    "id 1.6",
    "name 1.5",
    "own 1.9",
    "said 1.7",
  ]);
});

test("rows of the operation are bound, on the side that is spoken of", () => {
  expect(boundRows(`Boxes\n=====\n${show}`, "Show Box")).toEqual({
    query: ["name "],
    requestBody: [],
    responseBody: ["id 1.6", "name 1.5", "own 1.9", "said 1.7"],
  });
});

const create = `
Create Box
----------

.. rest_method:: POST /boxes

.. versionadded:: 1.5
   Introduced the \`\`name\`\` field.

Normal response codes: 201

Request
~~~~~~~

${rows("name: name")}
`;
const list = `
List Boxes
----------

.. rest_method:: GET /boxes

Normal response codes: 200

Response
~~~~~~~~

${rows("id: id", "name: name")}
`;

describe("what creation introduces", () => {
  test("is the same member throughout the chapter", () => {
    expect(boundRows(`Boxes\n=====\n${create}${list}`, "List Boxes")["responseBody"]).toEqual([
      "id ",
      "name 1.5",
    ]);
  });

  test("is nothing where two creations differ", () => {
    const other = create
      .replace("Create Box\n----------", "Copy Box\n--------")
      .replace("/boxes", "/boxes/copy")
      .replace("1.5", "1.6");
    const text = `Boxes\n=====\n${create}${other}${list}`;
    expect(boundRows(text, "List Boxes")["responseBody"]).toEqual(["id ", "name "]);
    expect(boundRows(text, "Copy Box")["requestBody"]).toEqual(["name 1.6"]);
  });

  test("is not what another operation introduces", () => {
    const shown = create.replace("POST", "PUT");
    expect(boundRows(`Boxes\n=====\n${shown}${list}`, "List Boxes")["responseBody"]).toEqual([
      "id ",
      "name ",
    ]);
  });
});

test("prose binds the parameters by which something can be done since a microversion", () => {
  const text = create.replace(
    /\.\. versionadded[^]*?field\.\n/,
    "Since version 1.5, a box is named by the parameter ``name``.\n",
  );
  expect(boundRows(`Boxes\n=====\n${text}`, "Create Box")["requestBody"]).toEqual(["name 1.5"]);
});
