import { sentencesOf } from "./sentences.js";

/** "You must specify either `a` or `b`", "specify one of `a`, `b`". */
const mustGive =
  /\b(?:must|has to|have to|should|need to) (?:give|supply|specify|provide|set|include|contain|have|send|use) (?:either|(?:exactly |at least |only )?one of)\b/i;

/** "Either this or the `project_id` must be supplied", after the first word. */
const mustBeGiven =
  /\b(?:must|has to|have to|should|needs? to) be (?:\w+ )?(?:given|supplied|specified|provided|set|present|included|used|sent)\b/i;

/** Whether the prose of a member says that another one may stand for it. */
export function saysEither(prose: string): boolean {
  return sentencesOf(prose).some(isOfEither);
}

/** The names of which CommonMark prose says that one of them has to be there: none has to be. */
export function namesOfEither(markdown: string): readonly string[] {
  return sentencesOf(markdown).flatMap((sentence) => {
    const names = [...sentence.matchAll(/`([\w:.-]+)`/g)].map(([, name = ""]) => name);
    return names.length > 1 && isOfEither(sentence) ? names : [];
  });
}

function isOfEither(sentence: string): boolean {
  if (mustGive.test(sentence)) return true;
  const at = sentence.search(/\beither\b/i);
  const rest = at < 0 ? "" : sentence.slice(at);
  const or = rest.search(/\bor\b/i);
  return or >= 0 && mustBeGiven.test(rest.slice(or));
}
