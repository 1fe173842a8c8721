import type { ApiReference, Operation as SaidOperation } from "../apiref/model.js";
import { KnownAnswers, sameAsBefore } from "../collections/known-answers.js";
import { rememberingOf } from "../collections/remembered.js";
import { inferOperation } from "./infer-operation.js";
import type { Chapter, Json, Operation, Side } from "./reference.js";
import type { Outcome } from "../diagnostics/diagnostic.js";
import type { Bounds } from "../versions/versions.js";
import { actionKeys, shareMethodAndPath } from "./operations/actions.js";
import { bindLists } from "./rows/bind-lists.js";
import { bindRows } from "./rows/bind-rows.js";
import { boundsOf } from "./rows/row-bounds.js";
import { inferBodies, type Ask, type InferredBodies, type Taught } from "./bodies/infer-bodies.js";
import { bodyKeys, type InferenceMemory, type KnownBodies } from "./bodies/known-bodies.js";
import { faultForm, faultsAside, guessOfFaults } from "./operations/faults.js";
import type { InferredOperation, Inferences } from "./model.js";
import { operationIds } from "./operations/names.js";
import { type Majors, majorsOf } from "./limits/majors.js";
import { operationBounds } from "./operations/operation-bounds.js";
import { olderVersions } from "./operations/older-versions.js";
import { sharedAside } from "./operations/shared-stanzas.js";
import { yamlRead } from "./operations/text-bodies.js";
import { proseAbout, type ProseAbout } from "./words/prose-about.js";
import { reportFindings } from "./report-findings.js";
import { sortRows, type SortedRows } from "./rows/rows.js";
import { rules as allRules, type Rules } from "./rules.js";
import { respellRows } from "./siblings/members/respell-rows.js";
import { decideSides } from "./sides/decide-sides.js";
import { serviceFacts } from "./service/service.js";

/** What the user says of a service, beyond the docs. */
export interface InferenceSettings {
  readonly service?: string;
  /** Limits by operationId or title, where the docs' own words cannot be resolved. */
  readonly limits?: Readonly<Record<string, Bounds>>;
  /** Whether versions of the docs can be asked for, where neither they nor the service are known to say. */
  readonly microversions?: boolean;
  readonly faults?: Inferences["service"]["faults"];
  /** The rules to decide by; all of them unless given. */
  readonly rules?: Rules;
  /** What the last run inferred, for the next one; of these rules, and where nobody asks. */
  readonly memory?: InferenceMemory;
  /** Likewise what was made of single operations. */
  readonly known?: KnownAnswers;
  /** What is to be told why the bodies of an operation are what they are. */
  readonly ask?: Ask;
}

/** Every guess about a reference, made once and together. */
export function infer(said: ApiReference, settings: InferenceSettings = {}): Outcome<Inferences> {
  const { rules = allRules, known = new KnownAnswers() } = settings;
  const sided = sharedAside(decideSides(said, rules, known), known);
  const respelt = respellRows(yamlRead(faultsAside(sided, known), known), known);
  const { slips } = respelt;
  const chapters = respelt.reference.chapters.map((chapter) => asBefore(chapter, known));
  const reference = { ...respelt.reference, chapters };
  const operations = reference.chapters.flatMap((chapter) => chapter.operations);
  const majors = majorsOf(reference);
  const { value: bounds, diagnostics: unresolved } = operationBounds(reference, majors);
  const sorted = rowsOf(reference, bounds, majors, known);
  const prose = proseAbout(reference);
  const { bodies } = bodiesOf(said, operations, sorted, prose, settings);
  const older = olderVersions(reference.chapters);
  const { ids } = operationIds(reference.chapters, older);
  const boundsWithin = (operation: Operation): Bounds =>
    settings.limits?.[ids.get(operation) ?? ""] ??
    settings.limits?.[operation.title.value] ??
    bounds.get(operation) ??
    {};
  const allBounds = [
    ...operations.map(boundsWithin),
    ...[...sorted.values()].flatMap(boundsOfRows),
  ];
  const facts = serviceFacts(reference, allBounds, {
    ...(settings.service !== undefined && { service: settings.service }),
    limited: settings.limits !== undefined,
    ...(settings.microversions !== undefined && { asked: settings.microversions }),
  });
  const groups = shareMethodAndPath(operations);
  const actions = new Map(groups.flatMap((group) => [...actionKeys(group, sorted, boundsWithin)]));
  const groupOf = new Map(groups.flatMap((group, index) => group.map((each) => [each, index])));
  const inferred = new Map<Operation, InferredOperation>();
  for (const chapter of chapters)
    for (const operation of chapter.operations) {
      const rows = sorted.get(operation);
      const operationId = ids.get(operation);
      if (rows === undefined || operationId === undefined) continue;
      const body = bodies.get(operation);
      const { min, max } = boundsWithin(operation);
      const action = actions.get(operation);
      const about = { operationId, older: older.get(operation), group: groupOf.get(operation) };
      const service = [facts.known?.type, facts.known?.project];
      const given = [chapter, rows, body, min, max, action?.key, action?.telling, ...service];
      const make = (): InferredOperation =>
        inferOperation(operation, {
          ...about,
          chapter,
          rows,
          body,
          bounds: boundsWithin(operation),
          action,
          service: facts.known,
          rules,
          ask: settings.ask,
        });
      const own = known.of("inferred", operation, [...given, ...Object.values(about)], make);
      inferred.set(operation, own);
    }
  const faults = settings.faults ?? faultForm(reference, facts.known);
  return {
    value: {
      reference,
      service: {
        ...facts,
        faults,
        guesses:
          settings.faults === undefined
            ? [...facts.guesses, ...guessOfFaults(reference, faults)]
            : facts.guesses,
      },
      operations: inferred,
    },
    diagnostics: [...unresolved, ...reportFindings(inferred, bodies, slips, known)],
  };
}

/** A chapter as it was, if all that it says is as it was. */
function asBefore({ operations, ...words }: Chapter, known: KnownAnswers): Chapter {
  const about = words.name;
  const own = known.asBefore("chapter", about, words);
  return known.of("chapter with operations", about, [own, ...operations], () => ({
    ...own,
    operations,
  }));
}

/** The rows of each operation by where they go, with the bounds that anything gives them. */
function rowsOf(
  { chapters }: Inferences["reference"],
  bounds: ReadonlyMap<Operation, Bounds>,
  majors: Majors | undefined,
  known: KnownAnswers,
): ReadonlyMap<Operation, SortedRows> {
  const operations = chapters.flatMap((chapter) => chapter.operations);
  const variables = new Set(operations.flatMap((operation) => operation.variables));
  const names = [...variables].toSorted().join("\0");
  const placed = operations.map((operation) => {
    const sort = (): SortedRows =>
      sortRows(
        operation,
        sampledKeys(operation, "request"),
        variables,
        sampledKeys(operation, "response"),
      );
    return [operation, known.of("rows", operation, [names], sort)] as const;
  });
  const bound = bindRows(chapters, new Map(placed), known);
  if (majors === undefined) return bound;
  const counted = majors === "any" ? majors : [...majors].toSorted().join();
  return new Map(
    [...bound].map(([operation, rows]) => {
      const own = bounds.get(operation) ?? {};
      const bind = () => bindLists(operation, rows, own, majors);
      const given = [rows, own.min, own.max, counted];
      return [operation, known.of("rows of lists", operation, given, bind)];
    }),
  );
}

/** The bodies of all operations: those of the last run where they may be taken over. */
function bodiesOf(
  said: ApiReference,
  operations: readonly Operation[],
  sorted: ReadonlyMap<Operation, SortedRows>,
  prose: ProseAbout,
  { rules = allRules, ask, memory, known = new KnownAnswers() }: InferenceSettings,
): { readonly bodies: ReadonlyMap<Operation, InferredBodies> } {
  if (memory === undefined) return inferBodies(operations, sorted, prose, rules, ask);
  // What sides were decided for is another object each time; what was said is the same.
  const saidOf = said.chapters.flatMap((chapter) => chapter.operations);
  const keys = bodyKeys(operations, sorted, prose, known);
  const isAsBefore = memory.together === keys.together;
  const own = new Map<Operation, InferredBodies>();
  operations.forEach((operation, index) => {
    const before = memory.bodies.get(saidOf[index] ?? operation);
    if (before !== undefined && isAsBefore && before.own === keys.own.get(operation))
      own.set(operation, before.bodies);
  });
  const before = isAsBefore ? taughtTo.get(memory) : undefined;
  const made = inferBodies(operations, sorted, prose, rules, ask, own, before);
  const bodies = new Map<Operation, InferredBodies>();
  const kept = new Map<Operation | SaidOperation, KnownBodies>();
  operations.forEach((operation, index) => {
    const [now, key] = [made.bodies.get(operation), keys.own.get(operation)];
    if (now === undefined || key === undefined) return;
    const saidAs = saidOf[index] ?? operation;
    // Made again of what others teach now, most are what they were.
    const same = sameAsBefore(memory.bodies.get(saidAs)?.bodies, now);
    bodies.set(operation, same);
    kept.set(saidAs, { own: key, bodies: same });
  });
  memory.together = keys.together;
  memory.bodies = kept;
  if (made.taught === undefined) taughtTo.delete(memory);
  else taughtTo.set(memory, made.taught);
  return { bodies };
}

/** What all bodies taught last: too much for a disk, and made again in a new process. */
const taughtTo = new WeakMap<InferenceMemory, Taught>();

const boundsOfRows = rememberingOf((rows: SortedRows): readonly Bounds[] =>
  Object.values(rows).flat().map(boundsOf),
);

/** Names of all keys in the samples of one side of an operation. */
function sampledKeys(operation: Operation, of: Side): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (value: Json, depth: number): void => {
    if (typeof value !== "object" || value === null || depth > 60) return;
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) keys.add(key);
      visit(inner, depth + 1);
    }
  };
  for (const { side, sample } of operation.samples)
    if (side === of && sample.kind === "json") visit(sample.value, 0);
  return keys;
}
