/**
 * A scenario page: Markdown that says why, shows sources, and holds the lines of output in
 * question. Its fences are told apart by what follows their language:
 *
 *   ```rst images.inc                        a source
 *   ```yaml openapi.yaml paths./images       an excerpt: an output and what to show of it
 *   ```yaml options                          what the run is asked for
 *   ```diagnostics                           what was found; always there
 */
export interface Page {
  readonly sources: Readonly<Record<string, string>>;
  readonly options: string;
  readonly excerpts: readonly Excerpt[];
  /** The page, cut at its fences: words between them stand as they are. */
  readonly pieces: readonly Piece[];
}

export interface Excerpt {
  /** The output file, for example `openapi.yaml`. */
  readonly file: string;
  readonly expression: string;
}

type Piece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "excerpt"; readonly head: string; readonly excerpt: Excerpt }
  | { readonly kind: "diagnostics" };

const fence = /^```(\S*)[ \t]*(\S*)[ \t]*([^\n]*)\n([\s\S]*?)^```[ \t]*$/gm;
const output = /^(openapi\.(yaml|json|d\.ts)|types\.ts|handlers\.ts|(client|server)\/.*)$/;

/** Reads a page. Fences without a file name are words. */
export function readPage(text: string): Page {
  const sources: Record<string, string> = {};
  const excerpts: Excerpt[] = [];
  const pieces: Piece[] = [];
  let options = "";
  let end = 0;
  for (const match of text.matchAll(fence)) {
    const [whole, language = "", file = "", rest = "", body = ""] = match;
    const before = text.slice(end, match.index);
    end = match.index + whole.length;
    if (language === "diagnostics") {
      pieces.push({ kind: "words", text: before }, { kind: "diagnostics" });
    } else if (output.test(file)) {
      const excerpt = { file, expression: rest.trim() };
      excerpts.push(excerpt);
      const head = `\`\`\`${language} ${file}${excerpt.expression && ` ${excerpt.expression}`}`;
      pieces.push({ kind: "words", text: before }, { kind: "excerpt", head, excerpt });
    } else {
      if (file === "options") options = body;
      else if (file !== "") sources[file] = body;
      pieces.push({ kind: "words", text: before + whole });
    }
  }
  pieces.push({ kind: "words", text: text.slice(end) });
  return { sources, options, excerpts, pieces };
}

/** The page with its outputs as they are now. A page without a diagnostics block gets one. */
export function fillPage(
  page: Page,
  show: (excerpt: Excerpt) => string,
  diagnostics: readonly string[],
): string {
  const found = `\`\`\`diagnostics\n${diagnostics.map((line) => `${line}\n`).join("")}\`\`\``;
  const text = page.pieces
    .map((piece) => {
      if (piece.kind === "words") return piece.text;
      if (piece.kind === "diagnostics") return found;
      return `${piece.head}\n${show(piece.excerpt).trimEnd()}\n\`\`\``;
    })
    .join("");
  const asked = page.pieces.some(({ kind }) => kind === "diagnostics");
  return `${(asked ? text : `${text.trimEnd()}\n\n${found}`).trimEnd()}\n`;
}
