import { describe, expect, test } from "vitest";
import { rangeOf } from "../../../generator/emit/client/operations/bounds.js";
import { boundsInWords } from "../../../generator/emit/doc-words.js";
import { faultForms } from "../../../generator/emit/client/fault-forms.js";
import { jsonKind } from "../../../generator/emit/client/json.js";
import { bodyKindOf } from "../../../generator/emit/bodies.js";
import { answersOf, mediaOf } from "../../../generator/emit/client/operations/media.js";
import type { Bounds, OperationModel } from "../../../generator/openapi/model.js";
import type {
  OperationObject,
  ResponseObject,
  SchemaObject,
} from "../../../generator/openapi/document.js";
import { readModel } from "../../../generator/openapi/read/read-model.js";
import { documentOf, emitted } from "./emitted.js";

const versions = {
  minimum: "2.1",
  maximum: "2.12",
  all: ["2.1", "2.9", "2.10", "2.11", "2.12"],
  headers: [],
  latest: false,
};

test.each<[Bounds, string | undefined, string]>([
  [{}, undefined, "open"],
  [{ min: "2.1" }, undefined, "the first of all"],
  [{ max: "2.12" }, undefined, "the last of all"],
  [{ max: "2.10" }, 'UpTo<"2.10">', "text: after 2.9"],
  [{ min: "2.10" }, 'From<"2.10">', "text: before 2.11"],
  [{ min: "2.9", max: "2.11" }, 'Between<"2.9", "2.11">', "both"],
  [{ min: "2.2" }, 'From<"2.9">', "unknown: the next that is known"],
  [{ max: "2.8" }, 'UpTo<"2.1">', "unknown: the one before"],
  [{ min: "2.0", max: "3.0" }, undefined, "wider than the service"],
  [{ min: "2.99" }, '"latest"', "beyond the last: only who asks for the latest may try"],
  [{ min: "2.11", max: "2.9" }, '"latest"', "empty"],
])("%j is for clients at %s (%s)", (bounds, type) => {
  expect(rangeOf(bounds, versions)?.text).toBe(type);
  expect(rangeOf(bounds, undefined)).toBeUndefined();
});

test.each<[Bounds, string]>([
  [{}, ""],
  [{ max: "2.35" }, ", up to microversion 2.35"],
  [{ min: "2.10" }, ", since microversion 2.10"],
  [{ min: "2.10", max: "2.35" }, ", from microversion 2.10 to 2.35"],
  [{ min: "2.10", max: "2.10" }, ", at microversion 2.10"],
])("%j reads %j", (bounds, words) => {
  expect(boundsInWords(bounds)).toBe(words);
});

function operation(
  method: "get" | "put" | "head",
  responses: OperationObject["responses"],
  requestType?: string,
  faults?: Readonly<Record<string, string>>,
): OperationModel {
  const model = readModel(
    documentOf(
      {
        "/x": {
          [method]: {
            operationId: "x",
            responses,
            ...(requestType !== undefined && {
              requestBody: { content: { [requestType]: { schema: {} } } },
            }),
          },
        },
      },
      faults && { "x-restanza": { service: "test", faults } },
    ),
  );
  const found = model.chapters[0]?.operations[0];
  if (found === undefined) throw new Error("no operation");
  return found;
}

const body = (mediaType: string, schema: SchemaObject = { type: "object" }): ResponseObject => ({
  description: "",
  content: { [mediaType]: { schema } },
});
const none = { description: "" };
const json = "application/json";
const fault = (component: string): ResponseObject => ({
  description: "",
  content: { "application/json": { schema: { $ref: `#/components/schemas/${component}` } } },
});

describe("the answers of an operation", () => {
  test.each<[OperationObject["responses"], unknown[], string]>([
    [{ "200": none, "404": none, default: none }, [200, 404], "a default adds nothing"],
    [{ default: none }, ["2XX"], "no code is documented"],
    [{ default: body("text/plain") }, ["2XX", "default"], "all that failed has one form"],
    [
      { "404": none, default: body("text/plain") },
      ["2XX", 404, "default"],
      "all that has no entry of its own (OpenAPI 3.1, Responses Object)",
    ],
    [{}, ["2XX"], "nothing is documented"],
    [{ "2XX": none, default: none }, ["2XX"], "a range is no code"],
    [
      { "200": none, "3XX": none, "4XX": none, "5XX": none, default: body("text/plain") },
      [200, "3XX", "4XX", "5XX"],
      "ranges leave nothing to a default",
    ],
    [{ "2XX": none, "404": none }, ["2XX", 404], "only errors have codes"],
    [{ "404": none, default: none }, ["2XX", 404], "only errors have codes"],
    [{ "201": none, "2XX": none }, [201, "2XX"], "a range is for the codes beside it"],
    [{ "200": none, "4XX": none }, [200, "4XX"], "a documented range of errors"],
    [{ "404": none, "4XX": none }, ["2XX", 404, "4XX"], "a code before its range"],
  ])("%j are %j (%s)", (responses, keys) => {
    expect(answersOf(operation("get", responses)).map(({ key }) => key)).toEqual(keys);
  });
});

test.each<[OperationObject["responses"], unknown[], string]>([
  [{ "200": none }, [200], "errors that no docs speak of are none of its answers"],
  [{ "200": none, "404": none }, [200, 404], "nor beside one that the docs name"],
  [{ "2XX": none }, ["2XX"], "nor where the docs name no code at all"],
])("%j beside the general fault are %j (%s)", (responses, keys) => {
  const general = { "4XX": fault("Fault"), "5XX": fault("Fault") };
  const one = operation("get", { ...responses, ...general }, undefined, { default: "Fault" });
  expect(answersOf(one).map(({ key }) => key)).toEqual(keys);
});

describe("a body", () => {
  test.each<["get" | "put" | "head", string, string | undefined, string, string]>([
    // method, status, media type                       kind      why
    ["get", "200", "application/json", "json", "the usual one"],
    ["get", "200", "application/vnd.x+json; charset=utf-8", "json", "a kind of JSON"],
    ["get", "200", "text/plain", "text", "text"],
    ["get", "200", "application/xml", "text", "people read it"],
    ["get", "200", "image/png", "stream", "bytes"],
    ["get", "200", "application/octet-stream", "stream", "bytes"],
    ["get", "404", "application/octet-stream", "text", "what went wrong is read"],
    ["get", "200", undefined, "stream", "a GET has content, documented or not"],
    ["get", "300", undefined, "none", "other answers need none"],
    ["put", "200", undefined, "none", "none is documented"],
    ["put", "204", "application/json", "none", "204 never has one"],
    ["get", "304", "application/json", "none", "nor 304"],
    ["head", "200", "application/json", "none", "nor any answer to HEAD"],
  ])("of %s %s as %s is %s (%s)", (method, status, mediaType, kind) => {
    const one = operation(method, { [status]: mediaType === undefined ? none : body(mediaType) });
    expect(bodyKindOf(one, one.responses[0])).toBe(kind);
  });

  test.each<[OperationModel, string[], string]>([
    [operation("put", { "200": body("application/json") }, "application/json"), [], "all JSON"],
    [operation("put", { "204": none, "404": body("application/json") }), [], "nothing to say"],
    [operation("put", { "202": none }), ['202: "none"'], "a body that nobody documents"],
    [operation("put", { "204": none }, "image/png"), ['send: "image/png"'], "bytes up"],
    [operation("put", { "204": none }, "multipart/form-data"), ['send: ""'], "only fetch can say"],
    [
      operation("put", { "200": body("text/plain"), "201": body("application/json") }),
      ['accept: "text/plain, application/json"', '200: "text"'],
      "two forms of answer",
    ],
    [operation("put", { "303": none }), ['303: "none"'], "a redirect that is an answer"],
    [operation("put", { "2XX": none }), ['"2XX": "any"'], "nothing is known"],
    [operation("put", { "200": body(json, { type: "array" }) }), ['200: "list"'], "a list"],
    [
      operation("put", { "204": none, "404": body(json, { type: "string" }) }),
      ['404: "json"'],
      "a text in JSON",
    ],
    [
      operation("put", { "202": body("application/json"), "4XX": body("text/plain") }),
      ['"4XX": "text"'],
      "a range in another form",
    ],
    [operation("put", { "204": none }, 'a"\r\nx: 1'), ["send: 'a\"x: 1'"], "no header of its own"],
  ])("of row %#, told to the runtime", (one, members) => {
    expect(mediaOf(one, {})).toEqual(members);
  });
});

describe("a value in JSON", () => {
  const object = { type: "object" } as const;
  const list = { type: "array", items: object } as const;
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const schemas: Record<string, SchemaObject> = {
    Box: object,
    Boxes: list,
    Round: ref("Round"),
    Tree: { anyOf: [ref("Tree"), ref("Box")] },
  };
  test.each<[SchemaObject, string, string]>([
    [object, "object", "as it says"],
    [{ properties: {} }, "object", "with members, it is one"],
    [list, "list", "as it says"],
    [{ items: object }, "list", "with items, it is one"],
    [{ type: ["object", "null"] }, "json", "null as well"],
    [{ type: "null" }, "json", "null alone"],
    [{ type: "string" }, "json", "a text"],
    [{}, "any", "all there is"],
    [ref("Box"), "object", "a component"],
    [ref("Boxes"), "list", "a component"],
    [ref("None"), "any", "one that is not there"],
    [ref("Round"), "any", "one that is itself"],
    [{ oneOf: [object, ref("Box")] }, "object", "objects all"],
    [{ anyOf: [object, list] }, "json", "either"],
    [{ anyOf: [object, {}] }, "any", "or all there is"],
    [{ allOf: [{ description: "" }, ref("Box")] }, "object", "what a part says"],
    [{ allOf: [{ type: ["object", "array"] }, object] }, "object", "what both say"],
    [{ ...object, anyOf: [{ required: ["a"] }, { required: ["b"] }] }, "object", "said above"],
  ])("of %j is %s (%s)", (schema, kind) => {
    expect(jsonKind(schema, schemas)).toBe(kind);
  });
});

describe("the form of a fault", () => {
  const text = { type: "string" } as const;
  const detail = { type: "object", properties: { code: {}, message: text }, required: ["message"] };
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const wrapped = (name: string): SchemaObject => ({
    properties: { [name]: ref("Detail") },
    required: [name],
  });
  const schemas: Record<string, SchemaObject> = {
    Detail: detail as SchemaObject,
    Named: { type: "object", additionalProperties: ref("Detail") },
    Either: { anyOf: [wrapped("error"), ref("Named"), wrapped("error")] },
    Round: { properties: { inner: ref("Round") }, required: ["inner"] },
  };
  test.each<[SchemaObject, string[], string]>([
    [wrapped("itemNotFound"), ["itemNotFound/message"], "to the deepest"],
    [detail as SchemaObject, ["message"], "without a wrapper"],
    [ref("Named"), ["*/message"], "under any name"],
    [ref("Either"), ["error/message", "*/message"], "each form once"],
    [{ allOf: [wrapped("a"), wrapped("b")] }, ["a/message b/message"], "all parts"],
    [{ required: ["a b/c"] }, ["a%20b%2Fc"], "a name with a space and a slash"],
    [text, ["$text"], "a page, or a line"],
    [{ required: ["$text"] }, ["%24text"], "a member of that name"],
    [{ type: "object" }, [""], "nothing is required: any object"],
    [ref("None"), [""], "not there: any object"],
  ])("of %j is %j (%s)", (schema, forms) => {
    expect(faultForms("It", { ...schemas, It: schema })).toEqual(forms);
  });

  test("ends where it turns in a circle", () => {
    expect(faultForms("Round", schemas)).toEqual(["inner"]);
    expect(faultForms("None", schemas)).toEqual([""]);
  });
});

test("GET has no body, whatever the docs say, since fetch refuses one", async () => {
  const files = await emitted(
    documentOf({
      "/x": {
        get: {
          operationId: "getX",
          requestBody: { required: true, content: { "application/json": { schema: {} } } },
          responses: {},
        },
      },
    }),
  );
  expect(files.get("client/operations-2.ts") ?? files.get("client/operations.ts")).toContain(
    "export type GetXInput = EmptyRequest;",
  );
});

test("a chapter that is called like the service keeps its name, and the service's module has another", async () => {
  const files = await emitted(
    documentOf(
      {
        "/x": { get: { operationId: "getX", tags: ["boxes"], responses: { "204": none } } },
        "/y": { get: { operationId: "getY", tags: ["boxes-client"], responses: { "204": none } } },
      },
      { tags: [{ name: "boxes" }, { name: "boxes-client" }], "x-restanza": { service: "boxes" } },
    ),
  );
  expect(files.get("client/boxes.ts")).toContain("export function getX(");
  expect(files.get("client/boxes-client.ts")).toContain("export function getY(");
  expect(files.get("client/boxes-client-2.ts")).toContain("export function createBoxesClient(");
});

test("names that are taken are left to who has them", async () => {
  const component = { type: "object", properties: { a: { type: "string" } } } as const;
  const operations = ["call", "then", "createTest", "createThing", "delete"].map(
    (operationId, index) =>
      [`/${index}`, { put: { operationId, responses: { "204": none } } }] as const,
  );
  const files = await emitted(
    documentOf(Object.fromEntries(operations), {
      components: {
        schemas: { CreateThingRequest: component, CreateThingResult: component, Test: component },
      },
    }),
  );
  const index = files.get("client/index.ts") ?? "";
  expect(index).toContain('export { createTestApi, type TestApi } from "./bound.js";');
  expect(index.match(/^ {2}(?:call|then|createT|delete)\w*,$/gm)).toEqual([
    "  createTestClient,",
    "  call_2,",
    "  createTest,",
    "  createThing,",
    "  delete_,",
    "  then_2,",
  ]);
  expect(index).toContain("type CreateThingInput,");
  expect(index).toContain("type CreateThingOutcome,");
});
