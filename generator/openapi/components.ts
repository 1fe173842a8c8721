import { pascal } from "./component-names.js";
import { canonicalJson } from "./canonical.js";
import type { SchemaObject } from "./document.js";

/** Where a whole schema is used: it, and how what is inside may be called. */
export interface Root {
  /** Called for the schema itself: `ListServersResponse`. */
  readonly name: string;
  /** What the operation is about, in the singular, for bodies without a wrapper: `Image`. */
  readonly resource: string | undefined;
  /** The operation's name in Pascal case. */
  readonly operation: string;
  /** The word for its version of the API, `V2`, where there is a newer one: it does not get the plain names. */
  readonly older: string | undefined;
  readonly side: "request" | "response";
  /** How good an example of its resource this body is: 0 is best (what Show answers). */
  readonly rank: number;
  readonly schema: SchemaObject;
}

/** The components that the roots share, and each root as a reference or as it was. */
export interface Components {
  readonly schemas: Readonly<Record<string, SchemaObject>>;
  readonly roots: readonly SchemaObject[];
}

interface Use {
  readonly candidates: readonly string[];
  readonly rank: number;
  readonly order: number;
  /** The canonical form of the object around it; undefined for a root. */
  readonly parent: string | undefined;
  readonly key: string;
}

interface Group {
  readonly schema: SchemaObject;
  readonly uses: Use[];
}

/**
 * Lifts every object with members out of the roots into named components. Objects of one shape
 * become one component whatever their words; names come from the wrapper that they stand under,
 * and the best example of a resource (what Show answers) has the plain name.
 */
export function liftComponents(roots: readonly Root[], taken: ReadonlySet<string>): Components {
  const groups = new Map<string, Group>();
  const forms = new Map<SchemaObject, string>();
  const formOf = (schema: SchemaObject): string => {
    const known = forms.get(schema);
    if (known !== undefined) return known;
    const form = canonicalJson(bare(schema));
    forms.set(schema, form);
    return form;
  };
  roots.forEach((root, order) => collect(root, order, groups, formOf));
  const names = nameGroups(groups, taken);
  const schemas: Record<string, SchemaObject> = {};
  const lift = (schema: SchemaObject, top: boolean): SchemaObject => {
    const inner = children(schema, (child) => lift(child, true));
    if (!top || !isNamed(schema)) return inner;
    const name = names.get(formOf(schema));
    if (name === undefined) return inner;
    schemas[name] ??= withoutPlace(inner);
    return { $ref: `#/components/schemas/${name}`, ...place(schema) };
  };
  const lifted = roots.map((root) => lift(root.schema, true));
  return { schemas, roots: lifted };
}

/** What belongs to the place where a schema stands, and not to its shape. */
function place(schema: SchemaObject): SchemaObject {
  return {
    ...(schema.description !== undefined && { description: schema.description }),
    ...(schema.deprecated !== undefined && { deprecated: schema.deprecated }),
    ...(schema["x-openstack"] !== undefined && { "x-openstack": schema["x-openstack"] }),
    ...(schema["x-restanza"] !== undefined && { "x-restanza": schema["x-restanza"] }),
  };
}

function withoutPlace(schema: SchemaObject): SchemaObject {
  const { description, deprecated, "x-openstack": bounds, "x-restanza": ours, ...shape } = schema;
  void [description, deprecated, bounds, ours];
  return shape;
}

/** The shape alone: without what belongs to its place, and without words inside. */
function bare(schema: SchemaObject): SchemaObject {
  const strip = (inner: SchemaObject): SchemaObject => {
    const { description, ...rest } = children(inner, strip);
    void description;
    return rest;
  };
  return withoutPlace(strip(schema));
}

/** Objects with members get names; maps, lists and scalars stay where they are. */
function isNamed(schema: SchemaObject): boolean {
  return schema.type === "object" && Object.keys(schema.properties ?? {}).length > 0;
}

/** `schema` with each schema directly below it changed. */
export function children(
  schema: SchemaObject,
  change: (child: SchemaObject) => SchemaObject,
): SchemaObject {
  const { properties, items, additionalProperties, anyOf, oneOf, allOf } = schema;
  return {
    ...schema,
    ...(properties !== undefined && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, child]) => [name, change(child)]),
      ),
    }),
    ...(items !== undefined && { items: change(items) }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: change(additionalProperties),
    }),
    ...(anyOf !== undefined && { anyOf: anyOf.map(change) }),
    ...(oneOf !== undefined && { oneOf: oneOf.map(change) }),
    ...(allOf !== undefined && { allOf: allOf.map(change) }),
  };
}

function collect(
  root: Root,
  order: number,
  groups: Map<string, Group>,
  formOf: (schema: SchemaObject) => string,
): void {
  const visit = (
    schema: SchemaObject,
    key: string,
    depth: number,
    parent: string | undefined,
    parentNames: readonly string[],
  ): void => {
    let around = parent;
    let names = parentNames;
    let below = depth;
    if (isNamed(schema)) {
      const form = formOf(schema);
      const candidates = candidatesFor(root, key, depth, parentNames);
      const group = groups.get(form) ?? { schema, uses: [] };
      groups.set(form, group);
      const rank = root.rank + depth * 10 + (root.older === undefined ? 0 : outranked);
      group.uses.push({ candidates, rank, order, parent, key });
      around = form;
      names = candidates;
      below = depth + 1;
    }
    for (const [name, child] of Object.entries(schema.properties ?? {}))
      visit(child, name, below, around, names);
    const unnamed = [
      schema.items,
      typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined,
      ...(schema.anyOf ?? []),
      ...(schema.oneOf ?? []),
      ...(schema.allOf ?? []),
    ];
    for (const child of unnamed) if (child !== undefined) visit(child, key, depth, around, names);
  };
  visit(root.schema, "", 0, undefined, []);
}

/** More than any other use ranks: a shape that the current version has as well is named there. */
const outranked = 10_000;

/** What an object may be called, best first. */
function candidatesFor(
  root: Root,
  key: string,
  depth: number,
  parents: readonly string[],
): readonly string[] {
  if (depth === 0) {
    const own = root.schema.type === "object" ? root.name : `${root.operation}Item`;
    return root.resource !== undefined && root.rank <= 1 ? [root.resource, own] : [own];
  }
  const word = pascal(key);
  if (depth > 1)
    return [
      `${parents[0] ?? ""}${word}`,
      `${parents.at(-1) ?? ""}${word}`,
      `${root.operation}${word}`,
    ];
  if (root.side === "request") {
    const plain = root.operation.slice(
      0,
      root.older === undefined ? undefined : -root.older.length,
    );
    const ends = [plain, root.operation].some((name) =>
      name.toLowerCase().endsWith(word.toLowerCase()),
    );
    return [ends ? root.operation : `${root.operation}${word}`, `${root.operation}Body`];
  }
  return root.rank <= 1
    ? [`${word}${root.older ?? ""}`, `${root.operation}${word}`]
    : [`${root.operation}${root.rank === 2 ? "Item" : word}`, `${root.operation}${word}`];
}

/** Gives each group one name: the best candidate of its best use that nobody better wants. */
function nameGroups(
  groups: ReadonlyMap<string, Group>,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  // By name, the least number that may be free: what is taken stays taken.
  const numbers = new Map<string, number>();
  const ranked = [...groups].map(([form, group]) => ({
    form,
    group,
    best: group.uses.reduce((a, b) =>
      b.rank < a.rank || (b.rank === a.rank && b.order < a.order) ? b : a,
    ),
  }));
  ranked.sort((a, b) => a.best.rank - b.best.rank || a.best.order - b.best.order);
  const commonest = commonestForms(ranked);
  for (const { form, group, best } of ranked) {
    const word = sharedWord(group.uses, best);
    const shared = word !== undefined && commonest.get(word) === form ? word : undefined;
    const roots = group.uses.filter((use) => use.parent === undefined);
    const body = roots.length > 1 && best.parent === undefined ? bodyName(group.schema) : undefined;
    const candidates = [
      ...(body === undefined ? [] : [body]),
      ...(shared === undefined ? [] : [shared]),
      ...best.candidates,
    ];
    let name = candidates.find(
      (candidate) => candidate !== "" && !used.has(candidate.toLowerCase()),
    );
    const last = candidates.at(-1) ?? "Schema";
    for (let number = numbers.get(last) ?? 2; name === undefined; number += 1) {
      const numbered = `${last}${number}`;
      if (!used.has(numbered.toLowerCase())) name = numbered;
      numbers.set(last, number + 1);
    }
    used.add(name.toLowerCase());
    names.set(form, name);
  }
  return names;
}

/** What most uses of a shape call it, where it stands inside several others: `Link`. */
function sharedWord(uses: readonly Use[], best: Use): string | undefined {
  const parents = new Set(uses.map((use) => use.parent));
  if (best.parent === undefined || parents.size < 2) return undefined;
  const counts = new Map<string, number>();
  for (const { key } of uses) counts.set(pascal(key), (counts.get(pascal(key)) ?? 0) + 1);
  const [word, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  return 2 * count > uses.length ? word : undefined;
}

/** Of several shapes that most uses call alike, the one that is used most. */
function commonestForms(
  groups: readonly { readonly form: string; readonly group: Group; readonly best: Use }[],
): ReadonlyMap<string, string> {
  const most = new Map<string, { readonly form: string; readonly uses: number }>();
  for (const { form, group, best } of groups) {
    const word = sharedWord(group.uses, best);
    const uses = group.uses.length;
    if (word !== undefined && uses > (most.get(word)?.uses ?? 0)) most.set(word, { form, uses });
  }
  return new Map([...most].map(([word, { form }]) => [word, form]));
}

/** A wrapper that several operations share: `{ image }` is `ImageBody`. */
function bodyName(schema: SchemaObject): string | undefined {
  const [key, ...more] = Object.keys(schema.properties ?? {});
  if (key === undefined || more.length > 0) return undefined;
  const array = schema.properties?.[key]?.type === "array";
  return `${pascal(key)}${array ? "List" : ""}Body`;
}
