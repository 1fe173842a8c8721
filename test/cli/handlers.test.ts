import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

const chapter = (title: string, operations: Readonly<Record<string, string>>): string =>
  `${title}\n${"=".repeat(title.length)}\n${Object.entries(operations)
    .map(
      ([name, place]) =>
        `\n${name}\n${"-".repeat(name.length)}\n\n.. rest_method:: ${place}\n\nNormal response codes: 200\n`,
    )
    .join("")}`;

const show = { "Show Box": "GET /boxes/{box_id}" };
const list = { "List Boxes": "GET /boxes" };
const lids = { "List Lids": "GET /lids" };

/** A tree with a chapter of boxes and one of lids, and a configuration for it. */
function project(handlers: unknown): void {
  workingFolder();
  mkdirSync("docs");
  writeFileSync("docs/index.rst", "Storage API\n===========\n");
  writeFileSync("docs/boxes.rst", chapter("Boxes", list));
  writeFileSync("docs/lids.rst", chapter("Lids", lids));
  const config = { source: "docs", out: "out", handlers };
  writeFileSync("restanza.config.json", JSON.stringify(config));
}

const handlers = (): string => readFileSync("handlers.ts", "utf8");
const said = (stdout: string): readonly string[] =>
  stdout.split("\n").filter((line) => line.includes("handlers.ts"));

test("a later run brings the file up to the docs, and check says when it is behind", async () => {
  project("handlers.ts");
  const first = await restanza("generate");
  expect(said(first.stdout)).toEqual(["  yours to write, from here on: handlers.ts"]);
  const mine = handlers().replace("throw new NotImplemented();", "return reply(200); // mine");
  writeFileSync("handlers.ts", mine);
  expect((await restanza("check")).code).toBe(0);

  writeFileSync("docs/boxes.rst", chapter("Boxes", show));
  const behind = await restanza("check");
  expect(behind.code).toBe(1);
  expect(behind.stdout).toContain("handlers.ts: behind the docs\n");

  const { stdout } = await restanza("generate");
  expect(said(stdout)).toEqual([
    "  handlers.ts: 1 new handler to write (showBox)",
    "  handlers.ts: 1 handler marked @deprecated, for you to take out: the docs no longer have the operation (listBoxes)",
  ]);
  expect(handlers()).toContain("return reply(200); // mine");
  expect(handlers()).toContain("showBox() {\n    throw new NotImplemented();");
  expect((await restanza("check")).code).toBe(0);

  // The file was taken back to what it was, as by a checkout: nothing else has changed.
  writeFileSync("handlers.ts", mine);
  expect(said((await restanza("generate")).stdout)).toHaveLength(2);
  expect(said((await restanza("generate")).stdout)).toEqual([]);
});

test("a chapter that is new in the docs is added once, and not again when it was taken out", async () => {
  project("handlers.ts");
  writeFileSync("docs/lids.rst", "Lids\n====\n");
  await restanza("generate");
  writeFileSync("docs/lids.rst", chapter("Lids", lids));
  const { stdout } = await restanza("generate");
  expect(said(stdout)).toEqual(["  handlers.ts: 1 new handler to write (listLids)"]);
  expect(handlers()).toContain("const handlers = { boxes, lids };");

  const without = handlers()
    .replace(/\/\*\* Lids\. \*\/\n[^]*?\n\};\n\n/, "")
    .replace(", lids }", " }")
    .replace(", type LidsHandlers", "");
  expect(without).not.toContain("lids");
  writeFileSync("handlers.ts", without);
  writeFileSync("docs/boxes.rst", chapter("Boxes", { ...list, ...show }));
  expect(said((await restanza("generate")).stdout)).toEqual([
    "  handlers.ts: 1 new handler to write (showBox)",
  ]);
  expect(handlers()).not.toContain("lids");
});

test("only the chapters that are asked for have stubs; a wrong name is told before anything is written", async () => {
  project({ file: "handlers.ts", chapters: ["lids"] });
  await restanza("generate");
  expect(handlers()).toContain("const handlers = { lids };");
  expect(handlers()).not.toContain("boxes");

  project({ file: "handlers.ts", chapters: ["lid"] });
  const { code, stderr } = await restanza("generate");
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'restanza: handlers.chapters: there is no chapter "lid". Did you mean "lids"? ' +
      "The names are those of the modules in server/, without their ending.\n",
  });
  expect((await restanza("check")).code).toBe(2);
});

test("a file with mistakes of syntax stays as it is, and the rest is written", async () => {
  project("handlers.ts");
  writeFileSync("handlers.ts", "export const boxes = {\n  listBoxes() {\n};\n");
  const { code, stderr } = await restanza("generate");
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr:
      "restanza: handlers.ts:3: ',' expected. Handlers cannot be added to a file with mistakes of " +
      "syntax: mend it and run again. All other files were written.\n",
  });
  expect(handlers()).toBe("export const boxes = {\n  listBoxes() {\n};\n");
  expect(readFileSync("out/server/index.ts", "utf8")).toContain("BoxesHandlers");
});

test.each([["--only"], ["--microversion"]])(
  "a run of a part of the docs (%s) marks no handler: it does not know the others",
  async (flag) => {
    project("handlers.ts");
    writeFileSync(
      "docs/boxes.rst",
      chapter("Boxes", { ...list, ...show }) + "\n.. versionadded:: 1.5\n",
    );
    await restanza("generate", "--service", "baremetal");
    const before = handlers();
    const value = flag === "--only" ? "List *" : "1.1";
    const { code, stdout } = await restanza("generate", "--service", "baremetal", flag, value);
    expect([code, said(stdout)]).toEqual([0, []]);
    expect(handlers()).toBe(before);
  },
);

test.each([
  // handlers                  why                              said
  ["out/server/boxes.ts", "a file of the output", "is a file of the output"],
  ["out/Types.ts", "where capitals do not count", "is a file of the output"],
  ["src", "a folder", "end its name with .ts"],
  ["src/handlers.json", "no module", "end its name with .ts"],
])("handlers in %s are refused, and nothing is written: %s", async (file, _why, words) => {
  project(file);
  mkdirSync("src");
  const { code, stderr } = await restanza("generate");
  expect({ code, said: stderr.includes(words) }).toEqual({ code: 2, said: true });
  expect(existsSync("out")).toBe(false);
});
