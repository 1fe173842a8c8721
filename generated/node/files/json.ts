// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Files in JSON as openstacksdk reads them: `2.0` is a float, `2` is not.
 *
 * @module
 */
import { ConfigError } from "./config-error.js";
import type { Value } from "./python.js";

export function readJson(text: string, name: string): Value {
  // JSON.parse makes one kind of number of both: it gets them as texts that nothing else looks like.
  const marked = text.replace(
    /"(?:[^"\\]|\\.)*"|(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)/g,
    (found, number: string | undefined) => (number === undefined ? found : `"${mark}${number}"`),
  );
  let value: unknown;
  try {
    value = JSON.parse(marked);
  } catch {
    // What JSON.parse says shows some of the text, which has passwords.
    throw new ConfigError(`${name} is not JSON`);
  }
  return valueOf(value);
}

const mark = "\\u0000number ";
const marker = "\u0000number ";

function valueOf(value: unknown): Value {
  if (Array.isArray(value)) return value.map(valueOf);
  if (typeof value === "object" && value !== null)
    return new Map(Object.entries(value).map(([name, one]) => [name, valueOf(one)]));
  if (typeof value !== "string") return value as boolean | null;
  if (!value.startsWith(marker)) return value;
  const number = value.slice(marker.length);
  return /[.eE]/.test(number) ? Number(number) : BigInt(number);
}
