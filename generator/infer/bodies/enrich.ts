import type { Row } from "../reference.js";
import { referenceKey } from "../siblings/body.js";
import type { Branch } from "../rows/branch.js";
import type { BodyContext } from "./body-context.js";
import { documentedKinds, keysOf } from "./kinds.js";
import { areStrings, listsKeysOf, listsOfStrings } from "../words/values/listed-strings.js";
import { mayFill } from "./fill-limit.js";
import { merge, mergeAll, tells, unseen, type Shape } from "../shape/shape.js";

/** What the same entry, else the same key, holds elsewhere, where this body shows nothing inside. */
export function enrich(
  shape: Shape,
  branch: Branch,
  rows: readonly Row[],
  path: string,
  context: BodyContext,
): Shape {
  if (tells(shape) || branch.below.size > 0) return shape;
  const prose = rows.map((row) => row.entry?.description.markdown ?? "").join(" ");
  const { kinds: documented } = documentedKinds(
    rows,
    shape,
    branch,
    prose,
    context.knowledge.rules.type,
  );
  const kinds = documented.length > 0 ? documented : [...shape.kinds];
  if (!kinds.includes("array") && !kinds.includes("object")) return shape;
  if (!mayFill(path, context)) return shape;
  const others = rows
    .map((row) => context.knowledge.byReference.get(referenceKey(row))?.telling)
    .filter((telling) => telling !== undefined);
  const listed = kinds.includes("array");
  const namesake = context.knowledge.namesakes(keysOf(path).at(-1) ?? "", context.side);
  const fits =
    namesake !== undefined &&
    tells(namesake) &&
    [...namesake.kinds].some((kind) => kinds.includes(kind)) &&
    (kinds.includes("object") || namesake.items !== undefined) &&
    !(listed && areStrings.test(prose) && namesake.items?.kinds.has("string") !== true);
  const best = others.length > 0 ? mergeAll(others) : fits ? namesake : undefined;
  if (best !== undefined)
    return { ...merge(best, shape), kinds: shape.kinds.size > 0 ? shape.kinds : best.kinds };
  return listed && (listsOfStrings(prose) || listsKeysOf(context.maps, prose))
    ? { ...shape, items: unseen("string") }
    : shape;
}
