import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it, test } from "vitest";
import { openTree, usualLimits, type Limits } from "../../generator/source/disk-tree.js";
import type { SourceTree } from "../../generator/source/tree.js";

const home = realpathSync(mkdtempSync(join(tmpdir(), "restanza-tree-")));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array = "Images\n======\n"): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), content);
}

function open(path: string, limits: Limits = usualLimits): SourceTree & { root: string } {
  const opening = openTree(join(home, path), limits);
  if (opening.kind === "refused") throw new Error(opening.reason);
  return { ...opening.tree, root: opening.root };
}

write("service/api-ref/source/index.rst");
write("service/api-ref/source/images.inc");
write("service/api-ref/source/v2/index.rst");
write("service/doc/api_samples/images.json", "{}");
write("service/README.rst");
write("plain/docs/ref/index.rst");
write("plain/docs/ref/deep/index.rst");
write("single/images.inc");
write("empty/notes.txt", "");
write("single/README.md", "# Images\n");
write("secret.json", "{}");
symlinkSync(join(home, "secret.json"), join(home, "service/api-ref/source/link.json"));
symlinkSync(join(home, "service/doc"), join(home, "service/api-ref/source/samples"));

describe("what is the root, and what is the source folder", () => {
  test.each([
    // TREE                               why                                root       source folder     documents
    ["service", "a repository", "service", "api-ref/source", 2],
    ["service/api-ref", "the api-ref folder", "service", "api-ref/source", 2],
    ["service/api-ref/source", "its source folder", "service", "api-ref/source", 2],
    ["service/api-ref/source/v2", "below the source folder", "service", "api-ref/source", 1],
    ["service/api-ref/source/images.inc", "one file of it", "service", "api-ref/source", 1],
    ["plain", "elsewhere: the shallowest index", "plain", "docs/ref", 2],
    ["single/images.inc", "one file by itself", "single", "", 1],
    ["single", "a folder of fragments", "single", "", 0],
  ])("%s (%s)", (path, _why, root, sourceFolder, documents) => {
    const tree = open(path);
    expect(tree.root).toBe(join(home, root));
    expect(tree.sourceFolder).toBe(sourceFolder);
    expect(tree.documents).toHaveLength(documents);
  });

  test.each([
    ["empty", "no .rst or .inc file was found"],
    ["nowhere", "there is no such file or folder"],
    ["single/README.md", "is no reStructuredText: a tree is a repository"],
  ])("%s is refused: %s", (path, reason) => {
    const opening = openTree(join(home, path));
    expect(opening.kind === "refused" && opening.reason).toContain(reason);
  });

  it("stops looking in a tree without end", () => {
    const opening = openTree(join(home, "plain"), { ...usualLimits, entries: 1 });
    expect(opening.kind).toBe("refused");
  });
});

describe("what is read", () => {
  test.each([
    // path                                   why                                kind
    ["api-ref/source/index.rst", "a file", "text"],
    ["api-ref/source/../../doc/api_samples/images.json", "a way through the tree", "text"],
    ["api-ref/source/samples/api_samples/images.json", "a link that stays inside", "text"],
    ["api-ref/source/link.json", "a link that leaves", "outside"],
    ["../secret.json", "a path that leaves", "outside"],
    ["api-ref/../../secret.json", "a path that leaves later", "outside"],
    ["..\\secret.json", "a path that leaves, written for Windows", "outside"],
    ["api-ref/source/nothing.inc", "nothing", "missing"],
    ["api-ref/source/index.rst/more", "a file taken for a folder", "missing"],
    ["api-ref", "a folder", "unreadable"],
    ["a\0b", "a null character", "missing"],
  ])("%j (%s): %s", (path, _why, kind) => {
    expect(open("service").read(path).kind).toBe(kind);
  });

  it("reads bytes that are no UTF-8, and says so", () => {
    write("bytes/index.rst", Uint8Array.from([0xef, 0xbb, 0xbf, 0x41, 0xff, 0x42]));
    const reading = open("bytes").read("index.rst");
    expect(reading).toMatchObject({
      text: "A\ufffdB",
      notes: ["byte-order-mark", "not-utf-8"],
    });
  });

  it("refuses a file above the limit", () => {
    const tree = open("service", { ...usualLimits, fileBytes: 4 });
    expect(tree.read("api-ref/source/index.rst").kind).toBe("too-large");
  });

  it.each([
    ["abcd\nabcd", "no line", "text"],
    ["abcde\nabc", "the first", "unreadable"],
    ["a\nabcde\na", "one in the middle", "unreadable"],
    ["a\nabcde", "the last", "unreadable"],
  ])("refuses lines above the limit: %j (%s)", (text, _which, kind) => {
    write("long/index.rst", text);
    const tree = open("long", { ...usualLimits, lineLength: 4 });
    expect(tree.read("index.rst").kind).toBe(kind);
  });

  it("gives one answer per file, whatever happens meanwhile", () => {
    write("moving/index.rst", "before");
    const tree = open("moving");
    const first = tree.read("index.rst");
    write("moving/index.rst", "after");
    expect(tree.read("./index.rst")).toBe(first);
  });

  it.skipIf(process.platform === "win32")("reads no pipe, and does not wait for one", () => {
    write("pipes/index.rst");
    execFileSync("mkfifo", [join(home, "pipes/endless.json")]);
    expect(open("pipes").read("endless.json")).toMatchObject({
      kind: "unreadable",
      reason: "not a regular file",
    });
  });
});

describe("a tree that changes meanwhile", () => {
  test.each([
    ["is written to", "a.inc", () => write("busy/a.inc", "after!")],
    ["is replaced", "b.inc", () => renameSync(join(home, "busy/new"), join(home, "busy/b.inc"))],
    ["is removed", "c.inc", () => rmSync(join(home, "busy/c.inc"))],
    ["appears", "d.inc", () => write("busy/d.inc", "now")],
  ])("tells of a file that %s", (_what, id, change) => {
    for (const name of ["index.rst", "a.inc", "b.inc", "c.inc"]) write(`busy/${name}`, "before");
    write("busy/new", "after!");
    rmSync(join(home, "busy/d.inc"), { force: true });
    const opening = openTree(join(home, "busy"));
    if (opening.kind === "refused") throw new Error(opening.reason);
    for (const name of ["index.rst", "a.inc", "b.inc", "c.inc", "d.inc", "e/f.inc", "../g", "\0"])
      opening.tree.read(name);
    expect(opening.changed()).toEqual([]);
    change();
    expect(opening.changed()).toEqual([id]);
  });
});
