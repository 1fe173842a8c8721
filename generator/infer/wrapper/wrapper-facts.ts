import type { Row } from "../reference.js";
import { isContainer } from "../rows/place-rows.js";
import { nameParts } from "../shape/positions.js";
import { answersList, referenceKey, type BodySide, type SampledBody } from "../siblings/body.js";
import type { Habits } from "../siblings/habits.js";
import type { Closeness } from "../siblings/closeness.js";
import type { Knowledge } from "../siblings/learn.js";
import { placeOf, type Without } from "../siblings/relatives.js";
import { isListing, pathWords } from "../words/names/collections.js";
import { isPlaceholder } from "../words/data-keys.js";
import { readType } from "../words/documented-type.js";
import { plural, sameWord, singular } from "../../english/number.js";
import {
  adapt,
  asMeant,
  isArray,
  isOfMany,
  several,
  single,
  titleLists,
  titleNames,
} from "./wrapper-number.js";
import type { OtherWrapper, RowFacts, WrapperFacts } from "./wrapper-vote.js";

/** Looks up all that the votes read. */
export function wrapperFacts(
  target: BodySide,
  knowledge: Knowledge,
  closeness: Closeness,
): WrapperFacts {
  const listing = answersList(target);
  const habits = knowledge.habits(target.side, listing);
  const resource = resourceWord(target);
  return {
    listing,
    habits,
    rows: target.rows.map((row, index) =>
      rowFacts(row, index, { target, knowledge, closeness, listing, resource }),
    ),
    alike: alikeBody(target, knowledge, closeness, listing, habits),
    samePath: bodyOfPath(target, knowledge, closeness, listing, habits),
    word: wordOfPath(target, knowledge, listing, habits, resource),
  };
}

interface Around {
  readonly target: BodySide;
  readonly knowledge: Knowledge;
  readonly closeness: Closeness;
  readonly listing: boolean;
  readonly resource: string;
}

function rowFacts(
  row: Row,
  index: number,
  { target, knowledge, closeness, listing, resource }: Around,
): RowFacts {
  const name = row.name.value;
  const occurrences = knowledge.byReference.get(referenceKey(row));
  const container = isContainer(row);
  const meant = sameWord(name, resource) || isOfParent(name, target, resource);
  return {
    name,
    first: index === 0,
    container,
    opens: container || readType(row.entry?.type ?? "").kinds.length === 0 || meant,
    dotted: nameParts(name).length !== 1,
    word: !meant ? undefined : name === resource ? "spelt" : "meant",
    ofOthers: isOfOthers(row, target, resource),
    renumbered: meant ? renumbered(row, target, listing, resource) : undefined,
    wraps: occurrences?.wrapping.closest(closeness)?.weight ?? 0,
    inside: occurrences?.inside.closest(closeness)?.weight ?? 0,
    ofKind: occurrences?.wrapping.standIn(target.side, listing) === true,
  };
}

/**
 * The row of the list in the docs of one of its members, or the other way round. An object in the
 * plural may be a map: only a title tells that it is one member.
 */
function renumbered(
  row: Row,
  target: BodySide,
  listing: boolean,
  resource: string,
): string | undefined {
  const name = row.name.value;
  const container = isContainer(row);
  const ofOne =
    (/\}\/?$/.test(target.operation.path) && isArray(row)) ||
    (target.side === "request" && titleNames(target, "one", resource));
  if (listing)
    return container && !isArray(row) && plural(name) !== name ? plural(name) : undefined;
  const isList = container && singular(name) !== name;
  return ofOne && isList && target.rows.length > 1 ? singular(name) : undefined;
}

/** Whether a row is a list of other things, where the answer shows one thing. */
function isOfOthers(row: Row, { side, operation }: BodySide, resource: string): boolean {
  const showsOne =
    side === "response" &&
    operation.method.value === "GET" &&
    !isListing(operation) &&
    plural(resource) !== resource;
  return showsOne && isArray(row) && !sameWord(row.name.value, resource);
}

/** `server_tags` for the tags at `/servers/{server_id}/tags`. */
function isOfParent(name: string, { operation }: BodySide, resource: string): boolean {
  const words = pathWords(operation.path);
  const parent = words[words.lastIndexOf(resource) - 1];
  return parent !== undefined && sameWord(name, `${singular(parent)}_${resource}`);
}

/** The row that names a resource, whatever its number. */
function rowFor(target: BodySide, word: string): Row | undefined {
  return target.rows.find(
    (row, index) => (isContainer(row) || index === 0) && sameWord(row.name.value, word),
  );
}

/** The word of the path that names what the body is about: not a verb behind a collection. */
function resourceWord({ operation }: BodySide): string {
  const words = pathWords(operation.path);
  const last = words.at(-1) ?? "";
  const before = words.at(-2);
  const segments = operation.path.split("/").filter(Boolean);
  const adjacent = before !== undefined && segments.at(-2) === before;
  return adjacent && plural(last) !== last && plural(before) === before ? before : last;
}

function wordOfPath(
  target: BodySide,
  knowledge: Knowledge,
  listing: boolean,
  habits: Habits,
  resource: string,
): WrapperFacts["word"] {
  if (resource === "" || target.rows.length === 0) return undefined;
  const word = resource.replaceAll("-", "_");
  const row = rowFor(target, word);
  const name = isOfMany(target, word) ? several(row, word) : single(row, word);
  // Where the service's docs list their wrappers, a body without such a row has none.
  const [first] = target.rows;
  const silent =
    row === undefined &&
    first !== undefined &&
    (!isContainer(first) || isOfOthers(first, target, resource)) &&
    !knowledge.index.hasWrapper(word) &&
    !(listing && titleLists(target, word));
  const scalar = target.rows.some(
    (other, index) => index > 0 && other.name.value === name && !isContainer(other),
  );
  return {
    name: isPlaceholder(name) || scalar ? undefined : name,
    likely: habits.wrapped * (silent ? 1 - habits.documented : 1),
  };
}

function bodyOfPath(
  target: BodySide,
  knowledge: Knowledge,
  closeness: Closeness,
  listing: boolean,
  habits: Habits,
): OtherWrapper | undefined {
  const { weigh, features } = closeness;
  let best: SampledBody | undefined;
  for (const body of knowledge.index.ofPath(target.side, features.words)) {
    if (isOtherAction(target, body)) continue;
    if (sendsElsewhere(body) && closeness.shared(body.references) === 0) continue;
    if (best === undefined || weigh(body) > weigh(best)) best = body;
  }
  if (best === undefined) return undefined;
  const { name, trust } = asHere(best, target, listing, habits);
  const row = name === undefined ? undefined : rowFor(target, name);
  const said = row === undefined || (!listing && isArray(row)) ? name : row.name.value;
  return { name: said && asMeant(said, target), trust, closeness: weigh(best) };
}

/** Whether an answer only redirects: what it shows is where to, not what its path names. */
function sendsElsewhere({ body: { operation, side } }: SampledBody): boolean {
  const successes = operation.statuses.filter(({ code }) => code < 400);
  return side === "response" && successes.length > 0 && successes.every(({ code }) => code >= 300);
}

/** The body that documents most of the same entries, under the same resource's wrapper. */
function alikeBody(
  target: BodySide,
  knowledge: Knowledge,
  closeness: Closeness,
  listing: boolean,
  habits: Habits,
): OtherWrapper | undefined {
  const without: Without = isAction(target) ? { place: placeOf(target) } : {};
  const best = knowledge.index.relatives[target.side].mostAlike(closeness, 0.5, without);
  if (best === undefined) return undefined;
  const { name, trust } = asHere(best.item.from, target, listing, habits);
  return { name: name && asMeant(name, target), trust, closeness: best.overlap };
}

/** The wrapper of another body as it would be here, and how far it is to be trusted. */
function asHere(
  { body, wrapper }: SampledBody,
  target: BodySide,
  listing: boolean,
  habits: Habits,
): Pick<OtherWrapper, "name" | "trust"> {
  if (answersList(body) === listing) return { name: wrapper, trust: 1 };
  // What a list stands under says little of a single resource, nor the other way round.
  return wrapper === undefined
    ? { name: undefined, trust: 1 - habits.wrapped }
    : { name: adapt(wrapper, target, listing), trust: habits.wrapped };
}

/** Requests of one method and path are told apart by their wrappers: that of another is not this one's. */
function isOtherAction(target: BodySide, other: SampledBody): boolean {
  return (
    other.body.side === "request" && isAction(target) && placeOf(other.body) === placeOf(target)
  );
}

function isAction({ operation, side }: BodySide): boolean {
  return side === "request" && operation.method.value === "POST";
}
