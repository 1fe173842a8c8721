/**
 * Reads parameters that are not written as is usual for their place: lists and objects in paths,
 * headers and cookies, and those of a query with separators or names of their own. What is
 * separated is looked for before percent signs are decoded: an encoded comma is part of a value.
 *
 * @module
 */
import { put, readAs } from "./inputs.js";
import { readJson } from "./json.js";
import { parametersOf, templateSegments } from "./paths.js";
import type { JsonValue, Shape, StyledInput, StyledInputs, Styles } from "./runtime.js";

type Values = Record<string, JsonValue>;
/** A name, decoded, and its value as it came. */
type Pair = readonly [name: string, raw: string];

/** Reads the parameters of an operation; of each place only those that are not as usual. */
export function styled(styles: Styles): StyledInputs {
  const { path = {}, query = {}, headers = {}, cookies = {} } = styles;
  return {
    path: (template, raw) => valuesOf(path, (name) => rawSegments(template, raw).get(name)),
    query: (raw) => pairsInto(query, pairsOf(raw, "&")),
    headers: (text) => valuesOf(headers, (name) => text(name.toLowerCase())),
    cookies: (text = "") => pairsInto(cookies, pairsOf(text, ";")).values,
  };
}

function valuesOf(
  inputs: Readonly<Record<string, StyledInput>>,
  rawOf: (name: string) => string | undefined,
): Values {
  const values: Values = {};
  for (const [name, input] of Object.entries(inputs)) {
    const raw = rawOf(name);
    if (raw !== undefined) put(values, name, fromText(name, raw, input));
  }
  return values;
}

/** The values of a template's parameters as they stand at the end of a path, still encoded. */
function rawSegments(template: string, path: string): ReadonlyMap<string, string> {
  const forms = templateSegments(template);
  const segments = path.split("/").slice(-forms.length);
  const names = [...parametersOf(template)];
  const found = new Map<string, string>();
  for (const [index, form] of forms.entries()) {
    if (typeof form === "string") continue;
    const segment = segments[index] ?? "";
    const parts = form instanceof RegExp ? (form.exec(segment)?.slice(1) ?? []) : [segment];
    for (const part of parts) found.set(names.shift() ?? "", part);
  }
  return found;
}

function pairsOf(raw: string, sign: "&" | ";"): readonly Pair[] {
  return raw.split(sign).flatMap((piece): Pair[] => {
    const text = sign === ";" ? piece.trim() : piece;
    if (text === "") return [];
    const at = text.indexOf("=");
    return at < 0 ? [[decoded(text), ""]] : [[decoded(text.slice(0, at)), text.slice(at + 1)]];
  });
}

/** The values of pairs, and the names that belong to them. */
function pairsInto(
  inputs: Readonly<Record<string, StyledInput>>,
  pairs: readonly Pair[],
): { readonly values: Values; readonly taken: ReadonlySet<string> } {
  const values: Values = {};
  const taken = new Set<string>();
  for (const [name, input] of Object.entries(inputs)) {
    const own = pairs.filter(([key]) => belongs(key, name, input));
    for (const [key] of own) taken.add(key);
    if (own.length === 0) continue;
    const isOne = !spreads(input);
    const raw = own.at(-1)?.[1] ?? "";
    put(values, name, isOne ? fromText(name, raw, input) : fromPairs(name, own, input));
  }
  return { values, taken };
}

/** Whether a value comes in several pairs. */
function spreads({ style, of }: StyledInput): boolean {
  return style.startsWith("deepObject") || (style.endsWith("*") && typeof of !== "string");
}

function belongs(key: string, name: string, input: StyledInput): boolean {
  const { style, of } = input;
  if (style.startsWith("deepObject")) return key === name || key.startsWith(`${name}[`);
  if (!spreads(input) || Array.isArray(of) || typeof of === "string") return key === name;
  const { members, rest, others = [] } = of as Extract<Shape, { readonly members: object }>;
  return Object.hasOwn(members, key) || (rest !== undefined && !others.includes(key));
}

function fromPairs(name: string, pairs: readonly Pair[], { style, of }: StyledInput): JsonValue {
  if (!style.startsWith("deepObject")) {
    if (isList(of)) return pairs.map(([, raw]) => readAs(of[0], decoded(raw)));
    return membersOf(
      pairs.map(([key, raw]) => [key, decoded(raw)]),
      of,
    );
  }
  // `filter[a][b]=1`: each name in brackets is a member of the one before.
  const values: Values = {};
  for (const [key, raw] of pairs) {
    const steps = [...key.slice(name.length).matchAll(/\[([^\]]*)\]/g)].map(
      ([, step = ""]) => step,
    );
    const last = steps.pop();
    if (last === undefined) return decoded(raw);
    let at = values;
    for (const step of steps) {
      if (!Object.hasOwn(at, step) || typeof at[step] !== "object") put(at, step, {});
      at = at[step] as Values;
    }
    const shape = steps.length === 0 ? memberOf(of, last) : "string";
    const before = Object.hasOwn(at, last) ? at[last] : undefined;
    const value = readAs(isList(shape) ? shape[0] : scalar(shape), decoded(raw));
    const isMany = isList(shape) || before !== undefined;
    const all = Array.isArray(before) ? before : before === undefined ? [] : [before];
    put(at, last, isMany ? [...all, value] : value);
  }
  return values;
}

const leads: Readonly<Record<string, string>> = { label: ".", matrix: ";" };
const separators: Readonly<Record<string, RegExp>> = {
  spaceDelimited: /%20|\+/,
  pipeDelimited: /\||%7C/i,
};

/** A value that is in one text, still encoded. */
function fromText(name: string, raw: string, { style, of }: StyledInput): JsonValue {
  const [, kind = "", explode] = /^\+?(\w+)(\*?)$/.exec(style) ?? [];
  const isPlain = kind === "simple" && !raw.includes("%");
  if (kind === "json") return parsed(decoded(raw));
  const lead = leads[kind] ?? "";
  // What lacks the sign before it is not written in its style: a text, for the check to find.
  if (!raw.startsWith(lead)) return decoded(raw);
  let text = raw.slice(lead.length);
  const isNamed = kind === "matrix" && !(explode && typeof of !== "string");
  if (isNamed) text = withoutName(name, text);
  if (typeof of === "string") return readAs(of, isPlain ? text : decoded(text));
  const sign = explode && lead !== "" ? lead : (separators[kind] ?? ",");
  const parts = text === "" ? [] : text.split(sign);
  if (isList(of)) {
    const own = kind === "matrix" && explode ? parts.map((part) => withoutName(name, part)) : parts;
    return own.map((part) => readAs(of[0], decoded(part)));
  }
  const pairs = explode
    ? parts.map((part): Pair => [before(part), part.slice(before(part).length + 1)])
    : parts.flatMap((part, index): Pair[] =>
        index % 2 === 0 ? [[part, parts[index + 1] ?? ""]] : [],
      );
  return membersOf(
    pairs.map(([key, value]) => [decoded(key), decoded(value)]),
    of,
  );
}

function before(part: string): string {
  const at = part.indexOf("=");
  return at < 0 ? part : part.slice(0, at);
}

function withoutName(name: string, text: string): string {
  return decoded(before(text)) === name ? text.slice(before(text).length + 1) : text;
}

function membersOf(pairs: readonly Pair[], of: Shape): Values {
  const values: Values = {};
  for (const [key, text] of pairs) put(values, key, readAs(scalar(memberOf(of, key)), text));
  return values;
}

function memberOf(of: Shape, name: string): Shape {
  if (typeof of === "string" || isList(of)) return "string";
  return (Object.hasOwn(of.members, name) ? of.members[name] : of.rest) ?? "string";
}

function scalar(shape: Shape): Extract<Shape, string> {
  return typeof shape === "string" ? shape : "string";
}

function isList(shape: Shape): shape is Extract<Shape, readonly unknown[]> {
  return Array.isArray(shape);
}

/** What is no JSON, or would not be what was written, stays a text, for the check to find. */
function parsed(text: string): JsonValue {
  try {
    return readJson(text);
  } catch {
    return text;
  }
}

function decoded(raw: string): string {
  const spaced = raw.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
