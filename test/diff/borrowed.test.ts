import { expect, test } from "vitest";
import { compare } from "../../generator/diff/diff.js";
import { readSide } from "../../generator/pipeline/sides.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const folder = "api-ref/source";
const operation = (title: string, method: string, sample: string, rows: readonly string[]) =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method}\n\nNormal response codes: 200\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}: ${row}\n`).join("")}\n.. literalinclude:: ${sample}.json\n   :language: json\n\n`;

/** Boxes that one operation shows with its rows and its sample, and two others whole. */
function sideOf(rows: readonly string[], shown: unknown) {
  const whole = { box: { name: "a", size: 1, lid: "b" } };
  const all = ["box", "name", "size", "lid"];
  const entry = (name: string, type: string) =>
    `${name}: {in: body, type: ${type}, required: true, description: What it is.}\n`;
  const tree = memoryTree({
    [`${folder}/index.rst`]: "Boxes API\n#########\n\n.. include:: boxes.inc\n",
    [`${folder}/boxes.inc`]: `Boxes\n=====\n\n${operation("Show Box", "GET /boxes/{box_id}", "shown", rows)}${operation("Create Box", "POST /boxes", "whole", all)}${operation("Update Box", "PUT /boxes/{box_id}", "whole", all)}`,
    [`${folder}/parameters.yaml`]: `${entry("box", "object")}${entry("name", "string")}${entry("size", "integer")}${entry("lid", "string")}`,
    [`${folder}/shown.json`]: JSON.stringify({ box: shown }),
    [`${folder}/whole.json`]: JSON.stringify(whole),
  });
  const opened = { tree, histories: [], identity: "", seen: () => [], settled: () => undefined };
  return readSide(opened, { service: "boxes" });
}

test("what one operation no longer has is gone there, though others have it still", () => {
  const before = sideOf(["box", "name", "size", "lid"], { name: "a", size: 1, lid: "b" });
  const after = sideOf(["box", "name", "lid"], { name: "a", lid: "b" });
  const told = (old: typeof before, now: typeof before) =>
    compare(old, now)
      .changes.filter(({ id }) => id !== "samples-changed")
      .map(({ verdict, message }) => `${verdict}: ${message}`);
  expect(told(before, after)).toEqual(["breaking: `box.size` is no longer in the answer."]);
  expect(told(after, before)).toEqual(["addition: `box.size` is in the answer now."]);
});
