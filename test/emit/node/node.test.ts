import { describe, expect, it, test } from "vitest";
import { client } from "../../../generator/emit/client/index.js";
import { node } from "../../../generator/emit/node/index.js";
import { types } from "../../../generator/emit/types/index.js";
import type { OpenApiDocument } from "../../../generator/openapi/document.js";
import { readModel } from "../../../generator/openapi/read/read-model.js";
import { strictest } from "../compiler.js";
import { compileNatively } from "../native-compiler.js";

const token = { type: "apiKey", in: "header", name: "X-Auth-Token" };

/** A document whose operations ask for one credential, of a service that had another type once. */
function documentOf(scheme: object, path = "/v3/boxes"): OpenApiDocument {
  return {
    openapi: "3.1.0",
    info: { title: "Box API", version: "1" },
    security: [{ one: [] }],
    paths: {
      [path]: { get: { operationId: "listBoxes", responses: { 204: { description: "Done." } } } },
    },
    components: { schemas: {}, securitySchemes: { one: scheme } },
    "x-restanza": { service: "box", aliases: ["boxv3", "crate"] },
  };
}

describe("the output for Node", () => {
  const model = readModel(documentOf(token));
  // The loosest and the strictest of users.
  test.each([
    strictest,
    { ...strictest, exactOptionalPropertyTypes: false, noUncheckedIndexedAccess: false },
  ])("compiles beside the client (%#)", async (options) => {
    const planned = [types, client, node].map((emitter) => emitter.plan(model));
    const files = (await Promise.all(planned)).flat();
    expect(files.map(({ path }) => path)).toContain("node/connect.ts");
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    expect(compileNatively(texts, options)).toEqual([]);
  });

  it("is nothing where the client takes no session", async () => {
    const bearer = documentOf({ type: "http", scheme: "bearer" });
    expect(await node.plan(readModel(bearer))).toEqual([]);
  });
});

test.each([
  ["/v3/boxes", '{ type: "box", aliases: ["boxv3", "crate"], versionInPaths: true }'],
  ["/boxes", '{ type: "box", aliases: ["boxv3", "crate"] }'],
])("a session finds the service of %s in a catalog as %s", async (path, service) => {
  const files = await client.plan(readModel(documentOf(token, path)));
  const text = files.find((file) => file.path === "client/box.ts")?.text;
  expect(text).toContain(`...createClient(options, ${service}),`);
});
