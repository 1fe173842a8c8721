import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

/* What check says of an output that is stale, beside the names of its files. */

const chapter = "spec/images.inc";

beforeEach(async () => {
  workingFolder();
  expect(
    (await restanza("generate", "spec", "--out", "out", "--emit", "types", "--quiet")).code,
  ).toBe(0);
});

function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, "utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
}

const check = (...words: readonly string[]) =>
  restanza("check", "spec", "--out", "out", "--emit", "types", ...words);

test("what the docs say otherwise now is said in the words of diff", async () => {
  edit(chapter, (text) => text.replace(/^ *- status: .*\n/m, ""));
  const { code, stdout } = await check();
  expect(code).toBe(1);
  expect(stdout).toContain("out/openapi.json: changed\n");
  expect(stdout).toMatch(/Breaking \(1\)\n\n +GET \/images .*\n.*`status`/);
});

test("a document that was edited by hand is compared as it is", async () => {
  edit("out/openapi.json", (text) => text.replace('"name": "status"', '"name": "state"'));
  const { code, stdout } = await check();
  expect(code).toBe(1);
  expect(stdout).toContain("`state`");
});

test.each<[why: string, change: (text: string) => string]>([
  ["broken", (text) => text.slice(0, 100)],
  ["no document", () => "[]"],
  ["the same but for its layout", (text) => JSON.stringify(JSON.parse(text))],
])("of a document that is %s the name is enough", async (_why, change) => {
  edit("out/openapi.json", change);
  const { code, stdout } = await check();
  expect(code).toBe(1);
  expect(stdout).toMatch(/^out\/openapi\.json: changed\n\d files? stale: run .*\n$/);
});

test("what is quiet says none of it", async () => {
  edit(chapter, (text) => text.replace(/^ *- status: .*\n/m, ""));
  expect(await check("--quiet")).toMatchObject({ code: 1, stdout: "" });
});

test("of modules of another run alone, check says to remove them and names no run that would not", async () => {
  mkdirSync("out/client");
  copyFileSync("out/types.ts", "out/client/pictures.ts");
  const { code, stdout } = await check();
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout:
      "out/client/pictures.ts: of another run, and in no manifest: remove it\n" +
      "1 file to remove, all else is up to date.\n",
  });
});
