import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { findReferences } from "../../../generator/cli/init/find-references.js";
import { workingFolder } from "../command.js";

const stanza = ".. rest_method:: GET /boxes\n";

test.each([
  // files, references, why
  [{ "api-ref/source/index.rst": "" }, ["api-ref/source"], "the usual place"],
  [{ "api-ref/x.inc": "" }, ["api-ref"], "without a folder source"],
  [
    { "a/api-ref/source/index.rst": "", "b/api-ref/source/x.rst": "" },
    ["a/api-ref/source", "b/api-ref/source"],
    "several",
  ],
  [
    { "docs/index.rst": "", "docs/v2/a.inc": stanza, "docs/v3/a.inc": stanza },
    ["docs"],
    "chapters below an index are one",
  ],
  [{ "a/x.inc": stanza, "a/b/x.inc": stanza }, ["a"], "the outermost folder"],
  [{ "x.inc": stanza, "b/x.inc": stanza }, ["."], "at the top itself"],
  [{ "api-ref/README.md": "", "docs/index.rst": "no stanza" }, [], "folders that document no API"],
  [{ "node_modules/a/api-ref/x.rst": "", ".tox/api-ref/x.rst": "" }, [], "what is somebody else's"],
])("%j: %j (%s)", (files, references, _why) => {
  workingFolder();
  mkdirSync("top");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(`top/${path}`), { recursive: true });
    writeFileSync(`top/${path}`, text);
  }
  expect(findReferences("top").references.map(({ path }) => path)).toEqual(references);
});

test("a search that is too large ends, and says so", () => {
  workingFolder();
  for (const name of ["a", "b", "c"]) mkdirSync(`top/${name}`, { recursive: true });
  expect(findReferences("top", 2)).toEqual({ references: [], isWhole: false });
});
