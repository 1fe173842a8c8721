import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "restanza-output-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file of a folder with its text, and without the manifest. */
export function contents(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const path = join(folder, name);
    if (statSync(path).isFile() && name !== ".restanza-manifest.json") {
      found[name] = readFileSync(path, "utf8");
    }
  }
  return found;
}

/** What a plan leaves in an empty folder. */
export function asContents(
  plan: readonly { readonly path: string; readonly text: string }[],
): Record<string, string> {
  return Object.fromEntries(plan.map(({ path, text }) => [path, text]));
}
