import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { RstDocument } from "../../generator/rst/blocks.js";
import { readDocument, readFragment } from "../../generator/rst/read-document.js";
import type { DocumentContext } from "../../generator/rst/inline/context.js";
import { contextOf, toMarkdown } from "../../generator/rst/markdown/to-markdown.js";
import { passages } from "../../generator/rst/markdown/passages.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { filesOf, haveCorpora, raw, services } from "./corpora.js";

/** What would be left of reStructuredText, outside code. */
const leftovers: readonly (readonly [RegExp, string])[] = [
  [/:[a-z][\w:-]*:\\?`/, "a role"],
  [/^ *\.\. /m, "explicit markup"],
  [/\\`/, "backquotes that mean nothing"],
  [/<https?:[^>]*>\\?`/, "an embedded address"],
  [/\\?`\\?_/, "a link"],
  [/(?<!\*\*)\\\*\\\*/, "strong emphasis without an end"],
  [/::\s*$/m, "the colons of a literal block"],
  [/\\\|\S+\\\||(?<![|\w])\|[a-z_-]+\|(?![|\w])/, "a substitution"],
  [/^(?:=|-|~|\^|\+){4,}$/m, "an adornment"],
];

/** Code spans and blocks show what they show; tables and rules are Markdown's own. */
function outsideCode(markdown: string): string {
  return markdown
    .replace(/^( *>? *)*(`{3,})[^\n]*\n[\s\S]*?\n[> ]*\2$/gm, "")
    .replace(/(?<![`\\])(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g, "CODE")
    .replace(/^\|(?: --- \|)+$/gm, "");
}

describe.skipIf(!haveCorpora)("prose of real services as CommonMark", () => {
  it.each(services)("%s: no markup is left", (service) => {
    const files = filesOf(service, /\.(?:rst|inc)$/);
    const tree = memoryTree(files);
    const wrong: string[] = [];
    const found: string[] = [];
    const check = (markdown: string, where: string): void => {
      const text = outsideCode(markdown);
      for (const [pattern, what] of leftovers) {
        const match = pattern.exec(text);
        if (match === null) continue;
        wrong.push(
          `${where}: ${what}: ${text.slice(Math.max(0, match.index - 60), match.index + 60)}`,
        );
      }
    };
    let outer: DocumentContext = { targets: new Map(), substitutions: new Map() };
    const documents: RstDocument[] = [];
    for (const id of Object.keys(files)) {
      const document = readDocument(tree, id, raw).value;
      documents.push(document);
      outer = contextOf(document, outer);
    }
    for (const document of documents) {
      const context = contextOf(document, outer);
      check(toMarkdown(document.blocks, context), document.source);
      for (const { value } of passages(document.blocks, context)) check(value, document.source);
    }
    for (const [id, text] of Object.entries(filesOf(service, /parameters\.yaml$/))) {
      const entries: Record<string, { description?: unknown }> =
        parse(text, { uniqueKeys: false, merge: true }) ?? {};
      for (const [name, entry] of Object.entries(entries)) {
        const description = entry?.description;
        if (typeof description !== "string") continue;
        let start = 0;
        const lines = description.split("\n").map((line) => {
          const each = { text: line, source: id, start };
          start += line.length + 1;
          return each;
        });
        const fragment = readFragment(lines, raw);
        const where = `${id} ${name}`;
        for (const finding of fragment.diagnostics) found.push(`${where} ${finding.message}`);
        const context = contextOf(fragment.value, outer);
        check(toMarkdown(fragment.value.blocks, context), where);
      }
    }
    if (process.env["SHOW"]) console.log(service, found.join("\n"));
    expect(wrong).toEqual([]);
  });
});
