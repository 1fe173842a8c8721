import { editDistance } from "../../diagnostics/nearest.js";
import type { Listed } from "../operations/listed.js";
import type { Difference } from "../difference.js";
import { pointerOf } from "../../collections/json-pointer.js";
import {
  answerMemberAdded,
  answerMemberRemoved,
  memberNameMended,
  requestMemberAdded,
  requestMemberRemoved,
  requiredMemberAdded,
} from "../rules/members.js";
import { isNear } from "../schemas/compare-members.js";
import { shapeOf } from "../schemas/shape-of.js";
import type { Moment } from "../versions/moments.js";
import type { Both, RowEvidence } from "../side.js";
import type { BothRows } from "./rows.js";
import { schemasAt } from "./places.js";
import { samplesFor, valuesAt } from "./samples.js";

const removals = new Set([requestMemberRemoved, answerMemberRemoved]);
const additions = new Set([requestMemberAdded, requiredMemberAdded, answerMemberAdded]);

/** Slips of samples that were mended, or made, instead of members that are gone or new. */
export function withMendedNames(
  differences: readonly Difference[],
  operations: Both<Listed>,
  moment: Moment,
  rows: BothRows | undefined,
): readonly Difference[] {
  const mended = differences.map((one) => slipOfSample(one, operations, moment) ?? one);
  return rows === undefined ? mended : asOne(mended, operations, moment, rows);
}

/**
 * A key of a sample that no row documents, in the place of one that has a row: the samples of one
 * side show the one, those of the other side the other. Two that one sample shows are two.
 */
function slipOfSample(
  { record, keys, undocumented }: Difference,
  operations: Both<Listed>,
  moment: Moment,
): Difference | undefined {
  const [part] = keys;
  const isGone = removals.has(record);
  if (undocumented !== true || (part !== "request" && part !== "response")) return undefined;
  const around = keys.slice(1, -1);
  const slip = keys.at(-1) ?? "";
  const membersOf = (side: "old" | "new") =>
    shapeOf(schemasAt(operations[side].model, part, around, moment[side]), moment[side]).members;
  const [own, other] = isGone ? (["old", "new"] as const) : (["new", "old"] as const);
  const here = membersOf(own);
  const there = membersOf(other);
  const shows = (side: "old" | "new", name: string) =>
    valuesAt(samplesFor(part, operations[side]), [...around, name]).length > 0;
  const meant = [...here].find(
    ([name, one]) =>
      !one.undocumented &&
      isNear(slip, name) &&
      there.get(name)?.undocumented === false &&
      shows(other, name) &&
      !shows(own, name),
  )?.[0];
  if (meant === undefined) return undefined;
  const [from, to] = isGone ? [slip, meant] : [meant, slip];
  const at = [...keys.slice(0, -1), meant];
  return { record: memberNameMended, keys: at, from, to, about: `${from} ${to}` };
}

/**
 * Members whose row has their name as the other side writes it. They are compared as one, instead
 * of one that is gone and one that is new.
 */
function asOne(
  differences: readonly Difference[],
  operations: Both<Listed>,
  moment: Moment,
  rows: BothRows,
): readonly Difference[] {
  const gone = differences.filter(({ record }) => removals.has(record));
  const taken = new Set<Difference>();
  const more: Difference[] = [];
  for (const one of gone) {
    const other = differences.find(
      (each) => additions.has(each.record) && !taken.has(each) && areOne(one, each, rows),
    );
    if (other === undefined) continue;
    taken.add(one).add(other);
    const [from, to] = [one.keys.at(-1) ?? "", other.keys.at(-1) ?? ""];
    more.push({ record: memberNameMended, keys: other.keys, from, to, about: `${from} ${to}` });
    const [part, ...way] = other.keys;
    const before = schemasAt(operations.old.model, part, one.keys.slice(1), moment.old);
    const after = schemasAt(operations.new.model, part, way, moment.new);
    const direction = part === "request" ? "request" : "answer";
    for (const inner of moment.schemas.compare(before, after, direction)) {
      // A row without its place was put inside, and is at its place now.
      const isRow = removals.has(inner.record) && inner.keys.at(-1) === to;
      if (!isRow) more.push({ ...inner, keys: [...other.keys, ...inner.keys] });
    }
  }
  return [...differences.filter((one) => !taken.has(one)), ...more];
}

/** They stand side by side, have nearly the same name, and one of them is a sample's alone. */
function areOne(gone: Difference, come: Difference, rows: BothRows): boolean {
  const [from, to] = [gone.keys.at(-1) ?? "", come.keys.at(-1) ?? ""];
  if (pointerOf(gone.keys.slice(0, -1)) !== pointerOf(come.keys.slice(0, -1))) return false;
  const isRow = (row: RowEvidence | undefined, name: string) => row?.name === name;
  const after = rows.new.get(pointerOf(come.keys));
  // Two names that rows write are two names, and a row that is gone is no slip of a sample.
  if (isRow(rows.old.get(pointerOf(gone.keys)), from) && (after === undefined || isRow(after, to)))
    return false;
  const limit = Math.min(3, Math.floor(Math.max(from.length, to.length) / 4));
  return limit > 0 && editDistance(from.toLowerCase(), to.toLowerCase(), limit) <= limit;
}
