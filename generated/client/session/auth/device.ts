// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Authentication by a person with another device (`v3oidcdeviceauthz`): the program shows an
 * address and a code, and asks until the person has been there (RFC 8628).
 *
 * @module
 */
import { pause } from "../../pause.js";
import { federated } from "../federation.js";
import type { Authenticate } from "../grant.js";
import { endpointOf, isRefusal, post, posted, type Form, type Members } from "../oauth.js";
import type { Way } from "../tokens.js";
import { neededTextOf, textOf } from "../values.js";
import { checkServer, openIdScopeOf, tokenEndpointOf, type OidcValues } from "./oidc.js";

export interface DeviceValues extends OidcValues {
  readonly device_authorization_endpoint?: string | undefined;
  /** Binds the code to this program (RFC 7636), where the server wants that. */
  readonly code_challenge_method?: "S256" | "plain" | (string & {}) | undefined;
  /** Shows the person where to go, and what to enter there. */
  readonly show: (prompt: DevicePrompt) => void;
}

/** What a person has to see (RFC 8628, 3.2). */
export interface DevicePrompt {
  readonly verification_uri: string;
  readonly user_code: string;
  /** The address with the code in it, for a link or a QR code, if the server has one. */
  readonly verification_uri_complete?: string | undefined;
  /** How long the code is good for, in seconds. */
  readonly expires_in: number;
}

/**
 * The person is asked once: later tokens come by the refresh token, as long as the server takes it.
 */
export function oidcDeviceAuthorization(values: DeviceValues): Authenticate {
  checkServer(values);
  if (typeof values.show !== "function")
    throw new TypeError("show is missing, which tells a person where to go");
  let refresh: string | undefined;
  return federated(values, async (way) => {
    const endpoint = await tokenEndpointOf(values, way);
    const answer =
      (refresh !== undefined && (await refreshed(endpoint, refresh, values, way))) ||
      (await authorized(endpoint, values, way));
    refresh = textOf(answer, "refresh_token") ?? refresh;
    return neededTextOf(answer, "access_token");
  });
}

async function refreshed(
  endpoint: string,
  refresh_token: string,
  values: DeviceValues,
  way: Way,
): Promise<Members | undefined> {
  const form = { grant_type: "refresh_token", refresh_token };
  const answer = await post(endpoint, form, values, way);
  return isRefusal(answer) ? undefined : answer;
}

const grantType = "urn:ietf:params:oauth:grant-type:device_code";

async function authorized(endpoint: string, values: DeviceValues, way: Way): Promise<Members> {
  const said = textOf(values, "device_authorization_endpoint");
  const device = await endpointOf(values, "device_authorization_endpoint", said, way);
  const { challenge, verifier } = await pkceOf(textOf(values, "code_challenge_method"));
  const form = { scope: openIdScopeOf(values), ...challenge };
  const asked = await posted(device, form, values, way);
  const prompt: DevicePrompt = {
    verification_uri: neededTextOf(asked, "verification_uri"),
    user_code: neededTextOf(asked, "user_code"),
    verification_uri_complete: textOf(asked, "verification_uri_complete"),
    expires_in: Number(asked["expires_in"]),
  };
  values.show(prompt);
  const device_code = neededTextOf(asked, "device_code");
  const question = { grant_type: grantType, device_code, ...verifier };
  // RFC 8628, 3.2: it is five seconds where the server does not say.
  const pace = Number(asked["interval"]);
  let interval = pace > 0 ? pace : 5;
  for (let waited = interval; ; waited += interval) {
    await pause(interval * 1000, way.signal);
    const answer = await post(endpoint, question, values, way);
    if (!isRefusal(answer)) return answer;
    // RFC 8628, 3.5: the interval is five seconds longer from now on.
    if (answer.code === "slow_down") interval += 5;
    else if (answer.code !== "authorization_pending") throw answer.error;
    if (waited >= prompt.expires_in) throw answer.error;
  }
}

interface Pkce {
  readonly challenge: Form;
  readonly verifier: Form;
}

/** RFC 7636, 4.1 and 4.2. */
async function pkceOf(method: string | undefined): Promise<Pkce> {
  if (method === undefined) return { challenge: {}, verifier: {} };
  if (method !== "S256" && method !== "plain")
    throw new TypeError('code_challenge_method is "S256" or "plain"');
  const code_verifier = base64Url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code_verifier));
  const code_challenge = method === "plain" ? code_verifier : base64Url(new Uint8Array(digest));
  return {
    challenge: { code_challenge, code_challenge_method: method },
    verifier: { code_verifier },
  };
}

function base64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
