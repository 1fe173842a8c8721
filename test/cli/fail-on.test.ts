import { existsSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

/** Docs with one finding that is a warning, and one that is information. */
function doubtfulDocs(): void {
  writeFileSync(
    "index.rst",
    "Boxes\n=====\n\nList Boxes\n----------\n\n.. rest_method:: GET /boxes/{box}\n\nNormal response codes: 200\n\n" +
      'Response Example\n~~~~~~~~~~~~~~~~\n\n.. code-block:: json\n\n   { "size": 3 }\n',
  );
}

test.each([
  // --fail-on  exit  what is said                                                      why
  [[], 0, "", "real docs have findings, and are made all the same"],
  [["--fail-on", "error"], 0, "", "nothing weighs as much"],
  [["--fail-on", "warning"], 1, "1 finding in the docs weighs warning or more", "the warning"],
  [["--fail-on=info"], 1, "2 findings in the docs weigh info or more", "both"],
  [
    ["--fail-on", "info", "--quiet"],
    1,
    "2 findings in the docs weigh",
    "quiet says what goes wrong",
  ],
])("generate %j ends with %i (%s)", async (words, wanted, said) => {
  workingFolder();
  doubtfulDocs();
  for (const run of ["first", "second, with nothing to do"]) {
    const { code, stderr } = await restanza("generate", "index.rst", "--out", "out", ...words);
    expect(code, run).toBe(wanted);
    expect(stderr, run).toContain(said);
    expect(stderr === "", run).toBe(said === "");
  }
  expect(existsSync("out/openapi.json")).toBe(true);
  expect((await restanza("check", "index.rst", "--out", "out")).code).toBe(0);
});

test("what a baseline knows does not fail it, and what is new does", async () => {
  workingFolder();
  doubtfulDocs();
  const service = { source: "index.rst", out: "out", baseline: "known.json", emit: ["types"] };
  writeFileSync("restanza.config.json", JSON.stringify(service));
  const generate = () => restanza("generate", "--fail-on", "info");
  expect((await generate()).code).toBe(1);
  await restanza("lint", "--severity", "info", "--update-baseline");
  expect(await generate()).toMatchObject({ code: 0, stderr: "" });
  writeFileSync("known.json", "[]");
  expect(await generate()).toMatchObject({ code: 2, stderr: /known\.json is no baseline/ });
});

test("a wrong severity is told", async () => {
  workingFolder();
  const { code, stderr } = await restanza("generate", "spec", "--out", "out", "--fail-on", "all");
  expect(code).toBe(2);
  expect(stderr).toContain("--fail-on");
});
