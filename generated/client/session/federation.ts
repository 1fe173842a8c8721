// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Tokens of Keystone for tokens of an identity provider that it trusts (OS-FEDERATION API).
 *
 * @module
 */
import type { Authenticate, Grant } from "./grant.js";
import { scopeOf, type ScopeValues } from "./scope.js";
import { secretsOf } from "./secrets.js";
import { answerOf, grantOf, tokenAnswer, type KeystoneValues, type Way } from "./tokens.js";
import { tokenMethod } from "./auth/token.js";
import { neededTextOf } from "./values.js";

/** Whom Keystone is to trust, by the names that it has for them. */
export interface FederationValues extends KeystoneValues, ScopeValues {
  readonly identity_provider: string;
  readonly protocol: string;
}

const operation =
  "POST /v3/OS-FEDERATION/identity_providers/{identity_provider}/protocols/{protocol}/auth";

/**
 * Authentication by a token of the identity provider, which `tokenOf` gets. What Keystone gives for
 * it has no scope; where one is asked for, it is exchanged once more.
 */
export function federated(
  values: FederationValues,
  tokenOf: (way: Way) => Promise<string>,
): Authenticate {
  const path = {
    identity_provider: neededTextOf(values, "identity_provider"),
    protocol: neededTextOf(values, "protocol"),
  };
  const scope = scopeOf(values);
  return async (send, signal): Promise<Grant> => {
    const way = { send, signal };
    const bearer = await tokenOf(way);
    const request = { path, headers: { authorization: `Bearer ${bearer}` } };
    const secrets = [bearer, ...secretsOf(values)];
    const unscoped = grantOf(await answerOf(values, operation, request, way, secrets));
    const token = unscoped.headers["x-auth-token"];
    if (scope === undefined || token === undefined) return unscoped;
    return grantOf(await tokenAnswer(values, [tokenMethod({ token })], scope, way));
  };
}
