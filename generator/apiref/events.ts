import type {
  Block,
  Directive,
  Line,
  LiteralBlock,
  RstDocument,
  Section,
  Table,
} from "../rst/blocks.js";
import { saysVersion } from "../rst/inline/context.js";
import { codeOfField, codesLabels } from "./stanzas/codes/codes-label.js";

/**
 * The things of a document that an operation is made of, in the order of the text, each with the
 * sections around it, outermost first.
 */
export type Event = { readonly chain: readonly Section[] } & (
  | { readonly kind: "section" }
  /** `which` of the operations that its stanza is for, the first unless told. */
  | { readonly kind: "method"; readonly directive: Directive; readonly which?: number }
  | { readonly kind: "list"; readonly directive: Directive }
  | { readonly kind: "status"; readonly directive: Directive }
  /** A field that says one code and what it means: `:statuscode 404: no such box`. */
  | {
      readonly kind: "code";
      readonly code: number;
      readonly name: Line;
      readonly blocks: readonly Block[];
    }
  | { readonly kind: "include"; readonly directive: Directive }
  | { readonly kind: "version"; readonly directive: Directive }
  | { readonly kind: "block"; readonly block: CodeBlock }
  /** `listed`: in an item of a list, or what a term stands for. */
  | { readonly kind: "paragraph"; readonly lines: readonly Line[]; readonly listed?: true }
  | { readonly kind: "table"; readonly table: Table }
);

/** A block of code in the text: `::` or a directive. */
export type CodeBlock = LiteralBlock | Directive;

/** The directives of os-api-ref, whose bodies are no text. */
export const apiDirectives: ReadonlySet<string> = new Set([
  "rest_method",
  "rest_parameters",
  "rest_status_code",
  "rest_expand_all",
]);

const codeDirectives = new Set(["code", "code-block", "sourcecode", "parsed-literal"]);

/** The kind of event that a directive is, if it is one. */
export function kindOfDirective(
  directive: Directive,
): "method" | "list" | "status" | "include" | "block" | undefined {
  const name = directive.name.toLowerCase();
  if (name === "rest_method") return "method";
  if (name === "rest_parameters") return "list";
  if (name === "rest_status_code") return "status";
  if (name === "literalinclude") return "include";
  return codeDirectives.has(name) ? "block" : undefined;
}

/** The events of `document`. Comments hold none, nor does what stands in a table, as in the published docs. */
export function eventsOf(document: RstDocument): readonly Event[] {
  const events: Event[] = [];
  const visitAll = (blocks: readonly Block[], chain: readonly Section[], listed = false): void => {
    for (const block of blocks) visit(block, chain, listed);
  };
  const visit = (block: Block, chain: readonly Section[], listed: boolean): void => {
    switch (block.kind) {
      case "section": {
        const inner = [...chain, block];
        events.push({ kind: "section", chain: inner });
        visitAll(block.blocks, inner);
        return;
      }
      case "directive": {
        const kind = kindOfDirective(block);
        if (kind === "block") events.push({ kind, block, chain });
        else if (kind) events.push({ kind, directive: block, chain });
        else {
          // A heading of no section, as people see it; its words may be a label.
          if (block.name.toLowerCase() === "rubric" && block.argument.length > 0)
            events.push({ kind: "paragraph", lines: block.argument, chain });
          if (saysVersion(block)) events.push({ kind: "version", directive: block, chain });
          visitAll(block.blocks, chain, listed);
        }
        return;
      }
      case "paragraph":
        events.push({ kind: "paragraph", lines: block.lines, chain, ...(listed && { listed }) });
        return;
      case "literal-block":
        events.push({ kind: "block", block, chain });
        return;
      case "bullet-list":
      case "enumerated-list":
        for (const item of block.items) visitAll(item.blocks, chain, true);
        return;
      case "definition-list":
        for (const item of block.items) {
          events.push({ kind: "paragraph", lines: [item.term], chain, listed: true });
          visitAll(item.blocks, chain, true);
        }
        return;
      case "field-list":
        for (const { name, blocks, span } of block.fields) {
          // `:Normal response codes: 200`; other names are no words of the text.
          const line = { text: name, source: span.source, start: span.start + 1 };
          const code = codeOfField(name);
          if (code !== undefined) {
            events.push({ kind: "code", code, name: line, blocks, chain });
            continue;
          }
          if (codesLabels(name).length > 0)
            events.push({ kind: "paragraph", lines: [line], chain, listed: true });
          visitAll(blocks, chain, true);
        }
        return;
      case "block-quote":
        visitAll(block.blocks, chain, listed);
        return;
      case "table":
        events.push({ kind: "table", table: block, chain });
        return;
      case "line-block":
      case "comment":
      case "target":
      case "substitution":
      case "transition":
        return;
    }
  };
  visitAll(document.blocks, []);
  return events;
}

/** The words of a paragraph without inline markup, for labels. */
export function plainWords(lines: readonly Line[]): string {
  return lines
    .map((line) => line.text)
    .join(" ")
    .replaceAll(/\*\*|``|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Whether a paragraph begins in bold, as labels above lists and samples do. */
export function isStrong(lines: readonly Line[]): boolean {
  return lines[0]?.text.startsWith("**") ?? false;
}
