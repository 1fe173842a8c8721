import { expect, test } from "vitest";
import { fallbackBody, faultBody } from "../../../generator/emit/server/faults.js";
import { flatCode } from "../../../generator/emit/layout/doc.js";
import { type Value, valueDoc } from "../../../generator/emit/layout/values.js";
import type { SchemaObject } from "../../../generator/openapi/document.js";
import type { ApiModel } from "../../../generator/openapi/model.js";

const flat = (value: Value): string => flatCode(valueDoc(value));
const text: SchemaObject = { type: "string" };
const integer: SchemaObject = { type: "integer" };
const object = (properties: Readonly<Record<string, SchemaObject>>, required?: string[]) => ({
  type: "object" as const,
  properties,
  required: required ?? Object.keys(properties),
});

function model(
  faults: Readonly<Record<string, string>> = {},
  schemas: Readonly<Record<string, SchemaObject>> = {},
): ApiModel {
  return {
    title: "",
    description: undefined,
    service: "a",
    aliases: [],
    microversions: undefined,
    conventions: {},
    chapters: [],
    schemas,
    faults,
    projected: undefined,
    credential: { header: "X-Auth-Token", prefix: "" },
    document: { openapi: "3.1.0", info: { title: "", version: "" }, paths: {} },
  };
}

test.each<[why: string, schema: SchemaObject, status: number | undefined, body: string]>([
  [
    "a name around the rest, as Nova's",
    object({ itemNotFound: object({ code: integer, message: text }) }),
    404,
    "{ itemNotFound: { code: 404, message } }",
  ],
  [
    "any status, as Keystone's",
    object({ error: object({ code: integer, message: text, title: text }) }),
    undefined,
    "{ error: { code: status, message, title: reasonOf(status) } }",
  ],
  [
    "a list, as Placement's; the code is a name for programs",
    object({
      errors: {
        type: "array",
        items: object(
          { status: integer, title: text, detail: text, request_id: text, code: text },
          [],
        ),
      },
    }),
    undefined,
    "{ errors: [{ status, title: reasonOf(status), detail: message, request_id: requestId }] }",
  ],
  [
    "a class, as Neutron's; more about it is empty",
    object({ NeutronError: object({ type: text, message: text, detail: text }) }),
    409,
    '{ NeutronError: { type: reasonOf(409), message, detail: "" } }',
  ],
  [
    "no wrapper, as Glance's, with the status in words",
    object({ message: text, code: text, title: text }),
    404,
    "{ message, code: `${404} ${reasonOf(404)}`, title: reasonOf(404) }",
  ],
  [
    "as web-service frameworks have it",
    object({ faultstring: text, faultcode: text, debuginfo: { type: ["string", "null"] } }),
    undefined,
    '{ faultstring: message, faultcode: status < 500 ? "Client" : "Server", debuginfo: null }',
  ],
  [
    "with what its status means, as Heat's",
    object({
      code: integer,
      title: text,
      explanation: text,
      error: object({ type: text, message: text, traceback: text }, ["type"]),
    }),
    409,
    "{ code: 409, title: reasonOf(409), explanation: reasonOf(409), error: { type: reasonOf(409), message } }",
  ],
  [
    "a kind for programs, as Designate's",
    object({ code: integer, type: text, request_id: text, message: text }, [
      "code",
      "type",
      "request_id",
    ]),
    404,
    "{ code: 404, type: reasonOf(404), request_id: requestId, message }",
  ],
  [
    "in a text, as Ironic's, which is JSON again",
    object({
      error_message: {
        type: "string",
        contentMediaType: "application/json",
        contentSchema: object({ faultstring: text, faultcode: text, debuginfo: text }, [
          "faultstring",
        ]),
      },
    }),
    400,
    '{ error_message: JSON.stringify({ faultstring: message, faultcode: "Client", debuginfo: "" }) }',
  ],
  ["a text", text, 503, "message"],
  ["no name that sounds like a message", object({ words: text }), 400, "{ words: message }"],
  ["optional members that say it", object({ message: text, hint: text }, []), 400, "{ message }"],
  ["a branch", { anyOf: [{ type: "null" }, object({ message: text })] }, 400, "{ message }"],
  [
    "a branch of a branch",
    { anyOf: [{ oneOf: [object({ message: text }), text] }, text] },
    400,
    "{ message }",
  ],
  [
    "one that is called `__proto__`",
    object({ ["__proto__"]: text }),
    400,
    '{ "__proto__": message }',
  ],
])("%s", (_why, schema, status, body) => {
  expect(flat(faultBody(model(), schema, status).value)).toBe(body);
});

test("a schema that is its own branch ends", () => {
  const schemas: Record<string, SchemaObject> = {
    Fault: { anyOf: [{ $ref: "#/components/schemas/Fault" }], properties: { message: text } },
  };
  expect(flat(faultBody(model({}, schemas), schemas["Fault"] ?? {}, 400).value)).toBe(
    "{ message }",
  );
});

test("a schema that holds itself ends", () => {
  const schemas = {
    Fault: object({ cause: { $ref: "#/components/schemas/Fault" }, message: text }),
  };
  const body = flat(faultBody(model({}, schemas), schemas.Fault, 400).value);
  expect(body).toContain("message");
  expect(body.length).toBeLessThan(500);
});

const named = object({ badRequest: object({ code: integer, message: text }) });
const keystone = object({ error: object({ code: integer, message: text }) });
test.each<[why: string, schema: SchemaObject | undefined, body: string]>([
  ["named ones", named, "{ [faultNameOf(status)]: { code: status, message } }"],
  ["others", keystone, "{ error: { code: status, message } }"],
  ["none at all", undefined, "{ message, code: status, title: reasonOf(status) }"],
])("where a status has no form: like %s", (_why, schema, body) => {
  const given = schema === undefined ? model() : model({ 400: "F" }, { F: schema });
  expect(flat(fallbackBody(given).value)).toBe(body);
});

test("of several forms that of the service is chosen", () => {
  const any: SchemaObject = {
    anyOf: [
      keystone,
      { type: "object", additionalProperties: object({ code: integer, message: text }) },
    ],
  };
  const given = model({ 400: "F", 401: "K", default: "A" }, { F: named, K: keystone, A: any });
  expect(flat(faultBody(given, any, undefined).value)).toBe(
    "{ [faultNameOf(status)]: { code: status, message } }",
  );
});
