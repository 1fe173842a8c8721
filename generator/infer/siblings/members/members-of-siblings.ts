import { addTo, groupBy } from "../../../collections/groups.js";
import type { Operation, Row } from "../../reference.js";
import type { BodySide, SampledBody } from "../body.js";
import type { PlacedRow } from "../../rows/place-rows.js";
import { boundsOf } from "../../rows/row-bounds.js";
import { borrow, nothing, objectAt, shapeAt, type Path, type Shape } from "../../shape/shape.js";

/** A member that the docs of an operation lack, and those of another of its method and path have. */
export interface Lent {
  readonly path: Path;
  readonly shape: Shape;
  readonly row: Row;
}

/** What an operation documents in one object of its sampled request. */
interface Lender {
  readonly body: SampledBody;
  readonly members: readonly PlacedRow[];
}

/** The lenders of each object of each method and path. */
export type Lenders = ReadonlyMap<string, readonly Lender[]>;

/** Indexes what the sampled requests document, by method, path and object. */
export function lendersOf(bodies: readonly SampledBody[]): Lenders {
  const lenders = new Map<string, Lender[]>();
  for (const body of bodies) {
    if (body.body.side !== "request") continue;
    for (const [place, members] of byObject(body.placed)) {
      const key = objectKey(body.body.operation, place);
      addTo(lenders, key, { body, members });
    }
  }
  return lenders;
}

/**
 * What operations of the same method and path lend to a request. They go to the same code, so what
 * one of them documents in an object may stand there for another: only inside objects of which both
 * document much the same, since what is beside those tells the operations apart.
 */
export function lentBySiblings(
  { operation, place: number, side }: BodySide,
  skeleton: Shape,
  placed: readonly PlacedRow[],
  lenders: Lenders,
): readonly Lent[] {
  if (side !== "request") return [];
  const lent = new Map<string, Lent>();
  for (const [place, own] of byObject(placed)) {
    const parent = own[0]?.path.slice(0, -1) ?? [];
    if (parent.length === 0) continue;
    const names = namesOf(skeleton, parent, own);
    for (const { body, members } of lenders.get(objectKey(operation, place)) ?? []) {
      const others = namesOf(body.skeleton, parent, members);
      if (body.body.place === number || !areAlike(names, others)) continue;
      for (const { row, path, by } of members) {
        const { min, max } = boundsOf(row);
        const open = min === undefined && max === undefined;
        const key = pathKey(path);
        if (by !== "sample" || !open || names.has(path.at(-1) ?? "") || lent.has(key)) continue;
        lent.set(key, { path, shape: borrow(shapeAt(body.skeleton, path) ?? nothing), row });
      }
    }
  }
  return [...lent.values()];
}

/** A path as a text. */
export const pathKey = (path: Path): string => path.join(".");

/** How much of the smaller of two objects the other must have, too. */
const alike = 0.5;

function areAlike(names: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const shared = [...others].filter((name) => names.has(name)).length;
  return shared > 1 && shared >= alike * Math.min(names.size, others.size);
}

/** The members that an object has, shown or documented. */
function namesOf(
  skeleton: Shape,
  parent: Path,
  members: readonly PlacedRow[],
): ReadonlySet<string> {
  const { members: shown } = objectAt(shapeAt(skeleton, parent) ?? nothing);
  return new Set([...shown.keys(), ...members.map(({ path }) => path.at(-1) ?? "")]);
}

function objectKey({ method, path }: Operation, place: string): string {
  return `${method.value} ${path.replace(/\{[^{}]*\}/g, "{}")}\0${place}`;
}

/** Rows by the object that they are members of. */
function byObject(placed: readonly PlacedRow[]): ReadonlyMap<string, readonly PlacedRow[]> {
  return groupBy(placed, ({ path }) => pathKey(path.slice(0, -1)));
}
