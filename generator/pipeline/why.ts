import { readApiReference } from "../apiref/read-api-reference.js";
import { ConfigurationError } from "../config/configuration-error.js";
import { nearest } from "../diagnostics/nearest.js";
import { placeOf, type SourceId, type Span } from "../diagnostics/span.js";
import { infer } from "../infer/infer.js";
import type { Inferences, InferredOperation, Operation, Side } from "../infer/model.js";
import type { Decision } from "../infer/votes/decision.js";
import { whyOf, type Why, type WhyPlace } from "../infer/why/why.js";
import type { SourceTree } from "../source/tree.js";
import { open, type Source } from "./inputs.js";
import type { Settings } from "./settings.js";

/** A place of the docs, and the words that stand there. */
export interface LocatedPlace {
  readonly kind: WhyPlace["kind"];
  readonly file: SourceId;
  readonly line: number;
  readonly column: number;
  readonly words: string;
}

/** Why a member or a parameter is what it is, with the places in the docs that say so. */
export interface Explanation extends Omit<Why, "docs"> {
  readonly docs: readonly LocatedPlace[];
  /** The folder that the names of the files are relative to. */
  readonly root: string;
}

/**
 * Why a place of an operation has its place, type, required and null: the rules that decided it,
 * and what the docs have of it. `operation` is an operationId or a title; `at` a pointer such as
 * `/response/server/flavor` or `/query/limit`.
 * @throws {ConfigurationError} where there is no such operation or place: it names the nearest.
 */
export function explainPlace(
  source: Source,
  settings: Settings,
  operation: string,
  at: string,
): Explanation {
  const { tree, root } = open(source.path);
  return { ...explainIn(tree, settings, operation, at), root };
}

/** The same of a tree that is open. */
export function explainIn(
  tree: SourceTree,
  settings: Settings,
  wanted: string,
  at: string,
): Omit<Explanation, "root"> {
  const decisions = new Map<Operation, Record<Side, Decision[]>>();
  const ask = (operation: Operation, side: Side) => {
    const own = decisions.get(operation) ?? { request: [], response: [] };
    decisions.set(operation, own);
    return (decision: Decision): unknown => own[side].push(decision);
  };
  const { value } = infer(readApiReference(tree).value, { ...settings, ask });
  const inferred = named(value, wanted);
  const own = decisions.get(inferred.operation) ?? { request: [], response: [] };
  const why = whyOf(inferred, at, own);
  if ("missing" in why) throw new ConfigurationError(`${why.missing}${orNear(why.near)}`);
  return { ...why, docs: why.docs.map((place) => located(place, tree)) };
}

function named({ operations }: Inferences, wanted: string): InferredOperation {
  const all = [...operations.values()];
  const found =
    all.find(({ operationId }) => operationId === wanted) ??
    all.find(({ operation }) => operation.title.value === wanted);
  if (found !== undefined) return found;
  const ids = all.map(({ operationId }) => operationId);
  const near = nearest(wanted, ids, 5);
  throw new ConfigurationError(
    `"${wanted}" is no operation of these docs.${near.length > 0 ? orNear(near) : listed(ids)}`,
  );
}

/** The names themselves where they are few, else where they are listed. */
function listed(ids: readonly string[]): string {
  if (ids.length === 0) return " They have none.";
  if (ids.length <= 10) return ` They have ${ids.join(", ")}.`;
  return " They are in client/operations.md and, as operationId, in openapi.json, which generate writes.";
}

const orNear = (names: readonly string[]): string =>
  names.length === 0 ? "" : ` Did you mean ${names.join(", ")}?`;

function located({ kind, span }: WhyPlace, tree: SourceTree): LocatedPlace {
  const reading = tree.read(span.source);
  const text = reading.kind === "text" ? reading.text : "";
  return { kind, file: span.source, ...placeOf(text, span.start), words: wordsAt(text, span) };
}

/** The words of a span, up to the end of their line. */
function wordsAt(text: string, { start, end }: Span): string {
  const [line = ""] = text.slice(start, end).split(/\r\n|\r|\n/, 1);
  return line.trim();
}
