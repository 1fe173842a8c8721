import { KnownAnswers } from "../../../collections/known-answers.js";
import { addTo } from "../../../collections/groups.js";
import { NearNames } from "../../../diagnostics/near-names.js";
import type { ApiReference, Json, Operation, Row, Side } from "../../reference.js";
import { isObject, kindOf, sampleValues } from "../../shape/sample-json.js";
import { admits, readType } from "../../words/documented-type.js";
import type { Kind } from "../../words/kind.js";
import { isOtherNumber, slipDistance } from "../../words/names/slips.js";
import { KnownNames } from "../known-names.js";

/** A row as it is written, and the key of the samples that it means. */
export interface RespeltRow {
  readonly row: Row;
  readonly side: Side;
  readonly shown: string;
}

/** The reference with its rows as they are meant, and which of each operation were misspelt. */
export interface Respelt {
  readonly reference: ApiReference;
  readonly slips: ReadonlyMap<Operation, readonly RespeltRow[]>;
}

/**
 * Names rows as the samples do where they are misspelt for certain: no sample of their side has the
 * name, a key that no row documents is as near to it as slips are and of the row's type, and other
 * operations document and show that key, but not what the row says. Else what is documented and
 * what is sent would be two members.
 */
export function respellRows(
  reference: ApiReference,
  known: KnownAnswers = new KnownAnswers(),
): Respelt {
  const all = new KnownNames(reference.chapters.flatMap((chapter) => chapter.operations));
  const slips = new Map<Operation, readonly RespeltRow[]>();
  const chapters = reference.chapters.map((chapter) => ({
    ...chapter,
    operations: chapter.operations.map((operation) => {
      const { respelt, found } = known.ofAsking("respelt", operation, [], all, (names) => {
        const own = sides.flatMap((side) => slipsIn(operation, side, names));
        return { respelt: own.length === 0 ? operation : renamed(operation, own), found: own };
      });
      if (found.length > 0) slips.set(respelt, found);
      return respelt;
    }),
  }));
  return { reference: slips.size === 0 ? reference : { ...reference, chapters }, slips };
}

const sides: readonly Side[] = ["request", "response"];

function slipsIn(operation: Operation, side: Side, known: KnownNames): readonly RespeltRow[] {
  const rows = operation[side].flatMap((list) => list.rows);
  const bodyRows = rows.filter(({ entry }) => (entry?.in ?? "body") === "body");
  if (bodyRows.length === 0) return [];
  const shown = kindsByKey(sampleValues(operation, side));
  if (shown.size === 0) return [];
  const documented = new Set(rows.flatMap(({ name }) => name.value.split(".")));
  const unseen = bodyRows.filter(({ name }) => !shown.has(name.value));
  const keys = [...shown.keys()].filter((key) => !documented.has(key));
  if (unseen.length === 0 || keys.length === 0) return [];
  const near = new NearNames(keys);
  const pairs = unseen.flatMap((row) =>
    near.candidates(row.name.value).flatMap((key) => {
      const { value: name } = row.name;
      const distance = slipDistance(name, key);
      if (distance === undefined || isOtherNumber(name, key)) return [];
      const { kinds } = readType(row.entry?.type ?? "");
      if (![...(shown.get(key) ?? [])].every((kind) => admits(kinds, kind))) return [];
      if (known.hasElsewhere(name, operation) || !known.hasElsewhere(key, operation)) return [];
      return [{ row, side, shown: key, distance }];
    }),
  );
  const used = new Set<Row | string>();
  return pairs
    .toSorted((a, b) => a.distance - b.distance)
    .flatMap(({ row, shown: key }) => {
      if (used.has(row) || used.has(key)) return [];
      used.add(row).add(key);
      return [{ row, side, shown: key }];
    });
}

/** The kinds of values that stand under each key, however deep. */
function kindsByKey(values: readonly Json[]): ReadonlyMap<string, readonly Kind[]> {
  const kinds = new Map<string, Kind[]>();
  const waiting: Json[] = [...values];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (isObject(value))
      for (const [key, inner] of Object.entries(value)) {
        addTo(kinds, key, kindOf(inner));
        waiting.push(inner);
      }
    else if (Array.isArray(value)) for (const inner of value) waiting.push(inner);
  }
  return kinds;
}

function renamed(operation: Operation, slips: readonly RespeltRow[]): Operation {
  const meant = new Map(slips.map(({ row, shown }) => [row, shown]));
  const lists = (side: Side) =>
    operation[side].map((list) => ({
      ...list,
      rows: list.rows.map((row) => {
        const value = meant.get(row);
        if (value === undefined) return row;
        return { ...row, name: { ...row.name, value }, written: row.name.value };
      }),
    }));
  return { ...operation, request: lists("request"), response: lists("response") };
}
