// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:cb2dc50700af2713

/**
 * What a check found, in words.
 *
 * @module
 */
import type { CheckError } from "./runtime.js";

/** One sentence about what a check found: where, and what. `side` is `body` or the like. */
export function sentence(side: string, errors: readonly CheckError[] | null | undefined): string {
  // Of the errors of several branches the deepest tells most: the others did not get so far.
  const error = [...(errors ?? [])].sort(
    (a, b) => b.instancePath.split("/").length - a.instancePath.split("/").length,
  )[0];
  if (error === undefined) return `The ${side} is not as documented.`;
  const steps = error.instancePath.split("/").slice(1).map(unescape);
  const where = steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join("");
  return `${side}${where} ${words(error)}.`;
}

function unescape(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

function words({ keyword, params, message = "is not as documented" }: CheckError): string {
  const { allowedValues, additionalProperty } = params;
  if (keyword === "enum" && Array.isArray(allowedValues)) {
    const shown = allowedValues.slice(0, 20).map((value) => JSON.stringify(value));
    return `must be one of ${shown.join(", ")}${allowedValues.length > 20 ? ", …" : ""}`;
  }
  if (additionalProperty !== undefined)
    return `must not have ${JSON.stringify(additionalProperty)}`;
  return message;
}
