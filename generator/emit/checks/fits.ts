import type { SchemaObject } from "../../openapi/document.js";
import type { ApiModel } from "../../openapi/model.js";
import { checkOf, componentsId, reachableComponents } from "./json-schema.js";

/** Whether a value is what a schema of the model says. Formats are not looked at: types have none. */
export type Fits = (schema: SchemaObject, value: unknown) => boolean;

/** Compiles each schema when it is first asked for; those of `roots` are all that may be. */
export async function fitsOf(model: ApiModel, roots: readonly SchemaObject[]): Promise<Fits> {
  // Lazily: a run without this emitter does not pay for Ajv.
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  const ajv = new Ajv2020({
    strict: false,
    inlineRefs: false,
    validateFormats: false,
    validateSchema: false,
    addUsedSchema: false,
    ownProperties: true,
    logger: false,
  });
  ajv.addSchema({ $id: componentsId, $defs: reachableComponents(model, roots) });
  return (schema, value) => ajv.validate(checkOf(model, schema), value) === true;
}
