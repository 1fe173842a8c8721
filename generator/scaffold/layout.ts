import { type Node, type SourceFile, ts } from "ts-morph";

/** One change of a text: `insert` in the place of the characters from `from` to `to`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** How the people who own a file lay it out. */
export interface Layout {
  readonly lineEnd: "\n" | "\r\n";
  /** One step of indentation. */
  readonly step: string;
  readonly quote: '"' | "'";
  readonly semicolon: ";" | "";
}

/** Reads the layout from what there is; where there is nothing, that of the first handlers file. */
export function layoutOf(file: SourceFile): Layout {
  const text = file.getFullText();
  const imports = file.getImportDeclarations();
  const indented = /^(\t+| {2,8})[^\s*]/m.exec(text)?.[1] ?? "  ";
  return {
    lineEnd: /\r\n/.test(text) ? "\r\n" : "\n",
    step: indented.startsWith("\t") ? "\t" : indented,
    quote: imports[0]?.getModuleSpecifier().getText().startsWith("'") === true ? "'" : '"',
    semicolon:
      imports.length > 0 && imports.every((each) => !each.getText().endsWith(";")) ? "" : ";",
  };
}

/** The white space before a node on its line; `undefined` where something else stands before it. */
export function indentOf(node: Node): string | undefined {
  return whiteSpaceBefore(node.getSourceFile().getFullText(), node.getStart(true));
}

/** The white space between the start of the line and `at`, if there is nothing else. */
export function whiteSpaceBefore(text: string, at: number): string | undefined {
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

/** The white space that the line of a node begins with. */
export function lineIndentOf(node: Node): string {
  const text = node.getSourceFile().getFullText();
  const start = node.getStart();
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", start - 1) + 1))?.[0] ?? "";
}

/**
 * Where something may be added behind `end`: after the comments that stand on the same line, since
 * they speak of what is before them.
 */
export function behindComments(text: string, end: number): number {
  return ts.getTrailingCommentRanges(text, end)?.at(-1)?.end ?? end;
}

/** The text with all edits made; they must not overlap. Of two at one place the first comes first. */
export function edited(text: string, edits: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const { from, to, insert } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    out += text.slice(at, from) + insert;
    at = to;
  }
  return out + text.slice(at);
}
