import { canonicalJson } from "../../openapi/canonical.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { Microversions } from "../../openapi/model.js";
import { projectInside, type Projection } from "../../openapi/project/project-schema.js";
import { readBounds } from "../../openapi/read/read-range.js";
import { isRecord, pointedAt } from "../../openapi/references.js";
import { compareVersions, nextVersion } from "../../openapi/versions.js";
import { type Clean, changesWith } from "./clean.js";
import type { Entry } from "./collect.js";

/** A schema from one version on, until its next segment. */
interface Segment {
  readonly since: string;
  readonly cleaned: Clean;
  readonly references: ReadonlySet<string>;
}

/** How the type of an entry depends on the microversion. */
export interface Variation {
  /**
   * `shaped`: it changes itself, and has a shape for each of its points. `holder`: only what it
   * holds changes, so it is generic. The rest never changes.
   */
  readonly kind: "plain" | "holder" | "shaped";
  /** Versions from which on it is another type, ascending; the first is the minimum. */
  readonly points: readonly string[];
  /** The schema from a point on; `false` where no variant of it is left. */
  at(point: string): Clean;
}

/**
 * Where the type of each entry changes: its own bounds, and those of all it refers to, since the
 * shape of a body changes with the shape of what is in it (FINDINGS of the examples, section 2).
 */
export function findVariations(
  entries: readonly Entry[],
  microversions: Microversions | undefined,
  cleaned: (schema: SchemaObject, entry: Entry) => Clean,
): ReadonlyMap<string, Variation> {
  const schemas = Object.fromEntries(entries.map(({ key, schema }) => [key, schema]));
  const component = (reference: string): SchemaObject | undefined => {
    const target = pointedAt({ components: { schemas } }, reference);
    return isRecord(target) ? target : undefined;
  };
  const all = microversions?.all ?? [];
  const segments = new Map<string, readonly Segment[]>();
  for (const entry of entries) {
    const { key, schema } = entry;
    const ends = changesIn(schema, component, new Set(all));
    const since = [all[0] ?? "", ...ends].filter((v, index, list) => index === 0 || v !== list[0]);
    const own: Segment[] = [];
    let before: string | undefined;
    for (const version of since) {
      const projection: Projection = { version, component, closing: true };
      const projected = ends.length === 0 ? schema : projectInside(schema, projection);
      const now = projected === undefined ? false : cleaned(projected, entry);
      const print = since.length > 1 ? canonicalJson(now) : "";
      if (print !== before)
        own.push({ since: version, cleaned: now, references: changesWith(now) });
      before = print;
    }
    segments.set(key, own);
  }
  const points = transitivePoints(segments);
  return new Map(
    entries.map(({ key }) => {
      const own = segments.get(key) ?? [];
      const sorted = [...(points.get(key) ?? [])].sort(compareVersions);
      const [first] = own;
      return [
        key,
        {
          kind: own.length > 1 ? "shaped" : sorted.length > 0 ? "holder" : "plain",
          points: first === undefined ? sorted : [first.since, ...sorted],
          at: (point) => segmentAt(own, point)?.cleaned ?? false,
        } satisfies Variation,
      ];
    }),
  );
}

/** Versions at which something in the schema begins, or has just ended. */
function changesIn(
  schema: SchemaObject,
  component: Projection["component"],
  known: ReadonlySet<string>,
): readonly string[] {
  const found = new Set<string>();
  const add = (extension: unknown) => {
    const { min, max } = readBounds(extension);
    if (min !== undefined) found.add(min);
    const next = max === undefined ? undefined : nextVersion(max);
    if (next !== undefined) found.add(next);
  };
  const visit = (value: unknown, top: boolean): void => {
    if (Array.isArray(value)) for (const inner of value) visit(inner, false);
    else if (isRecord(value)) {
      if (!top) add(value["x-openstack"]);
      if (typeof value["$ref"] === "string") add(component(value["$ref"])?.["x-openstack"]);
      for (const [key, inner] of Object.entries(value)) {
        if (key !== "example" && key !== "examples") visit(inner, false);
      }
    }
  };
  visit(schema, true);
  return [...found].filter((version) => known.has(version)).sort(compareVersions);
}

/** Own points, and those of what each segment refers to while it lasts; until nothing is added. */
function transitivePoints(
  segments: ReadonlyMap<string, readonly Segment[]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const points = new Map<string, Set<string>>();
  const users = new Map<string, Set<string>>();
  for (const [key, own] of segments) {
    points.set(key, new Set(own.slice(1).map(({ since }) => since)));
    for (const reference of own.flatMap((segment) => [...segment.references])) {
      const list = users.get(reference) ?? new Set();
      users.set(reference, list.add(key));
    }
  }
  const waiting = [...points].filter(([, own]) => own.size > 0).map(([key]) => key);
  for (let changed = waiting.pop(); changed !== undefined; changed = waiting.pop()) {
    for (const user of users.get(changed) ?? []) {
      const mine = points.get(user);
      if (mine === undefined || user === changed) continue;
      const before = mine.size;
      for (const point of points.get(changed) ?? []) {
        const segment = segmentAt(segments.get(user) ?? [], point);
        if (segment?.references.has(changed) && segment.since !== point) mine.add(point);
      }
      if (mine.size > before) waiting.push(user);
    }
  }
  return points;
}

function segmentAt(own: readonly Segment[], version: string): Segment | undefined {
  return own.findLast(({ since }) => compareVersions(since, version) <= 0);
}
