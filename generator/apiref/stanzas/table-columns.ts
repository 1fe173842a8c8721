import type { Block, Line, Table, TableCell } from "../../rst/blocks.js";
import { plainWords } from "../events.js";
import type { Place } from "../model.js";

/** What the columns of a table of parameters say. */
export type Column = "name" | "in" | "type" | "description" | "required" | "optional" | "default";

/** The columns of a table by what they say, and its rows below them. */
export interface TableColumns {
  readonly columns: ReadonlyMap<Column, number>;
  /** Where all of its parameters stand, by the words over their names: `Header`, `Query parameter`. */
  readonly place: Place | undefined;
  readonly rows: Table["rows"];
}

const nouns =
  "names?|param(?:eter)?s?|attributes?|fields?|keys?|property|properties|arguments?|variables?|elements?|members?|headers?|filters?";

/** By the words of their headings; the first that fits. */
const headings: readonly (readonly [Column, RegExp])[] = [
  [
    "in",
    /^(?:style|in|place|location|located in|position|passed (?:in|as)|where|param(?:eter)? (?:style|location|kind))$/,
  ],
  ["type", /^(?:(?:data|value|schema|parameter) ?)?types?$|^format$|^kind$/],
  [
    "description",
    /^(?:descriptions?|notes?|meaning|details?|comments?|what|about|explanations?|remarks?|purpose|semantics)$/,
  ],
  ["optional", /^(?:is )?optional$/],
  [
    "required",
    /^(?:is |required or |optional ?\/ ?)?(?:required|mandatory|presence|cardinality)(?: ?\/ ?optional| or optional)?$/,
  ],
  ["default", /^defaults?(?: values?)?$/],
  [
    "name",
    new RegExp(
      `^(?:(?:request|response|query|path|uri|url|http|body|json) )?(?:${nouns})(?: names?)?$`,
    ),
  ],
];

/** Reads the heading of a table; `undefined` where no column has the names of parameters. */
export function columnsOf(table: Table): TableColumns | undefined {
  const [first] = table.rows;
  const above = table.header.at(-1);
  const read = columnsIn(
    above ?? first ?? [],
    above === undefined ? table.rows.slice(1) : table.rows,
  );
  // Without a heading of its own, the first row is one where two of its words say so.
  return read !== undefined && (above !== undefined || read.columns.size > 1) ? read : undefined;
}

function columnsIn(head: readonly TableCell[], rows: Table["rows"]): TableColumns | undefined {
  const columns = new Map<Column, number>();
  let place: Place | undefined;
  for (const [at, cell] of head.entries()) {
    const words = wordsOf(cell)
      .toLowerCase()
      .replaceAll(/[^a-z/ ]+/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim();
    const said = headings.find(([, pattern]) => pattern.test(words))?.[0];
    // What Swagger calls the type of a parameter is where it stands.
    // Under a heading of another word, cells that are nothing but places tell.
    const isPlace =
      said === "type"
        ? holdsPlaces(rows, at)
        : said === undefined && rows.length > 0 && rows.every((row) => isPlaceAlone(row[at]));
    const column = isPlace ? "in" : said;
    if (column === undefined || columns.has(column)) continue;
    columns.set(column, at);
    if (column === "name") place = placeOf(words.replace(/\b(?:request|response)\b/, ""));
  }
  return columns.has("name") ? { columns, place, rows } : undefined;
}

function holdsPlaces(rows: Table["rows"], at: number): boolean {
  return rows.length > 0 && rows.every((row) => placeOf(wordsOf(row[at])) !== undefined);
}

/** A cell that is one of the four words of OpenAPI and os-api-ref, and nothing else. */
function isPlaceAlone(cell: TableCell | undefined): boolean {
  return /^(?:path|query|header|body)$/i.test(wordsOf(cell));
}

const places: ReadonlyMap<string, Place> = new Map(
  (
    [
      ["path", "path uri url template matrix"],
      ["query", "query querystring"],
      ["header", "header headers"],
      ["body", "body plain json form formdata payload"],
    ] as const
  ).flatMap(([place, words]) => words.split(" ").map((word) => [word, place] as const)),
);

/** `URI`, `query`, `in body`, `plain` of WADL: the place that some words name. */
export function placeOf(words: string): Place | undefined {
  const found = words
    .toLowerCase()
    .split(/[^a-z]+/)
    .flatMap((word) => places.get(word) ?? []);
  return found[0];
}

/** The words of a cell, without markup. */
export function wordsOf(cell: TableCell | undefined): string {
  return paragraphsOf(cell).map(plainWords).join(" ");
}

/** The lines of each paragraph of a cell. */
export function paragraphsOf(cell: TableCell | undefined): readonly (readonly Line[])[] {
  return (cell?.blocks ?? []).flatMap((block: Block) =>
    block.kind === "paragraph" ? [block.lines] : [],
  );
}
