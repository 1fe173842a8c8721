// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Authentication by an application credential (`v3applicationcredential`).
 *
 * @module
 */
import type { Authenticate } from "../grant.js";
import { named, type ScopeValues } from "../scope.js";
import { byMethod, type KeystoneValues, type Method } from "../tokens.js";
import { userOf, type UserValues } from "../user.js";
import { neededTextOf } from "../values.js";

/** A credential has the scope that it was made with, and Keystone refuses any other. */
export interface ApplicationCredentialValues extends KeystoneValues, UserValues, ScopeValues {
  readonly application_credential_id?: string | undefined;
  /** Unique for its user alone, who is to be named, too. */
  readonly application_credential_name?: string | undefined;
  readonly application_credential_secret: string;
}

export function applicationCredential(values: ApplicationCredentialValues): Authenticate {
  return byMethod(values, applicationCredentialMethod(values));
}

/** As one method of several. */
export function applicationCredentialMethod(
  values: Omit<ApplicationCredentialValues, "auth_url">,
): Method {
  const secret = neededTextOf(values, "application_credential_secret");
  const which = named(values, "application_credential_id", "application_credential_name");
  if (which === undefined)
    throw new TypeError("application_credential_id or application_credential_name is missing");
  const user = "id" in which ? {} : { user: userOf(values) };
  return { name: "application_credential", identity: { secret, ...which, ...user } };
}
