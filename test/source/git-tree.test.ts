import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GitFailure, GitRevision } from "../../generator/source/git.js";
import { openGitTree } from "../../generator/source/git-tree.js";
import { openTree } from "../../generator/source/disk-tree.js";

let folder = "";

function git(...words: readonly string[]): void {
  const who = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
  execFileSync("git", ["-C", folder, ...who, ...words], { stdio: "ignore" });
}

const files: Readonly<Record<string, string>> = {
  "service/api-ref/source/index.rst": "Boxes\n=====\n\n.. include:: boxes.inc\n",
  "service/api-ref/source/boxes.inc": "Box\n---\n\n.. rest_method:: GET /boxes\n",
  "service/doc/samples/box.json": "{}\n",
  "beside/secret.txt": "not ours\n",
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "restanza-git-"));
  git("init");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync("../doc/samples/box.json", join(folder, "service/api-ref/link.json"));
  symlinkSync("../../beside/secret.txt", join(folder, "service/api-ref/out.txt"));
  git("add", ".");
  git("commit", "-m", "All");
  // What the working tree has now is not asked for.
  rmSync(join(folder, "service/api-ref/source/boxes.inc"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function opened(path: string) {
  const opening = openGitTree(new GitRevision(folder, "HEAD"), path);
  if (opening.kind === "refused") throw new Error(opening.reason);
  return opening;
}

test.each(["service/api-ref/source", "service/api-ref", "service"])(
  "%s is laid out as it is on disk",
  (path) => {
    writeFileSync(
      join(folder, "service/api-ref/source/boxes.inc"),
      files["service/api-ref/source/boxes.inc"] ?? "",
    );
    const disk = openTree(join(folder, path));
    rmSync(join(folder, "service/api-ref/source/boxes.inc"));
    if (disk.kind === "refused") throw new Error(disk.reason);
    const { sourceFolder, documents, fragments } = opened(path).tree;
    expect({ sourceFolder, documents, fragments }).toEqual({
      sourceFolder: disk.tree.sourceFolder,
      documents: disk.tree.documents,
      fragments: disk.tree.fragments,
    });
  },
);

test.each([
  ["api-ref/source/boxes.inc", "text", "gone from the working tree, and in the revision"],
  ["doc/samples/box.json", "text", "beside the path, and in the tree"],
  ["api-ref/link.json", "text", "a link inside of the tree"],
  ["api-ref/out.txt", "outside", "a link that leaves the tree"],
  ["../beside/secret.txt", "outside", "a path that leaves the tree"],
  ["api-ref", "unreadable", "a folder"],
  ["api-ref/none.inc", "missing", "nothing there"],
])("%s is %s: %s", (id, kind) => {
  expect(opened("service/api-ref/source").tree.read(id).kind).toBe(kind);
});

test("one file is a tree, and a path that is not there is refused in words", () => {
  expect(opened("service/api-ref/source/boxes.inc").tree.documents).toEqual([
    "api-ref/source/boxes.inc",
  ]);
  expect(openGitTree(new GitRevision(folder, "HEAD"), "nowhere")).toEqual({
    kind: "refused",
    reason: "HEAD has no nowhere",
  });
});

test.each(["-v", "--upload-pack=x", "", "HEAD\nHEAD", "no-such-branch", "HEAD;ls"])(
  "%j is no revision",
  (name) => {
    expect(() => new GitRevision(folder, name)).toThrow(GitFailure);
  },
);
