// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Every plugin by its name in keystoneauth, for configurations that name theirs. A program that
 * knows how it authenticates imports that one from `auth/`, and its bundle holds no other.
 *
 * @module
 */
import { adminToken, httpBasic, none } from "./auth/fixed.js";
import { applicationCredential } from "./auth/application-credential.js";
import { oidcDeviceAuthorization, type DevicePrompt } from "./auth/device.js";
import { multiFactor } from "./auth/multi-factor.js";
import { oauth2ClientCredential } from "./auth/oauth2.js";
import { oidcAccessToken, oidcClientCredentials } from "./auth/oidc.js";
import { password } from "./auth/password.js";
import { token } from "./auth/token.js";
import { totp } from "./auth/totp.js";
import type { Authenticate, AuthValues, CloudConfig } from "./grant.js";

/** What configurations cannot hold, since it is of the moment. */
export interface Asked {
  /** Gives a passcode whenever a token is asked for, in place of the one in the configuration. */
  readonly passcode?: (() => string | Promise<string>) | undefined;
  /** Shows a person where to go (`v3oidcdeviceauthz`). */
  readonly show?: ((prompt: DevicePrompt) => void) | undefined;
}

// Each plugin tells by name what it misses of the values that a file has or has not.
const plugins: Readonly<Record<string, (values: never) => Authenticate>> = {
  password,
  v3password: password,
  token,
  v3token: token,
  v3applicationcredential: applicationCredential,
  v3totp: totp,
  v3multifactor: multiFactor,
  v3oidcclientcredentials: oidcClientCredentials,
  v3oidcaccesstoken: oidcAccessToken,
  v3oidcdeviceauthz: oidcDeviceAuthorization,
  v3oauth2clientcredential: oauth2ClientCredential,
  none,
  http_basic: httpBasic,
  admin_token: adminToken,
};

/** How a cloud is to be authenticated at; throws where its plugin, or a value of it, is not there. */
export function authenticateOf(
  { auth_type, auth }: Pick<CloudConfig, "auth_type" | "auth">,
  asked: Asked = {},
): Authenticate {
  const plugin = Object.hasOwn(plugins, auth_type) ? plugins[auth_type] : undefined;
  if (plugin === undefined) {
    const known = Object.keys(plugins).join(", ");
    throw new TypeError(`there is no auth_type "${auth_type}" here; there are ${known}`);
  }
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  const values: AuthValues = { ...auth, ...Object.fromEntries(given) };
  return plugin(values as never);
}
