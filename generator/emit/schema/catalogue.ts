import type { ApiModel, OperationModel } from "../../openapi/model.js";
import type { SchemaObject } from "../../openapi/document.js";
import { pascalCase } from "../naming.js";
import type { TypeCatalogue, TypeExpression } from "../type-names.js";
import { code, join, literal, memberName } from "../text.js";

/** Provisional: names without versions and without clashes, until the real one stands here. */
export function makeCatalogue(model: ApiModel): TypeCatalogue {
  const reference = (schema: SchemaObject): TypeExpression => {
    if (schema.$ref !== undefined) {
      const name = pascalCase(schema.$ref.split("/").at(-1) ?? "");
      return { text: code`${name}`, imports: [name] };
    }
    if (schema.type === "array" && schema.items !== undefined) {
      const items = reference(schema.items);
      return { text: code`${items.text}[]`, imports: items.imports };
    }
    if (schema.enum !== undefined) {
      return {
        text: join(
          schema.enum.map((value) => literal(String(value))),
          " | ",
        ),
        imports: [],
      };
    }
    const types = {
      string: code`string`,
      number: code`number`,
      integer: code`number`,
      boolean: code`boolean`,
    };
    const type = Object.entries(types).find(([name]) => name === schema.type)?.[1];
    return { text: type ?? code`unknown`, imports: [] };
  };
  const group = (operation: OperationModel, where: "query" | "header", suffix: string) => {
    if (!operation.parameters.some((parameter) => parameter.in === where)) return undefined;
    const name = pascalCase(`${operation.operationId} ${suffix}`);
    return { text: code`${name}`, imports: [name] };
  };
  return {
    versioned: model.microversions !== undefined && model.projected === undefined,
    nameOf: (component) => pascalCase(component),
    variesWithVersion: () => false,
    varies: () => false,
    reference,
    query: (operation) => group(operation, "query", "Query"),
    headers: (operation) => group(operation, "header", "Headers"),
    parametersVary: () => false,
    members: (parameters) => ({
      text: join(
        parameters.map(
          (parameter) =>
            code`${memberName(parameter.name)}${parameter.required ? code`` : code`?`}: ${reference(parameter.schema).text};\n`,
        ),
        "",
      ),
      imports: [],
    }),
  };
}
