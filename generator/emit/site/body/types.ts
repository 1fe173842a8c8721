import type { SchemaObject } from "../../../openapi/document.js";
import { isRecord } from "../../../openapi/references.js";
import { type Bounds, intersect, isOpen } from "../../../openapi/versions.js";
import { words } from "../words.js";
import type { TypeWords } from "./member.js";
import { asSchema, deepest, ownBounds, type Place, referredTo, schemasIn } from "./place.js";

/** `string`, `array of string`, `map of integer`; several where the parts differ by version. */
export function typesOf(schema: SchemaObject, place: Place): readonly TypeWords[] {
  const said = schema.type === undefined ? [] : [schema.type].flat();
  if (said.length === 0) return guessedTypes(schema);
  const inner =
    said.includes("array") && isRecord(schema.items)
      ? typesInside(asSchema(schema.items), place)
      : [];
  const named = said.map((type) => {
    if (type === "array") return { array: true, words: "array" };
    if (type === "object" && isFree(schema))
      return { array: false, words: mapWords(schema, place) };
    return { array: false, words: type === "null" ? words.types.null : withFormat(type, schema) };
  });
  if (inner.length === 0) return [{ words: joined(named.map((one) => one.words)), bounds: {} }];
  return inner.map((of) => ({
    words: joined(named.map((one) => (one.array ? words.types.array(of.words) : one.words))),
    bounds: of.bounds,
  }));
}

function joined(names: readonly string[]): string {
  return names.join(" or ");
}

function withFormat(type: string, { format, contentMediaType }: SchemaObject): string {
  if (format !== undefined) return `${type} (${format})`;
  return contentMediaType === undefined ? type : `${type} (${contentMediaType})`;
}

/** The types of a value below a list or map, without what it holds. */
function typesInside(schema: SchemaObject, place: Place): readonly TypeWords[] {
  const types = unfoldTypes(schema, place, 0);
  return types.length === 0 ? [{ words: words.types.any, bounds: {} }] : types;
}

function unfoldTypes(schema: SchemaObject, place: Place, depth: number): readonly TypeWords[] {
  if (depth > deepest) return [];
  const target = referredTo(schema, place);
  if (target !== undefined) return unfoldTypes(target, place, depth + 1);
  const own = typesOf(schema, place);
  if (own.length > 0) return own;
  const parts = [schema.allOf, schema.oneOf, schema.anyOf].flatMap(schemasIn);
  return distinct(
    parts.flatMap((part) => bounded(unfoldTypes(part, place, depth + 1), ownBounds(part, place))),
  );
}

function guessedTypes(schema: SchemaObject): readonly TypeWords[] {
  if (schema.properties !== undefined) return [{ words: words.types.object, bounds: {} }];
  const values = schema.enum ?? ("const" in schema ? [schema.const] : []);
  if (values.length === 0) return [];
  const types = values.map((value) => (value === null ? words.types.null : typeof value));
  return [{ words: joined([...new Set(types)]), bounds: {} }];
}

function isFree(schema: SchemaObject): boolean {
  return isRecord(schema.additionalProperties) && schema.properties === undefined;
}

function mapWords({ additionalProperties }: SchemaObject, place: Place): string {
  if (!isRecord(additionalProperties)) return words.types.object;
  const [of] = typesInside(asSchema(additionalProperties), place);
  return of === undefined || of.words === words.types.any
    ? words.types.object
    : words.types.map(of.words);
}

/** The types of what holds within these bounds alone. */
export function bounded(types: readonly TypeWords[], bounds: Bounds): readonly TypeWords[] {
  return isOpen(bounds)
    ? types
    : types.map((type) => ({ ...type, bounds: intersect(type.bounds, bounds) }));
}

/** The same words are said once; wherever one of them holds without bounds, without bounds. */
export function distinct(types: readonly TypeWords[]): readonly TypeWords[] {
  const seen = new Map<string, TypeWords>();
  for (const type of types) {
    const key = `${type.words} ${type.bounds.min ?? ""}-${type.bounds.max ?? ""}`;
    if (!seen.has(key)) seen.set(key, type);
  }
  const open = new Set(
    [...seen.values()].filter((type) => isOpen(type.bounds)).map((type) => type.words),
  );
  return [...seen.values()].filter((type) => isOpen(type.bounds) || !open.has(type.words));
}
