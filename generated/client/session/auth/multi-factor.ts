// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Authentication by several methods (`v3multifactor`): all at once, or what is still wanted behind
 * a receipt for the others (Identity API v3, "Multi-Factor authentication").
 *
 * @module
 */
import type { Authenticate } from "../grant.js";
import { scopeOf } from "../scope.js";
import {
  grantOf,
  tokenAnswer,
  type KeystoneValues,
  type Method,
  type TokenAnswer,
} from "../tokens.js";
import {
  applicationCredentialMethod,
  type ApplicationCredentialValues,
} from "./application-credential.js";
import { passwordMethod, type PasswordValues } from "./password.js";
import { tokenMethod, type TokenValues } from "./token.js";
import { totpMethod, type TotpValues } from "./totp.js";

export type MultiFactorValues = KeystoneValues & {
  /** Plugins of the methods by their names in keystoneauth: `["v3password", "v3totp"]`. */
  readonly auth_methods: readonly string[] | string;
} & Absent<EveryValue>;

type EveryValue = PasswordValues & TotpValues & TokenValues & ApplicationCredentialValues;

/** Which values there have to be depends on the methods. */
type Absent<Values> = { readonly [Name in keyof Values]?: Values[Name] | undefined };

/**
 * A passcode that a function gives is asked for where Keystone wants it: users without a rule for
 * several methods are not bothered.
 */
export function multiFactor(values: MultiFactorValues): Authenticate {
  const scope = scopeOf(values);
  const { auth_methods } = values;
  const names = String(auth_methods ?? "")
    .split(",")
    .map((name) => name.trim());
  if (names.join("") === "") throw new TypeError("auth_methods is missing");
  const methods = names.map((name) => methodOf(name, values));
  const asksLater = typeof values.passcode === "function" && methods.length > 1;
  const first = methods.filter((method) => !(asksLater && method.late));
  const later = methods.filter((method) => asksLater && method.late);
  return async (send, signal) => {
    const way = { send, signal };
    const answer = await tokenAnswer(values, await all(first), scope, way);
    const receipt = receiptOf(answer);
    if (receipt === undefined) return grantOf(answer);
    if (later.length === 0) throw answer.error(wantedOf(answer));
    const rest = [...(await all(later)), { headers: { "openstack-auth-receipt": receipt } }];
    const second = await tokenAnswer(values, rest, scope, way);
    if (receiptOf(second) !== undefined) throw second.error(wantedOf(second));
    return grantOf(second);
  };
}

interface Factor {
  method(): Method | Promise<Method>;
  /** It may have to be asked for. */
  readonly late: boolean;
}

function all(factors: readonly Factor[]): Promise<Method[]> {
  return Promise.all(factors.map((factor) => factor.method()));
}

/** A method by the name of its plugin; one that is not known, or lacks something, is an error. */
function methodOf(name: string, values: MultiFactorValues): Factor {
  // What is missing is told by name, whatever the types say.
  const given = values as EveryValue;
  const made = factors[name.replace(/^v3/, "")]?.(given);
  if (made !== undefined) return made;
  const known = Object.keys(factors).map((one) => `v3${one}`);
  throw new TypeError(`auth_methods has no "${name}"; there are ${known.join(", ")}`);
}

const factors: Readonly<Record<string, (values: EveryValue) => Factor>> = {
  password: (values) => ready(passwordMethod(values)),
  totp: (values) => ({ method: totpMethod(values), late: true }),
  token: (values) => ready(tokenMethod(values)),
  applicationcredential: (values) => ready(applicationCredentialMethod(values)),
};

function ready(method: Method): Factor {
  return { method: () => method, late: false };
}

/** A 401 with a receipt: what was sent is right, and not enough. */
function receiptOf({ result }: TokenAnswer): string | undefined {
  if (result.status !== 401) return undefined;
  return result.headers.get("openstack-auth-receipt") ?? undefined;
}

function wantedOf({ result }: TokenAnswer): string {
  const { required_auth_methods: rules } = Object(result.body) as {
    readonly required_auth_methods?: readonly (readonly string[])[];
  };
  const sets = Array.isArray(rules) ? rules.map((rule) => [rule].flat().join(" and ")) : [];
  return `wants ${sets.join(", or ") || "more methods"}`;
}
