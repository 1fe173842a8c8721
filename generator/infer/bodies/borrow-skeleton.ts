import type { Row } from "../reference.js";
import { answersList, referenceKey, type BodySide } from "../siblings/body.js";
import { collectionOf } from "../words/names/collections.js";
import { isPlaceholder } from "../words/data-keys.js";
import { Draft, graft } from "../shape/draft.js";
import { Closeness } from "../siblings/closeness.js";
import type { Knowledge } from "../siblings/learn.js";
import type { Occurrence, Occurrences } from "../siblings/occurrences.js";
import type { Weighed } from "../siblings/relatives.js";
import type { Note } from "../votes/decision.js";
import { sendsForm } from "../operations/text-bodies.js";
import { guessWrapper } from "../wrapper/guess-wrapper.js";
import { headsOfPaths, keyedFrom, mentionsIn } from "../rows/mentions.js";
import { isContainer, isOfPages, placeRows, wrapperOf } from "../rows/place-rows.js";
import { nameParts } from "../shape/positions.js";
import {
  anyKey,
  borrow,
  nothing,
  objectAt,
  shapeAt,
  unseen,
  type Member,
  type Path,
  type Shape,
} from "../shape/shape.js";
import { memberOf, wholeMembers } from "../siblings/members/whole-members.js";
import { plural, sameWord, singular } from "../../english/number.js";
import { isArray, replacesMany } from "../wrapper/wrapper-number.js";

/**
 * The skeleton of a side that has no sample, made from what its siblings show: the wrapper that
 * they stand under, and for each row the place and the inside that the same entry has elsewhere.
 * What no sibling knows is left to the order of the rows.
 */
export function borrowSkeleton(target: BodySide, knowledge: Knowledge, noted?: Note): Shape {
  // A form has no inside, whatever a body of JSON with the same rows has.
  if (sendsForm(target.operation, target.side)) return unseen("object");
  const closeness = new Closeness(target, knowledge.sets);
  const listing = answersList(target);
  const wrapper = guessWrapper(target, knowledge, closeness, noted);
  const draft = new Draft(unseen("object"));
  if (wrapper !== undefined)
    draft.graft([wrapper], container(target, wrapper, listing || replacesMany(target, wrapper)));
  const names = new Set(target.rows.map((row) => row.name.value));
  const uses = new Map<string, number>();
  const [head, second] = target.rows;
  // `keypairs`, then `keypair`: every item of the list stands under a wrapper of its own.
  const nested =
    listing &&
    head !== undefined &&
    second !== undefined &&
    head.name.value === wrapper &&
    isContainer(second) &&
    second.name.value !== wrapper &&
    sameWord(second.name.value, wrapper)
      ? second.name.value
      : undefined;
  const key = wrapper === undefined ? keyOfMany(target, knowledge) : undefined;
  const under = [wrapper, nested].filter((name) => name !== undefined);
  const base: Path = key === undefined ? under : [anyKey];
  if (nested !== undefined) draft.graft(base, unseen("object"));
  const mentions = mentionsIn(target.rows, wrapper);
  const pathHeads = headsOfPaths(target.rows);
  let map: Row | undefined;
  for (const row of target.rows) {
    if (row.name.value === wrapper || row.name.value === nested || row === key) continue;
    // Names with dots lead through placeholders from this row on, or to it: no sibling knows better.
    if (pathHeads.has(nameParts(row.name.value)[0])) continue;
    const reference = referenceKey(row);
    const use = uses.get(reference) ?? 0;
    uses.set(reference, use + 1);
    const same = knowledge.byReference.get(reference);
    const nearest = nth(same?.closest(closeness), same, use);
    const namesake = namesakeOf(row, knowledge, closeness, use);
    // The same entry says more than the same name, unless the name stands in a much closer body.
    const { weigh } = closeness;
    const occurrence =
      nearest !== undefined &&
      (namesake === undefined || weigh(nearest.from) + closer >= weigh(namesake.from))
        ? nearest
        : namesake;
    if (nearest === undefined && listing && !isContainer(row) && isOfPages(row)) {
      draft.graft([row.name.value], { ...nothing, borrowed: true });
      continue;
    }
    if (wrapper !== undefined && keyedFrom(row, wrapper)) {
      draft.graft([row.name.value], { ...nothing, borrowed: true });
      continue;
    }
    map = nearest === undefined ? (mentions(row) ?? map) : undefined;
    if (map !== undefined) {
      const own = wrapper !== undefined && keyedFrom(map, wrapper) ? [] : base;
      const place = [...own, map.name.value, anyKey, row.name.value];
      draft.graft(place, { ...nothing, borrowed: true });
      continue;
    }
    if (occurrence === undefined || occurrence.isWrapper) continue;
    if (throughOthers(occurrence, names)) continue;
    const path = underOwnName(row, translate(withoutOwnKey(occurrence, target), base, listing));
    draft.graft(path, borrow(prune(occurrence, names)));
    const { operation, side } = occurrence.from.body;
    noted?.({
      question: "sibling",
      path: path.join("."),
      answer: `the place that it has in the ${side} of "${operation.title.value}"`,
      reasons: [],
      rows: [row],
    });
  }
  const skeleton = draft.shape;
  if (!listing || wrapper === undefined) return skeleton;
  const items = shapeAt(skeleton, base);
  const item =
    items && objectAt(items).members.size === 0 ? memberOf(target, knowledge) : undefined;
  if (items === undefined || item === undefined) return skeleton;
  return graft(skeleton, base, items.kinds.has("array") ? { ...items, items: item } : item);
}

const many = /\b(?:multiple|several|many|bulk)\b/i;

/**
 * The row of what a request for many members has as its keys: it is named as the variable in the
 * path of one member, whose own request has the other rows.
 */
function keyOfMany({ operation, side, rows }: BodySide, { index }: Knowledge): Row | undefined {
  if (side !== "request" || !many.test(operation.description.markdown)) return undefined;
  const path = operation.path.replace(/\/$/, "");
  const one = index
    .below(side, path)
    .find(({ body: { operation: other } }) => other.path.endsWith("}"));
  const variable = one?.body.operation.path.slice(path.length + 2, -1);
  const others = rows.filter(({ name }) => name.value !== variable);
  const shared = others.filter((row) =>
    one?.body.rows.some(({ name }) => name.value === row.name.value),
  );
  return 2 * shared.length > others.length
    ? rows.find(({ name }) => name.value === variable)
    : undefined;
}

/**
 * A place in a collection keyed by what the URL of a single member has as its last variable, as a
 * place in that member.
 */
function withoutOwnKey(occurrence: Occurrence, target: BodySide): Occurrence {
  const { from, path, relative } = occurrence;
  const member = collectionOf(target.operation.path);
  const ofMember = from.body.operation.path === member && member !== target.operation.path;
  if (!ofMember || path[0] !== anyKey || relative === undefined) return occurrence;
  const whole = objectAt(from.skeleton).values ?? nothing;
  const wrapper = wrapperOf(whole);
  const inside = path.slice(1);
  return {
    ...occurrence,
    from: { ...from, skeleton: whole, wrapper },
    path: inside,
    relative: wrapper !== undefined && inside[0] === wrapper ? inside.slice(1) : inside,
  };
}

/**
 * A sampled skeleton with what its rows name and it does not show: at the place where the same
 * entry stands elsewhere, provided that the object which holds it is here, too.
 */
export function supplement(target: BodySide, sampled: Shape, knowledge: Knowledge): Shape {
  const placed = placeRows(target.rows, sampled, knowledge.rules);
  const missing = placed.filter(({ by }) => by === "order");
  const closeness = new Closeness(target, knowledge.sets);
  const names = new Set(target.rows.map((row) => row.name.value));
  const wrapper = wrapperOf(sampled);
  const listing = answersList(target);
  const draft = new Draft(wholeMembers(target, sampled, placed, wrapper, knowledge));
  for (const { row } of missing) {
    const { operation } = target;
    const others = knowledge.byReference.get(referenceKey(row))?.inside;
    const occurrence = others?.closest(closeness, { operation })?.item;
    if (occurrence === undefined) continue;
    const path = translate(occurrence, wrapper === undefined ? [] : [wrapper], listing);
    if (shapeAt(sampled, path.slice(0, -1)) === undefined) continue;
    draft.graft(path, borrow(prune(occurrence, names)));
  }
  return draft.shape;
}

/** How much closer a body must be for a name in it to beat the entry itself. */
const closer = 1.5;

/** How much a body must have to say for a mere name in it to count. */
const least = 1.5;

/** The occurrence of the same name, but another entry, in the body that is closest. */
function namesakeOf(
  row: Row,
  { byName }: Knowledge,
  closeness: Closeness,
  use: number,
): Occurrence | undefined {
  const reference = referenceKey(row);
  const all = byName.get(row.name.value);
  const closest = all?.closest(closeness, { reference });
  return closest === undefined || closest.weight < least
    ? undefined
    : nth(closest, all, use, (other) => other.reference !== reference);
}

/** The closest occurrence; where a row comes several times, the one of that number in the same body. */
function nth(
  closest: Weighed<Occurrence> | undefined,
  all: Occurrences | undefined,
  use: number,
  wanted: (occurrence: Occurrence) => boolean = () => true,
): Occurrence | undefined {
  if (closest === undefined || use === 0) return closest?.item;
  return all?.in(closest.item.from).filter(wanted)[use] ?? closest.item;
}

/** The path of an occurrence, below `base` (where the target's members stand) instead of its own wrapper. */
function translate(occurrence: Occurrence, base: Path, listing: boolean): Path {
  if (occurrence.relative === undefined) return occurrence.path;
  // A body without a wrapper that has a member of its name: then beside is beside here, too.
  const { wrapper: own, skeleton } = occurrence.from;
  const [wrapper] = base;
  if (own === undefined && wrapper !== undefined && objectAt(skeleton).members.has(wrapper))
    return occurrence.path;
  return [...base, ...inNumber(occurrence, listing)];
}

/** The place of an entry that stands under another name elsewhere: `conductor: hostname` is no `hostname`. */
function underOwnName({ name: { value: name } }: Row, path: Path): Path {
  const own = nameParts(name).at(-1);
  const isNamed = own !== undefined && !isPlaceholder(own);
  return isNamed && path.length > 0 && path.at(-1) !== anyKey ? [...path.slice(0, -1), own] : path;
}

/** Below `volume_types` where a list has it, below `volume_type` where one alone is shown. */
function inNumber(
  { relative, from: { body, skeleton, wrapper } }: Occurrence,
  listing: boolean,
): Path {
  const [first, ...rest] = relative ?? [];
  if (first === undefined || rest.length === 0 || wrapper !== undefined) return relative ?? [];
  const shown = shapeAt(skeleton, [first]);
  if (answersList(body) === listing || shown === undefined) return relative ?? [];
  const adapted = listing ? plural(first) : shown.kinds.has("array") ? singular(first) : first;
  return [adapted, ...rest];
}

/**
 * Whether an entry stands elsewhere inside of an object that the docs list there, and here do not: it
 * is no member of that object here.
 */
function throughOthers({ relative, from }: Occurrence, names: ReadonlySet<string>): boolean {
  return (relative ?? [])
    .slice(0, -1)
    .some((key) => key !== anyKey && from.names.has(key) && !names.has(key));
}

/** The inside of an occurrence, without what its own docs list there and the target's do not. */
function prune(occurrence: Occurrence, names: ReadonlySet<string>): Shape {
  const documented = occurrence.from.names;
  const cut = (shape: Shape): Shape => {
    const members = new Map<string, Member>();
    for (const [name, member] of shape.members)
      if (!documented.has(name) || names.has(name))
        members.set(name, { ...member, shape: cut(member.shape) });
    return {
      ...shape,
      members,
      values: shape.values && cut(shape.values),
      items: shape.items && cut(shape.items),
    };
  };
  return cut(occurrence.shape);
}

/** What the wrapper holds: an object, or a list of them. */
function container(target: BodySide, wrapper: string, listing: boolean): Shape {
  const row = target.rows.find(({ name }) => name.value === wrapper);
  const object: Shape = unseen("object");
  const said = (row?.entry?.type ?? "").toLowerCase();
  const array =
    (row !== undefined && isArray(row)) || (!/^(object|dict|map)/.test(said) && listing);
  return array ? { ...unseen("array"), items: object } : object;
}
