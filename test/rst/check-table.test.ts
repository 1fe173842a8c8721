import { expect, test } from "vitest";
import { csvRows } from "../../generator/rst/tables/csv-rows.js";
import { readDocument } from "../../generator/rst/read-document.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/** What is found in `marked` without its brackets: the words, and what is said of them. */
function found(marked: string): readonly (readonly [string, string])[] {
  const text = marked.replaceAll(/[⟦⟧]/g, "");
  const { diagnostics } = readDocument(memoryTree({ "images.rst": text }), "images.rst");
  return diagnostics.map(({ span, message }) => [text.slice(span?.start, span?.end), message]);
}

const list = ".. list-table::\n";
const csv = ".. csv-table::\n";
const simple = "   == ==\n   a  b\n   == ==\n   c  d\n   == ==\n";

// Each row was read by docutils 0.19, which refuses the table.
test.each([
  // text                                               why                       said
  [
    `${list}\n   * - a\n     - b\n   ⟦*⟧ - c`,
    "a cell too few",
    "list-table has a row of 1 where the first has 2",
  ],
  [
    `${list}\n   * - a\n   ⟦*⟧ - c\n     - d`,
    "too many",
    "list-table has a row of 2 where the first has 1",
  ],
  [`${list}\n   ⟦*⟧ a`, "no cells", "list-table has a row that is no list of cells"],
  [`${list}\n   ⟦*⟧`, "an empty row", "list-table has a row that is no list of cells"],
  [
    `${list}\n   ⟦*⟧ - a\n\n     b`,
    "more than cells",
    "list-table has a row that is no list of cells",
  ],
  [`${list}\n   * - a\n\n   ⟦b⟧`, "more than a list", "list-table takes one list and nothing else"],
  [`${list}\n   ⟦a⟧\n\n   * - a`, "words before it", "list-table takes one list and nothing else"],
  [`${list}\n   * - a\n\n   ⟦.⟧. b`, "a comment", "list-table takes one list and nothing else"],
  [".. LIST-TABLE::\n\n   ⟦1⟧. - a", "numbers", "LIST-TABLE takes one list and nothing else"],
  [
    `${list}   :widths: ⟦1 2⟧\n\n   * - a`,
    "a width too many",
    "list-table has 2 widths, but 1 columns",
  ],
  [
    `${list}   :header-rows: ⟦1⟧\n\n   * - a`,
    "headings alone",
    "list-table has no row below its header rows",
  ],
  [
    `${list}   :stub-columns: 1\n\n   ⟦*⟧ - a`,
    "stubs alone",
    "list-table has no cell behind the stub columns of this row",
  ],
  [
    `${csv}   :header-rows: ⟦2⟧\n\n   a\n   b`,
    "headings alone",
    "csv-table has no row below its header rows",
  ],
  [
    `${csv}   :stub-columns: 1\n\n   a,b\n   ⟦c⟧`,
    "a short row",
    "csv-table has no cell behind the stub columns of this row",
  ],
  [
    `${csv}   :widths: ⟦1⟧\n\n   a\n   b, c`,
    "the widest row counts",
    "csv-table has 1 widths, but 2 columns",
  ],
  [
    `${csv}   :header: a, b, c\n   :widths: ⟦1,2⟧\n\n   a, b`,
    "the header counts",
    "csv-table has 2 widths, but 3 columns",
  ],
  [
    `${csv}\n   a\n   ⟦"b⟧`,
    "an open quote",
    'csv-table cannot read this row: nothing ends what begins with "',
  ],
  [
    `${csv}\n   ⟦"b"c⟧`,
    "words behind it",
    'csv-table cannot read this row: , must follow the closing "',
  ],
  [
    `${csv}   :header: ⟦"a⟧\n\n   a`,
    "an open quote in the header",
    'csv-table cannot read its header: nothing ends what begins with "',
  ],
  [`.. table::\n\n   ⟦a⟧\n`, "words alone", "table takes one table and nothing else"],
  [
    `.. table::\n\n${simple}\n   ⟦a⟧\n`,
    "words behind it",
    "table takes one table and nothing else",
  ],
  [`.. table::\n\n   ⟦.⟧. note:: a\n`, "a note", "table takes one table and nothing else"],
  [
    `.. table::\n   :widths: ⟦1⟧\n\n${simple}`,
    "too few widths",
    "table has 1 widths, but 2 columns",
  ],
  [
    `.. table::\n\n   ⟦.⟧. note::\n\n${simple.replaceAll("   ", "      ")}`,
    "a table within a note",
    "table takes one table and nothing else",
  ],
  [
    ".. table::\n\n   ⟦== ==⟧\n   a  b\n",
    "a broken table is told once",
    "the table does not end as it begins",
  ],
  [
    `${csv}   :escape: %\n   :header-rows: ⟦1⟧\n\n   "a%\n   b"`,
    "an escaped end of a line, in one row",
    "csv-table has no row below its header rows",
  ],
  [
    `${csv}   :delim: TAB\n   :widths: ⟦1 2⟧\n\n   a, b`,
    "another sign",
    "csv-table has 2 widths, but 1 columns",
  ],
])("%j: %s", (marked, _why, said) => {
  expect(found(marked)).toEqual([[/⟦([^⟧]+)⟧/.exec(marked)?.[1], said]]);
});

test.each([
  [
    `${list}   :widths: 1 2\n   :header-rows: 1\n\n   * - a\n     - b\n   * - c\n     -`,
    "a whole table",
  ],
  [`${list}   :widths: auto\n\n   * - a`, "a word for widths"],
  [`${csv}   :widths: 1 2\n\n   "a, b", c`, "a quoted comma"],
  [`${csv}   :delim: ;\n   :widths: 1\n\n   a, b`, "another sign"],
  [`${csv}   :delim: TAB\n   :widths: 1\n\n   a b`, "a tabulator"],
  [`${csv}   :quote: '\n   :widths: 1\n\n   'a, b'`, "another quote"],
  [`${csv}   :escape: %\n   :widths: 1\n\n   "a%", b"`, "an escaped quote"],
  [`${csv}   :header: "a\\", b"\n   :widths: 1\n\n   a`, "an escape of headers alone"],
  [`.. table:: T\n   :widths: 1 2\n\n${simple}`, "a table"],
  [".. table:: T\n   :widths: 1\n\n   .. csv-table::\n\n      a", "of another kind"],
  [`${csv}   :escape: %\n   :widths: 1 2\n\n   "a"b, c`, "words behind a quote, where one escapes"],
  [`${csv}   :header: a,\n      b\n   :widths: 1\n\n   a`, "a header of two lines is not counted"],
])("nothing in %j: %s", (text) => {
  expect(found(text)).toEqual([]);
});

const usual = { delimiter: ",", quote: '"', keepSpace: false };

// Each was read by Python's csv.reader.
test.each([
  // lines                why                                values in each row
  [["a,b", "c"], "two rows", [2, 1]],
  [["", "a"], "a blank one", [0, 1]],
  [["a,", ","], "empty values", [2, 2]],
  [['"a', 'b",c'], "a value of two lines", [2]],
  [['"a""b",c'], "a doubled quote", [2]],
  [['a "b, c'], "a quote within", [2]],
  [[' "a, b"'], "a quote behind a space", [1]],
])("%j: %s", (lines, _why, cells) => {
  const read = csvRows(lines, usual);
  expect(read.kind === "rows" && read.rows.map((row) => row.cells)).toEqual(cells);
});

test("spaces before a quote may count", () => {
  const read = csvRows([' "a, b"'], { ...usual, keepSpace: true });
  expect(read.kind === "rows" && read.rows).toEqual([{ cells: 2, line: 0 }]);
});
