import { expect, test } from "vitest";
import type { OpenApiDocument } from "../../generator/openapi/document.js";
import { newNames, renamed } from "../../generator/openapi/rename.js";

const answer = {
  description: "d",
  content: {
    "application/json": {
      schema: { $ref: "#/components/schemas/Box" },
      example: { $ref: "#/components/schemas/Box" },
    },
  },
};
const document = {
  openapi: "3.1.0",
  info: { title: "t", version: "1" },
  paths: {
    "/boxes": {
      get: { operationId: "listBoxes", summary: "List", responses: { "200": answer } },
      "x-restanza-operations": { COPY: { operationId: "copyBox", responses: {} } },
    },
  },
  components: {
    schemas: {
      Box: {
        type: "object",
        // Members of a box, not words of JSON Schema.
        properties: {
          example: { $ref: "#/components/schemas/Box" },
          operationId: { type: "string" },
        },
        "x-restanza": { resource: "Box" },
      },
      Any: {
        oneOf: [{ $ref: "#/components/schemas/Box" }],
        discriminator: {
          propertyName: "kind",
          mapping: { a: "#/components/schemas/Box", b: "Box" },
        },
      },
    },
  },
  "x-restanza": { service: "boxes", faults: { default: "Box" } },
} as unknown as OpenApiDocument;

test("a schema is renamed at its place and in every reference, and nowhere else", () => {
  const names = newNames(document, (name) => (name === "Box" ? "Crate" : undefined));
  const text = JSON.stringify(renamed(document, names));
  const left = text.match(/"(?:#\/components\/schemas\/)?Box"/g);
  // The example is data of the service.
  expect(left).toEqual(['"#/components/schemas/Box"']);
  expect(text.match(/Crate/g)).toHaveLength(8);
});

test("operations are renamed, whatever holds them, and members of that name are left", () => {
  const names = newNames(document, (name, { kind }) =>
    kind === "operation" ? `my${name}` : undefined,
  );
  const { paths, components } = renamed(document, names);
  expect(paths["/boxes"]?.get?.operationId).toBe("mylistBoxes");
  expect(paths["/boxes"]?.["x-restanza-operations"]?.["COPY"]?.operationId).toBe("mycopyBox");
  expect(components?.schemas?.["Box"]?.properties).toHaveProperty("operationId", {
    type: "string",
  });
});

test("without new names the document is the one that was given", () => {
  expect(
    renamed(
      document,
      newNames(document, (name) => name),
    ),
  ).toBe(document);
});
