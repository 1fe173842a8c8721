import type { SchemaObject } from "../../openapi/document.js";
import type { OperationModel } from "../../openapi/model.js";
import { shapeOf } from "../schemas/shape-of.js";
import type { View } from "../schemas/view.js";

/** What is said of one place of a request, or of what comes with each success. */
export function schemasAt(
  { body, responses }: OperationModel,
  part: string | undefined,
  keys: readonly string[],
  view: View,
): readonly SchemaObject[] {
  const own =
    part === "request"
      ? [body?.schema]
      : responses.map((one) => (one.ok ? one.body?.schema : undefined));
  const start = own.flatMap((schema) => (schema === undefined ? [] : (view.at(schema) ?? [])));
  return keys.reduce<readonly SchemaObject[]>((schemas, key) => {
    const shape = shapeOf(schemas, view);
    return shape.members.get(key)?.schemas ?? (key === "0" ? shape.items : shape.others);
  }, start);
}
