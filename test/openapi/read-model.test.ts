import { describe, expect, test } from "vitest";
import type { OpenApiDocument } from "../../generator/openapi/document.js";
import { readModel } from "../../generator/openapi/read/read-model.js";
import { computeDocument } from "./compute-document.js";

const model = readModel(computeDocument);
const operations = model.chapters.flatMap((chapter) => chapter.operations);
const operation = (id: string) => operations.find((one) => one.operationId === id);

describe("a document of restanza", () => {
  test("says what the service is", () => {
    expect(model.service).toBe("compute");
    expect(model.microversions?.all.length).toBe(60);
    expect(model.faults).toEqual({ 404: "ItemNotFound", default: "Fault" });
    expect(Object.keys(model.schemas)).toContain("Service");
  });

  test("has a chapter per tag, named after its source", () => {
    expect(model.chapters.map(({ name, title, source }) => [name, title, source])).toEqual([
      ["images", "Images", "images.inc"],
      ["os-services", "Services", "os-services.inc"],
      ["servers-actions", "Actions", "servers-actions.inc"],
    ]);
  });

  test("takes the digest of the source where the document has it", () => {
    const [images, services] = model.chapters;
    expect(images?.digest).toBe("00112233445566aa");
    expect(services?.digest).toMatch(/^[0-9a-f]{16}$/);
  });

  test("a digest changes only with its own chapter", () => {
    const { "/images": _, ...paths } = computeDocument.paths;
    const without = readModel({ ...computeDocument, paths });
    const digests = (of: typeof model) => new Map(of.chapters.map((c) => [c.name, c.digest]));
    expect(digests(without).get("os-services")).toBe(digests(model).get("os-services"));
    expect(digests(without).has("images")).toBe(false);
  });

  test("tells documented operations of one method and path apart", () => {
    const create = operation("createImage");
    const evacuate = operation("evacuate");
    expect([create?.sharing, evacuate?.sharing]).toEqual([2, 2]);
    expect([create?.action, evacuate?.action]).toEqual(["createImage", "evacuate"]);
    expect(create?.parameters.map((p) => p.name)).toEqual(["server_id"]);
    expect(evacuate?.parameters.map((p) => p.name)).toEqual(["server_id", "dry"]);
    expect(create?.body?.schema.$ref).toBe("#/components/schemas/CreateImageBody");
    expect(create?.responses.map((r) => r.status)).toEqual([202]);
    expect(evacuate?.bounds).toEqual({ min: "2.14" });
  });

  test("resolves references to parameters, and keeps bounds", () => {
    const list = operation("listImages");
    expect(list?.parameters.map(({ name, description }) => [name, description])).toEqual([
      ["limit", "Page size."],
      ["changes-since", undefined],
    ]);
    expect(list?.bounds).toEqual({ max: "2.35" });
    expect(list?.source).toEqual({ file: "images.inc", title: "List Images" });
    expect(operation("listServices")?.parameters[1]?.bounds).toEqual({ min: "2.26" });
  });

  test("reads methods that OpenAPI has no member for", () => {
    const copy = operation("copyServer");
    expect([copy?.method, copy?.path]).toEqual(["COPY", "/servers/{server_id}/action"]);
    expect(copy?.responses[0]?.headers.map((header) => header.name)).toEqual(["Location"]);
  });

  test("puts the default response last, and it is not ok", () => {
    const responses = operation("listServices")?.responses.map(({ status, ok }) => [status, ok]);
    expect(responses).toEqual([
      [200, true],
      ["default", false],
    ]);
  });
});

const info = { title: "The Swagger Petstore API", version: "1" };
const bare = (paths: object, more: object = {}): OpenApiDocument =>
  JSON.parse(JSON.stringify({ openapi: "3.1.0", info, paths, ...more }));

describe("any other document", () => {
  const foreign = readModel(
    bare(
      {
        "/pets/{id}": {
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
          get: { responses: { "2XX": { $ref: "#/components/responses/Pet" }, "4XX": {} } },
          put: { requestBody: { $ref: "#/components/requestBodies/Pet" } },
          delete: { operationId: "Delete-pet", tags: ["pets & co"], responses: {} },
        },
        "/pets/{other}": { get: { operationId: "delete_pet", responses: { 204: {} } } },
      },
      {
        components: {
          responses: { Pet: { description: "A pet", content: { "text/plain": {} } } },
          requestBodies: { Pet: { content: { "a/b": {}, "application/x+json": {} } } },
        },
      },
    ),
  );
  const all = foreign.chapters.flatMap((chapter) => chapter.operations);

  test("is named after its title", () => {
    expect(foreign.service).toBe("the-swagger-petstore");
    expect(foreign.microversions).toBeUndefined();
  });
  test("has one chapter for what has no tag", () => {
    expect(foreign.chapters.map((chapter) => chapter.name)).toEqual(["operations", "pets-co"]);
  });
  test("has operations with names that are made up and unique", () => {
    expect(all.map((one) => one.operationId)).toEqual([
      "getPetsById",
      "putPetsById",
      "deletePet2",
      "deletePet",
    ]);
  });
  test("has its shared parameters, and those that only the path names", () => {
    expect(all.find((one) => one.method === "PUT")?.parameters[0]?.schema.type).toBe("integer");
    expect(all.find((one) => one.path === "/pets/{other}")?.parameters).toMatchObject([
      { name: "other", in: "path", required: true, schema: { type: "string" } },
    ]);
  });
  test("has bodies behind references, JSON before others", () => {
    expect(all.find((one) => one.method === "PUT")?.body).toEqual({
      required: false,
      mediaType: "application/x+json",
      schema: {},
      others: [{ mediaType: "a/b", schema: {} }],
    });
    expect(all[0]?.responses.map(({ status, body }) => [status, body?.schema])).toEqual([
      ["2XX", { type: "string" }],
      ["4XX", undefined],
    ]);
  });
});

const problem = { $ref: "#/components/schemas/Problem" };
const json = (schema: object) => ({ content: { "application/json": { schema } } });

test.each<[object, unknown[], string]>([
  [{ default: {}, "4XX": {}, 404: {}, 200: {} }, [200, 404, "4XX", "default"], "in order"],
  [{ "2XX": {}, 299: {}, "1XX": {} }, ["1XX", 299, "2XX"], "a range behind what it spans"],
  [{ "4xx": {}, "6XX": {}, "2X0": {}, x: {} }, ["4XX"], "what is no status is none"],
  [{}, ["default"], "no answer is documented: there is any"],
])("the answers %j are %j (%s)", (responses, statuses) => {
  const model = readModel(bare({ "/a": { get: { responses } } }));
  expect(model.chapters[0]?.operations[0]?.responses.map(({ status }) => status)).toEqual(statuses);
});

test.each<[string, object, true | undefined, string]>([
  ["4XX", json(problem), true, "the fault of the service"],
  ["5XX", json(problem), true, "of both kinds"],
  ["4XX", {}, true, "to HEAD it has no body"],
  ["404", json(problem), undefined, "a code that the docs name"],
  ["4XX", json({ type: "object" }), undefined, "a body that somebody wrote there"],
  ["2XX", json(problem), undefined, "no fault"],
  ["default", json(problem), undefined, "nor one that the service gives to its docs' codes"],
])("%s with %j is general: %s (%s)", (status, response, general) => {
  const paths = { "/a": { get: { responses: { [status]: response } } } };
  const ours = { "x-restanza": { service: "a", faults: { default: "Problem" } } };
  const first = (document: OpenApiDocument) =>
    readModel(document).chapters[0]?.operations[0]?.responses[0];
  expect(first(bare(paths, ours))?.general).toBe(general);
  expect(first(bare(paths))?.general).toBeUndefined();
});

test.each([
  ["images.inc", "images.inc", ["images", "images-2"], "the same source twice"],
  ["v2/images.inc", "v3/images.inc", ["images", "v3-images"], "the folder tells them apart"],
  ["index.inc", "runtime.inc", ["index-2", "runtime-2"], "names that emitters need"],
  ["äöü/Größe.inc", "!!!", ["grosse", "operations"], "letters beyond ASCII"],
])("chapters of %s and %s are files %j (%s)", (first, second, files) => {
  const tag = (name: string, source: string) => ({ name, "x-restanza": { title: name, source } });
  const one = (name: string) => ({ get: { tags: [name], responses: {} } });
  const document = bare(
    { "/a": one("a"), "/b": one("b") },
    {
      tags: [tag("a", first), tag("b", second)],
    },
  );
  const names = readModel(document).chapters.map((chapter) => chapter.name);
  expect(names).toEqual(files);
});

test.each([
  ["Accelerator API", ["accelerator"], "by its title"],
  ["", ["index-2"], "which may be empty"],
  ["Index", ["index-2"], "or say no more"],
])("a chapter of index.rst that is called %j is file %j: %s", (title, files) => {
  const tags = [{ name: "index", "x-restanza": { title, source: "index.rst" } }];
  const paths = { "/a": { get: { tags: ["index"], responses: {} } } };
  expect(readModel(bare(paths, { tags })).chapters.map(({ name }) => name)).toEqual(files);
});

test("bounds that are no version of the service do not bind, and bare bounds span a range", () => {
  const paths = {
    "/a": { get: { "x-openstack": { "min-ver": "1.5" }, responses: {} } },
    "/b": { get: { "x-openstack": { "min-ver": "2.1", "max-ver": "2.10" }, responses: {} } },
    "/c": { get: { "x-openstack": { "min-ver": "2.12" }, responses: {} } },
  };
  const microversions = { minimum: "2.1", maximum: "2.9", headers: [] };
  const ours = readModel(bare(paths, { "x-restanza": { service: "a", microversions } }));
  const bounds = (of: typeof ours) => of.chapters[0]?.operations.map((one) => one.bounds);
  expect(ours.microversions?.all.at(-1)).toBe("2.12");
  expect(bounds(ours)).toEqual([{}, { max: "2.10" }, { min: "2.12" }]);
  expect(readModel(bare(paths)).microversions).toMatchObject({ minimum: "2.0", maximum: "2.12" });
});

describe("how microversions are asked for", () => {
  const paths = { "/a": { get: { "x-openstack": { "min-ver": "2.5" }, responses: {} } } };
  const titled = (title: string) => bare(paths, { info: { title, version: "1" } });

  test("a document of ours that says none has none, whatever is bound in it", () => {
    const { microversions, chapters } = readModel(bare(paths, { "x-restanza": { service: "a" } }));
    expect(microversions).toBeUndefined();
    expect(chapters[0]?.operations[0]?.bounds).toEqual({});
  });

  test("of other documents the table of facts knows the headers", () => {
    expect(readModel(titled("Shared File System API")).microversions).toMatchObject({
      headers: [
        { name: "OpenStack-API-Version", value: "shared-file-system {version}" },
        { name: "X-OpenStack-Manila-API-Version", value: "{version}" },
      ],
      latest: false,
    });
    expect(readModel(titled("Compute API")).microversions?.latest).toBe(true);
    expect(readModel(titled("Identity API")).microversions).toBeUndefined();
  });
});

describe("conventions", () => {
  const conventionsOf = (conventions: object) =>
    readModel(bare({}, { "x-restanza": { service: "a", conventions } })).conventions;

  test.each<[object, object, string]>([
    [{ wrongMethod: 405, head: "get" }, { wrongMethod: 405, head: "get" }, "as they are"],
    [{ wrongMethod: 200, head: "get" }, { head: "get" }, "a value that none may have is left out"],
    [{ other: 1 }, {}, "and so is a name that none has"],
    [{ wordInCapitals: false }, { wordInCapitals: false }, "no is something, too"],
  ])("%j is read as %j: %s", (said, read) => {
    expect(conventionsOf(said)).toEqual(read);
  });
});

test.each([
  ["null everywhere", { paths: { "/a": null, "/b": { get: null } }, tags: null }, 0],
  [
    "references that lead nowhere",
    { paths: { "/a": { get: { parameters: [{ $ref: "#/x" }] } } } },
    1,
  ],
  ["a reference to itself", { paths: { "/a": { $ref: "#/paths/~1a" } } }, 0],
  ["no paths", { paths: undefined }, 0],
])("%s is no reason to fail", (_why, parts, operations) => {
  const { chapters } = readModel(bare({}, parts));
  expect(chapters.flatMap((chapter) => chapter.operations)).toHaveLength(operations);
});

test.each<[service: string, path: string, variable: string | undefined, why: string]>([
  ["block-storage", "/v3/{project_id}/volumes", "project_id", "behind the version"],
  ["block-storage", "/v3/{admin_project_id}/quotas/{project_id}", "admin_project_id", "the first"],
  ["orchestration", "/v1/{tenant_id}/stacks", "tenant_id", "as it was called before"],
  ["boxes", "/{project_id}/boxes", "project_id", "without a version"],
  ["object-store", "/v1/{account}", "account", "a fact"],
  ["boxes", "/v1/{account}/boxes", undefined, "no fact"],
  ["identity", "/v3/projects/{project_id}/tags", undefined, "in a collection"],
  ["boxes", "/v3/{project_id}", undefined, "which may be what is shown"],
  ["boxes", "/v3/{box_id}/lids", undefined, "no project"],
])("of %s %s is of the caller: %s (%s)", (service, path, variable) => {
  const get = computeDocument.paths["/images"]?.get;
  const paths = { [path]: get === undefined ? {} : { get } };
  const document: OpenApiDocument = { ...computeDocument, paths, "x-restanza": { service } };
  const [chapter] = readModel(document).chapters;
  expect(chapter?.operations.map(({ ofCaller }) => ofCaller)).toEqual([variable]);
});
