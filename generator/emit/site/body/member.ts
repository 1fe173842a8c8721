import type { Bounds } from "../../../openapi/versions.js";

/** What may stand at a place of a body: members by name, and what each may be. */
export interface Shape {
  /** In words, several where they differ by microversion or where one of them is chosen. */
  readonly types: readonly TypeWords[];
  readonly members: readonly Member[];
  /** Objects of which one is chosen. */
  readonly branches: readonly Branch[];
  readonly values: readonly KnownValue[];
  /** `at least 1`, `2 to 255 characters`: said behind the type. */
  readonly limits: readonly string[];
  readonly default?: unknown;
  /** Where it goes in a circle: the path at which it stands already. */
  readonly repeats?: string;
}

export interface TypeWords {
  readonly words: string;
  readonly bounds: Bounds;
}

export interface KnownValue {
  readonly value: unknown;
  readonly bounds: Bounds;
  /** Others may come. */
  readonly open: boolean;
}

/** One of several objects. */
export interface Branch {
  readonly title: string;
  readonly bounds: Bounds;
  readonly members: readonly Member[];
}

export interface Member {
  /** As it is written, `*` for a name that is free, `0` for a place of a list. */
  readonly name: string;
  /** From the top of the body, as programs write it: `servers[].addresses.*`. */
  readonly path: string;
  /** What is said of it: as a rule once, else for each of its variants where that holds. */
  readonly said: readonly Said[];
  /** Wherever it is at all, or only within these. */
  readonly required: boolean | readonly Bounds[];
  readonly deprecated: boolean;
  /** In samples, but in no row of the docs: of the operation itself, or of others alone. */
  readonly undocumented: "here" | "elsewhere" | undefined;
  readonly readOnly: boolean;
  /** Where it is at all; none: everywhere. */
  readonly ranges: readonly Bounds[];
  readonly shape: Shape;
}

export interface Said {
  readonly markdown: string;
  /** None: everywhere. */
  readonly ranges: readonly Bounds[];
}
