import type { ApiModel, OperationModel, ParameterModel } from "../openapi/model.js";
import type { SchemaObject } from "../openapi/document.js";
import type { Text } from "./text.js";

/** A type where it is used: the expression, and the names to import from `types.ts` for it. */
export interface TypeExpression {
  readonly text: Text<"code">;
  /** Names that `types.ts` exports, sorted, each once. */
  readonly imports: readonly Text<"identifier">[];
}

/**
 * What `types.ts` calls things. Every emitter asks here, so that a module imports exactly what it
 * uses. Made once per model and shared: `await typeCatalogue(model)`.
 *
 * Inline schemas of bodies that are more than a reference, a scalar or an array of those have names
 * of their own in `types.ts` (`CreateImageBody`, `ListImagesResponse`), so every expression fits
 * on a line in practice.
 */
export interface TypeCatalogue {
  /** Whether there is a `microversion.ts`: the service has microversions, the document has all. */
  readonly versioned: boolean;

  /** A digest of all that the types of operations are made from, their names among it. */
  causesOf(operations: readonly OperationModel[]): string;

  /** The exported name of a component schema. */
  nameOf(component: string): Text<"identifier">;

  /** Whether the type of this component, or of what it holds, depends on the microversion. */
  variesWithVersion(component: string): boolean;

  /** The same of any schema of the model: then who uses it is generic in `V extends string`. */
  varies(schema: SchemaObject): boolean;

  /**
   * The type of a body, response header or other schema of the model. Without `version`: over all
   * microversions (`Service`, `ServiceList`). With `"V"`: at the microversion that the type
   * parameter `V` stands for (`ServiceAt<V>`, `ServiceList<V>`), the same where nothing varies.
   */
  reference(schema: SchemaObject, version?: "V"): TypeExpression;

  /**
   * The named interface of the query parameters, `ListImagesQuery`; undefined without any. Its
   * members take `undefined` as well: `{ limit: maybe }` is right.
   */
  query(operation: OperationModel, version?: "V"): TypeExpression | undefined;

  /** The same for documented request headers, `CreateObjectHeaders`. */
  headers(operation: OperationModel, version?: "V"): TypeExpression | undefined;

  /** Whether the query (or the headers) of the operation differ between microversions. */
  parametersVary(operation: OperationModel, where: "query" | "header"): boolean;

  /**
   * Members for parameters that are written inline, such as those of `path: { … }`: whole lines
   * with JSDoc, each ended by a line end, indented by `indent` spaces.
   */
  members(parameters: readonly ParameterModel[], indent: number): TypeExpression;
}

/** The catalogue of a model; the same object for the same model. */
export async function typeCatalogue(model: ApiModel): Promise<TypeCatalogue> {
  const { makeCatalogue } = await import("./schema/catalogue.js");
  return makeCatalogue(model);
}
