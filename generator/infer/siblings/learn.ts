import type { Row, Side } from "../reference.js";
import { formatOf } from "../words/formats.js";
import { isFamily, type Family } from "../words/names/addresses.js";
import { referenceKey, type BodySide, type SampledBody } from "./body.js";
import { BodyIndex } from "./body-index.js";
import { habitsOf, type Habits } from "./habits.js";
import { featuresOf } from "./closeness.js";
import { leftOut, type LeftOut } from "./members/left-out.js";
import { memberKey, memberOfParent, resourceOf } from "./members/member-key.js";
import { Occurrences, type Occurrence } from "./occurrences.js";
import { isOfPages, placeRows, wrapperOf, type PlacedRow } from "../rows/place-rows.js";
import { ReferenceSets } from "./reference-sets.js";
import { Texts } from "../words/texts.js";
import {
  common,
  merge,
  mergeAll,
  nothing,
  isScalar,
  objectAt,
  shapeAt,
  tells,
  walk,
  type Shape,
} from "../shape/shape.js";
import type { Kind } from "../words/kind.js";
import type { Rules } from "../rules.js";

/** What all samples of a reference teach about its parameters and its bodies. */
export interface Knowledge {
  /** The rules that inference decides by. */
  readonly rules: Rules;
  readonly bodies: readonly SampledBody[];
  readonly index: BodyIndex;
  readonly byReference: ReadonlyMap<string, Occurrences>;
  readonly byName: ReadonlyMap<string, Occurrences>;
  /** The sets of entries that bodies document. */
  readonly sets: ReferenceSets;
  readonly habits: (side: Side, listing: boolean) => Habits;
  /** Kinds seen of each entry under the name that a row gives it, by side: evidence for null. */
  readonly kinds: (row: Row, side: Side) => ReadonlySet<Kind>;
  /** Kinds that samples of a side show of a member of a resource, as `memberKey` writes it. */
  readonly memberKinds: (member: string, side: Side) => ReadonlySet<Kind>;
  /** Whether answers show texts in a map of a resource, or requests, too: what comes back can be sent. */
  readonly holdsTexts: (member: string, side: Side) => boolean;
  /** What answers may show as null, since it may be left out at creation. */
  readonly leftOut: LeftOut;
  readonly texts: Texts;
  /** The families of the addresses that samples show anywhere. */
  readonly families: ReadonlySet<Family>;
  /** The first row without bounds that documents a member of a resource in some answer. */
  readonly rowOf: ReadonlyMap<string, Row>;
  /** What stands under a key anywhere in the samples, documented or not, where that is not null. */
  readonly shownUnder: (key: string) => Shape | undefined;
  /** What all values under a key have in common in the samples of one side, if the other's are alike. */
  readonly namesakes: (key: string, side: Side) => Shape | undefined;
}

/** Places the rows of every sampled side, and indexes where they were found. */
export function learn(sides: readonly BodySide[], rules: Rules): Knowledge {
  const bodies: SampledBody[] = [];
  const byReference = new Map<string, Occurrences>();
  const byName = new Map<string, Occurrences>();
  const sets = new ReferenceSets();
  const seen = new Map<string, Set<Kind>>();
  const anywhere = new Map<string, Shape>();
  const namesakes = new Map<string, Shape>();
  const members = new Map<string, Set<Kind>>();
  const texts = new Texts();
  const withTexts = new Set<string>();
  const families = new Set<Family>();
  const rowOf = new Map<string, Row>();
  const unseen = new Map<string, Row>();
  let number = 0;
  for (const body of sides) {
    if (body.sampled === undefined) continue;
    const placed = placeRows(body.rows, body.sampled, rules);
    const wrapper = documentedWrapper(wrapperOf(body.sampled), placed);
    const from: SampledBody = {
      body,
      skeleton: body.sampled,
      wrapper,
      placed,
      names: new Set(body.rows.map(({ name }) => name.value)),
      references: sets.of(body.rows),
      features: featuresOf(body),
    };
    const resource = resourceOf(body.operation);
    bodies.push(from);
    walk(body.sampled, (path, shape) => {
      const key = path.at(-1) ?? "";
      const member = memberKey(path, resource);
      addKinds(members, `${body.side}\0${member}`, shape);
      if (holdsTexts(shape))
        for (const owned of [member, memberOfParent(path, body.operation)])
          withTexts.add(`${body.side}\0${owned}`);
      const { strings } = objectAt(shape);
      texts.add(key, strings);
      for (const text of strings) {
        const format = formatOf([text]);
        if (isFamily(format)) families.add(format);
      }
      const name = `${body.side}\0${key}`;
      const namesake = namesakes.get(name);
      if (tells(shape) && !isMapOfLists(shape))
        namesakes.set(name, namesake === undefined ? shape : common(namesake, shape));
      const known = anywhere.get(key);
      if (known === undefined || (known.items === undefined && known.members.size === 0))
        anywhere.set(key, known === undefined ? shape : merge(known, shape));
    });
    for (const { row, path, by } of placed) {
      const member = memberKey(path, resource);
      const open = row.entry?.minVersion === undefined && row.entry?.maxVersion === undefined;
      if (body.side === "response" && row.entry !== undefined && open) {
        const rows = by === "sample" ? rowOf : unseen;
        if (!rows.has(member)) rows.set(member, row);
      }
      if (by !== "sample") continue;
      const shape = shapeAt(body.sampled, path) ?? nothing;
      const under = wrapper !== undefined && path[0] === wrapper;
      const occurrence: Occurrence = {
        from,
        number: (number += 1),
        reference: referenceKey(row),
        relative: under ? path.slice(1) : wrapper === undefined ? path : undefined,
        path,
        isWrapper: under && path.length === 1,
        shape,
      };
      add(byReference, occurrence.reference, occurrence);
      add(byName, row.name.value, occurrence);
      addKinds(seen, `${body.side}\0${row.name.value}\0${referenceKey(row)}`, shape);
    }
  }
  return {
    rules,
    bodies,
    index: new BodyIndex(bodies),
    sets,
    habits: habitsOf(bodies),
    byReference,
    byName,
    kinds: (row, side) => seen.get(`${side}\0${row.name.value}\0${referenceKey(row)}`) ?? new Set(),
    memberKinds: (member, side) => members.get(`${side}\0${member}`) ?? new Set(),
    holdsTexts: (member, side) =>
      withTexts.has(`response\0${member}`) ||
      (side === "request" && withTexts.has(`request\0${member}`)),
    shownUnder: shownUnderKey(byName, anywhere),
    texts,
    families,
    namesakes: (key, side) => {
      const own = namesakes.get(`${side}\0${key}`);
      const other = namesakes.get(`${side === "request" ? "response" : "request"}\0${key}`);
      return own !== undefined && other !== undefined && areUnlike(own, other) ? undefined : own;
    },
    leftOut: leftOut(bodies),
    rowOf: new Map([...unseen, ...rowOf]),
  };
}

/** A wrapper, unless rows are found beside it and none inside: then it is a member like others. */
function documentedWrapper(
  wrapper: string | undefined,
  placed: readonly PlacedRow[],
): string | undefined {
  const seen = placed.filter(({ by, row }) => by === "sample" && !isOfPages(row));
  const inside = seen.some(({ path }) => path[0] === wrapper && path.length > 1);
  const beside = seen.some(({ path }) => path[0] !== wrapper);
  return beside && !inside ? undefined : wrapper;
}

/** Whether an object holds nothing but values that hold no others, texts among them. */
function holdsTexts(shape: Shape): boolean {
  const { members, values } = objectAt(shape);
  const inside = [...members.values()].map((member) => member.shape);
  if (values !== undefined) inside.push(values);
  return (
    inside.some(({ kinds }) => kinds.has("string")) &&
    inside.every(({ kinds }) => [...kinds].every(isScalar))
  );
}

/** A map of lists gathers what others of its name hold one of: it is no namesake of theirs. */
function isMapOfLists(shape: Shape): boolean {
  const { values } = objectAt(shape);
  return values !== undefined && values.kinds.has("array");
}

/** Whether two lists hold things of several kinds. */
function areUnlike({ items: a }: Shape, { items: b }: Shape): boolean {
  if (a === undefined || b === undefined) return false;
  return [...merge(a, b).kinds].filter((kind) => kind !== "null").length > 1;
}

function addKinds(map: Map<string, Set<Kind>>, key: string, shape: Shape): void {
  const kinds = map.get(key) ?? new Set();
  for (const kind of shape.kinds) kinds.add(kind);
  map.set(key, kinds);
}

function add(map: Map<string, Occurrences>, key: string, occurrence: Occurrence): void {
  const known = map.get(key) ?? new Occurrences();
  map.set(key, known);
  known.add(occurrence);
}

/** What is known under a key: where rows document it, and anywhere else; of each key found once. */
function shownUnderKey(
  byName: ReadonlyMap<string, Occurrences>,
  anywhere: ReadonlyMap<string, Shape>,
): Knowledge["shownUnder"] {
  const known = new Map<string, Shape | undefined>();
  return (key) => {
    if (known.has(key)) return known.get(key);
    const namesake = anywhere.get(key);
    const shapes = [
      ...(byName.get(key)?.all ?? []).map(({ shape }) => shape),
      ...(namesake === undefined ? [] : [namesake]),
    ].filter(({ kinds }) => [...kinds].some((kind) => kind !== "null"));
    const all = shapes.length === 0 ? undefined : mergeAll(shapes);
    known.set(key, all);
    return all;
  };
}
