import { escaped, follows, mayPrecede, pairs, unescaped } from "./strict-rules.js";

/** What begins a kind of inline markup. */
export type Mark = "*" | "**" | "``" | "`" | "|" | "_`";

/** What docutils reads in a text and does not take as it was meant, or looks up later. */
export type StrictInline = { readonly start: number; readonly end: number } & (
  | { readonly kind: "endless"; readonly mark: Mark }
  /** `words`_ or `words`__ without an address. */
  | { readonly kind: "phrase"; readonly words: string; readonly anonymous: boolean }
  /** `words <address>`_ : the name that it gives to its address. */
  | { readonly kind: "named"; readonly words: string; readonly address: string }
  | { readonly kind: "target"; readonly words: string }
  /** [1]_, [#]_, [*]_, [#label]_, [CITATION]_ */
  | { readonly kind: "footnote"; readonly label: string }
  | { readonly kind: "role"; readonly role: string; readonly faulty: boolean }
);

/** Letters and digits, said by ranges: their categories in Unicode take longer than all the rest. */
const letter = String.raw`a-zA-Z0-9\u00c0-\u1fff\u3040-\ufaff`;
/** Docutils' `simplename`, kept short: one that went on would be tried from each of its signs. */
const simple = String.raw`(?=[${letter}])(?:[${letter}]|[-._+:](?=[${letter}])){1,80}`;
/** A start-string, a footnote reference, or a backquote with the role before it. */
const starts = new RegExp(
  String.raw`(\*\*(?!\s)|\*(?![*\s])|${"``"}(?!\s)|_${"`"}(?!\s)|\|(?![|\s]))` +
    String.raw`|\[([0-9]+|#(?:${simple})?|\*|${simple})\]_${follows}` +
    String.raw`|(:${simple}:)?${"`"}(?![${"`"}\s])`,
  "gu",
);
const notEscaped = String.raw`(?<![\s\0])`;
const ends: Readonly<Record<Mark, RegExp>> = {
  "*": new RegExp(String.raw`${notEscaped}\*${follows}`, "gu"),
  "**": new RegExp(String.raw`${notEscaped}\*\*${follows}`, "gu"),
  "``": new RegExp(String.raw`(?<!\s)${"``"}${follows}`, "gu"),
  "_`": new RegExp(String.raw`${notEscaped}${"`"}${follows}`, "gu"),
  "|": new RegExp(String.raw`${notEscaped}\|_{0,2}${follows}`, "gu"),
  "`": new RegExp(String.raw`(?<!(?<!\0)[\s\0])${"`"}(:${simple}:)?(__?)?${follows}`, "gu"),
};

/**
 * Inline markup by docutils' own rules (`parsers/rst/states.py`, `Inliner.parse`), where
 * `readInline` reads what was meant. Linear: an end that is not there is looked for once.
 */
export function readStrictly(written: string): readonly StrictInline[] {
  const text = escaped(written);
  const found: StrictInline[] = [];
  const endless = new Set<Mark>();
  /** Where docutils goes on as if the text began there. */
  let from = 0;
  starts.lastIndex = 0;
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    const [whole, simpleMark, label, role] = match;
    const at = match.index;
    if (at > from && !mayPrecede(text.charAt(at - 1))) {
      starts.lastIndex = at + 1;
      continue;
    }
    const inner = at + whole.length;
    if (label !== undefined) {
      found.push({ kind: "footnote", label, start: at, end: inner });
      from = inner;
      continue;
    }
    const mark = (simpleMark ?? "`") as Mark;
    const quoted =
      at > from && (inner === text.length || pairs(text.charAt(at - 1), text.charAt(inner)));
    if (role === undefined && quoted) {
      from = inner;
      continue;
    }
    const end = endless.has(mark) ? null : endOf(mark, text, inner);
    if (end === null) endless.add(mark);
    if (end === null || end.index === inner) {
      found.push({ kind: "endless", mark, start: inner - mark.length, end: inner });
      from = inner;
      continue;
    }
    from = end.index + end[0].length;
    starts.lastIndex = from;
    found.push(...meant(mark, role, text.slice(inner, end.index), end, at));
  }
  return found;
}

function endOf(mark: Mark, text: string, from: number): RegExpExecArray | null {
  const pattern = ends[mark];
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** What a whole construct is looked up by; nothing for what only changes how words look. */
function meant(
  mark: Mark,
  before: string | undefined,
  inner: string,
  match: RegExpExecArray,
  start: number,
): readonly StrictInline[] {
  const [whole, behind, reference] = match;
  const end = match.index + whole.length;
  if (mark === "_`") return [{ kind: "target", words: unescaped(inner), start, end }];
  if (mark !== "`") return [];
  const role = before ?? behind;
  if (role !== undefined) {
    const faulty = reference !== undefined || (before !== undefined && behind !== undefined);
    return [{ kind: "role", role: role.slice(1, -1), faulty, start, end }];
  }
  if (reference === undefined) return [];
  const anonymous = reference === "__";
  const link = addressOf(inner);
  if (link === undefined)
    return [{ kind: "phrase", words: unescaped(inner), anonymous, start, end }];
  const address = unescaped(link.address);
  const words = unescaped(link.words) || address;
  return anonymous ? [] : [{ kind: "named", words, address, start, end }];
}

/** `words <address>`: a space before the bracket, none within beside it, no other brackets. */
function addressOf(
  inner: string,
): { readonly words: string; readonly address: string } | undefined {
  if (!/[^\s\0]>$/.test(inner.slice(-2))) return undefined;
  let open = inner.lastIndexOf("<");
  while (inner.charAt(open - 1) === "\0") open = inner.lastIndexOf("<", open - 1);
  const address = inner.slice(open + 1, -1);
  if (open < 0 || /^\s|(?<!\0)>/.test(address)) return undefined;
  const before = inner.slice(0, open);
  if (before !== "" && !/[ \n]$/.test(before)) return undefined;
  return { words: before.trimEnd(), address };
}
