import type { Row } from "../reference.js";
import type { PlacedRow } from "../rows/place-rows.js";
import { borrow, nothing, objectAt, shapeAt, type Path, type Shape } from "../shape/shape.js";
import { isSecret } from "../words/names/secrets.js";
import { creates, referenceKey, type BodySide, type SampledBody } from "./body.js";
import type { BodyIndex } from "./body-index.js";
import { featuresOf } from "./closeness.js";
import type { Lent } from "./members/members-of-siblings.js";
import { documentsTheSame } from "./members/whole-members.js";

/** So many answers of one path are asked; the first of them document what there is. */
const asked = 24;

/** What other answers say of one member. */
interface Told {
  readonly row: Row;
  readonly shape: Shape;
  /** How many answers document it by this entry. */
  times: number;
  /** Whether one of them is no list. */
  alone: boolean;
  /** Whether the request that creates the resource sets it, too. */
  set: boolean;
}

/**
 * Members of a resource that the answer to showing, listing or changing it does not have, and others
 * of the same path and file have that document much the same: those which creation takes and answers
 * with; and of a change, which answers with what is shown, those which two answers, not both of them
 * lists, document by one entry. They keep the bounds of their entry, and are never required. What creation alone answers
 * with is not lent: it may be told but once; nor what is named as a secret.
 */
export function lentByAnswers(
  target: BodySide,
  skeleton: Shape,
  placed: readonly PlacedRow[],
  wrapper: string | undefined,
  index: BodyIndex,
): readonly Lent[] {
  const method = target.operation.method.value;
  if (target.side !== "response" || !/^(?:GET|PUT|PATCH)$/.test(method)) return [];
  const base: Path = wrapper === undefined ? [] : [wrapper];
  const own = new Set(
    placed
      .filter(({ path }) => path.length > base.length && path[0] === (wrapper ?? path[0]))
      .map(({ row }) => referenceKey(row)),
  );
  if (own.size < 2) return [];
  const { members } = objectAt(shapeAt(skeleton, base) ?? nothing);
  const rows = new Set(target.rows.map(({ name }) => name.value));
  const told = new Map<string, Told>();
  const { words, source } = featuresOf(target);
  const answers = index
    .ofPath("response", words)
    .filter(({ features }) => features.source === source)
    .slice(0, asked);
  const filters = filtersOf(answers);
  for (const body of answers) {
    if (!documentsTheSame(body, target, wrapper, own)) continue;
    const set = setAtCreation(body, index);
    for (const [name, { row, shape }] of [...membersOf(body), ...shownFilters(body, filters)]) {
      if (members.has(name) || rows.has(name) || isSecret(name)) continue;
      const known = told.get(name) ?? { row, shape, times: 0, alone: false, set: false };
      told.set(name, known);
      if (referenceKey(known.row) !== referenceKey(row)) continue;
      known.times += 1;
      known.alone ||= !body.features.listing;
      known.set ||= set.has(referenceKey(row)) || filters.get(name) === row;
    }
  }
  return [...told]
    .filter(([, { times, alone, set }]) => set || (method !== "GET" && alone && times > 1))
    .map(([name, { row, shape }]) => ({ path: [...base, name], shape: borrow(shape), row }));
}

/** The entries that the request takes whose answer this is, where it creates a resource. */
function setAtCreation({ body }: SampledBody, index: BodyIndex): ReadonlySet<string> {
  const request = index.requestOf(body.operation);
  return request !== undefined && creates(request.body)
    ? new Set([...membersOf(request).values()].map(({ row }) => referenceKey(row)))
    : new Set();
}

/** What the lists of a resource can be asked for by: the rows of their queries, by name. */
function filtersOf(answers: readonly SampledBody[]): ReadonlyMap<string, Row> {
  const listings = answers.filter(({ features }) => features.listing);
  const rows = listings.flatMap(({ body }) => body.operation.request.flatMap((list) => list.rows));
  return new Map(
    rows.filter(({ entry }) => entry?.in === "query").map((row) => [row.name.value, row]),
  );
}

/** The members that samples show, no row documents, and lists can be asked for by. */
function shownFilters(
  { skeleton, wrapper, names }: SampledBody,
  filters: ReadonlyMap<string, Row>,
): readonly (readonly [name: string, Pick<Told, "row" | "shape">])[] {
  const { members } = objectAt(
    shapeAt(skeleton, wrapper === undefined ? [] : [wrapper]) ?? nothing,
  );
  return [...members].flatMap(([name, { shape }]) => {
    const row = names.has(name) ? undefined : filters.get(name);
    return row === undefined ? [] : [[name, { row, shape }] as const];
  });
}

/** The members that rows document of the object which a body is about. */
function membersOf({
  skeleton,
  wrapper,
  placed,
}: SampledBody): ReadonlyMap<string, Pick<Told, "row" | "shape">> {
  const depth = wrapper === undefined ? 0 : 1;
  return new Map(
    placed
      .filter(({ path }) => path.length === depth + 1 && path[0] === (wrapper ?? path[0]))
      .map(({ row, path }) => [
        path.at(-1) ?? "",
        { row, shape: shapeAt(skeleton, path) ?? nothing },
      ]),
  );
}
