import { expect, test } from "vitest";
import type {
  DocumentedOperation,
  PathItemObject,
  ResponseObject,
} from "../../generator/openapi/document.js";
import { project } from "../../generator/openapi/project/project.js";
import { readModel } from "../../generator/openapi/read/read-model.js";
import { withOther, withOtherSuccesses } from "../../generator/openapi/write/other-success.js";

const json = (name: string, more: object = {}): ResponseObject => ({
  description: "",
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` }, ...more } },
});
const none: ResponseObject = { description: "" };
const box = json("Box");
const examples = { examples: { box: { value: {} } } };
const { content } = box;

test.each<[Readonly<Record<string, ResponseObject>>, object | undefined, string]>([
  [{ "202": box }, { content }, "a change that was accepted may be done at once"],
  [{ "200": box, "202": json("Box", examples) }, { content }, "both answer with the same"],
  [{ "202": box, "204": none }, { content }, "204 never has a body"],
  [{ "204": none }, {}, "what has no body has none under another number"],
  [{ "202": none }, {}, "nor what is only accepted"],
  [{ "200": box, "202": json("Task") }, undefined, "which of two bodies comes is not known"],
  [{ "200": box, "202": none }, undefined, "nor whether any does"],
  [{ "300": box, "404": none }, undefined, "the docs name no success"],
  [{ "2XX": box }, undefined, "there is a range already"],
])("beside %j any other success has %j (%s)", (responses, other) => {
  const { "2XX": found } = withOther({ ...responses, "4XX": none });
  if (other === undefined) expect(found).toEqual(responses["2XX"]);
  else
    expect(found).toEqual({
      description: "Any other success.",
      ...other,
      "x-restanza": { undocumented: true },
    });
});

test("it stands before the ranges of faults", () => {
  expect(Object.keys(withOther({ "202": box, "404": none, "4XX": none, "5XX": none }))).toEqual([
    "202",
    "404",
    "2XX",
    "4XX",
    "5XX",
  ]);
});

const operation = { operationId: "x", responses: { "202": box } };
const all: PathItemObject = {
  get: operation,
  head: operation,
  put: operation,
  post: operation,
  patch: operation,
  delete: operation,
};
const { "/boxes": written } = withOtherSuccesses({ "/boxes": all });

test.each<[keyof PathItemObject & ("get" | "head" | "put" | "post" | "patch" | "delete"), boolean]>(
  [
    ["get", false],
    ["head", false],
    ["put", true],
    ["post", true],
    ["patch", true],
    ["delete", true],
  ],
)("%s has it: %s", (method, has) => {
  expect(Object.keys(written?.[method]?.responses ?? {})).toEqual(has ? ["202", "2XX"] : ["202"]);
});

const bound = (min: string, name: string) => ({ ...json(name), "x-openstack": { "min-ver": min } });
const document = {
  openapi: "3.1.0",
  info: { title: "Boxes", version: "1" },
  "x-restanza": { service: "boxes" },
  components: { schemas: { Box: { type: "object" }, Task: { type: "object" } } },
  paths: withOtherSuccesses({
    "/boxes": {
      put: { operationId: "a", responses: { "200": box, "202": bound("2.5", "Box") } },
      post: { operationId: "b", responses: { "202": box } },
    },
  }),
} as const;

test("a document of one microversion has what is common to the successes of that version", () => {
  const { put, post } = project(document, "2.1").paths["/boxes"] ?? {};
  expect(Object.keys(put?.responses ?? {})).toEqual(["200"]);
  expect(Object.keys(post?.responses ?? {})).toEqual(["202", "2XX"]);
});

test("where only operations without a named code are left, the range is theirs", () => {
  const part = {
    summary: "",
    tag: "boxes",
    source: { file: "boxes.inc", title: "" },
    parameters: [],
  };
  const operations: readonly DocumentedOperation[] = [
    { ...part, operationId: "a", responses: { "2XX": json("Task") } },
    {
      ...part,
      operationId: "b",
      responses: { "202": box },
      "x-openstack": { "min-ver": "2.5" },
    },
  ];
  const put = { operationId: "a", responses: { "202": box }, "x-restanza": { operations } };
  const paths = withOtherSuccesses({ "/boxes": { put } });
  expect(project({ ...document, paths }, "2.1").paths["/boxes"]?.put?.responses).toEqual({
    "2XX": json("Task"),
  });
});

test("emitters know the documented answers only", () => {
  const [chapter] = readModel(document).chapters;
  expect(chapter?.operations.map(({ responses }) => responses.map(({ status }) => status))).toEqual(
    [[200, 202], [202]],
  );
});
