import type { Operation, Row, Side } from "../reference.js";
import { namesOfEither } from "../words/either.js";
import { namesOfFreeForm } from "../words/values/free-form.js";
import { addedByExtensions } from "../words/extensions.js";
import type { About, ProseAbout } from "../words/prose-about.js";
import type { SortedRows } from "../rows/rows.js";
import { answersNothing } from "../operations/shown-answers.js";
import { creates, referenceKey, type BodySide } from "../siblings/body.js";
import { freeMembers } from "../siblings/members/free-members.js";
import { borrowSkeleton, supplement } from "./borrow-skeleton.js";
import { answeredAsSent, type SentMember } from "./answered-as-sent.js";
import { changesMember, changesParts, changesResource, saidOfResources } from "./changes.js";
import { findMaps, type KnownMaps, type MapContext } from "../shape/find-maps.js";
import { bodyNode } from "./body-node.js";
import type { BodyFinding } from "./body-context.js";
import { freeRequest, isFreeRequest } from "./free-request.js";
import { isJsonPatch, jsonPatch, patchesIn } from "./json-patch.js";
import { laterMembers } from "../siblings/members/later-members.js";
import { learn, type Knowledge } from "../siblings/learn.js";
import { lentByAnswers } from "../siblings/lent-answers.js";
import {
  lendersOf,
  lentBySiblings,
  pathKey,
  type Lenders,
} from "../siblings/members/members-of-siblings.js";
import { resourceOf } from "../siblings/members/member-key.js";
import { saysMap } from "../shape/maps.js";
import { unknownNode, type BodyNode } from "../shape/node.js";
import { opened, openResources } from "../siblings/open-resources.js";
import { placeRows, wrapperOf } from "../rows/place-rows.js";
import { Draft, graft } from "../shape/draft.js";
import { samplesOf } from "../shape/sample-json.js";
import { mergeAll, nothing, objectAt, shapeAt, type Shape } from "../shape/shape.js";
import { otherReferences } from "../shape/references.js";
import { twinsIn } from "../shape/twins.js";
import type { Rules } from "../rules.js";
import type { Note } from "../votes/decision.js";
import { underOrBare, unshownWrapper } from "../wrapper/unshown-wrapper.js";
import { namesWholeBody } from "../wrapper/whole-body-row.js";
import { isListOfOne, oneOrSeveral, otherNumber, underEither } from "../wrapper/other-number.js";

/** What is to be told why one side of an operation is what it is; undefined: nothing. */
export type Ask = (operation: Operation, side: Side) => Note | undefined;

/** The body of one side of one operation; undefined when the docs show none. */
export interface InferredBody {
  readonly node: BodyNode;
  /** Whether samples of its own stand behind it. */
  readonly sampled: boolean;
}

export interface InferredBodies {
  readonly request: InferredBody | undefined;
  readonly response: InferredBody | undefined;
  readonly findings: readonly (BodyFinding & { readonly side: Side })[];
}

/**
 * Works out all bodies of a reference together, since siblings know about each other; `known` are
 * taken as they are, and so is what all of them teach, where somebody kept it.
 */
export function inferBodies(
  operations: readonly Operation[],
  sorted: ReadonlyMap<Operation, SortedRows>,
  prose: ProseAbout,
  rules: Rules,
  ask?: Ask,
  known: ReadonlyMap<Operation, InferredBodies> = new Map(),
  taughtBefore?: Taught,
): { readonly bodies: ReadonlyMap<Operation, InferredBodies>; readonly taught?: Taught } {
  if (operations.every((operation) => known.has(operation)))
    return { bodies: known, ...(taughtBefore && { taught: taughtBefore }) };
  const taught = taughtBefore ?? teach(operations, sorted, rules);
  const { elsewhere, open } = taught;
  const sidesToInfer = (operation: Operation, place: number): readonly BodySide[] =>
    (ask === undefined ? taught.sides.get(operation) : undefined) ??
    sidesOf(operation, place, sorted.get(operation)).map((body) =>
      withMaps(body, rules, { elsewhere, noted: ask?.(operation, body.side) }),
    );
  const bodies = new Map<Operation, InferredBodies>();
  for (const [place, operation] of operations.entries()) {
    const before = known.get(operation);
    if (before !== undefined) {
      bodies.set(operation, before);
      continue;
    }
    const sides = sidesToInfer(operation, place);
    const findings: (BodyFinding & { side: Side })[] = [];
    const [request, response] = sides.map((body) => {
      const { side } = body;
      const found = (finding: BodyFinding): unknown => findings.push({ ...finding, side });
      const sent = answeredAsSent(body, sides[0]);
      const inferred = inferBody(
        body,
        { ...taught, sorted, sent },
        prose(operation),
        found,
        ask?.(operation, side),
      );
      return inferred && { ...inferred, node: opened(inferred.node, operation, side, open) };
    });
    bodies.set(operation, { request, response, findings });
  }
  return { bodies, taught };
}

/** What all bodies of a reference tell together, each that is sampled its own. */
function teach(
  operations: readonly Operation[],
  sorted: ReadonlyMap<Operation, SortedRows>,
  rules: Rules,
): Taught {
  const shown = operations.map((operation, place) =>
    sidesOf(operation, place, sorted.get(operation)),
  );
  const elsewhere = mapsIn(shown.flat(), rules);
  const sides = shown.map((own) => own.map((body) => withMaps(body, rules, { elsewhere })));
  const all = sides.flat();
  const knowledge = learn(all, rules);
  return {
    knowledge,
    lenders: lendersOf(knowledge.bodies),
    ofResources: saidOfResources(all, rules),
    free: freeMembers(all),
    elsewhere,
    open: openResources(operations),
    sides: new Map(operations.map((operation, place) => [operation, sides[place] ?? []])),
  };
}

/** The maps that the docs of some body make sure of. */
function mapsIn(bodies: readonly BodySide[], rules: Rules): KnownMaps {
  const maps = new Map<string, Set<string>>();
  const found = (name: string, keys: readonly string[]) => {
    const known = maps.get(name) ?? new Set();
    maps.set(name, known);
    for (const key of keys) known.add(key);
  };
  for (const body of bodies) withMaps(body, rules, { found });
  return maps;
}

function withMaps(body: BodySide, rules: Rules, context: MapContext): BodySide {
  const { operation, rows, sampled } = body;
  return sampled === undefined
    ? body
    : { ...body, sampled: findMaps(sampled, rows, operation.path, rules.map, context) };
}

/** Both sides as samples show them, no map found yet. */
function sidesOf(
  operation: Operation,
  place: number,
  rows: SortedRows | undefined,
): readonly BodySide[] {
  return (["request", "response"] as const).map((side) => {
    const samples = samplesOf(operation, side);
    const documented = side === "request" ? rows?.requestBody : rows?.responseBody;
    const none = side === "response" && samples.length === 0 && answersNothing(operation);
    return {
      operation,
      place,
      side,
      rows: none ? [] : (documented ?? []),
      sampled: samples.length === 0 ? undefined : mergeAll(samples),
      samples: samples.length,
    };
  });
}

/** Whether the prose of a row says that it is a map by keys of its user. */
function isKeyed({ entry }: Row): boolean {
  return saysMap(entry?.description.markdown ?? "");
}

const nameOf = ({ name }: Row): string => name.value;

/** Whether samples show several members of a resource as null. */
function showsNulls(skeleton: Shape): boolean {
  const wrapper = wrapperOf(skeleton);
  const { members } = objectAt(
    shapeAt(skeleton, wrapper === undefined ? [] : [wrapper]) ?? nothing,
  );
  return [...members.values()].filter(({ shape }) => shape.kinds.has("null")).length > 1;
}

/** What is told of a row that is a name for all of a body. */
function lostRow(row: Row): BodyFinding {
  const { value } = row.name;
  const kind = row.entry?.required === true ? "required-but-absent" : "row-not-in-sample";
  return { kind, row, path: value, key: value };
}

/**
 * What all bodies tell together. Operations in it are those of the docs that it was made from: of
 * others that say the same to each other, none is the same object.
 */
export interface Taught {
  readonly knowledge: Knowledge;
  readonly lenders: Lenders;
  /** Entries that are required of resources, not of what changes them. */
  readonly ofResources: ReadonlySet<string>;
  /** Members of resources that are somebody's own. */
  readonly free: ReadonlySet<string>;
  /** The maps that the docs of some body make sure of. */
  readonly elsewhere: KnownMaps;
  /** The resources whose answers are said to be open. */
  readonly open: ReadonlySet<string>;
  /** Both sides of each operation with their maps. */
  readonly sides: ReadonlyMap<Operation, readonly BodySide[]>;
}

/** What one body is made by beside what is its own. */
interface Together extends Omit<Taught, "elsewhere" | "open" | "sides"> {
  readonly sorted: ReadonlyMap<Operation, SortedRows>;
  /** What the body has at its top since it was sent so. */
  readonly sent: readonly SentMember[];
}

function inferBody(
  whole: BodySide,
  { knowledge, lenders, ofResources, free, sorted, sent }: Together,
  { prose, tables }: About,
  found: (finding: BodyFinding) => void,
  noted: Note | undefined,
): InferredBody | undefined {
  const isWrapper = (name: string): boolean => knowledge.index.hasWrapper(name);
  const ofAll = namesWholeBody(whole.rows, whole.sampled, isWrapper);
  const body = ofAll ? { ...whole, rows: [] } : whole;
  if (ofAll) for (const row of whole.rows.slice(0, 1)) found(lostRow(row));
  if (body.sampled === undefined && body.rows.length === 0) {
    if (isJsonPatch(body)) return { node: jsonPatch(unknownNode, body.operation), sampled: false };
    return body.side === "request" && isFreeRequest(body.operation)
      ? { node: freeRequest, sampled: false }
      : undefined;
  }
  const known =
    body.sampled === undefined
      ? borrowSkeleton(body, knowledge, noted)
      : supplement(body, body.sampled, knowledge);
  const skeleton = sent.reduce((root, { name, shape }) => graft(root, [name], shape), known);
  const placed = placeRows(body.rows, skeleton, knowledge.rules, noted);
  const wrapper = wrapperOf(skeleton);
  const lent = [
    ...lentBySiblings(body, skeleton, placed, lenders),
    ...lentByAnswers(body, skeleton, placed, wrapper, knowledge.index),
  ];
  const draft = new Draft(skeleton);
  for (const { path, shape } of lent) draft.graft(path, shape);
  if (body.side === "request")
    for (const { path, shape } of otherReferences(skeleton)) draft.graft(path, shape);
  const node = bodyNode(draft.shape, placed, {
    side: body.side,
    changes: changesResource(body),
    creates: creates(body),
    partial: changesParts(body, knowledge.rules),
    ofResource: (row) => changesMember(body) && ofResources.has(referenceKey(row)),
    wrapper,
    twins: twinsIn(skeleton),
    later:
      body.side === "response"
        ? laterMembers(body.rows, sorted.get(body.operation)?.requestBody ?? [])
        : new Set(),
    showsNulls: creates(body) && showsNulls(skeleton),
    ofExtensions: new Set(prose.flatMap(addedByExtensions)),
    alternatives: new Set(namesOfEither(body.operation.description.markdown)),
    freeForm: new Set(namesOfFreeForm(body.operation.description.markdown)),
    freeMembers: free,
    tables,
    knowledge,
    maps: new Set(body.side === "request" ? body.rows.filter(isKeyed).map(nameOf) : []),
    lent: new Map(lent.map(({ path, row }) => [pathKey(path), row])),
    borrowed: { times: 0 },
    resource: resourceOf(body.operation),
    noted,
    found,
  });
  const meant = otherNumber(body, skeleton, wrapper, knowledge.index);
  if (wrapper !== undefined && meant !== undefined) {
    found({ kind: "wrapper-in-other-number", wrapper, meant });
    return { node: underEither(node, wrapper, meant), sampled: true };
  }
  if (wrapper !== undefined && isListOfOne(body, skeleton, wrapper, knowledge.index)) {
    found({ kind: "wrapper-in-other-number", wrapper, meant: wrapper });
    return { node: oneOrSeveral(node, wrapper), sampled: true };
  }
  const unshown = unshownWrapper(placed, new Set(body.sampled?.members.keys()));
  if (unshown !== undefined) return { node: underOrBare(node, unshown), sampled: true };
  return {
    node: isJsonPatch(body) ? jsonPatch(node, body.operation) : patchesIn(node, body),
    sampled: body.sampled !== undefined,
  };
}
