import type { Operation, Row } from "../reference.js";
import type { Note } from "../votes/decision.js";
import { notSent, type SentRule } from "./sent-rules.js";

/**
 * Whether a query parameter or a header has to be sent. Its row must say so of that very place: an
 * entry of a body, borrowed for a filter of the same name, says it of the body. And a request that
 * the docs show may not do without it.
 */
export function mustBeSent(
  row: Row,
  place: "query" | "header",
  operation: Operation,
  rules: readonly SentRule[],
  noted?: Note,
): boolean {
  const said = row.entry?.required === true;
  const exception = said
    ? notSent(rules, { place, said: row.entry?.in, neverShown: isNeverSent(row, operation) })
    : undefined;
  const required = said && exception === undefined;
  noted?.({
    question: "sent",
    path: `${place} ${row.name.value}`,
    answer: required ? "is required" : "may be left out",
    reasons: exception === undefined ? [] : [{ rule: exception }],
    rows: [row],
  });
  return required;
}

/** Whether the docs show requests of the operation, and none of them has the query parameter. */
export function isNeverSent({ name, entry }: Row, operation: Operation): boolean {
  if (entry?.in !== "query") return false;
  const shown = shownRequests(operation);
  const sent = new RegExp(`[?&]${name.value.replace(/[^\w]/g, "\\$&")}=`);
  return shown.length > 0 && !shown.some((request) => sent.test(request));
}

/** What the docs give `curl` (its manual's `-X`, `-I`, `-d`, `-T`) to send this operation's request. */
function shownRequests({ description, samples, method }: Operation): readonly string[] {
  const texts = samples.flatMap(({ side, sample }) =>
    side === "request" && sample.kind === "text" ? [sample.text] : [],
  );
  return [description.markdown, ...texts].flatMap((text) =>
    [...text.replace(/\\\s*\n/g, " ").matchAll(/^[ $]*curl\b.*$/gm)].flatMap(([line]) =>
      methodOf(line) === method.value ? [line] : [],
    ),
  );
}

function methodOf(line: string): string {
  const said = /\s(?:-X\s*|--request[ =])["']?([A-Z]+)/.exec(line)?.[1];
  if (said !== undefined) return said;
  if (/\s(?:-I|--head)\b/.test(line)) return "HEAD";
  if (/\s(?:-T|--upload-file)\b/.test(line)) return "PUT";
  return /\s(?:-d|--data(?:-[a-z]+)*|-F|--form)\b/.test(line) ? "POST" : "GET";
}
