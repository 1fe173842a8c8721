/** How comma-separated values are written: what of Python's `csv.Dialect` a csv-table can set. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string;
  /** Takes its meaning from the sign behind it; without one, a doubled quote is a quote. */
  readonly escape?: string;
  /** Whether spaces before a value count. */
  readonly keepSpace: boolean;
}

/** One row of values: how many, and the line that it ends in. */
export interface CsvRow {
  readonly cells: number;
  readonly line: number;
}

export type CsvReading =
  | { readonly kind: "rows"; readonly rows: readonly CsvRow[] }
  /** The line that makes no row, and why. */
  | { readonly kind: "refused"; readonly line: number; readonly reason: string };

type State = "record" | "field" | "escaped" | "in" | "quoted" | "escaped-quoted" | "quote";

/** Counts the values of each row as Python's strict `csv.reader` does (`_csv.c`). */
export function csvRows(lines: readonly string[], dialect: CsvDialect): CsvReading {
  const { delimiter, quote, escape, keepSpace } = dialect;
  const rows: CsvRow[] = [];
  let state: State = "record";
  let cells = 0;
  let begun = 0;
  const starts = (sign: string): State => {
    if (sign === quote) return "quoted";
    if (sign === escape) return "escaped";
    if (sign === " " && !keepSpace) return "field";
    if (sign !== delimiter) return "in";
    cells += 1;
    return "field";
  };
  const next = (sign: string): State | undefined => {
    switch (state) {
      case "record":
      case "field":
        return starts(sign);
      case "escaped":
        return "in";
      case "escaped-quoted":
        return "quoted";
      case "quoted":
        if (sign === escape) return "escaped-quoted";
        if (sign !== quote) return "quoted";
        return escape === undefined ? "quote" : "in";
      case "in":
        if (sign === escape) return "escaped";
        break;
      case "quote":
        if (sign === quote) return "quoted";
        if (sign !== delimiter) return undefined;
    }
    if (sign !== delimiter) return "in";
    cells += 1;
    return "field";
  };
  for (const [line, text] of lines.entries()) {
    if (state === "record") begun = line;
    for (const sign of text) {
      const to = next(sign);
      if (to === undefined)
        return { kind: "refused", line, reason: `${delimiter} must follow the closing ${quote}` };
      state = to;
    }
    if (state === "quoted") continue;
    if (state === "escaped-quoted") state = "quoted";
    else if (state === "escaped") state = "in";
    else {
      rows.push({ cells: state === "record" ? 0 : cells + 1, line });
      cells = 0;
      state = "record";
    }
  }
  return state === "record"
    ? { kind: "rows", rows }
    : { kind: "refused", line: begun, reason: `nothing ends what begins with ${quote}` };
}
