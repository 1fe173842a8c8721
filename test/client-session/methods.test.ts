import { describe, expect, it, test } from "vitest";
import { applicationCredential } from "../../templates/client/session/auth/application-credential.js";
import { adminToken, httpBasic, none } from "../../templates/client/session/auth/fixed.js";
import { multiFactor } from "../../templates/client/session/auth/multi-factor.js";
import { oauth2ClientCredential } from "../../templates/client/session/auth/oauth2.js";
import { token } from "../../templates/client/session/auth/token.js";
import { totp } from "../../templates/client/session/auth/totp.js";
import type { Authenticate } from "../../templates/client/session/grant.js";
import { json } from "../client-runtime/server.js";
import { authOf, issues, keystoneOf, refuses } from "./keystone.js";

const send = (request: Request) => fetch(request);
const demo = { username: "demo", user_domain_name: "Default" };
const user = { name: "demo", domain: { name: "Default" } };
const project = { project_name: "p", project_domain_id: "default" };
const scope = { project: { name: "p", domain: { id: "default" } } };

test.each<[why: string, make: (auth_url: string) => Authenticate, auth: object]>([
  [
    "a token",
    (auth_url) => token({ auth_url, token: "old", ...project }),
    { identity: { methods: ["token"], token: { id: "old" } }, scope },
  ],
  [
    "an application credential by id, which has its own scope",
    (auth_url) =>
      applicationCredential({
        auth_url,
        application_credential_id: "a1",
        application_credential_secret: "s",
      }),
    {
      identity: {
        methods: ["application_credential"],
        application_credential: { id: "a1", secret: "s" },
      },
    },
  ],
  [
    "an application credential by name and user",
    (auth_url) =>
      applicationCredential({
        auth_url,
        application_credential_name: "ci",
        application_credential_secret: "s",
        ...demo,
      }),
    {
      identity: {
        methods: ["application_credential"],
        application_credential: { name: "ci", secret: "s", user },
      },
    },
  ],
  [
    "an application credential by name and the id of its user",
    (auth_url) =>
      applicationCredential({
        auth_url,
        application_credential_name: "ci",
        application_credential_secret: "s",
        user_id: "u1",
      }),
    {
      identity: {
        methods: ["application_credential"],
        application_credential: { name: "ci", secret: "s", user: { id: "u1" } },
      },
    },
  ],
  [
    "a passcode",
    (auth_url) => totp({ auth_url, ...demo, ...project, passcode: "012345" }),
    {
      identity: { methods: ["totp"], totp: { user: { ...user, passcode: "012345" } } },
      scope,
    },
  ],
  [
    "a passcode that is asked for",
    (auth_url) => totp({ auth_url, ...demo, passcode: () => Promise.resolve("012345") }),
    { identity: { methods: ["totp"], totp: { user: { ...user, passcode: "012345" } } } },
  ],
  [
    "several methods, everything at hand",
    (auth_url) =>
      multiFactor({
        auth_url,
        auth_methods: ["v3password", "v3totp"],
        ...demo,
        ...project,
        password: "pw",
        passcode: "012345",
      }),
    {
      identity: {
        methods: ["password", "totp"],
        password: { user: { ...user, password: "pw" } },
        totp: { user: { ...user, passcode: "012345" } },
      },
      scope,
    },
  ],
  [
    "one method of several, as an environment names it",
    (auth_url) => multiFactor({ auth_url, auth_methods: "v3token", token: "old" }),
    { identity: { methods: ["token"], token: { id: "old" } } },
  ],
])("%s is sent as Keystone takes it", async (_why, make, auth) => {
  const { url, seen } = await keystoneOf(issues("t"));
  const grant = await make(url)(send);
  expect(seen).toHaveLength(1);
  expect(authOf(seen[0] ?? expect.fail())).toEqual(auth);
  expect(grant.headers).toEqual({ "x-auth-token": "t" });
});

test("a token stands in the header, too", async () => {
  const { url, seen } = await keystoneOf(issues("t"));
  await token({ auth_url: url, token: "old" })(send);
  expect(seen[0]?.headers["x-auth-token"]).toBe("old");
});

describe("several methods", () => {
  const passcodes: string[] = [];
  const passcode = () => {
    passcodes.push("012345");
    return "012345";
  };
  const values = { auth_methods: "v3password, v3totp", ...demo, password: "pw", passcode };
  const rules = [["password", "totp"], ["kerberos"]];
  const more = { receipt: { methods: ["password"] }, required_auth_methods: rules };
  const half = refuses(401, "Additional authentications steps required.", receipt("r1"), more);

  function receipt(id: string) {
    return { "openstack-auth-receipt": id };
  }

  it("go on behind a receipt, with what is still wanted", async () => {
    const { url, seen } = await keystoneOf(half, issues("t"));
    passcodes.length = 0;
    const grant = await multiFactor({ auth_url: url, ...values })(send);
    expect(grant.headers).toEqual({ "x-auth-token": "t" });
    expect(seen.map(authOf)).toEqual([
      { identity: { methods: ["password"], password: { user: { ...user, password: "pw" } } } },
      { identity: { methods: ["totp"], totp: { user: { ...user, passcode: "012345" } } } },
    ]);
    expect(seen.map(({ headers }) => headers["openstack-auth-receipt"])).toEqual([undefined, "r1"]);
    expect(passcodes).toHaveLength(1);
  });

  it("ask for no passcode where the password is enough", async () => {
    const { url, seen } = await keystoneOf(issues("t"));
    passcodes.length = 0;
    await multiFactor({ auth_url: url, ...values })(send);
    expect(seen).toHaveLength(1);
    expect(passcodes).toEqual([]);
  });

  it("that are not enough are an error which says what is wanted", async () => {
    const { url } = await keystoneOf(half);
    const asked = multiFactor({
      auth_url: url,
      ...values,
      passcode: undefined,
      auth_methods: "v3password",
    });
    await expect(asked(send)).rejects.toMatchObject({
      status: 401,
      message: expect.stringContaining("wants password and totp, or kerberos") as string,
    });
  });

  it("that a second receipt answers are an error, and not asked for again", async () => {
    const { url, seen } = await keystoneOf(half, half, issues("t"));
    await expect(multiFactor({ auth_url: url, ...values })(send)).rejects.toThrow("wants");
    expect(seen).toHaveLength(2);
  });

  it("that are refused are asked for no passcode", async () => {
    const { url, seen } = await keystoneOf(refuses(401, "The password is wrong."));
    passcodes.length = 0;
    await expect(multiFactor({ auth_url: url, ...values })(send)).rejects.toThrow("is wrong");
    expect(seen).toHaveLength(1);
    expect(passcodes).toEqual([]);
  });
});

describe("Keystone's own OAuth", () => {
  const values = { oauth2_client_id: "a1", oauth2_client_secret: "s p" };

  it("gives services a token and an access token, until the first of them ends", async () => {
    const { url, seen } = await keystoneOf(
      issues("t"),
      json(200, { access_token: "at", token_type: "Bearer", expires_in: 60 }),
    );
    const before = Date.now();
    const oauth2_endpoint = `${url}/v3/OS-OAUTH2/token`;
    const grant = await oauth2ClientCredential({ auth_url: url, oauth2_endpoint, ...values })(send);
    expect(grant.headers).toEqual({ "x-auth-token": "t", authorization: "Bearer at" });
    expect(grant.expiresAt).toBeGreaterThanOrEqual(before + 60_000);
    expect(grant.expiresAt).toBeLessThan(before + 3_600_000);
    expect(authOf(seen[0] ?? expect.fail())).toEqual({
      identity: {
        methods: ["application_credential"],
        application_credential: { id: "a1", secret: "s p" },
      },
    });
    expect(seen[1]).toMatchObject({
      method: "POST",
      url: "/v3/OS-OAUTH2/token",
      body: "grant_type=client_credentials",
      headers: {
        authorization: `Basic ${btoa("a1:s p")}`,
        "content-type": "application/x-www-form-urlencoded",
      },
    });
  });

  it("that refuses says why, and nothing secret", async () => {
    const refusal = { error: "invalid_client", error_description: "no client has s p" };
    const { url } = await keystoneOf(issues("t"), json(401, refusal));
    const oauth2_endpoint = `${url}/v3/OS-OAUTH2/token`;
    const asked = oauth2ClientCredential({ auth_url: url, oauth2_endpoint, ...values });
    await expect(asked(send)).rejects.toThrow("401 invalid_client: no client has ***");
  });
});

describe("what asks no Keystone", () => {
  const never = () => expect.fail("sent");

  test.each<[why: string, authenticate: Authenticate, headers: object]>([
    ["nobody", none({ endpoint: "http://svc" }), { "x-auth-token": "notused" }],
    [
      "a user of its own",
      httpBasic({ endpoint: "http://svc", username: "Aladdin", password: "open sesame" }),
      { authorization: "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==" },
    ],
    [
      "one token for all",
      adminToken({ endpoint: "http://svc", token: "ADMIN" }),
      { "x-auth-token": "ADMIN" },
    ],
  ])("is %s", async (_why, authenticate, headers) => {
    expect(await authenticate(never)).toEqual({ headers, endpoint: "http://svc", catalog: [] });
  });

  it("may have an endpoint for each service, and none for all", async () => {
    expect(await none()(never)).toMatchObject({ endpoint: undefined });
  });

  it("is told what it misses", () => {
    expect(() => adminToken({ endpoint: "", token: "t" })).toThrow("endpoint is missing");
    expect(() => adminToken({ endpoint: "http://svc", token: "" })).toThrow("token is missing");
    expect(() => httpBasic({ username: "a:b", password: "p" })).toThrow("a colon");
    expect(() => httpBasic({ username: "a", password: "" })).toThrow("password is missing");
  });
});
