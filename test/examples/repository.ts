import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { onTestFinished } from "vitest";
import { type Ended, runProcess } from "../cli/program.js";
import { spec } from "../cli/command.js";

/** A repository of git with docs in api-ref/source, and programs that stand for those of a CI. */
export interface Repository {
  readonly folder: string;
  /** Runs lines of a shell in it. */
  shell(lines: string, env?: Readonly<Record<string, string>>): Promise<Ended>;
  git(...words: readonly string[]): string;
  /** Changes a file of the docs, and commits it. */
  commit(file: string, change: (text: string) => string | Buffer): void;
  /** A program on the path, as a script of the shell. */
  program(name: string, script: string): void;
  read(file: string): string;
}

/** The file of the docs in which something is changed. */
export const chapter = "api-ref/source/images.inc";

/** Makes one; `cli` is what `npx --package … -- restanza` starts. Removed when the test is over. */
export function repository(cli: string): Repository {
  const root = mkdtempSync(join(tmpdir(), "restanza-recipe-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, "work");
  const bin = join(root, "bin");
  mkdirSync(join(folder, "tools"), { recursive: true });
  mkdirSync(bin);
  cpSync(spec, join(folder, "api-ref/source"), { recursive: true });
  const path = (file: string): string => join(folder, file);
  const git = (...words: readonly string[]): string =>
    execFileSync("git", words, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, ...identity },
    });
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "The docs");
  const made: Repository = {
    folder,
    git,
    shell: (lines, env = {}) =>
      runProcess("bash", ["-e", "-o", "pipefail", "-c", lines], {
        cwd: folder,
        env: { ...identity, PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`, ...env },
      }),
    commit(file, change) {
      writeFileSync(path(file), change(readFileSync(path(file), "utf8")));
      git("add", "--all");
      git("commit", "--quiet", "--message", "A change");
    },
    program(name, script) {
      writeFileSync(join(bin, name), `#!/bin/bash\n${script}\n`);
      chmodSync(join(bin, name), 0o755);
    },
    read: (file) => readFileSync(path(file), "utf8"),
  };
  // As the real one would: the package is a file that is there, and its program is `restanza`.
  writeFileSync(path("tools/restanza-0.1.0.tgz"), "");
  made.program(
    "npx",
    `test "$1 $2 $4 $5" = "--yes --package -- restanza" && test -f "$3" || exit 9\nshift 5\nexec "${process.execPath}" "${cli}" "$@"`,
  );
  return made;
}

/** Who commits, wherever tests run. */
const identity = {
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@example.org",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@example.org",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
};

/** Docs that break a program: a filter is gone. */
export const breaking = (text: string): string => text.replace(/^ *- status: .*\n/m, "");

/** Docs that break none: other words. */
export const harmless = (text: string): string => text.replace("Lists", "Gives");

/** Docs that cannot be read. */
export const unreadable = (): Buffer => Buffer.from("fffe00d800dc8081c3280aff", "hex");
