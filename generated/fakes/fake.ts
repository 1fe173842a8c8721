// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What a fake of an operation is.
 *
 * @module
 */

/** An answer of an operation of which the docs show no body, for tests: what it is has to be said. */
export interface UnshownFake<Body> {
  /** As documented: `GET /images/{image_id}`. */
  readonly operation: string;
  readonly status: number;
  /** The member of the request that tells it from others of its method and path. */
  readonly action?: string;
  readonly body?: Body;
}

/** An answer of an operation as the docs show it. */
export interface Fake<Body> extends UnshownFake<Body> {
  readonly body: Body;
}
