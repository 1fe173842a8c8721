import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readModel } from "../../generator/openapi/read/read-model.js";
import { staleFiles } from "../../generator/output/check.js";
import { writeFiles } from "../../generator/output/write.js";
import { build } from "../../generator/pipeline/build.js";
import { emit } from "../../generator/pipeline/generate.js";
import { emptyFolder } from "../output/folder.js";

const spec = fileURLToPath(new URL("../../spec", import.meta.url));

test.each([{}, { microversion: "2.37" }])(
  "the document is the contract: emitters run from openapi.json on disk give the same bytes (%j)",
  async (settings) => {
    const built = await build({ path: spec }, settings);
    const folder = emptyFolder();
    await writeFiles(folder, built.files, { version: "1.0.0" });
    const document = JSON.parse(readFileSync(`${folder}/openapi.json`, "utf8"));
    const emitted = await emit(readModel(document), {});
    const documents = built.files.filter(({ path }) => path.startsWith("openapi."));
    expect(documents.map(({ path }) => path)).toEqual(["openapi.json", "openapi.yaml"]);
    expect(staleFiles(folder, [...documents, ...emitted])).toEqual([]);
    expect(emitted.length).toBeGreaterThan(10);
  },
);
