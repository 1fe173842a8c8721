import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { staleFiles } from "../../generator/output/check.js";
import { OutputFailure } from "../../generator/output/failure.js";
import { writeFiles } from "../../generator/output/write.js";
import { asContents, contents, emptyFolder } from "./folder.js";
import { newPlan, oldPlan } from "./plans.js";

const options = { version: "1.0.0" };
const deep = [{ path: "client/deep/a.ts", text: "a" }];

test.each([
  ["a folder of it leads out", deep, "client", ""],
  ["a folder of it leads out, and holds the rest of the path", deep, "client/deep", ""],
  ["a folder of it leads to nothing", deep, "client", "gone"],
  ["what is planned is there already", [{ path: "client/a.ts", text: "precious" }], "client", ""],
])("nothing is made outside where %s", async (_why, plan, link, below) => {
  const outside = emptyFolder();
  const folder = emptyFolder();
  writeFileSync(join(outside, "a.ts"), "precious");
  mkdirSync(join(folder, link, ".."), { recursive: true });
  symlinkSync(join(outside, below), join(folder, link));
  for (const force of [false, true]) {
    await expect(writeFiles(folder, plan, { ...options, force })).rejects.toThrow(
      /is a link that leaves the output folder/,
    );
  }
  expect(contents(outside)).toEqual({ "a.ts": "precious" });
});

test("a file outside is not removed, though it holds what restanza once wrote", async () => {
  const outside = emptyFolder();
  const folder = emptyFolder();
  await writeFiles(folder, [{ path: "gone/a.ts", text: "a" }], options);
  writeFileSync(join(outside, "a.ts"), "a");
  rmSync(join(folder, "gone"), { recursive: true });
  symlinkSync(outside, join(folder, "gone"));
  expect((await writeFiles(folder, newPlan, options)).removed).toEqual([]);
  expect(contents(outside)).toEqual({ "a.ts": "a" });
});

test("a link in place of a file is left alone, and with force replaced, never followed", async () => {
  const outside = join(emptyFolder(), "precious");
  const folder = emptyFolder();
  writeFileSync(outside, "precious");
  symlinkSync(outside, join(folder, "openapi.json"));
  await expect(writeFiles(folder, newPlan, options)).rejects.toThrow(/restanza did not write it/);
  expect(readlinkSync(join(folder, "openapi.json"))).toBe(outside);
  expect(staleFiles(folder, newPlan)).toContainEqual({ path: "openapi.json", why: "not-ours" });
  await writeFiles(folder, newPlan, { ...options, force: true });
  expect(lstatSync(join(folder, "openapi.json")).isFile()).toBe(true);
  expect(readFileSync(outside, "utf8")).toBe("precious");
  expect(contents(folder)).toEqual(asContents(newPlan));
});

test.each([
  ["a link to a folder of the user's", (work: string, theirs: string) => symlinkSync(theirs, work)],
  ["a file", (work: string) => writeFileSync(work, "mine")],
])("%s in place of the work folder is refused, and nothing in it removed", async (_what, put) => {
  const theirs = emptyFolder();
  const folder = emptyFolder();
  mkdirSync(join(theirs, "photos"));
  writeFileSync(join(theirs, "photos/a.jpg"), "precious");
  await writeFiles(folder, oldPlan, options);
  put(join(folder, ".restanza"), theirs);
  await expect(writeFiles(folder, newPlan, options)).rejects.toThrow(OutputFailure);
  await expect(writeFiles(folder, oldPlan, options)).rejects.toThrow(/remove it/);
  expect(contents(theirs)).toEqual({ "photos/a.jpg": "precious" });
});

test("an output folder that is itself a link is written where it leads", async () => {
  const target = emptyFolder();
  const folder = join(emptyFolder(), "out");
  symlinkSync(target, folder);
  await writeFiles(folder, newPlan, options);
  expect(contents(target)).toEqual(asContents(newPlan));
  expect(lstatSync(folder).isSymbolicLink()).toBe(true);
});
