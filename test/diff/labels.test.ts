import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { editedFiles } from "../../scripts/diff-labels/edits.js";
import { operationsOf, readPairs } from "../../scripts/diff-labels/pairs.js";
import { corpora, haveCorpora, services } from "../rst/corpora.js";

/*
 * The labels themselves: that they are well formed, and that each edit is made at exactly one place
 * of its tree. What `diff` says of the pairs is measured by scripts/diff-labels.mjs.
 */

const pairs = readPairs(new URL("labels/", import.meta.url));
const verdicts = ["breaking", "addition", "correction", "unknown"];

test("there are pairs of every kind of answer, and no name twice", () => {
  const answers = pairs.map(({ changes }) => changes[0]?.verdict ?? "nothing");
  const count = (wanted: string): number => answers.filter((answer) => answer === wanted).length;
  expect(count("breaking")).toBeGreaterThanOrEqual(20);
  expect(count("addition")).toBeGreaterThanOrEqual(15);
  expect(count("correction")).toBeGreaterThanOrEqual(15);
  expect(count("unknown")).toBeGreaterThanOrEqual(4);
  expect(count("nothing")).toBeGreaterThanOrEqual(6);
  expect(pairs.length).toBeGreaterThanOrEqual(60);
  expect(new Set(pairs.map(({ name }) => name)).size).toBe(pairs.length);
});

test.each(pairs)("$name is well formed", (pair) => {
  expect(pair.why).toMatch(/\w.*\.$/s);
  expect(pair.kind).toBeTruthy();
  expect([undefined, "old", "new"]).toContain(pair.edited);
  expect([undefined, 3]).toContain(pair.exit);
  for (const change of pair.changes) {
    expect(verdicts).toContain(change.verdict);
    expect(change.what.length).toBeGreaterThan(0);
    for (const other of change.accept ?? []) expect(verdicts).toContain(other);
    for (const version of Object.values(change.versions ?? {})) {
      expect(version).toMatch(/^\d+\.\d+$/);
    }
    const operations = operationsOf(change);
    expect(operations.length).toBeGreaterThan(0);
    for (const one of operations) expect(one).toMatch(/^(GET|PUT|POST|PATCH|DELETE|HEAD) \/\S*$/);
  }
});

describe.runIf(haveCorpora)("in the trees", () => {
  test("every tree has pairs", () => {
    expect([...new Set(pairs.map(({ tree }) => tree))]).toEqual(services);
  });

  test.each(pairs)("$name: each edit is made at one place", (pair) => {
    const tree = fileURLToPath(new URL(pair.tree, corpora));
    const sides = { old: editedFiles(tree, pair, "old"), new: editedFiles(tree, pair, "new") };
    expect(sides.old.size + sides.new.size).toBeGreaterThan(0);
  });
});
