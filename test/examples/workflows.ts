import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** What GitHub's own reader of workflows finds wrong in one. */
export async function workflowErrors(name: string, content: string): Promise<readonly string[]> {
  const { NoOperationTraceWriter, parseWorkflow } = await reader();
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

/** The reader, bundled: it imports JSON as bundlers do, which Node does not. */
async function reader(): Promise<typeof import("@actions/workflow-parser")> {
  const { outputFiles } = await build({
    stdin: {
      contents: 'export * from "@actions/workflow-parser";',
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    logLevel: "error",
  });
  const folder = mkdtempSync(join(tmpdir(), "restanza-workflows-"));
  const file = join(folder, "reader.mjs");
  try {
    writeFileSync(file, outputFiles[0]?.text ?? "");
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
