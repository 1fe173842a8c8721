import { groupBy } from "../../collections/groups.js";
import type { Operation, Row } from "../reference.js";
import { boundsOf } from "../rows/row-bounds.js";
import type { SortedRows } from "../rows/rows.js";
import { findEnumeration } from "../shape/enums.js";
import type { EnumRule } from "../shape/enum-rules.js";
import { nothing } from "../shape/shape.js";
import type { Note } from "../votes/decision.js";
import { first } from "../votes/vote.js";
import { readType } from "../words/documented-type.js";
import { isJoined, isRepeated, isRepeatedInUrl } from "../words/values/repeated.js";
import type { InferredParameter, InferredParameters, ParameterValue } from "./parameter.js";
import { pathTwins } from "./path-twins.js";
import { mustBeSent } from "./required-parameters.js";
import { anySegment, type SegmentRule } from "./segment-rules.js";
import type { SentRule } from "./sent-rules.js";

/** The rules by which parameters are what they are. */
export interface ParameterRules {
  readonly segment: readonly SegmentRule[];
  readonly sent: readonly SentRule[];
  readonly enumeration: readonly EnumRule[];
}

/** What is asked for all parameters of one operation. */
interface Asked {
  readonly operation: Operation;
  readonly rules: ParameterRules;
  readonly noted: Note | undefined;
}

/**
 * The parameters of one operation: rows of one name are variants by microversion; names that only
 * the URL has stand behind those of the rows. `fields` is the parameter that names members.
 */
export function inferParameters(
  operation: Operation,
  rows: SortedRows,
  fields: string | undefined,
  rules: ParameterRules,
  noted?: Note,
): InferredParameters {
  const asked = { operation, rules, noted };
  const query = groupBy(rows.query, (row) => row.name.value);
  const known = new Set([...query.keys()].map(twin));
  const fromUrl = operation.urlQuery
    .filter(({ name }) => !known.has(twin(name)))
    .map(({ name, value }) => ofUrl(name, value, operation));
  const path = [...rows.path, ...misspelt(operation, rows)];
  return {
    path: [...groupBy(path, (row) => row.name.value).values()].map((same) =>
      pathParameter(same, asked),
    ),
    query: [...[...query.values()].map((same) => queryParameter(same, fields, asked)), ...fromUrl],
    header: byHeader(rows.header).map((same) => parameter(same, "header", asked)),
    responseHeader: byHeader(rows.responseHeader).map((same) => ({
      ...parameter(same, "header", { ...asked, noted: undefined }),
      required: same.every(({ entry }) => entry?.required === true),
    })),
  };
}

/** The rows that mean a variable of the path under another name, called as it is. */
function misspelt(operation: Operation, rows: SortedRows): readonly Row[] {
  if (operation.callback) return [];
  const { twins } = pathTwins(operation, rows);
  return [...twins].flatMap(([variable, name]) =>
    rows.unplaced
      .filter((row) => row.name.value === name)
      .map((row) => ({ ...row, name: { ...row.name, value: variable } })),
  );
}

/** `sort_key` and `sort-key` are one parameter, written in two ways. */
const twin = (name: string): string => name.replaceAll("-", "_").toLowerCase();

/** Rows of one header: their names differ in capitals at most (RFC 9110, section 5.1). */
function byHeader(rows: readonly Row[]): readonly (readonly Row[])[] {
  return [...groupBy(rows, (row) => row.name.value.toLowerCase()).values()];
}

function ofUrl(name: string, value: string | undefined, operation: Operation): InferredParameter {
  return {
    name,
    description: undefined,
    required: false,
    variants: [{ bounds: {}, values: [plainText] }],
    repeated: isRepeatedInUrl(name, operation),
    joined: false,
    example: value,
  };
}

const plainText: ParameterValue = { kind: "string", format: undefined, enumeration: undefined };

/** A segment of the path, which always is there. */
function pathParameter(rows: readonly Row[], asked: Asked): InferredParameter {
  const variants = distinct(rows);
  return {
    ...ofRows(rows),
    required: true,
    variants:
      variants.length > 1
        ? variants.map((row) => ({ bounds: boundsOf(row), values: [segment([row], asked)] }))
        : [{ bounds: {}, values: [segment(rows, asked)] }],
    repeated: false,
    joined: false,
  };
}

function segment(rows: readonly Row[], { rules, noted }: Asked): ParameterValue {
  const types = rows.map((row) => row.entry?.type.trim() ?? "");
  const decided = first(rules.segment, { types });
  const { kind, format } = decided?.said ?? anySegment;
  noted?.({
    question: "segment",
    path: `path ${rows[0]?.name.value ?? ""}`,
    answer: format ?? kind,
    reasons: decided === undefined ? [] : [{ rule: decided.rule }],
    rows,
  });
  return { kind, format, enumeration: undefined };
}

function queryParameter(
  rows: readonly Row[],
  fields: string | undefined,
  asked: Asked,
): InferredParameter {
  const decided = parameter(rows, "query", asked);
  const again = isRepeated(rows, asked.operation);
  const joined = rows.some(({ name, entry }) =>
    isJoined(name.value, entry?.description.markdown ?? ""),
  );
  // A text with commas is a text, unless it is known what the parts are.
  return { ...decided, repeated: again || decided.name === fields, joined: joined && !again };
}

/** A query parameter or a header; several rows of other bounds are its variants. */
function parameter(
  rows: readonly Row[],
  place: "query" | "header",
  asked: Asked,
): InferredParameter {
  return {
    ...ofRows(rows),
    required: rows.every((row) =>
      mustBeSent(row, place, asked.operation, asked.rules.sent, asked.noted),
    ),
    variants: distinct(rows).map((row) => ({
      bounds: boundsOf(row),
      values: valuesOf(row, place, asked),
    })),
    repeated: false,
    joined: false,
  };
}

function ofRows([row]: readonly Row[]): Pick<
  InferredParameter,
  "name" | "description" | "example"
> {
  return {
    name: row?.name.value ?? "",
    description: row?.entry?.description.markdown,
    example: undefined,
  };
}

/** One row for each range of microversions. */
function distinct(rows: readonly Row[]): readonly Row[] {
  const seen = new Map<string, Row>();
  for (const row of rows) {
    const { min = "", max = "" } = boundsOf(row);
    if (!seen.has(`${min}..${max}`)) seen.set(`${min}..${max}`, row);
  }
  return [...seen.values()];
}

/** What a query or header parameter may be; no word for it means a string, as URLs are text. */
function valuesOf(
  row: Row,
  place: "query" | "header",
  { rules, noted }: Asked,
): readonly ParameterValue[] {
  const { kinds, format } = readType(row.entry?.type ?? "");
  const prose = row.entry?.description.markdown ?? "";
  const named = kinds.filter((kind) => kind !== "null");
  const enumeration =
    place === "query"
      ? findEnumeration([row], prose, nothing, kinds, "request", rules.enumeration)
      : undefined;
  const path = `${place} ${row.name.value}`;
  noted?.({
    question: "type",
    path,
    answer: named.join(", ") || "string",
    reasons: [],
    rows: [row],
  });
  if (enumeration !== undefined)
    noted?.({
      question: "enumeration",
      path,
      answer: enumeration.values.join(", "),
      reasons: [{ rule: enumeration.rule }],
      rows: [row],
    });
  return (named.length === 0 ? (["string"] as const) : named).map((kind) => ({
    kind,
    format: kind === "string" && enumeration === undefined ? format : undefined,
    enumeration: kind === "string" ? enumeration : undefined,
  }));
}
