import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const rank = "=-~";

/** A chapter of operations: `1A` is A below a heading of the outermost kind, `2A?x` a further way to ask A. */
function chapter(outline: string): string {
  const headings = outline.split(" ").map((said) => {
    const [, level = "1", name = "", query = ""] = /^(\d)(\w)(\?\w)?$/.exec(said) ?? [];
    const line = rank.charAt(Number(level) - 1).repeat(9);
    return `${name}${query && " again"}\n${line}\n\n.. rest_method:: GET /${name}${query}\n\nNormal response codes: 200\n`;
  });
  return ["Chapter\n=======\n", "Part\n----\n\nText.\n\nPart\n~~~~\n\nText.\n", ...headings].join(
    "\n",
  );
}

test.each([
  // outline       why                                   at
  ["2A 2B 2C", "all on one level", []],
  ["2A 3B 2C", "one is lower", ["B"]],
  ["2A 1B 2C 2D", "one is higher, and the next fall into it", ["B"]],
  ["1A 2B", "of two the lower one", ["B"]],
  ["2A 3B 3C 2D 2E", "two are lower", ["B", "C"]],
  ["2A 3A?x 2B", "another way to ask the same", []],
])("%s (%s): at %j", (outline, _why, at) => {
  const files = { "images.inc": chapter(outline) };
  const { diagnostics } = readApiReference(memoryTree(files));
  const found = diagnostics.filter(({ code }) => code === "misplaced-heading");
  expect(
    found.map(({ span }) => files["images.inc"].slice(span?.start ?? 0, span?.end ?? 0)),
  ).toEqual(at);
});
