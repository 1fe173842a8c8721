import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkoutsAround } from "../../../generator/cli/watch/checkout.js";
import { concerns } from "../../../generator/cli/watch/watched.js";

const watched = { files: new Set(["/p/docs/a.inc", "/p/samples/b.json"]), listed: "/p/docs" };

test.each([
  // path                        why                                              counts
  ["/p/docs/a.inc", "it was read", true],
  ["/p/docs/new.inc", "a source that appears", true],
  ["/p/docs/deep/new.rst", "also further down", true],
  ["/p/docs/new.txt", "no source", false],
  ["/p/docs/.tox/x.rst", "hidden folders are never searched", false],
  ["/p/docs/node_modules/x/y.rst", "nor those of packages", false],
  ["/p/samples/b.json", "it was looked for", true],
  ["/p/samples/c.json", "nobody asked for it", false],
  ["/p/samples", "a folder may take what lies in it along", true],
  ["/p", "also one further up", true],
  ["/p/docs/deep", "a folder in which there is nothing that is known", false],
  ["/p/doc", "a name that begins alike", false],
])("%s: %s", (path, _why, counts) => {
  expect(concerns(watched, path)).toBe(counts);
});

test("a checkout is under way while git holds its lock, in a linked working tree, too", () => {
  const folder = mkdtempSync(join(tmpdir(), "restanza-git-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "main/.git/worktrees/other"), { recursive: true });
  mkdirSync(join(folder, "main/docs"));
  mkdirSync(join(folder, "other"));
  writeFileSync(join(folder, "other/.git"), "gitdir: ../main/.git/worktrees/other\n");
  const main = checkoutsAround([join(folder, "main/docs")]);
  const other = checkoutsAround([join(folder, "other")]);
  expect([main(), other()]).toEqual([false, false]);
  writeFileSync(join(folder, "main/.git/index.lock"), "");
  expect([main(), other()]).toEqual([true, false]);
  writeFileSync(join(folder, "main/.git/worktrees/other/index.lock"), "");
  expect([main(), other()]).toEqual([true, true]);
});
