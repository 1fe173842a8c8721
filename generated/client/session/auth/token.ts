// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Authentication by a token that is there already, for another scope (`token`, `v3token`).
 *
 * @module
 */
import type { Authenticate } from "../grant.js";
import type { ScopeValues } from "../scope.js";
import { byMethod, type KeystoneValues, type Method } from "../tokens.js";
import { neededTextOf } from "../values.js";

export interface TokenValues extends KeystoneValues, ScopeValues {
  readonly token: string;
}

/** What it gives ends with the token that was given, and cannot be renewed after that. */
export function token(values: TokenValues): Authenticate {
  return byMethod(values, tokenMethod(values));
}

/** As one method of several. Keystone looks for the token in the header, too. */
export function tokenMethod(values: { readonly token: string }): Method {
  const id = neededTextOf(values, "token");
  return { name: "token", identity: { id }, headers: { "x-auth-token": id } };
}
