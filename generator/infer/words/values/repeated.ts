import { remembering } from "../../../collections/remembering.js";
import type { Operation, Row } from "../../reference.js";
import { sentencesOf } from "../sentences.js";

/** Words for sending a parameter. */
const given =
  "(?:specified|given|used|passed|provided|supplied|included|repeated|sent|set|added|listed|present)";
/** More often than once. */
const often =
  "(?:(?:multiple|several|many|(?:any|an arbitrary) number of|(?:one|two) or more) times|more than once|repeatedly)";

/** Sentences that say a parameter may be given several times. One that forbids it does not. */
const says = [
  new RegExp(`\\b(?:can|could|may|might)\\b[^.]*\\b${given}\\b[^.]*\\b${often}\\b`, "i"),
  new RegExp(`\\b(?:use|specify|give|pass|provide|repeat)\\b[^.]*\\b${often}\\b`, "i"),
  /\b(?:can|could|may|might) (?:also )?be repeated\b|\bis repeatable\b/i,
  /\brepeat (?:this|the|it\b)[^.]*\b(?:parameter|filter|option|quer(?:y|ies)|for each)\b/i,
  /\bby repeating (?:this|the|it\b)/i,
  /\b(?:can|could|may|might) (?:also )?(?:appear|occur|be there)\b[^.]*\b(?:multiple|several|many) times\b/i,
  /\bmultiple (?:[`*\w-]+ )?(?:parameters|filters) (?:(?:are|is) (?:allowed|permitted|accepted)|(?:can|may) be (?:given|sent|specified|used))\b/i,
  /\bmultiple (?:pairs|sets) of [^.]*\b(?:query|url) parameters\b/i,
];
const denies = /\b(?:can|could|may|might|must|should|do|will)(?:not| not|n't)\b|\bonly once\b/i;

/** Whether prose says that the query parameter it describes may be given several times. */
export const saysRepeated = remembering((prose): boolean =>
  sentencesOf(prose).some(
    (sentence) => says.some((pattern) => pattern.test(sentence)) && !denies.test(sentence),
  ),
);

/**
 * A query string, in prose, in a literal or in a command: what follows a question mark or stands
 * alone. It is tried where it may begin only, so that long words are read in linear time.
 */
const queryString = /(?<![^\s?&`'"])[^\s?&=`'"<>]+=[^\s?&`'"]*(?:&[^\s?&=`'"]+(?:=[^\s?&`'"]*)?)+/g;

/** The parameters that a query string in a text has twice: `fields=id&fields=name`. */
const repeatedIn = remembering((text): ReadonlySet<string> => {
  const queries = [...text.matchAll(queryString)].map(([query]) => query.split("&"));
  return new Set(
    queries.flatMap((pairs) => {
      const names = pairs.map((pair) => pair.split("=")[0] ?? "");
      return names.filter((name, index) => names.indexOf(name) !== index);
    }),
  );
});

/** Whether a query string in `text` has the parameter twice. */
export function showsRepeated(name: string, text: string): boolean {
  return repeatedIn(text).has(name);
}

/**
 * Whether a query parameter is one text or a list of texts, sent as `name=a&name=b`: its words say
 * so, or it stands twice in a URL of its operation, of its words or of a sample.
 */
export function isRepeated(rows: readonly Row[], operation: Operation): boolean {
  const name = rows[0]?.name.value ?? "";
  const proses = rows.map(({ entry }) => entry?.description.markdown ?? "");
  return (
    proses.some((prose) => saysRepeated(prose) || showsRepeated(name, prose)) ||
    isRepeatedInUrl(name, operation)
  );
}

/** Whether the URL of an operation, its text or a command of its samples has a name twice. */
export function isRepeatedInUrl(name: string, operation: Operation): boolean {
  const commands = operation.samples.flatMap(({ sample }) =>
    sample.kind === "text" ? [sample.text] : [],
  );
  return (
    operation.urlQuery.some((said) => said.name === name && said.repeated === true) ||
    [
      operation.description.markdown,
      ...operation.remarks.map(({ words }) => words),
      ...commands,
    ].some((text) => showsRepeated(name, text))
  );
}

const commas =
  /\bcomma(?:\(s\))?[- ](?:separated|delimited)\b|\bseparated? [^.]*\b(?:by|with) (?:a )?commas?\b/i;

/** Whether the words of a parameter have several values in one text, with commas between: `fields=id,name`. */
export function isJoined(name: string, prose: string): boolean {
  return saysJoined(prose) || joinedIn(prose).has(name);
}

const saysJoined = remembering((prose) => commas.test(prose));

/** The parameters that prose shows so. */
const joinedIn = remembering((prose): ReadonlySet<string> => {
  const shown = prose.matchAll(/(?<![^\s?&`'"])([^\s?&=`'"<>]+)=[^\s?&`'",]+,[^\s&`'"]/g);
  return new Set([...shown].map(([, name = ""]) => name));
});
