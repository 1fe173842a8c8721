import { describe, expect, it, test } from "vitest";
import { endpointFor } from "../../templates/client/session/endpoint.js";
import type { Grant, WantedService } from "../../templates/client/session/grant.js";

const compute: WantedService = { type: "compute" };
const versioned: WantedService = { type: "compute", versionInPaths: true };

const grantOf = (url: string): Grant => ({
  headers: { "x-auth-token": "t" },
  projectId: "p1",
  catalog: [{ type: "compute", endpoints: [{ interface: "public", url }] }],
});

const at = (id: string, href: unknown, more: object = {}) => ({
  id,
  status: "CURRENT",
  links: [{ rel: "self", href }],
  ...more,
});

/** A service that is asked for nothing but its document, and only at `url`. */
function documentAt(url: string, body: unknown, init?: ResponseInit) {
  const asked: Request[] = [];
  const send = (request: Request): Promise<Response> => {
    asked.push(request);
    expect(request.url).toBe(url);
    return Promise.resolve(Response.json(body, init));
  };
  return { send, asked };
}

const never = { send: () => expect.fail("asked") };

describe("the endpoint of a service with a version in its paths is what stands before one", () => {
  test.each([
    ["http://c/volume/v3/p1", "http://c/volume", "p1"],
    ["http://c/v2/p1/", "http://c", "p1"],
    ["http://c:8776/v3", "http://c:8776", undefined],
    ["http://c/object/v1/AUTH_p1", "http://c/object", "AUTH_p1"],
    ["http://c/v2.0", "http://c", undefined],
    ["http://c/", "http://c", undefined],
    ["http://c/v1/elsewhere", "http://c/v1/elsewhere", undefined],
  ])("%s: %s, and there is the project %s", async (url, endpoint, caller) => {
    const found = await endpointFor(versioned, grantOf(url), {}, never);
    expect(found).toEqual({ url: endpoint, caller });
  });
});

describe("the endpoint of a service without one", () => {
  test.each(["http://c/compute/v2.1", "http://c/v2.1/p1"])("is %s as it is", async (url) => {
    expect(await endpointFor(compute, grantOf(`${url}/`), {}, never)).toEqual({ url });
  });

  const own = { version: at("v2.1", "http://i/v2.1/", { version: "2.93", min_version: "2.1" }) };

  test.each<[url: string, body: unknown, status: number, bounds: object, why: string]>([
    ["http://c/v2.1", own, 200, { minimum: "2.1", maximum: "2.93" }, "its own version tells them"],
    ["http://c/v2.1/p1", own, 200, { minimum: "2.1", maximum: "2.93" }, "before the project"],
    ["http://c/v2.1", {}, 404, {}, "it tells nothing"],
    ["http://c/v2.1", {}, 503, {}, "it fails to tell, which is no error: the URL is known"],
  ])(
    "that takes `latest` is %s with its microversions: %j, %i: %j (%s)",
    async (url, body, status, bounds) => {
      const { send, asked } = documentAt("http://c/v2.1/", body, { status });
      const found = await endpointFor({ ...compute, newest: "2.96" }, grantOf(url), {}, { send });
      expect(found).toEqual({ url, ...bounds });
      expect(asked).toHaveLength(1);
    },
  );

  const nova = {
    versions: [
      at("v2.0", "http://10.0.0.2:8774/v2/", { status: "SUPPORTED", version: "", min_version: "" }),
      at("v2.1", "http://10.0.0.2:8774/v2.1/", { version: "2.93", min_version: "2.1" }),
      at("v3.0", "http://10.0.0.2:8774/v3/", { status: "EXPERIMENTAL" }),
    ],
  };

  it("is that of its newest version, as seen from the catalog, with its microversions", async () => {
    const { send, asked } = documentAt("https://cloud/compute/", nova);
    const found = await endpointFor(compute, grantOf("https://cloud/compute"), {}, { send });
    const wanted = { url: "https://cloud/compute/v2.1", minimum: "2.1", maximum: "2.93" };
    expect(found).toEqual(wanted);
    expect(asked[0]?.headers.get("x-auth-token")).toBeNull();
  });

  it("is that of the major version that the configuration asks for", async () => {
    const older = { versions: [at("v1.1", "v1/"), ...nova.versions] };
    const { send } = documentAt("https://cloud/", older);
    const grant = grantOf("https://cloud");
    const ask = (version: string) =>
      endpointFor(compute, grant, { compute_api_version: version }, { send });
    expect((await ask("1")).url).toBe("https://cloud/v1");
    expect((await ask("2")).url).toBe("https://cloud/v2.1");
    await expect(ask("7")).rejects.toThrow("compute has no version 7; it has 2.1, 2.0, 1.1");
  });

  test.each([
    // catalog                 link                          endpoint                     why
    ["http://c", "http://c/v2.1/", "http://c/v2.1", "an honest document"],
    ["http://c:8774", "http://c/v2.1", "http://c:8774/v2.1", "another port"],
    ["https://c", "http://c/v2.1", "https://c/v2.1", "another scheme"],
    ["https://c/compute", "https://c/v2.1", "https://c/compute/v2.1", "without the prefix"],
    ["https://c/compute", "http://i:8774/x/v2.1", "https://c/compute/v2.1", "another prefix"],
    ["https://c/compute/", "https://c/compute/v2.1", "https://c/compute/v2.1", "with the prefix"],
    ["http://c/compute", "v2.1/", "http://c/compute/v2.1", "a relative link"],
    ["http://c/placement", "", "http://c/placement", "a link to nowhere else"],
    ["http://c", "//evil/v2.1", "http://c/v2.1", "another host without a scheme"],
    ["http://c", "http://[", "http://c", "no link at all"],
  ])("%s with a link to %j is %s (%s)", async (catalog, link, endpoint) => {
    const { send } = documentAt(catalog.replace(/\/?$/, "/"), { versions: [at("v2.1", link)] });
    expect((await endpointFor(compute, grantOf(catalog), {}, { send })).url).toBe(endpoint);
  });

  test.each<[why: string, body: unknown, init: ResponseInit | undefined, found: object]>([
    [
      "versions in values, answered with 300",
      { versions: { values: [at("v3.14", "http://i/v3/")] } },
      { status: 300 },
      { url: "http://c/v3" },
    ],
    [
      "one version",
      { version: at("v2.0", "/v2.0/", { max_version: "2.7", version: "2.5", min_version: "2.0" }) },
      undefined,
      { url: "http://c/v2.0", minimum: "2.0", maximum: "2.7" },
    ],
    [
      "one version without a form, its bounds in headers",
      { id: "v1", links: [{ rel: "self", href: "/v1/" }] },
      {
        headers: {
          "x-openstack-ironic-api-minimum-version": "1.1",
          "x-openstack-ironic-api-maximum-version": "1.78",
        },
      },
      { url: "http://c/v1", minimum: "1.1", maximum: "1.78" },
    ],
    ["versions that lack something", { versions: [{ id: "v2" }, 7, at("x", "/x")] }, undefined, {}],
    ["a list, which is no document", ["container"], undefined, {}],
    ["something else", { hello: "world" }, undefined, {}],
    ["an error", {}, { status: 404 }, {}],
  ])("may tell of it by %s", async (_why, body, init, found) => {
    const { send } = documentAt("http://c/", body, init);
    const endpoint = await endpointFor(compute, grantOf("http://c"), {}, { send });
    expect(endpoint).toEqual({ url: "http://c", ...found });
  });

  it("is asked for with a token where the service wants one for that, too", async () => {
    const tokens: (string | null)[] = [];
    const send = (request: Request): Promise<Response> => {
      const token = request.headers.get("x-auth-token");
      tokens.push(token);
      const status = token === null ? 401 : 200;
      return Promise.resolve(Response.json({ versions: [at("v2.1", "v2.1")] }, { status }));
    };
    const { url } = await endpointFor(compute, grantOf("http://c"), {}, { send });
    expect([url, tokens]).toEqual(["http://c/v2.1", [null, "t"]]);
  });

  it("is an error where the service fails to say, and no guess that is kept", async () => {
    const { send } = documentAt("http://c/", { message: "Later." }, { status: 500 });
    const endpoint = endpointFor(compute, grantOf("http://c"), {}, { send });
    await expect(endpoint).rejects.toThrow("GET http://c/: 500 Later.");
  });

  it("that is no URL is an error", async () => {
    await expect(endpointFor(compute, grantOf("c:8774"), {}, never)).rejects.toThrow("is no URL");
    await expect(endpointFor(compute, grantOf("/v2"), {}, never)).rejects.toThrow("is no URL");
  });
});
