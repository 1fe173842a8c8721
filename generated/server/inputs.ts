// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:ff3f451c082ad0f8

/**
 * Reads what comes as text: path, query and headers.
 *
 * @module
 */
import type { JsonValue, Kind } from "./runtime.js";

/** A parameter after reading. */
export type InputValue = JsonValue;

/** The values of parameters by name, each read as its kind says. */
export type InputValues = Readonly<Record<string, InputValue>>;

/** Names with their texts, decoded. */
export type Pairs = readonly (readonly [name: string, text: string])[];

/**
 * Reads parameters. One that is repeated is a list where a list is documented, else its last
 * value counts.
 */
export function readInputs(pairs: Pairs, kinds: ReadonlyMap<string, Kind>): InputValues {
  const values: Record<string, InputValue> = {};
  const lists = new Map<string, InputValue[]>();
  for (const [name, text] of pairs) {
    const kind = kinds.get(name);
    if (kind?.endsWith("]")) {
      const items = itemsOf(kind, text);
      const list = lists.get(name);
      if (list !== undefined) list.push(...items);
      else {
        lists.set(name, items);
        put(values, name, items);
      }
    } else put(values, name, readAs(kind, text));
  }
  return values;
}

function itemsOf(kind: Kind, text: string): InputValue[] {
  const texts = !kind.endsWith("[,]") ? [text] : text === "" ? [] : text.split(",");
  const [of] = kind.split("[");
  return texts.map((item) => readAs(of, item));
}

/** A member of its own whatever the name is, also `__proto__`. */
export function put(values: Record<string, InputValue>, name: string, value: InputValue): void {
  if (name !== "__proto__") values[name] = value;
  else Object.defineProperty(values, name, { value, enumerable: true, configurable: true });
}

const integer = /^[+-]?\d+$/;
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A text as what its kind says; one that is none stays a text, for the check to find. */
export function readAs(kind: string | undefined, text: string): string | number | boolean {
  if (kind === "integer") return asNumber(text, integer);
  if (kind === "number") return asNumber(text, decimal);
  if (kind === "boolean") return asBoolean(text);
  return text;
}

/** A number that would not be the one that was written stays a text, for the check to find. */
function asNumber(text: string, form: RegExp): string | number {
  const digits = text.trim();
  if (!form.test(digits)) return text;
  const number = Number(digits);
  return isExact(number) ? number : text;
}

/**
 * Whether a number is one that JavaScript can hold: finite, and if it is an integer, a safe one
 * (ECMA-262, 21.1.2.8). Any other is not what was written.
 */
export function isExact(number: number): boolean {
  return Number.isInteger(number) ? Number.isSafeInteger(number) : Number.isFinite(number);
}

/** The words that oslo.utils' `bool_from_string` knows; a name alone, as in `?deleted`, is yes. */
function asBoolean(text: string): string | boolean {
  const word = text.trim().toLowerCase();
  if (/^(?:|1|t|true|on|y|yes)$/.test(word)) return true;
  return /^(?:0|f|false|off|n|no)$/.test(word) ? false : text;
}

/**
 * The names and texts of a query (WHATWG URL, application/x-www-form-urlencoded); undefined where
 * its percent signs encode no text.
 */
export function pairsOf(query: string): Pairs | undefined {
  if (query === "") return [];
  const pairs: (readonly [string, string])[] = [];
  try {
    for (const piece of query.split("&")) {
      if (piece === "") continue;
      const at = piece.indexOf("=");
      pairs.push(
        at < 0 ? [words(piece), ""] : [words(piece.slice(0, at)), words(piece.slice(at + 1))],
      );
    }
  } catch {
    return undefined;
  }
  return pairs;
}

function words(text: string): string {
  const spaced = text.includes("+") ? text.replaceAll("+", " ") : text;
  return spaced.includes("%") ? decodeURIComponent(spaced) : spaced;
}
