import type { Operation, SampleLink } from "../reference.js";

const named =
  /(?:\b(?:status|codes?|http|response|answer)\b[^.\d]*|[([,]\s*)([1-5]\d\d)(?![\d.\w])/i;

/**
 * The documented status that the label of a sample names, or else the heading above it:
 * `Example: JSON response (201)`, `Response 404`. Undefined where it names none, or none of its own.
 */
export function codeOfSample(
  { caption, titles, side }: SampleLink,
  { statuses }: Pick<Operation, "statuses">,
): number | undefined {
  if (side !== "response") return undefined;
  for (const words of [caption, titles.at(-1)]) {
    const code = Number(named.exec(words ?? "")?.[1]);
    if (statuses.some((status) => status.code === code)) return code;
  }
  return undefined;
}
