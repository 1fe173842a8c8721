import type { Row } from "../reference.js";
import { readType } from "../words/documented-type.js";
import { isOfAnyKey, isPlaceholder } from "../words/data-keys.js";
import { isMap } from "../shape/find-maps.js";
import type { MapRule } from "../shape/map-rules.js";
import { saysMap } from "../shape/maps.js";
import { candidatesOf, isStart, nameParts, positionsOf } from "../shape/positions.js";
import { anyKey, nothing, objectAt, shapeAt, type Path, type Shape } from "../shape/shape.js";
import { plural, sameWord } from "../../english/number.js";
import { first } from "../votes/vote.js";
import type { OrderedPlace, OrderFacts, OrderRule } from "./order-rules.js";
import type { Note } from "../votes/decision.js";
import { placeFacts } from "./place-facts.js";
import { choosePlace, votesFor, type PlaceVote } from "./place-vote.js";

/** A row and the places of the skeleton that it speaks of. */
export interface PlacedRow {
  readonly row: Row;
  readonly path: Path;
  /** How the place was found. */
  readonly by: "sample" | "wrapper" | "order";
}

/** The rules by which rows find their places. */
export interface PlaceRules {
  readonly place: readonly PlaceVote[];
  readonly order: readonly OrderRule[];
  readonly map: readonly MapRule[];
}

/**
 * Finds for each row the place of the skeleton that it documents, by votes where there are several.
 * Rows that the skeleton has no place for are put where the list's order has them, and say so.
 */
export function placeRows(
  rows: readonly Row[],
  skeleton: Shape,
  rules: PlaceRules,
  noted?: Note,
): readonly PlacedRow[] {
  const positions = positionsOf(skeleton);
  const found: (PlacedRow | undefined)[] = [];
  let last: Path = [];
  rows.forEach((row, index) => {
    const candidates = candidatesOf(row, positions);
    const facts =
      candidates.length < 2 && noted === undefined
        ? []
        : placeFacts(row, candidates, last, rows, index, skeleton);
    const chosen = choosePlace(rules.place, facts);
    const best = candidates[chosen];
    if (best === undefined) {
      found.push(undefined);
      return;
    }
    const voted = facts[chosen];
    if (voted !== undefined)
      noted?.({
        question: "place",
        path: best.path.join("."),
        answer: `${candidates.length === 1 ? "the one place" : `one of ${candidates.length} places`} of its name`,
        reasons: votesFor(rules.place, voted),
        rows: [row],
      });
    best.used.push(row);
    found.push({ row, path: best.path, by: best.shown ? "sample" : "order" });
    last = best.path;
  });
  return byOrder(rows, found, skeleton, rules, noted);
}

/** Places what no sample shows, by what its name and its prose say, else by the rows around it. */
function byOrder(
  rows: readonly Row[],
  found: readonly (PlacedRow | undefined)[],
  skeleton: Shape,
  rules: PlaceRules,
  noted: Note | undefined,
): readonly PlacedRow[] {
  const out: PlacedRow[] = [];
  const known = new Map<string, Path>();
  const wrapper = wrapperOf(skeleton);
  const listed = rows.some(({ name, depth }) => depth === 0 && name.value === wrapper);
  const next = nextFound(found);
  const dots = rows.map(({ name }) => nameParts(name.value)).filter((parts) => parts.length > 1);
  // Dotted names say themselves where they are: the list goes on where it left off before them.
  let before: PlacedRow | undefined;
  const put = (placed: PlacedRow, dotted: boolean): void => {
    out.push(placed);
    if (!dotted || before === undefined || nameParts(before.row.name.value).length > 1)
      before = placed;
  };
  for (const placed of found) if (placed) known.set(placed.row.name.value, placed.path);
  rows.forEach((row, index) => {
    const name = row.name.value;
    const parts = nameParts(name);
    const placed = found[index];
    if (placed !== undefined) {
      put(placed, parts.length > 1);
      known.set(name, placed.path);
      return;
    }
    const facts = orderFacts(row, parts, {
      before,
      after: next[index],
      wrapper,
      listed,
      skeleton,
      known,
      dots,
      maps: rules.map,
    });
    const rule = first(rules.order, facts);
    const decided = ownNamed(rule?.said ?? { path: [facts.key] }, name, skeleton);
    noted?.({
      question: "order",
      path: decided.path.join("."),
      answer: "no sample shows it",
      reasons: rule === undefined ? [] : [{ rule: rule.rule }],
      rows: [row],
    });
    put({ row, path: decided.path, by: decided.beside ? "wrapper" : "order" }, parts.length > 1);
    if (!facts.meansWrapper || decided.beside !== true) known.set(name, decided.path);
  });
  return out;
}

/** A word such as `key` or `value` stands for any key of a map; beside members that have names it is a name, too. */
function ownNamed(decided: OrderedPlace, name: string, skeleton: Shape): OrderedPlace {
  const { path } = decided;
  if (path.at(-1) !== anyKey || !/^\w+$/.test(name)) return decided;
  const above = path.slice(0, -1);
  const holder = shapeAt(skeleton, above);
  const named = holder === undefined ? undefined : objectAt(holder);
  return named !== undefined && named.values === undefined && named.members.size > 0
    ? { ...decided, path: [...above, name] }
    : decided;
}

/** What is known around a row that no sample has a place for. */
interface AroundRow {
  readonly before: PlacedRow | undefined;
  readonly after: PlacedRow | undefined;
  readonly wrapper: string | undefined;
  /** Whether a row of the list is the wrapper. */
  readonly listed: boolean;
  readonly skeleton: Shape;
  readonly maps: readonly MapRule[];
  /** The places of rows by their names. */
  readonly known: ReadonlyMap<string, Path>;
  /** The keys of the rows that have dotted names. */
  readonly dots: readonly Path[];
}

function orderFacts(
  row: Row,
  parts: readonly string[],
  { before, after, wrapper, listed, skeleton, known, dots, maps }: AroundRow,
): OrderFacts {
  const name = row.name.value;
  const own = before?.by === "wrapper" ? undefined : before;
  const shape = own === undefined || after !== undefined ? undefined : shapeAt(skeleton, own.path);
  return {
    key: isOfAnyKey(row) ? anyKey : name,
    wrapper,
    meansWrapper:
      wrapper !== undefined && name !== wrapper && isContainer(row) && sameWord(name, wrapper),
    saysTop: saysTopLevel(row),
    outside: row.depth === 0 ? (listed ? "wrapper" : "rows") : undefined,
    dotted: parts.length > 1 ? dottedName(parts, known) : undefined,
    before: own && (parts.length > 1 || after !== undefined ? own.path : undotted(own)),
    after: after?.path,
    opens:
      own !== undefined &&
      after === undefined &&
      skeleton.borrowed &&
      !dots.some((keys) => isBelow(keys, nameParts(own.row.name.value))) &&
      opensObject(own.row, shape, maps),
    behindWrapper: shape !== undefined && own?.path.length === 1 && own.path[0] === wrapper,
  };
}

/** Whether a dotted name leads below another: then dots say what that object holds, and the order does not. */
function isBelow(keys: Path, above: Path): boolean {
  return keys.length > above.length && isStart(above, keys);
}

/** Where a list goes on behind a dotted row, for a row without dots: beside the object that its name begins with. */
function undotted({ row, path }: PlacedRow): Path {
  return path.slice(0, Math.max(1, path.length + 1 - nameParts(row.name.value).length));
}

/** For each row the next behind it that has a place in the skeleton. */
function nextFound(found: readonly (PlacedRow | undefined)[]): readonly (PlacedRow | undefined)[] {
  const next: (PlacedRow | undefined)[] = [];
  let latest: PlacedRow | undefined;
  for (let index = found.length - 1; index >= 0; index -= 1) {
    next[index] = latest;
    latest = found[index] ?? latest;
  }
  return next;
}

/**
 * The keys of a dotted name, and the place of the longest part of it that has one: of `lid.colour`
 * that of `lid`, else that of the list `lids`, which such names say one of.
 */
function dottedName(
  parts: readonly string[],
  known: ReadonlyMap<string, Path>,
): NonNullable<OrderFacts["dotted"]> {
  const keys = parts.map((part) => (isPlaceholder(part) ? anyKey : part));
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const start = parts.slice(0, length).join(".");
    const at = known.get(start) ?? known.get(plural(start));
    if (at !== undefined) return { keys, known: { at, keys: length } };
  }
  return { keys, known: undefined };
}

/** "This is a top-level key in the request body, not part of the `server` portion." */
function saysTopLevel({ entry }: Row): boolean {
  const prose = entry?.description.markdown.replace(/\s+/g, " ") ?? "";
  return topLevel.some((pattern) => pattern.test(prose));
}

const noun = "(?:key|member|element|property|attribute|object|field|parameter)";
/** "It is a top-level key", "A top-level key, not part of …", "stands at the top level of the body". */
const topLevel = [
  new RegExp(`\\b(?:is|as|be|but) an? top[- ]level ${noun}\\b`, "i"),
  new RegExp(`^\\W*(?:an? |the )?top[- ]level ${noun}\\b`, "i"),
  /\b(?:stands|goes|belongs|is (?:given|placed|specified|set|sent)) (?:at|on) the top[- ]level of (?:the|this) (?:request|response|body|json|document)\b/i,
];

/** Whether the docs say that the row holds others. */
export function isContainer(row: Row): boolean {
  const { kinds } = readType(row.entry?.type ?? "");
  return kinds.includes("object") || kinds.includes("array");
}

/** Members beside a wrapper that only help to page through it. */
const paging = /(?:^|_)links$|^(?:next|previous|prev|first|last|count|total|marker|schema)$/;

/** Whether a row of a list concerns the whole list: its pages, its count, its schema. */
export function isOfPages({ name, entry }: Row): boolean {
  return paging.test(name.value) && ofPages.test(entry?.description.markdown ?? "");
}

const ofPages = /\b(?:page|list|collection|total)\b/i;

/** The one key that all of a body stands under, if there is one. */
export function wrapperOf(skeleton: Shape): string | undefined {
  const top = objectAt(skeleton);
  if (skeleton.kinds.has("array") || top.values !== undefined) return undefined;
  const beside = [...top.members].filter(([name]) => !paging.test(name) || top.members.size === 1);
  const [only, ...more] = beside;
  if (only === undefined) return undefined;
  const [name, { shape }] = only;
  const holds = shape.kinds.has("object") || shape.kinds.has("array");
  if (more.length === 0 && holds) return name;
  // Beside the wrapper may stand what concerns all of it: the largest object, by far.
  const sizes = beside.map(([, member]) => objectAt(member.shape).members.size);
  const [largest = 0] = sizes.toSorted((a, b) => b - a);
  const rest = sizes.reduce((sum, size) => sum + size, 0) - largest;
  const scalars = sizes.filter((size) => size === 0).length;
  return largest >= 3 && largest > 3 * (rest + scalars)
    ? beside[sizes.indexOf(largest)]?.[0]
    : undefined;
}

/** Whether a row begins an object of which nothing else is known: what follows stands inside. */
function opensObject(row: Row, shape: Shape | undefined, rules: readonly MapRule[]): boolean {
  const { kinds } = readType(row.entry?.type ?? "");
  if (!kinds.includes("object") || kinds.includes("array")) return false;
  const inside = objectAt(shape ?? nothing);
  const prose = row.entry?.description.markdown ?? "";
  return (
    inside.members.size === 0 &&
    inside.values === undefined &&
    !isMap(row.name.value, prose, nothing, rules) &&
    !saysMap(prose)
  );
}
