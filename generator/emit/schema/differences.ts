import type { SchemaObject } from "../../openapi/document.js";
import { takesMore, unify } from "./unify.js";

/** How a view differs from its resource. */
export interface Difference {
  readonly shared: ReadonlyMap<string, SchemaObject>;
  /** Of the resource, not of the view. */
  readonly missing: readonly string[];
  /** Of the view, not of the resource. */
  readonly extra: readonly string[];
  /** Of both, with types that do not fit each other. */
  readonly other: readonly string[];
  /** Of both, and the view's type takes more. */
  readonly wider: readonly string[];
  /** Required of the resource, and not of the view, which does not have it. */
  readonly lost: readonly string[];
  /** Required of the resource, and documented as optional in the view. */
  readonly loose: readonly string[];
  /** Optional in the resource, and documented as required in the view. */
  readonly strict: readonly string[];
}

/**
 * What two components say of one resource: `best`, and `view`, whose operations are only there while
 * bounds hold of which `alwaysWithin` tells so.
 */
export function compare(
  best: SchemaObject,
  view: SchemaObject,
  sameAs: (component: string) => string,
  alwaysWithin: (bounds: SchemaObject["x-openstack"]) => boolean,
): Difference {
  const mine = best.properties ?? {};
  const theirs = view.properties ?? {};
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
  const missing = Object.keys(mine).filter((key) => !Object.hasOwn(theirs, key));
  const strict = keys.filter(
    (key) =>
      shared.has(key) && !isRequired(best, key) && isRequired(view, key) && isTold(theirs[key]),
  );
  return {
    shared,
    other,
    strict,
    missing,
    lost: missing.filter((key) => isRequired(best, key)),
    wider: [...shared].flatMap(([key, both]) =>
      takesMore(both, mine[key] ?? {}, { sameAs }) ? [key] : [],
    ),
    extra: keys.filter((key) => !Object.hasOwn(mine, key)),
    loose: keys.filter(
      (key) =>
        shared.has(key) && isRequired(best, key) && !isRequired(view, key) && isTold(theirs[key]),
    ),
  };
}

/** Required at every version, or wherever it is at all. */
export function isRequired({ required = [], properties }: SchemaObject, key: string): boolean {
  return required.includes(key) || properties?.[key]?.["x-restanza"]?.required === true;
}

/**
 * What only samples show is optional since nobody says otherwise; what the view's own samples do not
 * show is not always there.
 */
function isTold(member: SchemaObject | undefined): boolean {
  const { undocumented, borrowed } = member?.["x-restanza"] ?? {};
  return undocumented !== true || borrowed === true;
}

/** So many members of a resource may become optional for the sake of another view of it. */
const few = (best: SchemaObject) => Math.max(1, Object.keys(best.properties ?? {}).length / 5);

/** So many of them since the view never has them: one that lacks more is brief. */
const fewer = (best: SchemaObject) => Object.keys(best.properties ?? {}).length / 10;

/** Whether the resource takes a view as it is, but for members that may be left out there. */
export function isWhole(best: SchemaObject, difference: Difference): boolean {
  const { lost, extra, strict } = difference;
  return [lost, extra, strict].every(({ length }) => length === 0) && mayFit(best, difference);
}

/** Whether a view can be taken for the resource once some more members of that are optional. */
export function mayFit(
  best: SchemaObject,
  { shared, missing, lost, other, loose }: Difference,
): boolean {
  if (other.length > 0 || lost.length > fewer(best)) return false;
  return lost.length + loose.length <= few(best) && shared.size > missing.length;
}

/** The resource's schema that takes a view as well. */
export function widen(
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
export function isWider(wide: SchemaObject, than: SchemaObject): boolean {
  return widened(wide, than).length > 0;
}

/** The members of a schema that are optional, or take more, where another one says less. */
export function widened(wide: SchemaObject, than: SchemaObject): readonly string[] {
  return Object.entries(wide.properties ?? {}).flatMap(([key, member]) => {
    const isLoose = isRequired(than, key) && !isRequired(wide, key);
    return isLoose || !isSameType(member, than.properties?.[key]) ? [key] : [];
  });
}

function isSameType(a: SchemaObject, b: SchemaObject | undefined): boolean {
  return b !== undefined && JSON.stringify(unwording(a)) === JSON.stringify(unwording(b));
}

function unwording({ description, "x-restanza": ours, ...rest }: SchemaObject): SchemaObject {
  void [description, ours];
  return rest;
}
