import { describe, expect, it, test } from "vitest";
import { ResponseError } from "../../templates/client/runtime/runtime.js";
import { password, type PasswordValues } from "../../templates/client/session/auth/password.js";
import { authOf, issues, keystoneOf, refuses } from "./keystone.js";
import { plain } from "../client-runtime/server.js";

const demo = { username: "demo", user_domain_id: "default", password: "s3cret pass" };
const send = (request: Request) => fetch(request);

describe("the request for a token", () => {
  const user = { name: "demo", domain: { id: "default" }, password: "s3cret pass" };
  const identity = { methods: ["password"], password: { user } };

  test.each<[values: Partial<PasswordValues>, auth: object, why: string]>([
    [{}, { identity }, "nothing is said of a scope: Keystone takes the default project"],
    [
      { user_id: "u1" },
      { identity: { ...identity, password: { user: { id: "u1", password: "s3cret pass" } } } },
      "an id wins over a name, and needs no domain",
    ],
    [
      { user_domain_id: "", user_domain_name: "Default" },
      {
        identity: {
          ...identity,
          password: { user: { ...user, domain: { name: "Default" } } },
        },
      },
      "an empty value is none",
    ],
    [
      { user_domain_id: undefined, default_domain_id: "d9", project_name: "p" },
      {
        identity: { ...identity, password: { user: { ...user, domain: { id: "d9" } } } },
        scope: { project: { name: "p", domain: { id: "d9" } } },
      },
      "the domain for whoever has none",
    ],
    [{ project_id: "p1" }, { identity, scope: { project: { id: "p1" } } }, "a project by id"],
    [
      { project_name: "demo", project_domain_name: "Default" },
      { identity, scope: { project: { name: "demo", domain: { name: "Default" } } } },
      "a project by name",
    ],
    [{ domain_id: "d1" }, { identity, scope: { domain: { id: "d1" } } }, "a domain by id"],
    [{ domain_name: "D" }, { identity, scope: { domain: { name: "D" } } }, "a domain by name"],
    [{ system_scope: "all" }, { identity, scope: { system: { all: true } } }, "the system"],
    [
      { system_scope: "all", project_id: "p1" },
      { identity, scope: { project: { id: "p1" } } },
      "keystoneauth looks at the system last",
    ],
    [{ trust_id: "t1" }, { identity, scope: { "OS-TRUST:trust": { id: "t1" } } }, "a trust"],
    [{ unscoped: true }, { identity, scope: "unscoped" }, "no scope, not even the default"],
  ])("of %j is %j (%s)", async (values, auth) => {
    const { url, seen } = await keystoneOf(issues("t"));
    await password({ auth_url: url, ...demo, ...values })(send);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ method: "POST", url: "/v3/auth/tokens" });
    expect(authOf(seen[0] ?? expect.fail())).toEqual(auth);
  });

  test.each([
    // path of auth_url   asked                          why
    ["", "/v3/auth/tokens", "as people write it"],
    ["/", "/v3/auth/tokens", "with a slash"],
    ["/v3", "/v3/auth/tokens", "with the version"],
    ["/v3/", "/v3/auth/tokens", "with both"],
    ["/v2.0", "/v3/auth/tokens", "left over from an API that is gone"],
    ["/identity", "/identity/v3/auth/tokens", "behind a proxy"],
    ["/identity/v3/", "/identity/v3/auth/tokens", "behind a proxy, with the version"],
  ])("below auth_url %j goes to %s (%s)", async (path, asked) => {
    const { url, seen } = await keystoneOf(issues("t"));
    await password({ auth_url: url + path, ...demo })(send);
    expect(seen[0]?.url).toBe(asked);
  });

  test.each<[values: Partial<Omit<PasswordValues, "unscoped">>, message: string]>([
    [{ username: "" }, "user_id or username is missing"],
    [{ user_domain_id: "" }, "username needs user_domain_id or user_domain_name beside it"],
    [{ password: "" }, "password is missing"],
    [
      { project_name: "p" },
      "project_name needs project_domain_id or project_domain_name beside it",
    ],
    [
      { project_id: "p", domain_id: "d" },
      "a token has one scope, and here are several: domain, project",
    ],
    [{ system_scope: "some" }, 'system_scope is "all", not "some"'],
    [{ auth_url: "" }, "auth_url is missing"],
    [{ auth_url: "keystone" }, "auth_url is an absolute URL, without user and password"],
    [{ auth_url: "file:///k" }, "auth_url is an absolute URL, without user and password"],
    [{ auth_url: "http://a:b@k" }, "auth_url is an absolute URL, without user and password"],
  ])("is not sent with %j: %s", async (values, message) => {
    const given = { auth_url: "http://127.0.0.1:9", ...demo, ...values };
    const sent = async () => password(given)(() => expect.fail("sent"));
    await expect(sent()).rejects.toThrow(new TypeError(message));
  });
});

describe("a grant", () => {
  it("has the token, how long it lasts, the catalog and the project", async () => {
    const endpoints = [
      { id: "e", interface: "public", region: "R", region_id: "R", url: "http://c" },
    ];
    const catalog = [{ id: "c", type: "compute", name: "nova", endpoints }];
    const { url } = await keystoneOf(issues("abc", { catalog, project: { id: "p1" } }));
    const before = Date.now();
    const { expiresAt = 0, ...grant } = await password({ auth_url: url, ...demo })(send);
    expect(grant).toMatchObject({
      headers: { "x-auth-token": "abc" },
      catalog,
      projectId: "p1",
      userId: "u1",
    });
    // An hour from now by this clock, whatever the time is there.
    expect(expiresAt).toBeGreaterThanOrEqual(before + 3_600_000);
    expect(expiresAt).toBeLessThanOrEqual(Date.now() + 3_600_000);
  });

  it("of a token without end has none", async () => {
    const { url } = await keystoneOf(issues("abc", { expires_at: null }));
    const grant = await password({ auth_url: url, ...demo })(send);
    expect(grant.expiresAt).toBeUndefined();
  });
});

describe("a refusal", () => {
  it("is an error with what Keystone said", async () => {
    const { url } = await keystoneOf(refuses(401, "The request requires authentication."));
    const error = await password({ auth_url: url, ...demo })(send).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({
      status: 401,
      operation: "POST /v3/auth/tokens",
      message: `POST ${url}/v3/auth/tokens: 401 The request requires authentication.`,
    });
  });

  it("that repeats the password does not hand it on", async () => {
    const { url } = await keystoneOf(
      refuses(400, "Invalid input: 's3cret pass' is too short", {}, { echo: ["s3cret pass", 1] }),
    );
    const error = await password({ auth_url: url, ...demo })(send).catch(
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof ResponseError)) throw error;
    expect(error.message).toContain("Invalid input: '***' is too short");
    expect(error.body).toMatchObject({ error: { code: 400 }, echo: ["***", 1] });
    expect(JSON.stringify([error.message, error.stack, error.body])).not.toContain("s3cret");
  });

  test.each([
    [plain(201, '{"token":{}}', { "content-type": "application/json" }), "has no X-Subject-Token"],
    [plain(201, "<h1>Portal</h1>", { "content-type": "text/html" }), "not as documented"],
    [plain(502, "<h1>Bad Gateway</h1>", { "content-type": "text/html" }), "502"],
  ])("is an answer that grants nothing (%#)", async (handler, words) => {
    const { url } = await keystoneOf(handler);
    await expect(password({ auth_url: url, ...demo })(send)).rejects.toThrow(words);
  });

  it("ends with its signal", async () => {
    const { url } = await keystoneOf(() => {});
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(password({ auth_url: url, ...demo })(send, signal)).rejects.toThrow("enough");
  });
});
