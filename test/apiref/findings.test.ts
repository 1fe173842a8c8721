import { describe, expect, it } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { catalogue } from "../../generator/diagnostics/catalogue.js";
import type { Diagnostic, Example } from "../../generator/diagnostics/diagnostic.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/** The rules that this stage reports; those of the stages before and after have tests there. */
const codes = new Set(
  `duplicate-parameter-entry empty-list empty-parameters-file file-outside-tree incomplete-method
  incomplete-parameter-entry invalid-yaml misplaced-path missing-document missing-file missing-folder missing-leading-slash misspelt-key misspelt-value no-operation no-parameters-file no-status-code repeated-sample-key sample-repaired sample-unreadable unknown-directive-option
  unknown-place unknown-reference unknown-status-code unknown-status-kind unknown-substitution
  unread-file unread-operation unreadable-file unreadable-parameter-entry
  unreadable-row unreadable-status unsorted-parameter-entry zero-width-character`.split(/\s+/),
);

function filesOf(example: Example): Record<string, string> {
  return typeof example === "string" ? { "images.inc": example } : { ...example };
}

function findings(example: Example): readonly Diagnostic[] {
  const files = Object.entries(filesOf(example)).map(([path, text]) => [
    path,
    text.replaceAll(/[⟦⟧]/g, ""),
  ]);
  return readApiReference(memoryTree(Object.fromEntries(files))).diagnostics;
}

const rules = catalogue.filter((rule) => codes.has(rule.code));

it("every code of this stage is in the catalogue", () => {
  expect(rules.map((rule) => rule.code)).toEqual([...codes].sort());
});

describe.each(rules)("$code", (rule) => {
  it("finds its bad example once, exactly between the brackets", () => {
    const [path, marked = ""] =
      Object.entries(filesOf(rule.bad)).find(([, text]) => text.includes("⟦")) ?? [];
    const found = findings(rule.bad).filter(({ code }) => code === rule.code);
    const start = marked.indexOf("⟦");
    const end = marked.indexOf("⟧") - 1;
    expect(found.map(({ span }) => span)).toEqual([{ source: path, start, end }]);
  });
  it("finds nothing of its kind in its good example", () => {
    expect(findings(rule.good)).toEqual([]);
  });
});

it("reads the layout of descriptions in YAML, each of which is told once", () => {
  const rows =
    ".. rest_parameters:: parameters.yaml\n\n  - name: name\n\n.. rest_parameters:: parameters.yaml\n\n  - name: name\n";
  const parameters =
    "name:\n  description: |\n    One of:\n\n    * public,\n    private.\n  in: body\n  required: true\n  type: string\n";
  const found = findings({
    "images.inc": `Images\n======\n\n.. rest_method:: POST /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n${rows}`,
    "parameters.yaml": parameters,
  });
  const start = parameters.indexOf("private.");
  expect(found.map(({ code, span }) => ({ code, span }))).toEqual([
    {
      code: "block-without-blank-line",
      span: { source: "parameters.yaml", start, end: start + "private.".length },
    },
  ]);
});
