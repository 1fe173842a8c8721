import type { Row } from "../../apiref/model.js";
import { readType } from "../documented-type.js";
import { agrees, formatOf } from "../formats.js";
import { referenceKey } from "./body.js";
import type { Knowledge } from "./learn.js";
import type { Shape } from "./shape.js";

/**
 * A format that the docs name and no sample contradicts, else the one that all samples have: those
 * of this body and those of the same entry anywhere.
 */
export function formatFor(
  shape: Shape,
  rows: readonly Row[],
  knowledge: Knowledge,
): string | undefined {
  const elsewhere = rows.flatMap((row) =>
    (knowledge.byReference.get(referenceKey(row)) ?? []).flatMap((seen) => seen.shape.strings),
  );
  const strings = [...new Set([...shape.strings, ...elsewhere])];
  const said = rows
    .map((row) => readType(row.entry?.type ?? "").format ?? known(row.entry?.format))
    .find(Boolean);
  if (said !== undefined) return agrees(said, strings) ? said : undefined;
  return formatOf(strings);
}

const formats = new Set([
  "date-time",
  "date",
  "time",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "uri",
  "uuid",
]);
const known = (format: string | undefined): string | undefined =>
  format !== undefined && formats.has(format) ? format : undefined;
