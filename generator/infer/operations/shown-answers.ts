import type { Operation } from "../reference.js";

/**
 * Whether the docs show answers of this status as they come over HTTP, all of them without a body:
 * `Content-Length: 0` (RFC 9110, section 8.6).
 */
export function isShownEmpty({ description, samples }: Operation, code: number): boolean {
  const texts = samples.flatMap(({ side, sample }) =>
    side === "response" && sample.kind === "text" ? [sample.text] : [],
  );
  const lengths = [description.markdown, ...texts].flatMap((text) => lengthsOf(text, code));
  return lengths.length > 0 && lengths.every((length) => length === "0");
}

/** Whether that is so of every status by which it succeeds: rows of a body are then a slip. */
export function answersNothing(operation: Operation): boolean {
  const successes = operation.statuses.filter(({ code }) => code < 400);
  return successes.length > 0 && successes.every(({ code }) => isShownEmpty(operation, code));
}

/** What `Content-Length` the heads of answers with this status have. */
function lengthsOf(text: string, code: number): readonly (string | undefined)[] {
  const heads = text.matchAll(/^[ \t]*HTTP\/\d(?:\.\d)? (\d{3})\b.*((?:\n[ \t]*[\w-]+:.*)*)/gm);
  return [...heads].flatMap(([, status, fields = ""]) =>
    Number(status) === code ? [/^[ \t]*content-length:[ \t]*(\d+)/im.exec(fields)?.[1]] : [],
  );
}
