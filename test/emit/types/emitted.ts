import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { types } from "../../../generator/emit/types/index.js";
import type { OpenApiDocument, SchemaObject } from "../../../generator/openapi/document.js";
import { readModel } from "../../../generator/openapi/read/read-model.js";

/** The files of a document by path. */
export async function emitted(
  document: OpenApiDocument,
): Promise<Readonly<Record<string, string>>> {
  const files = await types.plan(readModel(document));
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

/** A document of schemas alone, of some service with microversions. */
export function documentOf(
  schemas: Readonly<Record<string, SchemaObject>>,
  more: Partial<OpenApiDocument> = {},
): OpenApiDocument {
  return {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    paths: {},
    components: { schemas },
    "x-restanza": {
      service: "test",
      microversions: { minimum: "2.1", maximum: "2.20", headers: [] },
    },
    ...more,
  };
}

/** The declarations of `types.ts` without header and import. */
export async function declared(
  schemas: Readonly<Record<string, SchemaObject>>,
  more: Partial<OpenApiDocument> = {},
): Promise<string> {
  const { "types.ts": text = "" } = await emitted(documentOf(schemas, more));
  return text
    .replace(/^(?:\/\/.*\n)+\n/, "")
    .replace(/^import .*\n\n/, "")
    .trimEnd();
}

/** What oxfmt would write differently: nothing, when the text is in its final form. */
export function misformatted(files: Readonly<Record<string, string>>): string {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "restanza-types-"));
  try {
    writeFileSync(join(folder, ".oxfmtrc.json"), '{ "printWidth": 100 }\n');
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const bin = join(root, "node_modules", "oxfmt", "bin", "oxfmt");
    const run = spawnSync(process.execPath, [bin, "."], { cwd: folder, encoding: "utf8" });
    if (run.status !== 0) return run.stdout + run.stderr;
    return Object.entries(files)
      .map(([name, text]) => firstDifference(text, readFileSync(join(folder, name), "utf8")))
      .join("");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A few lines of both from where they part. */
function firstDifference(ours: string, theirs: string): string {
  if (ours === theirs) return "";
  const [a, b] = [ours.split("\n"), theirs.split("\n")];
  const at = a.findIndex((line, index) => line !== b[index]);
  const some = (lines: readonly string[]) => lines.slice(Math.max(0, at - 2), at + 8).join("\n");
  return `ours:\n${some(a)}\n\noxfmt:\n${some(b)}\n`;
}
