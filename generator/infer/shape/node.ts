import type { ParameterEntry, Row } from "../reference.js";
import type { Bounds } from "../../versions/versions.js";
import type { Kind } from "../words/kind.js";

export type { Bounds };

/** What a body is at one place: samples and rows brought together. */
export interface BodyNode {
  /** Sorted; empty: unknown. */
  readonly kinds: readonly Kind[];
  readonly members: readonly BodyMember[];
  /** The values of a map. */
  readonly values: BodyNode | undefined;
  readonly items: BodyNode | undefined;
  readonly format: string | undefined;
  readonly enumeration: Enumeration | undefined;
  readonly default: unknown;
}

/** Values that the docs plainly list. A closed one admits no other. */
export interface Enumeration {
  readonly values: readonly (string | number)[];
  readonly closed: boolean;
}

export interface BodyMember {
  readonly name: string;
  /** Several where the type differs by microversion; each with its own bounds. */
  readonly variants: readonly Variant[];
  /** In samples, but in no row. */
  readonly undocumented: boolean;
  /** Known from siblings: what this operation shows of the object does not have it. */
  readonly borrowed?: true;
}

export interface Variant {
  readonly node: BodyNode;
  readonly description: string;
  /** Inside its bounds. */
  readonly required: boolean;
  readonly bounds: Bounds;
  readonly entry: ParameterEntry | undefined;
  readonly row: Row | undefined;
  /** More rows of the same place and bounds, such as those of another list: `row` alone is read. */
  readonly others?: readonly Row[];
}

export const unknownNode: BodyNode = {
  kinds: [],
  members: [],
  values: undefined,
  items: undefined,
  format: undefined,
  enumeration: undefined,
  default: undefined,
};

/** What may be any JSON value, since the docs say so; of what is unknown they say nothing. */
export const anythingNode: BodyNode = {
  ...unknownNode,
  kinds: ["string", "integer", "number", "boolean", "array", "object", "null"],
};
