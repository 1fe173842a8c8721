/**
 * What services answer otherwise than their docs say: seen in this run, and held against the table
 * of those that were looked into.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import type { ErrorObject } from "ajv";

/** A difference, as a row of the table. */
export interface Difference {
  /** `service operationId`. */
  readonly operation: string;
  /** A JSON pointer into the body, with `-` for any item or key; empty: the status. */
  readonly at: string;
  readonly said: string;
  readonly seen: string;
  /** Where the docs say it: file and title, and the name of the row. */
  readonly row: string;
}

/** As the table has it, which says why. */
interface Known extends Difference {
  readonly why: string;
}

const keyOf = ({ operation, at, said, seen }: Difference): string =>
  [operation, at, said, seen].join(" | ");

/** Keywords that only say that one of their parts failed. */
const summaries = ["allOf", "anyOf", "oneOf", "if", "not"];

export class Differences {
  readonly #seen = new Map<string, Difference>();

  see(difference: Difference): void {
    this.#seen.set(keyOf(difference), difference);
  }

  /** One that a validator found in `body`. */
  seeError(operation: string, row: string, error: ErrorObject, body: unknown): void {
    const { keyword, params, instancePath, message = "" } = error;
    if (summaries.includes(keyword)) return;
    const missing = keyword === "required" ? `/${String(params["missingProperty"])}` : "";
    const at = generic(instancePath + missing);
    const name =
      at
        .split("/")
        .filter((part) => part !== "-")
        .at(-1) ?? "";
    this.see({
      operation,
      at,
      said: missing === "" ? message.replace(/^must /, "") : "is there",
      seen: missing === "" ? kindOf(valueAt(body, instancePath)) : "nothing",
      row: `${row}: ${name}`,
    });
  }

  /** Those that the table does not have, and those of the table that were not seen. */
  against(file: string): { fresh: readonly Difference[]; gone: readonly Known[] } {
    const table: readonly Known[] = JSON.parse(readFileSync(file, "utf8"));
    const known = new Set(table.map(keyOf));
    const fresh = [...this.#seen.values()].filter((one) => !known.has(keyOf(one)));
    return { fresh, gone: table.filter((one) => !this.#seen.has(keyOf(one))) };
  }

  get all(): readonly Difference[] {
    return [...this.#seen.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }
}

/** Indices and IDs are those of one run. */
function generic(pointer: string): string {
  return pointer.replaceAll(
    /\/(?:\d+|[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12})(?=\/|$)/g,
    "/-",
  );
}

function valueAt(body: unknown, pointer: string): unknown {
  let value = body;
  for (const part of pointer.split("/").slice(1)) {
    if (typeof value !== "object" || value === null) return undefined;
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    value = Object.entries(value).find(([key]) => key === name)?.[1];
  }
  return value;
}

/** Values differ from run to run, kinds do not; an empty text is a kind of its own. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (value === "") return "an empty text";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
