import type { Row } from "../reference.js";
import { readType } from "../words/documented-type.js";
import { formatsOf, isAmong } from "../words/formats.js";
import { addressFormat, isFamily } from "../words/addresses.js";
import { referenceKey } from "../siblings/body.js";
import type { Knowledge } from "../siblings/learn.js";
import type { Shape } from "../shape/shape.js";

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
  // The formats of the texts of this body, and of those of each entry.
  const [own, ...others] = [
    formatsOf(shape.strings),
    ...rows.map((row) => knowledge.byReference.get(referenceKey(row))?.formats),
  ].filter((formats) => formats !== undefined);
  const said = rows
    .map((row) => readType(row.entry?.type ?? "").format ?? known(row.entry?.format))
    .find(Boolean);
  if (said !== undefined)
    return [own ?? [said], ...others].every((formats) => isAmong(said, formats)) ? said : undefined;
  const shown = own?.find((format) => others.every((formats) => formats.includes(format)));
  if (isFamily(shown)) return addressFormat(shown, name, prose, knowledge.families);
  const chance = shown === "uuid" && !common.test(name) && knowledge.texts.isChance(name, shown);
  return chance ? undefined : shown;
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
