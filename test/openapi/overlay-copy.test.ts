import { describe, expect, test } from "vitest";
import type { OpenApiDocument } from "../../generator/openapi/document.js";
import { applyOverlays } from "../../generator/openapi/overlay/overlay.js";
import { readOverlay } from "../../generator/openapi/overlay/read-overlay.js";

/* What Overlay 1.1 has beyond 1.0. */

const response = { "200": { description: "OK" } };
const document: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Items", version: "1" },
  tags: [{ name: "a" }],
  paths: {
    "/items": { get: { operationId: "list", summary: "List", responses: response } },
    "/some": { delete: { operationId: "drop", tags: ["a", "b"], responses: response } },
  },
};

function apply(actions: string, version = "1.1.0") {
  const text = `overlay: ${version}\ninfo: { title: Fixes, version: '1', description: Why. }\nactions:\n${actions}`;
  const reading = readOverlay("fixes.yaml", text);
  if (reading.kind === "invalid") return { problems: reading.problems.map(({ words }) => words) };
  const { value, diagnostics } = applyOverlays(document, [reading.overlay]);
  return { paths: value.paths, info: value.info, found: diagnostics.map(({ message }) => message) };
}

describe("copy", () => {
  test("merges the one node that it selects", () => {
    const { paths, found } = apply(
      `  - { target: "$.paths['/some']", copy: "$.paths['/items']" }\n`,
    );
    expect(found).toEqual([]);
    expect(Object.keys(paths?.["/some"] ?? {})).toEqual(["delete", "get"]);
    expect(paths?.["/some"]?.get).toEqual(document.paths["/items"]?.get);
  });

  test("moves with an update before it and a removal behind it", () => {
    const { paths, found } = apply(
      `  - { target: "$.paths", update: { /new: {} } }\n` +
        `  - { target: "$.paths['/new']", copy: "$.paths['/items']" }\n` +
        `  - { target: "$.paths['/items']", remove: true }\n`,
    );
    expect(found).toEqual([]);
    expect(Object.keys(paths ?? {})).toEqual(["/some", "/new"]);
    expect(paths?.["/new"]).toEqual(document.paths["/items"]);
  });

  test("a primitive replaces a primitive", () => {
    const { info, found } = apply(
      `  - { target: "$.info.title", copy: "$.paths['/items'].get.summary" }\n`,
    );
    expect([info?.title, found]).toEqual(["List", []]);
  });

  test.each([
    ["$.nothing", "selects 0 nodes to copy, and not one"],
    ["$.paths.*", "selects 2 nodes to copy, and not one"],
    ["$.info.title", "only an object fits an object"],
  ])("of %s is told: %s", (from, reason) => {
    const { found, paths } = apply(`  - { target: "$.paths['/some']", copy: "${from}" }\n`);
    expect(found).toEqual([expect.stringContaining(reason)]);
    expect(paths).toEqual(document.paths);
  });

  test.each([
    [`{ target: "$.info", copy: "info" }`, "1.1.0", "is no JSONPath"],
    [`{ target: "$.info", copy: [] }`, "1.1.0", "must be a JSONPath"],
    [`{ target: "$.info", copy: "$.info", update: {} }`, "1.1.0", "has update and copy"],
    [`{ target: "$.info", copy: "$.info" }`, "1.0.0", "copy is of Overlay 1.1"],
    [`{ target: "$.info", remove: true }`, "1.2.0", "restanza reads Overlay 1.0 and 1.1"],
  ])("%s of %s is refused: %s", (action, version, words) => {
    expect(apply(`  - ${action}\n`, version).problems).toEqual([expect.stringContaining(words)]);
  });
});

test("a primitive item of a list goes by a filter on itself", () => {
  const { paths } = apply(`  - { target: "$.paths.*.delete.tags[?@ == 'b']", remove: true }\n`);
  expect(paths?.["/some"]?.delete?.tags).toEqual(["a"]);
});
