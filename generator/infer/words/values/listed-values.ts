import { remembering } from "../../../collections/remembering.js";
import { proseBlocks } from "../prose-blocks.js";
import { sameWord } from "../../../english/number.js";

/** Values that prose lists for what it describes. */
export interface Listing {
  readonly values: readonly string[];
  /** The prose says that these are the ones, and of no others. */
  readonly complete: boolean;
}

/** Phrases that announce values, and what they promise. The first that fits a sentence decides. */
const announcements: readonly {
  readonly pattern: RegExp;
  readonly promise: "all" | "some";
  /** How many letters may stand before the first value. */
  readonly gap: number;
  /** The phrase may also speak of what is not a value: names of other parameters, conditions. */
  readonly vague: boolean;
}[] = [
  {
    // Valid values are …, Possible server states: …, A valid value for the type is one of …
    pattern:
      /\b(?:valid|possible|allowed|acceptable|accepted|supported|permitted|available) (?:[\w-]+ ){0,2}(?:values?|options?|states?|statuses|types|modes?|choices)\b[^.:]{0,60}?(?:\bare\b|\bis\b|\b(?:can|could|may) be\b|:)/i,
    promise: "all",
    gap: 40,
    vague: false,
  },
  {
    // Valid values include …
    pattern:
      /\b(?:valid|possible|allowed|acceptable|accepted|supported|permitted|available) (?:[\w-]+ ){0,2}(?:values?|options?|states?|statuses|types|modes?|choices)\b[^.:]{0,60}?\bincludes?\b/i,
    promise: "some",
    gap: 40,
    vague: false,
  },
  {
    // Must be one of …, limited to: …, either … or …
    pattern:
      /\b(?:can|may|must|should|could|will) be (?:set to )?(?:one of|either|any of)\b|\bone of(?: the following)?\b|\beither\b|\blimited to\b|\b(?:values?|states?|status) (?:can be|is one of|are|must be)\b/i,
    promise: "all",
    gap: 40,
    vague: true,
  },
  {
    // Value is …, Values: …, Types include …
    pattern:
      /\b(?:values?|options?|states?|status(?:es)?|types?|modes?|choices)(?: is| are|:| includes?)(?= )/i,
    promise: "some",
    gap: 3,
    vague: true,
  },
  {
    // …, which is …, can be …, being …
    pattern: /(?:\b(?:which|that) (?:is|are)|\b(?:can|could|may|must|should) be|, being)(?= )/i,
    promise: "some",
    gap: 3,
    vague: true,
  },
];

/** `Valid resource actions are …`, of a parameter whose name has that word. */
const related =
  /\b(?:valid|possible|allowed|acceptable|accepted|supported|permitted|available) ((?:[\w-]+ ){1,3})(?:are|is)\b/i;

/** "The only valid value is `serial`", and nothing behind it: a list of one. */
const single =
  /\bonly (?:valid|possible|allowed|acceptable|accepted|supported|permitted|available) (?:[\w-]+ ){0,2}(?:value|option|type|mode|choice) is (?:`([^`\n]{1,60})`|"([\w.:+-]{1,40})")[.;]?$/i;

/** A list that is only begun. */
const opens =
  /\bsuch as\b|\bfor (?:example|instance)\b|\be\.g\.|\bexamples?\b|\betc\b|\band so on\b|\bincluding but\b|\bor any\b|\b(?:and|among) others\b/i;

/** Words before a phrase that make it a condition, not a statement. */
const condition =
  /\b(?:if|when|whenever|unless|while|where|whether|until|once)(?: [\w`-]+){0,3} ?$/i;

/** What running text says of further values. */
const further =
  /\b(?:additional|other|further|custom|more) (?:[\w-]+ )?values\b|\balso (?:valid|allowed|accepted|supported|possible)\b|\bany (?:integer|number|string)\b|\bvalues (?:may|can) vary\b|\bcase[- ]insensitive\b|\bnot case[- ]sensitive\b/i;

/** One value is made of several: what is listed may be one of its parts. */
const composite = /\bcomma[- ]separated\b|\bseparated by (?:a )?(?:commas?|spaces?|semicolons?)\b/i;

/** A value as docs mark it: in a literal, or in quotes. */
const spans = /`([^`\n]{1,60})`|"([\w.:+-]{1,40})"|'([\w.:+-]{1,40})'/g;

/**
 * The values that CommonMark prose lists for the member `name`: a sentence that announces them,
 * or bullets below one. Several such lists add up (they are of several versions).
 */
export function listedIn(prose: string, name = ""): Listing | undefined {
  return listed(`${name}\0${prose}`);
}

/** Of a member's name and its prose, with a NUL between. */
const listed = remembering((key): Listing | undefined => {
  const at = key.indexOf("\0");
  return findListing(key.slice(at + 1), key.slice(0, at));
});

interface Announced {
  readonly values: readonly string[];
  readonly promise: "all" | "some";
  /** It says that there is but one. */
  readonly single?: true;
}

function findListing(prose: string, name: string): Listing | undefined {
  const found: Announced[] = [];
  let lead = "";
  let more = false;
  for (const block of proseBlocks(prose)) {
    if (block.kind === "bullets") {
      const promise = promiseOf(lead, name);
      const values =
        promise === undefined ? undefined : bulletValues(block.items, promise === "all");
      if (values !== undefined && promise !== undefined) found.push({ values, promise });
      continue;
    }
    if (composite.test(block.text)) return undefined;
    more ||= further.test(block.text);
    const sentences = block.text.split(/(?<=[.;!?]) (?=[A-Z`"'])/);
    for (const sentence of sentences) {
      const listed = sentenceValues(sentence, name);
      if (listed !== undefined) found.push(listed);
    }
    lead = sentences.at(-1) ?? "";
  }
  const sure = found.filter(({ promise }) => promise === "all");
  const used = sure.length > 0 ? sure : found;
  const values = [...new Set(used.flatMap((list) => list.values))];
  const isOne = values.length === 1 && used.every(({ single: one }) => one === true);
  if (values.length >= 2 || isOne) return { values, complete: sure.length > 0 && !more };
  return undefined;
}

/** What a sentence that ends before bullets promises of them. */
function promiseOf(lead: string, name: string): "all" | "some" | undefined {
  if (opens.test(lead)) return undefined;
  for (const { pattern, promise } of announcements) {
    const match = new RegExp(pattern.source.replace("(?= )", "(?= |:|$)"), "i").exec(lead);
    if (match === null || condition.test(lead.slice(0, match.index))) continue;
    const sure = promise === "all";
    if (sure || /^[: ]*$/.test(lead.slice(match.index + match[0].length))) return promise;
  }
  return speaksOf(lead, name) ? "all" : undefined;
}

function speaksOf(sentence: string, name: string): boolean {
  const said = related.exec(sentence)?.[1]?.split(" ") ?? [];
  const own = name.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return said.some((noun) => own.some((word) => sameWord(word, noun)));
}

/**
 * The value that each bullet begins with, before a mark or a sentence; none unless all bullets do.
 * Where the values are announced for certain, bullets of one word each may be `bare`.
 */
function bulletValues(items: readonly string[], bare: boolean): readonly string[] | undefined {
  if (bare && items.length > 1 && items.every((item) => /^[\w.:+-]{1,40}$/.test(item)))
    return items.every((item) => isNull(item) || isValue(item))
      ? items.filter((item) => !isNull(item))
      : undefined;
  const values = items.map((item) => {
    const match =
      /^(?:`([^`\n]{1,60})`|"([\w.:+-]{1,40})")(?= ?(?:$|[-:.,;(–—]|is |means |if |when )| [A-Z])/.exec(
        item,
      );
    return match?.[1] ?? match?.[2];
  });
  const said = values.filter((value) => value === undefined || !isNull(value));
  return said.every((value) => value !== undefined && isValue(value))
    ? said.filter((value) => value !== undefined)
    : undefined;
}

/** The values of a sentence such as "Must be one of `a`, `b` or `c`." */
function sentenceValues(sentence: string, name: string): Announced | undefined {
  if (opens.test(sentence)) return undefined;
  const one = single.exec(sentence);
  const value = one?.[1] ?? one?.[2];
  if (value !== undefined && !isNull(value) && isValue(value))
    return { values: [value], promise: "all", single: true };
  for (const { pattern, promise, gap, vague } of announcements) {
    const match = pattern.exec(sentence);
    if (match === null || condition.test(sentence.slice(0, match.index))) continue;
    const before = sentence.slice(0, match.index);
    const list = runOf(sentence.slice(match.index + match[0].length), gap);
    if (list === undefined || (vague && !meansValues(list, before, name))) continue;
    return { values: list.values, promise };
  }
  if (speaksOf(sentence, name)) {
    const match = related.exec(sentence);
    const list = match && runOf(sentence.slice(match.index + match[0].length), 3);
    if (list) return { values: list.values, promise: "all" };
  }
  // Nothing but a list: "`ACCEPT`, `DROP`, or `ALL`."
  const list = /^[`"']/.test(sentence) ? runOf(sentence, 0) : undefined;
  return list !== undefined && /^[.;]?$/.test(list.tail)
    ? { values: list.values, promise: "some" }
    : undefined;
}

interface Run {
  readonly values: readonly string[];
  /** What follows the last value, without a remark in brackets. */
  readonly tail: string;
}

/** Values that follow each other, from at most `gap` letters on. */
function runOf(text: string, gap: number): Run | undefined {
  const values: string[] = [];
  let end = 0;
  for (const match of text.matchAll(spans)) {
    const between = text.slice(end, match.index);
    // Between values stand only separators, or a remark in brackets.
    if (
      values.length > 0 &&
      !/^ ?(?:\([^()]*\))? ?(?:,|\/|\||;)? ?(?:and|or|and\/or)? ?$/i.test(between)
    )
      break;
    if (values.length === 0 && between.length > gap) return capitals(text);
    values.push(match[1] ?? match[2] ?? match[3] ?? "");
    end = match.index + match[0].length;
  }
  if (values.length === 0) return capitals(text);
  const said = values.filter((value) => !isNull(value));
  const tail = text.slice(end).replace(/^ ?\([^()]*\)/, "");
  // "… `c` to `f`", "… or no lid": the list goes on in another way.
  if (said.length < 2 || !said.every(isValue) || /^,? ?(?:and|or|to|through|up to)\b/i.test(tail))
    return undefined;
  return { values: said, tail };
}

/** Values that nothing marks but their capitals: `ICMP, TCP, or UDP`. */
function capitals(text: string): Run | undefined {
  const match =
    /^:? ?([A-Z][A-Z0-9_-]{1,30}(?:(?:, (?:or |and )?| or | and |\/)[A-Z][A-Z0-9_-]{1,30})+)(?=[.;]|$)/.exec(
      text,
    );
  if (match?.[1] === undefined) return undefined;
  const values = match[1].split(/, (?:or |and )?| or | and |\//);
  return values.every(isValue) ? { values, tail: text.slice(match[0].length) } : undefined;
}

/** Whether a phrase that may speak of other things speaks of this member's values. */
function meansValues({ values, tail }: Run, before: string, name: string): boolean {
  const own = name.split(".").at(-1) ?? name;
  if (values.includes(own)) return false;
  if (
    /^ (?:attributes?|parameters?|fields?|options?|keys?|headers?|quer(?:y|ies)|propert(?:y|ies)|must|should|is|are|can|may|will|has|have|was|were|values? (?:is|are))\b/i.test(
      tail,
    )
  )
    return false;
  return [...before.matchAll(/`([^`]+)`/g)].every(([, word]) => word === own);
}

/**
 * Prose that begins with its values as words of a sentence: `Ingress or egress, which is …`. It
 * might as well begin with kinds of names, so samples have the last word.
 */
export function leadingWords(prose: string): Listing | undefined {
  const match = /^([A-Z][a-z]{1,30}) or ([a-z]{2,30}),? (?:which|that|depending)\b/.exec(prose);
  const values = [match?.[1]?.toLowerCase(), match?.[2]].filter((word) => word !== undefined);
  return values.length === 2 && values.every(isValue) ? { values, complete: false } : undefined;
}

/** JSON's and Python's null; a small `none` is a word like others. */
function isNull(word: string): boolean {
  return /^(?:null|NULL|None)$/.test(word);
}

function isValue(word: string): boolean {
  return /^\w[\w.:+-]*$/.test(word) && !/^(?:true|false)$/i.test(word) && !isNull(word);
}
