/** Words that a number of things stands behind: `more than 500`, `exceeds 255`. */
const countedBefore =
  /\b(?:(?:more|less|fewer|greater|longer|larger|higher|lower|smaller|shorter) than|at (?:most|least)|up to|exceed(?:s|ed|ing)?|after|within|every|(?:limit|maximum|minimum|total|length|size) (?:of|is)|(?:first|last|next))\s+(?:the\s+)?$/i;

/** What is counted, or how. */
const countedBehind =
  /^\s*(?:%|(?:or (?:more|less|fewer)|(?:milli)?seconds?|minutes?|hours?|days?|times|[kmgt]i?b|bytes?|bits?|ms|percent|characters?|chars?|letters|digits|lines|words|entries|items|elements|records|rows|results|members|values|keys|names|ids|objects|resources)\b)/i;

/** Whether the three digits at `index` say how many, and are no code: `more than 500 entries`. */
export function isCount(text: string, index: number): boolean {
  return (
    countedBefore.test(text.slice(Math.max(0, index - 40), index)) ||
    countedBehind.test(text.slice(index + 3, index + 30))
  );
}
