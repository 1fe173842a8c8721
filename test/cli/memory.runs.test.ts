import { createHash } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { spec } from "./command.js";
import { packaged, runProcess } from "./program.js";

const program = packaged();
let project = "";

/** Made once: nothing that is remembered depends on where the project lies. */
let original = "";

/** A project with a copy of the api-ref, of which everything was generated once. */
beforeAll(async () => {
  original = mkdtempSync(join(tmpdir(), "restanza-project-"));
  project = original;
  mkdirSync(join(project, "node_modules"));
  cpSync(spec, join(project, "spec"), { recursive: true });
  configure({});
  await generate();
});
afterAll(() => rmSync(original, { recursive: true, force: true }));

/** A copy of it, gone after the test. */
beforeEach(() => {
  const copy = mkdtempSync(join(tmpdir(), "restanza-project-"));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(original, copy, { recursive: true });
  project = copy;
});

function configure(more: object): void {
  const config = { source: "spec", out: "out", emit: ["types"], ...more };
  writeFileSync(join(project, "restanza.config.json"), JSON.stringify(config));
}

async function generate(...words: readonly string[]): Promise<string> {
  const all = [program.cli, "generate", ...words];
  const { code, stdout, stderr } = await runProcess(process.execPath, all, { cwd: project });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout.replace(/[\d.]+ s\n$/, "");
}

function cache(): string {
  return join(project, "node_modules", ".cache", "restanza");
}

/** The files that say what runs made, those that say what command lines mean aside. */
function memories(): readonly string[] {
  return readdirSync(cache()).filter((name) => name.includes("-run-"));
}

/** Puts words into every memory, by which a run gives away that it does but remember. */
function mark(): void {
  for (const name of memories()) {
    const text = readFileSync(join(cache(), name), "utf8");
    const memory = JSON.parse(text.slice(text.indexOf("\n") + 1));
    const marked = JSON.stringify({ ...memory, told: { ...memory.told, title: "Remembered" } });
    const seal = createHash("sha256").update(`${name}\0${marked}`).digest("hex");
    writeFileSync(join(cache(), name), `${seal}\n${marked}`);
  }
}

function times(): readonly (readonly [string, bigint])[] {
  return readdirSync(join(project, "out"), { recursive: true, encoding: "utf8" })
    .sort()
    .map((path) => [path, statSync(join(project, "out", path), { bigint: true }).mtimeNs]);
}

test("with nothing changed, a run remembers what the last one said, and writes nothing", async () => {
  const second = await generate();
  const before = times();
  mark();

  const third = await generate();

  expect(third).toContain("0 written");
  expect(third).toContain("Remembered");
  expect(third.split("\n").slice(1)).toEqual(second.split("\n").slice(1));
  expect(times()).toEqual(before);
});

test("no memory names the folder that the project lies in", () => {
  for (const name of readdirSync(cache())) {
    expect(readFileSync(join(cache(), name), "utf8")).not.toContain(project);
  }
});

const at = (...parts: readonly string[]) => join(project, ...parts);

test.each<readonly [string, () => void]>([
  ["a source has other words", () => appendFileSync(at("spec", "images.inc"), "\n.. a comment\n")],
  ["a sample is gone", () => rmSync(at("spec", "samples"), { recursive: true })],
  ["a document is new", () => writeFileSync(at("spec", "more.rst"), "More\n====\n")],
  ["an output was edited", () => appendFileSync(at("out", "types.ts"), "// mine\n")],
  ["an output is gone", () => unlinkSync(at("out", "openapi.json"))],
  ["a run was interrupted", () => mkdirSync(at("out", ".restanza"))],
  ["a setting is another", () => configure({ service: "pictures" })],
  ["the memory was edited", () => appendFileSync(join(cache(), memories()[0] ?? ""), " ")],
])("works anew when %s", async (_why, change) => {
  mark();
  change();
  expect(await generate()).not.toContain("Remembered");
});

test("works anew when told to, and where there is no project", async () => {
  mark();
  expect(await generate("--force")).not.toContain("Remembered");
  mark();
  expect(await generate("--no-cache")).not.toContain("Remembered");
  expect(await generate()).toContain("Remembered");
  rmSync(at("node_modules"), { recursive: true });
  expect(await generate()).not.toContain("Remembered");
});

test("what functions of the configuration do is never taken for known", async () => {
  rmSync(join(project, "restanza.config.json"));
  writeFileSync(
    join(project, "restanza.config.mjs"),
    `import { readFileSync } from "node:fs";
export default { source: "spec", out: "out", emit: ["types"], emitters: [
  { name: "mine", plan: async () => [{ path: "mine.txt", text: readFileSync("mine.txt", "utf8") }] },
] };
`,
  );
  for (const text of ["one", "two"]) {
    writeFileSync(join(project, "mine.txt"), text);
    await generate();
    expect(readFileSync(join(project, "out/mine.txt"), "utf8")).toBe(text);
  }
});
