import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import {
  oidcDeviceAuthorization,
  type DevicePrompt,
} from "../../templates/client/session/auth/device.js";
import {
  oidcAccessToken,
  oidcClientCredentials,
} from "../../templates/client/session/auth/oidc.js";
import { plain, json } from "../client-runtime/server.js";
import { authOf, issues, keystoneOf, refuses } from "./keystone.js";

const send = (request: Request) => fetch(request);
const idp = { identity_provider: "my idp", protocol: "openid" };
const client = { client_id: "id", client_secret: "s3cret" };
const federated = "/v3/OS-FEDERATION/identity_providers/my%20idp/protocols/openid/auth";

describe("an access token", () => {
  it("is exchanged for a token, and that for one of the scope", async () => {
    const { url, seen } = await keystoneOf(issues("unscoped"), issues("scoped"));
    const scope = { project_id: "p1" };
    const values = { auth_url: `${url}/v3`, ...idp, ...scope, access_token: "at" };
    const grant = await oidcAccessToken(values)(send);
    expect(grant.headers).toEqual({ "x-auth-token": "scoped" });
    expect(seen[0]).toMatchObject({ method: "POST", url: federated, body: "" });
    expect(seen[0]?.headers.authorization).toBe("Bearer at");
    expect(seen[1]?.url).toBe("/v3/auth/tokens");
    expect(authOf(seen[1] ?? expect.fail())).toEqual({
      identity: { methods: ["token"], token: { id: "unscoped" } },
      scope: { project: { id: "p1" } },
    });
    expect(seen[1]?.headers.authorization).toBeUndefined();
  });

  it("without a scope is exchanged once, and asked for each time", async () => {
    const { url, seen } = await keystoneOf(issues("unscoped"));
    let count = 0;
    const access_token = () => `at${++count}`;
    const authenticate = oidcAccessToken({ auth_url: url, ...idp, access_token });
    expect((await authenticate(send)).headers).toEqual({ "x-auth-token": "unscoped" });
    await authenticate(send);
    const sent = seen.map(({ headers }) => headers.authorization);
    expect(sent).toEqual(["Bearer at1", "Bearer at2"]);
  });

  it("that is refused does not stand in the error", async () => {
    const { url } = await keystoneOf(refuses(401, "The token at-77 is not known."));
    const asked = oidcAccessToken({ auth_url: url, ...idp, access_token: "at-77" })(send);
    await expect(asked).rejects.toThrow("401 The token *** is not known.");
  });
});

describe("a client with a secret", () => {
  it("gets its token at the endpoint of the discovery document", async () => {
    const { url, seen } = await keystoneOf(
      (response, asked) =>
        json(200, { token_endpoint: `http://${asked.headers.host}/idp/token?x=1` })(
          response,
          asked,
        ),
      json(200, { access_token: "at", id_token: "idt" }),
      issues("unscoped"),
    );
    const discovery_endpoint = `${url}/.well-known/openid-configuration`;
    const grant = await oidcClientCredentials({
      auth_url: url,
      ...idp,
      ...client,
      discovery_endpoint,
    })(send);
    expect(grant.headers).toEqual({ "x-auth-token": "unscoped" });
    expect(seen.map((one) => `${one.method} ${one.url}`)).toEqual([
      "GET /.well-known/openid-configuration",
      "POST /idp/token?x=1",
      `POST ${federated}`,
    ]);
    expect(Object.fromEntries(new URLSearchParams(seen[1]?.body))).toEqual({
      grant_type: "client_credentials",
      scope: "openid profile",
    });
    expect(seen[1]?.headers.authorization).toBe(`Basic ${btoa("id:s3cret")}`);
    expect(seen[2]?.headers.authorization).toBe("Bearer at");
  });

  it("may be asked for its id token, at an endpoint of its own", async () => {
    const { url, seen } = await keystoneOf(
      json(200, { access_token: "at", id_token: "idt" }),
      issues("unscoped"),
    );
    await oidcClientCredentials({
      auth_url: url,
      ...idp,
      ...client,
      access_token_endpoint: `${url}/token`,
      discovery_endpoint: `${url}/never`,
      access_token_type: "id_token",
      scope: "openid mail",
    })(send);
    expect(seen.map((one) => one.url)).toEqual(["/token", federated]);
    expect(new URLSearchParams(seen[0]?.body).get("scope")).toBe("openid mail");
    expect(seen[1]?.headers.authorization).toBe("Bearer idt");
  });

  test.each([
    [json(400, { error: "invalid_scope" }), "400 invalid_scope"],
    [
      json(401, { error: "invalid_client", error_description: "s3cret is wrong" }),
      "401 invalid_client: *** is wrong",
    ],
    [plain(502, "<p>Bad Gateway</p>", { "content-type": "text/html" }), "502 Bad Gateway"],
    [json(200, { token_type: "Bearer" }), "access_token is missing"],
  ])("that is refused says why (%#)", async (handler, words) => {
    const { url } = await keystoneOf(handler);
    const access_token_endpoint = `${url}/token`;
    const values = { auth_url: url, ...idp, ...client, access_token_endpoint };
    await expect(oidcClientCredentials(values)(send)).rejects.toThrow(words);
  });

  it("is told what it misses", () => {
    const values = { auth_url: "http://k", ...idp, ...client };
    expect(() => oidcClientCredentials(values)).toThrow(
      "access_token_endpoint or discovery_endpoint is missing",
    );
    const whole = { ...values, access_token_endpoint: "http://i" };
    expect(() => oidcClientCredentials({ ...whole, client_secret: "" })).toThrow("client_secret");
    expect(() => oidcClientCredentials({ ...whole, protocol: "" })).toThrow("protocol is missing");
  });
});

describe("a person with another device", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  /** An identity provider and a Keystone without a socket, since time stands still. */
  function stand(...answers: readonly (readonly [status: number, body: object])[]) {
    const forms: Record<string, string>[] = [];
    let next = 0;
    const asked: string[] = [];
    const send = async (request: Request): Promise<Response> => {
      const { pathname } = new URL(request.url);
      asked.push(pathname);
      if (pathname === federated)
        return Response.json(
          { token: { expires_at: null } },
          {
            status: 201,
            headers: { "x-subject-token": `for ${request.headers.get("authorization")}` },
          },
        );
      forms.push(Object.fromEntries(new URLSearchParams(await request.text())));
      const [status, body] = answers[next++] ?? expect.fail("asked once more");
      return Response.json(body, { status });
    };
    return { send, forms, asked };
  }

  const values = {
    auth_url: "http://keystone",
    ...idp,
    client_id: "id",
    access_token_endpoint: "http://idp/token",
    device_authorization_endpoint: "http://idp/device",
  };
  const device = {
    device_code: "dc",
    user_code: "WDJB-MJHT",
    verification_uri: "http://idp/go",
    verification_uri_complete: "http://idp/go?c=WDJB-MJHT",
    expires_in: 60,
    interval: 5,
  };
  const pending = [400, { error: "authorization_pending" }] as const;
  const done = [200, { access_token: "at", refresh_token: "rt" }] as const;

  it("is shown where to go, and waited for at the pace of the server", async () => {
    const slower = [400, { error: "slow_down" }] as const;
    const { send, forms } = stand([200, device], pending, slower, pending, done);
    const shown: DevicePrompt[] = [];
    const show = (prompt: DevicePrompt) => void shown.push(prompt);
    const granted = oidcDeviceAuthorization({ ...values, show })(send);
    // Asked 5, 10, 20 and 30 seconds later: from slow_down on the interval is 10.
    for (const [seconds, count] of [
      [4, 1],
      [1, 2],
      [5, 3],
      [9, 3],
      [1, 4],
      [9, 4],
      [1, 5],
    ] as const) {
      await vi.advanceTimersByTimeAsync(seconds * 1000);
      expect(forms).toHaveLength(count);
    }
    expect((await granted).headers).toEqual({ "x-auth-token": "for Bearer at" });
    const { device_code, interval: _, ...prompt } = device;
    expect(shown).toEqual([prompt]);
    expect(forms[0]).toEqual({ client_id: "id", scope: "openid profile" });
    expect(forms[1]).toEqual({
      client_id: "id",
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
      device_code,
    });
  });

  test.each([undefined, null, "soon", -1])(
    "is waited for five seconds where the interval is %s",
    async (interval) => {
      const { send, forms } = stand([200, { ...device, interval }], pending, done);
      const granted = oidcDeviceAuthorization({ ...values, show: () => {} })(send);
      await vi.advanceTimersByTimeAsync(4999);
      expect(forms).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(forms).toHaveLength(2);
      await vi.advanceTimersByTimeAsync(5000);
      expect((await granted).headers).toEqual({ "x-auth-token": "for Bearer at" });
    },
  );

  it("is asked once: later tokens come by the refresh token, while the server takes it", async () => {
    const again = [200, { access_token: "at2" }] as const;
    const ended = [400, { error: "invalid_grant" }] as const;
    const { send, forms } = stand([200, device], done, again, ended, [200, device], done);
    const shown: DevicePrompt[] = [];
    const authenticate = oidcDeviceAuthorization({
      ...values,
      show: (one) => void shown.push(one),
    });
    const first = authenticate(send);
    await vi.advanceTimersByTimeAsync(5000);
    await first;
    expect((await authenticate(send)).headers).toEqual({ "x-auth-token": "for Bearer at2" });
    expect(forms[2]).toEqual({ client_id: "id", grant_type: "refresh_token", refresh_token: "rt" });
    expect(shown).toHaveLength(1);
    const third = authenticate(send);
    await vi.advanceTimersByTimeAsync(5000);
    await third;
    expect(shown).toHaveLength(2);
  });

  it("proves that the code is this program's, where the server wants it", async () => {
    const { send, forms } = stand([200, device], done);
    const challenge = { code_challenge_method: "S256", show: () => {} };
    const granted = oidcDeviceAuthorization({ ...values, ...challenge })(send);
    await vi.waitFor(() => expect(forms).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(5000);
    await granted;
    const verifier = forms[1]?.["code_verifier"] ?? "";
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
    expect(forms[0]).toMatchObject({
      code_challenge: Buffer.from(bytes).toString("base64url"),
      code_challenge_method: "S256",
    });
    expect(verifier).toMatch(/^[\w-]{43}$/);
  });

  test.each<[answer: readonly [number, object], words: string]>([
    [[400, { error: "access_denied", error_description: "The person said no." }], "access_denied"],
    [[400, { error: "expired_token" }], "expired_token"],
    [[500, {}], "500"],
  ])("that does not come is an error (%#)", async (answer, words) => {
    const { send } = stand([200, device], answer);
    const granted = oidcDeviceAuthorization({ ...values, show: () => {} })(send);
    const rejected = expect(granted).rejects.toThrow(words);
    await vi.advanceTimersByTimeAsync(5000);
    await rejected;
  });

  it("has to be told", () => {
    const untold = { ...values, show: undefined as never };
    expect(() => oidcDeviceAuthorization(untold)).toThrow("show is missing");
  });

  it("is not waited for when the code has ended", async () => {
    const { send, forms } = stand([200, { ...device, expires_in: 9 }], pending, pending);
    const granted = oidcDeviceAuthorization({ ...values, show: () => {} })(send);
    const rejected = expect(granted).rejects.toThrow("authorization_pending");
    await vi.advanceTimersByTimeAsync(60_000);
    await rejected;
    expect(forms).toHaveLength(3);
  });

  it("is not waited for when the signal says so", async () => {
    const { send, asked } = stand([200, device]);
    const ends = new AbortController();
    const granted = oidcDeviceAuthorization({ ...values, show: () => {} })(send, ends.signal);
    const rejected = expect(granted).rejects.toThrow("enough");
    await vi.advanceTimersByTimeAsync(1000);
    ends.abort(new Error("enough"));
    await rejected;
    expect(asked).toEqual(["/device"]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
