import { expect, test } from "vitest";
import { authenticateOf } from "../../templates/client/session/plugins.js";
import { authOf, issues, keystoneOf } from "./keystone.js";

const known =
  "password, v3password, token, v3token, v3applicationcredential, v3totp, v3multifactor, " +
  "v3oidcclientcredentials, v3oidcaccesstoken, v3oidcdeviceauthz, v3oauth2clientcredential, none, " +
  "http_basic, admin_token";

test.each(["v2password", "v3kerberos", "v3samlpassword", "", "toString", "__proto__"])(
  "another plugin, %j, is refused by its name, with those that there are",
  (auth_type) => {
    expect(() => authenticateOf({ auth_type, auth: {} })).toThrow(
      new TypeError(`there is no auth_type "${auth_type}" here; there are ${known}`),
    );
  },
);

test.each(known.split(", ").filter((name) => name !== "none"))(
  "%s says what an empty configuration misses",
  (auth_type) => {
    expect(() => authenticateOf({ auth_type, auth: {} })).toThrow(/missing/);
  },
);

test("what is of the moment stands in for what a file has", async () => {
  const { url, seen } = await keystoneOf(issues("t"));
  const auth = { auth_url: url, user_id: "u1", passcode: "000000" };
  const asked = { passcode: () => "123456", show: undefined };
  await authenticateOf({ auth_type: "v3totp", auth }, asked)((request) => fetch(request));
  expect(authOf(seen[0] ?? expect.fail())).toEqual({
    identity: { methods: ["totp"], totp: { user: { id: "u1", passcode: "123456" } } },
  });
});

test("a number that a file has for a text is sent as its digits", async () => {
  const { url, seen } = await keystoneOf(issues("t"));
  const auth = { auth_url: url, user_id: 12, password: 83, project_id: 7 };
  await authenticateOf({ auth_type: "password", auth })((request) => fetch(request));
  expect(authOf(seen[0] ?? expect.fail())).toEqual({
    identity: { methods: ["password"], password: { user: { id: "12", password: "83" } } },
    scope: { project: { id: "7" } },
  });
});
