import { groupBy } from "../collections/groups.js";
import { pointerOf } from "../collections/json-pointer.js";
import { canonicalJson } from "../openapi/canonical.js";
import type { RowEvidence } from "../diff/side.js";
import type { BodyNode, InferredOperation, Inferences, Row } from "../infer/model.js";
import { boundsOf } from "../infer/rows/row-bounds.js";
import { type Bounds, within } from "../versions/versions.js";
import { readType } from "../infer/words/documented-type.js";

/**
 * What rows say, by operationId and place: `/response/server/id`, `/query/limit`. Of one
 * microversion, those that hold there.
 */
export function rowEvidence(
  { operations }: Inferences,
  version?: string,
): ReadonlyMap<string, ReadonlyMap<string, RowEvidence>> {
  return new Map([...operations.values()].map((one) => [one.operationId, rowsOf(one, version)]));
}

function rowsOf(
  { rows, request, response }: InferredOperation,
  version: string | undefined,
): ReadonlyMap<string, RowEvidence> {
  const places = new Map<string, RowEvidence>();
  const isHere: IsHere = (bounds) => version === undefined || within(bounds, version);
  for (const place of ["path", "query", "header"] as const) {
    const here = rows[place].filter((row) => isHere(boundsOf(row)));
    for (const [name, same] of groupBy(here, (row) => row.name.value))
      note(places, pointerOf([place, name]), same);
  }
  if (request !== undefined) visit(request.node, "/request", places, isHere);
  if (response !== undefined) visit(response.node, "/response", places, isHere);
  return places;
}

type IsHere = (bounds: Bounds) => boolean;

/** More places than anybody documents. */
const most = 20_000;

function visit(node: BodyNode, at: string, places: Map<string, RowEvidence>, isHere: IsHere): void {
  if (places.size >= most || at.length > 2000) return;
  for (const { name, variants: all } of node.members) {
    const variants = all.filter(({ bounds }) => isHere(bounds));
    const inner = `${at}${pointerOf([name])}`;
    note(
      places,
      inner,
      variants.flatMap(({ row, others = [] }) => [...(row === undefined ? [] : [row]), ...others]),
    );
    for (const variant of variants) visit(variant.node, inner, places, isHere);
  }
  if (node.items !== undefined) visit(node.items, `${at}/0`, places, isHere);
  if (node.values !== undefined) visit(node.values, `${at}/*`, places, isHere);
}

/** Where several rows are about one place, they count together. */
function note(places: Map<string, RowEvidence>, at: string, rows: readonly Row[]): void {
  const [first] = rows;
  if (first === undefined || places.has(at)) return;
  const entries = rows.flatMap(({ entry }) => entry ?? []);
  const kinds = entries.map((entry) => readType(entry.type).kinds);
  const required = new Set(entries.map((entry) => entry.required ?? false));
  places.set(at, {
    name: first.name.value,
    // One row that says nothing of the type leaves it open.
    kinds: kinds.some((list) => list.length === 0) ? [] : [...new Set(kinds.flat())].toSorted(),
    required: required.size === 1 ? [...required][0] : undefined,
    text: textOf(rows),
    rest: textOf(rows, ["required"]),
    unbound: textOf(rows, ["minVersion", "maxVersion"]),
  });
}

type Entry = NonNullable<Row["entry"]>;

/** What entries say that counts, their description aside. */
const fields = [
  "type",
  "required",
  "minVersion",
  "maxVersion",
  "default",
  "format",
  "enum",
  "extra",
] as const satisfies readonly (keyof Entry)[];

/** Equal where rows say the same, some of it left aside. */
function textOf(rows: readonly Row[], aside: readonly (typeof fields)[number][] = []): string {
  const counted = fields.filter((field) => !aside.includes(field));
  return canonicalJson([
    // Who writes a name otherwise may mean another: that is no "nothing".
    ...rows.flatMap(({ written }) => written ?? []),
    ...rows
      .flatMap(({ entry }) => entry ?? [])
      .map((entry) => [...counted.map((field) => entry[field]), entry.description.markdown]),
  ]);
}
