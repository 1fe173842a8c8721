import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import {
  type Diagnostic,
  type Outcome,
  passingSphinx,
  report,
} from "../../diagnostics/diagnostic.js";
import type { Edit } from "../../diagnostics/edits.js";
import { nearest } from "../../diagnostics/nearest.js";
import { duplicateParameterEntry } from "../../diagnostics/rules/duplicate-parameter-entry.js";
import { emptyRequired } from "../../diagnostics/rules/empty-required.js";
import { incompleteParameterEntry } from "../../diagnostics/rules/incomplete-parameter-entry.js";
import { misspeltKey } from "../../diagnostics/rules/misspelt-key.js";
import { misspeltValue } from "../../diagnostics/rules/misspelt-value.js";
import { unknownPlace } from "../../diagnostics/rules/unknown-place.js";
import { unreadableParameterEntry } from "../../diagnostics/rules/unreadable-parameter-entry.js";
import type { SourceId, Span } from "../../diagnostics/span.js";
import type { Line } from "../../rst/blocks.js";
import type { ParameterEntry, Place, Prose } from "../model.js";
import {
  plainValue,
  readYaml,
  resolved,
  scalarLines,
  scalarText,
  sourceText,
  spanOfNode,
  type YamlSource,
} from "./yaml-source.js";
import { unsorted } from "./entry-order.js";

/** The entries of one parameters file, by name. */
export type ParametersFile = ReadonlyMap<string, ParameterEntry>;

/** The keys that os-api-ref reads; a key close to one of them is a slip. */
const houseKeys = [
  "in",
  "type",
  "required",
  "description",
  "min_version",
  "max_version",
  "default",
  "format",
  "enum",
];

/** Other words of JSON Schema and OpenAPI, which some services write beside them. */
const schemaKeys = new Set(
  `items properties pattern minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength
  minItems maxItems uniqueItems minProperties maxProperties example examples nullable deprecated
  additionalProperties title const multipleOf allOf anyOf oneOf not style explode schema readOnly
  writeOnly requires`.split(/\s+/),
);

const places: readonly Place[] = ["path", "query", "header", "body"];

/**
 * Reads a parameters file as os-api-ref does (`RestParametersDirective`), with merges applied,
 * versions kept as text and slips read as meant; each slip is reported at its word.
 */
export function readParametersFile(
  source: SourceId,
  text: string,
  prose: (lines: readonly Line[]) => Prose,
): Outcome<ParametersFile> {
  const yaml = readYaml(source, text);
  const diagnostics: Diagnostic[] = [...yaml.diagnostics];
  // What an entry of a broken file lacks may only be unread.
  const whole = yaml.diagnostics.length === 0;
  const entries = new Map<string, ParameterEntry>();
  const merged: Merged = new Map();
  const lent = new Set<unknown>();
  const nodes = new Map<string, unknown>();
  for (const pair of yaml.root?.items ?? []) {
    const name = scalarText(pair.key);
    if (name === undefined) continue;
    const span = spanOfNode(source, pair.key);
    if (entries.has(name)) diagnostics.push(report(duplicateParameterEntry, span, { name }));
    const node = resolved(yaml, pair.value);
    if (!isMap(node)) {
      if (whole) diagnostics.push(report(unreadableParameterEntry, span, { name }));
      continue;
    }
    const members = membersOf(yaml, node, merged, lent);
    if (node !== pair.value) lent.add(node);
    nodes.set(name, pair.value);
    // Slips in a merged entry are reported where that entry stands.
    if (node === pair.value) diagnostics.push(...slipsOf(yaml, node, name));
    entries.set(name, entryOf(yaml, name, span, members, prose));
    const missing = ["in", "type"].filter((key) => !members.has(key));
    if (whole && missing.length > 0)
      diagnostics.push(report(incompleteParameterEntry, span, { name, missing }));
  }
  for (const each of unsorted([...entries.values()])) diagnostics.push(each);
  for (const [name, entry] of entries)
    if (lent.has(nodes.get(name))) entries.set(name, { ...entry, lends: true });
  return { value: entries, diagnostics };
}

type Members = ReadonlyMap<string, unknown>;
/** Members of the mappings met so far; `undefined` while one is being worked out. */
type Merged = Map<YAMLMap, Members | undefined>;

/** The members of `map` by key as meant: merged ones (`<<`, YAML 1.1) first, its own over them. */
function membersOf(yaml: YamlSource, map: YAMLMap, known: Merged, lent: Set<unknown>): Members {
  if (known.has(map)) return known.get(map) ?? new Map();
  known.set(map, undefined);
  const members = new Map<string, unknown>();
  for (const pair of map.items) {
    if (scalarText(pair.key) !== "<<") continue;
    const target = resolved(yaml, pair.value);
    // Of several merged mappings the first counts.
    const bases = isSeq(target)
      ? target.items.map((item) => resolved(yaml, item)).reverse()
      : [target];
    for (const base of bases) {
      if (!isMap(base)) continue;
      lent.add(base);
      for (const [key, value] of membersOf(yaml, base, known, lent)) members.set(key, value);
    }
  }
  const own = new Set(map.items.map((pair) => scalarText(pair.key)));
  for (const pair of map.items) {
    const key = scalarText(pair.key);
    if (key === undefined || key === "<<") continue;
    const meant = meantKey(key, own) ?? key;
    members.set(meant, resolved(yaml, pair.value));
  }
  known.set(map, members);
  return members;
}

/** The key that `key` is a slip for, unless that one is there as well. */
function meantKey(key: string, own: ReadonlySet<string | undefined>): string | undefined {
  if (houseKeys.includes(key) || schemaKeys.has(key) || key.startsWith("x-")) return undefined;
  const [meant] = nearest(
    key,
    houseKeys.filter((known) => known.length > 3),
  );
  return meant !== undefined && !own.has(meant) ? meant : undefined;
}

function slipsOf(yaml: YamlSource, map: YAMLMap, name: string): readonly Diagnostic[] {
  const own = new Set(map.items.map((pair) => scalarText(pair.key)));
  const mended = new Set<string>();
  return map.items.flatMap((pair) => {
    const key = scalarText(pair.key);
    if (key === undefined) return [];
    const meant = meantKey(key, own);
    const found: Diagnostic[] = [];
    if (meant !== undefined) {
      const at = spanOfNode(yaml.source, pair.key);
      // Two slips for one key: mending both would make the key stand twice.
      const edits = mended.has(meant) ? [] : editsOf(yaml, at, meant);
      mended.add(meant);
      const finding = report(misspeltKey, at, { key, meant }, edits);
      const isNeeded = meant === "in" || meant === "type";
      found.push(isNeeded ? finding : passingSphinx(finding));
    }
    const value = scalarText(pair.value);
    const span = spanOfNode(yaml.source, pair.value);
    if ((meant ?? key) === "required" && isEmpty(resolved(yaml, pair.value)))
      found.push(report(emptyRequired, spanOfNode(yaml.source, pair.key), { name }));
    else if ((meant ?? key) === "required" && value !== undefined) {
      const slip = requiredOf(value);
      const word = String(slip.value);
      const edits = editsOf(yaml, span, word);
      if (slip.slip)
        found.push(passingSphinx(report(misspeltValue, span, { value, meant: word }, edits)));
    }
    if (key === "in" && value !== undefined) {
      const place = placeOf(value);
      if (place.value === undefined) found.push(report(unknownPlace, span, { place: value }));
      else if (place.slip) {
        const edits = editsOf(yaml, span, place.value);
        found.push(report(misspeltValue, span, { value, meant: place.value }, edits));
      }
    }
    return found;
  });
}

/** The word that was meant, in place of one that stands on a line by itself. */
function editsOf(yaml: YamlSource, span: Span, text: string): readonly Edit[] {
  const said = yaml.text.slice(span.start, span.end);
  return /^(["']?)[\w-]+\1$/.test(said) ? [{ span, text }] : [];
}

interface Meant<T> {
  readonly value: T;
  readonly slip: boolean;
}

const yes = new Set(["true", "yes", "on"]);
const no = new Set(["false", "no", "off"]);

/** PyYAML's booleans (YAML 1.1); for os-api-ref, whatever is not false is required. */
function requiredOf(text: string): Meant<boolean> {
  const said = text.trim().toLowerCase();
  if (yes.has(said)) return { value: true, slip: false };
  if (no.has(said)) return { value: false, slip: false };
  if (said === "optional") return { value: false, slip: true };
  return { value: nearest(said, ["true", "false"])[0] !== "false", slip: true };
}

/** Whether a key has nothing behind it, or null, which is the same for YAML. */
function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && (scalarText(node) ?? "").trim() === "");
}

function placeOf(text: string): Meant<Place | undefined> {
  const said = text.trim().toLowerCase();
  const known = places.find((place) => place === said);
  // os-api-ref takes these words as they are, capitals and all.
  if (known) return { value: known, slip: known !== text.trim() };
  const [near] = nearest(said, places);
  return { value: places.find((place) => place === near), slip: true };
}

const described = new Set(houseKeys);

function entryOf(
  yaml: YamlSource,
  name: string,
  span: ParameterEntry["span"],
  members: Members,
  prose: (lines: readonly Line[]) => Prose,
): ParameterEntry {
  const said = (key: string): string | undefined => {
    const text = scalarText(members.get(key))?.trim();
    return text === "" ? undefined : text;
  };
  const spanOf = (key: string): Span | undefined =>
    said(key) === undefined ? undefined : spanOfNode(yaml.source, members.get(key));
  const required = said("required");
  // os-api-ref's word for optional is false, or no word at all: an empty one is neither.
  const isBare = members.has("required") && isEmpty(members.get("required"));
  const type = said("type") ?? sourceText(yaml, members.get("type"));
  const extra: Record<string, unknown> = {};
  for (const [key, value] of members) {
    if (described.has(key)) continue;
    Object.defineProperty(extra, key, {
      value: plainValue(yaml, value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  const place = said("in");
  return {
    name,
    file: yaml.source,
    span,
    in: place === undefined ? undefined : placeOf(place).value,
    type,
    required: isBare || (required === undefined ? undefined : requiredOf(required).value),
    description: prose(scalarLines(yaml, members.get("description"))),
    minVersion: said("min_version"),
    maxVersion: said("max_version"),
    minVersionSpan: spanOf("min_version"),
    maxVersionSpan: spanOf("max_version"),
    default: defaultOf(yaml, members.get("default")),
    format: said("format"),
    enum: enumOf(yaml, members.get("enum"), type),
    extra,
    lends: false,
  };
}

/**
 * The values that an entry lists; undefined if it lists none. Those of a text are texts as they
 * stand: YAML would read `1.10`, `true` and `0x1` as numbers and booleans.
 */
function enumOf(yaml: YamlSource, node: unknown, type: string): readonly unknown[] | undefined {
  const values = plainValue(yaml, node);
  if (!Array.isArray(values)) return undefined;
  const items = isSeq(node) && /^(?:string|text|enum)\b/i.test(type) ? node.items : [];
  return values.map((value: unknown, index) =>
    value === null ? value : (scalarText(items[index]) ?? value),
  );
}

function defaultOf(yaml: YamlSource, node: unknown): unknown {
  const value = plainValue(yaml, node);
  return typeof value === "string" ? value.trim() : value;
}
