import { describe, expect, test } from "vitest";
import { valuesAt } from "../../generator/infer/findings/sample-values.js";
import { understand } from "../../generator/pipeline/generate.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/** Types of the entries of the parameters file, and what else each says. */
const entries: Readonly<Record<string, string>> = {
  box: "in: body\n  required: true\n  type: object",
  boxes: "in: body\n  required: true\n  type: array",
  box_id: "in: path\n  required: true\n  type: string",
  name: "in: body\n  required: true\n  type: string",
  colour: "in: body\n  required: false\n  type: string",
  weight: "in: body\n  required: true\n  type: integer",
  by_label: "in: body\n  required: true\n  type: integer",
  label: "in: body\n  required: true\n  type: string",
  told: "in: body\n  required: true\n  type: object\n  description: Its ``lid``.",
  links: "in: body\n  required: true\n  type: array",
  old: "in: body\n  required: false\n  type: object\n  max_version: 2.9",
  young: "in: body\n  required: true\n  type: string\n  min_version: 2.10",
  youth: "in: query\n  required: false\n  type: string\n  min_version: 2.10",
};

/** os-api-ref's order of entries. */
function placeOf(said: string): number {
  return ["header", "path", "query", "body"].findIndex((place) => said.startsWith(`in: ${place}`));
}

interface Case {
  readonly stanza?: string;
  readonly codes?: string;
  readonly request?: string;
  readonly response?: string;
  readonly sample?: unknown;
  readonly second?: unknown;
  readonly more?: string;
}

/** What is found in one operation, as `code: words at fault`, but for statements about samples that are not there. */
function found(operation: Case): readonly string[] {
  const { files, diagnostics } = foundIn(operation);
  return diagnostics.flatMap(({ code, span }) =>
    code === "body-without-sample" || span === undefined
      ? []
      : [`${code}: ${files[span.source]?.slice(span.start, span.end)}`],
  );
}

/** The same as its messages. */
function saidOf(operation: Case): readonly string[] {
  return foundIn(operation).diagnostics.map(({ message }) => message);
}

function foundIn({
  stanza = "GET /boxes",
  codes = "200",
  request,
  response,
  sample,
  second,
  more,
}: Case) {
  const list = (title: string, rows: string | undefined) =>
    rows === undefined
      ? ""
      : `\n${title}\n--------\n\n.. rest_parameters:: parameters.yaml\n\n${rows
          .split(", ")
          .map((row) => `  - ${row.includes(": ") ? row : `${row}: ${row}`}\n`)
          .join("")}`;
  const example = (shown: unknown, file: string) =>
    shown === undefined
      ? ""
      : `\n**Example: JSON response**\n\n.. literalinclude:: ${file}\n   :language: json\n`;
  const files: Record<string, string> = {
    "boxes.inc": `Show Box\n========\n\n.. rest_method:: ${stanza}\n\nNormal response codes: ${codes}\n${list("Request", request)}${list("Response", response)}${example(sample, "show.json")}${example(second, "second.json")}${more ?? ""}`,
    "parameters.yaml": Object.entries(entries)
      .sort(([a, x], [b, y]) => placeOf(x) - placeOf(y) || (a < b ? -1 : 1))
      .map(
        ([name, said]) =>
          `${name}:\n${said.includes("description:") ? "" : "  description: |\n    Words.\n"}  ${said}\n`,
      )
      .join(""),
    "show.json": `${JSON.stringify(sample)}\n`,
    "second.json": `${JSON.stringify(second)}\n`,
  };
  return { files, diagnostics: understand(memoryTree(files), {}).diagnostics };
}

const another = (title: string) =>
  `\n${title}\n${"=".repeat(title.length)}\n\n.. rest_method:: GET /crates\n\nNormal response codes: 200\n`;

describe("what inference finds", () => {
  test.each<[string, Case, readonly string[]]>([
    // why                                  the operation        found
    ["nothing where all agrees", { response: "box, name", sample: { box: { name: "b" } } }, []],
    [
      "a type that the sample contradicts",
      { response: "name", sample: { name: 3 } },
      ["type-contradicts-sample: name"],
    ],
    [
      "a row right behind the same one",
      { response: "name, name", sample: { name: "b" } },
      ["repeated-row: name"],
    ],
    [
      "objects of a body have members in common",
      { response: "box, name, told, name", sample: { box: { name: "b" }, told: { name: "t" } } },
      [],
    ],
    [
      "a parameter of the query twice",
      { stanza: "GET /boxes/{box_id}", request: "youth, box_id, youth" },
      ["repeated-row: youth"],
    ],
    ["null contradicts no type", { response: "name", sample: { name: null } }, []],
    [
      "one of several objects lacks a required member",
      { response: "boxes, name", sample: { boxes: [{ name: "b" }, { x: 1 }] } },
      ["required-but-absent: name", "undocumented-key: show.json"],
    ],
    [
      "a sample that shows less than another one",
      {
        response: "boxes, name, weight, colour",
        sample: { boxes: [{ name: "b" }] },
        second: { boxes: [{ name: "b", weight: 1, colour: "c" }] },
      },
      [],
    ],
    [
      "a sample in which some objects lack what others have, beside one that shows less",
      {
        response: "boxes, name, weight",
        sample: { boxes: [{ name: "b" }] },
        second: { boxes: [{ name: "b", weight: 1 }, { name: "d" }] },
      },
      ["required-but-absent: weight"],
    ],
    [
      "what no sample shows, of two that show less than the rows",
      {
        response: "box, name, weight",
        sample: { box: { name: "b" } },
        second: { box: { name: "c" } },
      },
      ["required-but-absent: weight"],
    ],
    [
      "what a fragment of the body shows beside the sample",
      {
        response: "box, name, weight, colour",
        sample: { box: { name: "b" } },
        more: '\n.. code-block:: json\n\n   { "box": { "name": "b", "weight": 1, "colour": "c" } }\n',
      },
      [],
    ],
    [
      "what every link has, and what only some have",
      {
        response: "box, links",
        sample: { box: { links: [{ rel: "self", href: "/b", type: "x/y", size: 1 }] } },
      },
      ["undocumented-key: show.json"],
    ],
    [
      "links by their relations",
      {
        response: "boxes, name, links",
        sample: { boxes: [{ name: "b" }], links: { self: "/b", next: null, previous: null } },
      },
      ["type-contradicts-sample: links"],
    ],
    [
      "a relation that holds no address",
      { response: "box, links", sample: { box: { links: [{ href: { at: "/b" } }] } } },
      ["undocumented-key: show.json"],
    ],
    [
      "a row that is spelt in another way than the key beside it",
      { response: "name, wieght: weight", sample: { name: "b", weight: 1 } },
      ["misspelt-row: wieght"],
    ],
    [
      "a row with other signs in it than the key",
      { response: "box, name, by-label: by_label", sample: { box: { name: "b", byLabel: 1 } } },
      ["misspelt-row: by-label"],
    ],
    [
      "the row of a misspelt wrapper, which the sample has around it",
      {
        response: "craet: box, name, weight",
        sample: { crate: { name: "b", weight: 1 } },
      },
      ["misspelt-row: craet"],
    ],
    [
      "of two rows near a key the nearest",
      { response: "name, colours: colour, coloor: weight", sample: { name: "b", color: "c" } },
      ["row-not-in-sample: colours", "misspelt-row: coloor"],
    ],
    [
      "one is the plural of the other",
      { response: "name, alias: label", sample: { name: "b", aliases: "c" } },
      ["misspelt-row: alias"],
    ],
    [
      "names that differ in a short word or a number are two",
      {
        response: "name, min_size: weight, ipv4_address: label",
        sample: { name: "b", max_size: 1, ipv6_address: "::1" },
      },
      [
        "required-but-absent: min_size",
        "required-but-absent: ipv4_address",
        "undocumented-key: show.json",
        "undocumented-key: show.json",
      ],
    ],
    [
      "names that are near, but not in one object",
      {
        response: "name, box, wieght: weight, label",
        sample: { name: "b", box: { label: "x" }, told: { weight: 1 } },
      },
      ["required-but-absent: wieght", "undocumented-key: show.json"],
    ],
    [
      "a sample of the form that another list describes",
      {
        response: "name",
        sample: { weight: 3 },
        more: "\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - weight: weight\n",
      },
      [],
    ],
    [
      "a word that may be what the keys of a map are called",
      {
        response: "label, name",
        sample: Object.fromEntries(
          ["0b", "1c", "2d"].map((id) => [
            `${id}7e6c1e-9d9a-4f1b-8f0e-3a4b5c6d7e8f`,
            { name: "b" },
          ]),
        ),
      },
      [],
    ],
    [
      "an optional member that is sometimes absent",
      {
        response: "boxes, name, colour",
        sample: { boxes: [{ name: "b", colour: "c" }, { name: "d" }] },
      },
      [],
    ],
    [
      "an optional member that is always absent",
      { response: "name, colour", sample: { name: "b" } },
      ["row-not-in-sample: colour"],
    ],
    ["an empty list shows nothing", { response: "boxes, name, weight", sample: { boxes: [] } }, []],
    [
      "a variable in a name is no name",
      { response: "name, by_{label}: by_label", sample: { name: "b", by_red: 1 } },
      ["undocumented-key: show.json"],
    ],
    [
      "what is below an undocumented key goes with it",
      { response: "name", sample: { name: "b", lid: { size: 1, knob: { size: 2 } } } },
      ["undocumented-key: show.json"],
    ],
    [
      "a key that the row of what holds it tells of",
      { response: "told, name", sample: { told: { lid: 1, knob: 2 }, name: "b" } },
      ["undocumented-key: show.json"],
    ],
    [
      "a wrapper of another name",
      { response: "boxes, name", sample: { box: { name: "b" } } },
      ["wrapper-contradicts-sample: boxes"],
    ],
    [
      "path rows and variables that do not meet",
      { stanza: "GET /boxes/{id}", request: "box_id" },
      ["path-parameter-not-in-url: box_id", "undocumented-path-parameter: {id}"],
    ],
    [
      "a row that spells the variable in another way is told once, at the URL",
      { stanza: "GET /boxes/{box-id}", request: "box_id" },
      ["undocumented-path-parameter: {box-id}"],
    ],
    [
      "a row that misspells the variable is told once, at the URL",
      { stanza: "GET /boxes/{bx_id}", request: "box_id" },
      ["undocumented-path-parameter: {bx_id}"],
    ],
    [
      "a row that says more of the only variable than the URL",
      { stanza: "GET /boxes/{box}", request: "box_id" },
      ["undocumented-path-parameter: {box}"],
    ],
    [
      "a row that may mean either of two",
      { stanza: "GET /boxes/{box}/{lid}", request: "box_id" },
      [
        "path-parameter-not-in-url: box_id",
        "undocumented-path-parameter: {box}",
        "undocumented-path-parameter: {lid}",
      ],
    ],
    ["path rows that the URL has", { stanza: "GET /boxes/{box_id}", request: "box_id" }, []],
    ["no code of success", { codes: "404" }, ["no-success-status: Show Box"]],
    ["what is gone has no success", { codes: "410" }, []],
    ["a title twice, capitals aside", { more: another("Show box") }, ["repeated-title: Show box"]],
    ["a title with a remark", { more: another("Show Box (since 2.3)") }, []],
    [
      "a row that is younger than what holds it",
      { response: "old, young", sample: { old: { young: "x" } } },
      ["version-outside-parent: young"],
    ],
    [
      "a row that is younger than its operation's end",
      { stanza: "GET /boxes\n   max_version: 2.5", request: "youth" },
      ["version-outside-parent: youth"],
    ],
    [
      "a row that begins while its operation is there",
      { stanza: "GET /boxes\n   max_version: 2.15", request: "youth" },
      [],
    ],
  ])("%s", (_why, operation, expected) => {
    expect(found(operation)).toEqual(expected);
  });

  test("the same title in another chapter is told apart by it", () => {
    const chapter = (name: string) =>
      `${name}\n${"=".repeat(name.length)}\n\nList All\n--------\n\n.. rest_method:: GET /${name.toLowerCase()}\n\nNormal response codes: 200\n`;
    const files = {
      "index.rst": ".. include:: boxes.inc\n.. include:: crates.inc\n",
      "boxes.inc": chapter("Boxes"),
      "crates.inc": chapter("Crates"),
    };
    expect(understand(memoryTree(files), {}).diagnostics).toEqual([]);
  });

  test("the same title in a folder of its own is that of another version", () => {
    const text =
      "Show Box\n========\n\n.. rest_method:: GET /v2/boxes\n\nNormal response codes: 200\n";
    const files = { "v2/index.rst": text, "v3/index.rst": text.replace("v2", "v3") };
    expect(understand(memoryTree(files), {}).diagnostics).toEqual([]);
  });

  test.each<[string, string, readonly string[], string]>([
    // why it is the slip                   row       names elsewhere       what is said
    ["the row: others have the key", "wieght", ["weight"], "so the row is misspelt"],
    ["the sample: others have the row", "wieght", ["wieght"], "so the sample is misspelt"],
    ["either: others have both", "wieght", ["weight", "wieght"], "one of them is misspelt"],
    ["either: others have none", "wieght", ["label"], "one of them is misspelt"],
    [
      "the row: other signs and capitals are no plural",
      "Weight",
      ["weight"],
      "the row is misspelt",
    ],
    ["either: plurals are words, too", "weights", ["weights"], "one of them is misspelt"],
  ])("says that the slip is %s", (_why, row, names, said) => {
    const other = (name: string) =>
      `\nList ${name}\n${"=".repeat(`List ${name}`.length)}\n\n.. rest_method:: GET /${name}\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - ${name}: weight\n\n**Example: JSON response**\n\n.. code-block:: json\n\n   { "${name}": 1 }\n`;
    const messages = saidOf({
      response: `name, ${row}: weight`,
      sample: { name: "b", weight: 1 },
      more: names.map(other).join(""),
    });
    expect(messages).toEqual([
      expect.stringContaining(
        `the list says "${row}" where the sample of the response has "weight"`,
      ),
    ]);
    expect(messages.join("")).toContain(said);
  });

  test("knows the chapter and the operation", () => {
    const text =
      "Boxes\n=====\n\nShow Box\n--------\n\n.. rest_method:: GET /boxes/{id}\n\nNormal response codes: 200\n";
    expect(understand(memoryTree({ "boxes.inc": text }), {}).diagnostics).toMatchObject([
      { code: "undocumented-path-parameter", chapter: "boxes", operation: "Show Box" },
    ]);
  });
});

describe("unused entries", () => {
  const operation =
    "Show Box\n========\n\n.. rest_method:: GET /boxes\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - used: used\n";
  const entry = (name: string, more = "") =>
    `${name}:${more}\n  description: |\n    Words.\n  in: query\n  required: false\n  type: string\n`;
  const unused = (files: Readonly<Record<string, string>>) =>
    understand(memoryTree(files), {}).diagnostics.flatMap(({ code, message }) =>
      code === "unused-parameter-entry" ? [message] : [],
    );

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      "one that no row names",
      { "parameters.yaml": entry("used") + entry("idle") },
      ['nothing refers to "idle"'],
    ],
    [
      "one that another is merged from",
      { "parameters.yaml": `${entry("base", " &base")}used:\n  <<: *base\n` },
      [],
    ],
    [
      "one that only a fragment which nothing includes refers to",
      {
        "parameters.yaml": entry("used") + entry("idle"),
        "lost.inc": "Lost\n====\n\n  - idle: idle\n",
      },
      [],
    ],
  ])("%s", (_why, files, expected) => {
    const index = { "index.rst": ".. include:: boxes.inc\n", "boxes.inc": operation };
    expect(unused({ ...index, ...files })).toEqual(expected);
  });

  test("are not told of a part of the docs", () => {
    expect(
      unused({ "boxes.inc": operation, "parameters.yaml": entry("used") + entry("idle") }),
    ).toEqual([]);
  });
});

test.each<[string, unknown, string]>([
  // path                        found          why
  ["", [{ "a.b": [{ c: 1 }] }], "all of it"],
  ["a.b[].c", [1], "a dotted name and a list"],
  ["*[].c", [1], "any member"],
  ["a.b.c", [], "no list where there is one"],
  ["x", [], "nothing there"],
])("values at %j", (path, expected) => {
  expect(valuesAt([{ "a.b": [{ c: 1 }] }], path)).toEqual(expected);
});
