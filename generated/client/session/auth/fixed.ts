// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Services that ask no Keystone: without authentication (`none`), with a user of their own
 * (`http_basic`), or with one token for all (`admin_token`). All of them are at one endpoint, or at
 * the endpoint that the configuration names for each.
 *
 * @module
 */
import { basic } from "../../authorization.js";
import type { Authenticate } from "../grant.js";
import { neededTextOf, textOf } from "../values.js";

export interface NoneValues {
  readonly endpoint?: string | undefined;
}

export interface HttpBasicValues extends NoneValues {
  readonly username: string;
  readonly password: string;
}

export interface AdminTokenValues {
  readonly endpoint: string;
  readonly token: string;
}

/** Some services want to see a token even where they ask nobody what it is. */
export function none(values: NoneValues = {}): Authenticate {
  return fixed({ "x-auth-token": "notused" }, textOf(values, "endpoint"));
}

export function httpBasic(values: HttpBasicValues): Authenticate {
  const user = neededTextOf(values, "username");
  // RFC 7617, 2: what stands before the first colon is the user.
  if (user.includes(":")) throw new TypeError("username has a colon, which Basic cannot send");
  const authorization = basic(`${user}:${neededTextOf(values, "password")}`);
  return fixed({ authorization }, textOf(values, "endpoint"));
}

export function adminToken(values: AdminTokenValues): Authenticate {
  const headers = { "x-auth-token": neededTextOf(values, "token") };
  return fixed(headers, neededTextOf(values, "endpoint"));
}

function fixed(
  headers: Readonly<Record<string, string>>,
  endpoint: string | undefined,
): Authenticate {
  return () => Promise.resolve({ headers, endpoint, catalog: [] });
}
