import type { Change } from "./change.js";
import { describe, type Described } from "./describe.js";
import type { Difference } from "./difference.js";
import { compareAsked } from "./evidence/asked.js";
import { judge, type Judgement } from "./evidence/judge.js";
import { isOfLeftOut } from "./evidence/left-out.js";
import { type BothRows, compareRows } from "./evidence/rows.js";
import { compareCredentials, type Credentials } from "./operations/compare-credentials.js";
import { addressesOfPair, compareServers, type Servers } from "./operations/compare-servers.js";
import { compareWebhooks, type Webhooks } from "./operations/compare-webhooks.js";
import { compareWords } from "./operations/compare-words.js";
import { compareWriting, type Writing } from "./operations/compare-writing.js";
import type { Listed } from "./operations/listed.js";
import type { ChangeRecord } from "./record.js";
import { operationAdded } from "./rules/operations.js";
import { functionRenamed, samplesChanged } from "./rules/words.js";
import type { View } from "./schemas/view.js";
import type { Both, Lost, Side } from "./side.js";
import type { Folded } from "./versions/fold.js";
import { type Bounds, compareVersions } from "../versions/versions.js";
import type { Timeline } from "./versions/timeline.js";

/** What is known of both sides, whatever operation is looked at. */
export interface PairContext {
  readonly sides: Both<Side>;
  readonly timeline: Timeline;
  /** The schemas of two sides as they stand; undefined where both are one document. */
  readonly written: Both<View> | undefined;
  readonly webhooks: Both<Webhooks>;
  readonly writing: Both<Writing>;
  readonly credentials: Both<Credentials>;
  /** Undefined where all operations are called where they were, or it is told of the service. */
  readonly servers: Both<Servers> | undefined;
  /** Say, too, which functions of the client have another name. */
  readonly names: boolean;
}

/** What was found out about two operations that are one. */
export interface Pair {
  readonly operations: Both<Listed>;
  /** What is different in what they take and give. */
  readonly found: readonly Folded[];
  /** Where their words are to be compared: the schemas with all that is said of them. */
  readonly said: Both<View> | undefined;
  /** Undefined where a side is a document. */
  readonly rows: BothRows | undefined;
  /** What of it one side could not read, if there is something. */
  readonly unread?: Lost | undefined;
}

/** The changes of two operations that are one, each judged and in words. */
export function tellPair(
  { operations, found, said, rows, unread }: Pair,
  context: PairContext,
): readonly Change[] {
  const { sides, timeline, credentials, webhooks } = context;
  const { old, new: now } = operations;
  const described: Described = { model: now.model, judgement: { verdict: "unknown" }, timeline };
  const changes: Change[] = [];
  const told: Difference[] = [];
  const tell = (folded: Folded): void => {
    const judgement = judge({ folded, old, new: now, sides, rows, known: timeline.known, unread });
    const difference = { ...folded.difference, ...judgement.as };
    told.push(difference);
    changes.push(describe({ ...folded, difference }, { ...described, judgement }));
  };
  const always = (difference: Difference): Folded => atAll(difference, timeline, now.model.bounds);
  for (const folded of found) if (!isOfLeftOut(folded.difference, rows, operations)) tell(folded);
  const asked = { old: credentials.old.of(old.model), new: credentials.new.of(now.model) };
  for (const difference of compareCredentials(asked.old, asked.new)) tell(always(difference));
  const { servers } = context;
  if (servers !== undefined) {
    const at = addressesOfPair(servers, { old: old.model, new: now.model });
    for (const difference of compareServers(at.old, at.new)) tell(always(difference));
  }
  const sent = { old: webhooks.old.of(old.model), new: webhooks.new.of(now.model) };
  for (const difference of compareWebhooks(sent.old, sent.new, "callbacks"))
    tell(always(difference));
  const { writing } = context;
  const written = { old: writing.old.of(old.model), new: writing.new.of(now.model) };
  for (const difference of compareWriting(written.old, written.new)) tell(always(difference));
  if (rows === undefined && context.written !== undefined)
    for (const difference of compareAsked(operations, context.written)) tell(always(difference));
  if (said !== undefined)
    for (const difference of compareWords(old, now, said))
      // Samples are others where one was not read.
      if (unread === undefined || difference.record !== samplesChanged) tell(always(difference));
  if (rows !== undefined)
    for (const difference of compareRows(rows, told)) tell(always(difference));
  const [from, to] = [old.model.operationId, now.model.operationId];
  if (context.names && from !== to) {
    const judgement = { verdict: functionRenamed.verdict };
    const difference = { record: functionRenamed, keys: [], from, to, about: `${from} ${to}` };
    changes.push(describe(always(difference), { ...described, judgement }));
  }
  return changes;
}

/** An operation that one side alone has; the other may have it in what could not be read of it. */
export function tellWhole(
  { model }: Listed,
  record: ChangeRecord,
  timeline: Timeline,
  lost: readonly Lost[] = [],
): Change {
  const { min = timeline.first ?? null, max } = model.bounds;
  const last = max ?? (record === operationAdded ? timeline.last : timeline.known) ?? null;
  const range = timeline.first === undefined ? { min: null, max: null } : { min, max: last };
  const [first] = lost;
  const judgement: Judgement =
    first === undefined
      ? { verdict: record.verdict }
      : { verdict: "unknown", reason: `not everything could be read: ${first.file}` };
  const difference = { record, keys: [], place: `${model.method} ${model.path}` };
  return describe({ difference, range, isNew: false, edges: [] }, { model, judgement, timeline });
}

/** A difference that holds at every microversion that an operation is at. */
export function atAll(
  difference: Difference,
  { first, last }: Timeline,
  { min, max }: Bounds = {},
): Folded {
  const isThere = first !== undefined && last !== undefined;
  const range = {
    min: (isThere && min !== undefined && compareVersions(min, first) > 0 ? min : first) ?? null,
    max: (isThere && max !== undefined && compareVersions(max, last) < 0 ? max : last) ?? null,
  };
  return { difference, range, isNew: false, edges: [] };
}
