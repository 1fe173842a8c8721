// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * A user as requests for tokens name one.
 *
 * @module
 */
import { domainOf } from "./scope.js";
import { textOf } from "./values.js";

/** The members of `auth` that say who asks. */
export interface UserValues {
  readonly user_id?: string | undefined;
  /** Unique within its domain alone, which is to be named, too. */
  readonly username?: string | undefined;
  readonly user_domain_id?: string | undefined;
  readonly user_domain_name?: string | undefined;
}

/** The `user` of a method: by id, or by name and domain. */
export function userOf(values: UserValues): object {
  const id = textOf(values, "user_id");
  if (id !== undefined) return { id };
  const name = textOf(values, "username");
  if (name === undefined) throw new TypeError("user_id or username is missing");
  const domain = domainOf(values, "user_domain_id", "user_domain_name");
  if (domain === undefined)
    throw new TypeError("username needs user_domain_id or user_domain_name beside it");
  return { name, domain };
}
