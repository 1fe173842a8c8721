import { groupBy } from "../collections/groups.js";
import { causeOf } from "../collections/cause.js";
import { type KnownText, KnownTexts } from "../collections/known-texts.js";
import { RememberedBy } from "../collections/remembered.js";
import type { OpenApiDocument } from "../openapi/document.js";
import type { ApiModel, Microversions, OperationModel } from "../openapi/model.js";
import { Still } from "../openapi/project/still.js";
import { reachedFrom } from "../openapi/reach.js";
import { readOperationsOf } from "../openapi/read/read-model.js";
import { pointedAt } from "../openapi/references.js";
import { compareVersions, within } from "../versions/versions.js";
import { type Change, verdicts } from "./change.js";
import { Credentials } from "./operations/compare-credentials.js";
import { compareOperation } from "./operations/compare-operation.js";
import { Webhooks } from "./operations/compare-webhooks.js";
import { Writing } from "./operations/compare-writing.js";
import type { Listed } from "./operations/listed.js";
import { matchOperations, normalisedPath } from "./operations/match.js";
import { type OperationOverTime, operationsOverTime } from "./operations/over-time.js";
import type { ChangeRecord } from "./record.js";
import { operationAdded, operationRemoved } from "./rules/operations.js";
import { ComponentsView } from "./schemas/view.js";
import { type Both, documentSide } from "./side.js";
import { type PairContext, tellPair, tellWhole } from "./tell-pair.js";
import { fold } from "./versions/fold.js";
import { type Moment, momentOf } from "./versions/moments.js";
import { pairsOf, type VersionPairs, type Stretch } from "./versions/pairs.js";
import { timelineOf } from "./versions/timeline.js";

/** One thing that is different between some microversions and later ones. */
export interface MicroversionChange extends Pick<
  Change,
  "id" | "verdict" | "operation" | "pointer" | "message"
> {
  /** Between which: empty is none of them. */
  readonly pairs: readonly VersionPairs[];
}

/**
 * What is different between each two microversions of a document, the earlier being OLD: what
 * `compareDocuments` says of the document projected to both. Projected and compared is only what
 * has bounds, and only where something begins or ends. In the order of the operations. What `texts`
 * has of operations that are as they were is taken over.
 */
export function compareMicroversions(
  { document, microversions, projected, chapters }: ApiModel,
  texts = new KnownTexts(),
): readonly MicroversionChange[] {
  if (microversions === undefined || projected !== undefined) return [];
  const context = new Context(document, microversions);
  const models = groupBy(readOperationsOf(document), ({ path }) => path);
  const places = groupBy(Object.keys(document.paths ?? {}), normalisedPath);
  const changes = [...places.values()].flatMap((paths) => {
    const own = paths.flatMap((path) => models.get(path) ?? []);
    const { made, kept } = known.of(...context.causesIn(paths, own), () =>
      changesIn(paths, own, context, texts),
    );
    for (const text of kept) texts.keep(text);
    return made;
  });
  const order = new Map(
    chapters
      .flatMap(({ operations }) => operations)
      .map(({ operationId }, index) => [operationId, index]),
  );
  const rank = ({ operation }: MicroversionChange): number =>
    order.get(operation?.id ?? "") ?? order.size;
  return changes.toSorted(
    (a, b) => rank(a) - rank(b) || verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict),
  );
}

/** What changes in some paths, and the texts that tell so to other processes. */
interface ChangesIn {
  readonly made: readonly MicroversionChange[];
  readonly kept: readonly KnownText[];
}

const known = new RememberedBy<ChangesIn>();

/** The changes of paths that are one but for the names of their variables. */
function changesIn(
  paths: readonly string[],
  models: readonly OperationModel[],
  context: Context,
  texts: KnownTexts,
): ChangesIn {
  const operations = operationsOverTime(context.document, context.still, paths, models);
  const byMethod = groupBy(operations, ({ model: { method } }) => method);
  const kept = [...byMethod.values()].flatMap((own) => rememberedAt(own, context, texts));
  return { made: kept.flatMap(({ text }) => JSON.parse(text) as MicroversionChange[]), kept };
}

function rememberedAt(
  operations: readonly OperationOverTime[],
  context: Context,
  texts: KnownTexts,
): readonly KnownText[] {
  const stretches = context.stretchesOf(operations.flatMap((one) => [...one.boundaries]));
  if (stretches.length < 2) return [];
  const causes = context.causesOf(operations, stretches);
  return [
    texts.known("changes", causes, () => JSON.stringify(changesAt(operations, stretches, context))),
  ];
}

/** Operations of one method and path at all microversions. */
function changesAt(
  operations: readonly OperationOverTime[],
  stretches: readonly Stretch[],
  context: Context,
): readonly MicroversionChange[] {
  const place = new Place(operations, context);
  const found = new Map<Told, [number, number][]>();
  for (const from of stretches.keys())
    for (let to = from + 1; to < stretches.length; to++)
      for (const told of place.between(stretches[from]?.min ?? "", stretches[to]?.min ?? "")) {
        const cells = found.get(told) ?? [];
        found.set(told, cells);
        if (cells.at(-1)?.join() !== `${from},${to}`) cells.push([from, to]);
      }
  return [...found].map(([told, cells]) => ({ ...told, pairs: pairsOf(cells, stretches) }));
}

/** A change without its microversions; equal ones are one object. */
type Told = Pick<Change, "id" | "verdict" | "operation" | "pointer" | "message">;

/** Operations of two lists by their places there. */
interface MatchedPlaces {
  readonly pairs: readonly (readonly [old: number, now: number])[];
  readonly gone: readonly number[];
  readonly come: readonly number[];
}

/** What is remembered while the operations of one method and path are compared. */
class Place {
  readonly #overTime: ReadonlyMap<string, OperationOverTime>;
  readonly #known = new Map<string, readonly Told[]>();
  readonly #told = new Map<string, Told>();
  readonly #listed = new Map<string, readonly Listed[]>();
  readonly #matches = new Map<string, MatchedPlaces>();

  constructor(
    private readonly operations: readonly OperationOverTime[],
    private readonly context: Context,
  ) {
    this.#overTime = new Map(operations.map((one) => [one.model.operationId, one]));
  }

  between(from: string, to: string): readonly Told[] {
    const { timeline } = this.context.pair;
    const [before, after] = [this.#listedAt(from), this.#listedAt(to)];
    const { pairs, gone, come } = this.#matched(before, after);
    const whole = (one: Listed | undefined, record: ChangeRecord) =>
      one === undefined
        ? []
        : this.#remembered(`${record.id} ${one.model.operationId} ${one.model.sharing}`, () => [
            tellWhole(one, record, timeline),
          ]);
    return [
      ...gone.flatMap((index) => whole(before[index], operationRemoved)),
      ...come.flatMap((index) => whole(after[index], operationAdded)),
      ...pairs.flatMap(([a, b]) => this.#ofPair(before[a], after[b], from, to)),
    ];
  }

  /** Which are one goes by their names, paths and actions, which no microversion changes. */
  #matched(before: readonly Listed[], after: readonly Listed[]): MatchedPlaces {
    const ids = (all: readonly Listed[]) => all.map(({ model }) => model.operationId).join(" ");
    const key = `${ids(before)} > ${ids(after)}`;
    const known = this.#matches.get(key);
    if (known !== undefined) return known;
    const { pairs, gone, come } = matchOperations(before, after);
    const matched = {
      pairs: pairs.map((pair) => [before.indexOf(pair.old), after.indexOf(pair.new)] as const),
      gone: gone.map((one) => before.indexOf(one)),
      come: come.map((one) => after.indexOf(one)),
    };
    this.#matches.set(key, matched);
    return matched;
  }

  /** Changes of operations that are one: of the same operation none, if no boundary lies between. */
  #ofPair(
    before: Listed | undefined,
    after: Listed | undefined,
    from: string,
    to: string,
  ): readonly Told[] {
    if (before === undefined || after === undefined) return [];
    const [old, now] = [before.model, after.model];
    const older = this.#overTime.get(old.operationId)?.placeOf(from);
    const newer = this.#overTime.get(now.operationId)?.placeOf(to);
    if (old.operationId === now.operationId && older === newer) return [];
    const key = [old.operationId, older, now.operationId, newer, now.sharing].join(" ");
    const pair = { old: before, new: after };
    return this.#remembered(key, () =>
      changesOf(pair, this.context.between(from, to), this.context.pair),
    );
  }

  /** Those that are there at a microversion. */
  #listedAt(version: string): readonly Listed[] {
    const known = this.#listed.get(version);
    if (known !== undefined) return known;
    const present = this.operations.filter(({ model }) => within(model.bounds, version));
    const sharing = groupBy(present, ({ model }) => model.path);
    const listed = present.flatMap((one) => {
      const shares = (sharing.get(one.model.path)?.length ?? 0) > 1;
      return one.at(version, shares) ?? [];
    });
    this.#listed.set(version, listed);
    return listed;
  }

  #remembered(key: string, changes: () => readonly Change[]): readonly Told[] {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const told = changes().map(({ id, verdict, operation, pointer, message }): Told => {
      const one = { id, verdict, operation, pointer, message };
      const text = JSON.stringify(one);
      const same = this.#told.get(text) ?? one;
      this.#told.set(text, same);
      return same;
    });
    this.#known.set(key, told);
    return told;
  }
}

function changesOf(
  operations: Both<Listed>,
  moment: Moment,
  context: PairContext,
): readonly Change[] {
  const { first = null, last = null } = context.timeline;
  const segment = { range: { min: first, max: last }, at: undefined, isNew: false };
  const differences = compareOperation(operations.old.model, operations.new.model, moment);
  const found = fold([{ segment, differences }]);
  return tellPair({ operations, found, said: moment, rows: undefined }, context);
}

/** What all operations have in common; views and comparisons are kept, since they share schemas. */
class Context {
  readonly pair: PairContext;
  readonly still: Still;
  readonly #views = new Map<string, ComponentsView>();
  readonly #moments = new Map<string, Moment>();
  readonly #components = new Map<string, string>();
  /** The document without its paths, its tags and most of its components. */
  readonly #rest: string;

  constructor(
    readonly document: OpenApiDocument,
    private readonly microversions: Microversions,
  ) {
    this.still = new Still(document);
    const { paths: _paths, components, tags: _tags, ...rest } = document;
    this.#rest = JSON.stringify([rest, components?.securitySchemes]);
    const twice = <Value>(value: Value) => ({ old: value, new: value });
    this.pair = {
      sides: twice(documentSide(document)),
      timeline: timelineOf(microversions, microversions),
      writing: twice(new Writing(document)),
      webhooks: twice(new Webhooks(document)),
      credentials: twice(new Credentials(document)),
      servers: undefined,
      written: undefined,
      names: false,
    };
  }

  /** What paths are remembered by, and all that their changes come from. */
  causesIn(
    paths: readonly string[],
    models: readonly OperationModel[],
  ): readonly [object: object, causes: readonly unknown[]] {
    const items = paths.map((path) => this.document.paths[path] ?? {});
    const reached = items.flatMap((item) => [...reachedFrom(item, this.document)].flat());
    return [items[0] ?? {}, [this.#rest, ...paths, ...items, ...models, ...reached]];
  }

  /** All that the changes of some operations come from, as texts. */
  causesOf(
    operations: readonly OperationOverTime[],
    stretches: readonly Stretch[],
  ): readonly string[] {
    const paths = operations.map((one) => one.paths);
    const names = operations.map(({ model }) => model.operationId);
    const own = [this.#rest, JSON.stringify([names, stretches]), JSON.stringify(paths)];
    return [...own, ...[...this.still.reachedFrom(paths)].map((one) => this.#textOf(one))];
  }

  #textOf(reference: string): string {
    const known = this.#components.get(reference);
    if (known !== undefined) return known;
    const target = pointedAt(this.document, reference);
    const isObject = typeof target === "object" && target !== null;
    const text = `${reference} ${isObject ? causeOf(target) : JSON.stringify(target)}`;
    this.#components.set(reference, text);
    return text;
  }

  /** The microversions in rows that no boundary lies between. */
  stretchesOf(boundaries: Iterable<string>): readonly Stretch[] {
    const { all } = this.microversions;
    const starts = [...boundaries].map((boundary) =>
      all.findIndex((version) => compareVersions(version, boundary) >= 0),
    );
    const sorted = [...new Set([0, ...starts.filter((start) => start > 0)])].toSorted(
      (a, b) => a - b,
    );
    return sorted.map((start, index) => ({
      min: all[start] ?? "",
      max: all[(sorted[index + 1] ?? all.length) - 1] ?? "",
    }));
  }

  between(from: string, to: string): Moment {
    const key = `${from} ${to}`;
    const known = this.#moments.get(key);
    if (known !== undefined) return known;
    const moment = momentOf(undefined, this.#viewAt(from), this.#viewAt(to));
    this.#moments.set(key, moment);
    return moment;
  }

  #viewAt(version: string): ComponentsView {
    const known = this.#views.get(version);
    if (known !== undefined) return known;
    const view = new ComponentsView(this.document, version, this.still);
    this.#views.set(version, view);
    return view;
  }
}
