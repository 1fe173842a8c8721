import { groupBy } from "../../apiref/group-by.js";
import type { Row } from "../../infer/reference.js";
import { boundsOf } from "../../infer/rows/row-bounds.js";
import { findEnumeration } from "../../infer/shape/enums.js";
import { readType } from "../../infer/words/documented-type.js";
import { mustBeSent } from "../../infer/parameters/required-parameters.js";
import { isJoined, isRepeated, isRepeatedInUrl } from "../../infer/words/repeated.js";
import { nothing } from "../../infer/shape/shape.js";
import type { Kind } from "../../infer/words/kind.js";
import type { InferredOperation } from "../../infer/model.js";
import type { HeaderObject, ParameterObject, SchemaObject } from "../document.js";
import { openStackBounds } from "./write-schema.js";

/** Headers that OpenAPI says elsewhere (3.1, Parameter Object), and the token, which is a security scheme. */
const elsewhere = new Set(["accept", "content-type", "authorization", "x-auth-token"]);

/** The parameters of one operation: path first, in the order of the template, then query, then headers. */
export function writeParameters(
  inferred: InferredOperation,
  names: ReadonlyMap<string, string>,
): readonly ParameterObject[] {
  const { operation, rows } = inferred;
  const path = [...names].map(([documented, name]) =>
    pathParameter(
      rows.path.filter((row) => row.name.value === documented),
      documented,
      name,
    ),
  );
  const headers = rows.header.filter((row) => !elsewhere.has(row.name.value.toLowerCase()));
  const query = groupBy(rows.query, (row) => row.name.value);
  const fromUrl = operation.urlQuery
    .filter(({ name }) => ![...query.keys()].some((known) => twin(known) === twin(name)))
    .map(({ name, value }): ParameterObject => ({
      name,
      in: "query",
      schema: isRepeatedInUrl(name, operation) ? repeated({ type: "string" }) : { type: "string" },
      ...(value !== undefined && { example: value }),
    }));
  return [
    ...path,
    ...[...query].map(([name, same]) =>
      queryParameter(
        parameter(name, "query", same, (row) => mustBeSent(row, "query", operation)),
        same,
        inferred,
      ),
    ),
    ...fromUrl,
    ...[...groupBy(headers, (row) => row.name.value.toLowerCase()).values()].map((same) =>
      parameter(same[0]?.name.value ?? "", "header", same, (row) =>
        mustBeSent(row, "header", operation),
      ),
    ),
  ];
}

/** `sort_key` and `sort-key` are one parameter, written in two ways. */
const twin = (name: string): string => name.replaceAll("-", "_").toLowerCase();

/** A part of the path is always there: bounds of its rows tell variants apart, and never take it away. */
function pathParameter(rows: readonly Row[], documented: string, name: string): ParameterObject {
  const description = rows[0]?.entry?.description.markdown;
  const variants = distinct(rows);
  const several = variants.length > 1;
  const schemas = variants.map((row): SchemaObject => {
    const bounds = several ? openStackBounds(boundsOf(row)) : undefined;
    return { ...segmentSchema([row]), ...(bounds !== undefined && { "x-openstack": bounds }) };
  });
  return {
    name,
    in: "path",
    ...(description !== undefined && description !== "" && { description }),
    required: true,
    schema: several ? { anyOf: schemas } : segmentSchema(rows),
    ...(documented !== name && { "x-restanza": { name: documented } }),
  };
}

/** Whatever else the docs call it, a segment of a path that is no integer is text, an ID perhaps. */
function segmentSchema(rows: readonly Row[]): SchemaObject {
  const types = rows.map((row) => row.entry?.type.trim() ?? "");
  const kinds = types.flatMap((type) => readType(type).kinds);
  if (kinds.includes("integer") && !kinds.includes("string")) return { type: "integer" };
  // `UUID or name` is any text.
  const isId = types.length > 0 && types.every((type) => /^(?:\w+:)?uuid$/i.test(type));
  return { type: "string", ...(isId && { format: "uuid" }) };
}

/** One parameter from its rows: several are variants by microversion. */
function parameter(
  name: string,
  place: "query" | "header",
  rows: readonly Row[],
  isRequired: (row: Row) => boolean,
): ParameterObject {
  const [first] = rows;
  const description = first?.entry?.description.markdown;
  const variants = distinct(rows);
  const bounds = variants.length === 1 ? openStackBounds(boundsOf(first)) : undefined;
  const said = rows.every(isRequired);
  const open = variants.every((row) => openStackBounds(boundsOf(row)) === undefined);
  const schemas = variants.map((row): SchemaObject => {
    const own = openStackBounds(boundsOf(row));
    const schema = valueSchema(row, place);
    return variants.length > 1 && own !== undefined ? { ...schema, "x-openstack": own } : schema;
  });
  const [schema = {}, ...more] = schemas;
  return {
    name,
    in: place,
    ...(description !== undefined && description !== "" && { description }),
    ...(said && open && { required: true }),
    schema: more.length === 0 ? schema : { anyOf: schemas },
    ...(bounds !== undefined && { "x-openstack": bounds }),
    ...(said && !open && { "x-restanza": { required: true } }),
  };
}

/**
 * A query parameter by how a list of it is sent: `name=a&name=b`, as OpenAPI 3.1 has it where
 * nothing else is said (`style: form`, `explode: true`), or `name=a,b`.
 */
function queryParameter(
  once: ParameterObject,
  rows: readonly Row[],
  { operation, fields }: InferredOperation,
): ParameterObject {
  if (isRepeated(rows, operation)) return { ...once, schema: repeated(once.schema) };
  // A text with commas is a text, unless it is known what the parts are.
  const schema = once.name === fields ? repeated(once.schema) : once.schema;
  const joined = rows.some(({ name, entry }) =>
    isJoined(name.value, entry?.description.markdown ?? ""),
  );
  return { ...once, schema, ...(joined && takesList(schema) && { explode: false }) };
}

function takesList({ type, anyOf = [] }: SchemaObject): boolean {
  return type === "array" || anyOf.some(takesList);
}

/** One value or a list of them. */
function repeated(schema: SchemaObject): SchemaObject {
  const branches = schema.anyOf ?? [schema];
  if (branches.some(({ type }) => type === "array")) return schema;
  return { anyOf: [...branches, { type: "array", items: schema }] };
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
function valueSchema(row: Row, place: "query" | "header"): SchemaObject {
  const { kinds, format } = readType(row.entry?.type ?? "");
  const plain = kinds.filter((kind): kind is Exclude<Kind, "null"> => kind !== "null");
  const enumeration = findEnumeration(
    [row],
    row.entry?.description.markdown ?? "",
    nothing,
    kinds,
    "request",
  );
  const parts = (plain.length === 0 ? ["string" as const] : plain).map((kind): SchemaObject => {
    if (kind === "array") return { type: "array", items: { type: "string" } };
    if (kind === "object") return { type: "object", additionalProperties: { type: "string" } };
    if (kind === "string" && enumeration !== undefined && place === "query") {
      const listed: SchemaObject = { type: "string", enum: [...enumeration.values] };
      return enumeration.closed ? listed : { anyOf: [listed, { type: "string" }] };
    }
    return { type: kind, ...(kind === "string" && format !== undefined && { format }) };
  });
  const [only = {}, ...more] = parts;
  return more.length === 0 ? only : { anyOf: parts };
}

/** The headers of the answers of one operation. */
export function writeHeaders(rows: readonly Row[]): Readonly<Record<string, HeaderObject>> {
  const headers: Record<string, HeaderObject> = {};
  for (const [, same] of groupBy(rows, (row) => row.name.value.toLowerCase())) {
    const {
      name,
      in: place,
      "x-openstack": bounds,
      example,
      ...rest
    } = parameter(
      same[0]?.name.value ?? "",
      "header",
      same,
      ({ entry }) => entry?.required === true,
    );
    void [place, example];
    if (name.toLowerCase() === "content-type") continue;
    const { description, required, schema, "x-restanza": ours } = rest;
    headers[name] = {
      ...(description !== undefined && { description }),
      ...(required !== undefined && { required }),
      schema,
      ...(bounds !== undefined && { "x-openstack": bounds }),
      ...(ours?.required !== undefined && { "x-restanza": { required: ours.required } }),
    };
  }
  return headers;
}
