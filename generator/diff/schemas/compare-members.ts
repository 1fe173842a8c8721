import { editDistance } from "../../diagnostics/nearest.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { Difference, Way } from "../difference.js";
import {
  answerMemberAdded,
  answerMemberBecameOptional,
  answerMemberBecameRequired,
  answerMemberRemoved,
  memberDocumented,
  memberLeftToSamples,
  memberNameMended,
  requestMemberAdded,
  requestMemberBecameOptional,
  requestMemberBecameRequired,
  requestMemberRemoved,
  requiredMemberAdded,
} from "../rules/members.js";
import type { Shape, ShapeMember } from "./shape.js";

/** What is different below a key. */
export type Inside = (
  key: string,
  old: readonly SchemaObject[],
  now: readonly SchemaObject[],
) => readonly Difference[];

/** What is different about the members of an object. */
export function compareMembers(
  old: Shape,
  now: Shape,
  way: Way,
  inside: Inside,
): readonly Difference[] {
  const mended = mendedNames(old, now);
  const meant = new Map(mended.map(({ from, to }) => [from, to]));
  const written = new Set(mended.map(({ to }) => to));
  const found: Difference[] = [];
  for (const { from, to } of mended)
    found.push({ record: memberNameMended, keys: [to], from, to, about: `${from} ${to}` });
  for (const [name, member] of old.members) {
    const other = now.members.get(name);
    if (other !== undefined) found.push(...compareMember(name, member, other, way, inside));
    else if (meant.has(name)) {
      const to = meant.get(name) ?? name;
      const after = now.members.get(to);
      if (after !== undefined) found.push(...inside(to, member.schemas, after.schemas));
    } else found.push(gone(name, member, way));
  }
  for (const [name, member] of now.members)
    if (!old.members.has(name) && !written.has(name)) found.push(come(name, member, way));
  return found;
}

function gone(name: string, { undocumented }: ShapeMember, way: Way): Difference {
  const record = way === "request" ? requestMemberRemoved : answerMemberRemoved;
  return { record, keys: [name], ...(undocumented && { undocumented }) };
}

function come(name: string, { required, undocumented }: ShapeMember, way: Way): Difference {
  // What no row documents was never said to be asked for.
  const added = required && !undocumented ? requiredMemberAdded : requestMemberAdded;
  const record = way === "request" ? added : answerMemberAdded;
  return { record, keys: [name], ...(undocumented && { undocumented }) };
}

function compareMember(
  name: string,
  old: ShapeMember,
  now: ShapeMember,
  way: Way,
  inside: Inside,
): readonly Difference[] {
  if (old.undocumented !== now.undocumented) {
    const record = now.undocumented ? memberLeftToSamples : memberDocumented;
    const below = inside(name, old.schemas, now.schemas);
    // What is inside of it has lost its rows, or got them, with it.
    const own = below.filter(({ record: one }) => one !== record);
    return [{ record, keys: [name] }, ...own];
  }
  const required: readonly Difference[] =
    old.required === now.required
      ? []
      : [{ record: requiredRecord(way, now.required), keys: [name] }];
  return [...required, ...inside(name, old.schemas, now.schemas)];
}

function requiredRecord(way: Way, required: boolean): Difference["record"] {
  if (way === "request")
    return required ? requestMemberBecameRequired : requestMemberBecameOptional;
  return required ? answerMemberBecameRequired : answerMemberBecameOptional;
}

interface Mended {
  readonly from: string;
  readonly to: string;
}

/**
 * Names that a sample alone had in OLD, and NEW does not have: where NEW has nearly the same name,
 * and OLD does not, a letter of the sample was mended. Two names that OLD has are two.
 */
function mendedNames(old: Shape, now: Shape): readonly Mended[] {
  const taken = new Set<string>();
  return [...old.members].flatMap(([from, { undocumented }]) => {
    if (!undocumented || now.members.has(from)) return [];
    const to = [...now.members.keys()].find(
      (other) => !taken.has(other) && !old.members.has(other) && isNear(from, other),
    );
    if (to === undefined) return [];
    taken.add(to);
    return [{ from, to }];
  });
}

/** Whether one or two letters are all that tells two names from each other. */
export function isNear(a: string, b: string): boolean {
  const limit = Math.min(2, Math.floor(Math.max(a.length, b.length) / 4));
  if (limit === 0 || a === b) return false;
  return editDistance(a.toLowerCase(), b.toLowerCase(), limit) <= limit;
}
