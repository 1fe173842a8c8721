import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

const method = "A\n=\n\n.. rest_method:: GET images\n\nNormal response codes: 200\n\n";
const rows = "Request\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - a: a\n\n";
const sample = "Response\n--------\n\n.. literalinclude:: a.json\n   :language: json\n";
const entry = "a:\n  description: |\n    It.\n  in: query\n  requried: ture\n  type: string\n";

/** A tree with one finding of each kind that can be mended, and its mended form. */
function tree(): Readonly<Record<string, string>> {
  mkdirSync("docs");
  writeFileSync("docs/a.rst", method + rows + sample);
  writeFileSync("docs/parameters.yaml", entry);
  writeFileSync("docs/a.json", '{\n  "a": 1\n  "b": 2\n}\n');
  return {
    "docs/a.rst": method.replace("GET images", "GET /images") + rows + sample,
    "docs/parameters.yaml": entry.replace("requried: ture", "required: true"),
    "docs/a.json": '{\n  "a": 1,\n  "b": 2\n}\n',
  };
}

const read = (names: Iterable<string>) =>
  Object.fromEntries([...names].map((name) => [name, readFileSync(name, "utf8")]));

test("--fix shows a diff and changes nothing; --write makes it; a second run finds nothing to do", async () => {
  workingFolder();
  const mended = tree();
  const before = read(Object.keys(mended));
  const shown = await restanza("lint", "docs", "--fix");
  expect(shown.code).toBe(1);
  expect(shown.stdout).toContain(
    '--- a/docs/a.json\n+++ b/docs/a.json\n@@ -1,4 +1,4 @@\n {\n-  "a": 1\n+  "a": 1,\n',
  );
  expect(shown.stderr).toBe("4 findings in 3 files can be mended: --fix --write does it.\n");
  expect(read(Object.keys(mended))).toEqual(before);

  const done = await restanza("lint", "docs", "--fix", "--write");
  expect([done.code, done.stdout]).toEqual([0, shown.stdout]);
  expect(done.stderr).toBe("Mended 4 findings in 3 files.\n");
  expect(read(Object.keys(mended))).toEqual(mended);

  expect(await restanza("lint", "docs", "--fix")).toEqual({
    code: 0,
    stdout: "",
    stderr: "Nothing to mend.\n",
  });
});

test("git applies the diff", async () => {
  workingFolder();
  const mended = tree();
  const { stdout } = await restanza("lint", "docs", "--fix");
  execFileSync("git", ["apply", "-"], { input: stdout });
  expect(read(Object.keys(mended))).toEqual(mended);
});

test("filters, the baseline and comments choose what is mended", async () => {
  workingFolder();
  const mended = tree();
  const before = read(Object.keys(mended));
  await restanza("lint", "docs", "--fix", "--write", "--code", "missing-leading-slash");
  expect(read(Object.keys(mended))).toEqual({ ...before, "docs/a.rst": mended["docs/a.rst"] });
  await restanza("lint", "docs", "--baseline", "known.json", "--update-baseline");
  expect((await restanza("lint", "docs", "--baseline", "known.json", "--fix")).stdout).toBe("");
});

test("a file outside the tree, or one that is not UTF-8, is left as it is", async () => {
  workingFolder();
  tree();
  writeFileSync("outside.json", '{"a": [1,]}\n');
  rmSync("docs/a.json");
  symlinkSync("../outside.json", "docs/a.json");
  appendFileSync("docs/parameters.yaml", Buffer.from([0x23, 0xff, 0x0a]));
  const { stderr } = await restanza("lint", "docs", "--fix", "--write");
  expect(readFileSync("outside.json", "utf8")).toBe('{"a": [1,]}\n');
  expect(stderr).toContain("docs/parameters.yaml is left as it is: it is not UTF-8");
  expect(readFileSync("docs/parameters.yaml", "utf8")).toContain("requried: ture");
  expect(readFileSync("docs/a.rst", "utf8")).toContain("GET /images");
});

test("byte-order marks and Windows line ends stay", async () => {
  workingFolder();
  tree();
  const windows = `\ufeff${entry.replaceAll("\n", "\r\n")}`;
  writeFileSync("docs/parameters.yaml", windows);
  await restanza("lint", "docs", "--fix", "--write");
  expect(readFileSync("docs/parameters.yaml", "utf8")).toBe(
    windows.replace("requried: ture", "required: true"),
  );
});

test.each([
  [["--write"], "--write goes with --fix"],
  [["--fix", "--format", "json"], "--fix prints a diff"],
  [["--fix", "--baseline", "a.json", "--update-baseline"], "one at a time"],
])("%j exits 2", async (words, message) => {
  workingFolder();
  const { code, stderr } = await restanza("lint", "spec", ...words);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
