import { canonicalJson } from "../../openapi/canonical.js";
import type { SchemaObject, SchemaType } from "../../openapi/document.js";
import { isRecord } from "../../openapi/references.js";
import type { View } from "./view.js";

/**
 * What a schema says of values, however it is written: references followed, branches brought
 * together. A choice between objects is what all of its branches have, and may have: which members
 * go together is not kept.
 */
export interface Shape {
  /** Of JSON; `number` stands for integers, too. Empty: nothing is said. */
  readonly kinds: ReadonlySet<SchemaType>;
  /** Values that are listed; `open` where others are taken as well. */
  readonly values: { readonly list: readonly unknown[]; readonly open: boolean } | undefined;
  readonly format: string | undefined;
  readonly limits: ReadonlyMap<string, unknown>;
  readonly default: unknown;
  readonly members: ReadonlyMap<string, ShapeMember>;
  /** What other members hold, where that is said: one of these. */
  readonly others: readonly SchemaObject[];
  /** No other members are taken. */
  readonly closed: boolean;
  /** What the items of a list are: one of these. */
  readonly items: readonly SchemaObject[];
  /** Words that are not understood, as text that is equal where they are. */
  readonly rest: string;
  readonly description: string;
  readonly deprecated: boolean;
}

export interface ShapeMember {
  /** One of these. */
  readonly schemas: readonly SchemaObject[];
  readonly required: boolean;
  /** Samples alone show it: no row of the docs has it. */
  readonly undocumented: boolean;
}

const bare: Shape = {
  kinds: new Set(),
  values: undefined,
  format: undefined,
  limits: new Map(),
  default: undefined,
  members: new Map(),
  others: [],
  closed: false,
  items: [],
  rest: "",
  description: "",
  deprecated: false,
};

const lower = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
const upper = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
/** Keywords that refuse values: which way they do is a matter of those who compare. */
export const limitWords = {
  lower,
  upper,
  other: ["pattern", "multipleOf", "uniqueItems"],
} as const;
const limitNames = [...lower, ...upper, ...limitWords.other];

/** Keywords that are read here, or say nothing of values. */
const understood = new Set([
  ...limitNames,
  ..."$ref type enum const format default properties required additionalProperties items".split(
    " ",
  ),
  ..."anyOf oneOf allOf title description deprecated examples example $comment".split(" "),
  ..."x-openstack x-restanza readOnly writeOnly $id $anchor $schema externalDocs xml".split(" "),
  ..."discriminator nullable".split(" "),
]);

/** References that lead on are followed so far. */
const deepest = 24;

/** Kept with the view, since a schema is held against many others. */
const known = new WeakMap<View, WeakMap<SchemaObject, Shape>>();

/** What one of several schemas says: they are a choice. */
export function shapeOf(schemas: readonly SchemaObject[], view: View): Shape {
  const ofView = known.get(view) ?? new WeakMap<SchemaObject, Shape>();
  known.set(view, ofView);
  return either(
    schemas.map((schema) => {
      const before = ofView.get(schema);
      if (before !== undefined) return before;
      const shape = read(schema, view, 0);
      if (isRecord(schema)) ofView.set(schema, shape);
      return shape;
    }),
  );
}

function read(schema: SchemaObject, view: View, depth: number): Shape {
  const isSchema: boolean = isRecord(schema);
  // Other people's documents have schemas that are `true`, which says nothing, or `false`.
  if (!isSchema || depth > deepest) return isNothing(schema) ? { ...bare, rest: "false" } : bare;
  let shape = own(schema, view);
  if (typeof schema.$ref === "string") {
    const target = view.target(schema.$ref);
    if (target !== undefined) shape = both(shape, read(target, view, depth + 1));
  }
  for (const part of listOf(schema.allOf)) shape = both(shape, read(part, view, depth + 1));
  for (const choice of [listOf(schema.anyOf), listOf(schema.oneOf)]) {
    if (choice.length === 0) continue;
    shape = both(shape, either(choice.map((branch) => read(branch, view, depth + 1))));
  }
  return shape;
}

function isNothing(schema: unknown): boolean {
  return schema === false;
}

function listOf(value: unknown): readonly SchemaObject[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** What the words of a schema itself say. */
function own(schema: SchemaObject, view: View): Shape {
  const written: Readonly<Record<string, unknown>> = { ...schema };
  const listed = Array.isArray(schema.enum)
    ? schema.enum
    : "const" in schema
      ? [schema.const]
      : undefined;
  const limits = limitNames.flatMap((name): [string, unknown][] => {
    const value = written[name];
    const isNone = value === undefined || value === false;
    return isNone || (value === 0 && /^min[A-Z]/.test(name)) ? [] : [[name, value]];
  });
  const rest = Object.entries(written).filter(
    ([name, value]) => !understood.has(name) || (name === "items" && value === false),
  );
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  // A member whose schema is `false` may not be there: it is none.
  const properties = (isRecord(schema.properties) ? Object.entries(schema.properties) : []).flatMap(
    ([name, member]): [string, SchemaObject][] =>
      isNothing(member) ? [] : [[name, isRecord(member) ? member : {}]],
  );
  const names = new Map<string, ShapeMember>(
    properties.map(([name, member]) => [
      name,
      {
        schemas: [member],
        required: required.has(name),
        undocumented: member["x-restanza"]?.undocumented === true,
      },
    ]),
  );
  for (const name of required)
    if (typeof name === "string" && !names.has(name))
      names.set(name, { schemas: [], required: true, undocumented: false });
  const { additionalProperties } = schema;
  return {
    kinds: kindsOf(schema, listed),
    values: listed && { list: listed, open: false },
    format: typeof schema.format === "string" ? schema.format : undefined,
    limits: new Map(limits),
    default: schema.default,
    members: names,
    others: isRecord(additionalProperties) ? [additionalProperties] : [],
    closed: additionalProperties === false,
    items: isRecord(schema.items) ? [schema.items] : [],
    rest: rest.length === 0 ? "" : view.digest(Object.fromEntries(rest)),
    description: typeof schema.description === "string" ? schema.description.trim() : "",
    deprecated: schema.deprecated === true,
  };
}

function kindsOf(
  schema: SchemaObject,
  listed: readonly unknown[] | undefined,
): ReadonlySet<SchemaType> {
  const said = [schema.type ?? []].flat();
  if (said.length > 0) return withoutTwice(said);
  if (listed !== undefined) return withoutTwice(listed.map(kindOf));
  if (schema.properties !== undefined || isRecord(schema.additionalProperties))
    return new Set(["object"]);
  return new Set(schema.items === undefined ? [] : ["array"]);
}

/** The kind of a JSON value. */
export function kindOf(value: unknown): SchemaType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "string") return "string";
  return typeof value === "boolean" ? "boolean" : "object";
}

/** Every integer is a number. */
function withoutTwice(kinds: Iterable<SchemaType>): ReadonlySet<SchemaType> {
  const all = new Set(kinds);
  if (all.has("number")) all.delete("integer");
  return all;
}

const scalars: readonly SchemaType[] = ["string", "integer", "number", "boolean"];
const takesScalars = ({ kinds }: Shape): boolean => scalars.some((kind) => kinds.has(kind));

/** What is said of a value that is one of several. */
function either(shapes: readonly Shape[]): Shape {
  const [first, ...more] = shapes;
  if (first === undefined) return bare;
  if (more.length === 0) return first;
  const says = shapes.filter(({ kinds }) => kinds.size > 0);
  // A branch that says nothing takes everything.
  if (says.length < shapes.length) return { ...bare, description: descriptions(shapes) };
  const objects = shapes.filter(({ kinds }) => kinds.has("object"));
  const plain = shapes.filter(takesScalars);
  const listed = plain.flatMap(({ values }) => values?.list ?? []);
  const formats = new Set(plain.map(({ format }) => format));
  const [limited, ...others] = shapes.filter(
    ({ kinds }) => !(kinds.size === 1 && kinds.has("null")),
  );
  const defaults = shapes.map((shape) => shape.default).filter((value) => value !== undefined);
  return {
    kinds: withoutTwice(shapes.flatMap(({ kinds }) => [...kinds])),
    values:
      listed.length === 0
        ? undefined
        : { list: unique(listed), open: plain.some(({ values }) => values?.open ?? true) },
    format: formats.size === 1 ? plain[0]?.format : undefined,
    limits: others.length === 0 && limited !== undefined ? limited.limits : new Map(),
    default: defaults[0],
    members: membersOfEither(objects),
    others: objects.flatMap((shape) => shape.others),
    closed: objects.length > 0 && objects.every(({ closed }) => closed),
    items: shapes.flatMap(({ items }) => items),
    rest: unique(shapes.map(({ rest }) => rest).filter((rest) => rest !== ""))
      .toSorted()
      .join(" "),
    description: descriptions(shapes),
    deprecated: shapes.every((shape) => shape.deprecated),
  };
}

function membersOfEither(objects: readonly Shape[]): ReadonlyMap<string, ShapeMember> {
  const names = new Set(objects.flatMap(({ members }) => [...members.keys()]));
  return new Map(
    [...names].map((name) => {
      const all = objects.flatMap(({ members }) => members.get(name) ?? []);
      return [
        name,
        {
          schemas: all.flatMap(({ schemas }) => schemas),
          required: all.length === objects.length && all.every(({ required }) => required),
          undocumented: all.every(({ undocumented }) => undocumented),
        },
      ];
    }),
  );
}

/** What is said of a value that both say something of. */
function both(a: Shape, b: Shape): Shape {
  if (a === bare) return b;
  const kinds =
    a.kinds.size === 0 ? b.kinds : b.kinds.size === 0 ? a.kinds : common(a.kinds, b.kinds);
  const members = new Map(b.members);
  for (const [name, one] of a.members) {
    const other = members.get(name);
    members.set(
      name,
      other === undefined
        ? one
        : {
            schemas: together(one.schemas, other.schemas),
            required: one.required || other.required,
            undocumented: one.undocumented || other.undocumented,
          },
    );
  }
  return {
    kinds,
    values: a.values === undefined || b.values?.open === false ? (b.values ?? a.values) : a.values,
    format: a.format ?? b.format,
    limits: new Map([...b.limits, ...a.limits]),
    default: a.default ?? b.default,
    members,
    others: together(a.others, b.others),
    closed: a.closed || b.closed,
    items: together(a.items, b.items),
    rest: [a.rest, b.rest]
      .filter((rest) => rest !== "")
      .toSorted()
      .join(" "),
    description: a.description || b.description,
    deprecated: a.deprecated || b.deprecated,
  };
}

function common(a: ReadonlySet<SchemaType>, b: ReadonlySet<SchemaType>): ReadonlySet<SchemaType> {
  const kept = [...a].filter((kind) => b.has(kind) || (kind === "integer" && b.has("number")));
  const narrower = a.has("number") && b.has("integer") ? (["integer"] as const) : [];
  return new Set([...kept, ...narrower]);
}

function together(a: readonly SchemaObject[], b: readonly SchemaObject[]): readonly SchemaObject[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const choice = (list: readonly SchemaObject[]): SchemaObject => {
    const [only, ...more] = list;
    return more.length === 0 && only !== undefined ? only : { anyOf: list };
  };
  return [{ allOf: [choice(a), choice(b)] }];
}

/** The words of a choice: each once, in an order of its own. */
function descriptions(shapes: readonly Shape[]): string {
  return unique(shapes.map(({ description }) => description).filter((words) => words !== ""))
    .toSorted()
    .join("\n\n");
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [canonicalJson(value), value])).values()];
}
