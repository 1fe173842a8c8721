// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Authentication by an identity provider of OpenID Connect that Keystone trusts: as a client with a
 * secret (`v3oidcclientcredentials`), or by an access token that is there (`v3oidcaccesstoken`).
 *
 * @module
 */
import { federated, type FederationValues } from "../federation.js";
import type { Authenticate } from "../grant.js";
import { endpointOf, posted, type ClientValues, type ServerValues } from "../oauth.js";
import type { Way } from "../tokens.js";
import { neededTextOf, textOf } from "../values.js";

/** What flows of OpenID Connect have in common. */
export interface OidcValues extends FederationValues, ClientValues, ServerValues {
  /** `openid profile` unless given. */
  readonly openid_scope?: string | undefined;
  /** The same, as openstacksdk calls it once it has read a file. */
  readonly scope?: string | undefined;
}

export interface OidcClientCredentialsValues extends OidcValues {
  readonly client_secret: string;
  /** Which member of the answer Keystone wants to see. */
  readonly access_token_type?: "access_token" | "id_token" | (string & {}) | undefined;
}

export interface OidcAccessTokenValues extends FederationValues {
  readonly access_token: AccessToken;
}

/** Access tokens end soon: what gives one is asked whenever a token is. */
export type AccessToken = string | (() => string | Promise<string>);

export function oidcClientCredentials(values: OidcClientCredentialsValues): Authenticate {
  checkServer(values);
  neededTextOf(values, "client_secret");
  return federated(values, async (way) => {
    const form = { grant_type: "client_credentials", scope: openIdScopeOf(values) };
    const answer = await posted(await tokenEndpointOf(values, way), form, values, way);
    return neededTextOf(answer, textOf(values, "access_token_type") ?? "access_token");
  });
}

export function oidcAccessToken(values: OidcAccessTokenValues): Authenticate {
  const { access_token: given } = values;
  if (typeof given !== "function") neededTextOf(values, "access_token");
  return federated(values, async () => {
    const access_token = typeof given === "function" ? await given() : given;
    return neededTextOf({ access_token }, "access_token");
  });
}

/** Says at once what would be missing later. */
export function checkServer(values: OidcValues): void {
  neededTextOf(values, "client_id");
  if (
    (textOf(values, "access_token_endpoint") ?? textOf(values, "discovery_endpoint")) === undefined
  )
    throw new TypeError("access_token_endpoint or discovery_endpoint is missing");
}

export function tokenEndpointOf(values: ServerValues, way: Way): Promise<string> {
  return endpointOf(values, "token_endpoint", textOf(values, "access_token_endpoint"), way);
}

export function openIdScopeOf(values: OidcValues): string {
  return textOf(values, "openid_scope") ?? textOf(values, "scope") ?? "openid profile";
}
