import { describe, expect, it, test } from "vitest";
import type { Block } from "../../generator/rst/blocks.js";
import { looksFlattened } from "../../generator/rst/source/flattened.js";
import { readDocument } from "../../generator/rst/read-document.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { filesOf, haveCorpora, raw, services } from "./corpora.js";

/** What a document says in directives and titles, a line each. */
function skeleton(text: string): string[] {
  const said: string[] = [];
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === "section") {
        said.push(`${"=".repeat(block.level)} ${block.title.replace(/\s+/g, " ")}`);
        visit(block.blocks);
      } else if (block.kind === "block-quote") visit(block.blocks);
      else if (block.kind === "directive" && raw.has(block.name)) {
        const argument = block.argument.map((line) => line.text.trim()).join(" ");
        said.push(`${block.name} ${argument.replace(/\s+/g, " ")}`);
        for (const option of block.options) said.push(`  ${option.name}: ${option.value}`);
        if (!/^rest_(?:parameters|status)/.test(block.name)) continue;
        for (const line of block.body) if (line.text !== "") said.push(`  ${line.text.trim()}`);
      }
    }
  };
  visit(readDocument(memoryTree({ "x.inc": text }), "x.inc", raw).value.blocks);
  return said;
}

describe("looksFlattened", () => {
  test.each([
    ["Images ====== .. rest_method:: GET /images Lists.", "stanzas on one line", true],
    [".. include:: images.inc", "one directive, where it belongs", false],
    ["Images\n======\n\n.. rest_method:: GET /images\n", "lines as they should be", false],
    ["Some text\n.. note:: text\n", "only a blank line is missing", false],
    ["Just words.", "no directive at all", false],
    ["A ====== .. note:: x\nB ====== .. note:: y\n", "a line per chapter", true],
  ])("%j (%s)", (text, _why, expected) => expect(looksFlattened(text)).toBe(expected));
});

describe.skipIf(!haveCorpora)(
  "real chapters whose line ends are taken away say what they said",
  () => {
    it.each(services)("%s", (service) => {
      let all = 0;
      let kept = 0;
      const lost: string[] = [];
      for (const [id, text] of Object.entries(filesOf(service, /\.inc$/))) {
        const flat = text.replace(/\s+/g, " ").trim();
        if (!looksFlattened(flat)) continue;
        const want = skeleton(text);
        const got = new Set(skeleton(flat));
        all += want.length;
        for (const line of want) {
          if (got.has(line)) kept += 1;
          else lost.push(`${id}: ${line}`);
        }
        for (const line of got) if (!want.includes(line)) lost.push(`${id}: + ${line}`);
      }
      if (process.env["SHOW"]) console.log(`${service} ${kept}/${all}\n${lost.join("\n")}`);
      expect(kept / all).toBeGreaterThan(0.995);
    });
  },
);
