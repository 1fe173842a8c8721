import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished, vi } from "vitest";
import { run } from "../../generator/cli/run.js";

/** The Images api-ref of this repository. */
export const spec = fileURLToPath(new URL("../../spec", import.meta.url));

/** What a command line did. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, with the working folder it has. */
export async function restanza(...words: readonly string[]): Promise<Ran> {
  let stdout = "";
  let stderr = "";
  const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  const err = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
  // As npx starts it, whatever runs the tests.
  const agent = process.env["npm_config_user_agent"];
  process.env["npm_config_user_agent"] = "npm/10.8.2 node/v20.19.0 linux x64";
  try {
    return { code: await run(words), stdout, stderr };
  } finally {
    if (agent === undefined) delete process.env["npm_config_user_agent"];
    else process.env["npm_config_user_agent"] = agent;
    out.mockRestore();
    err.mockRestore();
  }
}

/** A new working folder, with a copy of the api-ref as `spec/`, until the test is over. */
export function workingFolder(): string {
  const before = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), "restanza-cli-"));
  cpSync(spec, join(folder, "spec"), { recursive: true });
  process.chdir(folder);
  onTestFinished(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** The texts of all files below a folder, by their paths in it. */
export function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}
