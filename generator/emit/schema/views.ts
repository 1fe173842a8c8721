import { addTo } from "../../collections/groups.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { ApiModel } from "../../openapi/model.js";
import { isRecord } from "../../openapi/references.js";
import { componentsOf, operationsOf, type Givers } from "./givers.js";
import { unify } from "./unify.js";

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
}

/** How a view differs from its resource. */
interface Difference {
  readonly shared: ReadonlyMap<string, SchemaObject>;
  /** Of the resource, not of the view. */
  readonly missing: readonly string[];
  /** Of the view, not of the resource. */
  readonly extra: readonly string[];
  /** Of both, with types that do not fit each other. */
  readonly other: readonly string[];
  /** Required of the resource, and documented as optional in the view. */
  readonly loose: readonly string[];
  /** Optional in the resource, and documented as required in the view. */
  readonly strict: readonly string[];
}

/**
 * The document keeps what each operation gives. In TypeScript what gives the same resource whole has
 * its type: what one of them lacks is optional there. A brief view picks from it, one that has more
 * or something else adds to it, and what has hardly anything in common stays as it is.
 */
export function findViews(model: ApiModel): Views {
  const schemas: Record<string, SchemaObject> = { ...model.schemas };
  const same = new Map<string, string>();
  const views = new Map<string, View>();
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
      const widened = widen(best, difference, givers.titles(name));
      const fits = !fixed || !isWider(widened, best);
      if (isWhole(best, difference) && fits && !(asked.has(name) && isWider(widened, view))) {
        schemas[resource] = widened;
        same.set(name, resource);
      } else others.push(name);
    }
    for (const name of others) {
      const [best, view] = [schemas[resource], model.schemas[name]];
      if (best === undefined || view === undefined || asked.has(name)) continue;
      const made = derive(resource, best, view, compare(best, view, sameAs, givers, name), schemas);
      if (made === undefined) continue;
      views.set(name, made.view);
      schemas[name] = made.own;
    }
  };
  for (const resource of families.keys()) decide(resource);
  return { schemas, same, views };
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
    if (!isOne(schema) || !isOne(schemas[resource]) || hasMore(schema)) continue;
    addTo(families, resource, name);
  }
  return families;
}

/** Whether a schema says more than its members. */
function hasMore({ additionalProperties, patternProperties, allOf, anyOf, oneOf }: SchemaObject) {
  return [additionalProperties, patternProperties, allOf, anyOf, oneOf].some(
    (one) => one !== undefined,
  );
}

function compare(
  best: SchemaObject,
  view: SchemaObject,
  sameAs: (component: string) => string,
  givers: Givers,
  name: string,
): Difference {
  const mine = best.properties ?? {};
  const theirs = view.properties ?? {};
  const alwaysWithin = givers.within(name);
  const shared = new Map<string, SchemaObject>();
  const other: string[] = [];
  for (const [key, member] of Object.entries(theirs)) {
    const own = Object.hasOwn(mine, key) ? mine[key] : undefined;
    if (own === undefined) continue;
    const both = unify(own, member, { sameAs, alwaysWithin });
    if (both === undefined) other.push(key);
    else shared.set(key, both);
  }
  const keys = Object.keys(theirs);
  const strict = keys.filter(
    (key) =>
      shared.has(key) && !isRequired(best, key) && isRequired(view, key) && isTold(theirs[key]),
  );
  return {
    shared,
    other,
    strict,
    missing: Object.keys(mine).filter((key) => !Object.hasOwn(theirs, key)),
    extra: keys.filter((key) => !Object.hasOwn(mine, key)),
    loose: keys.filter(
      (key) =>
        shared.has(key) && isRequired(best, key) && !isRequired(view, key) && isTold(theirs[key]),
    ),
  };
}

/** Required at every version, or wherever it is at all. */
function isRequired({ required = [], properties }: SchemaObject, key: string): boolean {
  return required.includes(key) || properties?.[key]?.["x-restanza"]?.required === true;
}

/** What only samples show is optional since nobody says otherwise. */
function isTold(member: SchemaObject | undefined): boolean {
  return member?.["x-restanza"]?.undocumented !== true;
}

/** So many members of a resource may become optional for the sake of another view of it. */
const few = (best: SchemaObject) => Math.max(1, Object.keys(best.properties ?? {}).length / 5);

function isWhole(
  best: SchemaObject,
  { shared, missing, extra, other, loose, strict }: Difference,
): boolean {
  const lacks = missing.some((key) => isRequired(best, key));
  if (lacks || [extra, other, strict].some(({ length }) => length > 0)) return false;
  return loose.length <= few(best) && shared.size > missing.length;
}

/** The resource's schema that takes a view as well. */
function widen(
  best: SchemaObject,
  { shared, missing, loose }: Difference,
  titles: string,
): SchemaObject {
  const away = new Set([...missing, ...loose]);
  const properties = Object.entries(best.properties ?? {}).map(([key, member]) => {
    const both = shared.get(key) ?? member;
    if (!away.has(key)) return [key, both] as const;
    const lacks = missing.includes(key) ? "Not in the answer of" : "Not always in the answer of";
    return [key, lacking(both, `${lacks} ${titles}.`)] as const;
  });
  return {
    ...best,
    properties: Object.fromEntries(properties),
    ...(best.required && { required: best.required.filter((key) => !away.has(key)) }),
  };
}

/** A member that is not everywhere, and says where it is not. */
function lacking(member: SchemaObject, words: string): SchemaObject {
  const { description, "x-restanza": ours, ...rest } = member;
  const { required, ...left } = ours ?? {};
  void required;
  const told = description === undefined ? words : `${description}\n\n${words}`;
  return {
    ...rest,
    description: told,
    ...(Object.keys(left).length > 0 && { "x-restanza": left }),
  };
}

/** Whether one schema takes what another does not. */
function isWider(wide: SchemaObject, than: SchemaObject): boolean {
  const members = Object.entries(wide.properties ?? {});
  return members.some(([key, member]) => {
    const other = than.properties?.[key];
    if (other === undefined) return true;
    if (isRequired(than, key) && !isRequired(wide, key)) return true;
    return JSON.stringify(unwording(member)) !== JSON.stringify(unwording(other));
  });
}

function unwording({ description, "x-restanza": ours, ...rest }: SchemaObject): SchemaObject {
  void [description, ours];
  return rest;
}

/** A type that is made of the resource's, and what stands in it beside. */
function derive(
  resource: string,
  best: SchemaObject,
  view: SchemaObject,
  { shared, missing, extra, other, loose, strict }: Difference,
  schemas: Schemas,
): { readonly view: View; readonly own: SchemaObject } | undefined {
  const own = [...other, ...loose, ...strict, ...extra];
  const lost = missing.filter((key) => isRequired(best, key));
  if (shared.size - loose.length - strict.length < 2 || own.length > shared.size) return undefined;
  const properties = Object.fromEntries(own.map((key) => [key, view.properties?.[key] ?? {}]));
  const rest: SchemaObject = {
    type: "object",
    ...(own.length > 0 && { properties }),
    required: (view.required ?? []).filter((key) => own.includes(key)),
  };
  const pick = [...shared.keys()].filter((key) => !own.includes(key));
  const omit = [...lost, ...other, ...loose, ...strict];
  const steady = pick.every((key) => isSteady(best.properties?.[key], schemas));
  if (steady && pick.length <= Math.max(omit.length, missing.length))
    return { view: { resource, pick }, own: rest };
  if (omit.length > 2 * pick.length) return undefined;
  return { view: { resource, ...(omit.length > 0 && { omit }) }, own: rest };
}

/** Whether a member is the same at every version, with all that is in it. */
function isSteady(member: SchemaObject | undefined, schemas: Schemas): boolean {
  if (member === undefined) return false;
  const inside = [...componentsOf([member], schemas)].map((name) => schemas[name]);
  return [member, ...inside].every((one) => !JSON.stringify(one ?? {}).includes('"x-openstack"'));
}
