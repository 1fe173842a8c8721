import type { Difference } from "../difference.js";
import type { Listed } from "../operations/listed.js";
import { keysOf, pointerOf } from "../../collections/json-pointer.js";
import { requestMemberBecameOptional, requestMemberBecameRequired } from "../rules/members.js";
import { shapeOf } from "../schemas/shape-of.js";
import type { ShapeMember } from "../schemas/shape.js";
import type { View } from "../schemas/view.js";
import type { Both } from "../side.js";
import { schemasAt } from "./places.js";

/**
 * Members of a request that the rows behind one document ask for, and those behind the other do
 * not, where both schemas let them be left out since samples do.
 */
export function compareAsked(operations: Both<Listed>, views: Both<View>): readonly Difference[] {
  const { old, new: now } = operations;
  const pointers = new Set([...old.asked, ...now.asked]);
  return [...pointers].flatMap((pointer): readonly Difference[] => {
    if (old.asked.has(pointer) === now.asked.has(pointer)) return [];
    const keys = keysOf(pointer);
    const members = [memberAt(old, keys, views.old), memberAt(now, keys, views.new)];
    if (members.some((one) => one === undefined || one.required || one.undocumented)) return [];
    const isAsked = now.asked.has(pointer);
    const record = isAsked ? requestMemberBecameRequired : requestMemberBecameOptional;
    return [{ record, keys: ["request", ...keys] }];
  });
}

/** Whether the rows behind a document ask for a place of a request. */
export function isAsked({ asked }: Listed, [part, ...keys]: readonly string[]): boolean {
  return part === "request" && asked.has(pointerOf(keys));
}

function memberAt({ model }: Listed, keys: readonly string[], view: View): ShapeMember | undefined {
  const around = schemasAt(model, "request", keys.slice(0, -1), view);
  return shapeOf(around, view).members.get(keys.at(-1) ?? "");
}
