import { mkdirSync, writeFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

beforeEach(() => {
  workingFolder();
  mkdirSync("docs");
  writeFileSync(
    "docs/index.rst",
    "Boxes\n=====\n\nList Boxes\n----------\n\n.. rest_method:: GET /boxes\n\nNormal response codes: 200\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n  - limit: limit\n",
  );
  writeFileSync("docs/parameters.yaml", "limit: {in: query, type: integer, required: false}\n");
});

test("a parameter is explained in words, with its places", async () => {
  const { code, stdout } = await restanza(
    "why",
    "docs",
    "--operation",
    "listBoxes",
    "--at",
    "/query/limit",
  );
  expect(code).toBe(0);
  expect(stdout).toContain("listBoxes /query/limit: integer, may be left out");
  expect(stdout).toContain("docs/index.rst:16:5 row: limit");
  expect(stdout).toContain("docs/parameters.yaml:1:1 entry: limit");
});

test("the same as JSON, without the folder of this machine", async () => {
  const { code, stdout } = await restanza(
    "why",
    "docs",
    "--operation=listBoxes",
    "--at=/query/limit",
    "--json",
  );
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    operation: "listBoxes",
    at: "/query/limit",
    docs: [{ kind: "row", file: "docs/index.rst", line: 16, column: 5, words: "limit" }, {}],
  });
  expect(stdout).not.toContain('"root"');
});

test.each([
  // words                                                 why                      says
  [["docs", "--at", "/query/limit"], "no operation", "why needs --operation ID"],
  [["docs", "--operation", "listBoxes"], "no place", "why needs --at POINTER"],
  [
    ["docs", "--operation", "listBoxs", "--at", "/query/limit"],
    "a slip",
    "Did you mean listBoxes?",
  ],
  [
    ["docs", "--operation", "listBoxes", "--at", "/query/limi"],
    "a slip",
    "Did you mean /query/limit?",
  ],
])("%j (%s) ends with 2", async (words, _why, says) => {
  const { code, stderr } = await restanza("why", ...words);
  expect(code).toBe(2);
  expect(stderr).toContain(says);
});
