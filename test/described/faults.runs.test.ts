import { expect, test } from "vitest";
import { made, run } from "./service.js";

/* In which form the server of somebody else's document refuses what no handler sees. */

const body = (name: string, mediaType = "application/json") => ({
  description: "No",
  content: { [mediaType]: { schema: { $ref: `#/components/schemas/${name}` } } },
});
const text = { type: "string" };
const schemas = {
  Problem: {
    type: "object",
    properties: { type: text, title: text, status: { type: "integer" }, detail: text },
    required: ["title", "status"],
  },
  Wrong: { type: "object", properties: { wrong: text }, required: ["wrong"] },
};
const documentOf = (errors: object, more: object = {}) => ({
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        parameters: [{ name: "limit", in: "query", schema: { type: "integer" } }],
        responses: { "200": { description: "Done" }, ...errors },
      },
    },
  },
  components: { schemas },
  ...more,
});
const problem = body("Problem", "application/problem+json");

test("a refusal has the form and the media type of the document's errors", async () => {
  const service = await run(documentOf({ "404": problem, default: problem }));
  try {
    const answer = await service.calls["listPets"]?.({ query: { limit: "many" } });
    expect(answer).toMatchObject({
      status: 400,
      body: { title: "Bad Request", status: 400, detail: expect.stringContaining("limit") },
    });
    expect((answer as unknown as { headers: Headers }).headers.get("content-type")).toBe(
      "application/problem+json",
    );
  } finally {
    await service.close();
  }
});

test.each<[object, object, string, string]>([
  [{ "404": problem, "409": problem }, {}, "problem", "all errors have one"],
  [{ "404": body("Wrong"), default: problem }, {}, "problem", "that of all others"],
  [{ "404": body("Wrong"), "409": problem }, {}, "anyFault", "nothing tells which"],
  [{ "404": { description: "No" } }, {}, "anyFault", "none has a form"],
  [
    { "404": body("Wrong"), "409": problem },
    { "x-restanza": { faults: { default: "Wrong" } } },
    "wrong",
    "an overlay or a function of the configuration names it",
  ],
])("of errors %j, with %j, it is %s: %s", async (errors, more, maker, _why) => {
  const { files, problems } = await made(documentOf(errors, more));
  expect(files.get("server/service.ts")).toContain(`default: ${maker}`);
  expect(problems()).toEqual([]);
});
