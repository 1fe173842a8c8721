import {
  methods,
  type OpenApiDocument,
  type OperationObject,
  type PathItemObject,
} from "./document.js";
import { isRecord } from "./references.js";

/** An operation, where it stands in the document. */
export interface PlacedOperation {
  readonly path: string;
  /** In lower case, or as `additionalOperations` writes it. */
  readonly method: string;
  readonly operation: OperationObject;
}

/** The operations of the paths of a document, in its order. */
export function operationsIn(document: OpenApiDocument): readonly PlacedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    isRecord(item)
      ? operationsOf(item).map(([method, operation]) => ({ path, method, operation }))
      : [],
  );
}

/** The operations of a path item by their methods, also those that OpenAPI 3.1 has no member for. */
export function operationsOf(
  item: PathItemObject,
): readonly (readonly [method: string, operation: OperationObject])[] {
  const named = [...methods, "query" as const].flatMap((method) => {
    const operation = item[method];
    return isRecord(operation) ? [[method, operation] as const] : [];
  });
  const others = Object.entries({
    ...item.additionalOperations,
    ...item["x-restanza-operations"],
  }).filter(([, operation]) => isRecord(operation));
  return [...named, ...others];
}

/** The document with no operations but these. */
export function withOperations(
  document: OpenApiDocument,
  kept: ReadonlySet<OperationObject>,
): OpenApiDocument {
  const only = (item: PathItemObject): PathItemObject =>
    Object.fromEntries(
      Object.entries(item).flatMap(([name, member]): [string, unknown][] => {
        if (name === "additionalOperations" || name === "x-restanza-operations") {
          const left = Object.entries(member).filter(([, one]) => kept.has(one as OperationObject));
          return left.length > 0 ? [[name, Object.fromEntries(left)]] : [];
        }
        const isOperation = [...methods, "query"].includes(name);
        return isOperation && !kept.has(member as OperationObject) ? [] : [[name, member]];
      }),
    );
  const paths = Object.entries(document.paths).flatMap(([path, item]) => {
    const left = only(item);
    return operationsOf(left).length > 0 ? [[path, left] as const] : [];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}
