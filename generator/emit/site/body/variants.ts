import type { SchemaObject } from "../../../openapi/document.js";
import { type Bounds, intersect, isEmpty, isOpen } from "../../../openapi/versions.js";
import type { Said } from "./member.js";
import { ownBounds, type Place, referredTo, schemasIn } from "./place.js";

/**
 * What differs by microversion where a value has variants, as the projection to one has it
 * (`openapi/project/`): where none is left the value is away, where one is left it speaks alone.
 */

/** Where a value is at all: its own bounds, and those of any variant. None: everywhere. */
export function rangesWhere(schema: SchemaObject, place: Place): readonly Bounds[] {
  const own = ownBounds(schema, place);
  const all = choicesOf(schema).reduce<readonly Bounds[]>(
    (ranges, variants) => {
      const each = variants.flatMap((variant) => {
        const inside = rangesWhere(variant, place);
        return inside.length === 0 ? [{}] : inside;
      });
      return each.some(isOpen) ? ranges : ranges.flatMap((range) => narrowed(each, range));
    },
    [own],
  );
  return all.some(isOpen) ? [] : all;
}

/** Some ranges, within bounds. */
export function narrowed(ranges: readonly Bounds[], bounds: Bounds): readonly Bounds[] {
  if (ranges.length === 0) return isOpen(bounds) ? [] : [bounds];
  const left = ranges.map((range) => intersect(range, bounds)).filter((range) => !isEmpty(range));
  return left.length === 0 ? [nowhere] : left;
}

/** What no microversion lies in. */
const nowhere: Bounds = { max: "0" };

/** Its own mark, or that of all variants; where only some have it, the bounds of those alone. */
export function requiredWithin(schema: SchemaObject, place: Place): boolean | readonly Bounds[] {
  if (schema["x-restanza"]?.required === true) return true;
  const variants = choicesOf(schema).flat();
  const marked = variants.filter((variant) => variant["x-restanza"]?.required === true);
  if (marked.length === 0) return false;
  if (marked.length === variants.length) return true;
  const others = variants
    .filter((variant) => !marked.includes(variant))
    .map((variant) => ownBounds(variant, place));
  const apart = marked
    .map((variant) => ownBounds(variant, place))
    .filter((bounds) => others.every((other) => isEmpty(intersect(bounds, other))));
  return apart.length === 0 ? false : apart;
}

/** What is said of a value. Where its variants follow each other, each says what holds for it. */
export function saidOf(schema: SchemaObject, place: Place): readonly Said[] {
  const target = referredTo(schema, place);
  const own = textOf(schema.description ?? target?.description);
  const variants = [
    ...choicesOf(schema),
    ...(target === undefined ? [] : choicesOf(target)),
  ].flat();
  const said = variants.map((variant) => ({
    markdown: textOf(variant.description ?? referredTo(variant, place)?.description),
    bounds: ownBounds(variant, place),
  }));
  if (said.length < 2 || !areApart(said) || said.every(({ markdown }) => markdown === own))
    return own === "" ? [] : [{ markdown: own, ranges: [] }];
  const each = said.map(({ markdown, bounds }) => ({
    markdown: markdown || own,
    ranges: [bounds],
  }));
  const isSaid = own === "" || each.some(({ markdown }) => markdown === own);
  const all = isSaid ? each : [{ markdown: own, ranges: [nowhere] }, ...each];
  return all.filter(({ markdown }) => markdown !== "");
}

/** Of no microversion two of them hold. */
function areApart(variants: readonly { readonly bounds: Bounds }[]): boolean {
  return variants.every(({ bounds }, index) =>
    variants.slice(index + 1).every((other) => isEmpty(intersect(bounds, other.bounds))),
  );
}

function choicesOf({ anyOf, oneOf }: SchemaObject): readonly (readonly SchemaObject[])[] {
  return [schemasIn(anyOf), schemasIn(oneOf)].filter((variants) => variants.length > 0);
}

function textOf(words: unknown): string {
  return typeof words === "string" ? words : "";
}
