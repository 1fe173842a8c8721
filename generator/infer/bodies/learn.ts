import type { Row, Side } from "../../apiref/model.js";
import { formatOf } from "../formats.js";
import { isFamily, type Family } from "./addresses.js";
import { isListing, pathWords, referenceKey, type BodySide, type SampledBody } from "./body.js";
import { leftOut, type LeftOut } from "./left-out.js";
import { memberKey, resourceOf } from "./member-key.js";
import { isOfPages, placeRows, wrapperOf, type PlacedRow } from "./place-rows.js";
import {
  common,
  merge,
  nothing,
  objectAt,
  shapeAt,
  tells,
  walk,
  type Kind,
  type Path,
  type Shape,
} from "./shape.js";

/** A place where a row was seen in a sample. */
export interface Occurrence {
  readonly from: SampledBody;
  /** Below the wrapper of its body; undefined beside the wrapper. */
  readonly relative: Path | undefined;
  readonly path: Path;
  readonly isWrapper: boolean;
  readonly shape: Shape;
}

/** What all samples of a reference teach about its parameters and its bodies. */
export interface Knowledge {
  readonly bodies: readonly SampledBody[];
  readonly byReference: ReadonlyMap<string, readonly Occurrence[]>;
  readonly byName: ReadonlyMap<string, readonly Occurrence[]>;
  /** Kinds seen of each entry under the name that a row gives it, by side: evidence for null. */
  readonly kinds: (row: Row, side: Side) => ReadonlySet<Kind>;
  /** Kinds that samples of a side show of a member of a resource, as `memberKey` writes it. */
  readonly memberKinds: (member: string, side: Side) => ReadonlySet<Kind>;
  /** What answers may show as null, since it may be left out at creation. */
  readonly leftOut: LeftOut;
  /** Texts that samples show under a name anywhere, in lists, too; none that is empty. */
  readonly texts: (name: string) => readonly string[];
  /** The families of the addresses that samples show anywhere. */
  readonly families: ReadonlySet<Family>;
  /** The first row without bounds that documents a member of a resource in some answer. */
  readonly rowOf: ReadonlyMap<string, Row>;
  /** What stands under a key anywhere in the samples, documented or not. */
  readonly anywhere: ReadonlyMap<string, Shape>;
  /** What all values under a key have in common in the samples of one side, if the other's are alike. */
  readonly namesakes: (key: string, side: Side) => Shape | undefined;
}

/** Places the rows of every sampled side, and indexes where they were found. */
export function learn(sides: readonly BodySide[]): Knowledge {
  const bodies: SampledBody[] = [];
  const byReference = new Map<string, Occurrence[]>();
  const byName = new Map<string, Occurrence[]>();
  const seen = new Map<string, Set<Kind>>();
  const anywhere = new Map<string, Shape>();
  const namesakes = new Map<string, Shape>();
  const members = new Map<string, Set<Kind>>();
  const texts = new Map<string, Set<string>>();
  const families = new Set<Family>();
  const rowOf = new Map<string, Row>();
  const unseen = new Map<string, Row>();
  for (const body of sides) {
    if (body.sampled === undefined) continue;
    const placed = placeRows(body.rows, body.sampled);
    const wrapper = documentedWrapper(wrapperOf(body.sampled), placed);
    const from: SampledBody = {
      body,
      skeleton: body.sampled,
      wrapper,
      placed,
      references: new Set(body.rows.map(referenceKey)),
    };
    bodies.push(from);
    walk(body.sampled, (path, shape) => {
      const key = path.at(-1) ?? "";
      addKinds(members, `${body.side}\0${memberKey(path, resourceOf(body.operation))}`, shape);
      const said = texts.get(key) ?? new Set();
      texts.set(key, said);
      for (const text of objectAt(shape).strings) {
        if (text !== "") said.add(text);
        const format = formatOf([text]);
        if (isFamily(format)) families.add(format);
      }
      const name = `${body.side}\0${key}`;
      const namesake = namesakes.get(name);
      if (tells(shape))
        namesakes.set(name, namesake === undefined ? shape : common(namesake, shape));
      const known = anywhere.get(key);
      if (known === undefined || (known.items === undefined && known.members.size === 0))
        anywhere.set(key, known === undefined ? shape : merge(known, shape));
    });
    for (const { row, path, by } of placed) {
      const member = memberKey(path, resourceOf(body.operation));
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
        relative: under ? path.slice(1) : wrapper === undefined ? path : undefined,
        path,
        isWrapper: under && path.length === 1,
        shape,
      };
      add(byReference, referenceKey(row), occurrence);
      add(byName, row.name.value, occurrence);
      addKinds(seen, `${body.side}\0${row.name.value}\0${referenceKey(row)}`, shape);
    }
  }
  return {
    bodies,
    byReference,
    byName,
    kinds: (row, side) => seen.get(`${side}\0${row.name.value}\0${referenceKey(row)}`) ?? new Set(),
    memberKinds: (member, side) => members.get(`${side}\0${member}`) ?? new Set(),
    anywhere,
    texts: (name) => [...(texts.get(name) ?? [])],
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

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** How much a sampled body has to say about another: 0 and up. */
export function kinship(
  target: BodySide,
  donor: SampledBody,
  references: ReadonlySet<string>,
): number {
  const shared = [...references].filter((reference) => donor.references.has(reference)).length;
  const all = references.size + donor.references.size - shared;
  const a = pathWords(target.operation.path);
  const b = pathWords(donor.body.operation.path);
  let score = all === 0 ? 0 : (4 * shared) / all;
  if (target.side === donor.body.side) score += 1;
  if (target.operation.source === donor.body.operation.source) score += 1;
  if (a.join("/") === b.join("/")) score += 1.5;
  else if (a.at(-1) === b.at(-1)) score += 0.7;
  if (isListing(target.operation) === isListing(donor.body.operation)) score += 0.3;
  return score;
}
