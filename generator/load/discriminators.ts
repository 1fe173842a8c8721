import { addTo } from "../collections/groups.js";
import type { OpenApiDocument } from "../openapi/document.js";
import { isRecord, schemaName, schemaReference } from "../openapi/references.js";
import { Names } from "../openapi/words.js";
import { mapInner, mapSchemas } from "./map-schemas.js";

type Raw = Readonly<Record<string, unknown>>;
type Schemas = Readonly<Record<string, unknown>>;

/**
 * A document in which the value of a discriminator is part of each branch that it stands for, so
 * that types narrow by it and validators choose by it (OpenAPI 3.2, Discriminator Object):
 *
 *     oneOf: [Cat, Dog]              → Cat and `type: "cat"`, or Dog and `type: "dog"`
 *     Pet, which Cat is `allOf`      → Pet is a Cat or a Dog, and these are of `PetBase`
 *
 * What stands for a component is its name, and what `mapping` says. The one of `defaultMapping` has
 * all other values, and may have none: its branch stays as it is.
 */
export function withDiscriminators(document: OpenApiDocument): OpenApiDocument {
  const schemas: Schemas = document.components?.schemas ?? {};
  const bases = basesIn(schemas);
  const rename = (schema: unknown): unknown => {
    if (!isRecord(schema)) return schema;
    const inner = mapInner(schema, (one, keyword) =>
      keyword === "allOf" ? ofBase(rename(one), bases) : rename(one),
    );
    return isRecord(inner) ? narrowed(inner) : inner;
  };
  const whole = mapSchemas("document", document, rename);
  const mapped = isRecord(whole) ? whole : {};
  if (bases.size === 0) return mapped as unknown as OpenApiDocument;
  const components = isRecord(mapped["components"]) ? mapped["components"] : {};
  const known = isRecord(components["schemas"]) ? components["schemas"] : {};
  const made = Object.entries(known).flatMap(([name, schema]): [string, unknown][] => {
    const base = bases.get(name);
    if (base === undefined || !isRecord(schema)) return [[name, schema]];
    const { discriminator: _said, description, ...rest } = schema;
    return [
      [name, { ...(description !== undefined && { description }), ...base.union }],
      [base.name, rest],
    ];
  });
  const all = { ...components, schemas: Object.fromEntries(made) };
  return { ...mapped, components: all } as unknown as OpenApiDocument;
}

/** A component that others are made of, by its discriminator: then it is one of these. */
interface Base {
  readonly name: string;
  readonly union: Raw;
}

function basesIn(schemas: Schemas): ReadonlyMap<string, Base> {
  const children = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    const parts: readonly unknown[] =
      isRecord(schema) && Array.isArray(schema["allOf"]) ? schema["allOf"] : [];
    for (const part of parts) {
      const base = isRecord(part) && typeof part["$ref"] === "string" && schemaName(part["$ref"]);
      if (typeof base === "string") addTo(children, base, name);
    }
  }
  const names = new Names(Object.keys(schemas));
  const bases = new Map<string, Base>();
  for (const [name, schema] of Object.entries(schemas)) {
    const own = descendants(name, children);
    const said = isRecord(schema) ? readDiscriminator(schema) : undefined;
    if (!isRecord(schema) || said === undefined || own.length === 0) continue;
    if (schema["oneOf"] !== undefined || schema["anyOf"] !== undefined) continue;
    const branches = own.map((child) => {
      const $ref = schemaReference(child);
      return said.narrows({ $ref }, $ref);
    });
    // What `mapping` says that it is itself needs no more members.
    const base = names.take(`${name}Base`, "_");
    const alone = said.maps(schemaReference(name))
      ? [said.narrows({ $ref: schemaReference(base) }, schemaReference(name))]
      : [];
    bases.set(name, { name: base, union: { oneOf: [...branches, ...alone] } });
  }
  return bases;
}

/** What is made of a component, and what is made of that. */
function descendants(
  name: string,
  children: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const found = new Set(children.get(name));
  for (const child of found) for (const next of children.get(child) ?? []) found.add(next);
  found.delete(name);
  return [...found];
}

function ofBase(part: unknown, bases: ReadonlyMap<string, Base>): unknown {
  if (!isRecord(part) || typeof part["$ref"] !== "string") return part;
  const base = bases.get(schemaName(part["$ref"]) ?? "");
  return base === undefined ? part : { ...part, $ref: schemaReference(base.name) };
}

/** A choice whose branches say the value that stands for them. */
function narrowed(schema: Raw): Raw {
  const said = readDiscriminator(schema);
  if (said === undefined) return schema;
  const { discriminator: _said, ...rest } = schema;
  for (const keyword of ["oneOf", "anyOf"] as const) {
    const branches: unknown = schema[keyword];
    if (!Array.isArray(branches)) continue;
    return {
      ...rest,
      [keyword]: branches.map((each: unknown) => {
        const $ref = isRecord(each) ? each["$ref"] : undefined;
        return isRecord(each) && typeof $ref === "string" ? said.narrows(each, $ref) : each;
      }),
    };
  }
  return schema;
}

function branch(part: Raw, property: string, values: readonly string[]): Raw {
  const [only, ...more] = values;
  const value = more.length > 0 ? { enum: values } : { const: only };
  return {
    allOf: [
      part,
      {
        type: "object",
        properties: { [property]: { type: "string", ...value } },
        required: [property],
      },
    ],
  };
}

interface Discriminator {
  /** The branch of what a reference leads to, with the values that stand for it. */
  narrows(part: Raw, reference: string): Raw;
  /** Whether `mapping` or `defaultMapping` names it. */
  maps(reference: string): boolean;
}

function readDiscriminator(schema: Raw): Discriminator | undefined {
  const { discriminator } = schema;
  if (!isRecord(discriminator)) return undefined;
  const { propertyName, defaultMapping } = discriminator;
  if (typeof propertyName !== "string") return undefined;
  const mapping = isRecord(discriminator["mapping"])
    ? Object.entries(discriminator["mapping"])
    : [];
  const isIt = (target: unknown, reference: string): boolean =>
    target === reference || schemaReference(String(target)) === reference;
  const mapped = (reference: string): readonly string[] =>
    mapping.flatMap(([value, target]) => (isIt(target, reference) ? [value] : []));
  return {
    maps: (reference) => mapped(reference).length > 0 || isIt(defaultMapping, reference),
    narrows: (part, reference) => {
      if (isIt(defaultMapping, reference)) return part;
      const values = mapped(reference);
      const all = values.length > 0 ? values : [schemaName(reference) ?? reference];
      return branch(part, propertyName, all);
    },
  };
}
