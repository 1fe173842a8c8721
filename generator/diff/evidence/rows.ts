import { groupBy } from "../../collections/groups.js";
import type { Difference } from "../difference.js";
import { keysOf, pointerOf } from "../../collections/json-pointer.js";
import type { ChangeRecord } from "../record.js";
import {
  answerMemberAdded,
  answerMemberBecameOptional,
  answerMemberBecameRequired,
  answerMemberRemoved,
  memberNameMended,
  requestMemberAdded,
  requestMemberBecameOptional,
  requestMemberBecameRequired,
  requestMemberRemoved,
  requiredMemberAdded,
} from "../rules/members.js";
import {
  parameterAdded,
  parameterBecameOptional,
  parameterBecameRequired,
  parameterRemoved,
  requiredParameterAdded,
} from "../rules/parameters.js";
import {
  answerTypeChanged,
  answerTypeNarrowed,
  answerTypeWidened,
  requestTypeChanged,
  requestTypeNarrowed,
  requestTypeWidened,
  typeLost,
  typeSaid,
} from "../rules/types.js";
import { wordsChanged } from "../rules/words.js";
import { typeRecord } from "../schemas/compare-values.js";
import { kindWords } from "../schemas/words.js";
import type { SchemaType } from "../../openapi/document.js";
import type { RowEvidence, Side } from "../side.js";

/** What is there, or is not. */
export const ofPlaces: ReadonlySet<ChangeRecord> = new Set([
  requestMemberRemoved,
  requestMemberAdded,
  requiredMemberAdded,
  answerMemberRemoved,
  answerMemberAdded,
  memberNameMended,
  parameterRemoved,
  parameterAdded,
  requiredParameterAdded,
]);

/** What must be sent, or always comes. */
const ofRequired: ReadonlySet<ChangeRecord> = new Set([
  requestMemberBecameOptional,
  requestMemberBecameRequired,
  answerMemberBecameOptional,
  answerMemberBecameRequired,
  parameterBecameOptional,
  parameterBecameRequired,
]);

/** The kinds of JSON that a place has; null, which is told of for itself, is none of them. */
export const ofTypes: ReadonlySet<ChangeRecord> = new Set([
  requestTypeChanged,
  requestTypeNarrowed,
  requestTypeWidened,
  answerTypeChanged,
  answerTypeNarrowed,
  answerTypeWidened,
  typeSaid,
  typeLost,
]);

type Rows = ReadonlyMap<string, RowEvidence>;

/** The rows of one operation on both sides. */
export interface BothRows {
  readonly old: Rows;
  readonly new: Rows;
}

/** Undefined where one side is a document: it has none, and nothing can be said of them. */
export function rowsOf(
  sides: { readonly old: Side; readonly new: Side },
  ids: { readonly old: string; readonly new: string },
): BothRows | undefined {
  const old = sides.old.evidence?.rows.get(ids.old);
  const now = sides.new.evidence?.rows.get(ids.new);
  return old && now && { old, new: now };
}

/** The rows of a place, or of the list or map that it is in. */
export function rowAt(rows: Rows, keys: readonly string[]): RowEvidence | undefined {
  const last = keys.at(-1);
  const own = rows.get(pointerOf(keys));
  if (own !== undefined || (last !== "0" && last !== "*")) return own;
  return rowAt(rows, keys.slice(0, -1));
}

/**
 * Whether a row of a place that came or went stands, the same, at another place of the other side
 * that this side does not have: then only where it belongs was worked out otherwise.
 */
export function isMoved({ old, new: now }: BothRows, keys: readonly string[]): boolean {
  const pointer = pointerOf(keys);
  const elsewhere = (from: Rows, to: Rows): boolean => {
    const row = from.get(pointer);
    if (row === undefined || to.has(pointer)) return false;
    return [...to].some(
      ([at, other]) =>
        !from.has(at) &&
        other.name === row.name &&
        other.text === row.text &&
        at.split("/")[1] === keys[0],
    );
  };
  return elsewhere(old, now) || elsewhere(now, old);
}

/**
 * What rows say otherwise though the document is the same: a sample had the last word there, or an
 * operation that a member is not asked for in. Docs are the promise, and samples none.
 */
export function compareRows(
  { old, new: now }: BothRows,
  found: readonly Difference[],
): readonly Difference[] {
  const told = groupBy(found, ({ keys }) => pointerOf(keys));
  return [...old].flatMap(([pointer, before]): readonly Difference[] => {
    const after = now.get(pointer);
    if (after === undefined || after.text === before.text) return [];
    const keys = keysOf(pointer);
    const own = told.get(pointer) ?? [];
    const isTold = (...kinds: readonly ReadonlySet<ChangeRecord>[]): boolean =>
      own.some(({ record }) => kinds.some((records) => records.has(record)));
    const changed = [
      ...(isTold(ofPlaces, ofRequired) ? [] : requiredChange(keys, before, after)),
      ...(isTold(ofPlaces, ofTypes) ? [] : typeChange(keys, before, after)),
    ];
    if (changed.length > 0 || own.length > 0) return changed;
    return [{ record: wordsChanged, keys, place: `\`${keys.at(-1) ?? ""}\`` }];
  });
}

function requiredChange(
  keys: readonly string[],
  before: RowEvidence,
  after: RowEvidence,
): readonly Difference[] {
  const [part = "", name = ""] = keys;
  const known = before.required !== undefined && after.required !== undefined;
  if (!known || before.required === after.required || part === "path") return [];
  const isRequired = after.required === true;
  if (part === "request") {
    const record = isRequired ? requestMemberBecameRequired : requestMemberBecameOptional;
    return [{ record, keys }];
  }
  if (part === "response")
    return [{ record: isRequired ? answerMemberBecameRequired : answerMemberBecameOptional, keys }];
  const place = `${part} parameter \`${name}\``;
  return [{ record: isRequired ? parameterBecameRequired : parameterBecameOptional, keys, place }];
}

/** How the types of rows changed; undefined where they did not, or say none. */
export function rowTypeChange(
  keys: readonly string[],
  before: RowEvidence,
  after: RowEvidence,
): Required<Pick<Difference, "record" | "from" | "to">> | undefined {
  if (before.kinds.length === 0 || after.kinds.length === 0) return undefined;
  const widened = !covers(before.kinds, after.kinds);
  const narrowed = !covers(after.kinds, before.kinds);
  if (!widened && !narrowed) return undefined;
  const way = keys[0] === "response" ? "answer" : "request";
  return { record: typeRecord(way, widened, narrowed), from: words(before), to: words(after) };
}

/** Null is told of for itself, and an integer is a number. */
export function covers(outer: readonly string[], inner: readonly string[]): boolean {
  return inner.every(
    (kind) =>
      kind === "null" || outer.includes(kind) || (kind === "integer" && outer.includes("number")),
  );
}

function typeChange(
  keys: readonly string[],
  before: RowEvidence,
  after: RowEvidence,
): readonly Difference[] {
  const change = rowTypeChange(keys, before, after);
  return change === undefined ? [] : [{ ...change, keys, about: "row" }];
}

function words({ kinds }: RowEvidence): string {
  return kindWords({ kinds: new Set(kinds as readonly SchemaType[]) });
}
