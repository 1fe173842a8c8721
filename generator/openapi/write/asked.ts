import { pointerOf } from "../../collections/json-pointer.js";
import type { BodyNode, InferredOperation } from "../../infer/model.js";

/**
 * Places of the request body whose rows say that they must be sent, though the schema lets them be
 * left out, since a sample does: `/server/size`, `0` for items of a list, `*` for values of a map.
 */
export function askedIn({ request }: InferredOperation): readonly string[] {
  const found: string[] = [];
  const visit = (node: BodyNode, at: string): void => {
    if (found.length >= most) return;
    for (const { name, variants } of node.members) {
      const inner = `${at}${pointerOf([name])}`;
      const isAsked = variants.every(({ required, entry, bounds }) => {
        const isBound = bounds.min !== undefined || bounds.max !== undefined;
        return !required && !isBound && entry?.required === true;
      });
      if (isAsked && variants.length > 0) found.push(inner);
      for (const variant of variants) visit(variant.node, inner);
    }
    if (node.items !== undefined) visit(node.items, `${at}/0`);
    if (node.values !== undefined) visit(node.values, `${at}/*`);
  };
  if (request !== undefined) visit(request.node, "");
  return [...new Set(found)];
}

/** So many places of one body are named at most. */
const most = 1000;
