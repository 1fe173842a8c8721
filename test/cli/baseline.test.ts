import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

const operation = (name: string) =>
  `\n${name}\n${"=".repeat(name.length)}\n\n.. rest_method:: GET /${name}\n`;

/** A tree with an operation without codes for each name. */
function tree(...names: readonly string[]): void {
  mkdirSync("docs", { recursive: true });
  writeFileSync("docs/a.rst", names.map(operation).join(""));
}

const lint = (...words: readonly string[]) =>
  restanza("lint", "docs", "--baseline", "known.json", "--format", "line", ...words);

test("a baseline hides what was there, a new finding shows, and it never grows by itself", async () => {
  workingFolder();
  tree("one", "two");
  const first = await lint("--update-baseline");
  expect([first.code, first.stdout]).toEqual([0, ""]);
  expect(first.stderr).toBe("known.json: 2 findings known from now on.\n");

  expect(await lint()).toEqual({ code: 0, stdout: "", stderr: "" });

  // Lines move, and one more has no code.
  tree("zero", "one", "two");
  const before = readFileSync("known.json", "utf8");
  const more = await lint();
  expect(more.code).toBe(1);
  expect(more.stdout).toContain("docs/a.rst:5:1");
  expect(more.stdout.split("\n")).toHaveLength(2);
  const updated = await lint("--update-baseline");
  expect(updated.code).toBe(1);
  expect(updated.stderr).toContain("known.json takes in nothing new");
  expect(readFileSync("known.json", "utf8")).toBe(before);
});

test("a fixed finding drops out when the file is updated, and shows if it comes back", async () => {
  workingFolder();
  tree("one", "two");
  await lint("--update-baseline");
  tree("two");
  expect((await lint()).stderr).toBe(
    "known.json: 1 of its findings fixed: --update-baseline drops them.\n",
  );
  expect((await lint("--update-baseline")).stderr).toBe(
    "known.json: 1 fixed finding dropped, 1 left.\n",
  );
  tree("one", "two");
  const back = await lint();
  expect([back.code, back.stdout.split("\n").length]).toEqual([1, 2]);
});

test("filters do not make a finding look fixed, and trees that share a file keep their entries", async () => {
  workingFolder();
  tree("one", "two");
  await lint("--update-baseline");
  const { mtimeMs } = statSync("known.json");
  await lint("--update-baseline", "--code", "unread-file", "--severity", "error");
  mkdirSync("other");
  writeFileSync("other/b.rst", operation("three"));
  const other = await restanza("lint", "other", "--baseline", "known.json", "--update-baseline");
  expect(other.code).toBe(1);
  expect(statSync("known.json").mtimeMs).toBe(mtimeMs);
});

test("the configuration names the file, relative to itself", async () => {
  workingFolder();
  tree("one");
  mkdirSync("conf");
  const config = { source: "../docs", out: "out", baseline: "known.json" };
  writeFileSync("conf/restanza.config.json", JSON.stringify(config));
  const words = ["lint", "--config", "conf/restanza.config.json", "--format", "line"];
  const first = await restanza(...words);
  expect([first.code, first.stderr]).toEqual([
    1,
    "conf/known.json is not there yet: --update-baseline writes it.\n",
  ]);
  expect(existsSync("conf/known.json")).toBe(false);
  await restanza(...words, "--update-baseline");
  expect(readFileSync("conf/known.json", "utf8")).toContain('"file":"../docs/a.rst"');
  expect((await restanza(...words)).code).toBe(0);
});

test.each([
  [["lint", "docs", "--update-baseline"], "no file", "--update-baseline needs a file"],
  [
    ["lint", "docs", "--baseline", "known.json", "--update-baseline", "--only", "one"],
    "a part of the operations",
    "--only does not go with it",
  ],
  [["lint", "docs", "--baseline", "broken.json"], "no baseline", "broken.json is no baseline"],
])("%j exits 2: %s", async (words, _why, message) => {
  workingFolder();
  tree("one");
  writeFileSync("broken.json", "{");
  const { code, stderr } = await restanza(...words);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
