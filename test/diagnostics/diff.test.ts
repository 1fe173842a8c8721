import * as fc from "fast-check";
import { expect, test } from "vitest";
import { applyChanges, type Change, changesIn } from "../../generator/diagnostics/edits.js";
import { unifiedDiff } from "../../generator/diagnostics/report/diff.js";
import { coloured } from "../../generator/diagnostics/report/pretty.js";
import { casesOf } from "../cases-of.js";

/** What `patch` makes of a text: strict, so that a wrong number or context fails. */
function patched(text: string, diff: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const out: string[] = [];
  let at = 0;
  const said = diff.split("\n").slice(2, -1);
  for (const [index, line] of said.entries()) {
    const head = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@$/.exec(line);
    if (head) {
      const first = head[2] === "0" ? Number(head[1]) : Number(head[1]) - 1;
      out.push(...lines.slice(at, first));
      at = first;
      expect(out).toHaveLength(head[4] === "0" ? Number(head[3]) : Number(head[3]) - 1);
      continue;
    }
    if (line.startsWith("\\")) continue;
    const words = `${line.slice(1)}${said[index + 1]?.startsWith("\\") ? "" : "\n"}`;
    if (line.startsWith("+")) out.push(words);
    else {
      expect(lines[at]).toBe(words);
      at += 1;
      if (line.startsWith(" ")) out.push(words);
    }
  }
  return [...out, ...lines.slice(at)].join("");
}

const long = Array.from({ length: 30 }, (_, line) => `line ${line + 1}\n`).join("");
const change = (text: string, from: string, to: string): Change => {
  const start = text.indexOf(from);
  return { start, end: start + from.length, text: to };
};

test("a change is shown with three lines around it", () => {
  expect(unifiedDiff("a.inc", long, [change(long, "line 10\n", "line ten\n")])).toContain(
    "--- a/a.inc\n+++ b/a.inc\n@@ -7,8 +7,8 @@\n line 7\n line 8\n line 9\n-line 10\n-line 11\n+line ten\n+line 11\n",
  );
});

test.each([
  ["changes far apart are two hunks", [3, 25], 2],
  ["changes near each other are one", [3, 8], 1],
])("%s", (_why, numbers, hunks) => {
  const changes = numbers.map((number) => change(long, `line ${number}\n`, "x\ny\n"));
  const diff = unifiedDiff("a", long, changes);
  expect(diff.match(/^@@/gm)).toHaveLength(hunks);
  expect(patched(long, diff)).toBe(applyChanges(long, changes));
});

test("patch makes of it what the edits make, whatever the text", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "\n", "\n", "\r\n", "é"), maxLength: 90 });
  const edit = fc.record({
    start: fc.nat(90),
    length: fc.nat(5),
    words: fc.string({ unit: fc.constantFrom("x", "\n"), maxLength: 3 }),
  });
  fc.assert(
    fc.property(text, fc.array(edit, { minLength: 1, maxLength: 5 }), (before, edits) => {
      fc.pre(before !== "");
      const changes = changesIn(
        "a",
        edits.map(({ start, length, words }) => {
          const from = Math.min(start, before.length);
          const end = Math.min(from + length, before.length);
          return { span: { source: "a", start: from, end }, text: words };
        }),
      );
      expect(patched(before, unifiedDiff("a", before, changes))).toBe(
        applyChanges(before, changes),
      );
    }),
    { numRuns: casesOf(1000) },
  );
});

test("of edits that overlap the first counts, and the same one is made once", () => {
  const at = (start: number, end: number, text: string) => ({
    span: { source: "a", start, end },
    text,
  });
  const edits = [
    at(4, 6, "y"),
    at(0, 5, "x"),
    at(0, 5, "x"),
    { ...at(0, 1, "z"), span: { source: "b", start: 0, end: 1 } },
  ];
  expect(changesIn("a", edits)).toEqual([{ start: 0, end: 5, text: "x" }]);
});

test("on a terminal, words of the docs are shown, not obeyed", () => {
  const text = "a \u001b[2J b\n";
  expect(unifiedDiff("a", text, [change(text, "b", "c")], coloured)).toContain("\\u001b[2J");
  expect(unifiedDiff("a", text, [change(text, "b", "c")])).toContain("-a \u001b[2J b");
});
