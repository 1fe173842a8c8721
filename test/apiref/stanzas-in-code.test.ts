import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const show =
  "Show box\n========\n\n.. rest_method:: GET /boxes/{box_id}\n\nNormal response codes: 200\n\n";
const shown =
  'this rest_method stands in a block of code and shows how "Show box" is asked for; it is no operation of its own';

/** Code, why, and each finding of a stanza with the words at fault. */
test.each<readonly [string, string, readonly (readonly [string, string])[]]>([
  [
    "Example::\n\n   .. rest_method:: GET /boxes/1?size=2\n\n   some text",
    "below a label",
    [["info stanza-in-code", ".. rest_method:: GET /boxes/1?size=2"]],
  ],
  [
    "Request Example\n---------------\n\nSo it is asked for:\n\n.. code-block:: rst\n\n      .. rest_method::GET /boxes/1\n   .. rest_method:: GET /boxes/{id}",
    "below a heading, two",
    [
      ["info stanza-in-code", ".. rest_method::GET /boxes/1"],
      ["info stanza-in-code", ".. rest_method:: GET /boxes/{id}"],
    ],
  ],
  [
    "Example::\n\n   .. rest_method:: DELETE /boxes/1",
    "another operation, which may be lost",
    [["error unread-operation", ".. rest_method:: DELETE /boxes/1"]],
  ],
  [
    "It was once::\n\n   .. rest_method:: GET /boxes/1",
    "no example",
    [["error unread-operation", ".. rest_method:: GET /boxes/1"]],
  ],
  [
    "Example::\n\n   .. rest_method::\n      GET /boxes/1",
    "without its words",
    [["error unread-operation", ".. rest_method::"]],
  ],
])("%j: %s", (code, _why, expected) => {
  const text = `${show}${code}\n`;
  const { value, diagnostics } = readApiReference(memoryTree({ "boxes.inc": text }));
  const found = diagnostics.filter(({ code: each }) =>
    ["stanza-in-code", "stanza-in-example", "unread-operation"].includes(each),
  );
  expect(
    found.map(({ severity, code: each, span }) => [
      `${severity} ${each}`,
      text.slice(span?.start ?? 0, span?.end ?? 0),
    ]),
  ).toEqual(expected);
  const told = found.filter(({ code: each }) => each === "stanza-in-code");
  expect(told.map(({ message }) => message)).toEqual(told.map(() => shown));
  expect(value.chapters.flatMap(({ operations }) => operations)).toHaveLength(1);
});
