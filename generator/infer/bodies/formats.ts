import { singular } from "../../english/number.js";
import type { Row } from "../reference.js";
import { findEnumeration } from "../shape/enums.js";
import type { Enumeration } from "../shape/node.js";
import type { Shape } from "../shape/shape.js";
import { referenceKey } from "../siblings/body.js";
import { memberKey } from "../siblings/members/member-key.js";
import { first } from "../votes/vote.js";
import { readType } from "../words/documented-type.js";
import { formatsOf, isAmong } from "../words/formats.js";
import type { Kind } from "../words/kind.js";
import { tabledValues } from "../words/values/value-tables.js";
import type { BodyContext } from "./body-context.js";
import { keysOf } from "./kinds.js";

/** Names that every resource has: what they are of one says nothing of another. */
const common = /^(?:id|uuid|name|value|key|type)$/;

/** The format of a text: that which the docs name, else that which all samples have. */
export function formatFor(
  shape: Shape,
  rows: readonly Row[],
  name: string,
  prose: string,
  path: string,
  { knowledge, noted }: BodyContext,
): string | undefined {
  // The formats of the texts of this body, and of those of each entry.
  const [own, ...others] = [
    formatsOf(shape.strings),
    ...rows.map((row) => knowledge.byReference.get(referenceKey(row))?.formats),
  ].filter((formats) => formats !== undefined);
  const said = rows
    .map((row) => readType(row.entry?.type ?? "").format ?? known(row.entry?.format))
    .find(Boolean);
  const shown = own?.find((format) => others.every((formats) => formats.includes(format)));
  const decided = first(knowledge.rules.format, {
    name,
    prose,
    said,
    contradicted:
      said !== undefined && ![own ?? [said], ...others].every((formats) => isAmong(said, formats)),
    shown,
    byChance:
      shown === "uuid" &&
      namesOf(name, path).some((one) => !common.test(one) && knowledge.texts.isChance(one, shown)),
    families: knowledge.families,
  });
  if (decided !== undefined)
    noted?.({
      question: "format",
      path,
      answer: decided.said.format ?? "none",
      reasons: [{ rule: decided.rule }],
      rows,
    });
  return decided?.said.format;
}

/**
 * The names that tell what a text is: its own and, for what a list holds whose name begins with
 * them, that of one of them: `hosts_not_run` holds what a `host` is.
 */
function namesOf(name: string, path: string): readonly string[] {
  const [held = ""] = path.endsWith("[]") ? name.split("_", 1) : [];
  return held === "" || singular(held) === held ? [name] : [name, singular(held)];
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

/** The values that a member may have, where the docs plainly list them. */
export function enumerationFor(
  shape: Shape,
  rows: readonly Row[],
  prose: string,
  kinds: readonly Kind[],
  path: string,
  { knowledge, side, noted, tables, resource }: BodyContext,
): Enumeration | undefined {
  const key = memberKey(keysOf(path), resource);
  const [owner = ""] = key.split(".", 1);
  const tabled = tabledValues(tables, key.slice(owner.length + 1), owner);
  const { enumeration } = knowledge.rules;
  const found = findEnumeration(rows, prose, shape, kinds, side, enumeration, tabled);
  if (found !== undefined)
    noted?.({
      question: "enumeration",
      path,
      answer: `${found.closed ? "only" : "among others"} ${found.values.join(", ")}`,
      reasons: [{ rule: found.rule }],
      rows,
    });
  return found;
}
