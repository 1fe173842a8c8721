import { walk } from "../../shape/shape.js";
import { namesOfFreeForm } from "../../words/values/free-form.js";
import type { BodySide } from "../body.js";
import { memberKey, resourceOf } from "./member-key.js";

/**
 * Members, by `memberKey`, of which the prose of some operation says that they are somebody's own, and
 * whose samples show where they stand: "`body` is the arbitrary document that was submitted" of a
 * message holds in a list of messages, too.
 */
export function freeMembers(bodies: readonly BodySide[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { operation, sampled } of bodies) {
    if (sampled === undefined) continue;
    const names = new Set(namesOfFreeForm(operation.description.markdown));
    if (names.size === 0) continue;
    const resource = resourceOf(operation);
    walk(sampled, (path) => {
      if (names.has(path.at(-1) ?? "")) keys.add(memberKey(path, resource));
    });
  }
  return keys;
}
