import { addTo } from "../../collections/groups.js";
import type { SchemaObject } from "../../openapi/document.js";
import { isRecord, schemaReference } from "../../openapi/references.js";
import { type Answered, componentsOf, operationsOf } from "./givers.js";
import {
  compare,
  type Difference,
  isWhole,
  isWider,
  mayFit,
  widen,
  widened,
} from "./differences.js";

type Schemas = Readonly<Record<string, SchemaObject>>;

/** A component whose type is made of the resource's. */
export interface View {
  /** The component that has the resource's type. */
  readonly resource: string;
  /** Members of the resource that it has, where it has few; they are the same at every version. */
  readonly pick?: readonly string[];
  /** Members of the resource that it lacks, or has otherwise. */
  readonly omit?: readonly string[];
}

/** One resource, one type: how the types of its views stand to it. */
export interface Views {
  /** The schemas that types are made from: of a view with a type of its own what it alone has. */
  readonly schemas: Schemas;
  /** Views that have the very type of their resource. */
  readonly same: ReadonlyMap<string, string>;
  readonly views: ReadonlyMap<string, View>;
  /** What is called a view of a resource, and has a type of its own: the name of the resource. */
  readonly apart: ReadonlyMap<string, string>;
  /** Resources that have a wider type than what shows them best, which is a view of that. */
  readonly loosened: ReadonlyMap<string, Loosened>;
}

/** A resource whose views fit a type in which members are optional that the best of them promises. */
export interface Loosened {
  /** Among the schemas, the type of the resource: no component can be called so. */
  readonly wide: string;
  /** Likewise what the best view always has, where that changes with the version. */
  readonly always?: string;
}

/**
 * The document keeps what each operation gives. In TypeScript what gives the same resource whole has
 * its type: what one of them lacks is optional there. A brief view picks from it, one that has more
 * or something else adds to it, and what has hardly anything in common stays as it is.
 */
export function findViews(model: Answered): Views {
  const schemas: Record<string, SchemaObject> = { ...model.schemas };
  const same = new Map<string, string>();
  const views = new Map<string, View>();
  const loosened = new Map<string, Loosened>();
  const givers = operationsOf(model);
  const asked = componentsOf(
    model.chapters.flatMap(({ operations }) => operations.map(({ body }) => body?.schema)),
    model.schemas,
  );
  const families = familiesOf(model.schemas);
  const done = new Set<string>();
  const sameAs = (component: string) => same.get(component) ?? component;
  const decide = (resource: string): void => {
    if (done.has(resource)) return;
    done.add(resource);
    const members = families.get(resource) ?? [];
    // What stands inside them comes first: members can only be the same where their types are.
    for (const name of [resource, ...members])
      for (const inner of componentsOf([model.schemas[name]], {}))
        decide(resourceIn(model.schemas[inner]) ?? inner);
    const fixed = asked.has(resource);
    const others: string[] = [];
    for (const name of members) {
      const [best, view] = [schemas[resource], model.schemas[name]];
      if (best === undefined || view === undefined) continue;
      const difference = compare(best, view, sameAs, givers, name);
      const wide = widen(best, difference, givers.titles(name));
      const fits = !fixed || !isWider(wide, best);
      if (isWhole(best, difference) && fits && !(asked.has(name) && isWider(wide, view))) {
        schemas[resource] = wide;
        same.set(name, resource);
      } else others.push(name);
    }
    const base = fixed ? resource : loosen(resource, others);
    for (const name of others) {
      const [best, view] = [schemas[base], model.schemas[name]];
      if (best === undefined || view === undefined || asked.has(name) || same.has(name)) continue;
      const made = derive(base, best, view, compare(best, view, sameAs, givers, name), schemas);
      if (made === undefined) continue;
      views.set(name, made.view);
      schemas[name] = made.own;
    }
  };
  /**
   * Makes optional what views of a resource lack that are whole otherwise, and keeps for those who
   * promise it that it is always there. Gives the component that all of them fit.
   */
  const loosen = (resource: string, others: readonly string[]): string => {
    const best = schemas[resource];
    if (best === undefined) return resource;
    const key = `\0${resource}`;
    const fitting: string[] = [];
    let wide = best;
    for (const name of others) {
      const view = model.schemas[name];
      if (view === undefined || asked.has(name)) continue;
      if (!mayFit(best, compare(best, view, sameAs, givers, name))) continue;
      const difference = compare(wide, view, sameAs, givers, name);
      wide = widen(wide, difference, givers.titles(name));
      if (difference.extra.length + difference.strict.length === 0) fitting.push(name);
    }
    const kept = widened(wide, best);
    // Where a view before made optional all that these lack, the resource takes them as it is.
    const base = kept.length === 0 ? resource : key;
    for (const name of fitting) same.set(name, base);
    if (base === resource) return resource;
    const own = partOf(best, kept);
    const always = isSteady(own, model.schemas) ? undefined : `\0${resource} always`;
    schemas[key] = wide;
    if (always !== undefined) schemas[always] = own;
    const description = `A \`${resource}\` that always has what some answers leave out.`;
    schemas[resource] = {
      ...(always === undefined ? own : { $ref: schemaReference(always) }),
      description,
    };
    views.set(resource, { resource: key });
    loosened.set(resource, { wide: key, ...(always !== undefined && { always }) });
    return key;
  };
  for (const resource of families.keys()) decide(resource);
  const apart = new Map(
    [...families].flatMap(([resource, members]) =>
      members
        .filter((name) => !same.has(name) && !views.has(name))
        .map((name) => [name, resource] as const),
    ),
  );
  return { schemas, same, views, apart, loosened };
}

function resourceIn(schema: SchemaObject | undefined): string | undefined {
  const extension: unknown = schema?.["x-restanza"];
  const resource = isRecord(extension) ? extension["resource"] : undefined;
  return typeof resource === "string" ? resource : undefined;
}

/** The views of each resource, in the order of the document. */
function familiesOf(schemas: Schemas): ReadonlyMap<string, readonly string[]> {
  const families = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    const resource = resourceIn(schema);
    const isOne = (of: SchemaObject | undefined) =>
      isRecord(of?.properties) && of.type === "object";
    if (resource === undefined || resource === name || !Object.hasOwn(schemas, resource)) continue;
    if (resourceIn(schemas[resource]) !== undefined) continue;
    if (!isOne(schema) || !isOne(schemas[resource])) continue;
    if (hasMore(schema, schemas[resource])) continue;
    addTo(families, resource, name);
  }
  return families;
}

/** Whether a schema says more than its members, but for what the resource says of any other one. */
function hasMore(
  { additionalProperties, patternProperties, allOf, anyOf, oneOf }: SchemaObject,
  resource: SchemaObject | undefined,
): boolean {
  const others = resource?.additionalProperties;
  if (JSON.stringify(additionalProperties ?? others) !== JSON.stringify(others)) return true;
  return [patternProperties, allOf, anyOf, oneOf].some((one) => one !== undefined);
}

/**
 * A type that is made of the resource's, and what stands in it beside. Nothing is made where most of
 * it would stand beside: it is taken for something else then, unless it has all of the resource.
 */
function derive(
  resource: string,
  best: SchemaObject,
  view: SchemaObject,
  difference: Difference,
  schemas: Schemas,
): { readonly view: View; readonly own: SchemaObject } | undefined {
  const { shared, missing, lost, extra, other, wider, loose, strict } = difference;
  const own = [...new Set([...other, ...wider, ...loose, ...strict, ...extra])];
  const omit = [...new Set([...lost, ...other, ...wider, ...loose])];
  const pick = [...shared.keys()].filter((key) => !own.includes(key));
  const isMore = omit.length === 0 && missing.length === 0;
  const least = own.length > strict.length ? 2 : 1;
  if (isMore ? shared.size === 0 : pick.length < least || own.length > shared.size)
    return undefined;
  // What changes with the version cannot be picked: at some versions it is not there.
  const steady = pick.filter((key) => isSteady(best.properties?.[key], schemas));
  if (
    !isMore &&
    steady.length === pick.length &&
    pick.length <= Math.max(omit.length, missing.length)
  )
    return { view: { resource, pick }, own: partOf(view, own) };
  // Of members of any name none can be left out.
  const isOpen = best.additionalProperties !== undefined;
  if (omit.length <= 2 * pick.length && !(isOpen && omit.length > 0))
    return {
      view: { resource, ...(omit.length > 0 && { omit }) },
      own: partOf(view, own),
    };
  const beside = Object.keys(view.properties ?? {}).filter((key) => !steady.includes(key));
  if (steady.length < least) return undefined;
  return { view: { resource, pick: steady }, own: partOf(view, beside) };
}

/** Some members of an object. */
function partOf(
  { properties, required = [] }: SchemaObject,
  keys: readonly string[],
): SchemaObject {
  const members = keys.map((key) => [key, properties?.[key] ?? {}] as const);
  return {
    type: "object",
    ...(keys.length > 0 && { properties: Object.fromEntries(members) }),
    required: required.filter((key) => keys.includes(key)),
  };
}

/** Whether a member is the same at every version, with all that is in it. */
function isSteady(member: SchemaObject | undefined, schemas: Schemas): boolean {
  if (member === undefined) return false;
  const inside = [...componentsOf([member], schemas)].map((name) => schemas[name]);
  return [member, ...inside].every((one) => !JSON.stringify(one ?? {}).includes('"x-openstack"'));
}
