import { canonicalJson } from "../../openapi/canonical.js";
import type { SchemaType } from "../../openapi/document.js";
import type { Difference, Way } from "../difference.js";
import { defaultChanged, defaultNoLongerSaid, defaultSaid } from "../rules/limits.js";
import {
  answerBecameNotNullable,
  answerBecameNullable,
  answerTypeChanged,
  answerTypeNarrowed,
  answerTypeWidened,
  requestBecameNotNullable,
  requestBecameNullable,
  requestTypeChanged,
  requestTypeNarrowed,
  requestTypeWidened,
  typeLost,
  typeSaid,
} from "../rules/types.js";
import { compareFormats } from "./compare-formats.js";
import { compareListed } from "./compare-listed.js";
import { compareLimits } from "./compare-limits.js";
import type { Shape } from "./shape.js";
import { kindWords, valueWords } from "./words.js";

/** What was found, and whether there is nothing below that could be compared. */
export interface ValueDifferences {
  readonly found: readonly Difference[];
  readonly stop: boolean;
}

type Kinds = ReadonlySet<SchemaType>;
const every: Kinds = new Set(["boolean", "number", "string", "array", "object"]);

/** What is different about the values of one place, members aside. */
export function compareValues(
  old: Shape,
  now: Shape,
  way: Way,
  unsaid: { readonly old: boolean; readonly new: boolean },
): ValueDifferences {
  const [before, after] = [said(old, unsaid.old), said(now, unsaid.new)];
  const isUnsaid = {
    old: before.size === 0 && !isNullAlone(old),
    new: after.size === 0 && !isNullAlone(now),
  };
  const from = isNullAlone(old) ? "null" : kindWords({ kinds: before });
  const to = isNullAlone(now) ? "null" : kindWords({ kinds: after });
  const shapes = { old, new: now };
  if (isUnsaid.old || isUnsaid.new) {
    if (isUnsaid.old === isUnsaid.new) return { found: [], stop: false };
    const record = isUnsaid.old ? typeSaid : typeLost;
    return { found: [{ record, keys: [], from, to, shapes }], stop: true };
  }
  const found: Difference[] = [];
  const nullable = { old: isNullable(old, unsaid.old), new: isNullable(now, unsaid.new) };
  if (nullable.old !== nullable.new)
    found.push({ record: nullRecord(way, nullable.new), keys: [], shapes });
  const widened = !covers(before, after);
  const narrowed = !covers(after, before);
  if (widened || narrowed) {
    const record = typeRecord(way, widened, narrowed);
    found.push({ record, keys: [], from, to, about: `${[...before]} ${[...after]}`, shapes });
  } else {
    found.push(...compareListed(old, now, way));
    found.push(...compareFormats(old, now, way));
    found.push(...compareLimits(old, now, way));
  }
  found.push(...compareDefaults(old, now, way));
  return { found, stop: false };
}

/** The kinds without null; in a document of restanza what says nothing is not known. */
function said({ kinds }: Shape, unsaid: boolean): Kinds {
  if (kinds.size === 0) return unsaid ? kinds : every;
  return new Set([...kinds].filter((kind) => kind !== "null"));
}

/** Nothing but null is taken, or comes: that says what it is. */
function isNullAlone({ kinds }: Shape): boolean {
  return kinds.size === 1 && kinds.has("null");
}

function isNullable({ kinds }: Shape, unsaid: boolean): boolean {
  return kinds.has("null") || (kinds.size === 0 && !unsaid);
}

/** Whether whatever `inner` takes is taken by `outer`. */
function covers(outer: Kinds, inner: Kinds): boolean {
  return [...inner].every((kind) => outer.has(kind) || (kind === "integer" && outer.has("number")));
}

/** The kind of change where a place has other kinds of values. */
export function typeRecord(way: Way, widened: boolean, narrowed: boolean): Difference["record"] {
  if (widened && narrowed) return way === "request" ? requestTypeChanged : answerTypeChanged;
  if (widened) return way === "request" ? requestTypeWidened : answerTypeWidened;
  return way === "request" ? requestTypeNarrowed : answerTypeNarrowed;
}

function nullRecord(way: Way, nullable: boolean): Difference["record"] {
  if (way === "request") return nullable ? requestBecameNullable : requestBecameNotNullable;
  return nullable ? answerBecameNullable : answerBecameNotNullable;
}

/** What comes in place of something that is left out is a matter of requests. */
function compareDefaults(old: Shape, now: Shape, way: Way): readonly Difference[] {
  const [before, after] = [old.default, now.default];
  if (canonicalJson(before) === canonicalJson(after)) return [];
  const from = valueWords(before);
  const to = valueWords(after);
  const about = `${from} ${to}`;
  if (before === undefined) return [{ record: defaultSaid, keys: [], to, about }];
  if (after === undefined) return [{ record: defaultNoLongerSaid, keys: [], from, about }];
  return way === "request" ? [{ record: defaultChanged, keys: [], from, to, about }] : [];
}
