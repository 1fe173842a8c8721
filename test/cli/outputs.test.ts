import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { contents, restanza, workingFolder } from "./command.js";

/** What stands in an output folder, folders by their names alone. */
function written(): readonly string[] {
  return readdirSync("out").filter((name) => !name.startsWith("."));
}

describe("--emit", () => {
  const document = ["openapi.json", "openapi.yaml"];
  const types = ["microversion.ts", ...document, "types.ts"];

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ["types alone", ["--emit", "types"], types],
    ["a client brings the types that it imports", ["--emit", "client"], ["client", ...types]],
    ["names with commas", ["--emit", "types,client"], ["client", ...types]],
    [
      "and repeated, in any order",
      ["-e", "server", "--emit=client"],
      ["client", "microversion.ts", ...document, "server", "types.ts"],
    ],
    ["the document alone", ["--emit", "openapi"], document],
    [
      "what openapi-typescript makes of it, by its name",
      ["--emit", "openapi-typescript"],
      ["openapi.d.ts", ...document],
    ],
    [
      "what is usual, unless it is given",
      [],
      ["client", "microversion.ts", ...document, "server", "types.ts"],
    ],
  ])("%s", async (_why, words, expected) => {
    workingFolder();
    const { code, stderr } = await restanza("generate", "spec", "--out", "out", ...words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(written()).toEqual(expected.toSorted());
    expect(missingImports()).toEqual([]);
    expect((await restanza("check", "spec", "--out", "out", ...words)).code).toBe(0);
  });

  test("without the server, nothing imports a package or a module of Node", async () => {
    workingFolder();
    const { stdout } = await restanza("generate", "spec", "--out", "out", "--emit", "client");
    const packages = Object.values(contents("out")).flatMap((text) =>
      [...text.matchAll(/^(?:import|export) .*from "([^".][^"]*)"/gm)].map(([, name]) => name),
    );
    expect(packages).toEqual([]);
    expect(stdout).not.toContain("needs");
  });

  test("wins over the configuration", async () => {
    workingFolder();
    const config = { source: "spec", out: "out", emit: ["server"] };
    writeFileSync("restanza.config.json", JSON.stringify(config));
    await restanza("generate", "--emit", "types");
    expect(written()).toEqual(types.toSorted());
  });
});

/** Relative imports of emitted modules that lead nowhere. */
function missingImports(): readonly string[] {
  return Object.entries(contents("out")).flatMap(([path, text]) =>
    [...text.matchAll(/from "(\.[^"]*)\.js"/g)]
      .map(([, name = ""]) => `${join("out", dirname(path), name)}.ts`)
      .filter((file) => !existsSync(file)),
  );
}

describe("settings of a configuration, from the command line", () => {
  test("--service is the word in names and in headers", async () => {
    workingFolder();
    await restanza("generate", "spec", "--out", "out", "--service", "pictures", "--emit", "client");
    expect(readFileSync("out/client/pictures.ts", "utf8")).toContain("createPicturesClient");
    const { "x-restanza": said } = JSON.parse(readFileSync("out/openapi.json", "utf8"));
    expect(said).toMatchObject({ service: "pictures" });
  });

  test("--faults is the form of error bodies", async () => {
    workingFolder();
    await restanza("generate", "spec", "--out", "out", "--faults", "errors");
    const { "x-restanza": said } = JSON.parse(readFileSync("out/openapi.json", "utf8"));
    expect(said.faults).toMatchObject({ 404: "FaultList" });
  });

  test.each(["out", "handlers", "service", "faults"])(
    "--%s goes with one service",
    async (name) => {
      workingFolder();
      const services = ["a", "b"].map((out) => ({ source: "spec", out }));
      writeFileSync("restanza.config.json", JSON.stringify({ services }));
      const value = name === "faults" ? "named" : "x";
      expect(await restanza("generate", `--${name}`, value)).toEqual({
        code: 2,
        stdout: "",
        stderr:
          `restanza: --${name} goes with one service, and the configuration has several.\n` +
          "Try npx restanza generate --help.\n",
      });
    },
  );
});

describe("--quiet", () => {
  test("says nothing of what was done, and all that goes wrong", async () => {
    workingFolder();
    const words = ["spec", "--out", "out", "--quiet"];
    expect(await restanza("generate", ...words)).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await restanza("check", ...words)).toEqual({ code: 0, stdout: "", stderr: "" });
    writeFileSync("out/types.ts", "mine");
    expect(await restanza("check", ...words)).toEqual({ code: 1, stdout: "", stderr: "" });
    const nowhere = await restanza("generate", "nowhere", "--out", "out", "-q");
    expect(nowhere.code).toBe(3);
    expect(nowhere.stderr).toContain("nowhere");
  });
});

describe("on a terminal", () => {
  afterEach(() => vi.unstubAllEnvs());

  test("each stage is shown as it begins, and taken back", async () => {
    workingFolder();
    vi.stubEnv("CI", "");
    const before = Object.getOwnPropertyDescriptor(process.stderr, "isTTY");
    Object.defineProperty(process.stderr, "isTTY", { value: true, configurable: true });
    try {
      const services = ["a", "b"].map((out) => ({ source: "spec", out, emit: ["types"] }));
      writeFileSync("restanza.config.json", JSON.stringify({ services }));
      const { stderr } = await restanza("generate");
      const shown = stderr.split("\r\u001b[K").filter((words) => words !== "");
      expect(shown).toEqual(
        ["a (1 of 2)", "b (2 of 2)"].flatMap((name) =>
          ["reading, 1", "inferring, 2", "openapi, 3", "types, 4", "writing, 5"].map(
            (stage) => `${name}: ${stage} of 5…`,
          ),
        ),
      );
      expect(stderr.endsWith("\r\u001b[K")).toBe(true);
    } finally {
      Object.defineProperty(
        process.stderr,
        "isTTY",
        before ?? { value: false, configurable: true },
      );
    }
  });
});

test.each([
  [
    "package.json",
    '{ "packageManager": "pnpm@9.1.0" }',
    "pnpm add fastify@5 @types/node",
    "its manager",
  ],
  ["yarn.lock", "", "yarn add fastify@5 @types/node", "its lock file"],
  ["bun.lock", "", "bun add fastify@5 @types/node", "its lock file"],
])(
  "what the server needs is added by the manager of the project: %s %s",
  async (file, text, typed) => {
    workingFolder();
    mkdirSync("project");
    writeFileSync(`project/${file}`, text);
    for (const run of ["first", "second, with nothing to do"]) {
      const { stdout } = await restanza("generate", "spec", "--out", "project/out");
      expect(stdout, run).toContain(`  server/ needs beside it: ${typed}\n`);
    }
  },
);
