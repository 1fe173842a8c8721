import { Remembered } from "../../collections/remembered.js";
import { canonicalJson } from "../../openapi/canonical.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { Microversions } from "../../openapi/model.js";
import { projectInside, type Projection } from "../../openapi/project/project-schema.js";
import { readBounds } from "../../openapi/read/read-range.js";
import { isRecord } from "../../openapi/references.js";
import { compareVersions, nextVersion } from "../../openapi/versions.js";
import { type Clean, changesWith } from "./clean.js";
import type { Entry } from "./collect.js";
import { type Asked, cleanedOf, translate, viewed } from "./translate.js";
import type { Tree } from "./tree.js";
import { neverTree, withUndefined } from "./unions.js";

/** A schema from one version on, until its next segment, and its type. */
interface Segment {
  readonly since: string;
  readonly cleaned: Clean;
  readonly references: ReadonlySet<string>;
  readonly type: Tree;
}

/** What is known of one entry, whatever the others are. */
interface Own {
  readonly segments: readonly Segment[];
  /** The type over all versions. */
  readonly wide: Tree;
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
  /** The type over all versions. */
  readonly wide: Tree;
  /** The type from a point on. */
  at(point: string): Tree;
}

/**
 * The type of each entry, and where it changes: its own bounds, and those of all it refers to, since
 * the shape of a body changes with the shape of what is in it (FINDINGS of the examples, section 2).
 */
export function findVariations(
  entries: readonly Entry[],
  microversions: Microversions | undefined,
  asked: Asked,
): ReadonlyMap<string, Variation> {
  const all = microversions?.all ?? [];
  const versions = all.join();
  const owned = new Map(
    entries.map((entry) => {
      const surroundings: Surroundings = {
        ...asked,
        raw(reference) {
          const target = asked.targetOf(reference);
          return isRecord(target) ? target : undefined;
        },
        view: () => entry.view,
        isInput: () => entry.input,
        versions: () => versions,
      };
      const own = known.of(entry.schema, surroundings, (recorded) =>
        ownOf(entry.schema, all, recorded),
      );
      return [entry.key, own] as const;
    }),
  );
  const points = transitivePoints(
    new Map([...owned].map(([key, { segments }]) => [key, segments])),
  );
  return new Map(
    [...owned].map(([key, { segments, wide }]) => {
      const sorted = [...(points.get(key) ?? [])].sort(compareVersions);
      const [first] = segments;
      return [
        key,
        {
          kind: segments.length > 1 ? "shaped" : sorted.length > 0 ? "holder" : "plain",
          points: first === undefined ? sorted : [first.since, ...sorted],
          wide,
          at: (point) => segmentAt(segments, point)?.type ?? neverTree,
        } satisfies Variation,
      ];
    }),
  );
}

/** All that is looked at beside the schema of an entry. */
interface Surroundings extends Asked {
  /** What a reference leads to, as the entries have it. */
  raw(reference: string): SchemaObject | undefined;
  view(): Entry["view"];
  isInput(): boolean;
  versions(): string;
}

const known = new Remembered<Own>();

function ownOf(schema: SchemaObject, all: readonly string[], asked: Surroundings): Own {
  asked.versions();
  const view = asked.view();
  const input = asked.isInput();
  const component = (reference: string) => asked.raw(reference);
  const cleaned = (of: SchemaObject) => viewed(cleanedOf(of, asked), view);
  const typeOf = (clean: Clean) => finished(translate(clean, asked), input);
  const ends = changesIn(schema, component, new Set(all));
  const since = [all[0] ?? "", ...ends].filter((v, index, list) => index === 0 || v !== list[0]);
  const segments: Segment[] = [];
  const whole = cleaned(schema);
  const wide = typeOf(whole);
  let before: string | undefined;
  for (const version of since) {
    const projection: Projection = { version, component, closing: true };
    const projected = ends.length === 0 ? schema : projectInside(schema, projection);
    const isWhole = projected === schema;
    const now = isWhole ? whole : projected === undefined ? false : cleaned(projected);
    const print = since.length > 1 ? canonicalJson(now) : "";
    if (print !== before) {
      const type = isWhole ? wide : typeOf(now);
      segments.push({ since: version, cleaned: now, references: changesWith(now), type });
    }
    before = print;
  }
  return { segments, wide };
}

/**
 * Members of inputs take `undefined`: with `exactOptionalPropertyTypes` they would not. They are
 * only read, so their lists may be constants: `["id", "name"] as const`.
 */
export function finished(tree: Tree, input: boolean): Tree {
  if (!input || tree.kind !== "object") return tree;
  return {
    ...tree,
    members: tree.members.map((member) => {
      const type = onlyRead(member.type);
      return { ...member, type: member.optional ? withUndefined(type) : type };
    }),
  };
}

function onlyRead(type: Tree): Tree {
  if (type.kind === "array") return { ...type, of: onlyRead(type.of), fixed: true };
  return type.kind === "union" ? { ...type, of: type.of.map(onlyRead) } : type;
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
