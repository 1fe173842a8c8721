import { beside } from "../../english/beside.js";
import { apartByVersion } from "./by-version.js";
import { compose, doubles, pascal } from "./component-names.js";
import { findUses, type Group, type Root, type Use } from "./component-uses.js";
import { identifies } from "./forms.js";
import type { SchemaObject } from "../document.js";
import { globalTypes } from "./global-types.js";
import { markResources } from "./resources.js";
import { richestOf } from "./richest.js";
import { children, isNamed, place, withoutPlace } from "./schema-children.js";

export type { Root } from "./component-uses.js";

/** The components that the roots share, and each root as a reference or as it was. */
export interface Components {
  readonly schemas: Readonly<Record<string, SchemaObject>>;
  readonly roots: readonly SchemaObject[];
}

/**
 * Lifts every object with members out of the roots into named components. Objects of one shape
 * that mean the same become one component whatever their words; names come from the wrapper that
 * they stand under, and the best example of a resource (what Show answers) has the plain name.
 */
export function liftComponents(roots: readonly Root[], taken: ReadonlySet<string>): Components {
  const { groups, of } = apartByVersion(findUses(roots));
  const ranked = ranking(groups);
  const names = nameGroups(ranked, taken);
  const schemas: Record<string, SchemaObject> = {};
  const lift = (schema: SchemaObject, top: boolean): SchemaObject => {
    const use = of.get(schema);
    const name = use && (names.get(`${use.key}\0${use.container}`) ?? names.get(use.key));
    const inner = children(schema, (child) => lift(child, true));
    if (!top || !isNamed(schema) || name === undefined) return inner;
    return { $ref: `#/components/schemas/${name}`, ...place(schema) };
  };
  for (const { group, best } of ranked) {
    const own = names.get(group.key);
    // A name of its own in each container goes with what is said there.
    const all = own === undefined ? group.uses : [best];
    for (const { schema, container } of all) {
      const name = own ?? names.get(`${group.key}\0${container}`);
      if (name !== undefined) schemas[name] ??= withoutPlace(lift(schema, false));
    }
  }
  return {
    schemas: markResources(schemas, viewsIn(ranked, names)),
    roots: roots.map((root) => lift(root.schema, true)),
  };
}

/** What answers give of one resource: the best example of it with each of the others. */
function viewsIn(
  ranked: readonly Ranked[],
  names: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const best = new Map<string, string>();
  return ranked
    .flatMap(({ group: { key, word, uses } }) => uses.map((use) => ({ key, word, use })))
    .filter(({ use: { given } }) => given)
    .sort((a, b) => a.use.rank - b.use.rank || a.use.order - b.use.order)
    .flatMap(({ key, word, use: { container, older = "" } }) => {
      const name = names.get(key) ?? names.get(`${key}\0${container}`);
      const first = best.get(`${word}${older}`);
      if (name === undefined || first === name) return [];
      if (first === undefined) best.set(`${word}${older}`, name);
      return first === undefined ? [] : [[first, name] as const];
    });
}

interface Ranked {
  readonly group: Group;
  readonly best: Use;
}

/** The groups in the order in which they choose their names. */
function ranking(groups: ReadonlyMap<string, Group>): readonly Ranked[] {
  const richest = richestOf(groups);
  const ranked = [...groups.values()].map((group) => {
    const uses = group.uses.map((use) =>
      richest.has(use) ? { ...use, rank: use.rank - (use.rank % 10) } : use,
    );
    const best = uses.toSorted((a, b) => a.rank - b.rank || a.order - b.order)[0];
    return best === undefined ? [] : [{ group: { ...group, uses }, best }];
  });
  return ranked.flat().sort((a, b) => a.best.rank - b.best.rank || a.best.order - b.best.order);
}

/** Longer names are taken only where no other is left. */
const longest = 40;

/**
 * Gives each group one name: the best candidate of its best use that nobody better wants. A shape
 * that stands inside several others, and cannot be called after none of them, has a name in each.
 */
function nameGroups(
  ranked: readonly Ranked[],
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  const resources = new Set(
    ranked.flatMap(({ group }) => (group.uses.some(({ given }) => given) ? [group.word] : [])),
  );
  const commonest = commonestOf(ranked);
  const isFree = (name: string) =>
    name !== "" && !used.has(name.toLowerCase()) && !globalTypes.has(name);
  // By name, the least number that may be free: what is taken stays taken.
  const numbers = new Map<string, number>();
  const numbered = (name: string): string => {
    let number = numbers.get(name) ?? 2;
    while (!isFree(`${name}${number}`)) number += 1;
    numbers.set(name, number + 1);
    return `${name}${number}`;
  };
  const take = (key: string, all: readonly string[]): void => {
    const free = all.filter(isFree);
    const single = free.filter((name) => !doubles(name));
    const name =
      single.find(({ length }) => length <= longest) ??
      single[0] ??
      free[0] ??
      numbered(all.at(-1) ?? "Schema");
    used.add(name.toLowerCase());
    names.set(key, name);
  };
  for (const { group, best } of ranked) {
    const { key, uses, word } = group;
    const neutral = [
      // Where the word would hide a global, the resource still has the first choice.
      ...(best.given
        ? globalTypes.has(word)
          ? best.candidates
          : [`${word}${best.older ?? ""}`]
        : []),
      ...bodyNames(group, best),
      ...sharedNames(group, best, resources, commonest),
    ].filter(isFree);
    const containers = new Map<string, Use>();
    for (const use of uses) if (!containers.has(use.container)) containers.set(use.container, use);
    if (neutral.length > 0 || !isShared(group)) take(key, [...neutral, ...best.candidates]);
    else
      for (const [container, { candidates }] of containers)
        take(`${key}\0${container}`, candidates);
  }
  return names;
}

/** Whether a shape stands inside several others: then it is called after none of them. */
function isShared({ word, uses }: Group): boolean {
  return word !== "Value" && new Set(uses.map((use) => use.container)).size > 1;
}

/**
 * What a shape is called that stands inside several others: its word, `Link`, if most of what is
 * called so has this shape and no answer gives another resource of the name. What is left of a
 * resource there says so: `DomainReference`.
 */
function sharedNames(
  group: Group,
  best: Use,
  resources: ReadonlySet<string>,
  commonest: ReadonlyMap<string, Group>,
): readonly string[] {
  const { word, uses } = group;
  // Whole bodies with a word of their own are of a standard, and the same whatever asks for them.
  const isStandard = best.around === "" && !best.given;
  const isPlain = isStandard || commonest.get(word) === group;
  const plain = isPlain && !resources.has(word) ? [word] : [];
  if (!isShared(group)) return plain;
  const older = uses.every((use) => use.older === best.older) ? (best.older ?? "") : "";
  const few = Object.keys(best.schema.properties ?? {}).length <= 3;
  const [parent, ...others] = new Set(uses.map((use) => use.parent));
  const inside = parent && others.length === 0 ? compose(parent, word) : undefined;
  return [
    ...plain,
    ...(inside === undefined ? [] : [inside]),
    ...(resources.has(word) && identifies(best.schema)
      ? [`${word}${few ? "Reference" : "Summary"}${older}`]
      : []),
    ...(best.given ? ["Answer", "Detail", "Entry"].map((end) => `${word}${end}${older}`) : []),
  ];
}

/** Of several shapes of one word that stand inside others, the one that is used most. */
function commonestOf(ranked: readonly Ranked[]): ReadonlyMap<string, Group> {
  const most = new Map<string, Group>();
  for (const { group, best } of ranked)
    if (
      !best.given &&
      new Set(group.uses.map(({ around }) => around)).size > 1 &&
      group.word !== "" &&
      group.word !== "Value" &&
      group.uses.length > (most.get(group.word)?.uses.length ?? 0)
    )
      most.set(group.word, group);
  return most;
}

/** A wrapper that several operations share, whatever pages and links beside it: `{ image }` is `ImageBody`. */
function bodyNames({ word, uses }: Group, { schema }: Use): readonly string[] {
  const members = Object.keys(schema.properties ?? {});
  const own = members.length === 1 ? members : members.filter((name) => !beside.test(name));
  const [key, ...more] = own;
  if (word !== "" || uses.length < 2 || key === undefined || more.length > 0) return [];
  const array = schema.properties?.[key]?.type === "array";
  return [`${pascal(key)}${array ? "List" : ""}Body`];
}
