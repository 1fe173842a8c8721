import type { Json, Operation, SampleLink, Side } from "../reference.js";
import type { Kind } from "../words/kind.js";
import { shapeOf, uncounted, type Shape } from "./shape.js";

/** The whole JSON bodies that one side shows: files, else blocks of the text. */
export function samplesOf(operation: Operation, side: Side): readonly Shape[] {
  return wholeSamples(operation, side).flatMap((link) => {
    if (link.sample.kind !== "json") return [];
    const shape = shapeOf(link.sample.value);
    return [isElided(link) ? uncounted(shape) : shape];
  });
}

/** The links to them; where nothing is whole, to blocks in which dots stand for the rest. */
export function wholeSamples(operation: Operation, side: Side): readonly SampleLink[] {
  const shown = operation.samples.filter(
    (link) => link.side === side && link.sample.kind === "json",
  );
  const whole = shown.filter(({ sample }) => sample.kind === "json" && !sample.fragment);
  const files = whole.filter((link) => link.path !== undefined);
  if (files.length > 0) return files;
  return whole.length > 0 ? whole : shown.filter(isElided);
}

/** Whether a sample leaves out something that the body has. */
export function isElided({ sample }: SampleLink): boolean {
  return sample.kind === "json" && sample.elided === true;
}

/** The whole JSON bodies that the docs themselves show of one side. */
export function sampleValues(operation: Operation, side: Side): readonly Json[] {
  return wholeSamples(operation, side).flatMap(({ sample }) =>
    sample.kind === "json" ? [sample.value] : [],
  );
}

/** The keys of all objects, however deep. */
export function keysIn(values: readonly Json[]): ReadonlySet<string> {
  const keys = new Set<string>();
  const waiting: Json[] = [...values];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (isObject(value)) for (const key of Object.keys(value)) keys.add(key);
    const held = isObject(value) ? Object.values(value) : isList(value) ? value : [];
    for (const each of held) waiting.push(each);
  }
  return keys;
}

export function kindOf(value: Json): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "object") return "object";
  return typeof value === "string" ? "string" : "boolean";
}

export interface JsonObject {
  readonly [name: string]: Json;
}

export function isObject(value: Json): value is JsonObject {
  return kindOf(value) === "object";
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
