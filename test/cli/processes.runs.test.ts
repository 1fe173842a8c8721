import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { contents, workingFolder } from "./command.js";
import { packaged, runProcess } from "./program.js";

// Each test starts some processes: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 });

const program = packaged();
const node = process.execPath;

/** Another state of the api-ref: one operation has another title. */
function change(tree: string): void {
  const path = join(tree, "images.inc");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace("Show Image Details", "Look At One Image!"));
}

/** The outputs of both states, made once. */
let states: readonly Readonly<Record<string, string>>[] | undefined;

/** The spec as `a` and another state of it as `b`; and what each of them gives. */
async function twoStates() {
  const cwd = workingFolder();
  renameSync("spec", "a");
  cpSync("a", "b", { recursive: true });
  change("b");
  const generate = (tree: string, out: string) =>
    runProcess(node, [program.cli, "generate", tree, "--out", out, "--handlers", "h.ts"], { cwd });
  if (states === undefined) {
    await generate("a", "of-a");
    await generate("b", "of-b");
    states = [contents("of-a"), contents("of-b")];
    expect(states[0]).not.toEqual(states[1]);
  }
  return { cwd, generate, outputs: states };
}

describe("at the same time", () => {
  test("two runs into one folder leave the output of one, whole", async () => {
    const { generate, outputs } = await twoStates();
    const ended = await Promise.all([
      generate("a", "out"),
      generate("b", "out"),
      generate("a", "out"),
    ]);
    for (const { code, stderr } of ended) expect([code, stderr]).toEqual([0, ""]);
    expect(outputs).toContainEqual(contents("out"));
  });

  test("a tree that changes while it is read is refused, or read as it was or is", async () => {
    const { generate, outputs } = await twoStates();
    cpSync("a", "tree", { recursive: true });
    const seen = new Set<number | null>();
    const stop = new AbortController();
    const flipping = (async () => {
      for (let turn = 0; !stop.signal.aborted; turn += 1) {
        cpSync(join(turn % 2 === 0 ? "b" : "a", "images.inc"), "next.inc");
        renameSync("next.inc", join("tree", "images.inc"));
        await wait(turn % 8 === 7 ? 3000 : 40);
      }
    })();
    for (let run = 0; run < 6; run += 1) {
      const before = existsSync("out") ? contents("out") : undefined;
      const { code, stderr } = await generate("tree", "out");
      seen.add(code);
      if (code === 0) expect(outputs).toContainEqual(contents("out"));
      else {
        expect(stderr).toBe(
          "restanza: tree: images.inc changed while the tree was read. Run it again when nothing writes there.\n",
        );
        expect(existsSync("out") ? contents("out") : undefined).toEqual(before);
      }
    }
    stop.abort();
    await flipping;
    expect([...seen].every((code) => code === 0 || code === 3)).toBe(true);
  });
});

describe("an interrupted run", () => {
  test("is reported by check, and finished by the next generate", async () => {
    const { cwd, generate } = await twoStates();
    const check = () => runProcess(node, [program.cli, "check", "a", "--out", "of-a"], { cwd });
    await generate("a", "of-a");
    mkdirSync("of-a/.restanza");
    writeFileSync("of-a/.restanza/journal.json", '{"types.ts": ["0123456789abcdef"]}\n');
    expect(await check()).toMatchObject({
      code: 1,
      stdout:
        "of-a: a run was interrupted while it wrote\n1 file stale: run npx restanza generate a --out of-a\n",
    });
    await generate("a", "of-a");
    expect(await check()).toMatchObject({ code: 0 });
    expect(existsSync("of-a/.restanza")).toBe(false);
  });
});

const mounts =
  spawnSync("unshare", ["-rm", "sh", "-c", "mount -t tmpfs -o size=64k none /mnt"]).status === 0;
if (!mounts)
  console.log("skipped: a full and a read-only disk, since no file system can be mounted");

describe.skipIf(!mounts)("a disk of its own", () => {
  /** Runs `lines` where `disk` is a file system of two megabytes, gone afterwards. */
  const onDisk = (cwd: string, ...lines: readonly string[]) => {
    mkdirSync("disk");
    const script = ["mount -t tmpfs -o size=2m none disk", ...lines].join("\n");
    return runProcess("unshare", ["-rm", "sh", "-c", script, node, program.cli], { cwd });
  };

  test("that is full: every file stays as it was, one sentence, and the next run gets through", async () => {
    const { cwd, outputs } = await twoStates();
    const { stdout, stderr } = await onDisk(
      cwd,
      '"$0" "$1" a --out disk/out --handlers h.ts',
      "dd if=/dev/zero of=disk/filler bs=1k 2> dd.txt",
      '"$0" "$1" b --out disk/out --handlers h.ts; echo "exit $?"',
      "cp -r disk/out full; rm disk/filler",
      '"$0" "$1" b --out disk/out --handlers h.ts',
      "cp -r disk/out after",
    );
    expect(stdout).toContain("exit 3\n");
    expect(stderr).toBe(
      "restanza: disk/out could not be written: the disk is full. Every file there is as it was.\n",
    );
    expect(contents("full")).toEqual(outputs[0]);
    expect(contents("after")).toEqual(outputs[1]);
  });

  test("that is read-only", async () => {
    const { cwd, outputs } = await twoStates();
    const { stdout, stderr } = await onDisk(
      cwd,
      '"$0" "$1" a --out disk/out --handlers h.ts',
      "mount -o remount,ro disk",
      '"$0" "$1" b --out disk/out --handlers h.ts; echo "exit $?"',
      '"$0" "$1" a --out disk/out --handlers h.ts; echo "same $?"',
      '"$0" "$1" check a --out disk/out; echo "check $?"',
      "cp -r disk/out after",
    );
    expect(stdout).toMatch(/exit 3\n[^]*same 0\n[^]*check 0\n/);
    expect(stderr).toBe(
      "restanza: disk/out could not be written: the file system is read-only. Every file there is as it was.\n",
    );
    expect(contents("after")).toEqual(outputs[0]);
  });
});

describe.skipIf(!existsSync("/dev/full"))("standard output on a full disk", () => {
  test.each([["lint spec --format json"], ["--help"], ["explain"]])("%s", async (words) => {
    const cwd = workingFolder();
    const script = `"$0" "$1" ${words} > /dev/full`;
    const ended = await runProcess("sh", ["-c", script, node, program.cli], { cwd });
    expect(ended.code).toBe(3);
    expect(ended.stderr).toBe(
      "restanza: standard output could not be written: the disk is full.\n",
    );
  });
});

describe("a crash", () => {
  test.each([
    ["asked for no more", {}],
    ["with the stack", { RESTANZA_DEBUG: "1" }],
  ])("tells nothing of the machine, %s", async (_how, env) => {
    const cwd = workingFolder();
    const broken = join(program.folder, "broken");
    for (const name of ["dist", "package.json"]) {
      cpSync(join(program.folder, name), join(broken, name), { recursive: true });
    }
    const canary = "canary-of-the-environment";
    const words = [join(broken, "dist/cli.js"), join(cwd, "spec"), "--out", join(cwd, "out")];
    const ended = await runProcess(node, words, { cwd, env: { ...env, CANARY: canary } });
    rmSync(broken, { recursive: true });
    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain("internal error");
    expect(/\n +at /.test(ended.stderr)).toBe("RESTANZA_DEBUG" in env);
    for (const secret of [canary, cwd, program.folder, userInfo().homedir, `@${hostname()}`]) {
      expect(ended.stdout + ended.stderr).not.toContain(secret);
    }
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });

  test("of a configuration tells its name and no path", async () => {
    const cwd = workingFolder();
    writeFileSync("restanza.config.mjs", 'import "./nowhere.mjs";\nexport default {};\n');
    const ended = await runProcess(node, [program.cli, "generate"], { cwd });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain("restanza.config.mjs");
    expect(ended.stderr).not.toContain(cwd);
  });
});
