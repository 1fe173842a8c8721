import { isPlaceholder } from "./data-keys.js";
import { isListing, pathWords, referenceKey, type BodySide, type SampledBody } from "./body.js";
import { kinship, type Knowledge, type Occurrence } from "./learn.js";
import { isContainer, nameParts, placeRows, wrapperOf } from "./place-rows.js";
import { borrow, graft, nothing, shapeAt, type Member, type Path, type Shape } from "./shape.js";
import { plural, sameWord, singular } from "./words.js";

/**
 * The skeleton of a side that has no sample, made from what its siblings show: the wrapper that
 * they stand under, and for each row the place and the inside that the same entry has elsewhere.
 * What no sibling knows is left to the order of the rows.
 */
export function borrowSkeleton(target: BodySide, knowledge: Knowledge): Shape {
  const references = new Set(target.rows.map(referenceKey));
  const weights = new Map<SampledBody, number>();
  const weigh = (body: SampledBody): number => {
    const known = weights.get(body);
    if (known !== undefined) return known;
    const weight = kinship(target, body, references);
    weights.set(body, weight);
    return weight;
  };
  const listing = target.side === "response" && isListing(target.operation);
  const wrapper = guessWrapper(target, knowledge, weigh, listing);
  let skeleton: Shape = { ...nothing, kinds: new Set(["object"]), borrowed: true };
  if (wrapper !== undefined)
    skeleton = graft(skeleton, [wrapper], container(target, wrapper, listing));
  const names = new Set(target.rows.map((row) => row.name.value));
  const uses = new Map<string, number>();
  for (const row of target.rows) {
    if (row.name.value === wrapper) continue;
    const reference = referenceKey(row);
    const use = uses.get(reference) ?? 0;
    uses.set(reference, use + 1);
    const occurrence =
      pick(knowledge.byReference.get(reference), weigh, use) ??
      pick(
        knowledge.byName.get(row.name.value)?.filter(({ from }) => weigh(from) >= 1.5),
        weigh,
        use,
      );
    if (occurrence === undefined || occurrence.isWrapper) continue;
    const path = translate(occurrence, wrapper);
    skeleton = graft(skeleton, path, borrow(prune(occurrence, names)));
  }
  return skeleton;
}

/**
 * A sampled skeleton with what its rows name and it does not show: at the place where the same
 * entry stands elsewhere, provided that the object which holds it is here, too.
 */
export function supplement(target: BodySide, sampled: Shape, knowledge: Knowledge): Shape {
  const missing = placeRows(target.rows, sampled).filter(({ by }) => by === "order");
  if (missing.length === 0) return sampled;
  const references = new Set(target.rows.map(referenceKey));
  const weigh = (body: SampledBody): number => kinship(target, body, references);
  const names = new Set(target.rows.map((row) => row.name.value));
  const wrapper = wrapperOf(sampled);
  let skeleton = sampled;
  for (const { row } of missing) {
    const others = knowledge.byReference
      .get(referenceKey(row))
      ?.filter(({ from, isWrapper }) => from.body.operation !== target.operation && !isWrapper);
    const occurrence = pick(others, weigh, 0);
    if (occurrence === undefined) continue;
    const path = translate(occurrence, wrapper);
    if (shapeAt(sampled, path.slice(0, -1)) === undefined) continue;
    skeleton = graft(skeleton, path, borrow(prune(occurrence, names)));
  }
  return skeleton;
}

/** The occurrence in the body that is closest; its `use`-th one where a row comes several times. */
function pick(
  occurrences: readonly Occurrence[] | undefined,
  weigh: (body: SampledBody) => number,
  use: number,
): Occurrence | undefined {
  let best: Occurrence | undefined;
  let bestWeight = -1;
  for (const occurrence of occurrences ?? []) {
    const weight = weigh(occurrence.from);
    if (weight > bestWeight) {
      best = occurrence;
      bestWeight = weight;
    }
  }
  if (best === undefined || use === 0) return best;
  const from = best.from;
  return (occurrences ?? []).filter((occurrence) => occurrence.from === from)[use] ?? best;
}

/** The path of an occurrence, under the wrapper of the target instead of its own. */
function translate(occurrence: Occurrence, wrapper: string | undefined): Path {
  if (occurrence.relative === undefined) return occurrence.path;
  return wrapper === undefined ? occurrence.relative : [wrapper, ...occurrence.relative];
}

/** The inside of an occurrence, without what its own docs list there and the target's do not. */
function prune(occurrence: Occurrence, names: ReadonlySet<string>): Shape {
  const documented = new Set(occurrence.from.placed.map(({ row }) => row.name.value));
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
  const object: Shape = { ...nothing, kinds: new Set(["object"]), borrowed: true };
  const said = (row?.entry?.type ?? "").toLowerCase();
  const array = /^(array|list)/.test(said) || (!/^(object|dict|map)/.test(said) && listing);
  return array ? { ...nothing, kinds: new Set(["array"]), items: object, borrowed: true } : object;
}

/**
 * The key that the whole body stands under, by the votes of: rows that are a wrapper elsewhere,
 * the first row, bodies of the same path, the words of the path, and the habit of the service.
 */
function guessWrapper(
  target: BodySide,
  knowledge: Knowledge,
  weigh: (body: SampledBody) => number,
  listing: boolean,
): string | undefined {
  const votes = new Map<string | undefined, number>();
  const vote = (name: string | undefined, weight: number): void => {
    votes.set(name, (votes.get(name) ?? 0) + weight);
  };
  const words = pathWords(target.operation.path);
  const resource = words.at(-1) ?? "";
  const rowFor = (word: string): string | undefined =>
    target.rows.find((row) => isContainer(row) && sameWord(row.name.value, word))?.name.value;
  target.rows.forEach((row, index) => {
    const occurrences = knowledge.byReference.get(referenceKey(row)) ?? [];
    const wraps = Math.max(0, ...occurrences.filter((o) => o.isWrapper).map((o) => weigh(o.from)));
    const inside = Math.max(
      0,
      ...occurrences.filter((o) => !o.isWrapper).map((o) => weigh(o.from)),
    );
    if (wraps > 0 && wraps >= inside) vote(row.name.value, 1.5 + wraps);
    else if (
      index === 0 &&
      isContainer(row) &&
      inside === 0 &&
      nameParts(row.name.value).length === 1
    )
      vote(row.name.value, target.rows.length > 1 ? 2 : 1);
    if (isContainer(row) && inside === 0 && sameWord(row.name.value, resource))
      vote(row.name.value, 2);
  });
  const habit = wrapping(knowledge, target, listing);
  let best: SampledBody | undefined;
  for (const body of knowledge.bodies) {
    if (body.body.side !== target.side) continue;
    const same = pathWords(body.body.operation.path).join("/") === words.join("/");
    if (same && (best === undefined || weigh(body) > weigh(best))) best = body;
  }
  if (best !== undefined) {
    const name = best.wrapper;
    const adapted = name === undefined ? undefined : listing ? plural(name) : singular(name);
    const fits = isListing(best.body.operation) === listing ? name : adapted;
    // What a list stands under says little of a single resource, nor the other way round.
    const alike = isListing(best.body.operation) === listing;
    const trust = alike ? 1 : fits === undefined ? 1 - habit : habit;
    vote(
      fits === undefined ? undefined : (rowFor(fits) ?? fits),
      trust * (1.2 + 0.5 * weigh(best)),
    );
  }
  if (resource !== "" && target.rows.length > 0) {
    const word = resource.replaceAll("-", "_");
    const name = rowFor(word) ?? (listing ? plural(word) : singular(word));
    if (!isPlaceholder(name)) vote(name, 1.6 * habit);
    vote(undefined, 1.6 * (1 - habit));
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

/** How many of the service's bodies of this kind stand under a wrapper: 0 to 1. */
function wrapping(knowledge: Knowledge, target: BodySide, listing: boolean): number {
  const alike = knowledge.bodies.filter(
    ({ body }) => body.side === target.side && isListing(body.operation) === listing,
  );
  if (alike.length === 0) return 0.5;
  return alike.filter(({ wrapper }) => wrapper !== undefined).length / alike.length;
}
