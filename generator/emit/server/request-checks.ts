import { Remembered } from "../../collections/remembered.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { ApiModel, OperationModel, ParameterModel } from "../../openapi/model.js";
import { camelCase, Names } from "../naming.js";
import type { Text } from "../text.js";
import { identifier } from "../text.js";
import { takesEveryText } from "../checks/json-schema.js";
import { bodyOf, isJson } from "../bodies.js";
import { parametersIn } from "./requests.js";
import type { WantedCheck } from "../checks/validators.js";

/** The checks of requests that a service needs, and under which names. */
export interface Checks {
  readonly wanted: readonly WantedCheck[];
  of(operation: OperationModel, part: CheckedPart): Text<"identifier"> | undefined;
}

/** The parts of a request that have a check each. */
export const checkedParts = ["path", "query", "headers", "cookies", "body"] as const;
export type CheckedPart = (typeof checkedParts)[number];

/** A check for everything of a request that can be wrong; nothing for what takes any text. */
export function requestChecks(model: ApiModel): Checks {
  const names = new Names(["equal", "formats", "isUnique", "ucs2length"]);
  const wanted: WantedCheck[] = [];
  const found = new Map<OperationModel, Map<string, Text<"identifier">>>();
  const want = (
    operation: OperationModel,
    part: string,
    schema: SchemaObject | undefined,
  ): void => {
    if (schema === undefined) return;
    const name = identifier(names.take(camelCase(`${operation.operationId} ${part}`), "_"));
    wanted.push({ name, schema });
    const parts = found.get(operation) ?? new Map<string, Text<"identifier">>();
    found.set(operation, parts.set(part, name));
  };
  const asked = { takesEveryText: (schema: SchemaObject) => takesEveryText(model, schema) };
  for (const operation of model.chapters.flatMap((chapter) => chapter.operations)) {
    const schemas = known.of(operation, asked, (recorded) => schemasOf(operation, recorded));
    for (const part of checkedParts) want(operation, part, schemas[part]);
  }
  return { wanted, of: (operation, part) => found.get(operation)?.get(part) };
}

type Schemas = Readonly<Record<CheckedPart, SchemaObject | undefined>>;

const known = new Remembered<Schemas>();

/** What is looked at beside an operation. */
interface Asked {
  takesEveryText(schema: SchemaObject): boolean;
}

function schemasOf(operation: OperationModel, asked: Asked): Schemas {
  const body = bodyOf(operation);
  return {
    path: parametersSchema(asked, parametersIn(operation, "path")),
    query: parametersSchema(asked, parametersIn(operation, "query")),
    headers: parametersSchema(asked, documentedHeaders(operation)),
    cookies: parametersSchema(asked, parametersIn(operation, "cookie")),
    body: body !== undefined && isJson(body.mediaType) ? body.schema : undefined,
  };
}

/** Whether somebody may ask is not a matter of form: `authenticate` answers that. */
function documentedHeaders(operation: OperationModel): readonly ParameterModel[] {
  return parametersIn(operation, "header").filter(({ name }) => !/^x-auth-token$/i.test(name));
}

/** Parameters as members of an object. What the docs do not name may come as well. */
function parametersSchema(
  asked: Asked,
  parameters: readonly ParameterModel[],
): SchemaObject | undefined {
  // A path parameter is always there: without it the path would be another.
  const required = parameters.filter((each) => each.required && each.in !== "path");
  const checked = parameters.filter(({ schema }) => !asked.takesEveryText(schema));
  if (required.length === 0 && checked.length === 0) return undefined;
  return {
    type: "object",
    properties: Object.fromEntries(checked.map(({ name, schema }) => [name, schema])),
    ...(required.length > 0 && { required: required.map(({ name }) => name) }),
  };
}
