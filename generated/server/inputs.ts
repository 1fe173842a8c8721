// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:d65f30a45ebef57f

/**
 * Reads what comes as text: path, query and headers.
 *
 * @module
 */
import type { Inputs, Kind } from "./runtime.js";

/** A parameter after reading. */
export type InputValue = string | number | boolean | readonly (string | number)[];

/** The values of parameters by name, each read as its kind says. */
export type InputValues = Readonly<Record<string, InputValue>>;

/**
 * Reads parameters. One that is repeated is a list where a list is documented, else its last
 * value counts.
 */
export function readInputs(
  texts: Iterable<readonly [name: string, text: string]>,
  inputs: Inputs | undefined,
): InputValues {
  const all = new Map<string, string[]>();
  for (const [name, text] of texts) {
    const known = all.get(name);
    if (known === undefined) all.set(name, [text]);
    else known.push(text);
  }
  const kinds = new Map(Object.entries(inputs?.read ?? {}));
  const values = [...all].map(([name, said]) => [name, readAs(kinds.get(name), said)] as const);
  // Entries become own members whatever their names are, also `__proto__`.
  return Object.fromEntries(values);
}

function readAs(kind: Kind | undefined, texts: readonly string[]): InputValue {
  if (kind === "string[]") return texts;
  if (kind === "integer[]") return texts.map((text) => asNumber(text, /^[+-]?\d+$/));
  const text = texts.at(-1) ?? "";
  if (kind === "integer") return asNumber(text, /^[+-]?\d+$/);
  if (kind === "number") return asNumber(text, /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i);
  if (kind === "boolean") return asBoolean(text);
  return text;
}

function asNumber(text: string, form: RegExp): string | number {
  return form.test(text.trim()) ? Number(text) : text;
}

/** The words that oslo.utils' `bool_from_string` knows; a name alone, as in `?deleted`, is yes. */
function asBoolean(text: string): string | boolean {
  const word = text.trim().toLowerCase();
  if (/^(?:|1|t|true|on|y|yes)$/.test(word)) return true;
  return /^(?:0|f|false|off|n|no)$/.test(word) ? false : text;
}

/**
 * Takes the parameters of a template out of a path, or nothing where the path is another one.
 *
 *     /images/{image_id}/metadata/{key}
 *            ^ one segment each, but `{name}.{format}` has two in one: the first takes the least
 */
export function pathReader(template: string): (path: string) => [string, string][] | undefined {
  const names: string[] = [];
  const source = template
    .split(/(\{[^{}]*\})/)
    .map((piece) => {
      if (!/^\{.*\}$/s.test(piece)) return piece.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
      names.push(piece.slice(1, -1));
      return "([^/]+?)";
    })
    .join("");
  const form = new RegExp(`^${source}$`);
  return (path) => {
    const found = form.exec(path);
    return found ? names.map((name, index) => [name, decoded(found[index + 1] ?? "")]) : undefined;
  };
}

/** Percent signs that encode nothing stay as they are. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
