import { describe, expect, test } from "vitest";
import type { OpenApiDocument } from "../../generator/openapi/document.js";
import { generate } from "../../generator/pipeline/generate.js";
import type { Settings } from "../../generator/pipeline/settings.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const docs = `Boxes
=====

List Boxes
----------

.. rest_method:: GET /boxes

Normal response codes: 200

Close Box
---------

.. rest_method:: POST /boxes/{box_id}/action

Normal response codes: 202

.. literalinclude:: close.json

Open Box
--------

.. rest_method:: POST /boxes/{box_id}/action

Normal response codes: 202

.. literalinclude:: open.json
`;
const tree = memoryTree({
  "boxes.rst": docs,
  "close.json": '{"close": {"how": "soft"}}',
  "open.json": '{"open": null}',
});

const made = async (settings: Settings) =>
  (await generate(tree, { emit: ["types"], ...settings })).value;
const problem = (settings: Settings): Promise<string> =>
  made(settings).then(
    () => "nothing went wrong",
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : "no error"),
  );

describe("document", () => {
  test("what it changes is in the files, whether it gives a document or changes its own", async () => {
    const title = "Another title";
    const given = await made({ document: (all) => ({ ...all, info: { ...all.info, title } }) });
    const changed = await made({
      document(all) {
        Object.assign(all.info, { title });
      },
    });
    expect(changed.files).toEqual(given.files);
    expect(given.model.title).toBe(title);
  });

  test("one that returns its own unchanged is right: it may have nothing to change", async () => {
    const { files } = await made({ document: (all) => all });
    expect(files).toEqual((await made({})).files);
  });

  test.each<[string, Settings["document"], string]>([
    // why                 the function                                            what is said
    [
      "throws",
      () => {
        throw new TypeError("no such member");
      },
      "document failed with TypeError: no such member",
    ],
    [
      "is no document",
      () => ({}) as OpenApiDocument,
      "document: what it gives is no OpenAPI document: look at $.",
    ],
    [
      "is half a document",
      (all) => ({ ...all, paths: { "/x": 1 } }) as never,
      "look at $['paths']['/x']",
    ],
    ["does nothing", () => undefined, "document: it returned nothing, and changed nothing"],
    ["is async", (async (all: OpenApiDocument) => all) as never, "document: it may not be async"],
  ])("one that %s is an error of the configuration", async (_why, document, said) => {
    const found = await problem(document === undefined ? {} : { document });
    expect(found).toContain("ConfigurationError: ");
    expect(found).toContain(said);
  });
});

describe("names", () => {
  test("are asked for by what they name, and stand in document and types", async () => {
    const asked: string[] = [];
    const { files, model } = await made({
      names(name, named) {
        asked.push(
          named.kind === "operation"
            ? `${name}: ${named.method} ${named.path}, ${named.title}`
            : name,
        );
        if (name === "closeBox") return "shutBox";
        return name === "CloseBoxRequest" ? "Shutting" : undefined;
      },
    });
    expect(asked.slice(0, 3)).toEqual([
      "listBoxes: GET /boxes, List Boxes",
      "closeBox: POST /boxes/{box_id}/action, Close Box",
      "openBox: POST /boxes/{box_id}/action, Open Box",
    ]);
    const ids = model.chapters.flatMap(({ operations }) =>
      operations.map((each) => each.operationId),
    );
    expect(ids).toEqual(["listBoxes", "shutBox", "openBox"]);
    const text = files.map((file) => file.text).join("\n");
    expect(text).toContain("shutBox");
    expect(text).not.toContain("closeBox");
  });

  test.each<[string, (name: string) => unknown, string]>([
    [
      "of two things",
      (name) => (name === "openBox" ? "closeBox" : undefined),
      "names: two would be called closeBox.",
    ],
    [
      "with a space",
      (name) => (name === "openBox" ? "open it" : undefined),
      'openBox cannot be called "open it"',
    ],
    ["that is none", () => 7, "listBoxes cannot be called 7"],
  ])("one %s is an error of the configuration", async (_why, names, said) => {
    expect(await problem({ names: names as never })).toContain(said);
  });
});

describe("emitters", () => {
  test("write beside all others, from the same model", async () => {
    const { files, model } = await made({
      emitters: [{ name: "mine", plan: async ({ title }) => [{ path: "mine.txt", text: title }] }],
    });
    expect(files.at(-1)).toEqual({ path: "mine.txt", text: model.title });
  });

  test.each<[string, () => unknown, string]>([
    [
      "throws",
      () => Promise.reject(new Error("too tired")),
      "emitters: mine failed with Error: too tired",
    ],
    [
      "plans no files",
      () => [{ path: "a" }],
      "emitters: mine: plan has to give a list of { path, text }",
    ],
  ])("one that %s is an error of the configuration", async (_why, plan, said) => {
    expect(await problem({ emitters: [{ name: "mine", plan: plan as never }] })).toContain(said);
  });
});
