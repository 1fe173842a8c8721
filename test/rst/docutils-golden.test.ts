import { readdirSync, readFileSync, statSync, existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Block, Directive } from "../../generator/rst/blocks.js";
import { rawDirectives, readDocument } from "../../generator/rst/read-document.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import golden from "./docutils-golden.json" with { type: "json" };

const corpora = new URL("../../../shared/corpora/", import.meta.url);
const raw = new Set([
  ...rawDirectives,
  "rest_method",
  "rest_parameters",
  "rest_status_code",
  "rest_expand_all",
]);

describe.skipIf(!existsSync(corpora))(
  "what docutils counts, the reader counts (../shared/corpora; skipped without it)",
  () => {
    it.each(Object.entries(golden))("%s", (service, { sections, directives }) => {
      const files = texts(new URL(`${service}/`, corpora));
      const tree = memoryTree(files);
      const counted = {
        sections: {} as Record<string, number>,
        directives: {} as Record<string, number>,
      };
      const reached = new Set<string>();
      const found: string[] = [];
      const read = (id: string): void => {
        const { value, diagnostics } = readDocument(tree, id, raw);
        for (const each of value.includes) {
          reached.add(each.source);
          add(counted.directives, "include");
        }
        for (const each of diagnostics)
          found.push(`${each.code} ${each.span?.source}:${each.span?.start} ${each.message}`);
        count(value.blocks, counted);
        // What is no directive for docutils, and read as one all the same, is reported.
        for (const { code, span } of diagnostics) {
          if (code !== "misspelt-directive" || span === undefined) continue;
          const [name = ""] =
            /[a-z][\w-]*/i.exec(files[span.source]?.slice(span.start) ?? "") ?? [];
          add(counted.directives, name, -1);
        }
      };
      for (const id of Object.keys(files).sort()) if (id.endsWith(".rst")) read(id);
      for (const id of Object.keys(files).sort())
        if (id.endsWith(".inc") && !reached.has(id)) read(id);
      if (process.env["SHOW"]) console.log(service, found.join("\n"));
      expect(counted).toEqual({ sections, directives });
    });
  },
);

function add(counts: Record<string, number>, key: string, by = 1): void {
  counts[key] = (counts[key] ?? 0) + by;
}

interface Counted {
  readonly sections: Record<string, number>;
  readonly directives: Record<string, number>;
}

function count(blocks: readonly Block[], counted: Counted): void {
  for (const block of blocks) {
    if (block.kind === "section") add(counted.sections, String(block.level));
    if (block.kind === "directive") countDirective(block, counted);
    if (block.kind === "substitution") countDirective(block.directive, counted);
    if (block.kind === "section" || block.kind === "block-quote") count(block.blocks, counted);
    if (
      block.kind === "bullet-list" ||
      block.kind === "enumerated-list" ||
      block.kind === "definition-list"
    ) {
      for (const item of block.items) count(item.blocks, counted);
    }
    if (block.kind === "field-list") for (const field of block.fields) count(field.blocks, counted);
    if (block.kind === "table") {
      for (const cell of [...block.header, ...block.rows].flat()) count(cell.blocks, counted);
    }
  }
}

function countDirective(directive: Directive, counted: Counted): void {
  add(counted.directives, directive.name.toLowerCase());
  count(directive.blocks, counted);
}

function texts(folder: URL): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(?:rst|inc)$/.test(name)) continue;
    const file = new URL(name, folder);
    if (statSync(file).isFile()) found[name] = readFileSync(file, "utf8");
  }
  return found;
}
