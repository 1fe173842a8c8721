import { accountVariable } from "../../facts/lookup.js";

/** A project where a path begins, and what belongs to it behind: `/v3/{project_id}/boxes`. */
const project = /^(?:\/v\d[\w.]*)?\/\{((?:\w+_)?(?:project|tenant)_id)\}\/./;

/** What else stands there, in a path of its own, too: `/v1/{account}`. */
const first = /^(?:\/v\d[\w.]*)?\/\{(\w+)\}(?:\/|$)/;

/**
 * The variable of a path that is the project of who asks. Where one stands right behind the version,
 * and no collection before it, it says on whose behalf the rest is asked (API SIG, "Project and
 * user IDs in URLs"); `/projects/{project_id}` is any project. What a service calls otherwise is a
 * fact.
 */
export function callerVariable(service: string, path: string): string | undefined {
  const name = project.exec(path)?.[1];
  if (name !== undefined) return name;
  const known = accountVariable(service);
  return known !== undefined && first.exec(path)?.[1] === known ? known : undefined;
}
