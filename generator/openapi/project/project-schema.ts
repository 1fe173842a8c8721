import { canonicalJson } from "../canonical.js";
import type { SchemaObject } from "../document.js";
import { readBounds } from "../read/read-range.js";
import { isRecord } from "../references.js";
import { within } from "../versions.js";

/** At which version schemas are wanted, and what the references among them lead to. */
export interface Projection {
  readonly version: string;
  /** The bounds that a component states on itself hold for whoever refers to it. */
  readonly component: (reference: string) => SchemaObject | undefined;
  /** What no bounds are in, also not in what it refers to: it is left as it is, the same object. */
  readonly still?: { readonly has: (schema: object) => boolean };
  /** An object that has no member left takes none: `additionalProperties: false`. */
  readonly closing?: boolean;
}

/** Keywords of JSON Schema 2020-12 with one schema, with a map and with a list of schemas. */
const single = ["items", "additionalProperties", "propertyNames", "contains", "not"] as const;
const mapped = ["patternProperties", "$defs", "dependentSchemas"] as const;
const branches = ["anyOf", "oneOf"] as const;

/** Keywords that say of members beside `properties`. */
const more = ["additionalProperties", "patternProperties", "allOf", ...branches] as const;

/** What says nothing about values: a branch and what is around it may both have it. */
const annotations = new Set(["title", "description", "deprecated", "examples", "default"]);

/** A schema as it is at one version: undefined where its own bounds leave that version out. */
export function projectSchema(schema: SchemaObject, at: Projection): SchemaObject | undefined {
  if (at.still?.has(schema) === true) return schema;
  return isAway(schema, at, new Set()) ? undefined : projectInside(schema, at);
}

function isAway(schema: SchemaObject, at: Projection, seen: Set<string>): boolean {
  if (!within(readBounds(schema["x-openstack"]), at.version)) return true;
  if (schema.$ref === undefined || seen.has(schema.$ref)) return false;
  seen.add(schema.$ref);
  const target = at.component(schema.$ref);
  return isRecord(target) && isAway(target, at, seen);
}

/** The same for a component, whose own bounds are a matter of those who refer to it. */
export function projectInside(schema: SchemaObject, at: Projection): SchemaObject | undefined {
  if (at.still?.has(schema) === true) return schema;
  const out: Record<string, unknown> = { ...unbound(schema) };
  for (const key of single) {
    const inner: unknown = out[key];
    if (!isRecord(inner)) continue;
    const projected = projectSchema(inner, at);
    if (projected !== undefined) out[key] = projected;
    else if (key === "additionalProperties") out[key] = false;
    else delete out[key];
  }
  for (const key of mapped) if (isRecord(out[key])) out[key] = projectMap(out[key], at);
  for (const key of ["allOf", "prefixItems"] as const) {
    const list = out[key];
    // What is said at the same time as something else takes what that has.
    const inside = key === "allOf" ? { ...at, closing: false } : at;
    if (Array.isArray(list)) out[key] = list.flatMap((inner) => projectEntry(inner, inside));
  }
  projectMembers(schema, out, at);
  for (const key of branches) {
    const list = schema[key];
    if (!Array.isArray(list)) continue;
    const left = unique(list.flatMap((branch) => projectEntry(branch, at)));
    if (left.length === 0 && list.length > 0) return undefined;
    out[key] = left;
    const [only] = left;
    if (left.length === 1 && isRecord(only) && list.some(isBound)) collapse(out, key, only);
  }
  return out;
}

/** True and false are schemas too. */
function projectEntry(entry: unknown, at: Projection): readonly unknown[] {
  if (!isRecord(entry)) return [entry];
  const projected = projectSchema(entry, at);
  return projected === undefined ? [] : [projected];
}

function projectMap(map: object, at: Projection): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(map).flatMap(([name, inner]: [string, unknown]) =>
      projectEntry(inner, at).map((projected) => [name, projected] as const),
    ),
  );
}

/** Members that are away go, also from `required`; those that are here and marked come into it. */
function projectMembers(schema: SchemaObject, out: Record<string, unknown>, at: Projection): void {
  const before = schema.properties;
  if (!isRecord(before)) return;
  const left = projectMap(before, at);
  out["properties"] = left;
  const emptied = Object.keys(left).length === 0 && Object.keys(before).length > 0;
  if (emptied && at.closing === true && !more.some((key) => Object.hasOwn(schema, key))) {
    out["additionalProperties"] = false;
    delete out["properties"];
  }
  const said = Array.isArray(schema.required) ? schema.required : [];
  const marked = Object.keys(left).filter((name) => isMarked(before[name], at));
  const gone = (name: string) => Object.hasOwn(before, name) && !Object.hasOwn(left, name);
  const required = [...new Set([...said.filter((name) => !gone(name)), ...marked])];
  if (required.length > 0) out["required"] = required;
  else delete out["required"];
}

/** `x-restanza.required` on the member, or on all of its variants that are left. */
function isMarked(member: SchemaObject | undefined, at: Projection): boolean {
  if (member?.["x-restanza"]?.required === true) return true;
  const variants = [...(member?.anyOf ?? []), ...(member?.oneOf ?? [])].filter(
    (variant) => isRecord(variant) && !isAway(variant, at, new Set()),
  );
  return variants.length > 0 && variants.every((v) => v["x-restanza"]?.required === true);
}

function isBound(schema: unknown): boolean {
  return isRecord(schema) && Object.keys(readBounds(schema["x-openstack"])).length > 0;
}

function unique(list: readonly unknown[]): readonly unknown[] {
  const seen = new Map(list.map((inner) => [canonicalJson(inner), inner]));
  return seen.size === list.length ? list : [...seen.values()];
}

/** The one variant that is left takes the place of the choice; what both say, it says better. */
function collapse(
  out: Record<string, unknown>,
  key: (typeof branches)[number],
  only: Readonly<Record<string, unknown>>,
): void {
  const around = Object.keys(out).filter((name) => name !== key && !isAnnotation(name));
  const same = (name: string) => canonicalJson(out[name]) === canonicalJson(only[name]);
  if (around.some((name) => Object.hasOwn(only, name) && !same(name))) return;
  // Beside a reference nothing may be left that it could contradict.
  if (only["$ref"] !== undefined && around.length > 0) return;
  delete out[key];
  for (const [name, value] of Object.entries(only)) {
    out[name] =
      name.startsWith("x-") && isRecord(out[name]) && isRecord(value)
        ? { ...out[name], ...value }
        : value;
  }
}

function isAnnotation(name: string): boolean {
  return annotations.has(name) || name.startsWith("x-");
}

/** A thing without its bounds, and without the mark that says what it is inside of them. */
export function unbound<Thing extends object>(thing: Thing): Thing {
  const out: Record<string, unknown> = Object.fromEntries(Object.entries(thing));
  const drop = (key: string, members: readonly string[]) => {
    const extension = out[key];
    if (!isRecord(extension)) return;
    const left = Object.entries(extension).filter(([name]) => !members.includes(name));
    if (left.length === 0) delete out[key];
    else out[key] = Object.fromEntries(left);
  };
  drop("x-openstack", ["min-ver", "max-ver"]);
  drop("x-restanza", ["required"]);
  return out as Thing;
}
