import type { OpenApiDocument, SchemaObject } from "../document.js";
import type { FieldsModel, ParameterModel, ResponseModel } from "../model.js";
import { resolved } from "../references.js";

/**
 * The members of an answer that a request may choose by the query parameter which the document
 * names; undefined where it names none that the operation has, or where nobody can tell what of the
 * answer is the resource.
 */
export function readFields(
  document: OpenApiDocument,
  said: unknown,
  parameters: readonly ParameterModel[],
  responses: readonly ResponseModel[],
): FieldsModel | undefined {
  const parameter = parameters.find((each) => each.in === "query" && each.name === said);
  const answer = responses.find(({ ok, body }) => ok && body !== undefined)?.body;
  if (parameter === undefined || answer === undefined) return undefined;
  const place = placeOfResource(document, answer.schema);
  return place && { parameter: parameter.name, ...place };
}

/** Members that stand beside what was asked for: pages, links and counts (`next`, `networks_links`). */
const beside =
  /^(?:next|prev|previous|first|last|marker|limit|offset|page|count|total|size|links)(?:_|$)|_(?:links|count|total)$/i;

/**
 * Where the resource is in an answer: in its one member that is no plain value (`networks` beside
 * pages and links), or all of it, where plain values stand in it (`uuid`, `name`).
 */
function placeOfResource(
  document: OpenApiDocument,
  schema: SchemaObject,
): Pick<FieldsModel, "resource"> | undefined {
  const properties = Object.entries(resolved<SchemaObject>(document, schema)?.properties ?? {});
  const own = properties.filter(([name]) => !beside.test(name));
  if (own.some(([, value]) => isPlain(document, value))) return { resource: undefined };
  const lists = own.filter(
    ([, value]) => resolved<SchemaObject>(document, value)?.type === "array",
  );
  const [holder, ...others] = own.length === 1 ? own : lists;
  return holder !== undefined && others.length === 0 ? { resource: holder[0] } : undefined;
}

const plain = new Set<unknown>(["string", "integer", "number", "boolean", "null"]);

/** Whether a value is certainly no object and no list. */
function isPlain(document: OpenApiDocument, schema: SchemaObject, depth = 0): boolean {
  const here = resolved<SchemaObject>(document, schema);
  if (here === undefined || depth > 8) return false;
  if (here.type !== undefined) return [here.type].flat().every((type) => plain.has(type));
  const choices = here.anyOf ?? here.oneOf ?? [];
  return choices.length > 0 && choices.every((each) => isPlain(document, each, depth + 1));
}
