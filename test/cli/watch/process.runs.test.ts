import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { contents, workingFolder } from "../command.js";
import { packaged, runProcess } from "../program.js";

/** How often a watch is killed; `RESTANZA_KILLS=100` for a long look. */
const kills = Number(process.env["RESTANZA_KILLS"] ?? 4);

// Each test starts some processes: on a busy machine that takes its time.
vi.setConfig({ testTimeout: Math.max(240_000, kills * 20_000) });

const program = packaged();
const node = process.execPath;

/** A project that remembers what it ran, with the api-ref in `spec/`. */
function project(): string {
  const cwd = workingFolder();
  mkdirSync("node_modules");
  writeFileSync(
    "restanza.config.json",
    '{ "source": "spec", "out": "out", "emit": ["types", "client"] }',
  );
  return cwd;
}

function retitle(title: string): void {
  const text = readFileSync("spec/images.inc", "utf8");
  writeFileSync("spec/images.inc", text.replace(/^(?:Show Image Details|Look \d+)$/m, title));
}

/** A watch in a process of its own, the lines of JSON that it prints, and how it ends. */
function start(cwd: string, ...words: readonly string[]) {
  const child: ChildProcess = spawn(node, [program.cli, ...words, "--json"], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: { readonly event: string }[] = [];
  let wake: () => void = () => undefined;
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(JSON.parse(line));
      wake();
    });
  const ended = new Promise<number | null>((done) => child.on("exit", done));
  return {
    child,
    ended,
    /** The next line that tells of such an event. */
    async next(event: string): Promise<object> {
      for (;;) {
        for (let line = lines.shift(); line !== undefined; line = lines.shift())
          if (line.event === event) return line;
        await new Promise<void>((done) => (wake = done));
      }
    },
  };
}

test.each([
  // how it is started       signal                code
  [["watch"], "SIGINT" as const, 130],
  [["generate", "--watch"], "SIGTERM" as const, 143],
])("%j prints a line for each event, and %s ends it with %d", async (words, signal, code) => {
  const watch = start(project(), ...words);
  expect(await watch.next("made")).toMatchObject({ version: 1, because: [], out: "out" });
  expect(await watch.next("ready")).toEqual({
    version: 1,
    event: "ready",
    services: ["out"],
    files: expect.any(Number),
  });
  retitle("Look 1");
  expect(await watch.next("made")).toMatchObject({
    because: ["spec/images.inc"],
    findings: { appeared: [], gone: [] },
  });
  watch.child.kill(signal);
  expect(await watch.ended).toBe(code);
  expect(Object.keys(contents("out")).filter((path) => path.startsWith(".restanza/"))).toEqual([]);
});

test("killed at any moment, it leaves nothing stale that is called fresh", async () => {
  const cwd = project();
  for (let count = 0; count < kills; count += 1) {
    const watch = start(cwd, "watch");
    // Sooner or later than the first run ends, and in the midst of those that follow.
    const until = performance.now() + 300 + Math.random() * 1500;
    for (let edit = 0; performance.now() < until; edit += 1) {
      retitle(`Look ${count}${edit}`);
      await wait(20 + Math.random() * 150);
    }
    watch.child.kill("SIGKILL");
    await watch.ended;
    const check = await runProcess(node, [program.cli, "check"], { cwd });
    // The first may be killed before it has written anything.
    const left = existsSync("out") ? contents("out") : {};
    const again = await runProcess(node, [program.cli, "generate"], { cwd });
    expect([again.code, again.stderr]).toEqual([0, ""]);
    const right = contents("out");
    if (check.code === 0) expect(left).toEqual(right);
    else expect([check.code, check.stdout]).toEqual([1, expect.stringContaining("stale")]);
    await runProcess(
      node,
      [program.cli, "generate", "spec", "--out", "new", "--emit", "types,client", "--no-cache"],
      { cwd },
    );
    const { ".restanza-manifest.json": _ours, ...made } = contents("out");
    const { ".restanza-manifest.json": _other, ...fresh } = contents("new");
    expect(made).toEqual(fresh);
  }
});

test("a watch that cannot begin says so, and ends with 2", async () => {
  const cwd = workingFolder();
  const ended = await runProcess(node, [program.cli, "watch"], { cwd });
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toContain("There is no restanza.config.ts here.");
  const other = await runProcess(
    node,
    [program.cli, "generate", "spec", "--out", "x", "--watch", "--depfile", "d"],
    { cwd },
  );
  expect(other.code).toBe(2);
  expect(other.stderr).toContain("--depfile is about a single run");
});
