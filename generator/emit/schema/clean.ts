import type { SchemaObject } from "../../openapi/document.js";
import { canonicalJson } from "../../openapi/canonical.js";
import { isRecord, schemaReference } from "../../openapi/references.js";
import { anything } from "./collect.js";

/**
 * A schema that says only what a TypeScript type can say, in the words of JSON Schema 2020-12: one
 * `type` each, a choice as `anyOf`, `required` among what has members. `false` takes no value, `{}`
 * any.
 */
export type Clean = CleanSchema | false;
export interface CleanSchema {
  /** The component whose type it has; nothing else is said beside it. */
  component?: string;
  type?: string;
  enum?: unknown[];
  properties?: Record<string, Clean>;
  required?: string[];
  additionalProperties?: Clean;
  items?: Clean;
  prefixItems?: Clean[];
  /** Of `prefixItems`, how many are always there. */
  minItems?: number;
  anyOf?: Clean[];
  allOf?: Clean[];
  /** What members are taken from another component, beside those of its own. */
  view?: CleanView;
}

/** Some members of a component, or all but some. */
export interface CleanView {
  readonly resource: string;
  readonly pick?: readonly string[];
  readonly omit?: readonly string[];
}

/** What the references of schemas lead to. */
export interface Cleaning {
  /** The component that a reference names, or the one whose type that has. */
  componentAt(reference: string): string | undefined;
  /** What else it leads to. */
  targetOf(reference: string): unknown;
}

/** Where each cleaned member came from. */
const origins = new WeakMap<object, SchemaObject>();

export function originOf(member: CleanSchema): SchemaObject | undefined {
  return origins.get(member);
}

/** Deeper than people write: what is below is unknown. */
const deepest = 60;

export function clean(schema: unknown, cleaning: Cleaning): Clean {
  return new Cleaner(cleaning).schema(schema, 0);
}

class Cleaner {
  readonly #cleaning: Cleaning;
  readonly #following = new Set<string>();

  constructor(cleaning: Cleaning) {
    this.#cleaning = cleaning;
  }

  schema(schema: unknown, depth: number): Clean {
    if (schema === false) return false;
    if (!isRecord(schema) || depth > deepest) return {};
    const parts: Clean[] = [];
    if (typeof schema["$ref"] === "string") parts.push(this.#reference(schema["$ref"], depth));
    const own = this.#own(schema, depth);
    if (own !== undefined) parts.push(own);
    const { allOf } = schema;
    if (Array.isArray(allOf)) {
      parts.push(...allOf.map((part) => this.schema(part, depth + 1)).filter(saysSomething));
    }
    for (const key of ["anyOf", "oneOf"] as const) {
      const choice = this.#choice(schema[key], depth);
      // Of plain values the choice says all: `type: string` around it repeats.
      if (choice === undefined) continue;
      const around = parts.findIndex((part) => part === own && isScalar(part));
      if (around >= 0) parts.splice(around, 1, choice);
      else parts.push(choice);
    }
    const whole = this.#together(parts, requiredOf(schema));
    return schema["nullable"] === true ? nullable(whole) : whole;
  }

  #together(parts: readonly Clean[], required: readonly string[]): Clean {
    if (parts.includes(false)) return false;
    const informative = parts.filter((part) => !isBareObject(part));
    const kept = unique(informative.length > 0 ? informative : parts);
    const [only] = kept;
    if (only === undefined) return {};
    if (kept.length === 1) return only;
    // What is required here may be a member of any part.
    return required.length > 0 ? { allOf: kept, required: [...required] } : { allOf: kept };
  }

  #reference(reference: string, depth: number): Clean {
    const name = this.#cleaning.componentAt(reference);
    if (name !== undefined) return { component: name };
    const target = this.#cleaning.targetOf(reference);
    if (target === undefined || this.#following.has(reference)) return {};
    this.#following.add(reference);
    const found = this.schema(target, depth + 1);
    this.#following.delete(reference);
    return found;
  }

  /** What the schema says itself; undefined when it leaves all to its parts. */
  #own(schema: Readonly<Record<string, unknown>>, depth: number): Clean | undefined {
    const values = "const" in schema ? [schema["const"]] : schema["enum"];
    if (Array.isArray(values) && values.length > 0) return { enum: unique(values) };
    const types = typesOf(schema);
    const known = knownValues(schema);
    const parts = types.map((type): Clean => {
      if (type === "object") return this.#object(schema, depth);
      if (type === "array") return this.#array(schema, depth);
      if (type === "string" && known.length > 0) {
        return { anyOf: [{ enum: unique(known) }, { type }] };
      }
      return { type: type === "integer" ? "number" : type };
    });
    const [only, ...more] = unique(parts);
    return more.length === 0 || only === undefined ? only : { anyOf: [only, ...more] };
  }

  #object(schema: Readonly<Record<string, unknown>>, depth: number): Clean {
    const { properties, additionalProperties, patternProperties } = schema;
    const members = isRecord(properties) ? Object.entries(properties) : [];
    const patterns = isRecord(patternProperties) ? Object.values(patternProperties) : [];
    const others = patterns.map((pattern) => this.schema(pattern, depth + 1));
    if (additionalProperties === true)
      others.push(this.#reference(schemaReference(anything), depth));
    else if (isRecord(additionalProperties))
      others.push(this.schema(additionalProperties, depth + 1));
    const index = unique(others.filter((other) => other !== false));
    if (members.length === 0 && index.length === 0) {
      return additionalProperties === false
        ? { type: "object", additionalProperties: false }
        : { type: "object" };
    }
    const [only, ...more] = index;
    const required = requiredOf(schema);
    return {
      type: "object",
      ...(members.length > 0 && {
        properties: Object.fromEntries(
          members.map(([name, member]) => [name, this.#member(member, depth)]),
        ),
      }),
      ...(required.length > 0 && { required: [...required] }),
      ...(only !== undefined && {
        additionalProperties: more.length === 0 ? only : { anyOf: index },
      }),
    };
  }

  #member(member: unknown, depth: number): Clean {
    const cleaned = this.schema(member, depth + 1);
    if (cleaned === false || !isRecord(member)) return cleaned;
    // Each member is an object of its own, so that its origin is its own too.
    const own = { ...cleaned };
    origins.set(own, member);
    return own;
  }

  #array(schema: Readonly<Record<string, unknown>>, depth: number): Clean {
    const { items, prefixItems, minItems, maxItems } = schema;
    const rest = isRecord(items) ? this.schema(items, depth + 1) : {};
    if (!Array.isArray(prefixItems) || prefixItems.length === 0) {
      return { type: "array", items: rest };
    }
    const first = prefixItems.map((item) => this.schema(item, depth + 1));
    if (items === false || (typeof maxItems === "number" && maxItems <= first.length)) {
      const shown =
        typeof maxItems === "number" && maxItems >= 0 ? first.slice(0, maxItems) : first;
      const least = typeof minItems === "number" && minItems > 0 ? Math.floor(minItems) : 0;
      return { type: "array", prefixItems: shown, minItems: Math.min(least, shown.length) };
    }
    return { type: "array", items: { anyOf: isRecord(items) ? [...first, rest] : first } };
  }

  /** Undefined when some branch says nothing about types: then neither does the choice. */
  #choice(list: unknown, depth: number): Clean | undefined {
    if (!Array.isArray(list) || list.length === 0) return undefined;
    const branches = list.map((branch) => this.schema(branch, depth + 1));
    const left = unique(branches.filter((branch) => branch !== false));
    if (left.length === 0) return false;
    if (!left.every(saysSomething)) return undefined;
    const [only, ...more] = left;
    return more.length === 0 ? only : { anyOf: left };
  }
}

/** The components that a type changes with: what a view picks is the same at every version. */
export function changesWith(schema: Clean, found = new Set<string>()): ReadonlySet<string> {
  if (schema === false) return found;
  const { component, view, properties, additionalProperties, items, prefixItems } = schema;
  if (component !== undefined) found.add(component);
  if (view !== undefined && view.pick === undefined) found.add(view.resource);
  const parts = [prefixItems, schema.anyOf, schema.allOf].flatMap((list) => list ?? []);
  const inside = [...Object.values(properties ?? {}), additionalProperties, items, ...parts];
  for (const inner of inside) if (inner !== undefined) changesWith(inner, found);
  return found;
}

/** The types that a schema names; without any, those that its keywords speak of. */
function typesOf(schema: Readonly<Record<string, unknown>>): readonly string[] {
  const { type } = schema;
  const known = ["string", "number", "integer", "boolean", "null", "array", "object"];
  const named = (Array.isArray(type) ? type : [type]).filter(
    (word): word is string => typeof word === "string" && known.includes(word),
  );
  if (named.length > 0) return named;
  if (knownValues(schema).length > 0) return ["string"];
  if (
    ["properties", "additionalProperties", "patternProperties"].some((key) => isRecord(schema[key]))
  ) {
    return ["object"];
  }
  return isRecord(schema["items"]) || Array.isArray(schema["prefixItems"]) ? ["array"] : [];
}

/** Known values of an open enumeration (`x-restanza.values`). */
function knownValues(schema: Readonly<Record<string, unknown>>): readonly unknown[] {
  const extension = schema["x-restanza"];
  const values = isRecord(extension) ? extension["values"] : undefined;
  return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
}

function requiredOf(schema: Readonly<Record<string, unknown>>): readonly string[] {
  const { required } = schema;
  return Array.isArray(required) ? required.filter((name) => typeof name === "string") : [];
}

function saysSomething(schema: Clean): boolean {
  return schema === false || Object.keys(schema).length > 0;
}

function isScalar(schema: Clean): boolean {
  if (schema === false) return false;
  if (schema.anyOf !== undefined) return schema.anyOf.every(isScalar);
  return (
    schema.enum !== undefined || ["string", "number", "boolean", "null"].includes(schema.type ?? "")
  );
}

/** "An object", and nothing about it. */
function isBareObject(schema: Clean): boolean {
  return schema !== false && schema.type === "object" && Object.keys(schema).length === 1;
}

function nullable(schema: Clean): Clean {
  if (schema === false) return { type: "null" };
  return saysSomething(schema) ? { anyOf: [schema, { type: "null" }] } : schema;
}

function unique<Value>(values: readonly Value[]): Value[] {
  if (values.length < 2) return [...values];
  return [...new Map(values.map((value) => [canonicalJson(value), value])).values()];
}
