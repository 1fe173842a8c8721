import type { KnownText, KnownTexts } from "../../collections/known-texts.js";
import { RememberedBy, rememberingOf } from "../../collections/remembered.js";
import type { Causes } from "./causes.js";
import type { Entry } from "./collect.js";
import { declare, type Knowledge } from "./declare.js";
import { componentsIn, type Tree } from "./tree.js";

/** What an entry is declared as, and where texts keep that. */
interface Declared extends KnownText {
  readonly declarations: readonly string[];
}

const known = new RememberedBy<Declared>();

/** All declarations as they are written: of an entry in one list, the same while it is declared alike. */
export function declarations(
  types: Knowledge,
  causes: Causes,
  texts: KnownTexts,
): readonly (readonly string[])[] {
  const referred = new Map<string, string>();
  const referredOf = (component: string): string => {
    const made = referred.get(component) ?? JSON.stringify([component, namesOf(types, component)]);
    referred.set(component, made);
    return made;
  };
  return types.entries.map((entry) => {
    const make = (): Declared => {
      const text = texts.known("declarations", [causes.ofEntry(entry)], () =>
        JSON.stringify(declare(types, entry)),
      );
      return { ...text, declarations: JSON.parse(text.text) };
    };
    const { key, name, answer, view } = entry;
    const trees = treesOf(types, entry);
    const inside = new Set(trees.flatMap((tree) => [...componentsOf(tree)]));
    const expanded = types.circles.expanded.has(key);
    const own = [name, answer, view, expanded, JSON.stringify(namesOf(types, key)), ...trees];
    const declared = known.of(entry.schema, [...own, ...[...inside].map(referredOf)], make);
    texts.keep(declared);
    return declared.declarations;
  });
}

/** What is written of an entry where it is referred to, and of its shapes. */
function namesOf({ variations, shapeNames }: Knowledge, key: string): readonly unknown[] {
  const variation = variations.get(key);
  const names = shapeNames.get(key);
  return [
    names && [names.wide, names.at, names.base, [...names.shapes]],
    variation && [variation.kind, variation.points],
  ];
}

function treesOf(types: Knowledge, entry: Entry): readonly Tree[] {
  const variation = types.variations.get(entry.key);
  const points = variation?.kind === "shaped" ? variation.points : [];
  return [types.wide(entry), ...points.map((point) => types.shape(entry, point))];
}

const componentsOf = rememberingOf((tree: Tree) => componentsIn(tree));
