import type { Said } from "../../../diagnostics/span.js";
import type { Line } from "../../../rst/blocks.js";
import { joinLines } from "../../prose/lines.js";
import { isCount } from "../counts.js";
import { isRegistered } from "./http-codes.js";

/** The name that a code has, in front of it or behind: `Not Found`, `itemNotFound`. */
const name = String.raw`(?:[A-Z]\w*(?:[ -]?[A-Z]\w*){0,4}|[Nn]ot [Ff]ound)`;
const marks = String.raw`[\s*\x60"'“”‘’(]*`;
/** What stands between a verb and the digits: ``the HTTP ``Not Found (``. */
const lead = String.raw`(?:\b(?:an?|the)\s+)?${marks}(?:HTTP(?:/[\d.]+)?\s+)?(?:(?:response|status|error|return|code|of)\s+){0,4}${marks}(?:(?:${name}|\b[a-z]\w*(?=\s?\())[\s\x60*]*\(?)?`;
/** What stands behind the digits and is still their name: ``(Not Found)`` response code``. */
const rest = String.raw`^[\x60*"'”’)]*(?:\s*[–:-]?\s*\(?${name}\)?)?[\x60*"'”’)]*(?:\s+(?:HTTP|response|status|error|fault|codes?|return|message)){0,4}`;

/** Words that make of what follows a condition, or deny it. */
const unless = String.raw`(?:[Ii]f|[Ww]hen(?:ever)?|[Uu]nless|[Uu]ntil|[Oo]nce|[Bb]ecause|[Ss]ince|[Ww]here|[Aa]fter|[Bb]efore|[Aa]s|[Nn]o|not|never|instead of|rather than|than|without)`;

/** The operation as a subject, or none at the beginning of a clause: `this call might`, `Otherwise,`. */
const subject = String.raw`(?:(?:^|[.;:,]\s+|\b[Oo]therwise\s+)|(?<!\b${unless}\s+(?:(?:the|this|an?|any)\s+)?(?:\w+\s+)?)\b(?:operation|call|request|API|service|server|method|[Ii]t)\s+)`;
const modal = String.raw`(?:(?:[Ww]ill|would|may|might|can|could|should|must|shall|to|always|then|also|only|successfully)\s+){0,3}`;
const verb = String.raw`(?:[Rr]eturns?|[Rr]aises?|[Rr]esults?\s+in|(?:[Rr]espond|[Rr]epl(?:ie|y)|[Aa]nswer|[Ff]ail)s?\s+with|(?:is|be)\s+(?:rejected|refused|denied|answered)\s+with)`;

const active = new RegExp(`${subject}${modal}${verb}\\s+${lead}$`);
const named = new RegExp(
  `(?<!\\b${unless}\\s+(?:(?:an?|the)\\s+)?(?:HTTP\\s+)?)\\b(?:response|(?:response|status|return|error) codes?) (?:is|are|will be|of) (?:an? )?${marks}$`,
);
const denied = new RegExp(`\\b${unless}\\s+${lead}$`);
const passive = new RegExp(
  `${rest}\\s+(?:is|(?:will|would|may|can|might) be)\\s+(?:(?:then|also|always)\\s+)?(?:returned|raised|sent|given|thrown|issued)\\b`,
);
const indicated = new RegExp(`${rest}\\s+(?:indicates|means)\\b`);
const begins = new RegExp(`^${lead}$`);
const returned = new RegExp(`${rest}:?\\s*[Rr]eturned\\s+(?:if|when|for)\\b`);
/** Between codes that one verb is for: ``403`` or ``404``. */
const between = /^[\s*`"'”’)]*(?:,|\bor\b|\band\b|,\s*or\b)[\s*`"'“‘(]*$/;
/** A next code that the same verb is for, behind the case of the one before: `, 404 if there is none`. */
const nextCase = new RegExp(
  `^[^.;:]*(?:,|\\band|\\bor|\\bbut)\\s+(?:(?:with|otherwise|else)\\s+)?${lead}$`,
);
const caseOf = new RegExp(
  `${rest}(?:\\s+(?:is|will be) (?:returned|raised|sent|given))?\\s+(?:if|when(?:ever)?|where|unless|while|once|as soon as|because|since|otherwise|for|in case)\\b`,
);

/**
 * The codes that sentences say for certain that this operation answers, each with its place:
 *
 *     If there is no such box, this call returns the ``Not Found (404)`` response code.
 *     A 409 (Conflict) is returned if the box is locked.
 *     Returns 200 if the box is open, and 404 if there is none.
 *
 * What another operation, or another service, answers is none of them, nor what would follow on a
 * code (`If a 404 is returned, …`), nor a number of things.
 */
export function codesInSentences(lines: readonly Line[]): readonly Said<number>[] {
  if (!lines.some(({ text }) => /[1-5]\d\d/.test(text))) return [];
  const joined = joinLines(lines);
  const { text } = joined;
  const found = [...text.matchAll(/(?<![\d.\w-])[1-5]\d\d(?![\d\w]|\.\d)/g)].map(
    ({ 0: digits, index }) => {
      const known = isRegistered(Number(digits)) && !isCount(text, index);
      return { index, digits, known, said: known && saysAnswer(text, index) };
    },
  );
  const joint = (left: number, right: number): boolean =>
    between.test(text.slice((found[left]?.index ?? 0) + 3, found[right]?.index ?? 0));
  for (const [at, each] of found.entries())
    if (each.known && found[at - 1]?.said === true && joint(at - 1, at)) each.said = true;
  for (const [at, each] of found.entries()) {
    const before = found[at - 1];
    if (each.known && before?.said === true && isNextCase(text, before.index + 3, each.index))
      each.said = true;
  }
  for (const [back, each] of found.toReversed().entries()) {
    const at = found.length - 1 - back;
    if (each.known && found[at + 1]?.said === true && joint(at, at + 1)) each.said = true;
  }
  return found
    .filter(({ said }) => said)
    .map(({ index, digits }) => ({
      value: Number(digits),
      span: joined.span(index, index + digits.length),
    }));
}

/** Whether a code is the answer of another case than the one before, with a condition of its own. */
function isNextCase(text: string, from: number, to: number): boolean {
  return (
    nextCase.test(text.slice(from, to)) &&
    (caseOf.test(text.slice(to + 3, to + 140)) ||
      /\b(?:otherwise|else)\b/.test(text.slice(from, to)))
  );
}

function saysAnswer(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 160), index);
  const behind = text.slice(index + 3, index + 140);
  if (active.test(before) || named.test(before)) return true;
  if (begins.test(before) && index < 160 && returned.test(behind)) return true;
  return (passive.test(behind) || indicated.test(behind)) && !denied.test(before);
}
