import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, homedir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { explainFailure } from "../../generator/cli/shell/failure.js";
import { pathFrom } from "../../generator/cli/findings/place.js";
import { OutputFailure } from "../../generator/output/failure.js";
import { type Ran, restanza, workingFolder } from "./command.js";

const canary = "canary-7f3a91-of-the-environment";

afterEach(() => vi.unstubAllEnvs());

/** A tree with findings of many kinds, that asks for what is outside of it wherever it can. */
function nosyTree(): string {
  const folder = workingFolder();
  for (const name of ["API_TOKEN", "PASSWORD", "npm_config__authToken", "RESTANZA_DEBUG"]) {
    vi.stubEnv(name, canary);
  }
  writeFileSync("secret.json", `{"secret": "${canary}"}`);
  writeFileSync("secret.inc", `Secret\n======\n\n${canary}\n`);
  symlinkSync("../secret.inc", "spec/link.inc");
  symlinkSync("/proc/self/environ", "spec/environ.inc");
  mkdirSync("spec/empty");
  appendFileSync(
    "spec/images.inc",
    [
      "",
      "Read $API_TOKEN ${PASSWORD} %PASSWORD%",
      "=====================================",
      "",
      ".. rest_method:: GET images/{API_TOKEN}",
      "",
      ".. include:: link.inc",
      ".. include:: environ.inc",
      ".. include:: ../secret.inc",
      ".. include:: /proc/self/environ",
      `.. include:: ${folder}/secret.inc`,
      ".. include:: empty",
      "",
      ".. literalinclude:: ../secret.json",
      ".. literalinclude:: ../../../../../../proc/self/environ",
      "",
      ".. rest_parameters:: ../secret.yaml",
      "",
      "   - a: b",
      "",
    ].join("\n"),
  );
  appendFileSync("spec/parameters.yaml", "\nbroken: !!js/function 'process.env'\n? [\n");
  return folder;
}

/** The tree names the folder itself, in one line: everything else must not. */
function expectNothingOf(folder: string, text: string, what: string): void {
  const said = text.replaceAll(`${folder}/secret.inc`, "");
  for (const secret of [canary, folder, dirname(folder), homedir(), `@${hostname()}`]) {
    if (secret.length > 1) expect(said.includes(secret), `${what} holds ${secret}`).toBe(false);
  }
}

function expectNothingIn(folder: string, ran: Ran): void {
  expectNothingOf(folder, ran.stdout, "standard output");
  expectNothingOf(folder, ran.stderr, "standard error");
}

describe.each([
  ["named from the working folder", () => "spec"],
  ["named by its whole path", (folder: string) => join(folder, "spec")],
])("a tree %s", (_how, treeIn) => {
  test.each(["pretty", "line", "json", "github", "sarif", "junit"])(
    "gives nothing of the machine to %s",
    async (format) => {
      const folder = nosyTree();
      const words = ["lint", treeIn(folder), "--severity", "info", "--format", format];
      const ran = await restanza(...words);
      expect(ran.code).toBe(1);
      expect(ran.stdout).toContain("spec/images.inc");
      expect(ran.stdout).toContain("file-outside-tree");
      expectNothingIn(folder, ran);
      process.chdir("spec/samples");
      expectNothingIn(folder, await restanza(...words.with(1, "..")));
      process.chdir("/");
      const outside = await restanza(...words.with(1, join(folder, "spec")));
      expect(outside.stdout).toContain("images.inc");
      process.chdir(folder);
    },
  );

  test("gives nothing of the machine to any output, baseline or diff", async () => {
    const folder = nosyTree();
    const tree = treeIn(folder);
    expectNothingIn(folder, await restanza(tree, "--out", "out"));
    expectNothingIn(folder, await restanza("check", tree, "--out", "out"));
    const baseline = ["--baseline", "out/known.json", "--update-baseline"];
    expectNothingIn(folder, await restanza("lint", tree, ...baseline));
    expectNothingIn(folder, await restanza("lint", tree, "--loose"));
    expectNothingIn(folder, await restanza("lint", tree, "--fix"));
    const files = readdirSync("out", { recursive: true, encoding: "utf8" });
    expect(files).toContain("types.ts");
    expect(files).toContain("known.json");
    for (const name of files.map((file) => join("out", file))) {
      if (statSync(name).isFile()) expectNothingOf(folder, readFileSync(name, "utf8"), name);
    }
  });
});

test("a tree that shares no folder with the working one is called by its name", async () => {
  const folder = nosyTree();
  process.chdir("/usr");
  for (const format of ["pretty", "line", "json", "github", "sarif", "junit"]) {
    const words = ["lint", join(folder, "spec"), "--severity", "info", "--format", format];
    const ran = await restanza(...words);
    expect(ran.stdout).toContain("spec/images.inc");
    expectNothingIn(folder, ran);
  }
  process.chdir(folder);
});

test.each([
  // from            root                     why                                  path
  ["/home/a/work", "/home/a/work/spec", "below", "spec"],
  ["/home/a/work", "/home/a/nova", "a neighbour", "../nova"],
  ["/home/a/work", "/home/a", "above", ".."],
  ["/home/a/work", "/srv/nova/spec", "elsewhere", "spec"],
  ["/home/a", "/home/a", "the same", ""],
])("from %s, %s (%s) is %j", (from, root, _why, path) => {
  expect(pathFrom(from, root)).toBe(path);
});

describe("what is said of a failure", () => {
  const here = process.cwd();
  test.each([
    [new Error(`ENOENT: no such file, open '${here}/templates/a.hbs'`), "open 'templates/a.hbs'"],
    [
      new Error(`Cannot find module '/usr/lib/x.js' imported from ${here}/a`),
      "'x.js' imported from a",
    ],
    [new Error("import file:///usr/share/deep/b.mjs:3:4"), "import b.mjs:3:4"],
    [new Error(`mkdir ${homedir()}/.cache/x`), homedir() === here ? "mkdir" : "mkdir ~/.cache/x"],
    [new Error("no operation at /images/{image_id}/action"), "at /images/{image_id}/action"],
    [new Error("see https://example.org/home/usr"), "see https://example.org/home/usr"],
    [new Error("a/usr/b stays, ../usr/c too"), "a/usr/b stays, ../usr/c too"],
    [new OutputFailure(`${here}/out could not be written`), "out could not be written"],
  ])("%s", (error, words) => {
    vi.stubEnv("RESTANZA_DEBUG", "");
    const { message } = explainFailure(error);
    expect(message).toContain(words);
    expect(message).not.toContain(`${here}/`);
  });
});
