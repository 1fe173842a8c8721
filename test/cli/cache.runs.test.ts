import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { contents, spec } from "./command.js";
import { packaged, runProcess } from "./program.js";

const program = packaged();
const node = process.execPath;

/** `RESTANZA_KILLS=100 npm run test:runs -- test/cli/cache` kills as many runs. */
const kills = Number(process.env["RESTANZA_KILLS"] ?? 4);

/** A project that was generated twice, and what comes of its docs, before and after an edit. */
let original = "";
let project = "";
let before: Record<string, string> = {};
let after: Record<string, string> = {};

beforeAll(async () => {
  original = mkdtempSync(join(tmpdir(), "restanza-cache-"));
  project = original;
  mkdirSync(join(project, "node_modules"));
  cpSync(spec, join(project, "spec"), { recursive: true });
  const config = { source: "spec", out: "out", emit: ["types", "client"] };
  writeFileSync(join(project, "restanza.config.json"), JSON.stringify(config));
  await generate();
  before = contents(join(project, "out"));
  const text = readFileSync(join(project, "spec/images.inc"), "utf8");
  edit();
  await generate("--no-cache", "--out", "other");
  after = contents(join(project, "other"));
  rmSync(join(project, "other"), { recursive: true });
  writeFileSync(join(project, "spec/images.inc"), text);
  expect(after).not.toEqual(before);
});
afterAll(() => rmSync(original, { recursive: true, force: true }));

beforeEach(() => {
  const copy = mkdtempSync(join(tmpdir(), "restanza-cache-"));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(original, copy, { recursive: true, preserveTimestamps: true });
  project = copy;
});

const at = (...parts: readonly string[]) => join(project, ...parts);
const cache = () => at("node_modules", ".cache", "restanza");

/** Puts other words of the same length into the docs. */
function edit(): void {
  const path = at("spec", "images.inc");
  const text = readFileSync(path, "utf8");
  const edited = text.replace("images", "pixels");
  expect(edited).not.toBe(text);
  writeFileSync(path, edited);
}

async function generate(...words: readonly string[]): Promise<string> {
  const all = [program.cli, "generate", ...words];
  const { code, stdout, stderr } = await runProcess(node, all, { cwd: project });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

/** The manifest names the version, and flags that a run was given; all else is the output. */
const output = () => contents(at("out"));

function cached(kind: string): string {
  const name = readdirSync(cache()).find((each) => each.includes(`-${kind}-`));
  expect(name).toBeDefined();
  return join(cache(), name ?? "");
}

/** Changes the bytes of a file of the cache. */
function change(kind: string, to: (bytes: Buffer) => Buffer): void {
  const path = cached(kind);
  writeFileSync(path, to(readFileSync(path)));
}

/** What may happen to a file of the cache. */
const damages: readonly (readonly [string, (kind: string) => void])[] = [
  ["is cut", (kind) => change(kind, (bytes) => bytes.subarray(0, bytes.length / 2))],
  ["is empty", (kind) => change(kind, () => Buffer.alloc(0))],
  [
    "has another byte",
    (kind) =>
      change(kind, (bytes) => {
        const at = Math.floor(bytes.length * 0.7);
        bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
        return bytes;
      }),
  ],
  ["is longer", (kind) => appendFileSync(cached(kind), "more")],
  ["is gone", (kind) => rmSync(cached(kind))],
  ["is somebody else's", (kind) => writeFileSync(cached(kind), "not of restanza\n")],
  [
    "is another of the same kind",
    (kind) => {
      // Sealed, whole, and of this very program: but of another project.
      const foreign = join(project, "foreign");
      cpSync(original, foreign, { recursive: true });
      writeFileSync(join(foreign, "restanza.config.json"), '{"source":"spec","out":"elsewhere"}');
      spawnSync(node, [program.cli], { cwd: foreign });
      const folder = join(foreign, "node_modules", ".cache", "restanza");
      const own = cached(kind);
      const names = readdirSync(folder).filter((each) => each.includes(`-${kind}-`));
      const other = names.find((each) => !own.endsWith(each));
      if (other !== undefined) copyFileSync(join(folder, other), own);
    },
  ],
];

describe.each(["command", "run", "stages"])("a file of the cache, of the kind %s, that", (kind) => {
  test.each(damages)("%s changes nothing of the output", async (_what, damage) => {
    damage(kind);
    // Nothing that is known of the stages is needed where nothing changed, and the other way round.
    if (kind === "stages") edit();
    await generate();
    expect(output()).toEqual(kind === "stages" ? after : before);
  });
});

test("an edit that leaves size and time as they were is seen", async () => {
  const path = at("spec", "images.inc");
  const { atime, mtime } = statSync(path);
  edit();
  utimesSync(path, atime, mtime);
  await generate();
  expect(output()).toEqual(after);
});

test("a clock that was set back makes nothing old of what is new", async () => {
  const future = new Date(Date.now() + 1000 * 24 * 60 * 60 * 1000);
  for (const name of readdirSync(cache())) utimesSync(join(cache(), name), future, future);
  edit();
  utimesSync(at("spec", "images.inc"), new Date(0), new Date(0));
  await generate();
  expect(output()).toEqual(after);
});

test("another build of the program takes nothing from the cache, and the first finds its own again", async () => {
  const other = mkdtempSync(join(tmpdir(), "restanza-other-"));
  onTestFinished(() => rmSync(other, { recursive: true, force: true }));
  cpSync(program.folder, other, { recursive: true, verbatimSymlinks: true });
  const types = join(other, "templates", "types", "runtime", "microversion.ts");
  appendFileSync(types, "// another\n");
  const cli = join(other, "dist", "cli.js");
  await runProcess(node, [cli, "generate"], { cwd: project });
  expect(readFileSync(at("out", "microversion.ts"), "utf8")).toContain("// another");
  await generate();
  expect(output()).toEqual(before);
});

test("two processes on one cache leave the output of the docs", async () => {
  edit();
  const runs = ["out", "second"].map((out) =>
    runProcess(node, [program.cli, "generate", "--out", out], { cwd: project }),
  );
  const codes = (await Promise.all(runs)).map(({ code }) => code);
  expect(codes).toEqual([0, 0]);
  expect(output()).toEqual(after);
  expect(contents(at("second"))).toEqual(after);
});

test("where the cache cannot be written, runs do without it, and say nothing", async () => {
  rmSync(at("node_modules", ".cache"), { recursive: true });
  writeFileSync(at("node_modules", ".cache"), "a file where the folder would be");
  edit();
  await generate();
  expect(output()).toEqual(after);
});

test("what the variable of the environment turns off is neither read nor written", async () => {
  const names = readdirSync(cache());
  edit();
  const env = { RESTANZA_CACHE: "0" };
  const ended = await runProcess(node, [program.cli], { cwd: project, env });
  expect(ended.code).toBe(0);
  expect(output()).toEqual(after);
  expect(readdirSync(cache())).toEqual(names);
});

const mounts = spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;

test.skipIf(!mounts)("a disk that is full keeps no cache, and the output is right", async () => {
  rmSync(cache(), { recursive: true });
  mkdirSync(cache());
  edit();
  const script = [
    `mount -t tmpfs -o size=16k none node_modules/.cache/restanza`,
    '"$0" "$1" generate || exit 9',
    "ls node_modules/.cache/restanza > left.txt",
  ].join("\n");
  const ended = await runProcess("unshare", ["-rm", "sh", "-c", script, node, program.cli], {
    cwd: project,
  });
  expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
  expect(output()).toEqual(after);
  expect(readFileSync(at("left.txt"), "utf8")).not.toMatch(/stages|\.part/);
});

test(
  "a run that is killed at any moment leaves nothing that is taken for fresh",
  async () => {
    // A generator with a seed: the same moments each time.
    let random = 22;
    for (let count = 0; count < kills; count += 1) {
      random = (random * 1103515245 + 12345) % 2147483648;
      edit();
      await killed((random / 2147483648) * 1500);
      await generate();
      expect(output()).toEqual(after);
      cpSync(join(original, "spec"), at("spec"), { recursive: true });
      await killed(((random / 7) % 1) * 1500);
      await generate();
      expect(output()).toEqual(before);
    }
  },
  30_000 + kills * 15_000,
);

function killed(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const child = spawn(node, [program.cli, "generate"], { cwd: project, stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    child.on("exit", () => {
      clearTimeout(timer);
      done();
    });
  });
}
