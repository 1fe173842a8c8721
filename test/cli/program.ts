import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { bundle } from "../../scripts/bundle.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Builds the program before the tests of a file, as the package has it; gives its folder. */
export function packaged(): { folder: string; readonly cli: string } {
  const made = {
    folder: "",
    get cli() {
      return join(made.folder, "dist", "cli.js");
    },
  };
  beforeAll(async () => {
    made.folder = mkdtempSync(join(tmpdir(), "restanza-program-"));
    await bundle(root, join(made.folder, "dist"));
    for (const name of ["templates", "package.json"]) {
      cpSync(join(root, name), join(made.folder, name), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(made.folder, "node_modules"));
  });
  afterAll(() => rmSync(made.folder, { recursive: true, force: true }));
  return made;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command as a process of its own. */
export function runProcess(
  command: string,
  words: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(command, words, {
      cwd: options.cwd,
      env: { ...process.env, NO_COLOR: "1", ...options.env },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (text) => (stdout += String(text)));
    child.stderr.on("data", (text) => (stderr += String(text)));
    child.on("error", failed);
    child.on("close", (code) => done({ code, stdout, stderr }));
  });
}
