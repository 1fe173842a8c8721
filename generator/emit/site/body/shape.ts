import { RememberedBy, rememberingOf } from "../../../collections/remembered.js";
import type { SchemaObject } from "../../../openapi/document.js";
import { reachedFrom } from "../../../openapi/reach.js";
import { isRecord } from "../../../openapi/references.js";
import { type Bounds, intersect, isOpen } from "../../../openapi/versions.js";
import { words } from "../words.js";
import { limitsOf } from "./limits.js";
import type { Branch, KnownValue, Member, Shape } from "./member.js";
import {
  asSchema,
  deepest,
  nameOf,
  ownBounds,
  type Place,
  referredTo,
  type Schemas,
  schemasIn,
} from "./place.js";
import { narrowed, rangesWhere, requiredWithin, saidOf } from "./variants.js";
import { bounded, distinct, typesOf } from "./types.js";

export type { Schemas } from "./place.js";

/** Kept with the schemas, since page, Markdown and search ask for the same. */
const known = new WeakMap<Schemas, WeakMap<SchemaObject, Map<string, Shape>>>();

/** What a body may hold, unfolded: references are followed until they go in a circle. */
export function shapeOf(schema: SchemaObject, schemas: Schemas, path = ""): Shape {
  const ofSchemas = known.get(schemas) ?? new WeakMap<SchemaObject, Map<string, Shape>>();
  known.set(schemas, ofSchemas);
  const ofSchema = ofSchemas.get(schema) ?? new Map<string, Shape>();
  ofSchemas.set(schema, ofSchema);
  const make = () => unfold(schema, { schemas, path, around: new Map() });
  const shape = ofSchema.get(path) ?? knownShapes.of(schema, causesOf(schema, schemas, path), make);
  ofSchema.set(path, shape);
  return shape;
}

/** The same of earlier runs, as long as all that is unfolded is the same. */
const knownShapes = new RememberedBy<Shape>();

function causesOf(schema: SchemaObject, schemas: Schemas, path: string): readonly unknown[] {
  return [path, ...[...reachedFrom(schema, { components: { schemas } })].flat()];
}

/** Every member of a body at whatever depth, the outer before the inner. */
export const allMembers = rememberingOf((shape: Shape): readonly Member[] => {
  const found: Member[] = [];
  const visit = ({ members, branches }: Shape): void => {
    for (const list of [members, ...branches.map((branch) => branch.members)])
      for (const member of list) {
        found.push(member);
        visit(member.shape);
      }
  };
  visit(shape);
  return found;
});

/** Where a body as a whole holds; none: everywhere. */
export function rangesOfBody(schema: SchemaObject, schemas: Schemas): readonly Bounds[] {
  return rangesWhere(schema, { schemas, path: "", around: new Map() });
}

/** A schema as if it were a member of this name: a parameter, or a header. */
export function memberOfSchema(name: string, schema: SchemaObject, schemas: Schemas): Member {
  return memberOf(name, schema, false, { schemas, path: "", around: new Map() });
}

function unfold(schema: SchemaObject, place: Place): Shape {
  if (schema.$ref === undefined) return unfoldOwn(schema, place);
  const name = nameOf(schema);
  const target = referredTo(schema, place);
  if (name === undefined || target === undefined) return plain(words.types.any);
  const before = place.around.get(name);
  if (before !== undefined) return { ...plain(words.types.object), repeats: before };
  if (place.around.size >= deepest) return plain(words.types.object);
  const inside = { ...place, around: new Map([...place.around, [name, place.path]]) };
  const { $ref: _reference, ...beside } = schema;
  return together(unfold(target, inside), unfoldOwn(beside, place));
}

function unfoldOwn(schema: SchemaObject, place: Place): Shape {
  const own: Shape = {
    types: typesOf(schema, place),
    members: membersOf(schema, place),
    branches: [],
    values: valuesOf(schema),
    limits: limitsOf(schema),
    ...("default" in schema && { default: schema.default }),
  };
  const below = { ...place, path: `${place.path}[]` };
  const listed = isRecord(schema.items) ? together(own, listOf(unfold(schema.items, below))) : own;
  const whole = schemasIn(schema.allOf).reduce<Shape>(
    (shape, part) => together(shape, unfold(part, place)),
    listed,
  );
  return [schemasIn(schema.oneOf), schemasIn(schema.anyOf)]
    .filter((choice) => choice.length > 0)
    .reduce((shape, choice) => together(shape, choiceOf(choice, place)), whole);
}

function plain(type: string): Shape {
  return {
    types: [{ words: type, bounds: {} }],
    members: [],
    branches: [],
    values: [],
    limits: [],
  };
}

/** What two schemas say of the same value. */
function together(a: Shape, b: Shape): Shape {
  const repeats = a.repeats ?? b.repeats;
  const known = new Set(b.members.map(({ name }) => name));
  return {
    types: b.types.length === 0 ? a.types : a.types.length === 0 ? b.types : a.types,
    members: [...a.members.filter(({ name }) => !known.has(name)), ...b.members],
    branches: [...a.branches, ...b.branches],
    values: a.values.length === 0 ? b.values : a.values,
    limits: [...new Set([...a.limits, ...b.limits])],
    ...("default" in a && { default: a.default }),
    ...("default" in b && { default: b.default }),
    ...(repeats !== undefined && { repeats }),
  };
}

/** What is said of the values of a list is said of the list: `array of string`. */
function listOf(items: Shape): Shape {
  return { ...items, types: [], limits: [] };
}

function membersOf(schema: SchemaObject, place: Place): readonly Member[] {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const named = Object.entries(isRecord(schema.properties) ? schema.properties : {}).map(
    ([name, member]) => memberOf(name, member, required.has(name), place),
  );
  const free = [
    ...Object.values(isRecord(schema.patternProperties) ? schema.patternProperties : {}),
    ...(isRecord(schema.additionalProperties) ? [schema.additionalProperties] : []),
  ];
  const any = free.map((value) => memberOf("*", value, false, place));
  return [...named, ...any.filter(({ shape, said }) => holds(shape) || said.length > 0)];
}

function holds({ members, branches, values, repeats }: Shape): boolean {
  return members.length + branches.length + values.length > 0 || repeats !== undefined;
}

function memberOf(name: string, value: unknown, required: boolean, place: Place): Member {
  const path = place.path === "" ? name : `${place.path}.${name}`;
  const schema = asSchema(value);
  const shape = unfold(schema, { ...place, path });
  const target = referredTo(schema, place);
  return {
    name,
    path,
    said: saidOf(schema, place),
    required: required || requiredWithin(schema, place),
    deprecated: (schema.deprecated ?? target?.deprecated) === true,
    undocumented: undocumentedIn(schema["x-restanza"]),
    readOnly: schema.readOnly === true,
    ranges: rangesWhere(schema, place),
    shape: shape.types.length === 0 ? { ...shape, types: plain(words.types.any).types } : shape,
  };
}

function undocumentedIn(said: SchemaObject["x-restanza"]): Member["undocumented"] {
  if (said?.undocumented !== true) return undefined;
  return said.borrowed === true ? "elsewhere" : "here";
}

function valuesOf(schema: SchemaObject): readonly KnownValue[] {
  const open = schema["x-restanza"]?.values;
  const closed = schema.enum ?? ("const" in schema ? [schema.const] : []);
  if (closed.length === 0 && open !== undefined)
    return open.map((value) => ({ value, bounds: {}, open: true }));
  return closed.map((value) => ({ value, bounds: {}, open: false }));
}

/** One of several: objects stay apart as branches, all else is told by its type. */
function choiceOf(list: readonly SchemaObject[], place: Place): Shape {
  const choices = list.map((schema) => {
    const bounds = ownBounds(schema, place);
    return { schema, bounds, shape: unfold(schema, place) };
  });
  const objects = choices.filter(({ shape }) => shape.members.length + shape.branches.length > 0);
  const only = objects.length === 1 ? objects[0] : undefined;
  const branches = objects.flatMap(({ schema, bounds, shape }, index): readonly Branch[] =>
    shape.branches.length > 0
      ? shape.branches.map((branch) => ({ ...branch, bounds: intersect(branch.bounds, bounds) }))
      : [{ title: titleOf(schema, place, index), bounds, members: shape.members }],
  );
  return {
    types: distinct(choices.flatMap(({ shape, bounds }) => bounded(shape.types, bounds))),
    members: only?.shape.members.map((member) => inBounds(member, only.bounds)) ?? [],
    branches: only === undefined ? branches : only.shape.branches,
    values: choices.flatMap(({ shape, bounds }) =>
      shape.values.map((value) => ({ ...value, bounds: intersect(value.bounds, bounds) })),
    ),
    limits: [...new Set(choices.flatMap(({ shape }) => shape.limits))],
  };
}

function inBounds(member: Member, bounds: Bounds): Member {
  return isOpen(bounds) ? member : { ...member, ranges: narrowed(member.ranges, bounds) };
}

function titleOf(schema: SchemaObject, place: Place, index: number): string {
  const said = schema.title ?? referredTo(schema, place)?.title;
  return said ?? nameOf(schema) ?? String(index + 1);
}
