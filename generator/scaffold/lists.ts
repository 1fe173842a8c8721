import { type ClassDeclaration, type ClassExpression, Node, SyntaxKind } from "ts-morph";
import { behindComments, type Edit, indentOf, type Layout, lineIndentOf } from "./layout.js";

/** What stands between two braces, member after member. */
export interface List {
  readonly node: Node;
  readonly members: readonly Node[];
  /** What ends a member: nothing in a class. */
  readonly separator: "," | "";
}

/** Something to put into a list. */
export interface Item {
  /** On lines of its own, each with `indent` before it and `\n` between them. */
  readonly lines: (indent: string, step: string) => string;
  /** On the line of the list. */
  readonly inline: string;
}

/** An object, the names in the braces of an import, or a class. */
export function listOf(node: Node): List {
  if (Node.isObjectLiteralExpression(node)) {
    return { node, members: node.getProperties(), separator: "," };
  }
  if (Node.isNamedImports(node)) return { node, members: node.getElements(), separator: "," };
  return { node, members: isClass(node) ? node.getMembers() : [], separator: "" };
}

/**
 * Puts `items` behind `anchor`, a member of the list, or before all members. What is there keeps its
 * place, the comments on its line and its commas; a list on one line stays on one.
 */
export function insertInto(
  list: List,
  anchor: Node | undefined,
  items: readonly Item[],
  { lineEnd, step }: Layout,
): readonly Edit[] {
  const { node, members, separator } = list;
  const text = node.getSourceFile().getFullText();
  const open = node.getFirstChildByKindOrThrow(SyntaxKind.OpenBraceToken).getEnd();
  const close = node.getLastChildByKindOrThrow(SyntaxKind.CloseBraceToken).getStart();
  const add = (at: number, insert: string, to = at): Edit => ({ from: at, to, insert });

  const isInline = members.length > 0 && !text.slice(open, close).includes("\n");
  if (isInline) {
    const words = items.map(({ inline }) => inline);
    if (anchor === undefined)
      return [add(open, words.map((word) => ` ${word}${separator}`).join(""))];
    const end = commaBehind(anchor)?.getEnd();
    return end === undefined
      ? [add(anchor.getEnd(), words.map((word) => `${separator} ${word}`).join(""))]
      : [add(end, words.map((word) => ` ${word}${separator}`).join(""))];
  }

  const indent = indentOf(anchor ?? members[0] ?? node) ?? lineIndentOf(node) + step;
  const own = members.length === 0 ? lineIndentOf(node) + step : indent;
  const lines = items.map(({ lines: of }) => of(own, step).replaceAll("\n", lineEnd));
  const between = isAiry(list, text) ? lineEnd + lineEnd : lineEnd;
  const block = lines.join(separator + between);
  if (members.length === 0) {
    const inside = text.slice(open, close);
    const kept = inside.trimEnd();
    const rest = inside.slice(kept.length);
    const ended = rest.includes("\n") && kept !== "" ? rest : lineEnd + lineIndentOf(node);
    return [add(open + kept.length, lineEnd + block + separator + ended, close)];
  }
  if (anchor === undefined) {
    const gap = between.slice(lineEnd.length);
    return [add(behindComments(text, open), lineEnd + block + separator + gap)];
  }
  const comma = commaBehind(anchor);
  const isLast = anchor === members.at(-1);
  if (separator === "" || comma !== undefined) {
    const at = behindComments(text, (comma ?? anchor).getEnd());
    return [add(at, between + block + separator)];
  }
  // Without a comma behind the last member, the new last one has none.
  const at = behindComments(text, anchor.getEnd());
  return [add(anchor.getEnd(), ","), add(at, between + block + (isLast ? "" : ","))];
}

function commaBehind(member: Node): Node | undefined {
  const next = member.getNextSibling();
  return next?.getKind() === SyntaxKind.CommaToken ? next : undefined;
}

/** Whether empty lines part the members, or nothing tells that they do not. */
function isAiry({ node, members }: List, text: string): boolean {
  if (Node.isNamedImports(node)) return false;
  if (members.length < 2) return !members.some(Node.isShorthandPropertyAssignment);
  return members.some((member, index) => {
    const before = members[index - 1];
    return (
      before !== undefined && /\n\s*\n/.test(text.slice(before.getEnd(), member.getStart(true)))
    );
  });
}

function isClass(node: Node): node is ClassDeclaration | ClassExpression {
  return Node.isClassDeclaration(node) || Node.isClassExpression(node);
}
