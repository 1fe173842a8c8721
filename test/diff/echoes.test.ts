import { expect, test } from "vitest";
import { compare } from "../../generator/diff/diff.js";
import { echoNote } from "../../generator/diff/report/echoes.js";
import { readSide } from "../../generator/pipeline/sides.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/** An operation whose answer has these rows, and a sample, if any. */
function operation(
  title: string,
  stanza: string,
  rows: readonly string[],
  sample?: object,
): string {
  return [
    title,
    "-".repeat(title.length),
    "",
    `.. rest_method:: ${stanza}`,
    "",
    "Normal response codes: 200",
    "",
    "Response",
    "~~~~~~~~",
    "",
    ".. rest_parameters:: parameters.yaml",
    "",
    ...rows.map((name) => `   - ${name}: ${name}`),
    "",
    ...(sample === undefined
      ? []
      : ["**Example**", "", ".. code-block:: json", "", `   ${JSON.stringify(sample)}`, ""]),
  ].join("\n");
}

const show = operation("Show Crate", "GET /crates/{crate_id}", ["crate", "name"], {
  crate: { name: "a", size: 1 },
});
const change = (...rows: readonly string[]) =>
  operation("Change Crate", "PUT /crates/{crate_id}", ["crate", ...rows]);

const kind = "type: string";

function sideOf(shown: string, changed: string, { folder = "", name = kind } = {}) {
  const at = `${folder}api-ref/source`;
  const tree = memoryTree({
    [`${at}/index.rst`]:
      "Crates API\n##########\n\n.. include:: show.inc\n.. include:: change.inc\n",
    [`${at}/show.inc`]: `Showing\n=======\n\n${shown}\n`,
    [`${at}/change.inc`]: `Changing\n========\n\n${changed}\n`,
    [`${at}/parameters.yaml`]: `crate: {in: body, type: object, required: true, description: It.}\nname: {in: body, ${name}, required: true, description: Its name.}\n`,
  });
  const opened = { tree, histories: [], identity: "", seen: () => [], settled: () => undefined };
  return readSide(opened, { service: "crates" });
}

test("what other docs lent to an operation whose docs are the same is no change of it", () => {
  const { changes, echoes } = compare(sideOf(show, change()), sideOf("There is none.", change()));
  expect(changes.map(({ id, operation: one }) => [id, one?.id])).toEqual([
    ["operation-removed", "showCrate"],
  ]);
  expect(echoes.map(({ id }) => id)).toEqual(["changeCrate"]);
});

test("a note tells of it once, with the names of the first", () => {
  const told = compare(sideOf(show, change()), sideOf("There is none.", change()));
  expect(echoNote(told)).toMatch(
    /^1 operation is read otherwise though its own docs are the same, .*: PUT \/crates\/\{crate_id\} \(changeCrate\)\. /,
  );
  const [one] = told.echoes;
  const many = { ...told, echoes: one === undefined ? [] : [one, one, one, one, one] };
  expect(echoNote(many)).toMatch(/^5 operations are .* and 2 more\. /);
  expect(echoNote({ ...told, echoes: [] })).toBeUndefined();
});

test("docs that moved as a whole lend what they lent", () => {
  const moved = sideOf(show, change(), { folder: "all/" });
  expect(compare(sideOf(show, change()), moved)).toMatchObject({ changes: [], echoes: [] });
  const { changes, echoes } = compare(sideOf("There is none.", change()), moved);
  expect([changes.length, echoes.length]).toEqual([1, 1]);
});

const text = sideOf(show, change("name"));
const named = { crate: { name: "a", source: "b" } };
const withSample = (sample: object) =>
  operation("Change Crate", "PUT /crates/{crate_id}", ["crate"], sample);

test.each([
  [
    "an entry that it has a row of",
    text,
    sideOf(show, change("name"), { name: "type: integer" }),
    "breaking",
  ],
  ["a row", text, sideOf(show, change()), "breaking"],
  [
    "a sample, whatever its members are called",
    sideOf(show, withSample(named)),
    sideOf(show, withSample({ crate: { ...named.crate, source: "c" } })),
    "correction",
  ],
  [
    "what its chapter says",
    sideOf(show, `Crates may be full.\n\n${change()}`),
    sideOf("There is none.", `Crates may be empty.\n\n${change()}`),
    "unknown",
  ],
])("%s is of the docs of an operation", (_what, old, now, verdict) => {
  const { changes, echoes } = compare(old, now);
  const own = changes.filter(({ operation: one }) => one?.id === "changeCrate");
  expect(own.map((one) => one.verdict)).toContain(verdict);
  expect(echoes).toEqual([]);
});
