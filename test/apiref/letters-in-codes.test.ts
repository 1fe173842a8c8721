import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

function read(codes: string) {
  const text = `Boxes\n=====\n\nShow Box\n--------\n\n.. rest_method:: GET /boxes/1\n\n${codes}\n`;
  const status = "202:\n  default: It is on its way.\n409:\n  default: It is there.\n";
  const { value, diagnostics } = readApiReference(
    memoryTree({ "boxes.inc": text, "status.yaml": status }),
  );
  const all = value.chapters.flatMap(({ operations }) => operations);
  return {
    codes: all.flatMap(({ statuses }) => statuses.map(({ code, kind }) => `${kind} ${code}`)),
    found: diagnostics
      .filter(({ code }) => code === "unknown-status-code")
      .map(({ span, message }) => [span && text.slice(span.start, span.end), message]),
  };
}

const meant = (written: string, code: number) => [
  written,
  `${written} is no status code of HTTP: letters stand in it, and it is read as ${code}`,
];

test.each([
  [
    "Normal response codes: 2O2\n\nError response codes: 404, conflict(4O9)",
    ["success 202", "error 404", "error 409"],
    [meant("2O2", 202), meant("4O9", 409)],
  ],
  ["Normal response codes 20l", ["success 201"], [meant("20l", 201)]],
  [
    "Normal response codes: 200\n\nError response codes: 404, 4O4",
    ["success 200", "error 404"],
    [meant("4O4", 404)],
  ],
  [
    ".. rest_status_code:: success status.yaml\n\n   - 2O2\n\n.. rest_status_code:: error status.yaml\n\n   - 4O9: default",
    ["success 202", "error 409"],
    [meant("2O2", 202), meant("4O9", 409)],
  ],
  [
    "Normal response codes: 200\n\nError response codes: 404 (since Oslo, not 5Oo0)",
    ["success 200", "error 404"],
    [],
  ],
])("letters in the place of digits are read as these, and told: %s", (text, codes, found) => {
  expect(read(text)).toEqual({ codes, found });
});
