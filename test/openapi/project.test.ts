import { describe, expect, test } from "vitest";
import type {
  OpenApiDocument,
  OperationObject,
  SchemaObject,
} from "../../generator/openapi/document.js";
import { projectSchema } from "../../generator/openapi/project/project-schema.js";
import { project } from "../../generator/openapi/project/project.js";
import { readModel } from "../../generator/openapi/read/read-model.js";
import { computeDocument } from "./compute-document.js";

const at = (version: string) => project(computeDocument, version);
const schemas = (document: OpenApiDocument) => document.components?.schemas ?? {};

describe("a document at one microversion", () => {
  test("has the operations of that version", () => {
    expect(Object.keys(at("2.35").paths)).toEqual([
      "/images",
      "/os-services",
      "/servers/{server_id}/action",
    ]);
    expect(Object.keys(at("2.53").paths)).toEqual([
      "/os-services",
      "/os-services/{service_id}",
      "/servers/{server_id}/action",
    ]);
  });

  test("says so, and nothing in it is bound", () => {
    for (const version of ["2.1", "2.30", "2.60"]) {
      const projected = at(version);
      expect(projected["x-restanza"]?.projected).toBe(version);
      expect(JSON.stringify(projected)).not.toMatch(/min-ver|max-ver|"required":true,?"x/);
      const members = Object.values(schemas(projected)).flatMap((s) =>
        Object.values(s.properties ?? {}),
      );
      expect(members.some((member) => member["x-restanza"]?.required)).toBe(false);
    }
  });

  test.each([
    ["2.1", ["binary", "id"], ["binary", "disabled_reason", "id"], "integer", "before"],
    ["2.11", ["binary", "id", "forced_down"], undefined, "integer", "a member came, required"],
    ["2.53", ["binary", "id", "forced_down"], undefined, "string", "a member changed its type"],
  ])("at %s Service requires %j", (version, required, members, type, _why) => {
    const service = schemas(at(version))["Service"];
    expect(service?.required).toEqual(required);
    if (members) expect(Object.keys(service?.properties ?? {})).toEqual(members);
    expect(service?.properties?.["id"]?.type).toBe(type);
  });

  test("the variant that is left is the member, in its own words", () => {
    expect(schemas(at("2.53"))["Service"]?.properties?.["id"]).toEqual({
      type: "string",
      format: "uuid",
      description: "The UUID of the service.",
    });
  });

  test("narrows operations that share a path, with their bodies and statuses", () => {
    const action = at("2.1").paths["/servers/{server_id}/action"]?.post;
    expect(action?.requestBody?.content["application/json"]?.schema).toEqual({
      $ref: "#/components/schemas/CreateImageBody",
      "x-openstack": { "action-name": "createImage" },
    });
    expect(Object.keys(action?.responses ?? {})).toEqual(["202"]);
    expect(action?.parameters?.map((p) => ("name" in p ? p.name : ""))).toEqual(["server_id"]);
    expect(action?.["x-restanza"]?.operations?.length).toBe(1);
    const [, , { operations: [create] = [] } = { operations: [] }] = readModel(at("2.1")).chapters;
    expect(create?.sharing ?? 1).toBe(1);
  });

  test("drops parameters that are away", () => {
    const names = (version: string) =>
      readModel(at(version))
        .chapters.flatMap((chapter) => chapter.operations)
        .find((one) => one.operationId === "listServices")
        ?.parameters.map((parameter) => parameter.name);
    expect(names("2.25")).toEqual(["host"]);
    expect(names("2.26")).toEqual(["host", "tags"]);
  });

  test("has no component that nothing uses, but keeps the faults", () => {
    const left = schemas(at("2.36"));
    expect(left).not.toHaveProperty("Image");
    expect(left).not.toHaveProperty("ImageList");
    expect(left).toHaveProperty("ItemNotFound");
    expect(at("2.36").components?.parameters).toBeUndefined();
    expect(at("2.36").tags?.map((tag) => tag.name)).toEqual(["Services", "Actions"]);
  });

  test("once more changes nothing", () => {
    expect(project(at("2.53"), "2.53")).toEqual(at("2.53"));
  });

  test("leaves the document as it was", () => {
    const before = JSON.stringify(computeDocument);
    at("2.53");
    expect(JSON.stringify(computeDocument)).toBe(before);
  });
});

const component = (): SchemaObject | undefined => undefined;
const until = { "x-openstack": { "max-ver": "2.9" } };
const since = { "x-openstack": { "min-ver": "2.10" } };
const marked = { "x-restanza": { required: true } };

test.each<[SchemaObject, SchemaObject | undefined, string]>([
  [{ type: "string", ...until }, undefined, "away itself"],
  [{ type: "string", ...since }, { type: "string" }, "here: no bounds are left"],
  [
    {
      anyOf: [
        { type: "string", ...until },
        { type: "integer", ...since },
      ],
    },
    { type: "integer" },
    "one variant is left",
  ],
  [{ anyOf: [{ type: "string", ...until }] }, undefined, "no variant is left"],
  [{ anyOf: [{ type: "string" }] }, { anyOf: [{ type: "string" }] }, "never bound: as it was"],
  [
    {
      description: "outer",
      oneOf: [
        { type: "string", ...until },
        { type: "null", ...since },
      ],
    },
    { description: "outer", type: "null" },
    "the words around a choice stay",
  ],
  [
    {
      minLength: 1,
      anyOf: [
        { $ref: "#/a", ...since },
        { type: "null", ...until },
      ],
    },
    { minLength: 1, anyOf: [{ $ref: "#/a" }] },
    "nothing is written beside a reference",
  ],
  [
    { properties: { a: { anyOf: [{ ...since, ...marked, type: "string" }, { ...until }] } } },
    { properties: { a: { type: "string" } }, required: ["a"] },
    "the mark may stand on the variant",
  ],
  [
    { properties: { a: { ...until }, b: {} }, required: ["a", "b"] },
    { properties: { b: {} }, required: ["b"] },
    "what is away is not required",
  ],
  [{ items: { ...until }, type: "array" }, { type: "array" }, "items that are away"],
  [{ additionalProperties: { ...until } }, { additionalProperties: false }, "values are away"],
  [{ allOf: [{ ...until }, { type: "object" }] }, { allOf: [{ type: "object" }] }, "a part is"],
  [
    { "x-openstack": { "min-ver": "2.2", "action-name": "pause" } },
    { "x-openstack": { "action-name": "pause" } },
    "the name of an action is no bound",
  ],
])("%j at 2.10 is %j (%s)", (schema, expected, _why) => {
  expect(projectSchema(schema, { version: "2.10", component })).toEqual(expected);
});

test("a reference is away where the component says that it is", () => {
  const away = (): SchemaObject => ({ type: "object", ...until });
  const schema = { oneOf: [{ $ref: "#/a" }, { type: "null" }] as const };
  expect(projectSchema(schema, { version: "2.10", component: away })).toEqual({
    oneOf: [{ type: "null" }],
  });
});

test("a component that refers to itself ends", () => {
  const self = (): SchemaObject => ({ $ref: "#/a" });
  expect(projectSchema({ $ref: "#/a" }, { version: "2.10", component: self })).toEqual({
    $ref: "#/a",
  });
});

test("without those that name a code for success, the others have their range again", () => {
  const documented = (
    operationId: string,
    responses: OperationObject["responses"],
    bounds: object,
  ) => ({
    operationId,
    summary: operationId,
    tag: "a",
    source: { file: "a.inc", title: operationId },
    parameters: [],
    responses,
    "x-openstack": bounds,
  });
  const shown = { description: "Success", content: { "application/json": { schema: {} } } };
  const operations = [
    documented(
      "open",
      { 202: { description: "" }, "4XX": { description: "" } },
      { "max-ver": "2.9" },
    ),
    documented("move", { "2XX": shown, "4XX": { description: "" } }, {}),
    documented("shake", { "2XX": { description: "Success" }, "4XX": { description: "" } }, {}),
  ];
  const responses = { 202: shown, "4XX": { description: "" } };
  const post = { operationId: "all", responses, "x-restanza": { operations } };
  const info = { title: "A", version: "1" };
  const at = (version: string) =>
    project({ openapi: "3.1.0", info, paths: { "/": { post } } }, version).paths["/"]?.post;
  expect(Object.keys(at("2.9")?.responses ?? {})).toEqual(["202", "4XX"]);
  expect(at("2.10")?.responses).toEqual({ "2XX": shown, "4XX": { description: "" } });
});
