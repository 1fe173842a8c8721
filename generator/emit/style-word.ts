import type { StyleModel } from "../openapi/model.js";

/** The word of the runtimes for a style: `+form*` is a form that is exploded and keeps reserved signs. */
export function styleWord({ kind, explode, reserved }: StyleModel): string {
  return `${reserved ? "+" : ""}${kind}${explode ? "*" : ""}`;
}
