import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openTree } from "../../generator/source/disk-tree.js";
import { plainBytes } from "../../generator/source/plain-bytes.js";
import { treeDigest } from "../../generator/source/tree-digest.js";

const home = mkdtempSync(join(tmpdir(), "restanza-bytes-"));
const root = join(home, "tree");
mkdirSync(join(root, "folder"), { recursive: true });
writeFileSync(join(home, "outside.txt"), "outside");
writeFileSync(join(root, "index.rst"), "Words, äöü.\r\n");
writeFileSync(join(root, "empty.inc"), "");
writeFileSync(join(root, "marked.inc"), "\ufeffwords");
writeFileSync(join(root, "latin.inc"), Buffer.from([0x61, 0xe4, 0x62]));
writeFileSync(join(root, "large.inc"), "x".repeat(5000));
symlinkSync("index.rst", join(root, "link.inc"));
symlinkSync("../outside.txt", join(root, "away.inc"));
symlinkSync("..", join(root, "up"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const files: readonly (readonly [id: string, isPlain: boolean, why: string])[] = [
  ["index.rst", true, "the ordinary case"],
  ["empty.inc", true, "nothing is plain, too"],
  ["marked.inc", false, "a byte order mark goes"],
  ["latin.inc", false, "what is no UTF-8 becomes something else"],
  ["large.inc", false, "beyond the limit"],
  ["link.inc", false, "a link may lead anywhere"],
  ["away.inc", false, "it leads out"],
  ["up/outside.txt", false, "its folder leads out"],
  ["../outside.txt", false, "outside in so many words"],
  ["folder", false, "no file"],
  ["gone.inc", false, "not there"],
];

test.each(files)("%s is plain: %s (%s)", (id, isPlain) => {
  const bytes = plainBytes(root, 4000)(id);
  expect(bytes !== undefined).toBe(isPlain);
});

test("a digest by bytes is the digest by reading", () => {
  const ids = files.map(([id]) => id);
  const opened = () => {
    const opening = openTree(root);
    if (opening.kind === "refused") throw new Error(opening.reason);
    return opening.tree;
  };
  const byReading = treeDigest(opened(), ids);
  expect(treeDigest(opened(), ids, plainBytes(root, 4000))).toBe(byReading);
  writeFileSync(join(root, "index.rst"), "Words, äöö.\r\n");
  const edited = treeDigest(opened(), ids, plainBytes(root, 4000));
  expect(edited).not.toBe(byReading);
  expect(edited).toBe(treeDigest(opened(), ids));
});
