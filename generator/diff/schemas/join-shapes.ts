import { canonicalJson } from "../../openapi/canonical.js";
import type { SchemaObject, SchemaType } from "../../openapi/document.js";
import type { Names } from "./choice.js";
import { bare, type Shape, type ShapeMember, withoutTwice } from "./shape.js";

const scalars: readonly SchemaType[] = ["string", "integer", "number", "boolean"];
const takesScalars = ({ kinds }: Shape): boolean => scalars.some((kind) => kinds.has(kind));

/** What is said of a value that is one of several. */
export function either(shapes: readonly Shape[]): Shape {
  const [first, ...more] = shapes;
  if (first === undefined) return bare;
  if (more.length === 0) return first;
  const all = (texts: (shape: Shape) => Iterable<string>): ReadonlySet<string> =>
    new Set(shapes.flatMap((shape) => [...texts(shape)]));
  const says = shapes.filter(({ kinds }) => kinds.size > 0);
  // A branch that says nothing takes everything.
  if (says.length < shapes.length)
    return { ...bare, descriptions: all((shape) => shape.descriptions) };
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
    others: [...new Set(objects.flatMap((shape) => shape.others))],
    closed: objects.length > 0 && objects.every(({ closed }) => closed),
    items: [...new Set(shapes.flatMap(({ items }) => items))],
    rest: all(({ rest }) => rest),
    descriptions: all((shape) => shape.descriptions),
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
          schemas: [...new Set(all.flatMap(({ schemas }) => schemas))],
          required: all.length === objects.length && all.every(({ required }) => required),
          undocumented: all.every(({ undocumented }) => undocumented),
        },
      ];
    }),
  );
}

/** What is said of a value that both say something of. */
export function both(a: Shape, b: Shape, names: Names): Shape {
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
            schemas: together(one.schemas, other.schemas, names),
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
    others: together(a.others, b.others, names),
    closed: a.closed || b.closed,
    items: together(a.items, b.items, names),
    rest: new Set([...a.rest, ...b.rest]),
    descriptions: a.descriptions.size > 0 ? a.descriptions : b.descriptions,
    deprecated: a.deprecated || b.deprecated,
  };
}

function common(a: ReadonlySet<SchemaType>, b: ReadonlySet<SchemaType>): ReadonlySet<SchemaType> {
  const kept = [...a].filter((kind) => b.has(kind) || (kind === "integer" && b.has("number")));
  const narrower = a.has("number") && b.has("integer") ? (["integer"] as const) : [];
  return new Set([...kept, ...narrower]);
}

/** One of these, which is one of those as well. */
function together(
  a: readonly SchemaObject[],
  b: readonly SchemaObject[],
  names: Names,
): readonly SchemaObject[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  return [names.join("allOf", [names.join("anyOf", a), names.join("anyOf", b)])];
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [canonicalJson(value), value])).values()];
}
