// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Values as Python has them, where openstacksdk's answers depend on it: integers and floats are
 * two things, and each has its own text.
 *
 * @module
 */
import { ConfigError } from "./config-error.js";

/** An integer is a `bigint`, a float a `number`. */
export type Value = string | boolean | null | bigint | number | readonly Value[] | Dict;

/** In the order in which its members were written. */
export type Dict = ReadonlyMap<string, Value>;

export function isDict(value: Value | undefined): value is Dict {
  return value instanceof Map;
}

/** `str(value)` of what has one that is worth having. */
export function textOfValue(value: Value): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return floatText(value);
  if (typeof value === "object")
    throw new ConfigError("a list or a mapping stands where a text is to be");
  return String(value);
}

/** `repr` of a float: the shortest digits, and an exponent outside of 1e-4 to 1e16. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  const [mantissa = "", power = "0"] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 16) {
    const plain = value.toFixed(Math.max(1, mantissa.replace(/^-?\d\.?/, "").length - exponent));
    return plain;
  }
  const digits = String(Math.abs(exponent)).padStart(2, "0");
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${digits}`;
}

/** `text.format(**values)`, of which configurations use names, and members of mappings. */
export function formatted(text: string, values: Dict): string {
  return text.replace(/\{\{|\}\}|\{([^{}]*)\}|[{}]/g, (found, field: string | undefined) => {
    if (found === "{{" || found === "}}") return found.charAt(0);
    const [, name = "", member] = /^(\w+)(?:\[(\w+)\])?$/.exec(field ?? "") ?? [];
    const value = values.get(name);
    const inner = member === undefined ? value : isDict(value) ? value.get(member) : undefined;
    if (inner === undefined) throw new ConfigError(`${found} in a value stands for nothing`);
    return textOfValue(inner);
  });
}

/** Mappings as plain objects, integers as numbers: what a program is given. */
export function plain(value: Value): unknown {
  if (typeof value === "bigint") return Number(value);
  if (isDict(value)) return Object.fromEntries([...value].map(([name, one]) => [name, plain(one)]));
  return Array.isArray(value) ? value.map(plain) : value;
}
