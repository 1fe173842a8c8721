import { escaped, follows, mayPrecede, pairs, unescaped } from "./strict-rules.js";

/** What begins a kind of inline markup. */
export type Mark = "*" | "**" | "``" | "`" | "|" | "_`";

/** What docutils looks up, or does not take as it was meant. */
export type StrictInline = { readonly start: number; readonly end: number } & (
  | { readonly kind: "endless"; readonly mark: Mark }
  /** name_, name__, `words`_, `words`__, `words <name_>`__ */
  | { readonly kind: "reference"; readonly name: string; readonly anonymous: boolean }
  /** `words <address>`_ : a link, and a target of these words. */
  | { readonly kind: "named"; readonly name: string; readonly address: string }
  /** `words <name_>`_ : the like, that leads where another name leads. */
  | { readonly kind: "alias"; readonly name: string; readonly to: string }
  /** _`words` */
  | { readonly kind: "target"; readonly name: string }
  /** [1]_, [#]_, [*]_, [#label]_, [CITATION]_ */
  | { readonly kind: "footnote"; readonly label: string }
  | { readonly kind: "role"; readonly role: string; readonly fault?: "two" | "link" }
  | { readonly kind: "substitution"; readonly name: string }
);

/** Letters and digits, said by ranges: their categories in Unicode take longer than all the rest. */
const letter = String.raw`a-zA-Z0-9\u00c0-\u1fff\u3040-\ufaff`;
/** Docutils' `simplename`, kept short: one that went on would be tried from each of its signs. */
const simple = String.raw`(?=[${letter}])(?:[${letter}]|[-._+:](?=[${letter}])){1,80}`;
const isLetter = new RegExp(`[${letter}]`);
/** A start-string, a footnote reference, the end of name_, or a backquote with the role before it. */
const starts = new RegExp(
  String.raw`(\*\*(?!\s)|\*(?![*\s])|${"``"}(?!\s)|_${"`"}(?!\s)|\|(?![|\s]))` +
    String.raw`|\[([0-9]+|#(?:${simple})?|\*|${simple})\]_${follows}` +
    String.raw`|(?<=[${letter}])(__?)${follows}` +
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
    const [whole, simpleMark, label, underscores, role] = match;
    const at = match.index;
    const inner = at + whole.length;
    if (underscores !== undefined) {
      const start = startOfName(text, from, at);
      if (start === undefined) continue;
      const anonymous = underscores === "__";
      found.push({ kind: "reference", name: text.slice(start, at), anonymous, start, end: inner });
      from = inner;
      continue;
    }
    if (at > from && !mayPrecede(text.charAt(at - 1))) {
      starts.lastIndex = at + 1;
      continue;
    }
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

/**
 * Where the name begins that ends before `end`: docutils takes the first place that markup may
 * begin at, from which letters go on to the end with single signs between them.
 *
 *     see the-other_name_
 *         ^             ^ end
 */
function startOfName(text: string, from: number, end: number): number | undefined {
  let found: number | undefined;
  for (let at = end - 1; at >= from; at -= 1) {
    const character = text.charAt(at);
    if (isLetter.test(character)) {
      if (at === from || mayPrecede(text.charAt(at - 1))) found = at;
    } else if (!"-._+:".includes(character) || !isLetter.test(text.charAt(at - 1))) break;
  }
  return found;
}

/** What a whole construct is looked up by; nothing for what only changes how words look. */
function meant(
  mark: Mark,
  before: string | undefined,
  inner: string,
  match: RegExpExecArray,
  start: number,
): readonly StrictInline[] {
  const [whole, behind, underscores] = match;
  const place = { start, end: match.index + whole.length };
  if (mark === "_`") return [{ kind: "target", name: unescaped(inner), ...place }];
  if (mark === "|") {
    const name = unescaped(inner);
    const anonymous = whole === "|__";
    const node: StrictInline = { kind: "substitution", name, ...place };
    return whole === "|" ? [node] : [node, { kind: "reference", name, anonymous, ...place }];
  }
  if (mark !== "`") return [];
  const role = before ?? behind;
  if (role !== undefined) {
    const two = before !== undefined && behind !== undefined;
    const fault = two ? "two" : underscores === undefined ? undefined : "link";
    const name = (behind ?? role).slice(1, -1);
    return [{ kind: "role", role: name, ...(fault && { fault }), ...place }];
  }
  return underscores === undefined ? [] : linkOf(inner, underscores === "__", place);
}

/** A phrase in backquotes with its underscores (`phrase_ref`). */
function linkOf(
  inner: string,
  anonymous: boolean,
  place: { readonly start: number; readonly end: number },
): readonly StrictInline[] {
  const link = addressOf(inner);
  if (link === undefined)
    return [{ kind: "reference", name: unescaped(inner), anonymous, ...place }];
  const address = unescaped(link.address);
  const words = unescaped(link.words) || address;
  const alias = /[^\0]_$/.test(link.address) && !/^[a-zA-Z][\w.+-]*:|@/.test(link.address);
  if (!alias) return anonymous ? [] : [{ kind: "named", name: words, address, ...place }];
  const to = address.slice(0, -1);
  if (anonymous) return [{ kind: "reference", name: to, anonymous: false, ...place }];
  return [{ kind: "alias", name: unescaped(link.words) || to, to, ...place }];
}

/** `words <address>`: a space before the bracket, none within beside it, no other brackets. */
function addressOf(
  inner: string,
): { readonly words: string; readonly address: string } | undefined {
  if (!/[^\s\0]>$/.test(inner.slice(-2))) return undefined;
  let open = inner.lastIndexOf("<");
  while (inner.charAt(open - 1) === "\0") open = inner.lastIndexOf("<", open - 1);
  const address = inner.slice(open + 1, -1);
  if (/^\s|(?<!\0)>/.test(address)) return undefined;
  const before = inner.slice(0, open);
  if (before !== "" && !/[ \n]$/.test(before)) return undefined;
  return { words: before.trimEnd(), address };
}
