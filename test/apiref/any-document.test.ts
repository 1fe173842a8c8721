import { array, assert, constantFrom, nat, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import type { ApiReference } from "../../generator/apiref/model.js";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import type { Span } from "../../generator/diagnostics/span.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import type { SourceTree } from "../../generator/source/tree.js";
import { casesOf } from "../cases-of.js";

const page = `Pictures (DEPRECATED)
=====================

Keeps pictures.

List Pictures
-------------

.. rest_method::  GET /pictures?limit={limit}
   max_version: 2.35

Lists the pictures of a project.

Normal response codes: 200

Error response codes: badRequest(400), unauthorized(401)

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

  - limit: limit
  - state : picture_state

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

  - pictures: pictures
  - PIC-EXT:size: picture_size

**Example List Pictures: JSON response**

.. literalinclude:: samples/pictures-list-resp.json
   :language: javascript

Delete Picture
--------------

.. rest_method:: DELETE /pictures/{picture_id}

.. rest_status_code:: success status.yaml

   - 204

.. rest_status_code:: error status.yaml

   - 404
   - 409: in_use
`;

const parameters = `limit: &base
  description: |
    At most so many.
  in: query
  required: false
  type: integer
picture_state:
  <<: *base
  type: string
picture_size:
  in: body
  min_version: 2.10
  type: integer
pictures:
  in: body
  requried: true
  type: array
`;

const others = {
  "samples/pictures-list-resp.json": '{"pictures": [{"PIC-EXT:size": 3,}]}',
  "status.yaml":
    "204:\n  default: It is gone.\n404:\n  default: There is none.\n409:\n  in_use: In use.\n",
};

function treeOf(rst: string, yaml: string): SourceTree {
  return memoryTree({ "pictures.inc": rst, "parameters.yaml": yaml, ...others });
}

/** Every fact of `reference` with the place that said it. */
function facts(reference: ApiReference): { value: string; span: Span }[] {
  const operations = reference.chapters.flatMap((chapter) => chapter.operations);
  return operations.flatMap((operation) => [
    operation.title,
    operation.url,
    ...[operation.minVersion, operation.maxVersion].flatMap((said) => (said ? [said] : [])),
    ...[...operation.request, ...operation.response]
      .flatMap((list) => list.rows)
      .flatMap((row) => [row.name, row.reference]),
    ...operation.samples.flatMap((sample) => (sample.path ? [sample.path] : [])),
    ...operation.statuses.map((status) => ({ value: String(status.code), span: status.span })),
    ...reference.entries.map((entry) => ({ value: entry.name, span: entry.span })),
  ]);
}

function slice(tree: SourceTree, span: Span): string {
  const reading = tree.read(span.source);
  return reading.kind === "text" ? reading.text.slice(span.start, span.end) : "";
}

test("every fact is where it says", () => {
  const tree = treeOf(page, parameters);
  const { value, diagnostics } = readApiReference(tree);
  const found = facts(value);
  expect(found).toHaveLength(28);
  for (const { value: said, span } of found) expect(slice(tree, span)).toContain(said);
  expect(diagnostics.map(({ code }) => code).sort()).toEqual(["misspelt-key", "sample-repaired"]);
});

/** Lines deleted, doubled, swapped, cut, put deeper, or put out by hostile words. */
const change = tuple(
  constantFrom("delete", "double", "swap", "cut", "indent", "insert"),
  nat(),
  constantFrom(
    "..",
    ".. rest_method::",
    ".. rest_method:: GET",
    "=====",
    "  - :",
    "  - x: y: z",
    "::",
    "|",
    "+---+",
    "\t",
    "\u2028",
    "a".repeat(5000),
    "- {[",
    "*a: &a *a",
    "Normal response codes: (",
    ".. include:: pictures.inc",
    ".. literalinclude:: ../../etc/passwd",
  ),
);

function mutate(text: string, changes: readonly (readonly [string, number, string])[]): string {
  const lines = text.split("\n");
  for (const [kind, number, words] of changes) {
    const at = number % Math.max(1, lines.length);
    const line = lines[at] ?? "";
    if (kind === "delete") lines.splice(at, 1);
    else if (kind === "double") lines.splice(at, 0, line);
    else if (kind === "swap") lines.splice(at, 2, lines[at + 1] ?? "", line);
    else if (kind === "cut") lines.splice(at, 1, line.slice(0, number % 7));
    else if (kind === "indent") lines.splice(at, 1, `   ${line}`);
    else lines.splice(at, 0, words);
  }
  return lines.join("\n");
}

test("no change of the sources makes the reader fail, or lose an operation in silence", () => {
  assert(
    property(array(change, { maxLength: 6 }), array(change, { maxLength: 3 }), (inRst, inYaml) => {
      const rst = mutate(page, inRst);
      const tree = treeOf(rst, mutate(parameters, inYaml));
      const { value, diagnostics } = readApiReference(tree);
      const operations = value.chapters.flatMap((chapter) => chapter.operations);
      const told = diagnostics.filter(({ code }) =>
        ["unread-operation", "incomplete-method", "stanza-in-example", "stanza-in-code"].includes(
          code,
        ),
      );
      const written = [...rst.matchAll(/(?:^|\s)\.\.[ \t]+rest_method[ \t]*::/g)].length;
      expect(operations.length + told.length).toBeGreaterThanOrEqual(written);
      for (const { value: said, span } of facts(value)) {
        expect(slice(tree, span).replaceAll(/\s+/g, " ")).toContain(said.replaceAll(/\s+/g, " "));
      }
      for (const { span } of diagnostics) {
        const reading = span && tree.read(span.source);
        if (!span || reading?.kind !== "text") continue;
        expect(span.start >= 0 && span.start <= span.end && span.end <= reading.text.length).toBe(
          true,
        );
      }
    }),
    { numRuns: casesOf(300) },
  );
});

test("stanzas of which one line holds many are all told", () => {
  const rst = `Pictures\n========\n\n.. note: ${".. rest_method:: GET /a ".repeat(50)}\n`;
  const { value, diagnostics } = readApiReference(memoryTree({ "pictures.inc": rst }));
  const told = diagnostics.filter(({ code }) => code === "unread-operation");
  expect(value.methods + told.length).toBe(50);
});
