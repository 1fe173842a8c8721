import { nearest } from "../../diagnostics/nearest.js";
import type { Span } from "../../diagnostics/span.js";
import { wholeSamples } from "../shape/sample-json.js";
import type { InferredOperation } from "../model.js";
import type { InferredParameter } from "../parameters/parameter.js";
import { questions } from "../questions.js";
import type { Json, Row, Side } from "../reference.js";
import { rules, type QuestionName } from "../rules.js";
import type { BodyNode } from "../shape/node.js";
import type { Decision } from "../votes/decision.js";
import {
  decisionKey,
  keyOfDecision,
  placesOf,
  readPointer,
  writePointer,
  type Part,
  type Pointer,
} from "./pointer.js";

/** A rule that had a part in a decision. */
export interface WhyRule {
  readonly rule: string;
  readonly why: string | undefined;
  /** What a vote counted. */
  readonly weight?: number;
}

/** One question about a place, and what answered it. */
export interface WhyDecision {
  readonly question: string;
  readonly asks: string;
  readonly answer: string;
  /** None: the docs say so themselves, and no rule says anything else. */
  readonly rules: readonly WhyRule[];
}

/** What the docs have of a place. */
export interface WhyPlace {
  readonly kind: "row" | "entry" | "sample";
  readonly span: Span;
}

/** Why a place of an operation is what it is. */
export interface Why {
  readonly operation: string;
  readonly at: string;
  /** In words: `object, required, may be null`. */
  readonly is: string;
  readonly decisions: readonly WhyDecision[];
  readonly docs: readonly WhyPlace[];
}

/** Where there is no such place: what to say of it, and the names that are nearest. */
export interface NoPlace {
  readonly missing: string;
  readonly near: readonly string[];
}

/** Decisions by side; those about parameters stand among those about the request. */
export type Decisions = Readonly<Record<Side, readonly Decision[]>>;

/** Explains the place of an operation that a pointer names. */
export function whyOf(
  inferred: InferredOperation,
  text: string,
  decisions: Decisions,
): Why | NoPlace {
  const pointer = readPointer(text);
  if (pointer === undefined)
    return {
      missing: `"${text}" names no part of an operation: it begins with /request, /response, /path, /query or /header.`,
      near: [],
    };
  const { part } = pointer;
  return part === "request" || part === "response"
    ? whyOfBody(inferred, pointer, part, decisions[part])
    : whyOfParameter(inferred, pointer, part, decisions.request);
}

function whyOfBody(
  inferred: InferredOperation,
  pointer: Pointer,
  side: Side,
  decisions: readonly Decision[],
): Why | NoPlace {
  const body = inferred[side];
  if (body === undefined)
    return { missing: `${inferred.operationId} has no ${side} body that is documented.`, near: [] };
  const places = placesOf(side, body.node);
  const at = [writePointer(pointer), writePointer(withItems(pointer))].find((each) =>
    places.has(each),
  );
  const found = at === undefined ? undefined : readPointer(at);
  if (at === undefined || found === undefined)
    return notThere(inferred, writePointer(pointer), [...places.keys()]);
  const key = decisionKey(found.keys);
  const own = decisions.filter(({ path }) => keyOfDecision(path) === key);
  const wrapper = key === "" ? [] : decisions.filter(({ question }) => question === "wrapper");
  const rows = own.flatMap((each) => each.rows);
  return {
    operation: inferred.operationId,
    at,
    is: describe(places.get(at) ?? [], requiredAt(body.node, found.keys)),
    decisions: explained([...wrapper, ...own]),
    docs: [...rowPlaces(rows), ...samplePlaces(inferred, side, found.keys)],
  };
}

/** `*` for the items of a list. */
function withItems({ part, keys }: Pointer): Pointer {
  return { part, keys: keys.map((key) => (key === "*" ? "[]" : key)) };
}

function whyOfParameter(
  inferred: InferredOperation,
  pointer: Pointer,
  part: Exclude<Part, Side>,
  decisions: readonly Decision[],
): Why | NoPlace {
  const name = pointer.keys.join("/");
  const all = inferred.parameters[part];
  const found = all.find((each) => each.name === name);
  if (found === undefined)
    return notThere(
      inferred,
      writePointer(pointer),
      all.map((each) => writePointer({ part, keys: [each.name] })),
    );
  const own = decisions.filter(({ path }) => path === `${part} ${name}`);
  const rows = own.flatMap((each) => each.rows);
  return {
    operation: inferred.operationId,
    at: writePointer({ part, keys: [name] }),
    is: describeParameter(found),
    decisions: explained(own),
    docs: rows.length > 0 ? rowPlaces(rows) : [{ kind: "row", span: inferred.operation.url.span }],
  };
}

function notThere(
  { operationId }: InferredOperation,
  at: string,
  known: readonly string[],
): NoPlace {
  const name = at.slice(at.lastIndexOf("/"));
  const same = known.filter((each) => each.endsWith(name));
  const near = [...new Set([...same, ...nearest(at, known, 5)])].slice(0, 5);
  return { missing: `${operationId} has no ${at}.`, near };
}

/** Each decision once, in the order in which they were made. */
function explained(decisions: readonly Decision[]): readonly WhyDecision[] {
  const all = decisions.map(({ question, answer, reasons }): WhyDecision => {
    const name = Object.keys(questions).find((each): each is QuestionName => each === question);
    return {
      question,
      asks: name === undefined ? "What do other operations show?" : questions[name].asks,
      answer,
      rules: reasons.map(({ rule, weight }) => ({
        rule,
        why: name && rules[name].find((each) => each.name === rule)?.why,
        ...(weight !== undefined && { weight: Math.round(weight * 100) / 100 }),
      })),
    };
  });
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

function describe(nodes: readonly BodyNode[], required: boolean | undefined): string {
  const kinds = [...new Set(nodes.flatMap((node) => node.kinds))];
  const named = kinds.filter((kind) => kind !== "null").join(" or ") || "of unknown type";
  const format = nodes.map((node) => node.format).find((each) => each !== undefined);
  return [
    format === undefined ? named : `${named} (${format})`,
    ...(required === undefined ? [] : [required ? "required" : "may be left out"]),
    kinds.includes("null") ? "may be null" : "never null",
  ].join(", ");
}

function describeParameter({ required, variants }: InferredParameter): string {
  const values = variants.flatMap((variant) => variant.values);
  const named = new Set(values.map(({ kind, format }) => format ?? kind));
  return `${[...named].join(" or ")}, ${required ? "required" : "may be left out"}`;
}

/** Whether the member at the end of a way is required; undefined where that is no member. */
function requiredAt(body: BodyNode, keys: readonly string[]): boolean | undefined {
  let nodes: readonly BodyNode[] = [body];
  let required: boolean | undefined;
  for (const key of keys) {
    const variants = nodes.flatMap(({ members }) =>
      members.filter(({ name }) => name === key).flatMap((member) => member.variants),
    );
    required =
      key === "[]" || key === "*" ? undefined : variants.every((variant) => variant.required);
    nodes =
      key === "[]"
        ? nodes.flatMap(({ items }) => items ?? [])
        : key === "*"
          ? nodes.flatMap(({ values }) => values ?? [])
          : variants.map(({ node }) => node);
  }
  return required;
}

/** The rows that speak of a place, and their entries, each once. */
function rowPlaces(rows: readonly Row[]): readonly WhyPlace[] {
  const places = rows.flatMap(({ name, entry }): readonly WhyPlace[] => [
    { kind: "row", span: name.span },
    ...(entry === undefined ? [] : [{ kind: "entry" as const, span: entry.span }]),
  ]);
  const key = ({ span }: WhyPlace) => `${span.source}:${span.start}`;
  return [...new Map(places.map((place) => [key(place), place])).values()];
}

/** The samples of a side that show a place. */
function samplePlaces(
  { operation }: InferredOperation,
  side: Side,
  keys: readonly string[],
): readonly WhyPlace[] {
  return wholeSamples(operation, side).flatMap(({ sample, span, path }) =>
    sample.kind === "json" && shows(sample.value, keys)
      ? [{ kind: "sample" as const, span: path?.span ?? span }]
      : [],
  );
}

function shows(value: Json, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  if (typeof value !== "object" || value === null) return false;
  const inside = Object.entries(value).filter(
    ([name]) => key === "*" || (Array.isArray(value) ? key === "[]" : name === key),
  );
  return inside.some(([, inner]) => shows(inner as Json, rest));
}
