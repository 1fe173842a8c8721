import type { Row } from "../../apiref/model.js";
import { readType } from "../documented-type.js";
import { agrees, formatOf } from "../formats.js";
import { addressFormat, isFamily } from "./addresses.js";
import { referenceKey } from "./body.js";
import type { Knowledge } from "./learn.js";
import type { Shape } from "./shape.js";

/** Names that every resource has: what they are of one says nothing of another. */
const common = /^(?:id|uuid|name|value|key|type)$/;

/**
 * A format that the docs name and no sample contradicts, else the one that all samples have: those
 * of this body and those of the same entry anywhere. A format of addresses only where the words allow
 * it, a UUID only where the samples of the same name are such, too.
 */
export function formatFor(
  shape: Shape,
  rows: readonly Row[],
  name: string,
  prose: string,
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
  const shown = formatOf(strings);
  if (isFamily(shown)) return addressFormat(shown, name, prose, knowledge.families);
  const chance = shown === "uuid" && !common.test(name) && isChance(shown, knowledge.texts(name));
  return chance ? undefined : shown;
}

/** Whether texts of one name have a format here and none there: it comes from the writer's tools. */
function isChance(format: string, texts: readonly string[]): boolean {
  const others = texts.filter((text) => !agrees(format, [text]));
  return 5 * others.length > texts.length;
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
