import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { packaged } from "../cli/program.js";
import {
  breaking,
  chapter,
  harmless,
  type Repository,
  repository,
  unreadable,
} from "./repository.js";
import { workflowErrors } from "./workflows.js";

/*
 * What is ready to copy, run as far as it can be without the service that it is for: its shell
 * lines, in a repository of git.
 */

const program = packaged();

function recipe(file: string): string {
  return readFileSync(new URL(`../../examples/ci/${file}`, import.meta.url), "utf8");
}

/** The `run` of the step of a workflow. */
function step(file: string, name: string): string {
  const { jobs } = parse(recipe(file));
  const [job]: readonly { readonly steps: readonly Readonly<Record<string, string>>[] }[] =
    Object.values(jobs);
  return job?.steps.find((each) => each["name"] === name)?.["run"] ?? "exit 99";
}

const tarball = { RESTANZA: "./tools/restanza-0.1.0.tgz" };

/** Every way of watching docs: what it runs in a repository whose last commit is the change. */
const watchers: readonly (readonly [name: string, run: (made: Repository) => Promise<Watched>])[] =
  [
    ["GitHub", github],
    ["GitLab", gitlab],
    ["tox", tox],
    ["pre-commit", preCommit],
  ];

interface Watched {
  readonly code: number | null;
  /** What a reader of the change gets to see. */
  readonly shown: string;
}

async function github(made: Repository): Promise<Watched> {
  const env = { ...tarball, GITHUB_STEP_SUMMARY: `${made.folder}/summary.md` };
  const name = "What it changes in the API";
  const { code } = await made.shell(step("github/api-ref.yml", name), env);
  return { code, shown: made.read("summary.md") };
}

async function gitlab(made: Repository): Promise<Watched> {
  const { script, variables } = parse(recipe("gitlab-ci.yml"))["api-ref"];
  const base = made.git("rev-parse", "HEAD^1").trim();
  const env = { CI_MERGE_REQUEST_DIFF_BASE_SHA: base, RESTANZA: variables.RESTANZA };
  // GitLab runs all lines of a script in one shell.
  const { code, stdout } = await made.shell(script.join("\n"), env);
  expect(made.read("lint.xml")).toContain("<testsuites");
  return { code, shown: stdout };
}

async function tox(made: Repository): Promise<Watched> {
  const commands = /^commands =\n((?: .*\n)+)/m.exec(recipe("zuul/tox.ini"))?.[1] ?? "exit 99";
  const lines = commands
    .replaceAll("{env:RESTANZA}", tarball.RESTANZA)
    .replaceAll(/\{env:\w+:([^}]*)\}/g, "$1");
  const { code, stdout } = await made.shell(lines);
  return { code, shown: stdout };
}

async function preCommit(made: Repository): Promise<Watched> {
  // Before it is committed: the change is in the files.
  made.git("reset", "--quiet", "--soft", "HEAD^1");
  const { entry, args } = hooks().find(({ id }) => id === "restanza-diff") ?? {};
  const words = (args ?? []).map((word) => `'${word}'`).join(" ");
  made.program("restanza", `exec "${process.execPath}" "${program.cli}" "$@"`);
  const { code, stdout } = await made.shell(`${entry ?? "exit 99"} ${words}`);
  return { code, shown: stdout };
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly files?: string;
}

function hooks(): readonly Hook[] {
  return parse(readFileSync(new URL("../../.pre-commit-hooks.yaml", import.meta.url), "utf8"));
}

describe.each(watchers)("%s", (_name, run) => {
  test("fails for what breaks a program, and says what", async () => {
    const made = repository(program.cli);
    made.commit(chapter, breaking);
    const { code, shown } = await run(made);
    expect(code).toBe(1);
    expect(shown).toContain("GET /images");
    expect(shown).toContain("`status`");
  });

  test("passes what breaks none", async () => {
    const made = repository(program.cli);
    made.commit(chapter, harmless);
    const { code, shown } = await run(made);
    expect(code).toBe(0);
    expect(shown).not.toContain("Breaking");
  });

  test("fails where the docs cannot be read, and does not call it nothing", async () => {
    const made = repository(program.cli);
    made.commit(chapter, unreadable);
    const { code, shown } = await run(made);
    expect(code).not.toBe(0);
    expect(shown).not.toContain("nothing changed");
  });
});

test("the lint step of the workflow says what is wrong where GitHub shows it", async () => {
  const made = repository(program.cli);
  made.commit(chapter, (text) => text.replace("rest_method::", "rest_methd::"));
  const { code, stdout } = await made.shell(
    step("github/api-ref.yml", "What is wrong in the docs"),
    tarball,
  );
  expect(code).toBe(1);
  expect(stdout).toContain(`file=${chapter}`);
});

test("the hooks of pre-commit look at files of an API reference", () => {
  const [lint] = hooks();
  expect(hooks().map(({ id }) => id)).toEqual(["restanza-lint", "restanza-diff", "restanza-check"]);
  const seen = new RegExp(lint?.files ?? "^$");
  expect(["api-ref/source/a.inc", "doc/api_samples/a.json"].every((path) => seen.test(path))).toBe(
    true,
  );
  expect(seen.test("doc/source/api-ref.rst")).toBe(false);
  const [use] = parse(recipe("pre-commit-config.yaml")).repos;
  const known = new Set(hooks().map(({ id }) => id));
  expect(use.hooks.every(({ id }: Hook) => known.has(id))).toBe(true);
});

test("the job of Zuul runs the environment of tox", () => {
  const [{ job }] = parse(recipe("zuul/zuul.yaml"));
  expect(recipe("zuul/tox.ini")).toContain(`[testenv:${job.vars.tox_envlist}]\n`);
  const [play] = parse(recipe(`zuul/${job["pre-run"]}`));
  expect(play.roles).toEqual(["ensure-nodejs"]);
});

test.each(["github/api-ref.yml", "github/docs-moved.yml"])("GitHub can read %s", async (name) => {
  expect(await workflowErrors(name, recipe(name))).toEqual([]);
  const wrong = recipe(name).replace("runs-on:", "runs_on:");
  expect(await workflowErrors(name, wrong)).not.toEqual([]);
});
