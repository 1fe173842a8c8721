import { canonicalJson } from "../openapi/canonical.js";
import { readModel } from "../openapi/read/read-model.js";
import { type Change, verdicts } from "./change.js";
import { describe, type Described } from "./describe.js";
import type { Difference } from "./difference.js";
import { judge, type Judgement } from "./evidence/judge.js";
import { withMendedNames } from "./evidence/mended-names.js";
import { type BothRows, compareRows, rowsOf } from "./evidence/rows.js";
import { compareCredentials, Credentials } from "./operations/compare-credentials.js";
import { compareOperation } from "./operations/compare-operation.js";
import { compareWebhooks, Webhooks } from "./operations/compare-webhooks.js";
import { compareWords } from "./operations/compare-words.js";
import { OperationDigests } from "./operations/digest-operation.js";
import { type Listed, listOperations } from "./operations/listed.js";
import { matchOperations } from "./operations/match.js";
import type { ChangeRecord } from "./record.js";
import { operationAdded, operationRemoved } from "./rules/operations.js";
import { functionRenamed } from "./rules/words.js";
import { changeOfService, compareService } from "./service.js";
import { documentSide, type Lost, type Side } from "./side.js";
import { boundariesOf } from "./versions/boundaries.js";
import { fold, type Folded } from "./versions/fold.js";
import { Moments } from "./versions/moments.js";
import { segmentsOf, type Timeline, timelineOf } from "./versions/timeline.js";
import type { OpenApiDocument } from "../openapi/document.js";

/** What came of a comparison. */
export interface Comparison {
  /** The worst first, then in the order of the operations of NEW. */
  readonly changes: readonly Change[];
  readonly sides: { readonly old: ComparedSide; readonly new: ComparedSide };
}

export interface ComparedSide {
  /** How many documented operations were read. */
  readonly operations: number;
  /** What could not be read: where there is anything, nothing is not said to be nothing. */
  readonly lost: readonly Lost[];
  /** Whether rows and a version history of a tree were there to judge by. */
  readonly evidence: boolean;
}

export interface DiffOptions {
  /** Say, too, which functions of the client have another name. */
  readonly names?: boolean;
}

/** What is different between two documents. */
export function compareDocuments(
  old: OpenApiDocument,
  now: OpenApiDocument,
  options: DiffOptions = {},
): readonly Change[] {
  return compare(documentSide(old), documentSide(now), options).changes;
}

/** What is different between two sides, and what that means for programs that were right by OLD. */
export function compare(old: Side, now: Side, options: DiffOptions = {}): Comparison {
  const models = { old: readModel(old.document), new: readModel(now.document) };
  const listed = { old: listOperations(models.old), new: listOperations(models.new) };
  const timeline = timelineOf(models.old.microversions, models.new.microversions);
  const { pairs, gone, come } = matchOperations(listed.old, listed.new);
  const context: Context = {
    sides: { old, new: now },
    timeline,
    moments: new Moments(old.document, now.document),
    digests: {
      old: new OperationDigests(old.document),
      new: new OperationDigests(now.document),
    },
    webhooks: { old: new Webhooks(old.document), new: new Webhooks(now.document) },
    credentials: { old: new Credentials(old.document), new: new Credentials(now.document) },
    options,
  };
  const { webhooks } = context;
  const found = [
    ...compareService(models.old, models.new),
    ...compareWebhooks(webhooks.old.all, webhooks.new.all, "webhooks").map((one) =>
      changeOfService(one),
    ),
    ...gone.flatMap((one) => whole(one, operationRemoved, context)),
    ...come.flatMap((one) => whole(one, operationAdded, context)),
    ...pairs.flatMap((pair) => comparePair(pair.old, pair.new, context)),
  ];
  const order = new Map(listed.new.map(({ model }, index) => [model.operationId, index]));
  return {
    changes: sorted(found, order),
    sides: { old: summary(old, listed.old), new: summary(now, listed.new) },
  };
}

interface Context {
  readonly sides: { readonly old: Side; readonly new: Side };
  readonly timeline: Timeline;
  readonly moments: Moments;
  readonly digests: { readonly old: OperationDigests; readonly new: OperationDigests };
  readonly webhooks: { readonly old: Webhooks; readonly new: Webhooks };
  readonly credentials: { readonly old: Credentials; readonly new: Credentials };
  readonly options: DiffOptions;
}

function summary({ lost, evidence }: Side, operations: readonly Listed[]): ComparedSide {
  return { operations: operations.length, lost, evidence: evidence !== undefined };
}

/** An operation that one side alone has; nothing is said of what the other could not read. */
function whole(one: Listed, record: ChangeRecord, { timeline, sides }: Context): readonly Change[] {
  const { model } = one;
  const isAdded = record === operationAdded;
  const { lost } = isAdded ? sides.old : sides.new;
  const file = model.source?.file;
  const names = ({ file: at, message }: Lost): boolean =>
    file !== undefined && (at.endsWith(file) || message.includes(file));
  if (lost.some(names)) return [];
  const { min = timeline.first ?? null, max } = model.bounds;
  const last = max ?? (isAdded ? timeline.last : timeline.known) ?? null;
  const range = timeline.first === undefined ? { min: null, max: null } : { min, max: last };
  const [first] = lost;
  const judgement: Judgement =
    first === undefined
      ? { verdict: record.verdict }
      : { verdict: "unknown", reason: `not everything could be read: ${first.file}` };
  const difference = { record, keys: [], place: `${model.method} ${model.path}` };
  return [describe({ difference, range, isNew: false, edges: [] }, { model, judgement, timeline })];
}

function comparePair(old: Listed, now: Listed, context: Context): readonly Change[] {
  const { digests, sides, timeline } = context;
  const unread = (side: Side, { model }: Listed) => side.evidence?.unread.has(model.operationId);
  if (unread(sides.old, old) === true || unread(sides.new, now) === true) return [];
  const described: Described = { model: now.model, judgement: { verdict: "unknown" }, timeline };
  const changes: Change[] = [];
  const rows = rowsOf(sides, { old: old.model.operationId, new: now.model.operationId });
  const told: Difference[] = [];
  const tell = (folded: Folded): void => {
    told.push(folded.difference);
    const judgement = judge({ folded, old, new: now, sides, rows, known: timeline.known });
    changes.push(describe(folded, { ...described, judgement }));
  };
  if (digests.old.structure(old) !== digests.new.structure(now))
    for (const folded of structural(old, now, rows, context)) tell(folded);
  const always = (difference: Folded["difference"]): Folded => {
    const { first, last } = timeline;
    const range = { min: first ?? null, max: last ?? null };
    return { difference, range, isNew: false, edges: [] };
  };
  const { credentials, webhooks } = context;
  const asked = { old: credentials.old.of(old.model), new: credentials.new.of(now.model) };
  for (const difference of compareCredentials(asked.old, asked.new)) tell(always(difference));
  const sent = { old: webhooks.old.of(old.model), new: webhooks.new.of(now.model) };
  for (const difference of compareWebhooks(sent.old, sent.new, "callbacks"))
    tell(always(difference));
  if (digests.old.whole(old) !== digests.new.whole(now)) {
    const documents = { old: sides.old.document, new: sides.new.document };
    for (const difference of compareWords(old, now, documents)) tell(always(difference));
  }
  if (rows !== undefined)
    for (const difference of compareRows(rows, told)) tell(always(difference));
  const [from, to] = [old.model.operationId, now.model.operationId];
  if (context.options.names === true && from !== to) {
    const judgement = { verdict: functionRenamed.verdict };
    const difference = { record: functionRenamed, keys: [], from, to, about: `${from} ${to}` };
    changes.push(describe(always(difference), { ...described, judgement }));
  }
  return changes;
}

/** The differences at each stretch of microversions, equal ones brought together. */
function structural(
  old: Listed,
  now: Listed,
  rows: BothRows | undefined,
  context: Context,
): readonly Folded[] {
  const { sides, timeline, moments } = context;
  const boundaries = new Set([
    ...boundariesOf(old.model, sides.old.document),
    ...boundariesOf(now.model, sides.new.document),
  ]);
  const operations = { old: old.model, new: now.model };
  return fold(
    segmentsOf(timeline, boundaries).map((segment) => {
      const moment = moments.at(segment.at);
      const found = compareOperation(old.model, now.model, moment);
      return { segment, differences: withMendedNames(found, operations, moment, rows) };
    }),
  );
}

function sorted(changes: readonly Change[], order: ReadonlyMap<string, number>): readonly Change[] {
  const rank = ({ operation }: Change): number =>
    operation === null ? -1 : (order.get(operation.id) ?? order.size);
  const unique = [...new Map(changes.map((one) => [canonicalJson(one), one])).values()];
  return unique.toSorted(
    (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) || rank(a) - rank(b),
  );
}
