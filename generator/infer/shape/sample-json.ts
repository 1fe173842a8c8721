import type { Json, Operation, SampleLink, Side } from "../reference.js";
import type { Kind } from "../words/kind.js";
import { shapeOf, type Shape } from "./shape.js";

/** The whole JSON bodies that one side shows: files, else blocks of the text. */
export function samplesOf(operation: Operation, side: Side): readonly Shape[] {
  return sampleValues(operation, side).map((value) => shapeOf(value));
}

/** The links to them. */
export function wholeSamples(operation: Operation, side: Side): readonly SampleLink[] {
  const whole = operation.samples.filter(
    (link) => link.side === side && link.sample.kind === "json" && !link.sample.fragment,
  );
  const files = whole.filter((link) => link.path !== undefined);
  return files.length > 0 ? files : whole;
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
