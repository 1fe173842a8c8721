import { addTo } from "../../collections/groups.js";
import type { SchemaObject } from "../../openapi/document.js";
import { isRecord } from "../../openapi/references.js";
import { decideFamily, type Loosened, type Surroundings, type View } from "./family.js";
import { type Answered, componentsOf, operationsOf } from "./givers.js";

type Schemas = Readonly<Record<string, SchemaObject>>;

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

export type { Loosened, View };

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
  const bodies = model.chapters.flatMap(({ operations }) =>
    operations.map(({ body }) => body?.schema),
  );
  const asked = componentsOf(bodies, model.schemas);
  const families = familiesOf(model.schemas);
  const surroundings: Surroundings = {
    given: (name) => model.schemas[name],
    sameAs: (component) => same.get(component) ?? component,
    isAsked: (name) => asked.has(name),
    titles: (name) => givers.titles(name),
    isWithin: (name, bounds) => givers.within(name)(bounds),
    decided: (name) => schemas[name],
  };
  const done = new Set<string>();
  const decide = (resource: string): void => {
    if (done.has(resource)) return;
    done.add(resource);
    const members = families.get(resource) ?? [];
    const best = model.schemas[resource];
    if (best === undefined) return;
    // What stands inside them comes first: members can only be the same where their types are.
    for (const name of [resource, ...members])
      for (const inner of componentsOf([model.schemas[name]], {}))
        decide(resourceIn(model.schemas[inner]) ?? inner);
    if (members.length === 0) return;
    const decided = decideFamily(resource, best, members, surroundings);
    for (const [name, schema] of decided.schemas) schemas[name] = schema;
    for (const [name, one] of decided.same) same.set(name, one);
    for (const [name, view] of decided.views) views.set(name, view);
    if (decided.loosened !== undefined) loosened.set(resource, decided.loosened);
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
