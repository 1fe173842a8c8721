import { expect, test } from "vitest";
import { understand } from "../../generator/pipeline/generate.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/** What is found, as `file:line code`. */
function found(files: Readonly<Record<string, string>>): readonly string[] {
  return understand(memoryTree(files), {})
    .diagnostics.map(({ code, span }) => {
      const text = span === undefined ? "" : (files[span.source] ?? "");
      return `${span?.source}:${text.slice(0, span?.start).split("\n").length} ${code}`;
    })
    .sort();
}

const method = ".. rest_method:: GET /a\n";
const ignore = ".. restanza-ignore: no-status-code why\n";
const bare = "A\n=\n\n.. rest_method:: GET /a\n\nRequest\n-------\n";

test.each<[string, string, readonly string[]]>([
  // text                                                      why                                      found
  [bare, "without a comment", ["images.inc:4 no-status-code"]],
  [`A\n=\n\n${ignore}\n${method}`, "the next block", []],
  [`${ignore}\nA\n=\n\n${method}`, "the section of the next heading", []],
  [`A\n=\n\nWords.\n\n${ignore}\nB\n-\n\n${method}`, "a heading that ends another section", []],
  [`A\n=\n\n${ignore}\n.. _here:\n\n.. more\n\n${method}`, "labels and comments are no block", []],
  [`A\n=\n\n..\n  restanza-ignore: no-status-code why\n\n${method}`, "on a line of its own", []],
  [
    `A\n=\n\n${ignore}\nWords.\n\n${method}`,
    "only the next block",
    ["images.inc:4 ignore-without-effect", "images.inc:8 no-status-code"],
  ],
  [
    `A\n=\n\n.. restanza-ignore: no-operation why\n\n${method}`,
    "another code",
    ["images.inc:4 ignore-without-effect", "images.inc:6 no-status-code"],
  ],
  [
    `A\n=\n\n${ignore}\n.. rest_method:: GET /a\n\nB\n=\n\n.. rest_method:: GET /b\n`,
    "not the next section",
    ["images.inc:11 no-status-code"],
  ],
  [
    `A\n=\n\n${ignore}.. restanza-ignore: missing-leading-slash why\n\n.. rest_method:: GET a\n`,
    "several, one below the other",
    [],
  ],
  [
    `A\n=\n\n.. restanza-ignore: no-status-code\n\n${method}`,
    "without a reason it is heard, and reported",
    ["images.inc:4 ignore-without-reason"],
  ],
  [
    `A\n=\n\n${method}\n${ignore}`,
    "at the end",
    ["images.inc:4 no-status-code", "images.inc:6 ignore-without-effect"],
  ],
])("%j: %s", (text, _why, expected) => {
  expect(found({ "images.inc": text })).toEqual(expected);
});

test("an ignore above a chapter covers what the chapter includes", () => {
  const files = {
    "index.rst": `${ignore}\n.. include:: images.inc\n`,
    "images.inc": bare,
  };
  expect(found(files)).toEqual([]);
});

test("an ignore above a sample covers the sample's file, and no other", () => {
  const sample = (name: string) => `.. literalinclude:: ${name}\n   :language: json\n\n`;
  const files = {
    "images.inc": `A\n=\n\n${method}\nNormal response codes: 200\n\nResponse\n--------\n\n.. restanza-ignore: sample-repaired shown as the service sends it\n\n${sample("a.json")}${sample("b.json")}`,
    "a.json": '{"a": 1,}\n',
    "b.json": '{"a": 1,}\n',
  };
  const codes = found(files).filter((line) => line.endsWith("sample-repaired"));
  expect(codes).toEqual(["b.json:1 sample-repaired"]);
});

test("a file that two documents include is heard once, and nothing is told twice", () => {
  const files = {
    "index.rst": ".. include:: images.inc\n",
    "other.rst": ":orphan:\n\n.. include:: images.inc\n",
    "images.inc": `A\n=\n\n${ignore}\n${method}\n.. restanza-ignore: no-operation why\n\nWords.\n`,
  };
  expect(found(files)).toEqual(["images.inc:8 ignore-without-effect"]);
});

test("an unknown code is offered the nearest one", () => {
  const files = { "images.inc": `A\n=\n\n.. restanza-ignore: no-status-cod why\n\n${method}` };
  const [finding] = understand(memoryTree(files), {}).diagnostics.filter(
    ({ code }) => code === "ignore-without-effect",
  );
  expect(finding?.message).toContain('did you mean "no-status-code"?');
});

test("a finding that is turned off still gives its ignore an effect", () => {
  const files = { "images.inc": `A\n=\n\n${ignore}\n${method}` };
  const off = { severity: { "no-status-code": "off" } } as const;
  expect(understand(memoryTree(files), off).diagnostics).toEqual([]);
});
