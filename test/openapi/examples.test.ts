import { expect, test } from "vitest";
import { project } from "../../generator/openapi/project/project.js";
import { readModel } from "../../generator/openapi/read/read-model.js";
import { understand } from "../../generator/pipeline/generate.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/** An operation with these samples, each a caption and a path. */
function documentOf(samples: readonly (readonly [caption: string, path: string])[]) {
  const shown = samples.map(
    ([caption, path]) =>
      `**${caption}**\n\n.. literalinclude:: ${path}\n   :language: javascript\n`,
  );
  const text = [
    "Boxes\n=====\n\nShow Box\n--------\n\n.. rest_method:: GET /boxes/1\n\nNormal response codes: 200\n",
    "Response\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n  - name: name\n",
    ...shown,
  ].join("\n");
  const files = Object.fromEntries(
    samples.map(([, path], index) => [path, JSON.stringify({ name: `box ${index}` })]),
  );
  const rows =
    "name:\n  in: body\n  type: string\n  required: true\n  description: |\n    Its name.\n";
  const tree = memoryTree({ "index.rst": text, "parameters.yaml": rows, ...files });
  return understand(tree, { service: "compute" }).value.document;
}

const shownIn = (document: ReturnType<typeof documentOf>): readonly string[] =>
  readModel(document)
    .chapters.flatMap(({ operations }) => operations)
    .flatMap(({ samples }) => samples.map(({ name }) => name));

test.each([
  ["one for all", [["Example Show Box", "box.json"]], { "2.1": ["box"], "2.90": ["box"] }],
  [
    "each until the next of its name",
    [
      ["Example Show Box", "box.json"],
      ["Example Show Box", "v2.32/box.json"],
      ["Example Show Box", "v2.8/box.json"],
    ],
    {
      "2.1": ["box"],
      "2.7": ["box"],
      "2.8": ["box-v2.8"],
      "2.31": ["box-v2.8"],
      "2.32": ["box-v2.32"],
      "2.90": ["box-v2.32"],
    },
  ],
  [
    "another name does not end it",
    [
      ["Example Show Box", "v2.8/box.json"],
      ["Example Show Box With Lid (v2.32)", "v2.32/box-with-lid.json"],
    ],
    { "2.7": [], "2.31": ["box-v2.8"], "2.90": ["box-v2.8", "box-with-lid-v2.32"] },
  ],
  [
    "named by its caption",
    [
      ["Example Show Box (v2.1)", "box.json"],
      ["Example Show Box (v2.56)", "box-v2.56.json"],
    ],
    { "2.1": ["box-v2.1"], "2.55": ["box-v2.1"], "2.56": ["box-v2.56-v2.56"] },
  ],
  [
    "a caption with a range",
    [
      ["Example Show Box (microversions 2.1 - 2.40)", "box.json"],
      ["Example Show Box (since 2.50)", "box-new.json"],
    ],
    { "2.40": ["box"], "2.45": [], "2.50": ["box-new"] },
  ],
] as const)("a sample is of the microversions that it was made for: %s", (_, samples, expected) => {
  const document = documentOf(samples);
  const versions = Object.keys(expected);
  const shown = versions.map((version) => [version, shownIn(project(document, version))]);
  expect(Object.fromEntries(shown)).toEqual(expected);
  expect(shownIn(document)).toHaveLength(samples.length);
});
