import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { explainIn } from "../generator/pipeline/why.js";
import { memoryTree } from "../generator/source/memory-tree.js";
import { parametersYaml } from "./infer/docs.js";
import type { questions as Questions } from "../generator/infer/questions.js";
import type { Rule } from "../generator/diagnostics/diagnostic.js";
import type { emit as Emit, understand as Understand } from "../generator/pipeline/generate.js";
import type { emitters as Emitters } from "../generator/pipeline/emitters.js";
import type { readModel as ReadModel } from "../generator/openapi/read/read-model.js";
import type { rules as Rules, without as Without } from "../generator/infer/rules.js";

const root = join(import.meta.dirname, "..");

/** The code of one how-to of CONTRIBUTING.md, by the file that it is to stand in. */
function steps(howTo: string): ReadonlyMap<string, string> {
  const page = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
  const section = page.split(/^### /m).find((each) => each.startsWith(`${howTo}\n`)) ?? "";
  const fences = section.matchAll(/^```\w+ (\S+(?: \w+)?)\n(.*?)^```$/gms);
  return new Map([...fences].map(([, file = "", code = ""]) => [file, code]));
}

/** The steps of a how-to as pairs, which fail by name where the page has another number of them. */
function stepsOf(howTo: string, count: number): readonly (readonly [string, string])[] {
  const all = [...steps(howTo)];
  if (all.length !== count) throw new Error(`"${howTo}" has ${all.length} steps of ${count}`);
  return all;
}

test("the body of docs/inference.md is found as the page says", () => {
  const page = readFileSync(join(root, "docs", "inference.md"), "utf8");
  const fence = (language: string) =>
    new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "ms").exec(page)?.[1] ?? "";
  const tree = memoryTree({
    "boxes.inc": `Boxes\n=====\n\n${fence("rst")}`,
    "samples/box-show-resp.json": fence("json"),
    "parameters.yaml": parametersYaml({
      box: "object",
      box_name: "string",
      shelf: "string",
      labels: "object",
      lid: "object",
      lid_id: "integer",
    }),
  });
  const at = (place: string) => explainIn(tree, {}, "showBox", `/response/box${place}`);
  expect(at("/labels/*").is).toBe("string, never null");
  expect(at("/lid/id").docs.map(({ words }) => words)).toContain("id");
  expect(at("/id").docs.map(({ kind }) => kind)).toEqual(["sample"]);
  expect(at("/shelf").decisions.flatMap(({ rules }) => rules.map(({ rule }) => rule))).toContain(
    "a sample shows it",
  );
});

/** A copy of the generator in which somebody followed every how-to. */
let copy = "";
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "restanza-contributing-"));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  for (const part of ["generator", "templates", "package.json", "tsconfig.json", ".oxlintrc.json"])
    cpSync(join(root, part), join(copy, part), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function write(file: string, change: (text: string) => string): void {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  const changed = change(text);
  if (changed === text) throw new Error(`${file} has no place for what the how-to adds`);
  writeFileSync(path, changed);
}

function add(file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
}

/** The modules that `contents` exports, of the copy, as one program. */
async function programOf<Exports>(name: string, contents: string): Promise<Exports> {
  const outfile = join(copy, "dist", `${name}.mjs`);
  await build({
    stdin: { contents, resolveDir: join(copy, "generator") },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
  });
  return (await import(pathToFileURL(outfile).href)) as Exports;
}

test("who follows 'Add a vote' has a vote that decides its example, and nothing else to write", async () => {
  const [[file, record], [table, weight], [list, line]] = stepsOf("Add a vote", 3) as [
    [string, string],
    [string, string],
    [string, string],
  ];
  const name = /export const (\w+)/.exec(record)?.[1] ?? "";
  expect(line.trim()).toBe(`${name},`);
  add(file, record);
  write(table, (text) => text.replace(/^\} as const;/m, `${weight}} as const;`));
  write(list, (text) => {
    const from = `./votes/${file.split("/").at(-1)?.replace(/\.ts$/, ".js")}`;
    return `import { ${name} } from "${from}";\n${text.replace(/^\];/m, `${line}];`)}`;
  });
  const { rules, without, questions } = await programOf<{
    rules: typeof Rules;
    without: typeof Without;
    questions: typeof Questions;
  }>("vote", 'export * from "./infer/rules.js"; export * from "./infer/questions.js";');
  const added = rules.wrapper.at(-1);
  if (added === undefined) throw new Error("the list has no vote");
  expect(added.name).toBe("the only row that holds others");
  const { facts, gives } = added.example;
  expect(questions.wrapper.decide(rules, facts)).toBe(gives);
  expect(questions.wrapper.decide(without(rules, "wrapper", added.name), facts)).not.toBe(gives);
});

test("who follows 'Add a diagnostic' has one that finds its bad example, and not its good one", async () => {
  const [record, entry, check, call] = stepsOf("Add a diagnostic", 4) as [
    [string, string],
    [string, string],
    [string, string],
    [string, string],
  ];
  for (const [file, text] of [record, check]) add(file, text);
  write(entry[0], (text) => {
    const imported = 'import { wordlessOperation } from "./rules/wordless-operation.js";\n';
    return imported + text.replace("  wrapperContradictsSample,\n", (next) => entry[1] + next);
  });
  write(call[0], (text) => {
    const imported = 'import { wordlessOperations } from "./checks/wordless-operations.js";\n';
    return imported + text.replace("    ...undecodable(", (last) => call[1] + last);
  });
  const { wordlessOperation, understand } = await programOf<{
    wordlessOperation: Rule<{ title: string }> & { bad: string; good: string };
    understand: typeof Understand;
  }>(
    "diagnostic",
    'export * from "./diagnostics/rules/wordless-operation.js"; export * from "./pipeline/generate.js";',
  );
  const codesOf = (example: string) =>
    understand(memoryTree({ "example.inc": example.replace(/[⟦⟧]/g, "") }), {}).diagnostics.map(
      ({ code, span }) => [code, span?.start, span?.end],
    );
  expect(codesOf(wordlessOperation.bad)).toContainEqual(["wordless-operation", 0, 8]);
  expect(codesOf(wordlessOperation.good)).toEqual([]);
});

test("who follows 'Add an emitter' has its output", async () => {
  const [emitter, template, name, needs, line] = stepsOf("Add an emitter", 5) as [
    [string, string],
    [string, string],
    [string, string],
    [string, string],
    [string, string],
  ];
  for (const [file, text] of [emitter, template]) add(file, text);
  const config = "generator/config/config.ts";
  expect([name[0], needs[0]]).toEqual([`${config} outputs`, `${config} neededOutputs`]);
  write(config, (text) =>
    text
      .replace(/(?<=^export const outputs = \[)/m, `${name[1].trim()} `)
      .replace(/(?<=^export const neededOutputs: .*\n)/m, needs[1]),
  );
  write(line[0], (text) => text.replace(/(?<=^export const emitters: .*\n)/m, line[1]));
  const { understand, emit, emitters, readModel } = await programOf<{
    understand: typeof Understand;
    emit: typeof Emit;
    emitters: typeof Emitters;
    readModel: typeof ReadModel;
  }>(
    "emitter",
    `export * from "./pipeline/generate.js"; export * from "./pipeline/emitters.js";
     export * from "./openapi/read/read-model.js";`,
  );
  const source = "Boxes\n=====\n\nShow Box\n--------\n\n.. rest_method:: GET /boxes/{id}\n";
  const { document } = understand(memoryTree({ "boxes.inc": source }), {}).value;
  const files = await emit(readModel(document), { emit: ["routes" as "types"] });
  expect(Object.keys(emitters)[0]).toBe("routes");
  expect(files.map(({ path }) => path)).toEqual(["routes/index.ts"]);
  expect(files[0]?.text).toMatch(
    /^\/\/ Generated [^]*\nexport const routes = \{\n {2}showBox: "GET \/boxes\/\{id\}",\n\} as const;\n$/,
  );
});

test("what the how-tos add compiles, and keeps the rules of the house", () => {
  const run = (program: string, ...more: readonly string[]) =>
    execFileSync(process.execPath, [join(root, "node_modules", program), ...more], {
      cwd: copy,
      encoding: "utf8",
    });
  expect(run("typescript-7/bin/tsc", "-p", ".")).toBe("");
  expect(run("oxlint/bin/oxlint", "--format=unix", "generator")).toMatch(
    /^\s*(?:0 problems.*)?\s*$/,
  );
});
