import type { Branch } from "../rows/branch.js";
import type { BodyMember } from "../shape/node.js";
import type { Shape } from "../shape/shape.js";

/**
 * The one member of a body that has no row of its own, and holds others that are required: it is
 * required with them, since without it nothing of the body is left. Not where a sample leaves it out.
 */
export function holdingAll(
  members: readonly BodyMember[],
  { members: shown, objects }: Shape,
  branch: Branch,
): readonly BodyMember[] {
  const [only, ...more] = members;
  if (only === undefined || more.length > 0) return members;
  if (branch.below.get(only.name)?.rows.length !== 0) return members;
  if ((shown.get(only.name)?.seen ?? objects) < objects) return members;
  const variants = only.variants.map((variant) => {
    const inside = variant.node.items?.members ?? variant.node.members;
    const holds = inside.some(({ variants: own }) => own.every(({ required }) => required));
    return holds ? { ...variant, required: true } : variant;
  });
  return [{ ...only, variants }];
}
