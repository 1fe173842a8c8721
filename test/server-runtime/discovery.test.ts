import Fastify from "fastify";
import { beforeAll, describe, expect, test } from "vitest";
import type { OpenApiDocument, OperationObject } from "../../generator/openapi/document.js";
import { emitted, load, type Loaded } from "../emit/server/emitted.js";
import { calls, inject, noted } from "./example.js";

/** Documents about the API itself, and paths that say what the prefix says. */

const operation = (operationId: string, ...names: string[]): OperationObject => ({
  operationId,
  summary: operationId,
  tags: ["all"],
  parameters: names.map((name) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  })),
  responses: { 200: { description: "It" } },
});
const document: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Volumes", version: "3" },
  tags: [{ name: "all" }],
  paths: {
    "/": { get: operation("versions") },
    "/v3/": { get: operation("version") },
    "/v2": { get: operation("older") },
    "/v3/{project_id}/volumes": { get: operation("volumes", "project_id") },
    "/limits": { get: operation("limits") },
  },
};

let loaded: Loaded;
beforeAll(async () => {
  loaded = await load(await emitted(document));
}, 60_000);

const names = ["versions", "version", "older", "volumes", "limits"];

async function asked(prefix: string, path: string) {
  const { plugin, routes, service } = loaded;
  const all = Object.fromEntries(
    names.map((name) => [name, noted(name, (_, { reply }) => reply(200))]),
  );
  const app = Fastify();
  await app.register(plugin(service, routes, { all }), { prefix });
  const { called } = await inject(app, `GET ${path}`);
  return called;
}

describe("discovery", () => {
  test("leaves a document to a route of the app that was there before", async () => {
    const { plugin, routes, service } = loaded;
    const app = Fastify();
    app.get("/v3", () => "mine");
    await app.register(plugin(service, routes, {}), { prefix: "/v3" });
    expect((await inject(app, "GET /v3")).body).toBe("mine");
    expect((await inject(app, "GET /v3/")).status).toBe(501);
    expect((await inject(app, "HEAD /v3/")).status).toBe(501);
  });

  test.each([
    // prefix                path                      operation    why
    ["", "/", "versions", "where the docs have it"],
    ["", "/v3/", "version", "where the docs have it"],
    ["", "/v3", "version", "clients ask without the slash as well"],
    ["", "/v2", "older", "docs without the slash"],
    ["", "/v2/", "older", "clients ask with it as well"],
    ["", "/v3/p/volumes", "volumes", "no prefix at all"],
    ["/v3", "/v3/", "version", "the prefix is the version that the path says: it is there once"],
    ["/v3", "/v3", "version", "and without the slash"],
    ["/v3/", "/v3/", "version", "a slash at the end of the prefix"],
    ["/v3", "/v3/p/volumes", "volumes", "a version that both say"],
    ["/v3", "/v3/limits", "limits", "a path that does not say it"],
    ["/v3", "/v3/v3/p/volumes", undefined, "not twice"],
    ["/v3/:project", "/v3/p/volumes", "volumes", "the project as well"],
    ["/v3/:project", "/v3/p/limits", "limits", "below the project"],
    ["/volume/v3", "/volume/v3/p/volumes", "volumes", "below a place of its own"],
    ["/volume/v3", "/volume/v3/", "version", "also the document of the version"],
    ["/volume", "/volume/", "versions", "and that of all versions"],
    ["/volume", "/volume", "versions", "with or without the slash"],
    ["/volume", "/volume/v3", "version", "each"],
    ["/v2.1", "/v2.1/", "versions", "another version: what there is"],
    ["/limits", "/limits/limits", "limits", "no version: it is there twice"],
  ])("%j: %s is %s (%s)", async (prefix, path, name, _why) => {
    calls.length = 0;
    expect((await asked(prefix, path))?.name).toBe(name);
  });

  test.each([
    ["/v3", "/v3/a%2Fb/volumes"],
    ["/v3/:project", "/v3/a%2Fb/volumes"],
    ["/:region/v3/:project", "/here/v3/a%2Fb/volumes"],
    ["", "/v3/a%2Fb/volumes"],
  ])("%j: the project of %s is a parameter of the operation", async (prefix, path) => {
    expect(await asked(prefix, path)).toMatchObject({ request: { path: { project_id: "a/b" } } });
  });
});
