// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Authentication by password (`password`, `v3password`).
 *
 * @module
 */
import type { Authenticate } from "../grant.js";
import type { ScopeValues } from "../scope.js";
import { byMethod, type KeystoneValues, type Method } from "../tokens.js";
import { userOf, type UserValues } from "../user.js";
import { neededTextOf } from "../values.js";

export interface PasswordValues extends KeystoneValues, UserValues, ScopeValues {
  readonly password: string;
}

export function password(values: PasswordValues): Authenticate {
  return byMethod(values, passwordMethod(values));
}

/** As one method of several. */
export function passwordMethod(values: UserValues & { readonly password: string }): Method {
  const user = { ...userOf(values), password: neededTextOf(values, "password") };
  return { name: "password", identity: { user } };
}
