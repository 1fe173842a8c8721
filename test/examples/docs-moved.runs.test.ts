import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { packaged } from "../cli/program.js";
import { breaking, chapter, type Repository, repository, unreadable } from "./repository.js";

/* The scheduled job that follows docs of others, run against a repository that has them as a submodule. */

const program = packaged();

const { env: settings, jobs } = parse(
  readFileSync(new URL("../../examples/ci/github/docs-moved.yml", import.meta.url), "utf8"),
);

interface Follower {
  readonly docs: Repository;
  readonly made: Repository;
  /** Runs the steps of the job as GitHub would; gives the code of the first that fails, else 0. */
  job(): Promise<number | null>;
  /** What the pull request was opened with: its words, and its text. */
  pullRequest(): { readonly words: string; readonly text: string } | undefined;
}

/** A repository that generates from the docs of another, and has done so. */
async function follower(): Promise<Follower> {
  const docs = repository(program.cli);
  const made = repository(program.cli);
  const path = (file: string): string => join(made.folder, file);
  const temp = path("../temp");
  mkdirSync(temp);
  made.git("rm", "-r", "--quiet", "api-ref");
  // Git lets no submodule be a folder of this machine unless told to.
  const here = ["-c", "protocol.file.allow=always"];
  made.git(...here, "submodule", "--quiet", "add", "--branch", "main", docs.folder, settings.DOCS);
  writeFileSync(
    path("restanza.config.ts"),
    `export default { name: "compute", source: "${settings.DOCS}", out: "generated" };\n`,
  );
  writeFileSync(path(".gitignore"), "node_modules\ntools\n");
  mkdirSync(path("node_modules/.bin"), { recursive: true });
  const restanza = path("node_modules/.bin/restanza");
  writeFileSync(restanza, `#!/bin/bash\nexec "${process.execPath}" "${program.cli}" "$@"\n`);
  chmodSync(restanza, 0o755);
  expect((await made.shell("node_modules/.bin/restanza generate --quiet")).code).toBe(0);
  made.git("add", "--all");
  made.git("commit", "--quiet", "--message", "Generate");
  made.git("init", "--quiet", "--bare", `${temp}/origin`);
  made.git("remote", "add", "origin", `${temp}/origin`);
  // There is no pull request yet, so none can be edited.
  made.program(
    "gh",
    `test "$2" = edit && exit 1\necho "$@" > "${temp}/words"\ncp "\${@: -1}" "${temp}/text"`,
  );
  return {
    docs,
    made,
    async job() {
      const env = {
        ...settings,
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: `${temp}/output`,
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "protocol.file.allow",
        GIT_CONFIG_VALUE_0: "always",
      };
      for (const { run, if: condition } of jobs["docs-moved"].steps) {
        if (run === undefined || run === "npm ci") continue;
        const isMoved =
          existsSync(`${temp}/output`) && /moved=true/.test(readFileSync(`${temp}/output`, "utf8"));
        if (condition !== undefined && !isMoved) continue;
        const { code } = await made.shell(run, env);
        if (code !== 0) return code;
      }
      return 0;
    },
    pullRequest: () =>
      existsSync(`${temp}/words`)
        ? {
            words: readFileSync(`${temp}/words`, "utf8"),
            text: readFileSync(`${temp}/text`, "utf8"),
          }
        : undefined,
  };
}

test("docs that moved become a pull request, whose text says what they break", async () => {
  const { docs, made, job, pullRequest } = await follower();
  docs.commit(chapter, breaking);
  expect(await job()).toBe(0);
  const { words, text } = pullRequest() ?? {};
  expect(words).toContain(`pr create --head ${settings.BRANCH}`);
  expect(text).toContain("Breaking");
  expect(text).toContain("GET /images");
  const pushed = made.git("diff", "--name-only", "main", `origin/${settings.BRANCH}`).split("\n");
  expect(pushed).toEqual(expect.arrayContaining([settings.DOCS, "generated/openapi.json"]));
});

test("docs that did not move open nothing", async () => {
  const { made, job, pullRequest } = await follower();
  expect(await job()).toBe(0);
  expect(pullRequest()).toBeUndefined();
  expect(made.git("branch", "--remotes")).toBe("");
});

test("docs that cannot be read end the job, and open nothing", async () => {
  const { docs, job, pullRequest } = await follower();
  docs.commit(chapter, unreadable);
  expect(await job()).toBe(3);
  expect(pullRequest()).toBeUndefined();
});
