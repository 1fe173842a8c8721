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
