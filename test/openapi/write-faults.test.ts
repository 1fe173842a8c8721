import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { FaultForm } from "../../generator/facts/service-fact.js";
import { faultUses } from "../../generator/openapi/write/fault-forms.js";
import { writeFaults } from "../../generator/openapi/write/write-faults.js";

const statuses = [400, 401, 404, 409, 413, 500];

/** What is wrong with a body by the component that a service of this form has for the status. */
function wrong(form: FaultForm, status: number, body: unknown): string | undefined {
  const { schemas, byStatus } = writeFaults(form, statuses);
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema({ $id: "faults", components: { schemas } });
  const component = byStatus[status] ?? byStatus["default"];
  const validate = ajv.compile({ $ref: `faults#/components/schemas/${component}` });
  return validate(body) ? undefined : ajv.errorsText(validate.errors);
}

const middleware = {
  error: { code: 401, title: "Unauthorized", message: "The request requires authentication." },
};
const webob = { message: "Not there.<br /><br />", code: "404 Not Found", title: "Not Found" };
const wsme = { faultcode: "Client", faultstring: "No.", debuginfo: null };
const pecan = { code: 404, title: "Not Found", description: "" };

describe("a body that a real service answered fits", () => {
  test.each<[form: FaultForm, status: number, body: unknown, why: string]>([
    ["named", 404, { itemNotFound: { code: 404, message: "No." } }, "the name of the status"],
    ["named", 409, { conflictingRequest: { code: 409, message: "No." } }, "the same"],
    ["named", 413, { overLimit: { code: 413, message: "", retryAfter: "0" } }, "when to try again"],
    ["named", 500, { computeFault: { code: 500, message: "No." } }, "a status without a name"],
    ["named", 406, { computeFault: { code: 406, message: "No." } }, "a status of no docs"],
    ["named", 405, webob, "what is not routed"],
    ["error", 404, { error: { code: 404, message: "No.", title: "Not Found" } }, "as ever"],
    ["errors", 409, { errors: [{ status: 409, title: "", detail: "", code: "a" }] }, "a list"],
    ["typed", 409, { NeutronError: { type: "InUse", message: "", detail: "" } }, "a class"],
    ["typed", 404, webob, "an extension that is not there"],
    ["flat", 404, webob, "as webob writes it"],
    ["flat", 401, webob, "it refuses by itself"],
    ["flat", 401, middleware, "unless the middleware does"],
    ["faultstring", 400, wsme, "as WSME writes it"],
    ["faultstring", 400, pecan, "what is refused before WSME"],
    ["quoted", 404, { error_message: JSON.stringify(wsme) }, "as a text"],
    ["quoted", 406, { error_message: JSON.stringify(pecan) }, "the other framework, too"],
    [
      "explained",
      400,
      { ...pecan, explanation: "", error: { type: "Invalid", traceback: null, message: "No." } },
      "a class and its message",
    ],
    [
      "explained",
      500,
      { code: 500, title: "", explanation: "", error: { type: "Timeout", traceback: null } },
      "an exception that is not shown",
    ],
    ["described", 400, { title: "Invalid", description: "No." }, "as Falcon writes it"],
    ["coded", 403, { code: 403, type: "forbidden", request_id: "req-1" }, "without a message"],
    [
      "coded",
      400,
      {
        code: 400,
        type: "invalid_object",
        request_id: "req-1",
        errors: { errors: [{ path: ["records", 0], message: "No.", validator: "required" }] },
      },
      "member by member",
    ],
    ["text", 404, "<html><h1>Not Found</h1></html>", "a page"],
  ])("%s %d %j (%s)", (form, status, body) => {
    expect(wrong(form, status, body)).toBeUndefined();
  });

  test.each(Object.keys(faultUses) as FaultForm[])("%s: 401 is of the middleware", (form) => {
    expect(wrong(form, 401, middleware)).toBeUndefined();
    expect(wrong(form, 400, middleware) === undefined).toBe(form === "error");
  });

  test.each([webob, wsme, pecan, middleware, { error_message: "{}" }])("any: %j", (body) => {
    expect(wrong("any", 400, body)).toBeUndefined();
  });
});

test.each<[form: FaultForm, status: number, body: unknown, why: string]>([
  ["named", 404, { badRequest: { code: 404, message: "No." } }, "the name of another status"],
  ["named", 400, webob, "another form"],
  ["typed", 400, webob, "webob only knows what is not there"],
  ["quoted", 404, { error_message: wsme }, "no text"],
  ["coded", 404, { code: 404, message: "No." }, "without its kind"],
  ["text", 404, webob, "no text at all"],
])("%s %d is not %j (%s)", (form, status, body) => {
  expect(wrong(form, status, body)).toBeTypeOf("string");
});

test.each<[FaultForm, string[], string]>([
  ["named", ["FlatFault", "IdentityFault", "NamedFault"], "no union of all"],
  ["coded", ["CodedFault", "IdentityFault"], "and the middleware"],
  ["error", ["FlatFault", "IdentityFault"], "each once"],
])("the general fault of %s is %j (%s)", (form, names) => {
  const references = writeFaults(form, []).schemas["Fault"]?.anyOf?.map(({ $ref }) => $ref) ?? [];
  const found = references.map((reference) => reference?.split("/").at(-1) ?? "");
  expect(found.toSorted()).toEqual(names);
});

test("only what is used has a component", () => {
  expect(Object.keys(writeFaults("coded", [404]).schemas)).toEqual([
    "CodedFault",
    "Fault",
    "IdentityFault",
  ]);
  expect(Object.keys(writeFaults("text", [404]).schemas)).toEqual(["Fault"]);
});
