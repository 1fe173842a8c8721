// A job of examples/ci/ as a machine of a CI runs it: a repository of docs with the tarball in it,
// npx, and a last commit that breaks a program.
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** Throws unless the job of GitLab fails for the change, and shows what it breaks. */
export function tryRecipe(root, tarball, folder) {
  const git = (...words) =>
    execFileSync("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", ...words], {
      cwd: folder,
      encoding: "utf8",
    }).trim();
  mkdirSync(join(folder, "tools"), { recursive: true });
  cpSync(join(root, "spec"), join(folder, "api-ref", "source"), { recursive: true });
  const recipe = parse(readFileSync(join(root, "examples/ci/gitlab-ci.yml"), "utf8"))["api-ref"];
  copyFileSync(tarball, join(folder, recipe.variables.RESTANZA));
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "The docs");
  const base = git("rev-parse", "HEAD");
  const chapter = join(folder, "api-ref/source/images.inc");
  writeFileSync(chapter, readFileSync(chapter, "utf8").replace(/^ *- status: .*\n/m, ""));
  git("commit", "--quiet", "--all", "--message", "A change");
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", recipe.script.join("\n")], {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      RESTANZA: recipe.variables.RESTANZA,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    },
  });
  if (status !== 1 || !stdout.includes("Breaking"))
    throw new Error(`The job ended with ${status}.\n${stdout}${stderr}`);
}
