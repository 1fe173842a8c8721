import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { infer } from "../../generator/infer/infer.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const operation = (title: string, url: string, text = "", stanza = "") =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${url}\n${stanza}\n${text}\n\nNormal response codes: 200\n\n`;

/** Three operations below a text: what each is limited to. */
function boundsOf(chapter: string, ...operations: readonly string[]) {
  const text = `Boxes\n=====\n\nThis describes microversions.\n\n${chapter}\n\n${operations.join("")}`;
  const { value, diagnostics } = infer(readApiReference(memoryTree({ "boxes.inc": text })).value);
  const bounds = Object.fromEntries(
    [...value.operations.values()].map(({ operation, bounds }) => [
      operation.title.value,
      `${bounds.min ?? ""}..${bounds.max ?? ""}`,
    ]),
  );
  const found = diagnostics.filter(({ code }) => code === "limit-not-resolved");
  return { bounds, said: found.map(({ span }) => span && text.slice(span.start, span.end)) };
}

const three = [
  operation("List Boxes", "GET /boxes"),
  operation("Show Box", "GET /boxes/{box_id}"),
  operation("List Box Labels", "GET /boxes/{box_id}/labels"),
];

describe("what a sentence of a chapter speaks of", () => {
  test.each([
    // sentence, why, List Boxes, Show Box, List Box Labels
    [
      "These calls will return a 404 starting from microversion 2.36.",
      "all of them",
      "..2.35",
      "..2.35",
      "..2.35",
    ],
    [
      "All the box proxy APIs return 404 since 2.36.",
      "all, whatever their name",
      "..2.35",
      "..2.35",
      "..2.35",
    ],
    [
      "The boxes API will fail from microversion 2.36.",
      "the name of the chapter",
      "..2.35",
      "..2.35",
      "..2.35",
    ],
    [
      "All the box APIs except those for labels will fail from 2.36.",
      "all but those",
      "..2.35",
      "..2.35",
      "..",
    ],
    ["The label APIs will fail from 2.36.", "by a word of the title", "..", "..", "..2.35"],
    ["The show and label APIs will fail from 2.36.", "by two words", "..", "..2.35", "..2.35"],
    [
      "These APIs will fail from 2.36. The label APIs will fail from 2.39.",
      "fewer win",
      "..2.35",
      "..2.35",
      "..2.38",
    ],
    [
      "The label APIs will fail from 2.39. These APIs will fail from 2.36.",
      "in any order",
      "..2.35",
      "..2.35",
      "..2.38",
    ],
    [
      "Everything except Show Box is new as of the 2.5 microversion.",
      "by a title",
      "2.5..",
      "..",
      "2.5..",
    ],
    [
      "This API is deprecated and requests to it will fail from 2.36.",
      "the nearer clause",
      "..2.35",
      "..2.35",
      "..2.35",
    ],
    [
      "Boxes grew. They were removed in microversion 2.36.",
      "they are no operations",
      "..",
      "..",
      "..",
    ],
    [
      "These calls are old. They were removed in microversion 2.36.",
      "they are",
      "..2.35",
      "..2.35",
      "..2.35",
    ],
    ["- New in version 2.5\n- These will fail from 2.36", "an item of a list", "..", "..", ".."],
    [
      "Lists boxes, available since microversion 2.5.",
      "an afterthought",
      "2.5..",
      "2.5..",
      "2.5..",
    ],
    ["Lists boxes by colour, available since microversion 2.5.", "of what?", "..", "..", ".."],
    [
      "These APIs are part of the feature introduced in version 2.5.",
      "of something else",
      "..",
      "..",
      "..",
    ],
    ["The colour parameter is available since microversion 2.5.", "a parameter", "..", "..", ".."],
    [".. versionadded:: 2.5", "a directive", "2.5..", "2.5..", "2.5.."],
    [".. versionadded:: 2.5\n\n   Added colours.", "with words of its own", "..", "..", ".."],
    [".. versionadded:: 2.5\n\n   This API takes colours.", "what the API does", "..", "..", ".."],
    [
      ".. versionadded:: 2.5\n\n   Added this API.",
      "which speak of the API",
      "2.5..",
      "2.5..",
      "2.5..",
    ],
  ])("%s (%s)", (sentence, _why, list, show, labels) => {
    expect(boundsOf(sentence, ...three)).toEqual({
      bounds: { "List Boxes": list, "Show Box": show, "List Box Labels": labels },
      said: [],
    });
  });

  test("reports a subject that it cannot find, at the words", () => {
    const sentence = "The crate APIs will fail with a 404 from microversion 2.36.";
    const { bounds, said } = boundsOf(sentence, ...three);
    expect(said).toEqual([sentence]);
    expect(Object.values(bounds)).toEqual(["..", "..", ".."]);
  });
});

describe("what wins", () => {
  test.each([
    // title, text, stanza, why, bounds
    [
      "Show Box",
      "This API will fail from 2.7.",
      "   max_version: 2.5\n",
      "the stanza over prose",
      "2.3..2.5",
    ],
    ["Show Box (since API v2.4)", "", "", "the own title over the chapter", "2.4.."],
    [
      "Show Box",
      "This API is available since microversion 2.4.",
      "",
      "the own text over the chapter",
      "2.4..",
    ],
    ["Show Box (since API v2.4)", "New in version 2.5", "", "the title over the text", "2.4.."],
    ["Show Box", "", "   max_version: 2.2\n", "no end that leaves nothing", "..2.2"],
  ])("%s: %s %s(%s)", (title, text, stanza, _why, expected) => {
    const { bounds } = boundsOf(
      "Available since microversion 2.3.",
      operation(title, "GET /boxes/1", text, stanza),
    );
    expect(Object.values(bounds)).toEqual([expected]);
  });

  test("versions of another kind than the service's bind nothing", () => {
    const text = `Boxes\n=====\n\nShow Box (since API v1.2)\n-------------------------\n\n.. rest_method:: GET /boxes/1\n   min_version: 2.3\n`;
    const { value } = infer(readApiReference(memoryTree({ "boxes.inc": text })).value);
    expect([...value.operations.values()].map(({ bounds }) => bounds)).toEqual([{ min: "2.3" }]);
  });

  test("where nothing speaks of microversions, a version is a release", () => {
    const text = `Boxes\n=====\n\nAdded in version 2.3.\n\n${operation("Show Box", "GET /boxes/1")}`;
    const { value } = infer(readApiReference(memoryTree({ "boxes.inc": text })).value);
    expect([...value.operations.values()].map(({ bounds }) => bounds)).toEqual([{}]);
  });

  test("settings win over all", () => {
    const text = `Boxes\n=====\n\n${operation("Show Box (since API v2.4)", "GET /boxes/1")}`;
    const { value } = infer(readApiReference(memoryTree({ "boxes.inc": text })).value, {
      limits: { "Show Box (since API v2.4)": { max: "2.9" } },
    });
    expect([...value.operations.values()].map(({ bounds }) => bounds)).toEqual([{ max: "2.9" }]);
  });
});

const seed = new URL("../../../shared/seed/images.inc", import.meta.url);
const absent = !existsSync(seed);
if (absent) console.warn("skipped: ../shared/seed is absent");

test.skipIf(absent)("the flattened seed ends with 2.35, every operation of it", () => {
  const text = readFileSync(seed, "utf8");
  const { value } = infer(readApiReference(memoryTree({ "images.inc": text })).value);
  const bounds = [...value.operations.values()].map((each) => each.bounds);
  expect(bounds).toEqual(Array.from({ length: 10 }, () => ({ max: "2.35" })));
});

test("of two chapters in one file each speaks of its own operations", () => {
  const chapter = (title: string, words: string, operations: string) =>
    `${"=".repeat(title.length)}\n${title}\n${"=".repeat(title.length)}\n\n${words}\n\n${operations}`;
  const text = [
    chapter(
      "Boxes",
      "Requests are available starting from microversion 2.30.",
      three.slice(0, 2).join(""),
    ),
    chapter(
      "Labels",
      "Labels API requests are available starting from microversion 2.9.",
      three[2] ?? "",
    ),
    chapter("Lids", "Lids lie on boxes.", operation("List Lids", "GET /lids")),
  ].join("\n");
  const { value } = infer(readApiReference(memoryTree({ "boxes.inc": text })).value);
  const bounds = [...value.operations.values()].map((one) => [
    one.operation.title.value,
    one.bounds,
  ]);
  expect(Object.fromEntries(bounds)).toEqual({
    "List Boxes": { min: "2.30" },
    "Show Box": { min: "2.30" },
    "List Box Labels": { min: "2.9" },
    "List Lids": {},
  });
});
