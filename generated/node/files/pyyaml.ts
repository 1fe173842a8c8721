// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What plain words of YAML are to PyYAML (`yaml/resolver.py`, `yaml/constructor.py`): YAML 1.1,
 * with its own idea of truths (`y` is a letter) and floats (`1e3` is a text).
 *
 * @module
 */
import type { Value } from "./python.js";

const truth = /^(?:(yes|true|on)|no|false|off)$/;
const cases = /^(?:[a-z]+|[A-Z][a-z]*|[A-Z]+)$/;
const nothing = /^(?:~|null|Null|NULL|)$/;
const integer =
  /^[-+]?(?:0b[0-1_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const float =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** A plain word. Dates stay texts: what a configuration means by one is its text. */
export function plainValue(word: string): Value {
  if (nothing.test(word)) return null;
  const said = cases.test(word) ? truth.exec(word.toLowerCase()) : null;
  if (said !== null) return said[1] !== undefined;
  if (float.test(word)) return floatOf(word);
  if (integer.test(word)) return integerOf(word);
  return word;
}

/** `0123` is octal, `1_000` is a thousand, and `1:30` counts in sixties. */
export function integerOf(word: string): bigint {
  const digits = word.replaceAll("_", "");
  const sign = digits.startsWith("-") ? -1n : 1n;
  const bare = digits.replace(/^[-+]/, "");
  const octal = /^0\d/.test(bare) ? `0o${bare.slice(1)}` : bare;
  return sign * octal.split(":").reduce((sum, part) => sum * 60n + BigInt(part), 0n);
}

export function floatOf(word: string): number {
  const digits = word.replaceAll("_", "").toLowerCase();
  const sign = digits.startsWith("-") ? -1 : 1;
  const bare = digits.replace(/^[-+]/, "");
  if (bare === ".inf") return sign * Infinity;
  if (bare === ".nan") return NaN;
  return sign * bare.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}
