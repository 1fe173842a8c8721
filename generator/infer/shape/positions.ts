import { addTo } from "../../collections/groups.js";
import type { Row } from "../reference.js";
import { isOfAnyKey, isPlaceholder } from "../words/data-keys.js";
import { anyKey, nothing, objectAt, walk, type Path, type Shape } from "./shape.js";
import { sameWord } from "../../english/number.js";

/** A place of a skeleton, and the rows that speak of it. */
export interface Position {
  readonly path: Path;
  readonly key: string;
  readonly parent: string;
  readonly shape: Shape;
  readonly used: Row[];
  /** False where only its object is there. */
  readonly shown: boolean;
}

/** A path as a key. */
export const keyOf = (path: Path): string => path.join("\0");
/** Whether a path leads through another. */
export const isStart = (start: Path, path: Path): boolean =>
  start.length <= path.length && start.every((key, index) => path[index] === key);

/** A name with more parts than this is no path, but words with dots in them. */
const mostParts = 12;

/** The parts of a documented name: `networks.uuid`, `spec[].key`; `a.b` may also be one key. */
export function nameParts(name: string): readonly string[] {
  const parts = name.split(".", mostParts + 1);
  if (parts.length > mostParts) return [name];
  return parts.map((part) => withoutIndex(part).trim()).filter(Boolean);
}

/** Other signs than dots between the parts of a name: `user/name`, `user:name`, `user->name`. */
const otherSign = /[/:]|->/;

/** `part` without the brackets that it ends in. */
function withoutIndex(part: string): string {
  const at = part.endsWith("]") ? part.indexOf("[") : -1;
  return at < 0 ? part : part.slice(0, at);
}

/** Whether `path` ends as the documented parts say; a placeholder answers to any key. */
function endsWith(path: Path, parts: readonly string[]): boolean {
  let at = path.length;
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index] ?? "";
    at -= 1;
    // `networks.uuid` of networks: { "*": { uuid } } leaves the map's own step out.
    while (at >= 0 && path[at] === anyKey && !isPlaceholder(part)) at -= 1;
    const key = path[at];
    if (key === undefined) return false;
    if (key !== part && !(key === anyKey && isPlaceholder(part)) && !sameHead(index, parts, key))
      return false;
  }
  return true;
}

/** `security_group.name` speaks of `security_groups`. */
function sameHead(index: number, parts: readonly string[], key: string): boolean {
  return index < parts.length - 1 && sameWord(parts[index] ?? "", key);
}

/** The places of a skeleton by their keys. */
export function positionsOf(skeleton: Shape): ReadonlyMap<string, readonly Position[]> {
  const byKey = new Map<string, Position[]>();
  walk(skeleton, (path, shape) => {
    const key = path.at(-1) ?? "";
    const position = { path, key, parent: keyOf(path.slice(0, -1)), shape, used: [], shown: true };
    addTo(byKey, key, position);
  });
  return byKey;
}

/** The places that a row may speak of. */
export function candidatesOf(
  row: Row,
  byKey: ReadonlyMap<string, readonly Position[]>,
): readonly Position[] {
  return ofOwner(row, namedAs(row, byKey), byKey);
}

function namedAs(row: Row, byKey: ReadonlyMap<string, readonly Position[]>): readonly Position[] {
  const name = row.name.value;
  const exact = byKey.get(name);
  if (exact !== undefined) return exact;
  const parts = nameParts(name);
  const last = parts.at(-1);
  if (last === undefined) return [];
  if (isOfAnyKey(row)) return byKey.get(anyKey) ?? [];
  const pool = isPlaceholder(last) ? (byKey.get(anyKey) ?? []) : (byKey.get(last) ?? []);
  const found = pool.filter((position) => endsWith(position.path, parts));
  return found.length > 0 ? found : namedByPath(name, byKey);
}

/** The places that a name with other signs than dots leads to; most names with such a sign are one key. */
function namedByPath(
  name: string,
  byKey: ReadonlyMap<string, readonly Position[]>,
): readonly Position[] {
  const parts = name.split(otherSign, mostParts + 1).filter(Boolean);
  if (parts.length < 2 || parts.length > mostParts) return [];
  return (byKey.get(parts.at(-1) ?? "") ?? []).filter(({ path }) => endsWith(path, parts));
}

/**
 * Of several places those in the object that the reference names: `name: user_name` speaks of the
 * name of a user, not of a project's. Where a user is there without a name, that is the place.
 */
function ofOwner(
  { name, reference, entry }: Row,
  candidates: readonly Position[],
  byKey: ReadonlyMap<string, readonly Position[]>,
): readonly Position[] {
  const owner = ownerIn(reference.value, name.value);
  if (owner === undefined || candidates.length === 0) return candidates;
  const owned = candidates.filter(({ path }) =>
    path.slice(0, -1).some((key) => sameWord(key, owner)),
  );
  if (owned.length > 0) return owned;
  // What is required would be in the sample of its object.
  if (entry?.required === true) return candidates;
  const owners = [...byKey]
    .filter(([key]) => sameWord(key, owner))
    .flatMap(([, places]) => places)
    .filter(({ path, shape }) => path.length > 1 && objectAt(shape).members.size > 0);
  return owners.length > 0
    ? owners.map((place) => ({
        path: [...place.path, name.value],
        key: name.value,
        parent: keyOf(place.path),
        shape: nothing,
        used: [],
        shown: false,
      }))
    : candidates;
}

/** `user` of `user_name`, of which `name` is the member. */
function ownerIn(reference: string, member: string): string | undefined {
  const owner = reference.slice(0, -member.length);
  const ends = reference.toLowerCase().endsWith(member.toLowerCase());
  return ends && owner.length > 1 && /[-_.]$/.test(owner) ? owner.slice(0, -1) : undefined;
}
