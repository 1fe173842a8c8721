import { inspect } from "node:util";
import { describe, expect, it, test, vi } from "vitest";
import { connectIn } from "../../templates/node/connect.js";
import { ConfigError } from "../../templates/node/files/config-error.js";
import { call, createClient } from "../../templates/client/runtime/runtime.js";
import { createComputeClient } from "../../generated/client/compute.js";
import { answeredWithin } from "../../templates/node/time-limit.js";
import type { AnyResult } from "../../templates/client/runtime/runtime.js";
import { json, type Handler } from "../client-runtime/server.js";
import { authOf, issues, keystoneOf } from "../client-session/keystone.js";
import { placeOf, type Given } from "./clouds.js";

/** A cloud of one host: Keystone, and a service that lists its versions and its images. */
async function cloudOf() {
  const handler: Handler = (response, seen) => {
    const root = `http://${seen.headers.host}`;
    const endpoints = [
      { interface: "public", region_id: "A", url: `${root}/compute` },
      { interface: "internal", region_id: "A", url: `${root}/internal/v2.1` },
    ];
    const catalog = [{ type: "compute", name: "nova", endpoints }];
    const links = [{ rel: "self", href: "http://10.1.2.3:8774/v2.1/" }];
    if (seen.url === "/v3/auth/tokens") return issues("t", { catalog })(response, seen);
    if (seen.url === "/compute/")
      return json(200, { versions: [{ id: "v2.1", status: "CURRENT", links }] })(response, seen);
    return json(200, { images: [] })(response, seen);
  };
  return keystoneOf(handler);
}

const fileOf = (url: string, more = ""): Given["files"] => ({
  "cwd/clouds.yaml": `
clouds:
  one:
    region_name: A
${more}
    auth: { auth_url: ${url}, user_id: u, password: 0123, project_id: p }
`,
});

const list = (client: Parameters<typeof call>[0]) => call<AnyResult>(client, "GET /images", [200]);

describe("one line to a cloud", () => {
  it("gives a session whose clients need nothing else", async () => {
    const { url, seen } = await cloudOf();
    const { world } = placeOf({ files: fileOf(url) });
    const session = await connectIn(world, { app: "inventory/1.2" });
    expect(seen).toHaveLength(0);
    const client = createClient({ session }, { type: "compute" });
    expect(await list(client)).toMatchObject({ ok: true, body: { images: [] } });
    expect(seen.map((one) => `${one.method} ${one.url}`)).toEqual([
      "POST /v3/auth/tokens",
      "GET /compute/",
      "GET /compute/v2.1/images",
    ]);
    expect(authOf(seen[0] ?? expect.fail())).toMatchObject({
      identity: { password: { user: { id: "u", password: "83" } } },
    });
    expect(seen[2]?.headers["x-auth-token"]).toBe("t");
    for (const { headers } of seen) expect(headers["user-agent"]).toBe("inventory/1.2 restanza");
  });

  it("by the environment alone", async () => {
    const { url, seen } = await cloudOf();
    const { world } = placeOf({
      env: { OS_AUTH_URL: url, OS_USER_ID: "u", OS_PASSWORD: "p", OS_INTERFACE: "internal" },
    });
    const session = await connectIn(world, {});
    await list(createClient({ session }, { type: "compute" }));
    expect(seen.map(({ url }) => url)).toEqual(["/v3/auth/tokens", "/internal/v2.1/images"]);
    expect(session.config).toMatchObject({ auth_type: "password", interface: "internal" });
    expect(inspect(session, { depth: 9 }) + JSON.stringify(session)).not.toMatch(
      /config|auth_type/,
    );
  });

  it("with the microversion of a service, for clients that are given none", async () => {
    const { url } = await cloudOf();
    const more = "    compute_default_microversion: 2.10\n    dns_default_microversion: null";
    const { world } = placeOf({ files: fileOf(url, more) });
    const session = await connectIn(world, {});
    const versions = ["compute", "dns"].map((type) => createClient({ session }, { type }));
    expect(versions.map(({ microversion }) => microversion)).toEqual(["2.1", undefined]);
    const client = createComputeClient({ session });
    expect(client.headers["openstack-api-version"]).toBe("compute 2.1");
    const own = createComputeClient({ session, microversion: "2.30" });
    expect(own.headers["openstack-api-version"]).toBe("compute 2.30");
  });

  it("whose services have to begin their answer in time", async () => {
    const { url } = await keystoneOf((response, seen) => {
      if (seen.url === "/v3/auth/tokens") return issues("t")(response, seen);
    });
    const more = `    api_timeout: "0.5"\n    compute_endpoint_override: ${url}/v2.1`;
    const { world } = placeOf({ files: fileOf(url, more) });
    const session = await connectIn(world, { retry: false });
    const waiting = list(createClient({ session }, { type: "compute" }));
    const error: unknown = await waiting.catch((caught: unknown) => caught);
    expect(inspect(error)).toMatch(/no answer within 0.5 s, the api_timeout of the cloud/);
  });

  it("whose bodies may take longer than that", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let sent: Request | undefined;
    const send = answeredWithin(5, async (request) => {
      sent = request;
      return Response.json({});
    });
    await send(new Request("http://cloud", { method: "POST", body: "text" }));
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(sent?.signal.aborted).toBe(false);
    expect(await sent?.text()).toBe("text");
  });

  it("with a time that is none", async () => {
    const { world } = placeOf({ files: fileOf("http://k", "    api_timeout: soon") });
    await expect(connectIn(world, {})).rejects.toThrow("api_timeout is soon");
  });

  it("with an endpoint of its own for a service", async () => {
    const { url, seen } = await cloudOf();
    const more = `    compute_endpoint_override: ${url}/mine/v2.1`;
    const { world } = placeOf({ files: fileOf(url, more) });
    await list(createClient({ session: await connectIn(world, {}) }, { type: "compute" }));
    expect(seen.map((one) => one.url)).toEqual(["/v3/auth/tokens", "/mine/v2.1/images"]);
  });

  it("without a Keystone, at one endpoint for all, but for those that have their own", async () => {
    const { url, seen } = await cloudOf();
    const text = `clouds: { one: { auth_type: none, dns_endpoint: ${url}/dns/v2, auth: { endpoint: ${url}/all/v1 } } }`;
    const session = await connectIn(placeOf({ files: { "cwd/clouds.yaml": text } }).world, {});
    await list(createClient({ session }, { type: "compute" }));
    await list(createClient({ session }, { type: "dns" }));
    expect(seen.map((one) => one.url)).toEqual(["/all/v1/images", "/dns/v2/images"]);
    expect(seen[0]?.headers["x-auth-token"]).toBe("notused");
  });

  it("tells what the catalog lacks, before anything is asked of a service", async () => {
    const { url } = await cloudOf();
    const { world } = placeOf({ files: fileOf(url) });
    const session = await connectIn(world, {});
    const dns = list(createClient({ session }, { type: "dns" }));
    await expect(dns).rejects.toThrow("the catalog of this token has no service dns");
  });

  test.each<[given: Given, options: object, words: string]>([
    [{}, {}, "auth lacks auth_url, which password needs"],
    [{ env: { OS_CLOUD: "two" } }, {}, "cloud two was not found; there are none"],
    [{ files: fileOf("http://k") }, { cloud: "two" }, "cloud two was not found; there are one"],
    [{ files: fileOf("http://k") }, { region_name: "B" }, "cloud one has no region B; it has A"],
    [
      { files: fileOf("http://k", "    auth_type: v3kerberos") },
      {},
      'there is no auth_type "v3kerberos" here; there are password, v3password, token,',
    ],
    [
      { files: fileOf("http://k", "    cacert: /no/such/file.pem") },
      {},
      "cacert /no/such/file.pem cannot be read",
    ],
  ])("says of %j with %j what is wrong: %s", async (given, options, words) => {
    const { world } = placeOf(given);
    const connecting = connectIn(world, options);
    await expect(connecting).rejects.toThrow(words);
    await expect(connecting).rejects.toBeInstanceOf(ConfigError);
  });

  it("with a profile that the cloud itself tells", async () => {
    const profile = { auth: { auth_url: "http://told/v3" }, region_name: "R" };
    const asked: string[] = [];
    const fetch = (request: Request): Promise<Response> => {
      asked.push(request.url);
      return Promise.resolve(Response.json({ name: "told", profile }));
    };
    const text =
      "clouds: { one: { profile: 'https://cloud.example/x', auth: { user_id: u, password: p } } }";
    const { world } = placeOf({ files: { "cwd/clouds.yaml": text } });
    const { config } = await connectIn(world, { fetch });
    expect(asked).toEqual(["https://cloud.example/.well-known/openstack/api"]);
    expect(config).toMatchObject({ region_name: "R", auth: { auth_url: "http://told/v3" } });
  });
});
