import type { Difference } from "../difference.js";
import type { Listed } from "../operations/listed.js";
import { pointerOf } from "../../collections/json-pointer.js";
import type { ChangeRecord } from "../record.js";
import {
  answerBecameNotNullable,
  answerBecameNullable,
  requestBecameNotNullable,
  requestBecameNullable,
} from "../rules/types.js";
import type { Both } from "../side.js";
import type { BothRows } from "./rows.js";
import { samplesFor, valuesAt } from "./samples.js";

const ofNull: ReadonlySet<ChangeRecord> = new Set([
  answerBecameNullable,
  answerBecameNotNullable,
  requestBecameNullable,
  requestBecameNotNullable,
]);

/**
 * Whether a place may be null, or no longer, for no other cause than that its row lets it be left
 * out, or no longer does: what nobody gave is answered as null (`creation leaves it out`, see
 * docs/inference.md). Rows tell that it may be left out, and one cause is told once. Where samples
 * of either side show null, that is a cause of its own.
 */
export function isOfLeftOut(
  { record, keys }: Difference,
  rows: BothRows | undefined,
  operations: Both<Listed>,
): boolean {
  if (rows === undefined || !ofNull.has(record)) return false;
  const at = pointerOf(keys);
  const [before, after] = [rows.old.get(at), rows.new.get(at)];
  if (before?.required === undefined || after?.required === undefined) return false;
  if (before.required === after.required || before.rest !== after.rest) return false;
  const shown = [operations.old, operations.new].flatMap((side) =>
    valuesAt(samplesFor(keys[0], side), keys.slice(1)),
  );
  return !shown.includes(null);
}
