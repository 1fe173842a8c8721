import type { Operation } from "../../apiref/model.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import type { InferredOperation } from "../model.js";
import { repeatedTitle } from "../../diagnostics/rules/repeated-title.js";

/**
 * Finds titles that an operation before has, too. Documents in folders of their own, such as
 * those of two API versions, and operations of an older version may say the same things; remarks
 * such as `(since 2.53)` tell apart.
 */
export class Titles {
  private readonly seen = new Map<string, Operation>();

  findings({ operation, operationId, older = "" }: InferredOperation): readonly Diagnostic[] {
    const { title, document } = operation;
    const words = title.value.toLowerCase().split(/\s+/).join(" ");
    const key = `${document.slice(0, document.lastIndexOf("/") + 1)}${older}\n${words}`;
    const first = this.seen.get(key);
    if (first === undefined) {
      this.seen.set(key, operation);
      return [];
    }
    const other = `${first.method.value} ${first.path}`;
    return [report(repeatedTitle, title.span, { title: title.value, other, operationId })];
  }
}
