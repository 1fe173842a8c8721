import { groupBy } from "../../collections/groups.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import type { Contradiction } from "../../diagnostics/report/differing.js";
import { answerContradictsResource } from "../../diagnostics/rules/answer-contradicts-resource.js";
import { type Bounds, compareVersions, intersect, isEmpty } from "../../versions/versions.js";
import type { InferredOperation, Operation } from "../model.js";
import type { BodyMember, BodyNode, Variant } from "../shape/node.js";
import { admits, readType } from "../words/documented-type.js";
import { type GivenResource, givenResource, objectIn } from "./given-resource.js";

/** Answers that contradict what shows their resource best, all in the same members. */
export interface Contradicting {
  readonly best: Operation;
  readonly operations: readonly [Operation, ...Operation[]];
  /** None: no member in common. */
  readonly contradictions: readonly Contradiction[];
}

/**
 * Answers that can have no common type with what the docs show best of the same resource: a member
 * is of another type there, or they have no member in common.
 */
export function contradictingAnswers(
  operations: Iterable<InferredOperation>,
): readonly Contradicting[] {
  const given = [...operations].flatMap((inferred) => givenResource(inferred) ?? []);
  const families = groupBy(given, ({ word, inferred: { older = "", words } }) =>
    [older, ...words, word].join("\0"),
  );
  return [...families.values()].flatMap(contradictingIn);
}

/** A finding for those that contradict it in the same members, at the first of them. */
export function resourceFindings(
  operations: Iterable<InferredOperation>,
): ReadonlyMap<Operation, Diagnostic> {
  return new Map(
    contradictingAnswers(operations).map(({ best, contradictions, operations: all }) => {
      const [first, ...others] = all;
      const finding = report(answerContradictsResource, first.title.span, {
        resource: best.title.value,
        contradictions,
        others: others.map(({ title }) => title.value),
      });
      return [first, finding];
    }),
  );
}

function contradictingIn(family: readonly GivenResource[]): readonly Contradicting[] {
  const best = family.toSorted((a, b) => rank(a) - rank(b))[0];
  if (best === undefined || family.length === 1) return [];
  const members = membersIn(best.node);
  const contradicting = family.flatMap((view) => {
    if (view === best || isEmpty(intersect(view.inferred.bounds, best.inferred.bounds))) return [];
    const told = [view, best].map(({ inferred }) => inferred.response?.sampled !== false);
    const how: Told = { here: told[0] === true, there: told[1] === true };
    const found = contradictions(view.node, members, how);
    const apart = found.length === 0 && isStranger(view.node, members);
    return found.length === 0 && !apart ? [] : [{ operation: view.inferred.operation, found }];
  });
  const causes = groupBy(contradicting, ({ found }) => JSON.stringify(found));
  return [...causes.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return {
      best: best.inferred.operation,
      operations: [first.operation, ...others.map(({ operation }) => operation)],
      contradictions: first.found,
    };
  });
}

/** How well an answer shows the resource: GET of one by its name best, then any that lists none. */
function rank({ inferred: { operation, listing } }: GivenResource): number {
  if (operation.method.value !== "GET") return 3;
  if (listing) return 2;
  return /\}\/?$/.test(operation.path) ? 0 : 1;
}

/** Whether the samples of two answers are their own: what they lack is guessed from siblings otherwise. */
interface Told {
  readonly here: boolean;
  readonly there: boolean;
}

type Members = ReadonlyMap<string, BodyMember>;

/** Members by name; those of the best answer are looked up for each other one. */
function membersIn(node: BodyNode): Members {
  const known = byName.get(node) ?? new Map(node.members.map((member) => [member.name, member]));
  byName.set(node, known);
  return known;
}

const byName = new WeakMap<BodyNode, Members>();

function isStranger({ members }: BodyNode, others: Members): boolean {
  return members.length > 0 && others.size > 0 && members.every(({ name }) => !others.has(name));
}

/** The members that both have, at whatever depth, and whose types exclude each other. */
function contradictions(node: BodyNode, others: Members, told: Told): readonly Contradiction[] {
  return node.members.flatMap((member): readonly Contradiction[] => {
    const { name } = member;
    const other = others.get(name);
    if (other === undefined) return [];
    const [mine, theirs] = [saidOf(member, told.here), saidOf(other, told.there)];
    if (
      mine === undefined ||
      theirs === undefined ||
      isEmpty(intersect(mine.bounds, theirs.bounds))
    )
      return [];
    if (![...mine.kinds].some((kind) => theirs.kinds.has(kind)))
      return [{ name, here: mine.words, there: theirs.words }];
    const [inside, within] = [objectIn(member), objectIn(other)];
    if (inside === undefined || within === undefined) return [];
    return contradictions(inside, membersIn(within), told).map((inner) => ({
      ...inner,
      name: `${name}.${inner.name}`,
    }));
  });
}

/** What the docs say of a member at all versions together. */
interface Said {
  readonly kinds: ReadonlySet<string>;
  readonly words: string;
  readonly bounds: Bounds;
}

/** Undefined where rows and samples do not tell the type. */
function saidOf({ variants }: BodyMember, sampled: boolean): Said | undefined {
  const untold = variants.some(
    ({ node, row }) =>
      node.kinds.every((kind) => kind === "null") || (row === undefined && !sampled),
  );
  if (untold || variants.length === 0) return undefined;
  const kinds = variants.flatMap(({ node }) => node.kinds).filter((kind) => kind !== "null");
  return {
    // A sample shows 1 of what another one shows as 1.5.
    kinds: new Set(kinds.map((kind) => (kind === "integer" ? "number" : kind))),
    words: [...new Set(variants.map(wordOf))].join(" or "),
    bounds: variants.map(({ bounds }) => bounds).reduce(around),
  };
}

/** The type as the entry has it, unless samples show another one. */
function wordOf({ entry, node }: Variant): string {
  const kinds = node.kinds.filter((kind) => kind !== "null");
  const documented = readType(entry?.type ?? "").kinds;
  const fits = documented.length > 0 && kinds.every((kind) => admits(documented, kind));
  return entry?.type !== undefined && fits ? entry.type : kinds.join(" or ");
}

/** From the first version of either to the last. */
function around(a: Bounds, b: Bounds): Bounds {
  const [min] = a.min && b.min ? [a.min, b.min].toSorted(compareVersions) : [];
  const max = a.max && b.max ? [a.max, b.max].toSorted(compareVersions)[1] : undefined;
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
