import type { Row } from "../../apiref/model.js";
import { readType } from "../words/documented-type.js";
import { answersList, referenceKey, type BodySide, type SampledBody } from "../siblings/body.js";
import { isListing, pathWords } from "../words/collections.js";
import { isPlaceholder } from "../words/data-keys.js";
import type { Habits } from "../siblings/habits.js";
import type { Kinship } from "../siblings/kinship.js";
import type { Knowledge } from "../siblings/learn.js";
import { isContainer } from "../rows/place-rows.js";
import { nameParts } from "../shape/positions.js";
import { placeOf, type Without } from "../siblings/relatives.js";
import { plural, sameWord, singular } from "../words/words.js";
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

/**
 * The key that the whole body stands under, by the votes of: rows that are a wrapper elsewhere,
 * the first row, bodies of the same path, the words of the path, and the habits of the service.
 * Undefined: the body has no wrapper.
 */
export function guessWrapper(
  target: BodySide,
  knowledge: Knowledge,
  kinship: Kinship,
): string | undefined {
  if (standsBeside(target)) return undefined;
  const listing = answersList(target);
  const votes = new Map<string | undefined, number>();
  const vote = (name: string | undefined, weight: number): void => {
    votes.set(name, (votes.get(name) ?? 0) + weight);
  };
  const habits = knowledge.habits(target.side, listing);
  const resource = resourceWord(target);
  votesOfRows(target, knowledge, kinship, listing, resource, habits, vote);
  voteOfKin(target, knowledge, kinship, listing, habits, vote);
  voteOfSamePath(target, knowledge, kinship, listing, habits, vote);
  if (resource !== "" && target.rows.length > 0) {
    const word = resource.replaceAll("-", "_");
    const row = rowFor(target, word);
    const name = isOfMany(target, word) ? several(row, word) : single(row, word);
    // Where the service's docs list their wrappers, a body without such a row has none.
    const [first] = target.rows;
    const known = knowledge.index.hasWrapper(word);
    const silent =
      row === undefined &&
      first !== undefined &&
      (!isContainer(first) || isOfOthers(first, target, resource)) &&
      !known &&
      !(listing && titleLists(target, word))
        ? 1 - habits.documented
        : 1;
    const scalar = target.rows.some(
      (other, index) => index > 0 && other.name.value === name && !isContainer(other),
    );
    if (!isPlaceholder(name) && !scalar) vote(name, 1.6 * habits.wrapped * silent);
    vote(undefined, 1.6 * (1 - habits.wrapped * silent));
  }
  let chosen: string | undefined;
  let most = 0;
  for (const [name, weight] of votes)
    if (weight > most) {
      chosen = name;
      most = weight;
    }
  return chosen;
}

/**
 * Dotted names that begin with the first row, and others with another row, say that these rows
 * stand side by side at the top.
 */
function standsBeside({ rows, side }: BodySide): boolean {
  const names = new Set(rows.map(({ name }) => name.value));
  const heads = rows.flatMap(({ name }) => {
    const [head, ...more] = nameParts(name.value);
    return head !== undefined && more.length > 0 && names.has(head) ? [head] : [];
  });
  if (heads.includes(rows[0]?.name.value ?? "") && new Set(heads).size > 1) return true;
  return areParallel(rows) || (side === "response" && areObjects(rows));
}

/** Several objects, and nothing that would be said of the first alone. */
function areObjects(rows: readonly Row[]): boolean {
  return (
    rows.length > 1 &&
    rows.every((row) => isContainer(row) && !isArray(row)) &&
    new Set(rows.map(({ name }) => singular(name.value))).size === rows.length
  );
}

/** `cached_images`, `queued_images`: lists whose names end alike, and nothing else. */
function areParallel(rows: readonly Row[]): boolean {
  const [first, ...others] = rows.map(({ name }) => name.value.split(/[_-]/));
  return (
    first !== undefined &&
    others.length > 0 &&
    rows.every(isContainer) &&
    others.every((words) => words.length === first.length && words.at(-1) === first.at(-1))
  );
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

function votesOfRows(
  target: BodySide,
  knowledge: Knowledge,
  kinship: Kinship,
  listing: boolean,
  resource: string,
  habits: Habits,
  vote: (name: string | undefined, weight: number) => void,
): void {
  const endsInVariable = /\}\/?$/.test(target.operation.path);
  target.rows.forEach((row, index) => {
    const name = row.name.value;
    const occurrences = knowledge.byReference.get(referenceKey(row));
    const wraps = occurrences?.wrapping.closest(kinship)?.weight ?? 0;
    const inside = occurrences?.inside.closest(kinship)?.weight ?? 0;
    const itself = sameWord(name, resource) || isOfParent(name, target, resource);
    // The row of the list in the docs of one of its members, or the other way round. An object in
    // the plural may be a map: only a title tells that it is one member.
    const isList = isContainer(row) && singular(name) !== name;
    const ofOne =
      (endsInVariable && isArray(row)) ||
      (target.side === "request" && titleNames(target, "one", resource));
    const ofMember = !listing && ofOne && itself && isList && target.rows.length > 1;
    const ofList = listing && itself && isContainer(row) && !isArray(row) && plural(name) !== name;
    if (ofMember || ofList) {
      vote(ofList ? plural(name) : singular(name), 3 * habits.wrapped);
      vote(undefined, 3 * (1 - habits.wrapped));
      return;
    }
    if (index === 0 && wraps === 0 && isOfOthers(row, target, resource)) return;
    const opens = isContainer(row) || readType(row.entry?.type ?? "").kinds.length === 0 || itself;
    if (
      index === 0 &&
      opens &&
      inside === 0 &&
      nameParts(name).length === 1 &&
      target.rows.length > 1
    )
      vote(name, 2.5 * habits.wrapped * habits.documented ** 2);
    if (index === 0 && isContainer(row) && itself) vote(name, 2);
    const asHere = occurrences?.wrapping.standIn(target.side, listing) === true;
    if (wraps > 0 && wraps >= inside) vote(name, (asHere ? 2.5 : 1.5) + wraps);
    else if (index === 0 && isContainer(row) && inside === 0 && nameParts(name).length === 1)
      vote(
        name,
        (target.rows.length > 1 ? 2 : listing ? 2.5 : 1) * Math.min(1, 2 * habits.wrapped),
      );
    if (inside === 0 && itself && (isContainer(row) || (index === 0 && target.rows.length > 2)))
      vote(name, name === resource ? 3 : 2);
  });
}

function voteOfSamePath(
  target: BodySide,
  knowledge: Knowledge,
  kinship: Kinship,
  listing: boolean,
  habits: Habits,
  vote: (name: string | undefined, weight: number) => void,
): void {
  const { weigh, kin } = kinship;
  let best: SampledBody | undefined;
  for (const body of knowledge.index.ofPath(target.side, kin.words)) {
    if (isOtherAction(target, body)) continue;
    if (best === undefined || weigh(body) > weigh(best)) best = body;
  }
  if (best === undefined) return;
  const { name, trust } = wrapperOfDonor(best, target, listing, habits);
  const row = name === undefined ? undefined : rowFor(target, name);
  const said = row === undefined || (!listing && isArray(row)) ? name : row.name.value;
  vote(said && asMeant(said, target), trust * (1.2 + 0.5 * weigh(best)));
}

/** The wrapper of another body as it would be here, and how far it is to be trusted: 0 to 1. */
function wrapperOfDonor(
  { body, wrapper }: SampledBody,
  target: BodySide,
  listing: boolean,
  habits: Habits,
): { readonly name: string | undefined; readonly trust: number } {
  if (answersList(body) === listing) return { name: wrapper, trust: 1 };
  // What a list stands under says little of a single resource, nor the other way round.
  return wrapper === undefined
    ? { name: undefined, trust: 1 - habits.wrapped }
    : { name: adapt(wrapper, target, listing), trust: habits.wrapped };
}

/** Requests of one method and path are told apart by their wrappers: that of another is not this one's. */
function isOtherAction(target: BodySide, donor: SampledBody): boolean {
  return (
    donor.body.side === "request" && isAction(target) && placeOf(donor.body) === placeOf(target)
  );
}

function isAction({ operation, side }: BodySide): boolean {
  return side === "request" && operation.method.value === "POST";
}

/** The body that documents most of the same entries, under the same resource's wrapper. */
function voteOfKin(
  target: BodySide,
  knowledge: Knowledge,
  kinship: Kinship,
  listing: boolean,
  habits: Habits,
  vote: (name: string | undefined, weight: number) => void,
): void {
  const without: Without = isAction(target) ? { place: placeOf(target) } : {};
  const best = knowledge.index.relatives[target.side].mostAlike(kinship, 0.5, without);
  if (best === undefined) return;
  const { name, trust } = wrapperOfDonor(best.item.from, target, listing, habits);
  vote(name && asMeant(name, target), 2 * best.overlap * trust);
}
