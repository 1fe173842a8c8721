// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Projects and domains of a cloud, wherever and however they are written (openstacksdk,
 * `config/loader.py`: `_fix_backwards_project`, `_handle_domain_id`).
 *
 * @module
 */
import { textOfValue, type Dict, type Value } from "../files/python.js";

/** A cloud, its `auth` apart. */
export interface Cloud {
  readonly own: Dict;
  readonly auth: Dict;
}

/** Where each may stand, the last of them winning; `auth` wins over the cloud for each name. */
const names: readonly (readonly [target: string, names: readonly string[]])[] = [
  ["domain_id", ["domain_id", "domain-id"]],
  ["domain_name", ["domain_name", "domain-name"]],
  ["user_domain_id", ["user_domain_id", "user-domain-id"]],
  ["user_domain_name", ["user_domain_name", "user-domain-name"]],
  ["project_domain_id", ["project_domain_id", "project-domain-id"]],
  ["project_domain_name", ["project_domain_name", "project-domain-name"]],
  ["token", ["auth-token", "auth_token", "token"]],
  ["project_id", ["tenant_id", "tenant-id", "project_id", "project-id"]],
  ["project_name", ["tenant_name", "tenant-name", "project_name", "project-name"]],
];

/** All of them in `auth`, as texts: `null` becomes `None`, as it does there. */
export function withProject({ own, auth }: Cloud): Cloud {
  const [rest, moved] = [new Map(own), new Map(auth)];
  for (const [target, places] of names) {
    const found: Value[] = [];
    for (const name of places)
      for (const dict of [rest, moved]) {
        const value = dict.get(name);
        if (value !== undefined) found.push(value);
        dict.delete(name);
      }
    const last = found.at(-1);
    const text = last === undefined ? "" : textOfValue(last);
    if (text !== "") moved.set(target, text);
  }
  return { own: rest, auth: moved };
}

/** A domain that is said once is that of user and project, where there is a project. */
export function withDomains({ own, auth }: Cloud): Cloud {
  const [rest, result] = [new Map(own), new Map(auth)];
  const scoped = ["project_id", "project_name"].some((name) => rest.has(name) || result.has(name));
  for (const kind of ["id", "name"]) {
    const domain = `domain_${kind}`;
    const said = result.get(domain);
    if (!scoped) {
      const outside = rest.get(domain);
      if (outside === undefined || said !== undefined) continue;
      rest.delete(domain);
      result.set(domain, outside);
      continue;
    }
    for (const name of [`user_${domain}`, `project_${domain}`])
      if (said !== undefined && !result.has(name)) result.set(name, said);
    rest.delete(domain);
    result.delete(domain);
  }
  return { own: rest, auth: result };
}
