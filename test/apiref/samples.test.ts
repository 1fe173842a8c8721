import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import {
  isOfUrl,
  namesakesOf,
  sideOfFile,
  isBareSide,
  sideOfWords,
} from "../../generator/apiref/files/sides.js";
import type { SampleLink } from "../../generator/infer/reference.js";
import { decideSides } from "../../generator/infer/sides/decide-sides.js";
import { rules } from "../../generator/infer/rules.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

test.each([
  ["Request", "request"],
  ["Response Parameters", "response"],
  ["Example Create Image: JSON request", "request"],
  ["Repsponse", "response"],
  ["Reqeust", "request"],
  ["Request and response", undefined],
  ["Requires", undefined],
  ["Responsible parties", undefined],
  ["Parameters", undefined],
  ["Response example of the list request", "response"],
  ["the example request of List Response Rules", "request"],
  ["Example response: create a request", "response"],
  ["Response of the Create Box request", "response"],
  ["Create request response", "response"],
  ["Example Close Request: JSON response", "response"],
  ["The request has a box, and the response has none", undefined],
  ["Input", "request"],
  ["Output parameters:", "response"],
  ["Example output", "response"],
  ["Response of an input", "response"],
  ["Input devices", undefined],
  ["Show console output", undefined],
  ["What is sent:", "request"],
  ["What you send", "request"],
  ["What comes back:", "response"],
  ["What the service returns", "response"],
  ["Returned values:", "response"],
  ["Sent parameters", "request"],
  ["What is sent to the pool", undefined],
  ["Returns the box", undefined],
  ["Send this:", "request"],
  ["You get:", "response"],
  ["The service answers:", "response"],
  ["The service answers all", undefined],
])("the heading %j speaks of %s", (words, side) => {
  expect(sideOfWords(words)).toBe(side);
});

test.each([
  ["Response parameters", true],
  ["Reponse Parameters", true],
  ["JSON request body", true],
  ["What is sent", true],
  ["The response has the parameters", false],
  ["Parameters", false],
  ["Create request parameters", false],
])("whether %j is a side and no more: %s", (words, is) => {
  expect(isBareSide(words)).toBe(is);
});

test.each([
  ["samples/image-create-req.json", "request"],
  ["samples/images-list-resp.json", "response"],
  ["samples/image-create-request.json", "request"],
  ["samples/response/images.json", "response"],
  ["samples/images.json", undefined],
  ["samples/request-response.json", undefined],
  ["samples/request-spec-show-response.json", "response"],
])("the file %s speaks of %s", (path, side) => {
  expect(sideOfFile(path)).toBe(side);
});

test.each([
  // words                                       path                          headings                  side
  ["Example: list box requests", "/v2/box_requests", [], undefined],
  ["Example response: list box requests", "/v2/box_requests", [], "response"],
  ["Box request response", "/v2/boxes", ["Show Box Request"], "response"],
  ["Show all requests", "/v2/requests", [], undefined],
  ["Example request", "/v2/requests", ["Example Request"], "request"],
])("%j below %s %j speaks of %s", (words, path, headings, side) => {
  expect(sideOfWords(words, namesakesOf({ path }, headings))).toBe(side);
});

test.each([
  ["box_requests/box_requests-list-resp.json", "response"],
  ["box_requests/box_requests-list.json", undefined],
])("the file %s below /v2/box_requests speaks of %s", (path, side) => {
  expect(sideOfFile(path, namesakesOf({ path: "/v2/box_requests" }, []))).toBe(side);
});

function only(body: string): SampleLink | undefined {
  const text = `Images\n======\n\n.. rest_method:: POST /images\n\nNormal response codes: 200\n\n${body}`;
  const files = {
    "images.inc": text,
    "samples/images.json": '{"images": []}',
    "samples/image-req.json": '{"image": {}}',
    "samples/v2.53/image.json": '{"image": {}}',
    "samples/talk.txt": "HTTP/1.1 200 OK\n",
    "samples/long.json": '{\n"a": 1,\n"b": 2\n}\n',
  };
  const said = readApiReference(memoryTree(files)).value;
  return decideSides(said, rules).chapters[0]?.operations[0]?.samples[0];
}

const response = "Response\n--------\n\n";

test.each([
  // text                                                             why                              side        by
  [`${response}.. literalinclude:: samples/images.json`, "the heading", "response", "the heading"],
  [".. literalinclude:: samples/image-req.json", "the file", "request", "the name of the file"],
  [
    "**JSON request**\n\n.. literalinclude:: samples/images.json",
    "the caption",
    "request",
    "the label",
  ],
  [
    `${response}**JSON request**\n\n.. literalinclude:: samples/image-req.json`,
    "file and caption together",
    "request",
    "the name of the file",
  ],
  [".. literalinclude:: samples/images.json", "nothing", "response", "nothing"],
  [
    `${response}.. code-block:: json\n\n   {"image": {}}`,
    "a block of code",
    "response",
    "the heading",
  ],
  [`${response}::\n\n   {"image": {}}`, "a literal block", "response", "the heading"],
])("%j: %s", (body, _why, side, by) => {
  const sample = only(`${body}\n`);
  expect([sample?.side, sample?.by]).toEqual([side, by]);
  expect(sample?.sample.kind).toBe("json");
});

test.each([
  // text                                               why                        sample
  [".. literalinclude:: samples/v2.53/image.json", "a version folder", { version: "2.53" }],
  [
    "**JSON response (v2.10)**\n\n.. literalinclude:: samples/images.json",
    "a version in the caption",
    { version: "2.10" },
  ],
  [".. literalinclude:: samples/talk.txt", "a transcript", { kind: "text" }],
  [".. literalinclude:: samples/none.json", "no file", { kind: "missing" }],
  [
    ".. literalinclude:: samples/long.json\n   :lines: 1-2,4",
    "some lines",
    { kind: "json", value: { a: 1 }, fragment: true },
  ],
  ["::\n\n   curl -X POST", "a command", { kind: "text" }],
  [
    '::\n\n   {"image": {...}}',
    "an ellipsis in a block",
    { repaired: true, fragment: true, elided: true },
  ],
  [
    '::\n\n   {"image": {"id": <uuid>, "at": http://a:80/b, "name": {name}, "n": [$N, 1]}}',
    "placeholders, and a text without quotes",
    { value: { image: { at: "http://a:80/b", n: [1] } }, elided: true },
  ],
  [
    '::\n\n   HTTP/1.1 200 OK\n\n   {"image": {"id": <uuid>, "name": "a"}}',
    "a message with a placeholder",
    { kind: "text" },
  ],
])("%j (%s)", (body, _why, expected) => {
  expect(only(`${response}${body}\n`)?.sample).toMatchObject(expected);
});

test.each([
  ["Query Parameters", true],
  ["Path parameters", true],
  ["URI Parameters", true],
  ["URL variables", true],
  ["Query string", true],
  ["Parameters", false],
  ["Query Claim", false],
  ["Paths", false],
  ["Query results", false],
])("the heading %j is that of what a URL has: %s", (words, expected) => {
  expect(isOfUrl(words)).toBe(expected);
});

test("a list below the parameters of a query is of the request, and nothing is guessed", () => {
  const list = (reference: string) =>
    `.. rest_parameters:: parameters.yaml\n\n  - a: ${reference}\n\n`;
  const read = readApiReference(
    memoryTree({
      "boxes.inc": `Boxes\n=====\n\nList Boxes\n----------\n\n.. rest_method:: GET /boxes\n\nNormal response codes: 200\n\nResponse\n~~~~~~~~\n\n${list("a")}Query Parameters\n~~~~~~~~~~~~~~~~\n\n${list("b")}`,
      "parameters.yaml":
        "b:\n  description: |\n    B.\n  in: query\n  required: false\n  type: string\na:\n  description: |\n    A.\n  in: body\n  required: true\n  type: string\n",
    }),
  );
  const [operation] = read.value.chapters.flatMap(({ operations }) => operations);
  const names = (side: "request" | "response") =>
    operation?.[side].flatMap(({ rows }) => rows.map(({ reference }) => reference.value));
  expect([names("request"), names("response")]).toEqual([["b"], ["a"]]);
  expect(read.diagnostics.map(({ code }) => code)).toEqual([]);
});

test.each([
  [`${response}::\n\n   {"image": {...}}`, ["sample-repaired"], "under a heading"],
  [
    'Wrapped as follows in a request:\n\n.. code::\n\n   {"image": IMAGE}',
    ["sample-repaired"],
    "shown as code",
  ],
  ['Wrapped as follows in a request:\n\n::\n\n   {"image": IMAGE}', [], "in the middle of prose"],
])("what is left out of %j is told by %j (%s)", (body, codes) => {
  const text = `Images\n======\n\n.. rest_method:: POST /images\n\nNormal response codes: 200\n\n${body}\n`;
  const { diagnostics } = readApiReference(memoryTree({ "images.inc": text }));
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});

test.each([
  [
    "**Request parameters**\n\n.. csv-table::\n   :header: Name, In, Type\n\n   a, body, string\n\n::\n\n   {}",
    undefined,
  ],
  ["**Request**\n\n::\n\n   {}", "Request"],
])("a label that a list has taken is none of the block below: %j", (body, caption) => {
  expect(only(`${body}\n`)?.caption).toBe(caption);
});
