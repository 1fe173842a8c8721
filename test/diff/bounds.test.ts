import { expect, test } from "vitest";
import { compare } from "../../generator/diff/diff.js";
import { readSide } from "../../generator/pipeline/sides.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const stanza = (title: string, method: string, words: string, name: string) =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method}\n\n${words}\n\nNormal response codes: 200\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n  - ${name}: ${name}\n\n`;

/** An operation that is there since 2.10, with one member whose bounds are these; 2.1 to 2.40. */
function sideOf({ bound = "", history }: { bound?: string; history?: string }) {
  const member = `size: {in: body, type: integer, required: false, description: A size.${bound}}\n`;
  const sort = `sort: {in: query, type: string, required: false, description: A key., min_version: "2.40"}\n`;
  const folder = "api-ref/source";
  const file = `${folder}/rest_api_version_history.rst`;
  const tree = memoryTree({
    [`${folder}/index.rst`]: "Compute API\n###########\n\n.. include:: boxes.inc\n",
    [`${folder}/boxes.inc`]: `Boxes\n=====\n\n${stanza("Create Box", "POST /boxes", "Available since microversion 2.10.", "size")}${stanza("List Boxes", "GET /boxes", "Lists them.", "sort")}`,
    [`${folder}/parameters.yaml`]: `${member}${sort}`,
    ...(history !== undefined && { [file]: `:orphan:\n\nHistory\n=======\n\n${history}` }),
  });
  const histories = history === undefined ? [] : [file];
  const opened = { tree, histories, identity: "", seen: () => [], settled: () => undefined };
  return readSide(opened, {});
}

const since = (version: string) => `, min_version: "${version}"`;
const until = (version: string) => `, max_version: "${version}"`;
const named = "2.20\n----\n\nAdds ``size`` to boxes.\n";

test.each<[string, Parameters<typeof sideOf>[0], Parameters<typeof sideOf>[0], readonly string[]]>([
  [
    "below that of the operation",
    {},
    { bound: since("2.5") },
    ["correction words-changed 2.10 to 2.40"],
  ],
  [
    "that of the operation",
    {},
    { bound: since("2.10") },
    ["correction words-changed 2.10 to 2.40"],
  ],
  [
    "one that may have been forgotten",
    {},
    { bound: since("2.20") },
    ["unknown request-member-removed 2.10 to 2.19"],
  ],
  [
    "one that the history names",
    {},
    { bound: since("2.20"), history: named },
    ["correction request-member-removed 2.10 to 2.19"],
  ],
  ["an end", {}, { bound: until("2.20") }, ["unknown request-member-removed 2.21 to 2.40"]],
  [
    "another in the place of one",
    { bound: since("2.15") },
    { bound: since("2.20") },
    ["breaking request-member-removed 2.15 to 2.19"],
  ],
  [
    "one that is lifted",
    { bound: since("2.20") },
    {},
    ["addition request-member-added 2.10 to 2.19"],
  ],
  [
    "none is left of it",
    {},
    { bound: until("2.5") },
    ["breaking request-member-removed 2.10 to 2.40"],
  ],
])("a bound inside of a bound operation: %s", (_, old, now, found) => {
  const { changes, sides } = compare(sideOf(old), sideOf(now));
  expect([sides.old.lost, sides.new.lost]).toEqual([[], []]);
  const said = changes.map(
    ({ verdict, id, versions: { min, max } }) => `${verdict} ${id} ${min} to ${max}`,
  );
  expect(said).toEqual(found);
});
