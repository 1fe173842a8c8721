import { expect, test } from "vitest";
import type { OpenApiDocument } from "../../generator/openapi/document.js";
import { compareDocuments } from "../../generator/diff/diff.js";
import { service } from "../../generator/diff/rules/examples.js";

function at(servers: readonly string[], paths: readonly string[]): OpenApiDocument {
  const items = paths.map((path) => [path, { get: { operationId: path.replaceAll(/\W/g, "x") } }]);
  return {
    ...service(Object.fromEntries(items)),
    servers: servers.map((url) => ({ url })),
  };
}

test.each<[why: string, old: OpenApiDocument, now: OpenApiDocument, said: readonly string[]]>([
  [
    "a base path that went into the paths",
    at(["/v1"], ["/boxes", "/boxes/{box_id}"]),
    at(["/"], ["/v1/boxes", "/v1/boxes/{id}"]),
    [],
  ],
  [
    "what came from there, on another host",
    at(["https://a.example.com"], ["/v1/boxes"]),
    at(["https://b.example.com/v1/"], ["/boxes"]),
    ["unknown server-host-removed "],
  ],
  [
    "the same paths below another base path",
    at(["/v1"], ["/boxes"]),
    at(["/v2"], ["/boxes"]),
    ["breaking base-path-removed "],
  ],
  [
    "one of two that lost its base path",
    at(["/v1"], ["/boxes", "/lids"]),
    at(["/"], ["/v1/boxes", "/lids"]),
    ["breaking base-path-removed GET /lids"],
  ],
])("operations are compared by all of their URL: %s", (_why, old, now, said) => {
  const told = (a: OpenApiDocument, b: OpenApiDocument) =>
    compareDocuments(a, b).map(
      ({ verdict, id, operation }) =>
        `${verdict} ${id} ${operation === null ? "" : `${operation.method} ${operation.path}`}`,
    );
  expect(told(old, now)).toEqual(said);
});
