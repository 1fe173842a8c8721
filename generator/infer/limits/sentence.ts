import { type Bounds, nextVersion, previousVersion } from "../../versions/versions.js";
import { type Mention, mentionsIn } from "./mentions.js";

/** What a sentence says of something: that it exists in some microversions only. */
export interface Limit {
  /** The words for what is limited; empty where the sentence has none: `New in version 2.5`. */
  readonly subject: string;
  readonly bounds: Bounds;
  /** That requests fail, that it is gone, or that it is there. */
  readonly says: Predicate;
}

type Predicate = "fails" | "gone" | "there";

/** Longer ones are no sentences, and cost more than they tell. */
const longest = 600;

/** The sentences of a passage, as written. */
export function sentencesOf(passage: string): readonly string[] {
  return passage
    .slice(0, 8000)
    .split(/(?<=[.!?]["')]?)\s+(?=["'(]?[A-Z])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "" && sentence.length <= longest);
}

/** The limits that one sentence states in so many words. */
export function limitsIn(sentence: string): readonly Limit[] {
  const text = unwrapped(sentence);
  return mentionsIn(text).flatMap((mention) => {
    const limit = limitAt(text, mention);
    return limit === undefined ? [] : [limit];
  });
}

/** `(Since API v2.2)` without what is around it. */
function unwrapped(sentence: string): string {
  const text = sentence.trim().replace(/[.!\s]+$/, "");
  return /^\([^()]*\)$/.test(text) ? text.slice(1, -1).trim() : text;
}

function limitAt(text: string, mention: Mention): Limit | undefined {
  const before = text.slice(0, mention.start).trim();
  const after = text.slice(mention.end).trim();
  return (
    alone(before, after, mention) ??
    required(before, after, mention) ??
    trailing(before, after, mention) ??
    fronted(before, after, mention)
  );
}

/** Nothing but the version: `Since API v2.2`, `v2.31 - 2.40`. */
function alone(before: string, after: string, mention: Mention): Limit | undefined {
  if (before !== "" || after !== "" || mention.sense === "in") return undefined;
  return limit("", "there", "", mention);
}

/** `Microversion 2.24 or greater is required for this API`, `This API requires microversion 2.24`. */
function required(before: string, after: string, mention: Mention): Limit | undefined {
  const min = { ...mention, sense: "from" } as const;
  if (mention.sense !== "from" && mention.sense !== "in") return undefined;
  const needs = /^(|.*\s)(?:requires?|needs?)(?:\s+(?:the\s+)?use\s+of)?$/i.exec(before);
  if (needs && ends(after)) return limit(needs[1] ?? "", "there", "", min);
  const is =
    /^(?:is|are)\s+(?:required|needed|necessary)(?:\s+(?:for|by|to\s+(?:use|call|make|invoke|access))\s+(\S[^,;]{0,150}))?$/i.exec(
      after,
    );
  return is && before === "" ? limit(is[1] ?? "", "there", "", min) : undefined;
}

const auxiliary =
  "will|would|shall|may|can|cannot|could|is|are|was|were|be|been|being|has|have|had|does|do|did|got|become|becomes|now|then|also|only|first|always|already|completely|fully|simply|still|remains|remain|not|never|no longer|made|permanently|newly|therefore|thus";
const there =
  "available|supported|usable|accessible|valid|present|enabled|offered|provided|exists?|works?|used|new|added|introduced|implemented";
const gone =
  "unavailable|unsupported|removed|dropped|withdrawn|gone|disabled|deleted|inaccessible|unusable";
const fails =
  "(?:fail(?:s|ed)?|return(?:s|ed)?|respond(?:s|ed)?|answer(?:s|ed)?|result(?:s|ed)?|give[sn]?|get|gets|produces?|raises?|rejected)";
const faultWords = String.raw`(?:\s+\(?(?:with|in|by|an?|the|http|https|errors?|codes?|status|responses?|404|410|notfound|itemnotfound|not|found|gone|as)\)?)`;

const predicate = String.raw`((?:(?:${auxiliary})\s+){0,6})(?:(?<there>${there})|(?<gone>${gone})|(?<fails>${fails}${faultWords}{0,10}))`;
const atEnd = new RegExp(String.raw`^(|.*?[\s(,])${predicate}[\s,(]*$`, "i");
const inFront = new RegExp(
  String.raw`^,?\s*(.{0,200}?)\s+${predicate}(?=$|[.,;:]|\s+(?:and|but|because|as)\s)`,
  "i",
);

/** The predicate stands before the version: `These will fail with a 404 starting from 2.36`. */
function trailing(before: string, after: string, mention: Mention): Limit | undefined {
  if (!ends(after)) return undefined;
  const found = atEnd.exec(before);
  return found ? read(found, mention) : undefined;
}

/**
 * Or behind it: `Since 2.36 these APIs return 404`, and `Requests made with microversion >= 2.36
 * will result in a 404 error`.
 */
function fronted(before: string, after: string, mention: Mention): Limit | undefined {
  const opening = before.replace(/^(?:however|note that|but|and|also),?\s*/i, "");
  if (/^(?:all\s+|any\s+)?(?:requests?|calls?)\b[^.,;]*$/i.test(opening)) {
    const found = inFront.exec(`requests ${after}`);
    return found ? read(found, mention, opening) : undefined;
  }
  if (opening !== "" || mention.sense === "in") return undefined;
  const found = inFront.exec(after);
  // Adverbs in front of what exists mostly tell what changed: only endings are plain.
  return found && (found.groups?.["there"] === undefined || isNegative(found))
    ? read(found, mention)
    : undefined;
}

/** The sentence is over, or another thought begins. */
function ends(after: string): boolean {
  return /^(?:$|[.,;:()]|(?:and|but|because|as|due|so|see|instead)\b)/i.test(after);
}

function isNegative(found: RegExpExecArray): boolean {
  return /\b(?:not|never|no longer|cannot)\b/i.test(found[2] ?? "");
}

function read(
  found: RegExpExecArray,
  mention: Mention,
  subject = found[1] ?? "",
): Limit | undefined {
  const helpers = found[2] ?? "";
  const said = found.groups ?? {};
  if (said["fails"] !== undefined) {
    const plain = /^fail|404|410/i.test(said["fails"]) && !isNegative(found);
    return plain ? limit(subject, "fails", "", mention) : undefined;
  }
  if (said["gone"] !== undefined)
    return isNegative(found) ? undefined : limit(subject, "gone", said["gone"], mention);
  const word = said["there"] ?? "";
  if (/^used$/i.test(word) && !/\bcan/i.test(helpers)) return undefined;
  return limit(subject, isNegative(found) ? "gone" : "there", word, mention);
}

/** The bounds, where version and predicate go together. */
function limit(
  subject: string,
  says: Predicate,
  word: string,
  mention: Mention,
): Limit | undefined {
  const bounds = says === "there" ? boundsOfBeing(word, mention) : boundsOfEnding(word, mention);
  return bounds && { subject: subject.trim(), says, bounds };
}

function boundsOfBeing(word: string, mention: Mention): Bounds | undefined {
  const { version, last } = mention;
  const arrives = /^(?:new|added|introduced|implemented)$/i.test(word);
  switch (mention.sense) {
    case "from":
      return { min: version };
    case "after":
      return min(nextVersion(version));
    case "in":
      return arrives && mention.named ? { min: version } : undefined;
    case "range":
      return arrives || last === undefined ? undefined : { min: version, max: last };
    case "until":
      return arrives ? undefined : { max: version };
    case "before":
      return arrives ? undefined : max(previousVersion(version));
  }
}

function boundsOfEnding(word: string, mention: Mention): Bounds | undefined {
  const { version } = mention;
  switch (mention.sense) {
    case "from":
      return max(previousVersion(version));
    case "after":
      return { max: version };
    case "in":
      return /^(?:removed|dropped|withdrawn|deleted)$/i.test(word) && mention.named
        ? max(previousVersion(version))
        : undefined;
    case "before":
    case "until":
      // "Not available until 2.5": there in 2.5 itself.
      return /^(?:removed|dropped|withdrawn|deleted|gone|disabled)$/i.test(word)
        ? undefined
        : { min: version };
    case "range":
      return undefined;
  }
}

function min(version: string | undefined): Bounds | undefined {
  return version === undefined ? undefined : { min: version };
}

function max(version: string | undefined): Bounds | undefined {
  return version === undefined ? undefined : { max: version };
}
