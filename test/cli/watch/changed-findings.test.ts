import { expect, test } from "vitest";
import { changedFindings } from "../../../generator/cli/watch/changed-findings.js";
import type { Finding } from "../../../generator/diagnostics/report/finding.js";

function finding(message: string, line: number, text: string, file = "a.inc"): Finding {
  const place = { line, column: 1 };
  return {
    diagnostic: { code: "unusual-url-sign", severity: "warning", message, advice: "" },
    at: { file, start: place, end: place, line: text },
  };
}

const words = ({ diagnostic, at }: Finding) =>
  `${diagnostic.message} ${at?.file} ${at?.start.line}`;

test.each([
  // why                              before                              after                                  appeared       gone
  ["nothing changed", [finding("x", 1, "x")], [finding("x", 1, "x")], [], []],
  ["a line above moves it", [finding("x", 1, "x")], [finding("x", 9, "x")], [], []],
  ["its line was edited", [finding("x", 1, "x")], [finding("x", 1, "x!")], [], []],
  ["other words", [finding("x", 1, "x")], [finding("y", 1, "x")], ["y a.inc 1"], ["x a.inc 1"]],
  [
    "another file",
    [finding("x", 1, "x")],
    [finding("x", 1, "x", "b.inc")],
    ["x b.inc 1"],
    ["x a.inc 1"],
  ],
  [
    "of two that are alike, the one on the line that is new appeared",
    [finding("x", 5, "old")],
    [finding("x", 1, "new"), finding("x", 6, "old")],
    ["x a.inc 1"],
    [],
  ],
  [
    "of two that are alike, the one whose line is gone went",
    [finding("x", 1, "first"), finding("x", 2, "second")],
    [finding("x", 1, "second")],
    [],
    ["x a.inc 1"],
  ],
])("%s", (_why, before, after, appeared, gone) => {
  const changed = changedFindings(before, after);
  expect([changed.appeared.map(words), changed.gone.map(words)]).toEqual([appeared, gone]);
});
