import { describe, expect, test } from "vitest";
import { head, loaded } from "./described.js";

/** A path whose answer has the schema `ref`, and components behind it. */
const answering = (ref: string, components = ""): string =>
  `${head()}paths:\n  /pets:\n    get:\n      responses:\n        "200":\n          description: Pets\n` +
  `          content: { application/json: { schema: { $ref: "${ref}" } } }\n${components}`;

/** The reference of that answer, as it is now. */
function answered(files: string | Readonly<Record<string, string>>): unknown {
  const { paths } = loaded(files).document;
  const answer = paths["/pets"]?.get?.responses["200"];
  return answer && "content" in answer ? answer.content?.["application/json"]?.schema : undefined;
}

const petFile = "type: object\nproperties: { name: { type: string } }\n";

describe("what a reference leads to becomes a component", () => {
  test.each([
    ["#/components/schemas/Pet", "it is one", "Pet", { "openapi.yaml": "" }],
    ["pet.yaml", "all of a file, called as the file", "Pet", { "pet.yaml": petFile }],
    [
      "./schemas/pet.json",
      "of a folder below, in JSON",
      "Pet",
      { "schemas/pet.json": '{"type":"object"}' },
    ],
    [
      "all.yaml#/definitions/Dog",
      "a part of a file",
      "Dog",
      { "all.yaml": "definitions: { Dog: { type: object } }" },
    ],
    ["a%20pet.yaml", "a path is a URL", "APet", { "a pet.yaml": petFile }],
    ["#/x-shapes/Cat", "outside of the components", "Cat", {}],
  ])("%s (%s)", (ref, _why, name, files) => {
    const own = `components: { schemas: { Pet: { type: object } } }\nx-shapes: { Cat: { type: object } }\n`;
    const isLocal = ref.startsWith("#");
    const all = { ...files, "openapi.yaml": answering(ref, isLocal ? own : "") };
    expect(answered(all)).toEqual({ $ref: `#/components/schemas/${name}` });
    expect(loaded(all).document.components?.schemas?.[name]).toMatchObject({ type: "object" });
    expect(loaded(all).found).toEqual([]);
  });

  test("but a media type stands in its place, since 3.1 has no section for them", () => {
    const body = (type: string): string =>
      `post: { requestBody: { content: { application/json: { $ref: "${type}" } } }, responses: {} }`;
    const { document, found } = loaded({
      "openapi.yaml":
        `${head("3.2.0")}paths:\n  /pets: { ${body("#/components/mediaTypes/Pet")} }\n` +
        `  /dogs: { ${body("dog.yaml")} }\n  /rings: { ${body("#/components/mediaTypes/Ring")} }\n` +
        "components: { mediaTypes: { Pet: { schema: { type: string } }, Ring: { encoding: { a: { headers: { X-A: { content: { a/b: { $ref: '#/components/mediaTypes/Ring' } } } } } } } } }\n",
      "dog.yaml": "schema: { type: boolean }\n",
    });
    const contentOf = (path: string): unknown => {
      const asked = document.paths[path]?.post?.requestBody;
      return asked && "content" in asked ? asked.content["application/json"] : undefined;
    };
    expect(found).toEqual([]);
    expect(contentOf("/pets")).toEqual({ schema: { type: "string" } });
    expect(contentOf("/dogs")).toEqual({ schema: { type: "boolean" } });
    expect(contentOf("/rings")).toEqual({
      encoding: { a: { headers: { "X-A": { content: {} } } } },
    });
    expect(document.components).toEqual({});
  });

  test("once, whoever refers to it, and with what it refers to itself", () => {
    const { document, found } = loaded({
      "openapi.yaml": answering(
        "shapes/pet.yaml",
        "components: { schemas: { Pet: { type: string } } }",
      ),
      "shapes/pet.yaml":
        "properties: { friend: { $ref: pet.yaml }, home: { $ref: '../home.yaml#/Home' }, one: { $ref: '../openapi.yaml#/components/schemas/Pet' } }",
      "home.yaml": "Home: { type: array, items: { $ref: '#/Door' } }\nDoor: { type: string }\n",
    });
    expect(found).toEqual([]);
    expect(document.components?.schemas).toEqual({
      Pet: { type: "string" },
      Pet_2: {
        properties: {
          friend: { $ref: "#/components/schemas/Pet_2" },
          home: { $ref: "#/components/schemas/Home" },
          one: { $ref: "#/components/schemas/Pet" },
        },
      },
      Home: { type: "array", items: { $ref: "#/components/schemas/Door" } },
      Door: { type: "string" },
    });
  });

  test("also parameters, responses and bodies; a path item stands in its place", () => {
    const { document, found } = loaded({
      "openapi.yaml": `${head()}paths:\n  /pets:\n    $ref: paths/pets.yaml\n`,
      "paths/pets.yaml":
        "parameters: [{ $ref: '../parts.yaml#/limit' }]\nget: { responses: { 200: { $ref: '../parts.yaml#/ok' } } }\npost: { requestBody: { $ref: '../parts.yaml#/new' }, responses: { 200: { $ref: '../parts.yaml#/ok' } } }\n",
      "parts.yaml":
        "limit: { name: limit, in: query }\nok: { description: Fine }\nnew: { content: { text/plain: {} } }\n",
    });
    expect(found).toEqual([]);
    expect(document.paths["/pets"]).toMatchObject({
      parameters: [{ $ref: "#/components/parameters/limit" }],
      get: { responses: { 200: { $ref: "#/components/responses/ok" } } },
      post: { requestBody: { $ref: "#/components/requestBodies/new" } },
    });
    expect(document.components?.parameters).toEqual({ limit: { name: "limit", in: "query" } });
  });

  test("examples are data, whatever they look like", () => {
    const data = { $ref: "nowhere.yaml", nullable: true, type: "x", example: "of a member" };
    const schema = { type: "object", example: data, default: data, enum: [data] };
    const { document, found } = loaded(
      `${head("3.0.3")}paths: {}\ncomponents: { schemas: { A: ${JSON.stringify(schema)} } }\n`,
    );
    expect(found).toEqual([]);
    const { example: _, ...others } = schema;
    expect(document.components?.schemas?.["A"]).toEqual({ ...others, examples: [data] });
  });
});

describe("what leads nowhere is told, and nothing is known of it", () => {
  test.each([
    ["#/components/schemas/Dog", "a slip", "openapi.yaml has nothing there"],
    ["dog.yaml", "a file that is not there", "there is no file dog.yaml"],
    ["../pet.yaml", "above the folder", "it leaves the folder of the document"],
    [
      "schemas/../../pet.yaml",
      "above the folder, by a detour",
      "it leaves the folder of the document",
    ],
    ["%2e%2e/pet.yaml", "above the folder, encoded", "it leaves the folder of the document"],
    ["/etc/hosts", "from the root of the disk", "it leaves the folder of the document"],
    ["https://pets.example/pet.yaml", "on another host", "only files are read"],
    ["file:///etc/hosts", "a file by its URL", "only files are read"],
    ["//pets.example/pet.yaml", "on another host, without a scheme", "only files are read"],
    ["#pet", "an anchor", "it names an anchor, and restanza follows JSON pointers only"],
    ["#/components/schemas/Ring", "a circle of references", "it leads in a circle"],
    ["broken.yaml", "a file that is none", "broken.yaml is neither JSON nor YAML"],
  ])("%s (%s)", (ref, _why, reason) => {
    const rings = "components: { schemas: { Ring: { $ref: '#/components/schemas/Ring' } } }\n";
    const files = {
      "openapi.yaml": answering(ref, ref.endsWith("Ring") ? rings : ""),
      "broken.yaml": "a: [",
    };
    expect(answered(files)).toEqual({});
    expect(loaded(files).found[0]).toContain(
      `unresolved-reference at openapi.yaml "${ref}": ${ref} leads nowhere: ${reason}`,
    );
  });

  test("as many files as anybody has", () => {
    const files: Record<string, string> = { "openapi.yaml": answering("f1.yaml") };
    for (let at = 1; at < 1100; at += 1)
      files[`f${at}.yaml`] = `properties: { next: { $ref: f${at + 1}.yaml } }`;
    expect(loaded(files).found).toEqual([
      expect.stringContaining("f1000.yaml leads nowhere: a document may have 1000 files"),
    ]);
  });
});
