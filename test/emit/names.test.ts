import { describe, expect, test } from "vitest";
import type { OpenApiDocument, OperationObject } from "../../generator/openapi/document.js";
import type { OutputName } from "../../generator/config/config.js";
import { readModel } from "../../generator/openapi/read/read-model.js";
import { emit } from "../../generator/pipeline/generate.js";
import { strictest } from "./compiler.js";
import { compileNatively } from "./native-compiler.js";

/*
 * Names of the docs that are those of our own files and types.
 */

interface Words {
  readonly service: string;
  /** The tags and the operations in each. */
  readonly chapters: Readonly<Record<string, readonly string[]>>;
  readonly schemas?: readonly string[];
}

function documentOf({ service, chapters, schemas = [] }: Words, versioned: boolean) {
  const [schema] = schemas;
  const content =
    schema === undefined
      ? {}
      : { content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } } };
  const operation = (operationId: string, tag: string): OperationObject => ({
    operationId,
    tags: [tag],
    responses: { 200: { description: "", ...content } },
    ...(versioned && { "x-openstack": { "min-ver": "2.3", "max-ver": "2.9" } }),
  });
  return {
    openapi: "3.1.0",
    info: { title: `${service} API`, version: "1" },
    tags: Object.keys(chapters).map((name) => ({ name })),
    paths: Object.fromEntries(
      Object.entries(chapters).flatMap(([tag, ids]) =>
        ids.map((id) => [`/${tag}/${id}`, { get: operation(id, tag) }]),
      ),
    ),
    components: {
      schemas: Object.fromEntries(
        schemas.map((name) => [
          name,
          {
            type: "object",
            properties: {
              a: { type: "string", ...(versioned && { "x-openstack": { "min-ver": "2.5" } }) },
            },
          },
        ]),
      ),
    },
    "x-restanza": {
      service,
      ...(versioned && {
        microversions: {
          minimum: "2.1",
          maximum: "2.20",
          headers: [{ name: "V", value: "{version}" }],
        },
      }),
    },
  } satisfies OpenApiDocument;
}

async function filesOf(
  words: Words,
  outputs: readonly OutputName[] = ["client", "server"],
  versioned = false,
): Promise<ReadonlyMap<string, string>> {
  const model = readModel(documentOf(words, versioned));
  const planned = await emit(model, { emit: outputs });
  return new Map(planned.map(({ path, text }) => [path, text]));
}

/** Each with the outputs in question and with versions or without: a compiler takes its time. */
const cases: readonly (readonly [Words, readonly OutputName[], "versions" | "none"])[] = [
  [{ service: "runtime", chapters: { runtime: ["runtime"], fastify: ["a"] } }, ["server"], "none"],
  [{ service: "index", chapters: { index: ["index"], operations: ["call"] } }, ["client"], "none"],
  [{ service: "bound", chapters: { bound: ["bound"], b: ["bind"] } }, ["client"], "none"],
  [{ service: "where", chapters: { a: ["where"] }, schemas: ["Bound"] }, ["client"], "versions"],
  [{ service: "images methods", chapters: { images: ["listImages"] } }, ["client"], "none"],
  [{ service: "no", chapters: { no: ["no", "handled"] }, schemas: ["Reply"] }, ["server"], "none"],
];

test("what is called like our files and types compiles under the strictest flags", async () => {
  const all = new Map<string, string>();
  for (const [words, outputs, versions] of cases)
    for (const [path, text] of await filesOf(words, outputs, versions === "versions"))
      all.set(`${words.service}/${path}`, text);
  expect(compileNatively(all, strictest)).toEqual([]);
});

describe("names of files", () => {
  const device = /^(?:con|prn|aux|nul|com\d|lpt\d)\./i;
  const words = "the longest of all chapters that anybody ever wrote, and then some ".repeat(9);

  test.each<[why: string, named: Words]>([
    ["devices of Windows", { service: "con", chapters: { com1: ["a"], LPT9: ["b"], aux: ["c"] } }],
    [
      "longer than a disk takes",
      { service: words, chapters: { [words]: ["a"], [`${words}2`]: ["b"] } },
    ],
    [
      "one word without an end",
      { service: "x".repeat(300), chapters: { ["y".repeat(300)]: ["a"] } },
    ],
    ["with a backslash", { service: "a\\b", chapters: { "c\\d": ["a"], "..\\e": ["b"] } }],
  ])("%s", async (_why, named) => {
    const paths = [...(await filesOf(named)).keys()];
    const names = paths.map((path) => path.split("/").at(-1) ?? "");
    expect(names.filter((name) => device.test(name) || name.length > 100)).toEqual([]);
    expect(paths.filter((path) => !/^[\w./-]+$/.test(path))).toEqual([]);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  });
});
