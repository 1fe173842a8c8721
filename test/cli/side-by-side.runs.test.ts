import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { contents, spec } from "./command.js";
import { type Ended, packaged, runProcess } from "./program.js";

const program = packaged();

/** A project with services of these names, each of its own docs; `extra` stands before them. */
function project(names: readonly string[], extra = ""): string {
  const folder = mkdtempSync(join(tmpdir(), "restanza-side-by-side-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const services = names.map((name) => ({ source: name, out: `out/${name}`, emit: ["types"] }));
  for (const name of names)
    if (name !== "gone") cpSync(spec, join(folder, name), { recursive: true });
  const text = `${extra}\nexport default { services: ${JSON.stringify(services)} };\n`;
  writeFileSync(join(folder, "restanza.config.ts"), text);
  return folder;
}

const generate = (cwd: string, words: readonly string[], env = {}): Promise<Ended> =>
  runProcess(process.execPath, [program.cli, "generate", ...words], {
    cwd,
    env: { CI: "", ...env },
  });

const withoutTimes = (text: string): string => text.replace(/\d+\.\d s/g, "0.0 s");

test("in several processes the output, what is said and the order are the same as in one", async () => {
  const names = ["c", "a", "b"];
  const [one, two] = [project(names), project(names)];
  const alone = await generate(one, ["--jobs", "1"]);
  const together = await generate(two, ["--jobs", "2"]);
  expect({ ...together, stdout: withoutTimes(together.stdout) }).toEqual({
    ...alone,
    stdout: withoutTimes(alone.stdout),
  });
  expect(together.stdout.match(/(?<=→ out\/)\w/g)).toEqual(names);
  expect(contents(join(two, "out"))).toEqual(contents(join(one, "out")));
});

test("a service that fails hinders no other", async () => {
  const folder = project(["a", "gone", "b"]);
  const { code, stdout, stderr } = await generate(folder, ["--jobs", "2"]);
  expect(code).toBe(3);
  expect(stderr).toBe("restanza: out/gone: gone: there is no such file or folder\n");
  expect(stdout.match(/(?<=→ out\/)\w+/g)).toEqual(["a", "b"]);
});

test("a process that is killed is a plain word for the services that it was to make", async () => {
  const kill = 'if (process.send !== undefined) process.kill(process.pid, "SIGKILL");';
  const folder = project(["a", "b"], kill);
  const { code, stderr } = await generate(folder, ["--jobs", "2"]);
  expect(code).toBe(3);
  expect(stderr.split("\n").map((line) => line.slice(0, 60))).toEqual([
    "restanza: out/a: the process that made it ended (SIGKILL). I",
    "restanza: out/b: the process that made it ended (SIGKILL). I",
    "",
  ]);
});

test("--json says for programs what was made, and what was not", async () => {
  const folder = project(["a", "gone"]);
  const { code, stdout } = await generate(folder, ["--json"]);
  expect(code).toBe(3);
  const { version, services } = JSON.parse(stdout);
  expect(version).toBe(1);
  const [made, failed] = services;
  expect({ ...made, milliseconds: 0, guesses: [], findings: [] }).toEqual({
    name: "out/a",
    out: "out/a",
    title: "Compute API",
    operations: 10,
    schemas: Object.keys(documentOf(folder).components.schemas).length,
    guesses: [],
    findings: [],
    files: {
      written: ["microversion.ts", "openapi.json", "openapi.yaml", "types.ts"],
      unchanged: [],
      removed: [],
      restored: [],
      kept: [],
      strays: [],
    },
    handlers: [],
    missing: [],
    milliseconds: 0,
  });
  expect(failed).toEqual({
    name: "out/gone",
    out: "out/gone",
    error: "gone: there is no such file or folder",
    exitCode: 3,
  });
});

test("in CI a service takes one line", async () => {
  const folder = project(["a", "b"]);
  const { stdout } = await generate(folder, [], { CI: "true" });
  const lines = stdout.trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(
    /^Compute API → out\/a: 10 operations, .* 4 files \(4 written, 0 removed\)/,
  );
});

test("--jobs takes a number", async () => {
  const { code, stderr } = await generate(project(["a"]), ["--jobs", "many"]);
  expect(code).toBe(2);
  expect(stderr).toContain('--jobs takes a number of services, such as 2, not "many".');
});

function documentOf(folder: string): { components: { schemas: object } } {
  return JSON.parse(readFileSync(join(folder, "out/a/openapi.json"), "utf8"));
}
