import { assert, jsonValue, property } from "fast-check";
import { expect, test } from "vitest";
import { messageOf } from "../../templates/client/runtime/runtime.js";

test.each([
  // why                                   body
  ["under the name of the fault", { itemNotFound: { code: 404, message: "said" } }],
  ["with a title", { error: { code: 401, title: "Unauthorized", message: "said" } }],
  ["without a wrapper", { code: "404 Not Found", title: "Not Found", message: "said" }],
  ["a list whose status comes first", { errors: [{ status: 404, title: "Not", detail: "said" }] }],
  [
    "with a class and an empty detail",
    { NeutronError: { type: "X", message: "said", detail: "" } },
  ],
  ["a wrapper with a mere string", { NeutronError: "said" }],
  ["as web-service frameworks do", { faultcode: "Client", faultstring: "said", debuginfo: null }],
  [
    "beside words for the status",
    { explanation: "Not Found.", title: "Not Found", error: { traceback: null, message: "said" } },
  ],
  ["a description", { title: "Bad", description: "said" }],
  ["a title, where the description is empty", { code: 404, title: "said", description: "" }],
  [
    "in a text that is JSON again",
    { error_message: '{"faultcode": "Client", "faultstring": "said", "debuginfo": null}' },
  ],
  [
    "and in the other form",
    { error_message: '{"code": 404, "title": "No", "description": "said"}' },
  ],
  ["JSON that no header calls so", ' {"error": {"message": "said"}}\n'],
  ["a list of JSON", '[{"detail": "said"}]'],
  ["its kind, where there are no words", { code: 403, type: "said", request_id: "req-1" }],
  ["whatever the order of its members", { request_id: "req-1", type: "said", code: 403 }],
  [
    "of the first member that is wrong, not the kind",
    {
      code: 400,
      type: "invalid",
      request_id: "req-1",
      errors: { errors: [{ path: ["records", 0], message: "said", validator: "required" }] },
    },
  ],
  [
    "its class, where the exception is not shown",
    { code: 500, title: "Error", explanation: "No.", error: { traceback: null, type: "said" } },
  ],
  ["under a name for texts", { error_code: 400, error_message: "said", error_name: "NAME" }],
  ["a string in a list", { errors: ["said"] }],
  ["with marks of HTML in it", { message: "<br />said<br /><br />\n\n\n" }],
  ["a page", "<html>\n <head></head> <body>said</body>\r\n</html>"],
  ["a page with a heading", "<html><h1>Not Found</h1><p>said</p></html>"],
  [
    "a page with a title and style",
    "<html><head><title>404</title><style>b { c: d }</style></head><body><h1>404</h1>\nsaid<hr></body>",
  ],
  ["a page that is nothing but its heading", "<html><body><h1>said</h1></body></html>"],
  ["a page that is nothing but its title", "<title>said</title>"],
  ["text", "  said\n"],
])("finds the message: %s", (_why, body) => {
  expect(messageOf(body)).toBe("said");
});

test.each([[undefined], [null], [""], [404], [true], [[]], [{}], [{ code: 404 }]])(
  "%j says nothing",
  (body) => {
    expect(messageOf(body)).toBe("");
  },
);

test.each([
  ["{said}", "what begins like JSON, and is none"],
  ["said, and said again", "words as they are"],
])("%s is its own message (%s)", (text) => {
  expect(messageOf(text)).toBe(text);
});

test("never fails, however deep or long", () => {
  let deep: unknown = "end";
  for (let depth = 0; depth < 100_000; depth++) deep = { next: deep };
  expect(messageOf(deep)).toBe("");
  expect(messageOf("<".repeat(1_000_000)).length).toBeLessThanOrEqual(2000);
  expect(messageOf("[".repeat(1_000_000)).length).toBeLessThanOrEqual(2000);
  expect(messageOf(`{"a": "${"b".repeat(1_000_000)}"}`).length).toBeLessThanOrEqual(2000);
  const quoted = Array.from({ length: 10 }).reduce<string>((text) => JSON.stringify([text]), "end");
  expect(messageOf(quoted)).not.toBe("end");
  assert(property(jsonValue(), (body) => typeof messageOf(body) === "string"));
});
