import type { Table } from "../../../rst/blocks.js";
import { codesLabels } from "./codes-label.js";
import { readCodeItem } from "./codes-prose.js";
import type { Status } from "../../model.js";
import { paragraphsOf, wordsOf } from "../table-columns.js";

/**
 * The codes of a table, one a row, with what else the row says as their meaning:
 *
 *     Status code   Reason
 *     404           No such box
 *
 * `undefined` unless a heading of a column says so, or a label above it (`pending`), and all rows
 * have a code there; or unless each row is a label with its codes: `Normal response | 204`.
 */
export function readCodesTable(
  table: Table,
  pending: Status["kind"] | undefined,
): readonly Status[] | undefined {
  const head = table.header.at(-1) ?? [];
  const named = head.findIndex((cell) => namesCodes(wordsOf(cell)));
  if (named < 0 && pending === undefined) return labelledRows(table);
  const columns = named < 0 ? (table.rows[0] ?? []).map((_cell, at) => at) : [named];
  return columns
    .map((column) => codesOfColumn(table, column, pending ?? "error"))
    .find((statuses) => statuses !== undefined);
}

function codesOfColumn(
  table: Table,
  column: number,
  kind: Status["kind"],
): readonly Status[] | undefined {
  const statuses: Status[] = [];
  for (const row of table.rows) {
    const [lines = []] = paragraphsOf(row[column]);
    const said = readCodeItem(lines, kind);
    if (said.length === 0) return undefined;
    const words = row
      .filter((_cell, at) => at !== column)
      .map(wordsOf)
      .filter((each) => kindOfLabel(each) === undefined);
    const reason = words.filter((each) => each !== "").join(": ");
    for (const status of said)
      statuses.push({ ...status, reason: status.reason ?? (reason === "" ? undefined : reason) });
  }
  return statuses.length === 0 ? undefined : statuses;
}

/** The codes of a table whose rows are labels, each with its codes in the other cell. */
function labelledRows(table: Table): readonly Status[] | undefined {
  const statuses: Status[] = [];
  for (const row of table.rows) {
    const [label, codes, ...more] = row;
    const kind = kindOfLabel(wordsOf(label));
    if (kind === undefined || more.length > 0) return undefined;
    const said = readCodeItem(paragraphsOf(codes)[0] ?? [], kind);
    if (said.length === 0) return undefined;
    for (const status of said) statuses.push(status);
  }
  return statuses.length === 0 ? undefined : statuses;
}

/** What a cell says of codes in another: `Normal response`, `Error response codes:`. */
function kindOfLabel(words: string): Status["kind"] | undefined {
  const [label] = codesLabels(`${words.replace(/[\s:]+$/, "")}: 200`);
  return label?.end === `${words.replace(/[\s:]+$/, "")}: `.length ? label.kind : undefined;
}

/** `Code`, `HTTP status code`, `Response codes`. */
function namesCodes(words: string): boolean {
  return /^(?:http\s+)?codes?$/i.test(words) || codesLabels(words).length > 0;
}
