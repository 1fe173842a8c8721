import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

const operation = (path: string): string => `Boxes
=====

Show Box
--------

.. rest_method:: GET ${path}

Normal response codes: 200
`;

/** One tree whose folders are two major versions of one API. */
function twoMajors(): void {
  for (const major of ["v2", "v3"]) {
    mkdirSync(join("tree", "api-ref", "source", major), { recursive: true });
    writeFileSync(
      join("tree", "api-ref", "source", major, "index.rst"),
      operation(`/${major}/boxes`),
    );
  }
}

test("two majors of one tree are two documents of one configuration", async () => {
  workingFolder();
  twoMajors();
  const services = ["v2", "v3"].map((major) => ({
    name: `box-${major}`,
    source: "tree",
    include: [`**/${major}/**`],
    out: join("out", major),
    handlers: false,
  }));
  writeFileSync("restanza.config.json", JSON.stringify({ services }));

  const { code, stderr } = await restanza("generate");

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const pathsOf = (major: string): readonly string[] =>
    Object.keys(JSON.parse(readFileSync(join("out", major, "openapi.json"), "utf8")).paths);
  expect(pathsOf("v2")).toEqual(["/v2/boxes"]);
  expect(pathsOf("v3")).toEqual(["/v3/boxes"]);
  expect((await restanza("check")).code).toBe(0);
});

test("without a choice they are one document, and nothing of either is lost", async () => {
  workingFolder();
  twoMajors();
  await restanza("generate", "tree", "--out", "out");
  const { paths } = JSON.parse(readFileSync(join("out", "openapi.json"), "utf8"));
  expect(Object.keys(paths).sort()).toEqual(["/v2/boxes", "/v3/boxes"]);
});
