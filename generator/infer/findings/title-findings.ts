import type { Chapter, Operation } from "../reference.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import type { InferredOperation } from "../model.js";
import { repeatedTitle } from "../../diagnostics/rules/repeated-title.js";

/**
 * Finds titles that an operation before it in the chapter has, too. Between chapters, the chapter
 * tells apart, in tables of contents as in generated names; operations of an older version may say
 * the same things, and remarks such as `(since 2.53)` tell apart.
 */
export class Titles {
  private readonly seen = new Map<Chapter, Map<string, Operation>>();

  findings({
    operation,
    chapter,
    operationId,
    older = "",
  }: InferredOperation): readonly Diagnostic[] {
    const { title } = operation;
    const words = title.value.toLowerCase().split(/\s+/).join(" ");
    const key = `${older}\n${words}`;
    const seen = this.seen.get(chapter) ?? new Map<string, Operation>();
    this.seen.set(chapter, seen);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, operation);
      return [];
    }
    // One stanza for several operations is told by itself.
    if (first.span === operation.span) return [];
    const other = `${first.method.value} ${first.path}`;
    return [report(repeatedTitle, title.span, { title: title.value, other, operationId })];
  }
}
