import { type Diagnostic, passingSphinx, report } from "../../../diagnostics/diagnostic.js";
import { labelWithoutTitle } from "../../../diagnostics/rules/label-without-title.js";
import { linkWithoutTarget } from "../../../diagnostics/rules/link-without-target.js";
import { unknownSubstitution } from "../../../diagnostics/rules/unknown-substitution.js";
import type { SourceId, Span } from "../../../diagnostics/span.js";
import type { Directive, Line } from "../../../rst/blocks.js";
import { proseOf } from "../../../rst/inline/context.js";
import { readInline, type Inline } from "../../../rst/inline/inline.js";
import { normaliseName } from "../../../rst/names.js";
import type { ReferenceTargets } from "./reference-targets.js";

/** Prose without one of these has no link that is looked at here; most has none. */
const worthReading = /:(?:ref|doc|term|any|option):`|<#|\.html[#>]|\|\S/;

/**
 * Links in `texts` that lead nowhere in the reference: `:ref:` without its label and `:doc:`
 * without its document (Sphinx: "undefined label", "unknown document"), `<page.html#anchor>` that
 * no document, heading or label makes, and `|name|` that nothing defines (docutils: "Undefined substitution").
 */
export function deadLinks(
  texts: readonly (readonly Line[])[],
  sources: readonly SourceId[],
  substitutions: ReadonlyMap<string, Directive>,
  targets: ReferenceTargets,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const lines of texts) {
    if (!lines.some(({ text }) => worthReading.test(text))) continue;
    const prose = proseOf(lines);
    const visit = (nodes: readonly Inline[]): void => {
      for (const node of nodes) {
        if (node.kind === "strong" || node.kind === "emphasis") visit(node.children);
        else found.push(...dead(node, prose.spanOf(node.start, node.end)));
      }
    };
    visit(readInline(prose.text));
  }
  return found;

  function dead(node: Inline, span: Span): readonly Diagnostic[] {
    if (node.kind === "substitution") {
      const { name } = node;
      const known =
        substitutions.has(name) ||
        substitutions.has(normaliseName(name)) ||
        targets.hasSubstitution(name);
      return known ? [] : [report(unknownSubstitution, span, { name })];
    }
    if (node.kind === "role") {
      const label = untitledLabel(node, targets);
      if (label !== undefined) return [report(labelWithoutTitle, span, { label })];
    }
    const aim = node.kind === "role" || node.kind === "link" ? aimOf(node, targets, sources) : "";
    if (aim === "") return [];
    const finding = report(linkWithoutTarget, span, { text: aim });
    return [node.kind === "link" ? passingSphinx(finding) : finding];
  }
}

/** The label of a `:ref:` without words of its own that stands before no title. */
function untitledLabel(
  { role, text }: Inline & { readonly kind: "role" },
  targets: ReferenceTargets,
): string | undefined {
  if (role.toLowerCase() !== "ref" || /<[^<>]*>$/.test(text)) return undefined;
  const label = text.trim();
  return targets.hasLabel(label) && !targets.hasTitle(label) ? label : undefined;
}

/** What a link leads to, where that is not there; `""` otherwise. */
function aimOf(
  node: Inline & { readonly kind: "role" | "link" },
  targets: ReferenceTargets,
  sources: readonly SourceId[],
): string {
  if (node.kind === "link") {
    const place = /^([\w.-][\w./-]*\.html|)(?:#(.*))?$/.exec(node.url);
    if (place === null || node.url === "") return "";
    const [, page = "", anchor = ""] = place;
    return targets.hasPlace(page, anchor, sources) ? "" : node.url;
  }
  const aim = (/<([^<>]*)>$/.exec(node.text)?.[1] ?? node.text).trim();
  const role = node.role.toLowerCase();
  if (role === "ref") return targets.hasLabel(aim) ? "" : aim;
  if (role === "doc") return targets.hasDocument(aim, sources) ? "" : aim;
  if (role === "term") return targets.hasTerm(aim) ? "" : aim;
  if (role === "option") return targets.hasOption() ? "" : aim;
  if (role === "any") {
    const known =
      targets.hasLabel(aim) || targets.hasDocument(aim, sources) || targets.hasTerm(aim);
    return known || targets.hasOption() ? "" : aim;
  }
  return "";
}
