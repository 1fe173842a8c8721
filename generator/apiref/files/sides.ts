import { nearest } from "../../diagnostics/nearest.js";
import type { Operation, Side } from "../model.js";

const sides: ReadonlyMap<string, Side> = new Map([
  ["request", "request"],
  ["requests", "request"],
  ["response", "response"],
  ["responses", "response"],
]);

/** What an operation calls requests or responses, `accelerator requests`: names, no sides. */
export type Namesakes = readonly RegExp[];

/** Words that stand before a side without making a name of it. */
const plain = new Set(
  "the this that its for with and api json xml http https rest example examples sample samples normal error body".split(
    " ",
  ),
);

/** The things of an operation that are called requests or responses, by its URL and its headings. */
export function namesakesOf(
  { path }: Pick<Operation, "path">,
  headings: readonly string[],
): Namesakes {
  const segments = path.split("/").filter((segment) => !/[{}]/.test(segment));
  const named = [...segments, ...headings].flatMap((words) => {
    const tokens = words.toLowerCase().match(/[a-z]+/g) ?? [];
    return tokens.flatMap((token, index) => {
      const before = tokens[index - 1] ?? "";
      if (!sides.has(token) || before.length < 3 || plain.has(before)) return [];
      return [`${before}[\\s_-]*${token.replace(/s$/, "")}s?`];
    });
  });
  const alone = segments.filter((segment) => /^re(?:quest|sponse)s$/i.test(segment));
  return [...new Set([...named, ...alone.map((each) => each.toLowerCase())])].map(
    (pattern) => new RegExp(`(?<![a-z])${pattern}(?![a-z])`, "gi"),
  );
}

/** Whether a heading names what stands in a URL, `Query Parameters`: that is of a request. */
export function isOfUrl(words: string): boolean {
  return /\b(?:query|path|ur[il])[ -]+(?:parameters?|variables?|arguments?|strings?)\b/i.test(
    words,
  );
}

function without(words: string, namesakes: Namesakes): string {
  return namesakes.reduce((text, namesake) => text.replace(namesake, " · "), words);
}

interface Mention {
  readonly side: Side;
  readonly start: number;
  readonly end: number;
}

/**
 * The side that some words (a heading, a caption) speak of. A slip such as `Repsponse` counts as
 * the word it is near to. Where both are named, the one that is shown, not what it is of:
 *
 *     Response example: list the requests      beside "example"
 *     the response to a request                before "to"
 *     Create request response                  the last of a compound
 */
export function sideOfWords(words: string, namesakes: Namesakes = []): Side | undefined {
  const text = without(words.toLowerCase(), namesakes);
  const mentions = mentionsIn(text);
  const only = onlySide(mentions);
  if (mentions.length === 0) return directionOf(text);
  if (only !== undefined || text.length > 160) return only;
  const shown = mentions.filter(({ start, end }) => {
    const before = text.slice(Math.max(0, start - 24), start);
    return (
      /\b(?:json|xml|http|examples?|samples?)(?: of)?(?: the| a| an)?[\s:–-]+$/.test(before) ||
      /^\s+(?:body |json )?(?:examples?|samples?|body|parameters?|payload)\b/.test(text.slice(end))
    );
  });
  const colon = text.indexOf(":");
  return (
    onlySide(shown) ??
    (colon < 0 ? undefined : onlySide(mentions.filter(({ end }) => end <= colon))) ??
    headOf(text, mentions)
  );
}

/** What is listed or shown of a side: no name of a thing. */
const listed =
  "parameters?|attributes?|fields?|members?|elements?|values?|data|body|bodies|payload|json|headers?|examples?|samples?|format";

const sender = "you|(?:the |a )?(?:clients?|callers?|users?)";
const service = "(?:the )?(?:services?|servers?|api)";

/** Words that name no request and no response, and say which of the two they speak of. */
const directions: readonly (readonly [Side, string])[] = [
  [
    "request",
    `inputs?|what (?:is|gets|to be) sent|what to send|what (?:${sender}) sends?|sent|(?:you )?send(?: this| the following)?`,
  ],
  [
    "response",
    `outputs?|answers?|repl(?:y|ies)|returned|returns|what comes back|what (?:is|gets) (?:returned|answered|received|sent back)|what (?:${sender}) (?:gets?|receives?)(?: back)?|(?:you|this) (?:gets?|receives?|returns)(?: back)?(?: this)?|${service} (?:answers|returns|responds|replies)(?: with)?(?: this)?|what ${service} (?:returns|answers|sends(?: back)?)`,
  ],
];

const directed = directions.map(
  ([side, words]) =>
    [
      side,
      new RegExp(
        `^\\W*(?:the )?(?:(?:example|sample|json) )?(?:${words})(?: (?:${listed}))*\\W*$`,
        "i",
      ),
    ] as const,
);

/** `Input`, `Output parameters`, `What is sent:`, alone or with words for what is listed or shown. */
export function directionOf(text: string): Side | undefined {
  return directed.find(([, pattern]) => pattern.test(text))?.[0];
}

const bare = new RegExp(
  `^\\W*(?:the )?(?:(?:json|http|api|normal|expected) )?([a-z]+)(?: (?:${listed}))*\\W*$`,
  "i",
);

/** Whether words are a side and what is listed of it, and nothing else: `Response parameters`. */
export function isBareSide(words: string): boolean {
  const [, word] = bare.exec(words) ?? [];
  if (directionOf(words) !== undefined) return true;
  return word !== undefined && sideOfWords(word) !== undefined;
}

/** Of two nouns the one that a preposition makes the other belong to, else the last. */
function headOf(text: string, mentions: readonly Mention[]): Side | undefined {
  const [first, last, ...more] = mentions;
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  const between = text.slice(first.end, last.start);
  if (/\b(?:and|or)\b|[/&,+]/.test(between)) return undefined;
  return /\b(?:of|to|for|from|after|in|on)\b/.test(between) ? first.side : last.side;
}

function onlySide(mentions: readonly Mention[]): Side | undefined {
  const found = new Set(mentions.map(({ side }) => side));
  return found.size === 1 ? [...found][0] : undefined;
}

function mentionsIn(text: string): readonly Mention[] {
  return [...text.matchAll(/[a-z]+/g)].flatMap((match) => {
    const [word] = match;
    const side = sides.get(word) ?? sideOfSlip(word);
    return side === undefined ? [] : [{ side, start: match.index, end: match.index + word.length }];
  });
}

/** `repsponse`, `reqeust`; not `requested`, `responder` or `requires`. */
function sideOfSlip(word: string): Side | undefined {
  if (word.length < 7 || word.length > 10 || !/^r.*(?:ts?|es?)$/.test(word)) return undefined;
  if (/^(?:requires?|requisites?|respons(?:ive|ible)|respects?|respites?)$/.test(word))
    return undefined;
  const [near] = nearest(word, sides.keys());
  return near === undefined ? undefined : sides.get(near);
}

const inFileName: ReadonlyMap<string, Side> = new Map([
  ...sides,
  ["req", "request"],
  ["resp", "response"],
]);

/** The side that the name of a sample speaks of, or else the folder it lies in. */
export function sideOfFile(path: string, namesakes: Namesakes = []): Side | undefined {
  const parts = path.split("/").map((part) => without(part.toLowerCase(), namesakes));
  return tokenSide(parts.at(-1) ?? "", inFileName) ?? tokenSide(parts.at(-2) ?? "", sides);
}

/** Where both are named, the last one, `requests-list-resp`, unless nothing else is named: `request-response`. */
function tokenSide(text: string, known: ReadonlyMap<string, Side>): Side | undefined {
  const tokens = [...text.matchAll(/[a-z]+/g)].map(([word]) => known.get(word));
  const found = tokens.flatMap((side) => side ?? []);
  if (new Set(found).size < 2) return found[0];
  const last = tokens.findLastIndex((side) => side !== undefined);
  return tokens[last - 1] === undefined ? tokens[last] : undefined;
}
