import { describe, expect, test } from "vitest";
import { head, loaded } from "./described.js";

const json = (ref: string): string =>
  `{ application/json: { schema: { $ref: "#/components/schemas/${ref}" } } }`;
const paths = (asked: string, answered: string): string =>
  `${head()}paths:\n  /pets:\n    post:\n      requestBody: { content: ${json(asked)} }\n` +
  `      responses: { "201": { description: Made, content: ${json(answered)} } }\ncomponents:\n  schemas:\n`;
const pet =
  "    Pet:\n      type: object\n      required: [id, name, secret]\n      properties:\n" +
  "        id: { type: string, readOnly: true }\n        name: { type: string }\n        secret: { type: string, writeOnly: true }\n";

function sides(text: string) {
  const { document } = loaded(text);
  const post = document.paths["/pets"]?.post;
  const answer = post?.responses["201"];
  return {
    schemas: document.components?.schemas ?? {},
    asked: post?.requestBody?.content["application/json"]?.schema,
    answered: answer && "content" in answer ? answer.content?.["application/json"]?.schema : 0,
  };
}

describe("what is sent on one side alone", () => {
  test("a component of both sides stays what answers have", () => {
    const { schemas, asked, answered } = sides(paths("Pet", "Pet") + pet);
    expect(answered).toEqual({ $ref: "#/components/schemas/Pet" });
    expect(asked).toEqual({ $ref: "#/components/schemas/PetInput" });
    expect(Object.keys(schemas["Pet"]?.properties ?? {})).toEqual(["id", "name"]);
    expect(schemas["Pet"]?.required).toEqual(["id", "name"]);
    expect(Object.keys(schemas["PetInput"]?.properties ?? {})).toEqual(["name", "secret"]);
    expect(schemas["PetInput"]?.required).toEqual(["name", "secret"]);
  });

  test("a component of requests alone keeps its name", () => {
    const { schemas, asked } = sides(`${paths("Pet", "Other")}${pet}    Other: { type: string }\n`);
    expect(asked).toEqual({ $ref: "#/components/schemas/Pet" });
    expect(schemas["Pet"]?.required).toEqual(["name", "secret"]);
    expect(Object.keys(schemas)).toEqual(["Pet", "Other"]);
  });

  test("also deep below, in circles, and where the name for requests is taken", () => {
    const { schemas, asked } = sides(
      `${paths("Owner", "Owner")}${pet}    PetInput: { type: string }\n` +
        '    Owner: { type: object, properties: { pets: { type: array, items: { $ref: "#/components/schemas/Pet" } }, friend: { $ref: "#/components/schemas/Owner" } } }\n',
    );
    expect(asked).toEqual({ $ref: "#/components/schemas/OwnerInput" });
    expect(schemas["OwnerInput"]?.properties).toEqual({
      pets: { type: "array", items: { $ref: "#/components/schemas/PetInput_2" } },
      friend: { $ref: "#/components/schemas/OwnerInput" },
    });
  });

  test("a requirement beside the part that has the member", () => {
    const { schemas } = sides(
      `${paths("New", "Pet")}${pet}    New: { allOf: [{ $ref: "#/components/schemas/Pet" }, { required: [id] }], required: [id, name] }\n`,
    );
    expect(schemas["New"]).toEqual({
      allOf: [{ $ref: "#/components/schemas/PetInput" }, {}],
      required: ["name"],
    });
  });

  test("a member whose component says so", () => {
    const { schemas } = sides(
      `${paths("Pet", "Other")}    Other: { type: string }\n    Id: { type: string, readOnly: true }\n    Pet: { type: object, properties: { id: { $ref: "#/components/schemas/Id" }, a: { type: string } }, required: [id] }\n`,
    );
    expect(schemas["Pet"]).toEqual({ type: "object", properties: { a: { type: "string" } } });
  });

  test("examples are data, and a property may be called readOnly", () => {
    const text = `${paths("Pet", "Pet")}    Pet: { type: object, properties: { readOnly: { type: boolean } }, examples: [{ readOnly: true }] }\n`;
    const { schemas, asked } = sides(text);
    expect(asked).toEqual({ $ref: "#/components/schemas/Pet" });
    expect(Object.keys(schemas)).toEqual(["Pet"]);
  });
});
