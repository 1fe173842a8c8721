import { describe, expect, test } from "vitest";
import { made } from "../described/service.js";
import { strictest } from "../emit/compiler.js";
import { compileNatively } from "../emit/native-compiler.js";
import { head, loaded } from "./described.js";

const cats = `
    Cat: { type: object, properties: { kind: { type: string }, lives: { type: integer } }, required: [kind, lives] }
    Dog: { type: object, properties: { kind: { type: string }, tricks: { type: integer } }, required: [kind] }
`;
const paths = (ref: string): string =>
  `paths:\n  /pets:\n    get:\n      operationId: showPet\n      responses:\n        "200": { description: Pet, content: { application/json: { schema: { $ref: "#/components/schemas/${ref}" } } } }\n`;
const base = (values: string, more = ""): string =>
  `${head()}${paths("Pet")}components:\n  schemas:\n    Pet:\n      type: object\n      properties: { kind: { type: string } }\n      required: [kind]\n      discriminator: { propertyName: kind${values} }\n` +
  `    Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { lives: { type: integer } }, required: [lives] }] }\n` +
  `    Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { tricks: { type: integer } } }] }\n${more}`;

const ref = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;

const choice = (mapping: string): string =>
  `${head()}${paths("Pet")}components:\n  schemas:\n    Pet:\n      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]\n      discriminator: { propertyName: kind${mapping} }\n${cats}`;

/** What a user writes who tells the branches apart; it compiles only if types narrow. */
const usage = (cat: string): string => `
import { createShopClient } from "./client/shop.js";
import { showPet } from "./client/operations.js";
const pet = await showPet(createShopClient({ endpoint: "https://x.example" })).orThrow();
export const lives: number = pet.kind === "${cat}" ? pet.lives : 0;
`;

const narrowing: readonly (readonly [why: string, document: string, cat: string])[] = [
  ["a choice, by the names of its components", choice(""), "Cat"],
  ["a choice, by names of a mapping", choice(", mapping: { cat: Cat, dog: Dog }"), "cat"],
  [
    "a choice, by references of a mapping",
    choice(', mapping: { meow: "#/components/schemas/Cat", wow: "#/components/schemas/Dog" }'),
    "meow",
  ],
  ["what others are made of", base(""), "Cat"],
  [
    "what others are made of, by a mapping in which several names stand for one",
    base(', mapping: { cat: Cat, tom: "#/components/schemas/Cat", dog: Dog }'),
    "tom",
  ],
  [
    "what is made of something that is made of it",
    base("", '    Lion: { allOf: [{ $ref: "#/components/schemas/Cat" }] }\n'),
    "Lion",
  ],
];

describe("a discriminator narrows", () => {
  test("whatever names stand for the branches", async () => {
    const sources = new Map<string, string>();
    for (const [index, [, document, cat]] of narrowing.entries()) {
      const { files } = await made(document, { emit: ["client"] });
      for (const [path, text] of files)
        if (path.endsWith(".ts")) sources.set(`d${index}/${path}`, text);
      sources.set(`d${index}/usage.ts`, usage(cat));
      sources.set(`d${index}/slip.ts`, usage("bird"));
    }
    const problems = compileNatively(sources, strictest).map((words) => words.split(" ")[0]);
    // Of each document only the slip does not compile, which asks for a branch that there is not.
    const slips = narrowing.map((_one, index) => `d${index}/slip.ts:5`);
    expect([...new Set(problems)]).toEqual(slips);
  });

  test("a mapping leads to other files as well", () => {
    const { document, found } = loaded({
      "openapi.yaml": `${head()}paths: {}\ncomponents:\n  schemas:\n    Pet:\n      oneOf: [{ $ref: cat.yaml }]\n      discriminator: { propertyName: kind, mapping: { meow: cat.yaml } }\n`,
      "cat.yaml": "type: object\n",
    });
    expect(found).toEqual([]);
    expect(document.components?.schemas?.["Pet"]?.oneOf?.[0]?.allOf).toEqual([
      { $ref: "#/components/schemas/Cat" },
      {
        type: "object",
        properties: { kind: { type: "string", const: "meow" } },
        required: ["kind"],
      },
    ]);
  });

  test.each([
    [
      "a choice",
      `Pet: { oneOf: [${ref("Cat")}, ${ref("Dog")}], discriminator: DISCRIMINATOR }`,
      "Pet",
      cats,
    ],
    [
      "what others are made of",
      "Pet: { type: object, discriminator: DISCRIMINATOR }",
      "Pet",
      `    Cat: { allOf: [${ref("Pet")}] }\n    Dog: { allOf: [${ref("Pet")}] }\n`,
    ],
  ])("the default of %s has any other value, or none", (_why, schema, name, more) => {
    const written = schema.replace(
      "DISCRIMINATOR",
      '{ propertyName: kind, mapping: { cat: Cat }, defaultMapping: "#/components/schemas/Dog" }',
    );
    const { document, found } = loaded(
      `${head("3.2.0")}paths: {}\ncomponents:\n  schemas:\n    ${written}\n${more}`,
    );
    expect(found).toEqual([]);
    expect(document.components?.schemas?.[name]?.oneOf).toEqual([
      {
        allOf: [
          { $ref: "#/components/schemas/Cat" },
          {
            type: "object",
            properties: { kind: { type: "string", const: "cat" } },
            required: ["kind"],
          },
        ],
      },
      { $ref: "#/components/schemas/Dog" },
    ]);
  });
});
