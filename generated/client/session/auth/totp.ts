// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Authentication by a passcode of the moment (`v3totp`).
 *
 * @module
 */
import type { Authenticate } from "../grant.js";
import { scopeOf, type ScopeValues } from "../scope.js";
import { grantOf, tokenAnswer, type KeystoneValues, type Method } from "../tokens.js";
import { userOf, type UserValues } from "../user.js";
import { neededTextOf } from "../values.js";

export interface TotpValues extends KeystoneValues, UserValues, ScopeValues {
  readonly passcode: Passcode;
}

/** Each is good for seconds: what gives one is asked whenever a token is. */
export type Passcode = string | (() => string | Promise<string>);

export function totp(values: TotpValues): Authenticate {
  const scope = scopeOf(values);
  const method = totpMethod(values);
  return async (send, signal) => {
    const methods = [await method()];
    return grantOf(await tokenAnswer(values, methods, scope, { send, signal }));
  };
}

/** As one method of several, once there is a passcode. */
export function totpMethod(
  values: UserValues & { readonly passcode: Passcode },
): () => Promise<Method> {
  const user = userOf(values);
  const { passcode: given } = values;
  if (typeof given !== "function") neededTextOf(values, "passcode");
  return async () => {
    const passcode = typeof given === "function" ? await given() : given;
    const identity = { user: { ...user, passcode: neededTextOf({ passcode }, "passcode") } };
    return { name: "totp", identity };
  };
}
