import { groupBy } from "../../collections/groups.js";
import { beside } from "../../english/beside.js";
import { canonicalJson } from "../canonical.js";
import { compose, pascal } from "./component-names.js";
import type { SchemaObject } from "../document.js";
import { holdsNamed, identifies, isWrapper, standsAlone, wrapsOnceMore } from "./forms.js";
import { globalTypes } from "./global-types.js";
import { bare, isNamed, unnamedChildren } from "./schema-children.js";

/** Where a whole schema is used: it, and how what is inside may be called. */
export interface Root {
  /** Called for the schema itself: `ListServersResponse`. */
  readonly name: string;
  /** What a body without a wrapper is, in the singular and Pascal case: `Image`; undefined for what is no resource. */
  readonly resource: string | undefined;
  /** Words of the path, the last one first: what a resource is called where its name hides a global. */
  readonly qualified: readonly string[];
  /** The operation's name in Pascal case. */
  readonly operation: string;
  /** The word for its version of the API, `V2`, where there is a newer one: it does not get the plain names. */
  readonly older: string | undefined;
  readonly side: "request" | "response";
  /** How good an example of its resource this body is: 0 is best (what Show answers). */
  readonly rank: number;
  readonly schema: SchemaObject;
}

/** One place where an object with members stands. */
export interface Use {
  /** What it may be called, best first. */
  readonly candidates: readonly string[];
  readonly rank: number;
  readonly order: number;
  /** What the object around it is, whatever operation shows it: `Server`; near the top the operation. */
  readonly container: string;
  /** The group of the object right around it; empty at the top. */
  readonly around: string;
  /** The key of the object right around it, as a word; empty near the top. */
  readonly parent: string;
  /** Whether it is the resource that an answer gives, or the one wrapper more around it. */
  readonly given: boolean;
  /** As of its root. */
  readonly older: string | undefined;
  readonly schema: SchemaObject;
}

/** Objects of one shape that mean the same: they have one name. */
export interface Group {
  readonly key: string;
  /** What all of them are called where they stand: `Link`; empty for whole bodies. */
  readonly word: string;
  readonly uses: Use[];
}

/** All groups, and to which of them each object belongs. */
export interface Uses {
  readonly groups: ReadonlyMap<string, Group>;
  readonly of: ReadonlyMap<SchemaObject, { readonly key: string; readonly container: string }>;
}

/** More than any other use ranks: a shape that the current version has as well is named there. */
const outranked = 10_000;

/** So many members of one shape in one object are values of the same kind: cores, ram, instances. */
const many = 3;

interface Around {
  readonly depth: number;
  readonly container: string;
  readonly group: string;
  readonly word: string;
  /** What stands around is but one more wrapper of what is given. */
  readonly wraps: boolean;
  /** What the object around may be called, best first. */
  readonly names: readonly string[];
  /** Keys of members whose shape many of their siblings have. */
  readonly alike: ReadonlySet<string>;
}

/** Finds every object with members. Equal shapes are one group only where they mean the same. */
export function findUses(roots: readonly Root[]): Uses {
  const groups = new Map<string, Group>();
  const of = new Map<SchemaObject, { key: string; container: string }>();
  const forms = new Map<SchemaObject, string>();
  const formOf = (schema: SchemaObject): string => {
    const known = forms.get(schema) ?? canonicalJson(bare(schema));
    forms.set(schema, known);
    return known;
  };
  const add = (meaning: string, word: string, use: Use): void => {
    const key = `${meaning}\0${formOf(use.schema)}`;
    const group = groups.get(key) ?? { key, word, uses: [] };
    groups.set(key, group);
    group.uses.push(use);
    of.set(use.schema, { key, container: use.container });
  };
  roots.forEach((root, order) => {
    const visit = (schema: SchemaObject, key: string, around: Around): void => {
      let next = around;
      if (isNamed(schema)) {
        const place = placeOf(root, schema, key, around);
        const { depth } = around;
        add(place.meaning, place.word, {
          schema,
          candidates: place.candidates,
          rank:
            root.rank +
            (place.given ? 1 : depth) * 10 +
            (place.given && depth === 0 ? 0.5 : 0) +
            (root.older === undefined ? 0 : outranked),
          order,
          container: around.container,
          around: around.group,
          parent: around.word,
          given: place.given || place.wraps,
          older: root.older,
        });
        next = {
          depth: depth + (place.given && depth === 0 ? 2 : 1),
          container: place.container,
          group: of.get(schema)?.key ?? "",
          word: place.word,
          wraps: place.wraps,
          names: place.given ? [] : place.candidates,
          alike: alikeIn(schema, formOf),
        };
      }
      for (const [name, child] of Object.entries(schema.properties ?? {})) visit(child, name, next);
      for (const child of unnamedChildren(schema)) visit(child, key, next);
    };
    visit(root.schema, "", {
      depth: 0,
      container: root.operation,
      group: "",
      word: "",
      wraps: false,
      names: [],
      alike: new Set(),
    });
  });
  return { groups, of };
}

/** What is known of an object where it stands. */
interface Place {
  /** Objects of one shape are one component where this is the same. */
  readonly meaning: string;
  readonly word: string;
  readonly given: boolean;
  readonly wraps: boolean;
  readonly candidates: readonly string[];
  /** What the object is to what stands inside it. */
  readonly container: string;
}

function placeOf(root: Root, schema: SchemaObject, key: string, around: Around): Place {
  const { depth, container } = around;
  const answers = root.side === "response";
  const alone = root.resource !== undefined && standsAlone(root.schema, root.resource);
  const wraps = answers && depth === 1 && wrapsOnceMore(schema, key);
  const given =
    answers && !wraps && (depth === 0 ? alone : around.wraps || (depth === 1 && !beside.test(key)));
  const word = wordOf(root, schema, key, around, given);
  const candidates = candidatesFor(root, word, around, given, identifies(schema));
  const own = !answers && (depth === 1 || (depth === 0 && holdsNamed(schema)));
  return {
    meaning: own ? `${root.operation}\0${word}` : word,
    word,
    given,
    wraps,
    candidates,
    container: given
      ? `${word}${root.older ?? ""}`
      : own && depth === 1
        ? (candidates[0] ?? "")
        : depth === 0
          ? root.operation
          : (compose(container, word) ?? container),
  };
}

/** What an object is, whoever shows it. */
function wordOf(
  root: Root,
  schema: SchemaObject,
  key: string,
  { depth, alike }: Around,
  given: boolean,
): string {
  if (depth === 0 && isPatch(root, schema)) return "PatchOperation";
  if (depth === 0) return given ? (root.resource ?? "") : "";
  if (alike.has(key)) return "Value";
  if (!/(?:^|_)links$/i.test(key)) return pascal(key);
  return "next" in (schema.properties ?? {}) ? "PageLinks" : "Link";
}

/** An operation of a JSON Patch document (RFC 6902, section 4): the same, whatever it changes. */
function isPatch({ side }: Root, { properties = {} }: SchemaObject): boolean {
  return side === "request" && "op" in properties && "path" in properties;
}

/** Members whose shape many of their siblings have: they are told apart by their keys alone. */
function alikeIn(
  schema: SchemaObject,
  formOf: (schema: SchemaObject) => string,
): ReadonlySet<string> {
  const named = Object.entries(schema.properties ?? {}).filter(([, value]) => isNamed(value));
  const alike = [...groupBy(named, ([, value]) => formOf(value)).values()];
  return new Set(
    alike.filter(({ length }) => length >= many).flatMap((all) => all.map(([key]) => key)),
  );
}

/** What an object may be called, best first. */
function candidatesFor(
  root: Root,
  word: string,
  { depth, container, names, word: parent }: Around,
  given: boolean,
  isPart: boolean,
): readonly string[] {
  const { operation, older = "", side, rank } = root;
  const plain = older === "" ? operation : operation.slice(0, -older.length);
  const own = compose(plain, word);
  // What a list or a map holds is not what the body is.
  const isBody = root.schema.type === "object" && root.schema.properties !== undefined;
  const item = `${operation}${side === "request" || rank === 2 ? "Item" : "Answer"}`;
  if (given && depth === 0) return [...resourceNames(root, word), root.name];
  if (depth === 0) return [...(word === "" ? [] : [word]), isBody ? root.name : item];
  if (given)
    return [
      ...resourceNames(root, word),
      ...(rank === 2 || isWrapper(root.schema) || own === undefined ? [item] : []),
      `${own ?? item}${older}`,
      `${word}Summary${older}`,
    ];
  if (depth === 1)
    return side === "response"
      ? [`${own ?? item}${older}`]
      : [own === undefined ? operation : `${own}${older}`, `${operation}Body`];
  const [inside = word, ...others] = [container, ...names, parent].map(
    (around) => compose(around, word) ?? `${around}Entry`,
  );
  return [
    inside,
    ...(isPart ? [`${inside}Summary`] : []),
    ...others,
    `${inside}Detail`,
    // What stands in a resource may be shown by others, too: it is called after none of them.
    ...(names.length === 0
      ? ["Entry", "Answer", "Part"].map((end) => `${inside}${end}`)
      : [`${own ?? operation}${older}`]),
  ];
}

/** A resource is called by its word; where that would hide a global, with a word of its path before it. */
function resourceNames({ older = "", qualified }: Root, word: string): readonly string[] {
  const telling = qualified.flatMap((before) =>
    before === word ? [] : (compose(before, word) ?? before),
  );
  const others = globalTypes.has(word) ? [...telling, `${word}Resource`] : [];
  return [word, ...others].map((name) => `${name}${older}`);
}
