import { expect, test } from "vitest";
import { compareDocuments } from "../../generator/diff/diff.js";
import { box, gives, lists, service, text } from "../../generator/diff/rules/examples.js";
import type { DocumentedOperation, OpenApiDocument } from "../../generator/openapi/document.js";

test.each([
  ["from its own first", { "min-ver": "1.5" }, "1.5", "1.9"],
  ["up to its own last", { "max-ver": "1.7" }, "1.1", "1.7"],
  ["at all where it has no bounds", undefined, "1.1", "1.9"],
])("words of an operation are others at its own microversions: %s", (_, bounds, min, max) => {
  const own = bounds && { "x-openstack": bounds };
  const changes = compareDocuments(
    lists({ ...own, description: "Lists boxes." }),
    lists({ ...own, description: "Lists all boxes." }),
  );
  expect(changes.map(({ id, versions }) => ({ id, ...versions }))).toEqual([
    { id: "words-changed", min, max },
  ]);
});

test("a success that shows the same sample adds no sample", () => {
  const content = {
    "application/json": { schema: box({ name: text }), examples: { a: { value: { name: "a" } } } },
  };
  const old = lists({ responses: { "200": { description: "OK", content } } });
  const answer = { description: "OK", content };
  const now = lists({ responses: { "200": answer, "202": answer } });
  expect(compareDocuments(old, now).map(({ id }) => id)).toEqual(["response-success-status-added"]);
  expect(compareDocuments(gives({ content }), old)).toEqual([]);
});

/** Two documented operations of one method and path, told apart by a member of their bodies. */
function sharing(path: string, description: string): OpenApiDocument {
  const one = (operationId: string, member: string, words: string): DocumentedOperation => ({
    operationId,
    summary: operationId,
    description: words,
    tag: "boxes",
    source: { file: "boxes.inc", title: operationId },
    parameters: [],
    "x-openstack": { "action-name": member },
    responses: { "200": { description: "OK" } },
  });
  const operations = [one("openBox", "open", description), one("shutBox", "shut", "Shuts it.")];
  return service({ [path]: { post: { "x-restanza": { operations } } } });
}

test.each([
  ["/boxes/{id}/action", "Action `open`: the operation is described in other words."],
  ["/boxes/{id}", "Where `open` is sent: the operation is described in other words."],
])("what shares %s is called what it is", (path, message) => {
  const changes = compareDocuments(sharing(path, "Opens."), sharing(path, "Opens it."));
  expect(changes.map((one) => one.message)).toEqual([message]);
});
