/** How a version stands in a sentence: `since 2.5`, `after 2.5`, `until 2.5`, `before 2.5`, `2.5 - 2.9`, `in 2.5`. */
export type Sense = "from" | "after" | "until" | "before" | "range" | "in";

/** A version in a sentence, with the words that say how it is meant. */
export interface Mention {
  readonly sense: Sense;
  readonly version: string;
  /** The second version of a range. */
  readonly last: string | undefined;
  /** Called a version in so many words, or written `v2.5`. */
  readonly named: boolean;
  readonly start: number;
  readonly end: number;
}

/** Two parts, never three: 21.0.0 is a release. */
const version = String.raw`(?<![\w.])v?(\d{1,4}\.\d{1,4})(?![.\d]*\d|\w)`;

/** Words that may stand before the version; behind `since` also others: `the Image API version`. */
const called = String.raw`the|an?|any|all|api|micro-?versions?|versions?`;
const strict = String.raw`(?:(?:${called})\s+){0,4}`;
const filler = String.raw`(?:(?:${called}|[a-z]+(?=\s+(?:api|micro-?versions?|versions?|v?\d)|\s*$))\s+){0,5}`;

const senses: readonly (readonly [RegExp, Sense])[] = [
  [/^(?:starting|beginning|effective)\s/i, "from"],
  [/^(?:since|from|as of|as from|at least|a minimum of|>=|≥|later than or equal to)$/i, "from"],
  [/^(?:after|later than|greater than|newer than|higher than|above|>)$/i, "after"],
  [/^(?:until|till|through|up to|up to and including|no later than|<=|≤)$/i, "until"],
  [/^(?:before|prior to|earlier than|older than|lower than|below|less than|<)$/i, "before"],
];

const senseWords = String.raw`(?:starting|beginning|effective)\s+(?:from|with|in|at|as of|since)|since|from|as of|as from|at least|a minimum of|after|(?:later|greater|newer|higher|earlier|older|lower|less) than(?: or equal to)?|above|until|till|through|up to(?: and including)?|no later than|before|prior to|below|between|in|with|at|for|using`;
const signs = String.raw`(?:>=|≥|<=|≤|>|<)`;
const before = new RegExp(
  String.raw`(?:^|(?<=[\s(,;:]))(?:(?:(${senseWords})\s+)(${filler})|(${strict}))(?:(${signs})\s*)?$`,
  "i",
);
const range = new RegExp(
  String.raw`^\s*(?:micro-?versions?\s*)?(-|–|—|to|through|until|till|up to|and)\s*${filler}${version}`,
  "i",
);
const behind =
  /^\s*((?:micro-?|api\s+)?versions?\b|api\b|release\b|(?=\())?(?:\s*of\s+(?:the|this)\s+(?:[a-z]+\s+){0,3}?api\b)?\s*(\(?(?:or|and)\s+(?:later|above|higher|greater|newer|up|upwards?|onwards?|beyond|after)\b\)?|\+|onwards?\b|on\b(?=\s*(?:[.,;:)]|$|and\b|but\b))|[-–—]\s*(?=$|\))|(?:or|and)\s+(?:earlier|below|lower|older|prior|before)\b)?/i;

/** Every version of a sentence, in order; a range counts once. */
export function mentionsIn(sentence: string): readonly Mention[] {
  const out: Mention[] = [];
  let end = 0;
  for (const found of sentence.matchAll(new RegExp(version, "gi"))) {
    if (found.index < end) continue;
    const mention = read(sentence, found.index, found[0], found[1] ?? "");
    if (mention === undefined) continue;
    out.push(mention);
    end = mention.end;
  }
  return out;
}

function read(sentence: string, at: number, written: string, number: string): Mention | undefined {
  const from = Math.max(0, at - 90);
  const left = before.exec(sentence.slice(from, at));
  const [whole = "", word = "", loose = "", plain = "", sign = ""] = left ?? [];
  const words = `${loose}${plain}`;
  const start = at - whole.length;
  const rest = sentence.slice(at + written.length, at + written.length + 90);
  const calls = /version|api/i.test(words) || /^v/i.test(written);
  const second = range.exec(rest);
  const joins = (second?.[1]?.toLowerCase() === "and") === (word.toLowerCase() === "between");
  if (second?.[2] !== undefined && joins && sign === "") {
    const end = at + written.length + second[0].length;
    return { sense: "range", version: number, last: second[2], named: true, start, end };
  }
  const [tail = "", kind = "", suffix = ""] = behind.exec(rest) ?? [];
  if (/release/i.test(kind)) return undefined;
  const end = at + written.length + tail.trimEnd().length;
  const sense = /earlier|below|lower|older|prior|before/i.test(suffix)
    ? "until"
    : suffix === ""
      ? senseOf(sign === "" ? word : sign)
      : "from";
  return { sense, version: number, last: undefined, named: calls || kind !== "", start, end };
}

function senseOf(word: string): Sense {
  const plain = word.replace(/\s+/g, " ");
  return senses.find(([pattern]) => pattern.test(plain))?.[1] ?? "in";
}
