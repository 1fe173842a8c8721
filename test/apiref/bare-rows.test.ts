import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const entry = (name: string): string =>
  `${name}:\n  description: It.\n  in: body\n  required: true\n  type: string\n`;

function read(rows: string) {
  const text = `Show Box\n========\n\n.. rest_method:: GET /boxes/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n${rows}\n`;
  const { value, diagnostics } = readApiReference(
    memoryTree({ "boxes.inc": text, "parameters.yaml": ["box", "id", "name"].map(entry).join("") }),
  );
  return {
    rows: value.chapters
      .flatMap(({ operations }) => operations)
      .flatMap(({ response }) => response.flatMap((list) => list.rows))
      .map((row) => `${row.name.value}: ${row.entry === undefined ? "?" : row.reference.value}`),
    found: diagnostics.map(({ code, span }) => `${code}: ${text.slice(span?.start, span?.end)}`),
  };
}

test.each([
  // rows                                    why                       read                        told
  [
    "  - box: box\n\n    - id\n    - name",
    "below a row of its own",
    ["box: box", "id: id", "name: name"],
    ["id", "name"],
  ],
  ["  - box: box\n  - ``id``", "with marks", ["box: box", "id: id"], ["``id``"]],
  ["  - box: box\n  - size", "no entry of that name", ["box: box"], ["size"]],
  ["  - box: box\n  - the id", "words", ["box: box"], ["the id"]],
])(
  "names alone are rows where there are such entries, and told: %j (%s)",
  (rows, _why, names, told) => {
    const made = read(rows);
    expect(made.rows).toEqual(names);
    expect(made.found.filter((each) => each.startsWith("unreadable-row"))).toEqual(
      told.map((words) => `unreadable-row: ${words}`),
    );
    expect(made.found.filter((each) => each.startsWith("unknown-reference"))).toEqual([]);
  },
);

test.each([
  // text below the list                   why                            read                        told
  [
    "- id: id\n- name: name",
    "items of the text",
    ["box: box", "id: id", "name: name"],
    ["id: id", "name: name"],
  ],
  ["- id: size", "no entry", ["box: box"], []],
  ["- the id: id of the box", "words", ["box: box"], []],
  ["Others:\n\n- id: id", "a paragraph between", ["box: box"], []],
])(
  "items right below a list are its rows where there are such entries: %j (%s)",
  (below, _why, names, told) => {
    const made = read(`  - box: box\n\n${below}`);
    expect(made.rows).toEqual(names);
    expect(made.found.filter((each) => each.startsWith("row-outside-list"))).toEqual(
      told.map((words) => `row-outside-list: ${words}`),
    );
  },
);
