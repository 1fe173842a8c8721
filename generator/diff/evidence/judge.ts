import type { Verdict } from "../change.js";
import type { Difference } from "../difference.js";
import { pointerOf } from "../../collections/json-pointer.js";
import { type Lost, placeOf, type Side } from "../side.js";
import type { Folded } from "../versions/fold.js";
import type { Listed } from "../operations/listed.js";
import { boundsAlong } from "./near-bounds.js";
import type { ChangeRecord } from "../record.js";
import {
  answerMemberBecameOptional,
  answerMemberBecameRequired,
  requestMemberAdded,
  requestMemberBecameOptional,
  requestMemberBecameRequired,
  requiredMemberAdded,
} from "../rules/members.js";
import { numberFormatRules } from "../rules/number-formats.js";
import { typeRules } from "../rules/types.js";
import { valueRules } from "../rules/values.js";
import { kindOf } from "../schemas/shape.js";
import { isAsked } from "./asked.js";
import { type BothRows, covers, isMoved, ofPlaces, ofTypes, rowAt, rowTypeChange } from "./rows.js";
import { fits, samplesFor, valuesAt } from "./samples.js";

/** A verdict, and what it rests on where that is not the record alone. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason?: string;
  /** What it is told as where the docs make another kind of change of it. */
  readonly as?: Pick<Difference, "record" | "from" | "to">;
}

/** What a difference of one operation is held against. */
export interface Case {
  readonly folded: Folded;
  readonly old: Listed;
  readonly new: Listed;
  readonly sides: { readonly old: Side; readonly new: Side };
  /** Undefined where a side is a document. */
  readonly rows: BothRows | undefined;
  /** The last microversion that OLD knew, if it knew any. */
  readonly known: string | undefined;
  /** What of the operation one side could not read, if there is something. */
  readonly unread?: Lost | undefined;
}

/** Each says what it knows of a difference, or nothing; the first that does decides. */
type Witness = (one: Case) => Judgement | undefined;
const witnesses: readonly Witness[] = [
  behindNew,
  ofNewBound,
  ofRowTypes,
  ofSameRow,
  ofMovedRow,
  ofAsked,
  ofRequiredRow,
  ofSamples,
  ofUnread,
  ofSampleOnly,
  ofRequired,
];

/** What these say comes of samples: where one of them was not read, nobody knows. */
const bySamples: ReadonlySet<Witness> = new Set([ofSameRow, ofMovedRow, ofSamples]);

/** What a difference means, with the evidence of the docs: see `docs/diff.md`. */
export function judge(one: Case): Judgement {
  for (const witness of witnesses) {
    const judgement = witness(one);
    if (judgement !== undefined)
      return bySamples.has(witness) ? (unreadIn(one) ?? judgement) : judgement;
  }
  return { verdict: one.folded.difference.record.verdict };
}

/** Whoever does not ask for a new microversion does not see what is behind it. */
function behindNew({ folded, known }: Case): Judgement | undefined {
  if (!folded.isNew || known === undefined) return undefined;
  return {
    verdict: "addition",
    reason: `behind a microversion that OLD, up to ${known}, did not know`,
  };
}

/**
 * A place that came or went where a bound that NEW alone has begins or ends: the docs had forgotten
 * the bound, if a version history names the place there.
 */
function ofNewBound({ folded, old, new: now, sides }: Case): Judgement | undefined {
  const { difference, edges } = folded;
  if (edges.length === 0) return undefined;
  const before = boundsAlong(old.model, difference.keys, sides.old.document);
  const after = boundsAlong(now.model, difference.keys, sides.new.document);
  const edge = edges.find((version) => after.has(version) && !before.has(version));
  if (edge === undefined) return undefined;
  // Another bound in the place of one that was there is a promise taken back; one more, inside of
  // what the operation has as before, may have been forgotten.
  const wasBound = [...before].some((version) => !after.has(version));
  const names = namesOf(difference.keys, now);
  for (const side of ["new", "old"] as const) {
    const words = sides[side].evidence?.history.get(edge);
    if (words !== undefined && names.some((name) => mentions(words, name))) {
      const which = side === "new" ? "NEW" : "OLD";
      return {
        verdict: "correction",
        reason: `the version history of ${which} names it at ${edge}: the docs had forgotten the bound`,
      };
    }
  }
  if (difference.record.verdict !== "breaking") return undefined;
  if (wasBound)
    return { verdict: "breaking", reason: `NEW binds it at ${edge}, and OLD did elsewhere` };
  const lacking =
    sides.new.evidence === undefined && sides.old.evidence === undefined
      ? "documents alone have no version history"
      : "no version history names it there";
  return {
    verdict: "unknown",
    reason: `NEW binds it at ${edge}, and ${lacking}: what the service did before, only its code could tell`,
  };
}

/** What a history may call a place: the members on the way, innermost first; else the operation. */
function namesOf(keys: readonly string[], { model }: Listed): readonly string[] {
  const own = keys.slice(1).filter((key) => key !== "0" && key !== "*");
  const name = own.at(-1);
  if (name !== undefined) return [name];
  const segments = model.path.split("/").filter((part) => part !== "" && !part.includes("{"));
  return [model.action, model.path, segments.at(-1)].filter((one) => one !== undefined);
}

/** As a word of its own: `tags` is not named by `stags`. */
function mentions(words: string, name: string): boolean {
  const lower = words.toLowerCase();
  const wanted = name.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const around = [lower[at - 1] ?? " ", lower[at + wanted.length] ?? " "];
    if (around.every((letter) => !/[\w-]/.test(letter))) return true;
  }
  return false;
}

/**
 * Where rows say another type than before, they count, and not what samples made of them: a mended
 * row says what OLD's samples had shown, any other is a promise that was changed.
 */
function ofRowTypes({ folded: { difference }, old, rows }: Case): Judgement | undefined {
  const { keys, record } = difference;
  if (rows === undefined || !ofTypes.has(record)) return undefined;
  // What the row of a list or map says of its type says nothing of what is in it.
  const at = pointerOf(keys);
  const [before, after] = [rows.old.get(at), rows.new.get(at)];
  const change = before && after && rowTypeChange(keys, before, after);
  if (before === undefined || after === undefined || change === undefined) return undefined;
  const shown = valuesAt(samplesFor(keys[0], old), keys.slice(1)).map(kindOf);
  const mended = shown.length > 0 && covers(after.kinds, shown) && !covers(before.kinds, shown);
  if (mended) return { verdict: "correction", reason: "OLD's own samples had shown it already" };
  const { verdict } = change.record;
  if (verdict === record.verdict) return { verdict };
  const reason = "so its row says, whatever samples, or other operations, show";
  return { verdict, as: change, reason };
}

/**
 * What is different though its row says the same comes from samples, or from other operations.
 * Docs are the promise, and samples none; but one that shows what nobody was told of may be right.
 */
function ofSameRow({ folded: { difference }, new: now, rows }: Case): Judgement | undefined {
  const { keys, record, shapes } = difference;
  if (rows === undefined || !ofShown.has(record)) return undefined;
  if (keys[0] !== "request" && keys[0] !== "response") return undefined;
  const [before, after] = [rowAt(rows.old, keys), rowAt(rows.new, keys)];
  // At which microversions a row is says nothing of whether it must be there at those.
  const isSame = ofPresence.has(record)
    ? before?.unbound === after?.unbound
    : before?.text === after?.text;
  if (!isSame) return undefined;
  const shown = shapes && valuesAt(samplesFor(keys[0], now), keys.slice(1));
  const isNews = shapes && shown?.some((value) => !fits(value, shapes.old));
  if (isNews === true && record.verdict === "breaking")
    return {
      verdict: "unknown",
      reason: "a sample alone shows it: whether the service changed, only its code could tell",
    };
  const reason =
    before === undefined
      ? "no row documents it: samples alone show it otherwise"
      : "its row says the same as before: samples, or other operations, show it otherwise";
  return { verdict: "correction", reason };
}

/** A row that is the same stands elsewhere: samples show where, and OLD's may have shown it, too. */
function ofMovedRow({ folded: { difference }, old, rows }: Case): Judgement | undefined {
  const { keys, record } = difference;
  if (rows === undefined || !ofPlaces.has(record) || !isMoved(rows, keys)) return undefined;
  if (record.verdict !== "breaking" || samplesFor(keys[0], old).length === 0)
    return { verdict: "correction", reason: "the same row is at another place, by its samples" };
  return {
    verdict: "unknown",
    reason:
      "the same row is at another place, by its samples: which one the service has, only its code could tell",
  };
}

/** Of a document: what its rows asked for already, and samples alone let out or sent. */
function ofAsked({ folded: { difference }, old, new: now, rows }: Case): Judgement | undefined {
  const { keys, record } = difference;
  if (rows !== undefined) return undefined;
  const isSame =
    (record === requestMemberBecameRequired && isAsked(old, keys)) ||
    (record === requestMemberBecameOptional && isAsked(now, keys));
  if (!isSame) return undefined;
  return {
    verdict: "correction",
    reason: "its row asks for it as before: samples show it otherwise",
  };
}

/** A row says that a new member must be sent, and a sample that was left as it was does not send it. */
function ofRequiredRow({ folded: { difference }, new: now, rows }: Case): Judgement | undefined {
  const { keys, record } = difference;
  if (record !== requestMemberAdded) return undefined;
  const isNew =
    rows === undefined
      ? isAsked(now, keys)
      : rowAt(rows.new, keys)?.required === true && rowAt(rows.old, keys) === undefined;
  if (!isNew) return undefined;
  return {
    verdict: "breaking",
    as: { record: requiredMemberAdded },
    reason: "its row says that it must be sent, though a sample of NEW leaves it out",
  };
}

/** Whether a member must be there. */
const ofPresence: ReadonlySet<ChangeRecord> = new Set([
  requestMemberBecameRequired,
  requestMemberBecameOptional,
  answerMemberBecameRequired,
  answerMemberBecameOptional,
]);

/** What may come of samples alone. */
const ofShown: ReadonlySet<ChangeRecord> = new Set([
  ...typeRules,
  ...numberFormatRules,
  ...valueRules,
  ...ofPresence,
]);

/** The samples of OLD that show what is there, where NEW says what they show and OLD did not. */
function ofSamples({ folded: { difference }, old }: Case): Judgement | undefined {
  const { shapes, keys } = difference;
  const samples = samplesFor(keys[0], old);
  if (shapes === undefined || samples.length === 0) return undefined;
  const values = valuesAt(samples, keys.slice(1));
  if (values.length === 0 || !values.every((value) => fits(value, shapes.new))) return undefined;
  if (values.every((value) => fits(value, shapes.old))) return undefined;
  return { verdict: "correction", reason: "OLD's own samples had shown it already" };
}

/** What samples alone show, of which one side has one that was not read. */
function ofUnread(one: Case): Judgement | undefined {
  return one.folded.difference.undocumented === true ? unreadIn(one) : undefined;
}

function unreadIn({ unread }: Case): Judgement | undefined {
  return (
    unread && { verdict: "unknown", reason: `not all of it could be read: ${placeOf(unread)}` }
  );
}

/** What no row ever promised, and no sample shows any more. */
function ofSampleOnly({ folded: { difference } }: Case): Judgement | undefined {
  if (difference.undocumented !== true || difference.record.verdict !== "breaking")
    return undefined;
  return {
    verdict: "unknown",
    reason:
      "OLD had it in samples alone: whether the service has it still, only its code could tell",
  };
}

/** A sample that leaves a member out is a program that was right. */
function ofRequired({ folded: { difference }, old }: Case): Judgement | undefined {
  if (difference.record.id !== "request-member-became-required") return undefined;
  const { keys } = difference;
  const name = keys.at(-1);
  const around = valuesAt(samplesFor(keys[0], old), keys.slice(1, -1));
  if (name === undefined || around.length === 0) return undefined;
  const leavesOut = around.some((value) => valuesAt([value], [name]).length === 0);
  if (leavesOut) return { verdict: "breaking", reason: "a sample of OLD leaves it out" };
  return {
    verdict: "unknown",
    reason:
      "every sample of OLD sends it: whether the service always asked for it, only its code could tell",
  };
}
