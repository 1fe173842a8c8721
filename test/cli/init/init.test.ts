import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contents, restanza, workingFolder } from "../command.js";

const manifest = '{\n\t"name": "app",\n\t"files": [ "a", "b" ]\n}\n';
const stanza = "Boxes\n=====\n\n.. rest_method:: GET /boxes\n\nNormal response codes: 200\n";

/** A project with package.json and these other files, beside the api-ref in `spec/`. */
function project(files: Readonly<Record<string, string>> = {}): string {
  const folder = workingFolder();
  for (const [path, text] of Object.entries({ "package.json": manifest, ...files })) {
    const cut = path.lastIndexOf("/");
    if (cut > 0) mkdirSync(path.slice(0, cut), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

const read = (path: string): string => readFileSync(path, "utf8");

test("one api-ref: a short configuration, scripts, and what to ignore", async () => {
  project();
  const { code, stdout, stderr } = await restanza("init");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatchInlineSnapshot(`
    "Found   spec, npm
    Written restanza.config.ts: what is made of which docs
    Written package.json: scripts generate:api, check:api
    Written .gitattributes: the output is generated
    Written .gitignore: what an interrupted run leaves
    Next    npm i -D path/to/restanza-0.1.0.tgz   (restanza is on no registry yet)
            npm run generate:api
    Note    The output is ES modules, and package.json does not say "type": "module": npm pkg set type=module, unless a bundler takes it
    "
  `);
  expect(read("restanza.config.ts")).toMatchInlineSnapshot(`
    "import { defineConfig } from "restanza";

    export default defineConfig({
      source: "spec",
      out: "generated",
      emit: ["types", "client"],
    });
    "
  `);
  expect(read("package.json")).toBe(
    '{\n\t"name": "app",\n\t"files": [ "a", "b" ],\n\t"scripts": {\n\t\t"generate:api": "restanza generate",\n\t\t"check:api": "restanza check"\n\t}\n}\n',
  );
  expect(read(".gitattributes")).toBe("generated/** linguist-generated=true\n");
  expect(read(".gitignore")).toBe("node_modules/\n.restanza/\n");
});

test("what it wrote works, and a second run changes nothing", async () => {
  const folder = project();
  await restanza("init");
  expect((await restanza("generate", "--quiet")).code).toBe(0);
  expect((await restanza("check")).code).toBe(0);
  const before = contents(folder);
  const { code, stdout } = await restanza("init");
  expect(code).toBe(0);
  expect(stdout).toContain("Nothing to do: everything is there.");
  expect(contents(folder)).toEqual(before);
});

test("several api-refs: all with --yes, those that are named, or a plain word", async () => {
  const files = {
    "docs/a/api-ref/source/index.rst": stanza,
    "docs/b/api-ref/source/x.inc": stanza,
  };
  project(files);
  const unclear = await restanza("init");
  expect(unclear.code).toBe(2);
  expect(unclear.stderr).toContain("Several API references were found");
  expect(unclear.stderr).toContain("\n  docs/b/api-ref/source\n");
  expect(read("package.json")).toBe(manifest);

  await restanza("init", "--yes");
  expect(read("restanza.config.ts").split("\n").slice(2)).toEqual([
    "export default defineConfig({",
    "  services: [",
    '    { source: "docs/a/api-ref/source", out: "generated/a", emit: ["types", "client"] },',
    '    { source: "docs/b/api-ref/source", out: "generated/b", emit: ["types", "client"] },',
    '    { source: "spec", out: "generated/spec", emit: ["types", "client"] },',
    "  ],",
    "});",
    "",
  ]);

  project(files);
  await restanza("init", "docs/b");
  expect(read("restanza.config.ts")).toContain('source: "docs/b",');
});

test("two services of one name have two output folders", async () => {
  project({ "x/box/index.rst": stanza, "y/box/index.rst": stanza });
  await restanza("init", "x/box", "y/box");
  expect(read("restanza.config.ts")).toMatch(/"generated\/x-box".*\n.*"generated\/y-box"/);
});

test.each([
  // files, words in the configuration, why
  [
    { "package.json": '{"dependencies":{"fastify":"5"}}' },
    'out: "generated",\n});',
    "Fastify: the server, too",
  ],
  [{ "src/main.ts": "" }, 'out: "src/generated"', "sources have a folder of their own"],
])("%j: %s (%s)", async (files, words, _why) => {
  project(files);
  await restanza("init");
  expect(read("restanza.config.ts")).toContain(words);
});

test.each([
  ["pnpm-lock.yaml", "", "pnpm run generate:api"],
  ["yarn.lock", "", "yarn run generate:api"],
  ["bun.lock", "", "bun run generate:api"],
  ["package.json", '{"packageManager":"pnpm@9.0.0"}', "pnpm run generate:api"],
])("the words of the package manager, by %s %s", async (file, text, words) => {
  project({ [file]: text });
  expect((await restanza("init")).stdout).toContain(words);
});

test("nothing that is there is overwritten", async () => {
  const config = '{ "source": "spec", "out": "here" }';
  project({
    "package.json": '{"scripts":{"check:api":"mine","api":"restanza generate --quiet"}}\r\n',
    "restanza.config.json": config,
    ".gitignore": "dist\r\n/.restanza",
    ".prettierignore": "dist",
  });
  const { stdout } = await restanza("init");
  expect(stdout).toContain("Found   restanza.config.json, npm\n");
  expect(stdout).toContain("Left    package.json has another script check:api: it stays");
  expect(stdout).toContain("npm run api\n");
  expect(read("package.json")).toContain('"check:api":"mine"');
  expect(read("restanza.config.json")).toBe(config);
  expect(read(".gitignore")).toBe("dist\r\n/.restanza");
  expect(read(".prettierignore")).toBe("dist\n/here/\n");
  const named = await restanza("init", "spec");
  expect(named.code).toBe(2);
  expect(named.stderr).toContain(
    'restanza.config.json is there already: add "spec" to it yourself.',
  );
});

test.each([
  // what is wrong, files, command line, what is said
  ["no JSON", { "package.json": '{\n"a":' }, ["init"], /package\.json:2:5: it is not JSON/],
  ["no object", { "package.json": "[]" }, ["init"], /package\.json holds no object/],
  ["scripts", { "package.json": '{"scripts":[]}' }, ["init"], /scripts is not an object/],
  ["no such tree", {}, ["init", "nowhere"], /nowhere: there is no such file or folder/],
  [
    "docs without an operation",
    { "api-ref/source/index.rst": "Hello\n=====\n" },
    ["init", "api-ref"],
    /api-ref: no operation was found there/,
  ],
  ["no docs", { "empty/a.txt": "" }, ["init", "empty"], /empty: no \.rst or \.inc file was found/],
])("%s: said plainly, and nothing is written", async (_why, files, words, said) => {
  const folder = project(files);
  const before = contents(folder);
  const { code, stderr } = await restanza(...words);
  expect(code).toBe(2);
  expect(stderr).toMatch(said);
  expect(contents(folder)).toEqual(before);
});

test("no package.json, and no api-ref, are said plainly", async () => {
  const folder = workingFolder();
  expect((await restanza("init")).stderr).toContain("There is no package.json in this folder.");
  mkdirSync("sub");
  process.chdir("sub");
  writeFileSync("package.json", "{}");
  const { code, stderr } = await restanza("init", "--yes");
  process.chdir(folder);
  expect(code).toBe(2);
  expect(stderr).toContain("No API reference was found below this folder");
});

test("a folder that is read-only: nothing is written", async () => {
  const folder = project();
  chmodSync(folder, 0o555);
  const { code, stderr } = await asAnybody(() => restanza("init"));
  chmodSync(folder, 0o755);
  expect(code).toBe(3);
  expect(stderr).toMatch(/config\.ts could not be written: permission was denied\. Nothing was/);
});

/** Runs `work` without the rights of an administrator, who may write everywhere. */
async function asAnybody<T>(work: () => Promise<T>): Promise<T> {
  const user = process.geteuid?.();
  if (user !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(user);
  }
}

test("where a later file cannot be written, what was written is said", async () => {
  project({ ".gitattributes/in": "a folder" });
  const { code, stderr } = await restanza("init");
  expect(code).toBe(3);
  expect(stderr).toContain(".gitattributes could not be read: there is a folder of that name.");
});

test.each([
  // package.json, lock file, why, what is said
  [
    "{}",
    "package-lock.json",
    "CommonJS, as TypeScript takes it",
    ": npm pkg set type=module, unless",
  ],
  ["{}", "pnpm-lock.yaml", "pnpm has the word", ": pnpm pkg set type=module, unless"],
  ["{}", "yarn.lock", "Yarn has none", ": npm pkg set type=module, unless"],
  ["{}", "bun.lock", "Bun has another", ": bun pm pkg set type=module, unless"],
])("%s and %s (%s): how to make it ES modules is said", async (manifest, lock, _why, said) => {
  project({ "package.json": manifest, [lock]: "" });
  expect((await restanza("init")).stdout).toContain(said);
  expect(JSON.parse(read("package.json"))).not.toHaveProperty("type");
});

test.each([
  ['{"type":"module"}', "it is so already"],
  ['{"dependencies":{"next":"15"}}', "a bundler takes it"],
])("%s: nothing is said of modules, since %s", async (manifest) => {
  project({ "package.json": manifest });
  expect((await restanza("init")).stdout).not.toContain("type=module");
});
