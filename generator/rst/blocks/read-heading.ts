import { report } from "../../diagnostics/diagnostic.js";
import { headingAdornment } from "../../diagnostics/rules/heading-adornment.js";
import type { Reader, Step } from "../reader.js";
import { spanOf, type Row } from "../rows.js";
import { adornment, directive } from "../patterns.js";

/**
 * A title, or a transition:
 *
 *     ======             Title
 *      Title      or     =====     or    ----------
 *     ======
 *
 * as docutils' `Line` and `Text` states read them: adornments under four characters that are
 * shorter than the title are text; longer ones that are too short are titles with a warning.
 * Where docutils gives up (an overline without its like below) the title is still taken.
 */
export function readHeading(
  rows: readonly Row[],
  at: number,
  row: Row,
  margin: number,
  depth: number,
  reader: Reader,
): Step | undefined {
  const second = rows[at + 1];
  if (!adornment.test(row.text)) {
    if (second === undefined || second.blank || second.column !== margin) return undefined;
    return adornment.test(second.text)
      ? heading(row, row, second, second.text.charAt(0), at + 2, depth, reader)
      : undefined;
  }
  if (second === undefined || second.blank || adornment.test(second.text)) {
    if (row.text.length < 4) return undefined;
    return { blocks: [{ kind: "transition", span: spanOf(row) }], next: at + 1 };
  }
  const third = rows[at + 2];
  if (
    third === undefined ||
    third.column !== margin ||
    !adornment.test(third.text) ||
    directive.test(second.text)
  ) {
    if (row.text.length < 4) return undefined;
    reader.found(report(headingAdornment, spanOf(row), { title: second.text }));
    return { blocks: [{ kind: "transition", span: spanOf(row) }], next: at + 1 };
  }
  if (row.text === third.text) {
    const style = row.text.charAt(0).repeat(2);
    return heading(row, second, third, style, at + 3, depth, reader);
  }
  if (row.text.length < 4 || third.text.length < 4) return undefined;
  reader.found(report(headingAdornment, spanOf(row), { title: second.text }));
  const same = row.text.charAt(0) === third.text.charAt(0);
  const style = third.text.charAt(0).repeat(same ? 2 : 1);
  return heading(row, second, third, style, at + 3, depth, reader, true);
}

function heading(
  first: Row,
  title: Row,
  under: Row,
  style: string,
  next: number,
  depth: number,
  reader: Reader,
  reported = false,
): Step | undefined {
  if (width(title.text) > under.text.length) {
    if (under.text.length < 4) return undefined;
    if (!reported) reader.found(report(headingAdornment, spanOf(under), { title: title.text }));
  }
  const titleSpan = spanOf(title);
  const level = reader.level(style, titleSpan, depth);
  reader.defineTitle(title.text);
  const span = spanOf(first, under);
  return { blocks: [{ kind: "heading", title: title.text, titleSpan, level, span }], next };
}

/** Columns that `text` takes: two for what East Asian fonts draw wide, none for combining marks. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/^\p{Mn}$/u.test(character)) continue;
    columns +=
      /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return columns;
}
