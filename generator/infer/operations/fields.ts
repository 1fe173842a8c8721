import type { Operation, Row } from "../reference.js";
import { readType } from "../words/documented-type.js";
import type { SortedRows } from "../rows/rows.js";
import { sentencesOf } from "../words/sentences.js";

/** The name that OpenStack's services give such a parameter. */
const usual = "fields";

/** Words for members; of "members" itself only "these" are, others are people, hosts and shares. */
const members = "(?:fields?|attributes?|(?<=(?:these|those) )members|properties|columns)";
const given = "(?:return(?:s|ed)?|includ(?:es?|ed)|show(?:s|n)?|display(?:s|ed)?|list(?:s|ed)?)";
/** Words before a noun that belong to it: "the requested set of", not "boxes with these". */
const which = "(?:(?!with\\b|whose\\b|that\\b|which\\b|having\\b|matching\\b|by\\b)\\S+ ){0,6}?";

/** Sentences that let a request choose the members of what it is answered. */
const says = [
  `\\bonly ${which}${members} (?:are|is|will be) ${given}\\b`,
  `\\b${given} only ${which}${members}\\b`,
  `\\b${members} (?:(?:that )?you want(?: the \\w+)? to (?:be )?|to (?:be )?)${given}\\b`,
  `\\b(?:limits?|restricts?|reduces?) (?:the )?(?:\\w+ )?${members}\\b.*\\b${given}\\b`,
].map((pattern) => new RegExp(pattern, "i"));
/** What is left out is named, not what stays; or something comes on top, or how many. */
const otherwise =
  /\b(?:exclud\w+|omit\w*|except|additional(?:ly)?|extra|in addition|number of|maximum)\b/i;

/** Whether prose says that the parameter it describes names the members that are returned. */
export function saysOnlyMembers(prose: string): boolean {
  const sentences = sentencesOf(prose);
  return sentences.some(
    (sentence) => says.some((pattern) => pattern.test(sentence)) && !otherwise.test(sentence),
  );
}

/** A parameter that takes names: a text, or a list of texts. */
function takesNames({ entry }: Row): boolean {
  const { kinds } = readType(entry?.type ?? "");
  return kinds.length === 0 || kinds.includes("string") || kinds.includes("array");
}

/**
 * The query parameter of an operation that leaves members of its answer out, unless they are named:
 * `fields`, or what its words say does the same.
 */
export function fieldsParameter(operation: Operation, { query }: SortedRows): string | undefined {
  const rows = query.filter(takesNames);
  const found =
    rows.find(({ name }) => name.value === usual) ??
    rows.find(({ entry }) => saysOnlyMembers(entry?.description.markdown ?? ""));
  return found?.name.value ?? operation.urlQuery.find(({ name }) => name === usual)?.name;
}
