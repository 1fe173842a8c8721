import { canonicalJson } from "../openapi/canonical.js";
import type { OpenApiDocument } from "../openapi/document.js";
import type { ApiModel } from "../openapi/model.js";
import { readModel } from "../openapi/read/read-model.js";
import { type Change, type OperationName, verdicts } from "./change.js";
import { isAbout } from "./evidence/beside-document.js";
import { withMendedNames } from "./evidence/mended-names.js";
import { type BothRows, rowsOf } from "./evidence/rows.js";
import { doubted, withUnclear } from "./evidence/unclear.js";
import { Credentials } from "./operations/compare-credentials.js";
import { compareOperation } from "./operations/compare-operation.js";
import { addressesOfPair, compareServers, Servers } from "./operations/compare-servers.js";
import { compareWords } from "./operations/compare-words.js";
import { compareWebhooks, Webhooks } from "./operations/compare-webhooks.js";
import { OperationDigests } from "./operations/digest-operation.js";
import { Writing } from "./operations/compare-writing.js";
import { type Listed, listOperations } from "./operations/listed.js";
import { matchOperations } from "./operations/match.js";
import type { Difference } from "./difference.js";
import type { ChangeRecord } from "./record.js";
import { operationAdded, operationRemoved } from "./rules/operations.js";
import { View } from "./schemas/view.js";
import { changeOfService, compareService } from "./service.js";
import { type Both, documentSide, type Lost, type Side } from "./side.js";
import { type PairContext, tellPair, tellWhole } from "./tell-pair.js";
import { boundariesOf } from "./versions/boundaries.js";
import { fold, type Folded } from "./versions/fold.js";
import { Moments } from "./versions/moments.js";
import { segmentsOf, type Timeline, timelineAt, timelineOf } from "./versions/timeline.js";

/** What came of a comparison. */
export interface Comparison {
  /** The worst first, then in the order of the operations of NEW. */
  readonly changes: readonly Change[];
  /** Operations whose own docs are the same, and that are read otherwise since those of others changed. */
  readonly echoes: readonly OperationName[];
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
  const listedOf = ({ document, chapters }: ApiModel) =>
    listOperations(
      document,
      chapters.flatMap(({ operations }) => operations),
    );
  const listed = { old: listedOf(models.old), new: listedOf(models.new) };
  const { projected } = models.old;
  const timeline =
    projected !== undefined && projected === models.new.projected
      ? timelineAt(projected)
      : timelineOf(models.old.microversions, models.new.microversions);
  const servers = { old: new Servers(old.document), new: new Servers(now.document) };
  // What is called as before is the same, wherever its base path ends.
  const byUrl = matchOperations(listed.old, listed.new, {
    old: ({ model }) => servers.old.urlsOf(model),
    new: ({ model }) => servers.new.urlsOf(model),
  });
  const { pairs: byPath, gone, come } = matchOperations(byUrl.gone, byUrl.come);
  const pairs = [...byUrl.pairs, ...byPath];
  const moved = serversOfAll(pairs, servers, listed);
  const context: Context = {
    servers: moved === undefined ? servers : undefined,
    sides: { old, new: now },
    timeline,
    moments: new Moments(old.document, now.document),
    digests: {
      old: new OperationDigests(old.document),
      new: new OperationDigests(now.document),
    },
    writing: { old: new Writing(old.document), new: new Writing(now.document) },
    webhooks: { old: new Webhooks(old.document), new: new Webhooks(now.document) },
    credentials: { old: new Credentials(old.document), new: new Credentials(now.document) },
    written: { old: new View(old.document, undefined), new: new View(now.document, undefined) },
    names: options.names === true,
  };
  const { webhooks } = context;
  const told = pairs.map((pair) => ({ ...pair, ...comparePair(pair, context) }));
  const different = told.filter(({ changes }) => changes.length > 0);
  const cleared = withUnclear(context.sides, { only: { old: gone, new: come }, different });
  const { sides, operations: unclear } = cleared;
  const first = sides.old.lost[0] ?? sides.new.lost[0];
  const found = [
    ...compareService(models.old, models.new, {
      old: old.evidence?.history,
      new: now.evidence?.history,
    }).map((one) => doubted(one, first)),
    ...(moved ?? []).map((one) => doubted(changeOfService(one), first)),
    ...compareWebhooks(webhooks.old.all, webhooks.new.all, "webhooks").map((one) =>
      changeOfService(one),
    ),
    ...gone.flatMap((one) => whole(one, operationRemoved, sides.new.lost, timeline)),
    ...come.flatMap((one) => whole(one, operationAdded, sides.old.lost, timeline)),
    ...different.flatMap((pair) => {
      const lost =
        unclear.old.get(pair.old.model.operationId) ?? unclear.new.get(pair.new.model.operationId);
      if (lost === undefined) return pair.changes;
      return comparePair(pair, context, lost).changes.map((one) => doubted(one, lost));
    }),
  ];
  const order = new Map(listed.new.map(({ model }, index) => [model.operationId, index]));
  return {
    changes: sorted(found, order),
    echoes: told.flatMap(({ new: { model }, isEcho }) =>
      isEcho ? [{ method: model.method, path: model.path, id: model.operationId }] : [],
    ),
    sides: { old: summary(sides.old, listed.old), new: summary(sides.new, listed.new) },
  };
}

/** What is different about where a service is, if that is so of all of its operations. */
function serversOfAll(
  pairs: readonly Both<Listed>[],
  { old, new: now }: Both<Servers>,
  listed: Both<readonly Listed[]>,
): readonly Difference[] | undefined {
  const first = pairs[0];
  // What was not there before was not elsewhere.
  if (first === undefined && (listed.old.length === 0) !== (listed.new.length === 0)) return [];
  const ofPair = (pair: Both<Listed>) =>
    addressesOfPair({ old, new: now }, { old: pair.old.model, new: pair.new.model });
  const all = first === undefined ? { old: old.all, new: now.all } : ofPair(first);
  const text = canonicalJson(all);
  const areAlike = pairs.every((pair) => canonicalJson(ofPair(pair)) === text);
  return areAlike ? compareServers(all.old, all.new) : undefined;
}

interface Context extends PairContext {
  readonly moments: Moments;
  readonly digests: Both<OperationDigests>;
}

function summary({ lost, evidence }: Side, operations: readonly Listed[]): ComparedSide {
  return { operations: operations.length, lost, evidence: evidence !== undefined };
}

/** An operation that one side alone has; nothing is said of what the other could not read. */
function whole(
  one: Listed,
  record: ChangeRecord,
  lost: readonly Lost[],
  timeline: Timeline,
): readonly Change[] {
  const file = one.model.source?.file;
  const isHidden = file !== undefined && lost.some((other) => isAbout(other, file));
  return isHidden ? [] : [tellWhole(one, record, timeline, lost)];
}

/** The changes of two operations that are one; an echo is no change, since their docs are the same. */
interface Told {
  readonly changes: readonly Change[];
  readonly isEcho: boolean;
}

function comparePair({ old, new: now }: Both<Listed>, context: Context, lost?: Lost): Told {
  const { digests, sides } = context;
  const unread = (side: Side, { model }: Listed) => side.evidence?.unread.has(model.operationId);
  if (unread(sides.old, old) === true || unread(sides.new, now) === true)
    return { changes: [], isEcho: false };
  const ids = { old: old.model.operationId, new: now.model.operationId };
  const rows = rowsOf(sides, ids);
  const isSame = digests.old.structure(old) === digests.new.structure(now);
  const isSaidAlike = digests.old.whole(old) === digests.new.whole(now);
  const operations = { old, new: now };
  const found = isSame ? [] : structural(old, now, rows, context);
  const said = isSaidAlike ? undefined : context.written;
  const own = sides.old.evidence?.own.get(ids.old);
  if (own !== undefined && own === sides.new.evidence?.own.get(ids.new)) {
    const isEcho = found.length > 0 || (said && compareWords(old, now, said).length > 0) === true;
    const nothing = { operations, found: [], said: undefined, rows: undefined };
    return { changes: tellPair(nothing, context), isEcho };
  }
  return {
    changes: tellPair({ operations, found, said, rows, unread: lost }, context),
    isEcho: false,
  };
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
  const operations = { old, new: now };
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
