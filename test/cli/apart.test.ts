import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contents, restanza, workingFolder } from "./command.js";

const inDocs = "lies in the docs";
const aroundDocs = "lie in the output folder";

test.each([
  // tree, output folder       refusal      why the row is there
  ["spec", "spec/generated", inDocs, "a folder of the docs"],
  ["spec", "spec", inDocs, "the docs themselves"],
  ["spec", "spec/../spec/a/b", inDocs, "spelt another way"],
  ["spec", "link/generated", inDocs, "by a symbolic link"],
  ["spec", "SPEC/generated", inDocs, "one folder where capitals do not count"],
  ["repository", "repository/api-ref/source/out", inDocs, "the docs of a repository"],
  ["spec", ".", aroundDocs, "the folder above the docs"],
  ["repository", "repository/api-ref", aroundDocs, "a part of the repository with its docs"],
  ["spec/images.inc", "spec", aroundDocs, "the folder of the one file"],
])("generate %s --out %s is refused: it %s (%s)", async (tree, out, words) => {
  workingFolder();
  mkdirSync("repository/api-ref/source", { recursive: true });
  writeFileSync(
    "repository/api-ref/source/index.rst",
    "Boxes\n=====\n\n.. rest_method:: GET /boxes\n",
  );
  symlinkSync("spec", "link");
  const before = contents(".");

  const { code, stderr } = await restanza("generate", tree, "--out", out);

  expect({ code, words: stderr.includes(words) }).toEqual({ code: 2, words: true });
  expect(contents(".")).toEqual(before);
});

test.each([
  ["spec", "spectrum", "a name that begins like that of the docs"],
  ["repository", "repository/generated", "beside the docs in their repository"],
  [
    "repository/api-ref/source/index.rst",
    "repository/api-ref/source/out",
    "of one file, nothing else is read",
  ],
])("generate %s --out %s is made: %s", async (tree, out) => {
  workingFolder();
  mkdirSync("repository/api-ref/source", { recursive: true });
  writeFileSync(
    "repository/api-ref/source/index.rst",
    "Boxes\n=====\n\n.. rest_method:: GET /boxes\n",
  );
  expect((await restanza("generate", tree, "--out", out)).code).toBe(0);
});

test("the output of one service is not put into the docs of another", async () => {
  workingFolder();
  const services = [
    { name: "a", source: "spec", out: "of-a" },
    { name: "b", source: "spec/images.inc", out: "spec/of-b" },
  ];
  writeFileSync("restanza.config.json", JSON.stringify({ services }));

  for (const command of ["generate", "check", "inputs"]) {
    const { code, stderr } = await restanza(command);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining("spec/of-b lies in"),
    });
  }
  expect(existsSync("of-a")).toBe(false);
});

test("init writes no configuration whose output would lie in the docs", async () => {
  workingFolder();
  process.chdir("spec");
  writeFileSync("package.json", "{}");

  const { code, stderr } = await restanza("init");

  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining("Nothing was written. Run init in a folder that has the docs"),
  });
  expect(existsSync("restanza.config.ts")).toBe(false);
});
