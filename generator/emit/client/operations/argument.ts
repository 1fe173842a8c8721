import { singular } from "../../../english/number.js";
import type { SchemaObject } from "../../../openapi/document.js";
import type { OperationModel } from "../../../openapi/model.js";
import { bodyOf, isJson } from "../../bodies.js";
import { kebabCase } from "../../naming.js";
import { referred } from "../json.js";

type Schemas = Readonly<Record<string, SchemaObject>>;

/**
 * What of a body a function asks for. All of it; of an action the value of the one member that
 * names it, since the function knows the name; or nothing, where the docs leave no choice.
 */
export type BodyArgument =
  | { readonly kind: "whole"; readonly schema: SchemaObject; readonly required: boolean }
  | {
      readonly kind: "action";
      readonly action: string;
      readonly schema: SchemaObject;
      /** What is sent where it is left out; undefined: it must be given. */
      readonly otherwise: ActionValue | undefined;
      readonly required: boolean;
    }
  | { readonly kind: "fixed"; readonly action: string; readonly value: ActionValue };

/** The values that stand for an action without arguments. */
export type ActionValue = null | Readonly<Record<string, never>>;

/** The body that the function of an operation asks for; undefined where it has none. */
export function bodyArgument(
  operation: OperationModel,
  schemas: Schemas,
): BodyArgument | undefined {
  const body = bodyOf(operation);
  if (body === undefined) return undefined;
  const whole = { kind: "whole", schema: body.schema, required: body.required } as const;
  if (!isJson(body.mediaType)) return whole;
  const schema = follow(body.schema, schemas);
  const [entry, ...others] = Object.entries(schema.properties ?? {});
  if (entry === undefined || others.length > 0 || mayHoldMore(schema)) return whole;
  const [action, value] = entry;
  const isNamed = schema.required?.includes(action) === true;
  if (!isNamed || !isAction(operation, action) || hasMembers(value)) return whole;
  const otherwise = valueWhenLeftOut(value, schemas);
  if (otherwise !== undefined && isFixed(value, schemas))
    return { kind: "fixed", action, value: otherwise };
  return { kind: "action", action, schema: value, otherwise, required: otherwise === undefined };
}

/**
 * Whether the one member of a body tells what is to be done with what the path names: at
 * `/servers/{server_id}/action`, and where operations of one POST are told apart by it. What the path
 * itself names is no action but the resource in its wrapper: `network` of `POST /networks`.
 */
function isAction({ method, path, action }: OperationModel, member: string): boolean {
  if (method !== "POST") return false;
  const last = path.split("/").findLast(Boolean) ?? "";
  if (/^actions?$/i.test(last)) return true;
  return action === member && !/[{}]/.test(last) && bare(last) !== bare(member);
}

function bare(name: string): string {
  return singular(kebabCase(name));
}

function mayHoldMore({
  additionalProperties,
  allOf,
  anyOf,
  oneOf,
  patternProperties,
}: SchemaObject) {
  return [additionalProperties || undefined, allOf, anyOf, oneOf, patternProperties].some(
    (each) => each !== undefined,
  );
}

/** Members that are written where they stand have no type of their own that could be named. */
function hasMembers({ properties, items, anyOf, oneOf, allOf }: SchemaObject): boolean {
  return (
    properties !== undefined ||
    allOf !== undefined ||
    [items ?? [], anyOf ?? [], oneOf ?? []].flat().some(hasMembers)
  );
}

/** `null` where that may be sent, `{}` where nothing is known of an object's members. */
function valueWhenLeftOut(schema: SchemaObject, schemas: Schemas): ActionValue | undefined {
  const branches = branchesOf(schema, schemas);
  // A null of some microversions only is no answer for the others.
  if (branches.some((branch) => isNull(branch) && branch["x-openstack"] === undefined)) return null;
  return branches.every(isBare) ? {} : undefined;
}

function isFixed(schema: SchemaObject, schemas: Schemas): boolean {
  return branchesOf(schema, schemas).every(
    (branch) => isNull(branch) || (isBare(branch) && branch.additionalProperties === false),
  );
}

/** What a schema admits, a branch for each type; `depth`: documents may refer in circles. */
function branchesOf(schema: SchemaObject, schemas: Schemas, depth = 0): readonly SchemaObject[] {
  const { anyOf, oneOf, type, ...rest } = follow(schema, schemas);
  const several = anyOf ?? oneOf;
  if (several !== undefined && depth < 8)
    return several.flatMap((branch) => branchesOf(branch, schemas, depth + 1));
  return [type ?? []].flat().length > 1
    ? [type ?? []].flat().map((one) => ({ ...rest, type: one }))
    : [{ ...rest, ...(type !== undefined && { type }) }];
}

function isNull({ type, const: constant }: SchemaObject): boolean {
  return type === "null" || constant === null;
}

function isBare({
  type,
  properties,
  additionalProperties,
  patternProperties,
}: SchemaObject): boolean {
  const closed = additionalProperties === undefined || additionalProperties === false;
  const known = Object.keys(properties ?? {}).length + Object.keys(patternProperties ?? {}).length;
  return type === "object" && closed && known === 0;
}

function follow(schema: SchemaObject, schemas: Schemas): SchemaObject {
  return referred(schema.$ref, schemas) ?? schema;
}
