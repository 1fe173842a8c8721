import type { ApiReference, Json, Operation, Row } from "../../generator/infer/reference.js";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { decideSides } from "../../generator/infer/sides/decide-sides.js";
import { rules } from "../../generator/infer/rules.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/** An entry of a parameters file: its type, or more about it. In a body, not required, where not said. */
export type WrittenEntry =
  | string
  | {
      readonly type?: string;
      readonly in?: string;
      readonly required?: boolean;
      readonly says?: string;
      readonly min?: string;
      readonly max?: string;
      readonly enum?: readonly string[];
    };

/** An operation in few words; rows are `name, name: reference, …`. */
export interface WrittenOperation {
  readonly title?: string;
  readonly call?: string;
  readonly says?: string;
  readonly request?: string;
  /** A paragraph below the rows of the request. */
  readonly remark?: string;
  readonly response?: string;
  /** Request and response samples. */
  readonly asks?: Json;
  readonly answers?: Json;
  readonly codes?: string;
}

export type Entries = Readonly<Record<string, WrittenEntry>>;

const indent = (text: string): string => text.replaceAll("\n", "\n    ");

/** A `parameters.yaml`. */
export function parametersYaml(entries: Entries): string {
  return Object.entries(entries)
    .map(([name, written]) => {
      const entry = typeof written === "string" ? { type: written } : written;
      const lines = [
        `${JSON.stringify(name)}:`,
        `  description: |\n    ${indent(entry.says ?? "Words.")}`,
        `  in: ${entry.in ?? "body"}`,
        `  required: ${entry.required ?? false}`,
        `  type: ${JSON.stringify(entry.type ?? "string")}`,
      ];
      if (entry.min !== undefined) lines.push(`  min_version: "${entry.min}"`);
      if (entry.max !== undefined) lines.push(`  max_version: "${entry.max}"`);
      if (entry.enum !== undefined) lines.push(`  enum: ${JSON.stringify(entry.enum)}`);
      return `${lines.join("\n")}\n`;
    })
    .join("");
}

/** The stanzas of one operation; its samples are files whose names begin with `slug`. */
function stanzas(operation: WrittenOperation, slug: string): string {
  const { title = "Show Box", call = "GET /boxes/{box_id}", codes = "200" } = operation;
  const list = (side: string, rows: string | undefined): string =>
    rows === undefined
      ? ""
      : `${side}\n${"~".repeat(side.length)}\n\n.. rest_parameters:: parameters.yaml\n\n${rows
          .split(/,\s*/)
          .map((row) => `  - ${row.includes(": ") ? row : `${row}: ${row}`}\n`)
          .join("")}\n`;
  const sample = (side: string, value: Json | undefined): string =>
    value === undefined
      ? ""
      : `**Example: JSON ${side}**\n\n.. literalinclude:: samples/${slug}-${side}.json\n   :language: json\n\n`;
  return [
    `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${call}\n\n`,
    operation.says === undefined ? "" : `${operation.says}\n\n`,
    `Normal response codes: ${codes}\n\n`,
    list("Request", operation.request),
    operation.remark === undefined ? "" : `${operation.remark}\n\n`,
    sample("request", operation.asks),
    list("Response", operation.response),
    sample("response", operation.answers),
  ].join("");
}

/** A chapter and its samples. */
export function chapterFiles(
  name: string,
  operations: readonly WrittenOperation[],
  heading = name,
): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const parts = operations.map((operation) => {
    const slug = `${name}-${(operation.title ?? "show").toLowerCase().replace(/\W+/g, "-")}`;
    if (operation.asks !== undefined)
      files[`samples/${slug}-request.json`] = JSON.stringify(operation.asks, undefined, 2);
    if (operation.answers !== undefined)
      files[`samples/${slug}-response.json`] = JSON.stringify(operation.answers, undefined, 2);
    return stanzas(operation, slug);
  });
  files[`${name}.inc`] = `${heading}\n${"=".repeat(heading.length)}\n\n${parts.join("")}`;
  return files;
}

/** What a reference of one chapter says, with a side for each sample. */
export function reference(
  entries: Entries,
  ...operations: readonly WrittenOperation[]
): ApiReference {
  const said = readApiReference(
    memoryTree({
      ...chapterFiles("boxes", operations),
      "parameters.yaml": parametersYaml(entries),
    }),
  ).value;
  return decideSides(said, rules);
}

/** The operations of such a reference. */
export function operationsOf(
  entries: Entries,
  ...operations: readonly WrittenOperation[]
): readonly Operation[] {
  return reference(entries, ...operations).chapters.flatMap((chapter) => chapter.operations);
}

/** Rows as an operation's response lists them. */
export function rowsOf(entries: Entries, rows = Object.keys(entries).join(", ")): readonly Row[] {
  return operationsOf(entries, { response: rows }).flatMap(({ response }) =>
    response.flatMap((list) => list.rows),
  );
}
