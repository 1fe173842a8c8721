import type { Row, Side } from "../apiref/model.js";
import type { Enumeration } from "./bodies/node.js";
import type { Kind, Shape } from "./bodies/shape.js";

/** Phrases that announce a complete list of values. */
const announces =
  /(?:valid|possible|allowed|acceptable|supported|permitted|available) (?:\w+ ){0,2}(?:values?|options?|states?|statuses|types|modes?|choices)\b[^.:]{0,60}?(?:\bare\b|\bis\b|\binclude\b|:)|\b(?:can|may|must|should|could|will) be (?:set to )?(?:one of|either|any of)\b|\bone of(?: the following)?\b|\beither\b|\b(?:values?|states?|status) (?:can be|is one of|are|must be)\b/i;

/** A list that is only begun: `such as`, `for example`, `etc.` */
const opens =
  /\bsuch as\b|\bfor example\b|\be\.g\.|\betc\b|\bincluding but\b|\bor any\b|\bamong others\b/i;

const spans = /`([^`\n]{1,60})`|"([\w.:-]{1,40})"|'([\w.:-]{1,40})'/g;

/**
 * The values that an entry plainly lists: its own `enum`, or a sentence (and the bullets below it)
 * which says that the value is one of them. Request lists are closed; the lists of responses stay
 * open to what a newer service adds. Undefined where the samples show another value.
 */
export function findEnumeration(
  rows: readonly Row[],
  prose: string,
  shape: Shape,
  kinds: readonly Kind[],
  side: Side,
): Enumeration | undefined {
  const closed = side === "request";
  const given = rows.map((row) => row.entry?.enum).find((values) => values !== undefined);
  const found = given ?? (kinds.includes("string") ? listedIn(prose) : []);
  const values = [
    ...new Set(found.filter((value) => typeof value === "string" || typeof value === "number")),
  ];
  if (values.length < 2 || values.length > 100) return undefined;
  return fit(values, shape, closed);
}

/** The enumeration with the samples' spelling; undefined when a sample has another value. */
function fit(
  values: readonly (string | number)[],
  shape: Shape,
  closed: boolean,
): Enumeration | undefined {
  const words = values.map(String);
  const lower = new Map(words.map((word) => [word.toLowerCase(), word]));
  if (shape.strings.some((text) => !lower.has(text.toLowerCase()))) return undefined;
  const exact = shape.strings.every((text) => words.includes(text));
  if (exact) return { values, closed };
  // Samples spell otherwise: all of them small or all of them capital letters, then so do we.
  if (shape.strings.every((text) => text === text.toLowerCase()))
    return {
      values: values.map((value) => (typeof value === "string" ? value.toLowerCase() : value)),
      closed,
    };
  if (shape.strings.every((text) => text === text.toUpperCase()))
    return {
      values: values.map((value) => (typeof value === "string" ? value.toUpperCase() : value)),
      closed,
    };
  return { values: [...new Set([...values, ...shape.strings])], closed };
}

/** The words of the first complete list in CommonMark prose. */
export function listedIn(prose: string): readonly string[] {
  const paragraphs = prose.split(/\n\s*\n/);
  for (let index = 0; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index] ?? "";
    const bullets = bulletValues(paragraph);
    const before =
      index > 0 ? (paragraphs[index - 1] ?? "") : (paragraph.split(/\n(?=\s*[-*+] )/)[0] ?? "");
    if (bullets.length >= 2 && announces.test(before) && !opens.test(before)) {
      const more = [...bullets];
      for (const next of paragraphs.slice(index + 1)) {
        const further = bulletValues(next);
        if (further.length === 0) break;
        more.push(...further);
      }
      return more;
    }
    if (bullets.length === 1 && announces.test(before) && !opens.test(before)) {
      const all = [...bullets];
      for (const next of paragraphs.slice(index + 1)) {
        const further = bulletValues(next);
        if (further.length === 0) break;
        all.push(...further);
      }
      if (all.length >= 2) return all;
    }
    for (const sentence of paragraph.replace(/\s+/g, " ").split(/(?<=[.;!?])\s+(?=[A-Z`])/)) {
      const values = sentenceValues(sentence);
      if (values.length >= 2) return values;
    }
  }
  return [];
}

/** The value that each bullet begins with; none unless all bullets begin with one. */
function bulletValues(paragraph: string): readonly string[] {
  const items = paragraph
    .split(/\n(?=\s*[-*+] )|^(?=\s*[-*+] )/)
    .filter((item) => /^\s*[-*+] /.test(item));
  if (items.length === 0) return [];
  const values = items.map((item) =>
    /^\s*[-*+] (?:`([^`\n]{1,60})`|"([\w.:-]{1,40})")(?=\s*(?:$|[-:.,(–—]|\n|is |means ))/.exec(
      item.trimEnd(),
    ),
  );
  if (values.some((match) => match === null)) return [];
  return values.map((match) => match?.[1] ?? match?.[2] ?? "").filter(isValue);
}

/** The values of a sentence such as "Must be one of `a`, `b` or `c`." */
function sentenceValues(sentence: string): readonly string[] {
  const start = announces.exec(sentence);
  if (start === null || opens.test(sentence)) return [];
  const rest = sentence.slice(start.index + start[0].length);
  const values: string[] = [];
  let end = 0;
  for (const match of rest.matchAll(spans)) {
    const between = rest.slice(end, match.index);
    // Between values stand only separators, or a remark in brackets.
    if (
      values.length > 0 &&
      !/^\s*(?:\([^)]*\))?\s*(?:,|\/|\||and|or|,\s*and|,\s*or|;)?\s*$/i.test(between)
    )
      break;
    if (values.length === 0 && between.length > 40) return [];
    values.push(match[1] ?? match[2] ?? match[3] ?? "");
    end = match.index + match[0].length;
  }
  return values.every(isValue) ? values : [];
}

function isValue(word: string): boolean {
  return /^[\w][\w.:+-]*$/.test(word) && !/^(?:null|none|true|false)$/i.test(word);
}
