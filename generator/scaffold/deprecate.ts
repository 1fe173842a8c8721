import { type Node, ts } from "ts-morph";
import { type Edit, type Layout, whiteSpaceBefore } from "./layout.js";

/** How a mark begins; with it restanza knows its own again. */
const words = "@deprecated The docs no longer have this operation";
const mark = `${words}(?:: see [^\\r\\n]*)?\\.`;
const alone = new RegExp(`^/\\*\\* ${mark} \\*/$`);
const behindOneLine = new RegExp(
  `^(/\\*\\*[^\\r\\n]*)\\r?\\n[ \\t]*\\* ${mark}\\r?\\n[ \\t]*\\*/$`,
);
const amongLines = new RegExp(`(\\r?\\n)[ \\t]*\\* ${mark}(?=\\r?\\n)`);

interface Doc {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The JSDoc comment of a member, also of one that the compiler gives none. */
export function docOf(member: Node): Doc | undefined {
  const text = member.getSourceFile().getFullText();
  const from = member.getPos();
  const trivia = text.slice(from, member.getStart());
  const range = ts
    .getLeadingCommentRanges(trivia, 0)
    ?.findLast(({ pos }) => trivia.startsWith("/**", pos));
  return (
    range && {
      from: from + range.pos,
      to: from + range.end,
      text: trivia.slice(range.pos, range.end),
    }
  );
}

/** Says above a handler that its operation is gone; `see` is where it may have gone to. */
export function deprecate(
  member: Node,
  see: string | undefined,
  { lineEnd }: Layout,
): readonly Edit[] {
  const text = member.getSourceFile().getFullText();
  const said = `${words}${see === undefined ? "" : `: see ${see}`}.`;
  const doc = docOf(member);
  if (doc === undefined) {
    const at = member.getStart();
    const indent = whiteSpaceBefore(text, at);
    const between = indent === undefined ? " " : lineEnd + indent;
    return [{ from: at, to: at, insert: `/** ${said} */${between}` }];
  }
  if (/@deprecated\b/.test(doc.text)) return [];
  const end = doc.to - "*/".length;
  const before = whiteSpaceBefore(text, end);
  if (before !== undefined) {
    const line = end - before.length;
    return [{ from: line, to: line, insert: `${before}* ${said}${lineEnd}` }];
  }
  const indent = `${whiteSpaceBefore(text, doc.from) ?? ""} `;
  const content = doc.from + doc.text.slice(0, -"*/".length).trimEnd().length;
  return [
    { from: content, to: doc.to, insert: `${lineEnd}${indent}* ${said}${lineEnd}${indent}*/` },
  ];
}

/** Takes back what `deprecate` said of a handler whose operation is there again. */
export function restore(member: Node): readonly Edit[] {
  const doc = docOf(member);
  if (doc === undefined) return [];
  if (alone.test(doc.text)) {
    const behind = member.getSourceFile().getFullText().slice(doc.to, member.getStart());
    const gap = behind.length - behind.trimStart().length;
    return [{ from: doc.from, to: doc.to + gap, insert: "" }];
  }
  const without = behindOneLine.test(doc.text)
    ? doc.text.replace(behindOneLine, "$1 */")
    : doc.text.replace(amongLines, "");
  return without === doc.text ? [] : [{ from: doc.from, to: doc.to, insert: without }];
}
