import type { ApiReference } from "../apiref/model.js";
import type { Json, Operation, Side } from "./reference.js";
import type { Outcome } from "../diagnostics/diagnostic.js";
import type { Bounds } from "../versions/versions.js";
import { actionKeys, shareMethodAndPath, type ActionKey } from "./operations/actions.js";
import { bindLists } from "./rows/bind-lists.js";
import { bindRows } from "./rows/bind-rows.js";
import { boundsOf } from "./rows/row-bounds.js";
import { inferBodies, type Ask, type InferredBodies } from "./bodies/infer-bodies.js";
import { bodyKeys, type InferenceMemory } from "./bodies/known-bodies.js";
import { faultForm, faultsAside, guessOfFaults } from "./operations/faults.js";
import { fieldsParameter } from "./operations/fields.js";
import { saysNoBody } from "./operations/no-body.js";
import type { InferredOperation, Inferences } from "./model.js";
import { operationIds } from "./operations/names.js";
import { majorsOf } from "./limits/majors.js";
import { operationBounds } from "./operations/operation-bounds.js";
import { olderVersions } from "./operations/older-versions.js";
import { impliedStatuses } from "./operations/implied-statuses.js";
import { isOfOtherVersions } from "./operations/statuses-by-version.js";
import { codeOfSample } from "./operations/sample-codes.js";
import { sharedAside } from "./operations/shared-stanzas.js";
import { answersNothing } from "./operations/shown-answers.js";
import { textBodies, yamlRead } from "./operations/text-bodies.js";
import { inferParameters } from "./parameters/infer-parameters.js";
import { isListing, pathWords } from "./words/names/collections.js";
import { proseAbout, type ProseAbout } from "./words/prose-about.js";
import { reportFindings } from "./report-findings.js";
import { sortRows, type SortedRows } from "./rows/rows.js";
import { rules as allRules, type Rules } from "./rules.js";
import { respellRows } from "./siblings/members/respell-rows.js";
import { decideSides } from "./sides/decide-sides.js";
import { withEmptyTexts } from "./bodies/empty-texts.js";
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
  /** What is to be told why the bodies of an operation are what they are. */
  readonly ask?: Ask;
}

/** Every guess about a reference, made once and together. */
export function infer(said: ApiReference, settings: InferenceSettings = {}): Outcome<Inferences> {
  const { rules = allRules } = settings;
  const { reference, slips } = respellRows(
    yamlRead(faultsAside(sharedAside(decideSides(said, rules)))),
  );
  const operations = reference.chapters.flatMap((chapter) => chapter.operations);
  const variables = new Set(operations.flatMap((operation) => operation.variables));
  const majors = majorsOf(reference);
  const { value: bounds, diagnostics: unresolved } = operationBounds(reference, majors);
  const named = bindRows(
    reference.chapters,
    new Map<Operation, SortedRows>(
      operations.map((operation) => [
        operation,
        sortRows(
          operation,
          sampledKeys(operation, "request"),
          variables,
          sampledKeys(operation, "response"),
        ),
      ]),
    ),
  );
  const sorted = new Map<Operation, SortedRows>(
    [...named].map(([operation, rows]) => [
      operation,
      majors === undefined ? rows : bindLists(operation, rows, bounds.get(operation) ?? {}, majors),
    ]),
  );
  const prose = proseAbout(reference);
  const memory = settings.memory && knownBodies(settings.memory, said, operations, sorted, prose);
  const bodies = inferBodies(operations, sorted, prose, rules, settings.ask, memory?.known);
  memory?.keep(bodies);
  const older = olderVersions(reference.chapters);
  const { ids } = operationIds(reference.chapters, older);
  const boundsWithin = (operation: Operation): Bounds =>
    settings.limits?.[ids.get(operation) ?? ""] ??
    settings.limits?.[operation.title.value] ??
    bounds.get(operation) ??
    {};
  const allBounds = [
    ...operations.map(boundsWithin),
    ...[...sorted.values()].flatMap((rows) => Object.values(rows).flat().map(boundsOf)),
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
  for (const chapter of reference.chapters)
    for (const operation of chapter.operations) {
      const rows = sorted.get(operation);
      const operationId = ids.get(operation);
      if (rows === undefined || operationId === undefined) continue;
      const body = bodies.get(operation);
      const fields = fieldsParameter(operation, rows);
      const texts = textBodies(operation, rows);
      inferred.set(operation, {
        operation,
        chapter,
        operationId,
        older: older.get(operation),
        bounds: boundsWithin(operation),
        rows,
        request: texts.request?.ofRows === false ? undefined : body?.request,
        response:
          texts.response === undefined && body?.response !== undefined
            ? {
                ...body.response,
                node: withEmptyTexts(body.response.node, operation, facts.known),
              }
            : undefined,
        texts,
        sampleCodes: new Map(
          operation.samples.flatMap((link) => {
            const code = codeOfSample(link, operation);
            return code === undefined ? [] : [[link, code] as const];
          }),
        ),
        ...actionOf(actions.get(operation)),
        group: groupOf.get(operation) ?? -1,
        listing: isListing(operation),
        words: pathWords(operation.path),
        parameters: inferParameters(
          operation,
          rows,
          fields,
          rules,
          settings.ask?.(operation, "request"),
        ),
        implied: impliedStatuses(operation, facts.known),
        withoutBody: new Set(
          operation.statuses.filter((status) => isOfOtherVersions(operation, status)),
        ),
        answersNothing: answersNothing(operation),
        fields,
        asksNothing: saysNoBody(operation),
      });
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
    diagnostics: [...unresolved, ...reportFindings(inferred, bodies, slips)],
  };
}

/** The bodies that may be taken over, and how to keep those of this run. */
function knownBodies(
  memory: InferenceMemory,
  said: ApiReference,
  operations: readonly Operation[],
  sorted: ReadonlyMap<Operation, SortedRows>,
  prose: ProseAbout,
) {
  // What sides were decided for is another object each time; what was said is the same.
  const saidOf = said.chapters.flatMap((chapter) => chapter.operations);
  const { together, own } = bodyKeys(operations, sorted, prose);
  const known = new Map<Operation, InferredBodies>();
  operations.forEach((operation, index) => {
    const before = memory.bodies.get(saidOf[index] ?? operation);
    if (before === undefined || memory.together !== together) return;
    if (before.own === own.get(operation)) known.set(operation, before.bodies);
  });
  return {
    known,
    keep(all: ReadonlyMap<Operation, InferredBodies>): void {
      memory.together = together;
      memory.bodies = new Map(
        operations.flatMap((operation, index) => {
          const [bodies, key] = [all.get(operation), own.get(operation)];
          if (bodies === undefined || key === undefined) return [];
          return [[saidOf[index] ?? operation, { own: key, bodies }] as const];
        }),
      );
    },
  };
}

function actionOf(found: ActionKey | undefined): Pick<InferredOperation, "action" | "key"> {
  return { action: found?.telling === true ? found.key : undefined, key: found?.key };
}

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
