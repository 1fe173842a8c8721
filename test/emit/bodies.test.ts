import { describe, expect, it } from "vitest";
import type {
  OpenApiDocument,
  OperationObject,
  ResponseObject,
} from "../../generator/openapi/document.js";
import { readModel } from "../../generator/openapi/read/read-model.js";
import { saidOfBodies } from "./said-of-bodies.js";

/** Client and server read one document alike: what one sends is what the other expects. */

const schema = { $ref: "#/components/schemas/Thing" };
const contents: Readonly<Record<string, ResponseObject["content"]>> = {
  nothing: undefined,
  json: { "application/json": { schema } },
  merge: { "application/merge-patch+json": { schema } },
  text: { "text/plain": { schema: { type: "string" } } },
  bytes: { "application/octet-stream": { schema: { type: "string" } } },
};
const statuses = ["200", "202", "204", "205", "304", "300", "404", "500", "2XX", "4XX", "5XX"];
const methods = ["get", "head", "post", "put", "delete", "patch"] as const;

function operation(method: string, name: string, status: string): OperationObject {
  const content = contents[name];
  return {
    operationId: `${method}${name[0]?.toUpperCase()}${name.slice(1)}${status.toLowerCase()}`,
    responses: {
      [status]: { description: "", ...(content !== undefined && { content }) },
      ...(status !== "201" && { 201: { description: "" } }),
    },
  };
}

const document: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Things", version: "1" },
  paths: Object.fromEntries(
    Object.keys(contents).flatMap((name) =>
      statuses.map((status) => [
        `/${name}/${status}`,
        Object.fromEntries(methods.map((method) => [method, operation(method, name, status)])),
      ]),
    ),
  ),
  components: { schemas: { Thing: { type: "object" } } },
};

describe("the body of an answer", () => {
  it("is the same for client and server, whatever method, status and type", async () => {
    const { client, server } = await saidOfBodies(readModel(document));
    const both = [...client.keys()].filter((key) => server.has(key));
    expect(both.length).toBeGreaterThan(methods.length * statuses.length * 5);
    expect(both.filter((key) => client.get(key) !== server.get(key))).toEqual([]);
    expect(new Set(both.map((key) => client.get(key)))).toEqual(
      new Set(["none", "any", "content", "json Thing"]),
    );
  });
});
