import type { Before, Microversion } from "./table.js";

/**
 * The shape that `V` has: the entry of `Shapes` with the highest key not above `V`.
 *
 * `Wide` is the shape over all microversions. It is what `string` gives, which stands for a client
 * whose microversion is not known where the code is written. `"latest"` gives the newest.
 */
export type At<V extends string, Wide, Shapes> =
  Find<V, Wide, Shapes> extends infer Shape extends Wide ? Shape : never;

type Find<V extends string, Wide, Shapes> = V extends keyof Shapes
  ? Shapes[V]
  : V extends keyof Before
    ? Find<Before[V], Wide, Shapes>
    : Wide;

/** Clients that may call what ended with `Last`: `"latest"` is later. */
export type UpTo<Last extends Microversion> = Down<Last>;

/** Clients that may call what began with `First`. */
export type From<First extends Microversion> = "latest" | Up<First>;

/** Clients that may call what began with `First` and ended with `Last`. */
export type Between<First extends Microversion, Last extends Microversion> = Extract<
  From<First>,
  UpTo<Last>
>;

/** The microversion of a call: `Own`, where its options ask for one, else that of its client, `V`. */
export type Asked<V extends string, Own extends string> = [Own] extends [never] ? V : NoInfer<Own>;

/** The clients of a call that are within `Range`; any, where its options ask for a microversion. */
export type Caller<V extends string, Own extends string, Range extends string> = [Own] extends [
  never,
]
  ? Range
  : V;

// `string`: of a `Microversion` that is a key of `Before`, compilers compare every pair of versions.
type Down<Last extends string, Found = never> = Last extends keyof Before
  ? Down<Before[Last], Found | Last>
  : Found | Last;

type Up<First extends string> = First extends keyof Before
  ? Exclude<Microversion, Down<Before[First]>>
  : Microversion;
