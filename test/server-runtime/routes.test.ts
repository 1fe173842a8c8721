import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import Fastify, { type FastifyInstance } from "fastify";
import { ask as askAt, example, inject, listen, post, serve, uuid } from "./example.js";

/** Which operation a method and a path are of. */

let app: FastifyInstance;
let base = "";
beforeAll(async () => {
  app = await serve({ options: { onError: () => undefined } });
  base = await listen(app);
}, 60_000);
afterAll(() => app.close());

const ask = (request: string, init?: RequestInit) => askAt(base, request, init);

describe("routes", () => {
  test.each([
    // request                                why                                          handler
    ["GET /v2.1/images", "the ordinary case", "listImages"],
    [`GET /v2.1/images/${uuid}`, "a parameter", "showImage"],
    [`DELETE /v2.1/images/${uuid}`, "another method", "deleteImage"],
    ["GET /v2.1/files/a.b.tar", "two parameters in a segment", "download"],
    ["HEAD /v2.1/files/a.b", "HEAD has a handler of its own", "checkFile"],
    ["COPY /v2.1/files/a.b", "a method that Fastify does not know", "copyFile"],
    ["GET /v2.1/a:b/7/*", "marks that a router reads", "oddPath"],
  ])("%s (%s)", async (request, _why, handler) => {
    expect((await ask(request)).called?.name).toBe(handler);
  });

  it("takes the least for the first of two parameters in a segment", async () => {
    const { called } = await ask("GET /v2.1/files/a.b.tar%2Fgz");
    expect(called?.request).toMatchObject({ path: { name: "a", format: "b.tar/gz" } });
  });

  it("tells routes apart that call the same place differently", async () => {
    const { called } = await ask("POST /v2.1/images/x/metadata", post({ metadata: {} }));
    expect(called?.request).toMatchObject({ path: { id: "x" }, body: { metadata: {} } });
  });

  test.each([
    ["GET /v2.1/nothing", "nothing is there"],
    ["GET /v2.1/images/", "slashes at the end count"],
    ["GET /v2.1/things", "also where the docs have one"],
    ["GET /v2.1/images/not-a-uuid", "a path that cannot be"],
    ["GET /v2.1/a:b/seven/*", "a number that is none"],
  ])("%s is 404 (%s)", async (request) => {
    const { status, body } = await ask(request);
    expect({ status, body }).toMatchObject({ status: 404, body: { itemNotFound: { code: 404 } } });
  });

  it("answers 501 for what has no handler, in the form of the service", async () => {
    const { status, body } = await ask("GET /v2.1/images/detail");
    expect(status).toBe(501);
    expect(body).toEqual({
      notImplemented: { code: 501, message: "listImagesWithDetails is not implemented yet." },
    });
  });
});

describe("methods that a path does not have", () => {
  test.each([
    // request                     convention  status  allow                  why
    ["PATCH /v2.1/images", undefined, 405, "GET, HEAD", "not known otherwise"],
    ["PROPFIND /v2.1/images", undefined, 405, "GET, HEAD", "a method of another protocol"],
    ["OPTIONS /v2.1/images", undefined, 405, "GET, HEAD", "what no operation answers"],
    ["POST /v2.1/images/x", undefined, 405, "DELETE, GET, HEAD", "all methods of all operations"],
    ["PATCH /v2.1/images", 404, 404, undefined, "as the service does it"],
    ["PATCH /v2.1/nothing", undefined, 404, undefined, "nothing is there for any method"],
  ] as const)(
    "%s, by convention %s: %i, %s (%s)",
    async (request, wrongMethod, status, allow, _why) => {
      const conventions = wrongMethod === undefined ? {} : { wrongMethod };
      const own = await serve({ service: { conventions } });
      const answer = await inject(own, request);
      expect(answer).toMatchObject({ status, allow });
      const word = status === 404 ? "itemNotFound" : "badMethod";
      expect(answer.body).toMatchObject({ [word]: { code: status } });
    },
  );

  test.each([
    // convention  status  why
    [undefined, 200, "what GET answers, without the body"],
    ["wrong-method", 405, "as the service does it"],
  ] as const)("HEAD of a GET, by convention %s: %i (%s)", async (head, status, _why) => {
    const own = await serve({ service: { conventions: head === undefined ? {} : { head } } });
    const answer = await inject(own, "HEAD /v2.1/images");
    expect(answer).toMatchObject({ status, body: "" });
    expect(answer.called?.name).toBe(status === 200 ? "listImages" : undefined);
  });
});

describe("paths as they are written", () => {
  test.each([
    // request                                        handler       why
    ["GET /v2.1/%69mages", "listImages", "a letter that is encoded"],
    [`GET /v2.1/files/${"n".repeat(3000)}.b`, "download", "a value of any length"],
    ["GET /v2.1/files/a%2Eb", "download", "a mark between two values that is encoded"],
    ["GET http://cloud.example/v2.1/images?limit=1", "listImages", "a target with its host"],
    ["GET /v2.1/images#top", "listImages", "a part of a page, which is not sent"],
    ["GET /v2.1//images", undefined, "slashes count"],
    ["GET /V2.1/images", undefined, "capitals count"],
    ["GET /v2.1/Images", undefined, "everywhere"],
    ["GET /v2.1/images;limit=1", undefined, "a query begins with a question mark"],
  ])("%s: %s (%s)", async (request, handler, _why) => {
    const answer = await inject(app, request);
    expect(answer.called?.name).toBe(handler);
    expect(answer.status).toBe(handler === undefined ? 404 : 200);
  });

  test.each([
    ["GET /v2.1/images/%zz", "no digits"],
    ["GET /v2.1/images/%", "nothing behind it"],
    ["GET /v2.1/images/%ff", "no UTF-8"],
    ["GET /v2.1/%c3%28/x?limit=1", "where nothing is"],
    ["GET /v2.1/images?name=%zz", "in a query"],
    ["GET /%762.1/images/%zz", "where the prefix is encoded, too"],
  ])("%s is refused in the form of the service (%s)", async (request) => {
    const answer = await inject(app, request);
    expect(answer).toMatchObject({ status: 400, body: { badRequest: { code: 400 } } });
    const { status, body } = await ask(request);
    expect({ status, body }).toEqual({ status: 400, body: answer.body });
  });

  it("leaves paths beside the prefix to the app", async () => {
    const answer = await inject(app, "GET /other/%zz");
    expect(answer).toMatchObject({ status: 400, body: { code: "FST_ERR_BAD_URL" } });
  });
});

describe("what the app was told about paths", () => {
  test.each([
    // option                                           request                    handler
    [{ caseSensitive: false }, "GET /V2.1/IMAGES", "listImages"],
    [{ caseSensitive: false }, "GET /v2.1/FILES/A.B", "download"],
    [{ ignoreTrailingSlash: true }, "GET /v2.1/images/", "listImages"],
    [{ ignoreTrailingSlash: true }, "POST /v2.1/things", "postThing"],
    [{ ignoreDuplicateSlashes: true }, "GET //v2.1///images", "listImages"],
    [{ useSemicolonDelimiter: true }, "GET /v2.1/images;limit=1", "listImages"],
    [{ maxParamLength: 3 }, "GET /v2.1/files/abcdef.b", "download"],
    [{ routerOptions: { caseSensitive: false } }, "GET /v2.1/IMAGES", "listImages"],
    [{ routerOptions: { ignoreTrailingSlash: true } }, "GET /v2.1/images/", "listImages"],
    [{ exposeHeadRoutes: false }, "HEAD /v2.1/images", "listImages"],
    [{ exposeHeadRoutes: false }, "HEAD /v2.1/files/a.b", "checkFile"],
  ])("%j: %s", async (fastify, request, handler) => {
    const own = await serve({ fastify });
    expect((await inject(own, request)).called?.name).toBe(handler);
  });

  it("keeps the capitals of values", async () => {
    const own = await serve({ fastify: { caseSensitive: false } });
    const { called } = await inject(own, "GET /V2.1/Files/AbC.Tar");
    expect(called?.request).toMatchObject({ path: { name: "AbC", format: "Tar" } });
  });
});

describe("prefixes", () => {
  test.each([
    // prefix               request                         handler        prefix as handlers see it
    ["/v2.1/", "GET /v2.1/images", "listImages", {}],
    ["/", "GET /images", "listImages", {}],
    ["", "GET /images", "listImages", {}],
    ["/:tenant", "GET /blue/images", "listImages", { tenant: "blue" }],
    ["/v2.1/:tenant", "GET /v2.1/blue%2Fgreen/images", "listImages", { tenant: "blue/green" }],
    ["/:tenant/", "GET /blue/images", "listImages", { tenant: "blue" }],
    ["/compute/v2.1", "GET /compute/v2.1/images", "listImages", {}],
  ])("%s: %s", async (prefix, request, handler, params) => {
    const own = await serve({ prefix });
    const { called } = await inject(own, request);
    expect({ name: called?.name, prefix: called?.prefix }).toEqual({
      name: handler,
      prefix: params,
    });
    const unknown = await inject(own, request.replace("images", "nothing"));
    expect(unknown).toMatchObject({ status: 404, body: { itemNotFound: { code: 404 } } });
  });

  it("leaves the prefix itself to the app, with and without a slash", async () => {
    const { plugin, routes, service } = await example();
    const own = Fastify();
    await own.register(plugin(service, routes, {}), { prefix: "/v2.1" });
    own.get("/v2.1", () => "version");
    own.get("/v2.1/", () => "version/");
    expect((await inject(own, "GET /v2.1")).body).toBe("version");
    expect((await inject(own, "GET /v2.1/")).body).toBe("version/");
    expect((await inject(own, "DELETE /v2.1")).body).toMatchObject({ itemNotFound: { code: 404 } });
  });

  it("leaves room for routes of the app, and for its own handler of unknown paths", async () => {
    const { plugin, routes, service } = await example();
    const own = Fastify();
    own.get("/images/mine", () => "mine");
    own.setNotFoundHandler((_, reply) => reply.code(418).send("app"));
    await own.register(plugin(service, routes, {}));
    expect((await inject(own, "GET /images/mine")).body).toBe("mine");
    expect((await inject(own, "GET /images")).status).toBe(501);
  });
});
