import { readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { KnownOutput } from "../../generator/output/known-output.js";
import { writeFiles } from "../../generator/output/write.js";
import { asContents, contents, emptyFolder } from "./folder.js";
import { newPlan, oldPlan } from "./plans.js";

const options = () => ({ version: "1.0.0", known: new KnownOutput() });

/** As files are some seconds after they were written: only then one read of them is enough. */
const long = new Date("2020-01-01T00:00:00Z");

test("what a process found once is not read again, and what is another since is", () => {
  const path = join(emptyFolder(), "a.ts");
  writeFileSync(path, "one");
  utimesSync(path, long, long);
  const known = new KnownOutput();
  const read = () => known.at(path, () => ({ digests: [readFileSync(path, "utf8")] }));
  const first = read();
  // Its state was changed just now, and in one tick of a clock it may be written twice.
  expect(read()).not.toBe(first);
  writeFileSync(path, "two");
  expect(read()).toEqual({ digests: ["two"] });
  rmSync(path);
  symlinkSync("elsewhere", path);
  expect(known.at(path, () => undefined)).toBeUndefined();
});

test("the output is right whatever happens to it between the runs of a process", async () => {
  const folder = emptyFolder();
  const own = options();
  await writeFiles(folder, oldPlan, own);
  await writeFiles(folder, newPlan, own);
  writeFileSync(join(folder, "openapi.json"), "edited");
  const { restored } = await writeFiles(folder, newPlan, own);
  expect(restored).toEqual(["openapi.json"]);
  rmSync(join(folder, "client"), { recursive: true });
  await writeFiles(folder, newPlan, own);
  expect(contents(folder)).toEqual(asContents(newPlan));
  await writeFiles(folder, oldPlan, own);
  expect(contents(folder)).toEqual(asContents(oldPlan));
});

test("a plan of the same paths and other texts is another plan", async () => {
  const folder = emptyFolder();
  const own = options();
  const plan = (text: string) => [{ path: "a.ts", text }];
  await writeFiles(folder, plan("one"), own);
  const { written } = await writeFiles(folder, plan("two"), own);
  expect(written).toEqual(["a.ts"]);
  expect(contents(folder)).toEqual({ "a.ts": "two" });
});
