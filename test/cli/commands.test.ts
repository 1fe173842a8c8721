import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

describe("generate", () => {
  test("TREE --out DIR writes everything, says what, and reads no configuration", async () => {
    const folder = workingFolder();
    writeFileSync(join(folder, "restanza.config.json"), "{ broken");
    appendFileSync(
      "spec/parameters.yaml",
      "zoom:\n  description: |\n    Idle.\n  in: body\n  required: false\n  type: string\n",
    );
    const { code, stdout, stderr } = await restanza("generate", "spec", "--out", "out");
    expect(stderr).toBe("");
    expect(code).toBe(0);
    for (const name of ["openapi.json", "openapi.yaml", "types.ts", "client", "server"]) {
      expect(readdirSync("out"), name).toContain(name);
    }
    expect(readdirSync("out")).not.toContain("handlers.ts");
    expect(
      stdout.replace(/[\d.]+ s\n/, "TIME\n").replace(/\d+ (files?|schemas?|written)/g, "N $1"),
    ).toBe(
      "Compute API → out\n  10 operations, N schemas\n  N files: N written, 0 unchanged\n" +
        '  a guess: faults are of the form "named"; `faults` settles it\n' +
        "  1 finding (1 info) in the docs; to see them: npx restanza lint spec --severity info\n" +
        "    1 info    unused-parameter-entry\n  TIME\n" +
        "  server/ needs beside it: npm i fastify@5 @types/node\n",
    );
  });

  test("is the default, and a second run writes nothing", async () => {
    workingFolder();
    await restanza("spec", "--out", "out");
    const times = () =>
      ["", "openapi.json", ".restanza-manifest.json"].map(
        (name) => statSync(join("out", name)).mtimeMs,
      );
    const before = times();
    const { stdout } = await restanza("spec", "--out", "out");
    expect(stdout).toMatch(/ 0 written, \d+ unchanged/);
    expect(times()).toEqual(before);
  });

  test("writes handlers where they are asked for, and never again", async () => {
    workingFolder();
    const words = ["spec", "--out", "out", "--handlers", "out/handlers.ts"];
    const first = await restanza(...words);
    expect(first.stdout).toContain("  yours to write, from here on: out/handlers.ts\n");
    writeFileSync("out/handlers.ts", "mine");
    const { stdout } = await restanza(...words);
    expect(stdout).not.toContain("yours");
    expect(readFileSync("out/handlers.ts", "utf8")).toBe("mine");
    expect(readFileSync("out/.restanza-manifest.json", "utf8")).not.toContain("handlers.ts");
    expect((await restanza("check", "spec", "--out", "out")).code).toBe(0);
  });

  test("gives the same bytes from run to run", async () => {
    workingFolder();
    await restanza("spec", "--out", "one");
    await restanza("spec", "--out", "two");
    const files = readdirSync("one", { recursive: true, encoding: "utf8" }).filter((name) =>
      statSync(join("one", name)).isFile(),
    );
    for (const name of files)
      expect(readFileSync(join("two", name)).equals(readFileSync(join("one", name))), name).toBe(
        true,
      );
  });

  test("--microversion leaves out what is not there then", async () => {
    workingFolder();
    const { code, stdout } = await restanza("spec", "--out", "out", "--microversion", "2.40");
    expect(code).toBe(0);
    expect(stdout).toContain("0 operations");
    expect(JSON.parse(readFileSync("out/openapi.json", "utf8")).paths).toEqual({});
    const earlier = await restanza("spec", "--out", "out", "--microversion", "2.37");
    expect(earlier.stdout).toMatch(/^Compute API at 2\.37 → out\n {2}6 operations/);
  });

  test("--only narrows to chapters and operations", async () => {
    workingFolder();
    const { stdout } = await restanza(
      "spec",
      "--out",
      "out",
      "--only",
      "Show Image Details",
      "--only",
      "list*",
    );
    expect(stdout).toMatch(/ {2}4 operations/);
    const wrong = await restanza("spec", "--out", "out", "--only", "imagse");
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.stderr).toContain(
      '"imagse" is no document, chapter or operation. Did you mean "images"?',
    );
  });

  test("counts what it found by code, says how to see it, and still exits 0", async () => {
    workingFolder();
    const rows = Array.from(
      { length: 30 },
      (_, index) => `  - row${index}: no_such_entry_${index}\n`,
    ).join("");
    appendFileSync("spec/images.inc", `\n.. rest_parameters:: parameters.yaml\n\n${rows}\n`);
    const { code, stdout } = await restanza("spec", "--out", "out");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /\n {2}\d+ findings \(30 errors, .*\) in the docs; to see them: npx restanza lint spec --severity info\n {4}30 error {3}unknown-reference\n(?: {4} ?\d+ (?:warning|info {3}) [a-z-]+\n)+/,
    );
    expect(stdout).not.toContain("images.inc:");
  });
});

describe("an input that cannot be used", () => {
  test.each([
    ["a tree that is not there", "nowhere/x", () => undefined],
    ["an empty tree", "empty", () => mkdirSync("empty")],
    [
      "a tree without operations",
      "words",
      () => (mkdirSync("words"), writeFileSync("words/index.rst", "Words\n=====\n")),
    ],
  ])("%s exits 3 with one sentence and writes nothing", async (_what, tree, prepare) => {
    workingFolder();
    prepare();
    const { code, stdout, stderr } = await restanza("generate", tree, "--out", "out");
    expect(code).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^restanza: [^\n]+\n$/);
    expect(stderr).toContain(tree);
    expect(stderr).not.toMatch(/internal error|at .*\.ts/);
    expect(existsSync("out")).toBe(false);
  });
});

describe("wrong use exits 2 and offers what was meant", () => {
  test.each([
    [
      ["generate", "spec", "--ot", "x"],
      '--ot is no setting of this command. Did you mean "--out"?',
    ],
    [["generate", "spec"], "TREE needs --out DIR"],
    [["generate", "spec", "--out"], "--out needs a value: --out DIR"],
    [["generate", "spec", "--out", "--force"], "--out needs a value: --out DIR"],
    [
      ["generate", "spec", "--out", "x", "--service", ""],
      "--service needs a value: --service WORD",
    ],
    [["generate", "spec", "--out=", "--quiet"], "--out needs a value: --out DIR"],
    [["generate", "spec", "spec", "--out", "x"], '"spec" is one word too many.'],
    [
      ["generate", "--out", "x", "--microversion", "2.x", "spec"],
      '--microversion must be a version such as 2.53, not "2.x".',
    ],
    [["generate", "--force=yes", "spec", "--out", "x"], "--force takes no value."],
    [
      ["generate", "spec", "--out", "x", "--emit", "types,clint"],
      '--emit takes openapi, types, client, server, openapi-typescript, site, node, schemas, fakes, with commas between them, not "clint". Did you mean "client"?',
    ],
    [["generate", "spec", "--out", "x", "--emit", "types,"], 'between them, not "".'],
    [
      ["generate", "spec", "--out", "x", "--faults", "namd"],
      '--faults must be one of named, error, errors, typed, flat, faultstring, quoted, explained, described, coded, text, any. Did you mean "named"?',
    ],
    [["chekc"], '"chekc" is neither a command nor a tree. Did you mean "check"?'],
    [
      ["lint", "--format", "jsn"],
      '--format must be one of pretty, line, json, github, sarif, junit. Did you mean "json"?',
    ],
    [
      ["lint", "spec", "--code", "missing-fil"],
      '"missing-fil" is no diagnostic code. Did you mean missing-file?',
    ],
    [
      ["explain", "unknown-refrence"],
      '"unknown-refrence" is no diagnostic code. Did you mean unknown-reference?',
    ],
    [["generate", "--config", "no.json"], "no.json does not exist."],
    [["generate"], "There is no restanza.config.ts here."],
  ])("%j", async (words, message) => {
    workingFolder();
    const { code, stdout, stderr } = await restanza(...words);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("internal error");
    expect(stdout).toBe("");
    expect(code).toBe(2);
    expect(readdirSync(".")).toEqual(["spec"]);
  });
});

describe("check", () => {
  test("lists what is stale and exits 1, and 0 when nothing is", async () => {
    workingFolder();
    await restanza("spec", "--out", "out");
    expect(await restanza("check", "spec", "--out", "out")).toMatchObject({
      code: 0,
      stdout: "Everything is up to date.\n",
    });
    writeFileSync("out/types.ts", "edited");
    rmSync("out/openapi.json");
    expect(await restanza("check", "spec", "--out", "out")).toMatchObject({
      code: 1,
      stdout:
        "out/openapi.json: missing\nout/types.ts: changed\n2 files stale: run npx restanza generate spec --out out\n",
    });
    expect(readFileSync("out/types.ts", "utf8")).toBe("edited");
  });
});

describe("help", () => {
  test.each([["--help"], ["-h"], ["help"]])(
    "%s tells the commands and exit codes",
    async (word) => {
      const { code, stdout } = await restanza(word);
      expect(code).toBe(0);
      expect(stdout).toMatch(
        /init .*\n *generate .*\n *watch .*\n *check .*\n *lint .*\n *docs .*\n *diff .*\n *inputs .*\n *why .*\n *explain /,
      );
      expect(stdout).toContain("Exit codes: 0");
    },
  );

  test.each(["init", "inputs", "generate", "watch", "check", "lint", "why", "explain"])(
    "%s --help tells its settings",
    async (command) => {
      const { code, stdout } = await restanza(command, "--help");
      expect(code).toBe(0);
      expect(stdout).toContain(`Usage\n  npx restanza ${command}`);
      expect(stdout).not.toContain("\u001b");
    },
  );

  test("--version is that of the package", async () => {
    const { version } = JSON.parse(
      readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
    );
    expect((await restanza("--version")).stdout).toBe(`${version}\n`);
  });

  test("explain tells why, what is wrong and what is right", async () => {
    const { code, stdout } = await restanza("explain", "missing-leading-slash");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^missing-leading-slash \(warning\)\n\n.+\n.+\n\nWrong\n[^]*⟦images⟧?[^]*\n\nRight\n/,
    );
    expect((await restanza("explain")).stdout).toContain("missing-file");
  });
});
