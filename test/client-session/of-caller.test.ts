import { describe, expect, it, test } from "vitest";
import { ofCaller } from "../../templates/client/runtime/of-caller.js";
import { ask, createClient, type Client } from "../../templates/client/runtime/runtime.js";
import { endpointFor } from "../../templates/client/session/endpoint.js";
import { createSession } from "../../templates/client/session/session.js";

/** A client of a session whose catalog has `url`, and what it asks for. */
function clientAt(url: string, projectId: string | undefined, options: object = {}) {
  const asked: string[] = [];
  const catalog = [{ type: "boxes", endpoints: [{ interface: "public", url }] }];
  const session = createSession({
    authenticate: () => Promise.resolve({ headers: {}, catalog, projectId }),
    locate: (service, grant, way) => endpointFor(service, grant, {}, way),
    fetch: (request) => {
      asked.push(request.url);
      return Promise.resolve(Response.json({}, { status: 404 }));
    },
  });
  const service = { type: "boxes", versionInPaths: true };
  return { client: createClient({ session, ...options }, service), asked };
}

const list = (client: Client, name: string, path?: object) =>
  ask(client, `GET /v3/{${name}}/boxes/{id}`, [200], { path: { id: "7", ...path } }, undefined, {
    fill: ofCaller(name),
  });

describe("the project of who asks", () => {
  test.each<[url: string, projectId: string | undefined, name: string, path: object, url: string]>([
    ["http://c/v3/p1", "p1", "project_id", {}, "http://c/v3/p1/boxes/7"],
    ["http://c/v3", "p1", "tenant_id", {}, "http://c/v3/p1/boxes/7"],
    ["http://c/v3", "p1", "admin_project_id", {}, "http://c/v3/p1/boxes/7"],
    ["http://c/v3/AUTH_p1", "p1", "account", {}, "http://c/v3/AUTH_p1/boxes/7"],
    ["http://c/v3/p1", "p1", "project_id", { project_id: "p2" }, "http://c/v3/p2/boxes/7"],
    ["http://c/v3/p1", "p1", "project_id", { project_id: undefined }, "http://c/v3/p1/boxes/7"],
  ])(
    "at %s of a token for %s is, as %s with %j, in %s",
    async (url, projectId, name, path, sent) => {
      const { client, asked } = clientAt(url, projectId);
      await list(client, name, path);
      expect(asked).toEqual([sent]);
      // What an error tells is what was asked.
      await expect(list(client, name, path).orThrow()).rejects.toMatchObject({ url: sent });
    },
  );

  test.each<[url: string, projectId: string | undefined, name: string, why: string]>([
    ["http://c/v3", undefined, "project_id", "a token without a project"],
    ["http://c/v3", "p1", "account", "what nobody says how a project makes it"],
  ])("at %s of a token for %s is not known as %s: %s", async (url, projectId, name) => {
    const { client, asked } = clientAt(url, projectId);
    await expect(list(client, name)).rejects.toThrow(`${name} is missing: give it as`);
    expect(asked).toEqual([]);
  });

  it("is that of an endpoint that ends in one, with a session and without", async () => {
    const { client, asked } = clientAt("http://c/v3/p1", "p1", { endpoint: "http://d/v3/p3?a=1" });
    await list(client, "project_id");
    expect(asked).toEqual(["http://d/v3/p3/boxes/7?a=1"]);
    const fetch = (request: Request) => Promise.resolve(Response.json({ url: request.url }));
    const alone = createClient({ endpoint: "http://c/v3/p1", fetch });
    expect(await list(alone, "project_id")).toMatchObject({
      body: { url: "http://c/v3/p1/boxes/7" },
    });
    const bare = createClient({ endpoint: "http://c/v3", fetch });
    await expect(list(bare, "project_id")).rejects.toThrow("project_id is missing");
  });
});
