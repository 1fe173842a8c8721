import type {
  InferredOperation,
  InferredParameter,
  ParameterValue,
  ParameterVariant,
} from "../../infer/model.js";
import type { HeaderObject, ParameterObject, SchemaObject } from "../document.js";
import { openStackBounds } from "./write-schema.js";

/** Headers that OpenAPI says elsewhere (3.1, Parameter Object), and the token, which is a security scheme. */
const elsewhere = new Set(["accept", "content-type", "authorization", "x-auth-token"]);

/**
 * The parameters of one operation: path first, in the order of the template, then query, then
 * headers. `names` has the names of the template by those that the docs have.
 */
export function writeParameters(
  { parameters }: InferredOperation,
  names: ReadonlyMap<string, string>,
): readonly ParameterObject[] {
  const headers = parameters.header.filter(({ name }) => !elsewhere.has(name.toLowerCase()));
  return [
    ...[...names].map(([documented, name]) =>
      pathParameter(
        parameters.path.find((each) => each.name === documented),
        documented,
        name,
      ),
    ),
    ...parameters.query.map((each) => queryParameter(each)),
    ...headers.map((each) => parameter(each, "header")),
  ];
}

/** A part of the path is always there: bounds of its rows tell variants apart, and never take it away. */
function pathParameter(
  decided: InferredParameter | undefined,
  documented: string,
  name: string,
): ParameterObject {
  const variants = decided?.variants ?? [];
  return {
    name,
    in: "path",
    ...described(decided?.description),
    required: true,
    schema: variants.length === 0 ? { type: "string" } : variantsSchema(variants),
    ...(documented !== name && { "x-restanza": { name: documented } }),
  };
}

const described = (description: string | undefined): Pick<ParameterObject, "description"> =>
  description === undefined || description === "" ? {} : { description };

/** One parameter: several variants are of several ranges of microversions. */
function parameter(decided: InferredParameter, place: "query" | "header"): ParameterObject {
  const { name, description, required, variants, example } = decided;
  const [first] = variants;
  const bounds = variants.length === 1 && first ? openStackBounds(first.bounds) : undefined;
  const open = variants.every((each) => openStackBounds(each.bounds) === undefined);
  return {
    name,
    in: place,
    ...described(description),
    ...(required && open && { required: true }),
    schema: variantsSchema(variants),
    ...(bounds !== undefined && { "x-openstack": bounds }),
    ...(required && !open && { "x-restanza": { required: true } }),
    ...(example !== undefined && { example }),
  };
}

function variantsSchema(variants: readonly ParameterVariant[]): SchemaObject {
  const schemas = variants.map(({ bounds, values }): SchemaObject => {
    const own = openStackBounds(bounds);
    const schema = valueSchema(values);
    return variants.length > 1 && own !== undefined ? { ...schema, "x-openstack": own } : schema;
  });
  const [only = {}, ...more] = schemas;
  return more.length === 0 ? only : { anyOf: schemas };
}

/**
 * A query parameter by how a list of it is sent: `name=a&name=b`, as OpenAPI 3.1 has it where
 * nothing else is said (`style: form`, `explode: true`), or `name=a,b`.
 */
function queryParameter(decided: InferredParameter): ParameterObject {
  const once = parameter(decided, "query");
  const schema = decided.repeated ? repeated(once.schema) : once.schema;
  return { ...once, schema, ...(decided.joined && takesList(schema) && { explode: false }) };
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

function valueSchema(values: readonly ParameterValue[]): SchemaObject {
  const parts = values.map(({ kind, format, enumeration }): SchemaObject => {
    if (kind === "array") return { type: "array", items: { type: "string" } };
    if (kind === "object") return { type: "object", additionalProperties: { type: "string" } };
    if (enumeration !== undefined) {
      const listed: SchemaObject = { type: "string", enum: [...enumeration.values] };
      return enumeration.closed ? listed : { anyOf: [listed, { type: "string" }] };
    }
    return { type: kind, ...(format !== undefined && { format }) };
  });
  const [only = {}, ...more] = parts;
  return more.length === 0 ? only : { anyOf: parts };
}

/** The headers of the answers of one operation. */
export function writeHeaders({
  parameters,
}: InferredOperation): Readonly<Record<string, HeaderObject>> {
  const headers: Record<string, HeaderObject> = {};
  for (const decided of parameters.responseHeader) {
    const { name, in: _place, example: _example, ...header } = parameter(decided, "header");
    if (name.toLowerCase() !== "content-type") headers[name] = header;
  }
  return headers;
}
