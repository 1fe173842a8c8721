import { describe, expect, test } from "vitest";
import type { OpenApiDocument, SchemaObject } from "../../../generator/openapi/document.js";
import { compile } from "./compile.js";
import { declared, documentOf, emitted } from "./emitted.js";

const text: SchemaObject = { type: "string" };
const bound: SchemaObject = { ...text, "x-openstack": { "min-ver": "2.5" } };

/** An object with these members, those without `?` required; another view of `resource`, if any. */
function view(members: Readonly<Record<string, SchemaObject>>, resource?: string): SchemaObject {
  const entries = Object.entries(members);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, one]) => [name.replace("?", ""), one])),
    required: entries.flatMap(([name]) => (name.endsWith("?") ? [] : [name])),
    ...(resource !== undefined && { "x-restanza": { resource } }),
  };
}

/** So many that a view may lack one of them and still be one of the resource as it is. */
const chest = Object.fromEntries([..."abcdefghijklmnopqrst"].map((name) => [name, text]));
const box = { id: text, name: text, color: text, size: text, lid: text };

describe("types of views", () => {
  test.each([
    {
      why: "what says the same has the type",
      schemas: { Box: view(box), Other: view(box, "Box") },
      says: "size: string;",
      not: /Other/,
    },
    {
      why: "what may leave a member out makes it optional",
      schemas: { Box: view(box), Other: view({ ...rest(box, "lid"), "lid?": text }, "Box") },
      says: "lid?: string;",
      not: /Other/,
    },
    {
      why: "a member that only samples show does not",
      schemas: {
        Box: view(box),
        Other: view(
          { ...rest(box, "lid"), "lid?": { ...text, "x-restanza": { undocumented: true } } },
          "Box",
        ),
      },
      says: "lid: string;",
      not: /Other/,
    },
    {
      why: "a member that its own samples lack, and others show, may be left out",
      schemas: {
        Box: view(box),
        Other: view(
          {
            ...rest(box, "lid"),
            "lid?": { ...text, "x-restanza": { undocumented: true, borrowed: true } },
          },
          "Box",
        ),
      },
      says: "lid?: string;",
      not: /Other/,
    },
    {
      why: "null is taken by the type of both",
      schemas: {
        Box: view(box),
        Other: view({ ...box, lid: { type: ["string", "null"] } }, "Box"),
      },
      says: "lid: string | null;",
      not: /Other/,
    },
    {
      why: "what has a few members picks them",
      schemas: { Box: view(box), Other: view({ id: text, name: text }, "Box") },
      says: 'export type Other = Pick<Box, "id" | "name">;',
      not: /lid\?/,
    },
    {
      why: "what lacks a required member leaves it out",
      schemas: { Box: view(box), Other: view(rest(box, "lid"), "Box") },
      says: 'export type Other = Omit<Box, "lid">;',
      not: /lid\?/,
    },
    {
      why: "what lacks hardly any has the type, in which they are optional",
      schemas: { Chest: view(chest), Other: view(rest(chest, "c"), "Chest") },
      says: "c?: string;",
      not: /Other|Omit/,
    },
    {
      why: "who has them promises them",
      schemas: { Chest: view(chest), Other: view(rest(chest, "c"), "Chest") },
      says: "/** A `Chest` that always has what some answers leave out. */\nexport interface WholeChest extends Chest {\n  c: string;\n}",
      not: /Other|Omit/,
    },
    {
      why: "what lacks hardly any and has more extends it",
      schemas: { Chest: view(chest), Other: view({ ...rest(chest, "c"), key: text }, "Chest") },
      says: "export interface Other extends Chest {\n  key: string;\n}",
      not: /Omit/,
    },
    {
      why: "what promises a member that is optional elsewhere is one of the resource",
      schemas: { Box: view({ ...rest(box, "lid"), "lid?": text }), Other: view(box, "Box") },
      says: "export interface Other extends Box {\n  lid: string;\n}",
      not: /Omit/,
    },
    {
      why: "a member of which a brief view takes more is said anew there",
      schemas: {
        Box: view(box),
        Other: view({ id: text, name: text, lid: { type: ["string", "null"] } }, "Box"),
      },
      says: 'export interface Other extends Pick<Box, "id" | "name"> {\n  lid: string | null;\n}',
      not: /Omit/,
    },
    {
      why: "what has another member adds it",
      schemas: { Box: view(box), Other: view({ ...box, key: text }, "Box") },
      says: "export interface Other extends Box {",
      not: /lid\?/,
    },
    {
      why: "what has another type of a member says so",
      schemas: { Box: view(box), Other: view({ ...box, lid: { type: "integer" } }, "Box") },
      says: 'export interface Other extends Omit<Box, "lid"> {',
      not: /lid\?/,
    },
    {
      why: "what has nothing in common stays apart",
      schemas: { Box: view(box), Other: view({ url: text, type: text }, "Box") },
      says: "export interface Other {",
      not: /Pick|Omit|extends/,
    },
    {
      why: "what has one member picks it",
      schemas: { Box: view(box), Other: view({ name: text }, "Box") },
      says: 'export type Other = Pick<Box, "name">;',
      not: /extends/,
    },
    {
      why: "one member in common and another one beside it say little",
      schemas: { Box: view(box), Other: view({ name: text, url: text }, "Box") },
      says: "export interface Other {",
      not: /Pick|Omit|extends/,
    },
    {
      why: "what has all of it extends it, however much it adds",
      schemas: {
        Box: view({ id: text, name: text }),
        Other: view({ id: text, name: text, key: text, url: text, owner: text }, "Box"),
      },
      says: "export interface Other extends Box {\n  key: string;",
      not: /Omit|Pick/,
    },
    {
      why: "what promises all that is optional elsewhere extends it",
      schemas: {
        Box: view({ "id?": text, "name?": text }),
        Other: view({ id: text, name: text }, "Box"),
      },
      says: "export interface Other extends Box {\n  id: string;",
      not: /Omit|Pick/,
    },
    {
      why: "members of any name are no reason to stand apart where the resource has them as well",
      schemas: {
        Box: { ...view(box), additionalProperties: text },
        Other: { ...view(box, "Box"), additionalProperties: text },
      },
      says: "[name: string]: string;",
      not: /Other/,
    },
    {
      why: "members of any name that the resource has not are one",
      schemas: {
        Box: view(box),
        Other: { ...view(box, "Box"), additionalProperties: text },
      },
      says: "export interface Other {",
      not: /Pick|Omit|extends/,
    },
    {
      why: "of a resource with members of any name none is left out: TypeScript would lose all",
      schemas: {
        Box: { ...view(box), additionalProperties: text },
        Other: { ...view(rest(box, "lid"), "Box"), additionalProperties: text },
      },
      says: 'Pick<Box, "id" | "name" | "color" | "size">',
      not: /Omit/,
    },
    {
      why: "a resource that is not there is none",
      schemas: { Box: view(box), Other: view(box, "Crate") },
      says: "export interface Other {",
      not: /Pick|Omit|extends/,
    },
    {
      why: "two that name each other stay as they are",
      schemas: { Box: view(box, "Other"), Other: view(box, "Box") },
      says: "export interface Other {",
      not: /Pick|Omit|extends/,
    },
  ])("$why", async ({ schemas, says, not }) => {
    const all = await declared(schemas);
    expect(all).toContain(says);
    expect(all).not.toMatch(not);
  });

  test("a view that lacks what a later one makes optional has the type, wherever it stands", async () => {
    const schemas = {
      Chest: view(chest),
      Lacking: view(rest(chest, "c"), "Chest"),
      Loose: view({ ...rest(chest, "c"), "c?": text }, "Chest"),
      List: view({ chests: { type: "array", items: { $ref: "#/components/schemas/Lacking" } } }),
    };
    const all = await declared(schemas);
    expect(all).toContain("chests: Chest[];");
    expect(all).toContain("c?: string;");
    expect(all).not.toMatch(/unknown|Lacking|Loose/);
  });

  test("what a request sends is not made wider for an answer", async () => {
    const schemas = {
      Box: view(box),
      Other: view({ ...rest(box, "lid"), "lid?": text }, "Box"),
    };
    const paths: OpenApiDocument["paths"] = {
      "/boxes": {
        post: {
          operationId: "createBox",
          requestBody: {
            content: { "application/json": { schema: { $ref: "#/components/schemas/Box" } } },
          },
          responses: {},
        },
      },
    };
    const all = await declared(schemas, { paths });
    expect(all).toContain("lid: string;");
    expect(all).toContain("export interface Other extends");
  });

  test("a list that lacks members gives its resource at every microversion", async () => {
    const schemas = {
      Chest: view({ ...chest, "shelf?": { ...bound, "x-restanza": { required: true } } }),
      Item: view(rest(chest, "c"), "Chest"),
      List: view({ chests: { type: "array", items: { $ref: "#/components/schemas/Item" } } }),
      Shown: view({ chest: { $ref: "#/components/schemas/Chest" } }),
    };
    const usage = `import type { Chest, ChestAt, List, Shown } from "./types.js";
export function names(list: List, old: List<"2.1">, shown: Shown, now: Shown<"2.5">): string[] {
  const take = (chest: Chest) => chest.a;
  const takeOld = (chest: ChestAt<"2.1">) => chest.a;
  // @ts-expect-error: not every version has it
  shown.chest.shelf.length;
  // @ts-expect-error: the list lacks it
  list.chests.map(({ c }) => c.length);
  const told = [shown.chest.c, now.chest.c, now.chest.shelf];
  return [...told, ...list.chests.map(take), ...old.chests.map(takeOld), take(shown.chest)];
}
`;
    const files = await emitted(documentOf(schemas));
    expect(files["types.ts"]).toContain("WholeChestPart_2_5");
    expect(compile({ ...files, "usage.ts": usage })).toEqual([]);
  });

  test("a brief view picks what is the same at every microversion, and has the rest itself", async () => {
    const schemas = {
      Box: view({ ...box, "shelf?": bound, a: text, b: text, c: text, d: text }),
      Brief: view({ id: text, name: text, "shelf?": bound }, "Box"),
      List: view({ boxes: { type: "array", items: { $ref: "#/components/schemas/Brief" } } }),
    };
    const files = await emitted(documentOf(schemas));
    expect(files["types.ts"]).toContain('export type Brief = Pick<Box, "id" | "name"> & {');
    const usage = `import type { Brief, List } from "./types.js";
export function shelves(all: List, now: List<"2.5">, old: List<"2.1">): unknown {
  const names = all.boxes.map((box: Brief) => box.name.length);
  // @ts-expect-error: shelf came with 2.5
  old.boxes.map(({ shelf }) => shelf);
  return [names, now.boxes.map(({ id, shelf }) => [id, shelf])];
}
`;
    expect(compile({ ...files, "usage.ts": usage })).toEqual([]);
  });

  test("a view follows its resource through the microversions", async () => {
    const schemas = {
      Box: view({ ...box, "shelf?": bound }),
      Brief: view({ id: text, name: text }, "Box"),
      Less: view({ ...rest(box, "lid"), "shelf?": bound }, "Box"),
      Same: view({ ...box, "shelf?": bound }, "Box"),
      Whole: view({ box: { $ref: "#/components/schemas/Same" } }),
    };
    const files = await emitted(documentOf(schemas));
    expect(files["types.ts"]).toContain(
      'export type Less<V extends string = string> = Omit<BoxAt<V>, "lid">;',
    );
    const usage = `import type { Box, BoxAt, Brief, Less, Whole } from "./types.js";
export function shelf(whole: Whole<"2.5">, old: BoxAt<"2.1">, less: Less<"2.5">, all: Box): unknown {
  const take = (box: Box) => box.id;
  const brief: Brief = all;
  // @ts-expect-error: shelf came with 2.5
  void old.shelf;
  // @ts-expect-error: it lacks the lid
  void less.lid;
  return [take(whole.box), less.shelf, brief.name];
}
`;
    expect(compile({ ...files, "usage.ts": usage })).toEqual([]);
  });
});

function rest(
  members: Readonly<Record<string, SchemaObject>>,
  without: string,
): Readonly<Record<string, SchemaObject>> {
  return Object.fromEntries(Object.entries(members).filter(([name]) => name !== without));
}
