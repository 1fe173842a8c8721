import type { Bounds, Enumeration } from "../shape/node.js";
import type { Kind } from "../words/kind.js";

/** One kind of value that a parameter may have. */
export interface ParameterValue {
  readonly kind: Exclude<Kind, "null">;
  readonly format: string | undefined;
  /** The texts that it may be. */
  readonly enumeration: Enumeration | undefined;
}

/** What a parameter is within some microversions. */
export interface ParameterVariant {
  readonly bounds: Bounds;
  readonly values: readonly ParameterValue[];
}

/** What was decided of a parameter of a path, a query or the headers. */
export interface InferredParameter {
  /** As documented. */
  readonly name: string;
  readonly description: string | undefined;
  /** It has to be sent, within the bounds of its variants. */
  readonly required: boolean;
  readonly variants: readonly ParameterVariant[];
  /** It may be one value or a list of them: sent as `name=a&name=b`. */
  readonly repeated: boolean;
  /** A list of values is sent as `name=a,b`. */
  readonly joined: boolean;
  /** The value that the docs' URL has. */
  readonly example: string | undefined;
}

/** The parameters of one operation, each list in the order of the docs. */
export interface InferredParameters {
  /** Those that the path has and a row documents. */
  readonly path: readonly InferredParameter[];
  readonly query: readonly InferredParameter[];
  readonly header: readonly InferredParameter[];
  /** The headers of its answers. */
  readonly responseHeader: readonly InferredParameter[];
}
