import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { staleFiles } from "../../generator/output/check.js";
import { OutputFailure } from "../../generator/output/failure.js";
import { machine } from "../../generator/output/lock.js";
import { untouched } from "../../generator/output/untouched.js";
import { writeFiles, writeOnce } from "../../generator/output/write.js";
import { asContents, contents, emptyFolder } from "./folder.js";
import { newPlan, oldPlan } from "./plans.js";

const options = { version: "1.0.0" };

describe("writeFiles", () => {
  test("writes a plan into a folder that is not there yet, and nothing else", async () => {
    const folder = join(emptyFolder(), "a", "b");
    const written = await writeFiles(folder, oldPlan, options);
    expect(written.written).toEqual(oldPlan.map(({ path }) => path).sort());
    expect(contents(folder)).toEqual(asContents(oldPlan));
    expect(readdirSync(folder)).not.toContain(".restanza");
    expect(readFileSync(join(folder, ".restanza-manifest.json"), "utf8")).toMatchInlineSnapshot(`
      "{
        "restanza": "1.0.0",
        "files": {
          "client/images.ts": "4ced7aded9380963",
          "client/same.ts": "a6328afc76e9db71",
          "gone/gone.ts": "8b23c3fa22f265b8",
          "openapi.json": "36d44444ef509120"
        }
      }
      "
    `);
  });

  test("changes what differs, removes what it no longer owns with its folder, leaves the rest", async () => {
    const folder = emptyFolder();
    await writeFiles(folder, oldPlan, options);
    writeFileSync(join(folder, "mine.txt"), "mine");
    const before = statSync(join(folder, "client/same.ts")).mtimeMs;
    const written = await writeFiles(folder, newPlan, options);
    expect(written).toEqual({
      written: ["client/images.ts", "openapi.json", "server/new.ts"],
      unchanged: ["client/same.ts"],
      removed: ["gone/gone.ts"],
      kept: [],
      strays: [],
      restored: [],
    });
    expect(contents(folder)).toEqual({ ...asContents(newPlan), "mine.txt": "mine" });
    expect(existsSync(join(folder, "gone"))).toBe(false);
    expect(statSync(join(folder, "client/same.ts")).mtimeMs).toBe(before);
  });

  test("touches nothing at all when nothing differs", async () => {
    const folder = emptyFolder();
    await writeFiles(folder, oldPlan, options);
    const times = () =>
      ["", ".restanza-manifest.json", ...oldPlan.map(({ path }) => path)].map(
        (path) => statSync(join(folder, path)).mtimeMs,
      );
    const before = times();
    const again = await writeFiles(folder, oldPlan, options);
    expect(again.written).toEqual([]);
    expect(times()).toEqual(before);
  });

  test("refuses to overwrite a file that it did not write, unless forced", async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "client"));
    writeFileSync(join(folder, "client/images.ts"), "mine");
    await expect(writeFiles(folder, newPlan, options)).rejects.toThrow(
      /restanza did not write it.*--force/s,
    );
    expect(contents(folder)).toEqual({ "client/images.ts": "mine" });
    await writeFiles(folder, newPlan, { ...options, force: true });
    expect(contents(folder)).toEqual(asContents(newPlan));
  });

  test("adopts a file that already holds what is planned", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "openapi.json"), "{ new }\n");
    expect((await writeFiles(folder, newPlan, options)).unchanged).toContain("openapi.json");
    await writeFiles(folder, [], options);
    expect(contents(folder)).toEqual({});
  });

  test("overwrites edits of what it wrote, but does not remove an edited file", async () => {
    const folder = emptyFolder();
    await writeFiles(folder, oldPlan, options);
    writeFileSync(join(folder, "openapi.json"), "edited");
    writeFileSync(join(folder, "gone/gone.ts"), "edited");
    const written = await writeFiles(folder, newPlan, options);
    expect(written.kept).toEqual(["gone/gone.ts"]);
    expect(written.restored).toEqual(["openapi.json"]);
    expect(contents(folder)).toEqual({ ...asContents(newPlan), "gone/gone.ts": "edited" });
  });

  test("still knows its files from a manifest that a merge left with conflict marks", async () => {
    const folder = emptyFolder();
    await writeFiles(folder, oldPlan, options);
    const path = join(folder, ".restanza-manifest.json");
    const lines = readFileSync(path, "utf8").split("\n");
    lines.splice(3, 0, "<<<<<<< ours", '    "client/images.ts": "0000000000000000",', "=======");
    lines.splice(8, 0, ">>>>>>> theirs");
    writeFileSync(path, lines.join("\n"));
    await writeFiles(folder, newPlan, options);
    expect(contents(folder)).toEqual(asContents(newPlan));
  });

  test.each([
    ["../a.ts", "leaves the folder"],
    ["/a.ts", "is absolute"],
    ["a/../../b.ts", "leaves it in the middle"],
    ["a//b.ts", "has an empty part"],
    ["a\\..\\b.ts", "leaves it on Windows"],
    ["c:a.ts", "names a drive on Windows"],
    [".restanza-manifest.json", "is the manifest"],
    [".restanza/lock", "is the lock"],
  ])("refuses the path %j, which %s", async (path) => {
    const folder = join(emptyFolder(), "out");
    await expect(writeFiles(folder, [{ path, text: "" }], options)).rejects.toThrow(OutputFailure);
    expect(existsSync(folder)).toBe(false);
  });

  test("refuses two files that differ in capitals alone", async () => {
    const plan = ["A.ts", "a.ts"].map((path) => ({ path, text: path }));
    await expect(writeFiles(emptyFolder(), plan, options)).rejects.toThrow(
      /one file on some systems/,
    );
  });

  test("does not follow a link that leads out of the folder", async () => {
    const outside = emptyFolder();
    const folder = emptyFolder();
    symlinkSync(outside, join(folder, "client"));
    await expect(writeFiles(folder, newPlan, options)).rejects.toThrow(/leaves the output folder/);
    expect(contents(outside)).toEqual({});
  });

  test("does not remove a file outside that a manifest made by somebody else names", async () => {
    const parent = emptyFolder();
    const folder = join(parent, "out");
    await writeFiles(folder, oldPlan, options);
    const path = join(folder, ".restanza-manifest.json");
    writeFileSync(join(parent, "precious"), "old images\n");
    writeFileSync(path, readFileSync(path, "utf8").replace("client/images.ts", "../precious"));
    await writeFiles(folder, [], { ...options, force: true });
    expect(readFileSync(join(parent, "precious"), "utf8")).toBe("old images\n");
  });

  test("says so when a folder stands where a file is to go", async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "openapi.json"));
    await expect(writeFiles(folder, newPlan, options)).rejects.toThrow(/is a folder/);
  });

  test("says so when a file stands where a folder is to go", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "client"), "mine");
    await expect(writeFiles(folder, newPlan, options)).rejects.toThrow(OutputFailure);
    expect(contents(folder)).toEqual({ client: "mine" });
  });

  test("lets two runs at once each write its whole plan, one after the other", async () => {
    const folder = emptyFolder();
    await Promise.all([
      writeFiles(folder, oldPlan, options),
      writeFiles(folder, newPlan, options),
      writeFiles(folder, oldPlan, options),
      writeFiles(folder, newPlan, options),
    ]);
    const found = contents(folder);
    expect([asContents(oldPlan), asContents(newPlan)]).toContainEqual(found);
    expect(staleFiles(folder, found["openapi.json"] === "{ new }\n" ? newPlan : oldPlan)).toEqual(
      [],
    );
  });

  describe("a lock that somebody left", () => {
    const hour = 3600;
    const lockOf = (folder: string, pid: number, host: string, seconds: number): void => {
      mkdirSync(join(folder, ".restanza"));
      const path = join(folder, ".restanza/lock");
      writeFileSync(path, JSON.stringify({ pid, machine: host, token: "x" }));
      const then = Date.now() / 1000 - seconds;
      utimesSync(path, then, then);
    };

    test.each([
      // No process has this number: Linux gives out at most 2 ** 22.
      [2 ** 30, machine, 0, "a run that is gone"],
      [process.ppid, machine, hour, "one whose number another process has by now"],
      [process.pid, machine, 0, "one of an earlier process with our number"],
      [process.ppid, "elsewhere", hour, "one of another machine, long ago"],
      [Number.NaN, "", hour, "nobody that can be told"],
    ])("pid %d of %j, %d seconds ago, is taken over: %s", async (pid, host, seconds) => {
      const folder = emptyFolder();
      lockOf(folder, pid, host, seconds);
      await writeFiles(folder, newPlan, options);
      expect(contents(folder)).toEqual(asContents(newPlan));
    });

    test.each([
      [process.ppid, machine, "a run that lives"],
      [1, "elsewhere", "one of another machine, which cannot be asked"],
    ])("pid %d of %j, just now, is waited for, and then told of: %s", async (pid, host) => {
      const folder = emptyFolder();
      lockOf(folder, pid, host, 0);
      const now = Date.now();
      const clock = vi.spyOn(Date, "now");
      // The second look at the clock is half a minute later.
      clock.mockReturnValueOnce(now).mockImplementation(() => now + 31_000);
      try {
        await expect(writeFiles(folder, newPlan, options)).rejects.toThrow(
          /Another run is writing into .*If none is, remove .*lock and try again/,
        );
      } finally {
        clock.mockRestore();
      }
      expect(contents(folder)).toHaveProperty([".restanza/lock"]);
    });
  });

  test.each([
    ["out", "it is a file itself"],
    ["out/deeper", "a folder above it is one"],
  ])("%s cannot be written where %s, in a plain word, by check neither", async (below) => {
    const parent = emptyFolder();
    writeFileSync(join(parent, "out"), "mine");
    const folder = join(parent, below);
    const words = `${join(parent, "out")} is a file, and the output goes into a folder`;
    await expect(writeFiles(folder, newPlan, options)).rejects.toThrow(words);
    expect(() => staleFiles(folder, newPlan)).toThrow(words);
    expect(contents(parent)).toEqual({ out: "mine" });
  });

  test("line ends of Windows, as Git checks out, are no change", async () => {
    const folder = emptyFolder();
    await writeFiles(folder, oldPlan, options);
    const returned = (): void => {
      for (const path of [".restanza-manifest.json", ...oldPlan.map((file) => file.path)]) {
        const text = readFileSync(join(folder, path), "utf8");
        writeFileSync(join(folder, path), text.replaceAll("\n", "\r\n"));
      }
    };
    returned();
    expect(staleFiles(folder, oldPlan)).toEqual([]);
    expect((await writeFiles(folder, oldPlan, options)).written).toEqual([]);
    // What is ours stays ours: changed, or removed.
    const { removed, restored } = await writeFiles(folder, newPlan, options);
    expect({ removed, restored }).toEqual({ removed: ["gone/gone.ts"], restored: [] });
    expect(staleFiles(folder, newPlan)).toEqual([]);
  });

  test("modules of a newer output that an older one was restored over are told of", async () => {
    const module = (path: string) => ({
      path,
      text: `// Generated by restanza from a.inc. Edits are lost.\nexport const at = "${path}";\n`,
    });
    const older = ["types.ts", "client/a.ts"].map(module);
    const newer = [...older, module("client/b.ts"), module("server/b.ts")];
    const folder = emptyFolder();
    await writeFiles(folder, older, options);
    const manifest = readFileSync(join(folder, ".restanza-manifest.json"), "utf8");
    await writeFiles(folder, newer, options);
    writeFileSync(join(folder, ".restanza-manifest.json"), manifest);
    writeFileSync(join(folder, "client/mine.ts"), "export {};\n");

    expect(staleFiles(folder, older)).toEqual([
      { path: "client/b.ts", why: "stray" },
      { path: "server/b.ts", why: "stray" },
    ]);
    const { strays, removed } = await writeFiles(folder, older, options);
    expect({ strays, removed }).toEqual({ strays: ["client/b.ts", "server/b.ts"], removed: [] });
    expect(untouched(folder)).toBeUndefined();
    for (const path of strays) rmSync(join(folder, path));
    expect(staleFiles(folder, older)).toEqual([]);
    expect(untouched(folder)?.files).toEqual(["client/a.ts", "types.ts"]);
  });
});

describe("writeOnce", () => {
  test("writes a file that is not there, and never again", () => {
    const path = join(emptyFolder(), "src", "handlers.ts");
    expect(writeOnce(path, "first")).toBe(true);
    writeFileSync(path, "mine now");
    expect(writeOnce(path, "second")).toBe(false);
    expect(readFileSync(path, "utf8")).toBe("mine now");
    expect(readdirSync(join(path, ".."))).toEqual(["handlers.ts"]);
  });
});
