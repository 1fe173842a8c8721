// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Authentication by Keystone's own OAuth 2.0 (`v3oauth2clientcredential`): the client is an
 * application credential, and services get an access token beside the token.
 *
 * @module
 */
import type { Authenticate } from "../grant.js";
import { posted } from "../oauth.js";
import { scopeOf, type ScopeValues } from "../scope.js";
import { grantOf, tokenAnswer, type KeystoneValues } from "../tokens.js";
import { neededTextOf } from "../values.js";

export interface Oauth2ClientCredentialValues extends KeystoneValues, ScopeValues {
  /** As a rule `/v3/OS-OAUTH2/token` of Keystone. */
  readonly oauth2_endpoint: string;
  readonly oauth2_client_id: string;
  readonly oauth2_client_secret: string;
}

export function oauth2ClientCredential(values: Oauth2ClientCredentialValues): Authenticate {
  const id = neededTextOf(values, "oauth2_client_id");
  const secret = neededTextOf(values, "oauth2_client_secret");
  const endpoint = neededTextOf(values, "oauth2_endpoint");
  const method = { name: "application_credential", identity: { id, secret } };
  const scope = scopeOf(values);
  return async (send, signal) => {
    const way = { send, signal };
    const grant = grantOf(await tokenAnswer(values, [method], scope, way));
    const asked = Date.now();
    const form = { grant_type: "client_credentials" };
    const client = { client_id: id, client_secret: secret };
    const answer = await posted(endpoint, form, client, way);
    const authorization = `Bearer ${neededTextOf(answer, "access_token")}`;
    const ends = asked + 1000 * Number(answer["expires_in"]);
    const { expiresAt = Infinity } = grant;
    return {
      ...grant,
      headers: { ...grant.headers, authorization },
      expiresAt: Number.isNaN(ends) ? grant.expiresAt : Math.min(expiresAt, ends),
    };
  };
}
