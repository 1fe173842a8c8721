import type { BodyMember, BodyNode, Kind, Variant } from "../../infer/model.js";
import type { OpenStackExtension, SchemaObject, SchemaType } from "../document.js";
import type { Bounds } from "../../versions/versions.js";

/** Bounds as OpenStack's own extension writes them; undefined when open. */
export function openStackBounds(bounds: Bounds): OpenStackExtension | undefined {
  if (bounds.min === undefined && bounds.max === undefined) return undefined;
  return {
    ...(bounds.min !== undefined && { "min-ver": bounds.min }),
    ...(bounds.max !== undefined && { "max-ver": bounds.max }),
  };
}

/** The schema of a body at one place, whole: nothing in it is a reference yet. */
export function schemaOf(node: BodyNode): SchemaObject {
  const { kinds } = node;
  const isObject = kinds.includes("object");
  const hasInside = node.members.length > 0 || node.values !== undefined;
  const rest = kinds.filter((kind) => kind !== "object" && kind !== "array");
  const parts: SchemaObject[] = [];
  if (isObject && hasInside) parts.push(objectSchema(node));
  else if (isObject) parts.push({ type: "object" });
  if (kinds.includes("array"))
    parts.push({ type: "array", items: node.items === undefined ? {} : schemaOf(node.items) });
  if (rest.length > 0) parts.push(...scalarSchemas(node, rest));
  const [only] = parts;
  if (only === undefined) return hasInside ? objectSchema(node) : {};
  return parts.length === 1 ? only : { anyOf: parts };
}

/**
 * Scalars and null. An open enumeration is the known values beside any string, so that a newer
 * service may answer with another one; a closed one is just its values.
 */
function scalarSchemas(node: BodyNode, kinds: readonly Kind[]): readonly SchemaObject[] {
  const { enumeration } = node;
  if (enumeration !== undefined && enumeration.closed && kinds.some((kind) => kind !== "null")) {
    const nullable = kinds.includes("null");
    const scalars = kinds.filter((kind) => kind !== "null");
    const type = nullable ? [...scalars, "null" as const] : scalars;
    return [
      {
        type: single(type),
        enum: nullable ? [...enumeration.values, null] : [...enumeration.values],
      },
    ];
  }
  const plain: SchemaObject = {
    type: single(kinds),
    ...(node.format !== undefined && { format: node.format }),
  };
  if (enumeration === undefined) return [plain];
  const strings = enumeration.values.every((value) => typeof value === "string");
  return [{ type: strings ? "string" : "integer", enum: [...enumeration.values] }, plain];
}

function single(kinds: readonly Kind[]): SchemaType | readonly SchemaType[] {
  const [first] = kinds;
  return kinds.length === 1 && first !== undefined ? first : kinds;
}

function objectSchema(node: BodyNode): SchemaObject {
  const properties: Record<string, SchemaObject> = {};
  const required: string[] = [];
  for (const member of node.members) {
    properties[member.name] = memberSchema(member);
    if (isAlways(member)) required.push(member.name);
  }
  return {
    type: "object",
    ...(node.members.length > 0 && { properties }),
    ...(required.length > 0 && { required }),
    ...(node.values !== undefined && {
      additionalProperties: isAnything(node.values) || schemaOf(node.values),
    }),
  };
}

/** Required at every microversion: documented so, without bounds. */
function isAlways(member: BodyMember): boolean {
  return member.variants.every(
    (variant) => variant.required && openStackBounds(variant.bounds) === undefined,
  );
}

function memberSchema(member: BodyMember): SchemaObject {
  const [only, ...more] = member.variants.map((variant) => variantSchema(variant));
  if (only === undefined) return {};
  if (member.undocumented) {
    const borrowed = member.borrowed === true && { borrowed: true };
    return { ...only, "x-restanza": { undocumented: true, ...borrowed } };
  }
  return more.length === 0 ? only : { anyOf: [only, ...more] };
}

function variantSchema(variant: Variant): SchemaObject {
  const bounds = openStackBounds(variant.bounds);
  const schema = schemaOf(variant.node);
  return {
    ...schema,
    ...(variant.description !== "" && { description: variant.description }),
    ...(isPlainDefault(variant.node) && { default: variant.node.default }),
    ...(bounds !== undefined && { "x-openstack": bounds }),
    ...(bounds !== undefined && variant.required && { "x-restanza": { required: true } }),
  };
}

/** A default is kept where it is a value of the documented type. */
function isPlainDefault(node: BodyNode): boolean {
  const { default: value } = node;
  if (value === null) return node.kinds.includes("null");
  if (typeof value === "string") return node.kinds.includes("string");
  if (typeof value === "boolean") return node.kinds.includes("boolean");
  return (
    typeof value === "number" && (node.kinds.includes("integer") || node.kinds.includes("number"))
  );
}

/** Whether a value may be any JSON value, and the docs say so: JSON has seven kinds. */
function isAnything({ kinds, members, values, items }: BodyNode): boolean {
  return kinds.length === 7 && members.length === 0 && values === undefined && items === undefined;
}
