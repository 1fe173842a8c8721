import type { SchemaObject } from "../../openapi/document.js";
import type { ApiModel, OperationModel, ParameterModel } from "../../openapi/model.js";
import { code, identifier, literal } from "../text.js";
import { type Called, type Entries, type Items, object, type Value } from "../layout/values.js";
import { styleWord } from "../style-word.js";
import { kindOf, membersOf, parametersIn, type Scalar } from "./requests.js";
import type { ChapterScope } from "./scope.js";

/** Whether any parameter is not written as is usual for its place. */
export function hasStyles({ chapters }: ApiModel): boolean {
  return chapters.some(({ operations }) =>
    operations.some(({ parameters }) => parameters.some(({ style }) => style !== undefined)),
  );
}

/** The member `styles` of a route: how such parameters are written, and what reads them. */
export function stylesOf(
  model: ApiModel,
  operation: OperationModel,
  scope: ChapterScope,
): Called | undefined {
  const places = { path: "path", query: "query", headers: "header", cookies: "cookie" } as const;
  const inputs = Object.entries(places).map(([group, place]) => {
    const styled = parametersIn(operation, place).filter(({ style }) => style !== undefined);
    const entries = styled.map((parameter) => [
      parameter.name,
      inputOf(model, operation, parameter),
    ]);
    return [group, entries.length > 0 ? object(Object.fromEntries(entries)) : undefined] as const;
  });
  if (inputs.every(([, entries]) => entries === undefined)) return undefined;
  const read = scope.styles(identifier("styled"));
  return { call: code`${read}`, argument: object(Object.fromEntries(inputs)) };
}

function inputOf(model: ApiModel, operation: OperationModel, parameter: ParameterModel): Entries {
  const { style, schema } = parameter;
  const { kind = "form", explode = false, reserved = false } = style ?? {};
  const isSpread = kind === "form" && explode;
  const others = isSpread ? operation.parameters.filter((each) => each !== parameter) : [];
  return object({
    style: literal(styleWord({ kind, explode, reserved })),
    of: shapeOf(model, schema, others),
  });
}

/** The runtime's `Shape` of a value. */
function shapeOf(model: ApiModel, schema: SchemaObject, others: readonly ParameterModel[]): Value {
  const kind = kindOf(model, schema);
  if (kind.endsWith("[]")) return listOf(kind);
  const found = membersOf(model, schema);
  if (found === undefined) return literal(kind);
  const members = Object.entries(found.members).map(([name, member]) => {
    const own = kindOf(model, member);
    return [name, own.endsWith("[]") ? listOf(own) : literal(own)] as const;
  });
  const names = others.filter((each) => each.in === "query").map(({ name }) => literal(name));
  return object({
    members: object(Object.fromEntries(members)),
    rest: found.rest && literal(scalarIn(kindOf(model, found.rest))),
    others: names.length > 0 && found.rest ? { items: names } : undefined,
  });
}

function listOf(kind: string): Items {
  return { items: [literal(kind.slice(0, -2))] };
}

function scalarIn(kind: string): Scalar {
  return kind === "integer" || kind === "number" || kind === "boolean" ? kind : "string";
}
