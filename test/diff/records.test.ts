import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compareDocuments } from "../../generator/diff/diff.js";
import { diffPage } from "../../generator/diff/report/page.js";
import type { ChangeRecord, Pair } from "../../generator/diff/record.js";
import { changeRecords } from "../../generator/diff/rules/all.js";

/** With names, so that each record can be found. */
function found({ old, new: now }: Pair) {
  return compareDocuments(old, now, { names: true });
}

const turned = ({ old, new: now }: Pair): Pair => ({ old: now, new: old });
const mirrors = ({ mirror }: ChangeRecord): readonly string[] => [mirror].flat();

describe.each(changeRecords)("$id", (record) => {
  test("finds its pair once, with its verdict, and nothing else there", () => {
    const changes = found(record.finds);
    expect(changes.map(({ id, verdict }) => ({ id, verdict }))).toEqual([
      { id: record.id, verdict: record.verdict },
    ]);
  });

  test("is not found in the pair that it lets pass", () => {
    expect(found(record.passes).map(({ id }) => id)).not.toContain(record.id);
  });

  test("is what its mirror says when the sides change places", () => {
    const back = found(turned(record.finds)).map(({ id }) => id);
    expect(back).toHaveLength(1);
    expect(mirrors(record)).toEqual(expect.arrayContaining(back));
  });

  test("finds nothing in a document beside itself", () => {
    for (const document of [record.finds.old, record.finds.new, record.passes.new])
      expect(found({ old: document, new: document })).toEqual([]);
  });

  test("explains itself in whole sentences", () => {
    expect(record.why).toMatch(/^[A-Z`].*\.$/s);
    expect(record.id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    const [change] = found(record.finds);
    expect(change?.message).toMatch(/^[A-Z`].*\.$/s);
  });
});

test("each id is there once, and each mirror is an id", () => {
  const ids = changeRecords.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const mirror of changeRecords.flatMap(mirrors)) expect(ids).toContain(mirror);
});

test("docs/diff.md is up to date: npm run docs:pages", () => {
  const path = new URL("../../docs/diff.md", import.meta.url);
  expect(readFileSync(path, "utf8")).toBe(diffPage(changeRecords));
});
