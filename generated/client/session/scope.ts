// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What a token is for: a project, a domain, the system, a trust, or nothing.
 *
 * @module
 */
import { textOf } from "./values.js";

/** The members of `auth` that say so; at most one of project, domain, trust and `unscoped`. */
export interface ScopeValues {
  readonly project_id?: string | undefined;
  /** Unique within its domain alone, which is to be named, too. */
  readonly project_name?: string | undefined;
  readonly project_domain_id?: string | undefined;
  readonly project_domain_name?: string | undefined;
  readonly domain_id?: string | undefined;
  readonly domain_name?: string | undefined;
  /** `all` is the only one there is. */
  readonly system_scope?: "all" | (string & {}) | undefined;
  readonly trust_id?: string | undefined;
  /** No scope, not even that of the user's default project. */
  readonly unscoped?: boolean | undefined;
  /** The domain of user and project unless they have one of their own. */
  readonly default_domain_id?: string | undefined;
  readonly default_domain_name?: string | undefined;
}

/**
 * `auth.scope` of a request for a token; undefined where nothing is said, which leaves it to
 * Keystone. The order and what excludes what are keystoneauth's (`identity/v3/base.py`).
 */
export function scopeOf(values: ScopeValues): object | string | undefined {
  const domain = named(values, "domain_id", "domain_name");
  const project = named(values, "project_id", "project_name");
  const trust = textOf(values, "trust_id");
  const system = textOf(values, "system_scope");
  const { unscoped = false } = values;
  const given = Object.entries({ domain, project, trust, unscoped: unscoped || undefined })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  if (given.length > 1)
    throw new TypeError(`a token has one scope, and here are several: ${given.join(", ")}`);
  if (domain) return { domain };
  if (project) return { project: { ...project, ...projectDomain(values, project) } };
  if (trust !== undefined) return { "OS-TRUST:trust": { id: trust } };
  if (unscoped) return "unscoped";
  if (system === undefined) return undefined;
  if (system !== "all") throw new TypeError(`system_scope is "all", not "${system}"`);
  return { system: { all: true } };
}

function projectDomain(values: ScopeValues, project: Named) {
  if ("id" in project) return {};
  const domain = domainOf(values, "project_domain_id", "project_domain_name");
  if (domain === undefined)
    throw new TypeError("project_name needs project_domain_id or project_domain_name beside it");
  return { domain };
}

type Named = { readonly id: string } | { readonly name: string };

/** Something by its id or, if that is not given, by its name. */
export function named(values: object, idName: string, nameName: string): Named | undefined {
  const id = textOf(values, idName);
  if (id !== undefined) return { id };
  const name = textOf(values, nameName);
  return name === undefined ? undefined : { name };
}

/** A domain of these members, or the one for all that have none. */
export function domainOf(values: object, idName: string, nameName: string): Named | undefined {
  return (
    named(values, idName, nameName) ?? named(values, "default_domain_id", "default_domain_name")
  );
}
