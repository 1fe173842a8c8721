import { Remembered, rememberingOf } from "../../collections/remembered.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { ApiModel } from "../../openapi/model.js";
import { componentOf } from "./schemas.js";

/** A JSON Schema with nothing in it that does not check anything. */
export type CheckSchema = boolean | Readonly<Record<string, unknown>>;

/** The `$id` under which all components stand as `$defs`. */
export const componentsId = "components";

/** Formats that the emitted `checks.ts` knows; others say something to people alone. */
export const knownFormats: ReadonlySet<string> = new Set([
  "date",
  "date-time",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "uri",
  "uuid",
]);

/** The components that some schemas reach, ready for the validator. */
export function reachableComponents(
  model: ApiModel,
  roots: readonly SchemaObject[],
): Readonly<Record<string, CheckSchema>> {
  const found = new Map<string, CheckSchema>();
  const waiting = [...roots];
  for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
    for (const name of namesIn(schema)) {
      const component = model.schemas[name];
      if (found.has(name) || component === undefined || !Object.hasOwn(model.schemas, name))
        continue;
      found.set(name, checkOf(model, component));
      waiting.push(component);
    }
  }
  // In the order of the document, so that the output does not depend on who refers first.
  return Object.fromEntries(
    Object.keys(model.schemas).flatMap((name) => {
      const schema = found.get(name);
      return schema === undefined ? [] : [[name, schema]];
    }),
  );
}

const namesIn = rememberingOf(referencesOf);

const known = new Remembered<CheckSchema>();

/** The same as `checkSchema`: the same object for the same schema. */
export function checkOf({ schemas }: ApiModel, schema: SchemaObject): CheckSchema {
  const asked = { has: (name: string) => Object.hasOwn(schemas, name) };
  return known.of(schema, asked, ({ has }) => checkSchema(has, schema));
}

/** The names of components that a schema refers to, itself and not through them. */
function referencesOf(schema: SchemaObject): readonly string[] {
  const own = schema.$ref === undefined ? undefined : componentOf(schema.$ref);
  return [...(own === undefined ? [] : [own]), ...children(schema).flatMap(referencesOf)];
}

function children(schema: SchemaObject): readonly SchemaObject[] {
  const { items, additionalProperties, propertyNames } = schema;
  const more = schema as Readonly<Record<string, unknown>>;
  return [
    ...single.map((keyword) => more[keyword] as SchemaObject),
    ...Object.values(schemaMap(more["dependentSchemas"])),
    ...Object.values(schema.properties ?? {}),
    ...Object.values(schema.patternProperties ?? {}),
    ...[items, propertyNames].flatMap((each) => each ?? []),
    ...(typeof additionalProperties === "object" ? [additionalProperties] : []),
    ...[schema.prefixItems, schema.allOf, schema.anyOf, schema.oneOf].flatMap((each) => each ?? []),
  ].filter((each) => typeof each === "object" && each !== null);
}

const types = new Set(["null", "boolean", "integer", "number", "string", "array", "object"]);
const counts =
  "minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains".split(
    " ",
  );
const limits = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
/** Keywords that hold one schema, beside those of members and items. */
const single = ["not", "if", "then", "else", "contains"];

function schemaMap(value: unknown): Readonly<Record<string, SchemaObject>> {
  return isRecord(value) ? value : {};
}

/**
 * A schema of the model for the validator: keywords of JSON Schema 2020-12 that check something,
 * where their values make sense. Other documents may hold anything.
 */
function checkSchema(has: (component: string) => boolean, schema: SchemaObject): CheckSchema {
  if (typeof schema !== "object" || schema === null) return schema !== false;
  const clean: Record<string, unknown> = {};
  const nested = (each: SchemaObject): CheckSchema => checkSchema(has, each);
  const record = (map: Readonly<Record<string, SchemaObject>>): Readonly<Record<string, unknown>> =>
    Object.fromEntries(Object.entries(map).map(([name, each]) => [name, nested(each)]));

  if (typeof schema.$ref === "string") {
    const name = componentOf(schema.$ref);
    if (name !== undefined && has(name)) {
      clean["$ref"] = `${componentsId}#/$defs/${pointer(name)}`;
    }
  }
  const named = [schema.type ?? []].flat().filter((type) => types.has(type));
  if (named.length > 0) clean["type"] = named.length === 1 ? named[0] : [...new Set(named)];
  if (Array.isArray(schema.enum) && schema.enum.length > 0) {
    clean["enum"] = unique(schema.enum);
  }
  if (schema.const !== undefined) clean["const"] = schema.const;
  if (typeof schema.format === "string" && knownFormats.has(schema.format)) {
    clean["format"] = schema.format;
  }
  if (typeof schema.pattern === "string" && isPattern(schema.pattern)) {
    clean["pattern"] = schema.pattern;
  }
  const words = schema as Readonly<Record<string, unknown>>;
  for (const keyword of counts) {
    const count = words[keyword];
    if (typeof count === "number" && count >= 0 && Number.isInteger(count)) clean[keyword] = count;
  }
  for (const keyword of limits) {
    const limit = words[keyword];
    if (typeof limit === "number" && (keyword !== "multipleOf" || limit > 0))
      clean[keyword] = limit;
  }
  for (const keyword of single) {
    const inner = words[keyword];
    if (isRecord(inner) || typeof inner === "boolean")
      clean[keyword] = nested(inner as SchemaObject);
  }
  if (isRecord(words["dependentSchemas"]))
    clean["dependentSchemas"] = record(schemaMap(words["dependentSchemas"]));
  if (isRecord(words["dependentRequired"])) clean["dependentRequired"] = words["dependentRequired"];
  if (schema.uniqueItems === true) clean["uniqueItems"] = true;
  if (isRecord(schema.properties)) clean["properties"] = record(schema.properties);
  if (isRecord(schema.patternProperties)) {
    const entries = Object.entries(schema.patternProperties).filter(([key]) => isPattern(key));
    clean["patternProperties"] = record(Object.fromEntries(entries));
  }
  if (Array.isArray(schema.required) && schema.required.length > 0) {
    clean["required"] = unique(schema.required.filter((name) => typeof name === "string"));
  }
  if (schema.additionalProperties !== undefined && schema.additionalProperties !== true) {
    clean["additionalProperties"] =
      schema.additionalProperties === false ? false : nested(schema.additionalProperties);
  }
  if (isRecord(schema.propertyNames)) clean["propertyNames"] = nested(schema.propertyNames);
  if (schema.items !== undefined && !Array.isArray(schema.items)) {
    clean["items"] = nested(schema.items);
  }
  for (const keyword of ["prefixItems", "allOf", "anyOf", "oneOf"] as const) {
    const branches = schema[keyword];
    if (Array.isArray(branches) && branches.length > 0) clean[keyword] = branches.map(nested);
  }
  return clean;
}

/** Whether a schema takes every text, as a parameter without anything to check is. */
export function takesEveryText(model: ApiModel, schema: SchemaObject): boolean {
  const clean = checkOf(model, schema);
  if (typeof clean === "boolean") return clean;
  return Object.keys(clean).every(
    (keyword) => keyword === "type" && [clean["type"]].flat().includes("string"),
  );
}

function pointer(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/** Without the `u` flag, as OpenStack's patterns escape what that flag does not allow. */
function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Values once each, as JSON tells them apart: Ajv refuses an `enum` that repeats itself. */
function unique(values: readonly unknown[]): readonly unknown[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function isRecord(value: unknown): value is Readonly<Record<string, SchemaObject>> & SchemaObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
