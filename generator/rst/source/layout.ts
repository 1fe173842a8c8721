import { passingSphinx, report } from "../../diagnostics/diagnostic.js";
import { blockWithoutBlankLine } from "../../diagnostics/rules/block-without-blank-line.js";
import { missingLiteralBlock } from "../../diagnostics/rules/missing-literal-block.js";
import { unexpectedIndentation } from "../../diagnostics/rules/unexpected-indentation.js";
import type { Reader } from "../reader.js";
import { spanIn, spanOf, type Row } from "../rows.js";
import { anonymous, explicit } from "../patterns.js";

/**
 * What docutils warns of where one block ends and the next begins (`states.py`:
 * `unindent_warning`, "Unexpected indentation.", "Literal block expected; none found."). Several
 * warnings that one slip causes are one finding, at the line that slipped.
 */

/** Reports the row at `next` where nothing blank divides it from the block that ends before it. */
export function endsBlock(rows: readonly Row[], next: number, block: string, reader: Reader): void {
  const row = rows[next];
  if (row === undefined || row.blank || rows[next - 1]?.blank !== false) return;
  reader.found(report(blockWithoutBlankLine, spanOf(row), { block }));
}

/** The same behind explicit markup, whose next piece may follow at once. */
export function endsExplicit(rows: readonly Row[], next: number, reader: Reader): void {
  const text = rows[next]?.text ?? "";
  if (explicit.test(text) || anonymous.test(text)) return;
  endsBlock(rows, next, "markup", reader);
}

/** Whether an item of a list goes on with rows that stand left of its words. */
export type Hanging = "no" | "reported" | "quoted";

/**
 * An item ends at the first row of `rest` that stands left of `column`, where its words begin:
 *
 *     * one
 *      two        the list ends without a blank line: reported
 *
 *      three      behind a blank line: a quotation to docutils, which says nothing
 */
export function hanging(
  rest: readonly Row[],
  column: number,
  block: string,
  reader: Reader,
): Hanging {
  const at = rest.findIndex((row) => !row.blank && row.column < column);
  const row = rest[at];
  if (row === undefined) return "no";
  if (rest[at - 1]?.blank === true) return "quoted";
  reader.found(report(blockWithoutBlankLine, spanOf(row), { block }));
  return "reported";
}

/** Reports the row at `next` where it stands further in than the paragraph before it. */
export function indents(rows: readonly Row[], next: number, margin: number, reader: Reader): void {
  const row = rows[next];
  if (row === undefined || row.blank || row.column <= margin) return;
  reader.found(report(unexpectedIndentation, spanOf(row), {}));
}

/** What is said where "::" announces code, and other text follows. */
export const none = "none follows";

/** Reports the `::` at the end of `lead` that no literal block follows; an escaped one is text. */
export function announcesNothing(lead: Row, shown: string, reader: Reader): void {
  if (/(?<!\\)(?:\\\\)*\\::$/.test(lead.text)) return;
  const span = spanIn(lead, lead.text.length - 2, 2);
  const finding = report(missingLiteralBlock, span, { shown });
  // Docutils takes other lines below for a definition, or for quoted code, and says nothing.
  reader.found(shown === none ? finding : passingSphinx(finding));
}
