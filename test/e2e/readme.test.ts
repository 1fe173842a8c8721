import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settings } from "../emit/client/compile.js";
import { compileNatively } from "../emit/native-compiler.js";

/*
 * The programs of the README, against the committed output: what is written there is true.
 */

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

const generated = readdirSync(new URL("generated/", root), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path): [string, string] => [`generated/${path}`, read(`generated/${path}`)]);

const programs = [...read("README.md").matchAll(/^```ts\n([^]*?)^```$/gm)]
  .map(([, text = ""]) => text)
  .filter((text) => text.includes('from "./generated/'));

test("the programs of the README compile under the strictest flags", () => {
  expect(programs).toHaveLength(4);
  const files = programs.map((text, index): [string, string] => [`readme-${index}.ts`, text]);
  // Flags that only declarations for others would need.
  const { isolatedDeclarations: _, declaration: __, ...options } = settings.node;
  expect(compileNatively(new Map([...generated, ...files]), options)).toEqual([]);
});
