import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { explainIn } from "../generator/pipeline/why.js";
import { memoryTree } from "../generator/source/memory-tree.js";
import { parametersYaml } from "./infer/docs.js";
import type { questions as Questions } from "../generator/infer/questions.js";
import type { rules as Rules, without as Without } from "../generator/infer/rules.js";

const root = join(import.meta.dirname, "..");

/** The code of one how-to of CONTRIBUTING.md, by the file that it is to stand in. */
function steps(howTo: string): ReadonlyMap<string, string> {
  const page = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
  const section = page.split(/^### /m).find((each) => each.startsWith(`${howTo}\n`)) ?? "";
  const fences = section.matchAll(/^```ts (\S+)\n(.*?)^```$/gms);
  return new Map([...fences].map(([, file = "", code = ""]) => [file, code]));
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

/** A copy of the generator in which somebody followed a how-to. */
let copy = "";
beforeAll(() => {
  copy = mkdtempSync(join(root, "node_modules", ".contributing-"));
  cpSync(join(root, "generator"), join(copy, "generator"), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function write(file: string, change: (text: string) => string): void {
  const path = join(copy, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

test("who follows 'Add a vote' has a vote that decides its example, and nothing else to write", async () => {
  const [[file, record], [table, weight], [list, line]] = [...steps("Add a vote")] as [
    [string, string],
    [string, string],
    [string, string],
  ];
  const name = /export const (\w+)/.exec(record)?.[1] ?? "";
  expect(line.trim()).toBe(`${name},`);
  writeFileSync(join(copy, file), record);
  write(table, (text) => text.replace(/^\} as const;/m, `${weight}} as const;`));
  write(list, (text) => {
    const from = `./votes/${file.split("/").at(-1)?.replace(/\.ts$/, ".js")}`;
    return `import { ${name} } from "${from}";\n${text.replace(/^\];/m, `${line}];`)}`;
  });
  const program = join(copy, "program.mjs");
  await build({
    stdin: {
      contents: 'export * from "./infer/rules.js"; export * from "./infer/questions.js";',
      resolveDir: join(copy, "generator"),
    },
    outfile: program,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
  });
  const { rules, without, questions } = (await import(pathToFileURL(program).href)) as {
    rules: typeof Rules;
    without: typeof Without;
    questions: typeof Questions;
  };
  const added = rules.wrapper.at(-1);
  if (added === undefined) throw new Error("the list has no vote");
  expect(added.name).toBe("the only row that holds others");
  const { facts, gives } = added.example;
  expect(questions.wrapper.decide(rules, facts)).toBe(gives);
  expect(questions.wrapper.decide(without(rules, "wrapper", added.name), facts)).not.toBe(gives);
});
