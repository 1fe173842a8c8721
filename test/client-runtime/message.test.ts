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
  ["a string in a list", { errors: ["said"] }],
  ["with marks of HTML in it", { message: "<br />said<br /><br />\n\n\n" }],
  ["a page", "<html>\n <head></head> <body>said</body>\r\n</html>"],
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

test("never fails, however deep or long", () => {
  let deep: unknown = "end";
  for (let depth = 0; depth < 100_000; depth++) deep = { next: deep };
  expect(messageOf(deep)).toBe("");
  expect(messageOf("<".repeat(1_000_000)).length).toBeLessThanOrEqual(2000);
  assert(property(jsonValue(), (body) => typeof messageOf(body) === "string"));
});
