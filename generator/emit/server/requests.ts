import type { ApiModel, OperationModel, ParameterModel } from "../../openapi/model.js";
import type { SchemaObject } from "../../openapi/document.js";
import { resolve } from "../checks/schemas.js";

/** Words that a header can carry, whatever the docs wrote. */
export function headerText(words: string): string {
  const printable = words.replace(/[^\x20-\x7e]/g, "").trim();
  return printable === "" ? "application/octet-stream" : printable;
}

/** What a text of a parameter is read as; the words of `Kind` in the runtime. */
export type Kind = Scalar | `${Scalar}[]`;
export type Scalar = "string" | "integer" | "number" | "boolean";

/** What the text of a parameter is read as. Where a text is right as well, it stays one. */
export function kindOf(model: ApiModel, schema: SchemaObject): Kind {
  const types = typesOf(model, schema, 0);
  if (types.has("array")) {
    const { items } = schemaOf(model, schema);
    return `${items === undefined ? "string" : scalarOf(typesOf(model, items, 0))}[]`;
  }
  return scalarOf(types);
}

function scalarOf(types: ReadonlySet<string>): Scalar {
  if (types.has("string") || types.size === 0) return "string";
  if (types.has("integer")) return types.has("boolean") ? "string" : "integer";
  if (types.has("number")) return "number";
  return types.has("boolean") ? "boolean" : "string";
}

function schemaOf(model: ApiModel, schema: SchemaObject): SchemaObject {
  const own = resolve(model, schema);
  const branches = [...(own.oneOf ?? []), ...(own.anyOf ?? []), ...(own.allOf ?? [])];
  return own.items === undefined
    ? (branches.map((each) => resolve(model, each)).find((each) => each.items) ?? own)
    : own;
}

function typesOf(model: ApiModel, schema: SchemaObject, depth: number): ReadonlySet<string> {
  const own = resolve(model, schema);
  if (own.type !== undefined) return new Set([own.type].flat());
  if (own.enum !== undefined) return new Set(own.enum.map(typeOfValue));
  if (own.const !== undefined) return new Set([typeOfValue(own.const)]);
  if (depth > 8) return new Set();
  const branches = [...(own.oneOf ?? []), ...(own.anyOf ?? []), ...(own.allOf ?? [])];
  return new Set(branches.flatMap((branch) => [...typesOf(model, branch, depth + 1)]));
}

function typeOfValue(value: unknown): string {
  if (value === null) return "null";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/** Documented parameters of one place. */
export function parametersIn(
  operation: OperationModel,
  place: ParameterModel["in"],
): readonly ParameterModel[] {
  return operation.parameters.filter((parameter) => parameter.in === place);
}

/**
 * Query parameters by which an operation is told from the others of its method and path: those that
 * it requires and not all of the others do.
 */
export function distinguishing(
  operation: OperationModel,
  siblings: readonly OperationModel[],
): readonly string[] {
  if (siblings.length < 2) return [];
  const required = (each: OperationModel): readonly string[] =>
    parametersIn(each, "query").flatMap(({ name, required }) => (required ? [name] : []));
  return required(operation).filter((name) =>
    siblings.some((sibling) => !required(sibling).includes(name)),
  );
}

/** The members of an object that a parameter is, and what others are; undefined where it is none. */
export function membersOf(
  model: ApiModel,
  schema: SchemaObject,
  depth = 0,
):
  | {
      readonly members: Readonly<Record<string, SchemaObject>>;
      readonly rest: SchemaObject | undefined;
    }
  | undefined {
  const own = resolve(model, schema);
  if (depth > 8) return undefined;
  const branches = [...(own.allOf ?? []), ...(own.oneOf ?? []), ...(own.anyOf ?? [])];
  const inner = branches.flatMap((branch) => membersOf(model, branch, depth + 1) ?? []);
  const isOne = [own.type ?? []].flat().includes("object") || own.properties !== undefined;
  if (!isOne && inner.length === 0) return undefined;
  const { additionalProperties: more } = own;
  // What may have members of any name is open unless it says that it is not.
  const named = Object.keys(own.properties ?? {}).length + inner.length > 0;
  const rest =
    typeof more === "object"
      ? more
      : more === true || (more === undefined && !named)
        ? {}
        : undefined;
  return {
    members: Object.assign({}, ...inner.map(({ members }) => members), own.properties),
    rest: rest ?? inner.find((each) => each.rest !== undefined)?.rest,
  };
}
