import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { depfile } from "../../generator/cli/jobs/depfile.js";
import { contents, restanza, workingFolder } from "./command.js";

const operation = (sample: string): string => `Boxes
=====

.. rest_method:: GET /boxes

Normal response codes: 200

Response
--------

.. rest_parameters:: parameters.yaml

  - boxes: boxes

.. literalinclude:: ${sample}
`;

/** Two services of one configuration, which imports a module, with an overlay and a sample that is not there. */
function project(): void {
  workingFolder();
  mkdirSync("api/docs/a box/samples", { recursive: true });
  mkdirSync("api/docs/b", { recursive: true });
  writeFileSync("api/docs/a box/index.rst", operation("samples/boxes.json"));
  writeFileSync("api/docs/a box/parameters.yaml", "boxes: {in: body, type: array}\n");
  writeFileSync("api/docs/a box/samples/boxes.json", '{"boxes": []}');
  writeFileSync("api/docs/b/index.rst", operation("gone.json"));
  writeFileSync(
    "api/mine.overlay.yaml",
    "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions: [{target: $.info, update: {summary: s}}]\n",
  );
  writeFileSync("api/emit.ts", 'export const emit = ["types"];\n');
  writeFileSync(
    "api/restanza.config.ts",
    `import { defineConfig } from "restanza";
import { emit } from "./emit.ts";
export default defineConfig({ services: [
  { name: "a", source: "docs/a box", out: "out/a", emit, overlays: ["mine.overlay.yaml"] },
  { name: "b", source: "docs/b", out: "out/b", handlers: "handlers.ts" },
] });
`,
  );
}

const config = ["--config", "api/restanza.config.ts"];

test("names what is read, looked for and written, relative to the configuration", async () => {
  project();
  const { code, stdout, stderr } = await restanza("inputs", ...config, "--json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { version, services } = JSON.parse(stdout);
  expect(version).toBe(1);
  expect(services[0]).toEqual({
    name: "a",
    inputs: [
      "docs/a box/index.rst",
      "docs/a box/parameters.yaml",
      "docs/a box/samples/boxes.json",
      "emit.ts",
      "mine.overlay.yaml",
      "restanza.config.ts",
    ],
    absent: ["docs/a box/conf.py"],
    outputs: [
      "out/a/.restanza-manifest.json",
      "out/a/openapi.json",
      "out/a/openapi.yaml",
      "out/a/types.ts",
    ],
  });
  expect(services[1].absent).toEqual([
    "docs/b/conf.py",
    "docs/b/gone.json",
    "docs/b/parameters.yaml",
    "handlers.ts",
  ]);
  expect(services[1].outputs).not.toContain("handlers.ts");
});

test("what it names is what generate reads and writes, and nothing is written by asking", async () => {
  project();
  const before = contents("api");
  const { services } = JSON.parse((await restanza("inputs", ...config, "--json")).stdout);
  expect(contents("api")).toEqual(before);
  await restanza("generate", ...config);
  const made = Object.keys(contents("api")).filter((path) => path.startsWith("out/"));
  const said: readonly string[] = services.flatMap((each: { outputs: string[] }) => each.outputs);
  expect([...said].sort()).toEqual(made);
});

test("as soon as a sample is there it is an input", async () => {
  project();
  writeFileSync("api/docs/b/gone.json", "{}");
  const { services } = JSON.parse((await restanza("inputs", ...config, "--json")).stdout);
  expect(services[1].inputs).toContain("docs/b/gone.json");
  expect(services[1].absent).not.toContain("docs/b/gone.json");
});

test.each(["inputs", "check"])(
  "%s says which service has docs that cannot be used",
  async (command) => {
    project();
    renameSync("api/docs/b", "api/docs/gone");
    const { code, stdout, stderr } = await restanza(command, ...config);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^restanza: b: /);
    expect(command === "inputs" ? stdout : "").toBe("");
  },
);

test("--name asks for one service, and people can read the list", async () => {
  project();
  const { stdout } = await restanza("inputs", ...config, "--name", "a");
  expect(stdout).toContain("a\n  reads 6 files\n    docs/a box/index.rst\n");
  expect(stdout).toContain("\n  looks for 1 file, not there\n    docs/a box/conf.py\n");
  expect(stdout).not.toContain("gone.json");
});

test("a name that no service has is wrong use", async () => {
  project();
  const { code, stderr } = await restanza("generate", ...config, "--name", "c");
  expect(code).toBe(2);
  expect(stderr).toContain('The configuration has no service "c".');
  expect(stderr).toContain("Its services are a, b.");
  const tree = await restanza("generate", "spec", "--out", "x", "--name", "a");
  expect(tree.code).toBe(2);
});

test("a configuration of another name was looked for under the names before", async () => {
  workingFolder();
  writeFileSync("restanza.config.json", '{"source":"spec","out":"out","emit":["types"]}');
  const { services } = JSON.parse((await restanza("inputs", "--json")).stdout);
  expect(services[0].inputs).toContain("restanza.config.json");
  expect(services[0].absent).toContain("restanza.config.ts");
  expect(services[0].absent).not.toContain("restanza.config.json");
});

test("--depfile: the documents, the files, and the folders in which others may appear", async () => {
  project();
  renameSync("api/docs/b", "api/docs/$b#");
  const text = readFileSync("api/restanza.config.ts", "utf8").replace("docs/b", "docs/$b#");
  writeFileSync("api/restanza.config.ts", text);
  const { code } = await restanza("generate", ...config, "--depfile", "build/api.d");
  expect(code).toBe(0);
  const made = readFileSync("build/api.d", "utf8");
  expect(made.split("\n")[0]).toBe("api/out/a/openapi.json api/out/b/openapi.json: \\");
  for (const line of [
    "  api/docs/a\\ box",
    "  api/docs/a\\ box/samples/boxes.json",
    "  api/docs/$$b\\#/index.rst",
    "  api/restanza.config.ts",
  ]) {
    expect(made.split(" \\\n").map((each) => each.trimEnd())).toContain(line);
  }
  expect(made).not.toContain("gone.json");
});

test.each([
  // path, in the depfile, why
  ["a b", "a\\ b", "a space"],
  ["a#b", "a\\#b", "begins a comment in make"],
  ["a$b", "a$$b", "begins a variable"],
  ["a\\ b", "a\\\\\\ b", "backslashes before a space are doubled"],
  ["a\\b", "a\\b", "others are not"],
])("%j is %j in a depfile (%s)", (path, said, _why) => {
  expect(depfile(["out"], [path]).text).toBe(`out: \\\n  ${said}\n`);
});

test("a path with a line break has no form in a depfile, and is told of", () => {
  expect(depfile(["out"], ["a\nb", "c"])).toEqual({ text: "out: \\\n  c\n", unsaid: ["a\nb"] });
});
