import { describe, expect, it } from "vitest";
import type { Diagnostic, Rule } from "../../generator/diagnostics/diagnostic.js";
import { blockWithoutBlankLine } from "../../generator/diagnostics/rules/block-without-blank-line.js";
import { missingLiteralBlock } from "../../generator/diagnostics/rules/missing-literal-block.js";
import { unexpectedIndentation } from "../../generator/diagnostics/rules/unexpected-indentation.js";
import { invalidOptionValue } from "../../generator/diagnostics/rules/invalid-option-value.js";
import { malformedDirective } from "../../generator/diagnostics/rules/malformed-directive.js";
import { directiveWithoutBlankLine } from "../../generator/diagnostics/rules/directive-without-blank-line.js";
import { headingAdornment } from "../../generator/diagnostics/rules/heading-adornment.js";
import { headingInsideBlock } from "../../generator/diagnostics/rules/heading-inside-block.js";
import { headingLevel } from "../../generator/diagnostics/rules/heading-level.js";
import { headingWithoutBlankLine } from "../../generator/diagnostics/rules/heading-without-blank-line.js";
import { includeCycle } from "../../generator/diagnostics/rules/include-cycle.js";
import { includeLimit } from "../../generator/diagnostics/rules/include-limit.js";
import { layoutRecovered } from "../../generator/diagnostics/rules/layout-recovered.js";
import { malformedTable } from "../../generator/diagnostics/rules/malformed-table.js";
import { misspeltDirective } from "../../generator/diagnostics/rules/misspelt-directive.js";
import { nestingTooDeep } from "../../generator/diagnostics/rules/nesting-too-deep.js";
import { readDocument } from "../../generator/rst/read-document.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { raw } from "./corpora.js";

const rules: readonly Rule<never>[] = [
  blockWithoutBlankLine,
  missingLiteralBlock,
  unexpectedIndentation,
  invalidOptionValue,
  malformedDirective,
  directiveWithoutBlankLine,
  headingAdornment,
  headingInsideBlock,
  headingLevel,
  headingWithoutBlankLine,
  includeCycle,
  includeLimit,
  layoutRecovered,
  malformedTable,
  misspeltDirective,
  nestingTooDeep,
];

function found(example: Rule<never>["bad"], code: string) {
  const marked = typeof example === "string" ? { "images.inc": example } : example;
  const files = Object.fromEntries(
    Object.entries(marked).map(([id, text]) => [id, text.replace(/[⟦⟧]/g, "")]),
  );
  const tree = memoryTree(files);
  const diagnostics: Diagnostic[] = [];
  for (const document of tree.documents) {
    const { diagnostics: reading } = readDocument(tree, document, raw);
    diagnostics.push(...reading);
  }
  return diagnostics
    .filter((each) => each.code === code)
    .map(
      ({ span }) => span && `${span.source}: ${files[span.source]?.slice(span.start, span.end)}`,
    );
}

describe.each(rules)("$code", (rule) => {
  it("finds its bad example once, between the brackets", () => {
    const marked = typeof rule.bad === "string" ? { "images.inc": rule.bad } : rule.bad;
    const expected = Object.entries(marked).flatMap(([id, text]) => {
      const words = /⟦([^]+)⟧/.exec(text)?.[1];
      return words === undefined ? [] : [`${id}: ${words}`];
    });
    expect(expected).toHaveLength(1);
    expect(found(rule.bad, rule.code)).toEqual(expected);
  });
  it("finds nothing in its good example", () => expect(found(rule.good, rule.code)).toEqual([]));
});
