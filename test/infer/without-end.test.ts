import { expect, test } from "vitest";
import { understand } from "../../generator/pipeline/generate.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

function schemasOf(rows: string, sample: string, parameters: string): string {
  const tree = memoryTree({
    "boxes.inc": `Show Box\n========\n\n.. rest_method:: GET /boxes/{box}\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n${rows}\n\n.. literalinclude:: box.json\n   :language: json\n`,
    "parameters.yaml": parameters,
    "box.json": sample,
  });
  return JSON.stringify(understand(tree, {}).value.document.components);
}

const entry = (name: string, type: string) =>
  `${name}:\n  in: body\n  required: true\n  type: ${type}\n  description: Words.\n`;

test.each([
  // why                                  rows        sample
  ["an unknown member inside itself", "box", '{"box": {"lid": {"lid": null}}}'],
  ["two inside each other", "box", '{"box": {"a": {"b": null}, "b": {"a": null}}}'],
  ["lists in lists", "box", '{"box": {"box": {}, "links": [[{}, [], 1], {"href": "x"}]}}'],
  ["a name of many parts", `box${".a".repeat(20_000)}`, '{"box": {"lid": 1}}'],
])("what is filled in from elsewhere ends: %s", (_why, name, sample) => {
  const schemas = schemasOf(`  - ${name}: box`, sample, entry("box", "object"));
  expect(schemas.length).toBeLessThan(150_000);
  expect(schemas.split('"properties"').length).toBeLessThan(30);
});
