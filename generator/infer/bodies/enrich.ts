import type { Row } from "../../apiref/model.js";
import { readType } from "../documented-type.js";
import { referenceKey } from "./body.js";
import type { Branch } from "./branch.js";
import type { FleshContext } from "./flesh-context.js";
import { keysOf } from "./kinds.js";
import { mayBorrow } from "./may-borrow.js";
import { merge, objectAt, unseen, type Shape } from "./shape.js";

/** What the same entry, else the same key, holds elsewhere, where this body shows nothing inside. */
export function enrich(
  shape: Shape,
  branch: Branch,
  rows: readonly Row[],
  path: string,
  context: FleshContext,
): Shape {
  if (tells(shape) || branch.below.size > 0) return shape;
  const documented = rows.flatMap((row) => readType(row.entry?.type ?? "").kinds);
  const kinds = documented.length > 0 ? documented : [...shape.kinds];
  if (!kinds.includes("array") && !kinds.includes("object")) return shape;
  if (!mayBorrow(path, context)) return shape;
  const others = rows
    .flatMap((row) => context.knowledge.byReference.get(referenceKey(row)) ?? [])
    .map((occurrence) => occurrence.shape)
    .filter(tells);
  const prose = rows.map((row) => row.entry?.description.markdown ?? "").join(" ");
  const listed = kinds.includes("array");
  const namesake = context.knowledge.anywhere.get(keysOf(path).at(-1) ?? "");
  const fits =
    namesake !== undefined &&
    tells(namesake) &&
    [...namesake.kinds].some((kind) => kinds.includes(kind)) &&
    (kinds.includes("object") || namesake.items !== undefined) &&
    !(listed && areStrings.test(prose) && namesake.items?.kinds.has("string") !== true);
  const best = others.length > 0 ? others.reduce(merge) : fits ? namesake : undefined;
  if (best !== undefined)
    return { ...merge(best, shape), kinds: shape.kinds.size > 0 ? shape.kinds : best.kinds };
  return listed && (areStrings.test(prose) || listsStrings.test(prose))
    ? { ...shape, items: unseen("string") }
    : shape;
}

/** Prose whose subject is strings: "The UUIDs of the groups that …". */
const areStrings =
  /^\s*(?:the |all )?(?:lists? of )?(?:the )?(?:uuids|ids|names|identifiers|urls) (?:of|for|to)\b/i;

/** Prose that says what a list holds, where nothing shows it. */
const listsStrings =
  /\b(?:lists?|arrays?|sets?) of (?:(?:the|all|one or more|available|valid|\w+) ){0,3}(?:strings?|names?|uuids?|ids?|identifiers?|tags?|addresses|urls?|keys|words|traits)\b|\b(?:uuids|ids|names|tags|strings)\b/i;

/** Whether a shape says what is inside it. */
function tells(shape: Shape): boolean {
  const inside = objectAt(shape);
  return (
    inside.members.size > 0 || inside.values !== undefined || (shape.items?.kinds.size ?? 0) > 0
  );
}
