// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:7c642f3d82131124

/**
 * Finds what a path is of, whatever framework handed it over. The templates stand in a tree of
 * segments, so that a request is looked at once, and no value is too long.
 *
 * @module
 */
import { anything, folded, prefixSegments, shaped, templateSegments } from "./paths.js";
import type { Place, Segment } from "./paths.js";

/** What can be found. */
export interface Routed {
  readonly method: string;
  /** With the names of parameters in braces. */
  readonly path: string;
}

/** What stands at a path. */
export interface Match<Entry> {
  /** Those of the method that was asked for; none where only others are served there. */
  readonly entries: readonly Placed<Entry>[];
  /** The values of all parameters, first those of the prefix. */
  readonly values: readonly string[];
  /** Where there are none, the methods that are served. */
  readonly methods: readonly string[];
}

/** An entry, and how many values belong to the prefix before its own begin. */
export interface Placed<Entry> {
  readonly entry: Entry;
  readonly skip: number;
}

/** Looks up a method and the segments of a path; undefined where nothing is. */
export type Lookup<Entry> = (
  method: string,
  segments: readonly string[],
) => Match<Entry> | undefined;

interface Node<Entry> {
  readonly fixed: Map<string, Node<Entry>>;
  /** Segments with words beside their parameters, such as `{name}.{format}`. */
  readonly mixed: { readonly form: RegExp; readonly next: Node<Entry> }[];
  any?: Node<Entry>;
  readonly methods: Map<string, { readonly rank: number; readonly placed: Placed<Entry>[] }>;
}

/**
 * Puts entries where they are below a prefix.
 *
 * As the endpoints of a catalog do, a prefix may end in what paths of the docs begin with, the
 * version and perhaps the project: it is there once. Such a path means that very place, so it wins
 * over another that would come to stand there.
 */
export function router<Entry extends Routed>(
  entries: readonly Entry[],
  place: Place,
): Lookup<Entry> {
  const root = emptyNode<Entry>();
  const all = entries.map((entry) => located(entry, prefixSegments(place.prefix)));
  const exact = all.filter(({ shared }) => shared > 0);
  const others = all.filter(({ shared }) => shared === 0);
  for (const [index, group] of [exact, others].entries()) {
    for (const each of group) put(root, each, each.segments, place, index * 2);
    for (const each of group.filter(isDiscovery)) {
      put(root, each, otherForm(each.segments), place, index * 2 + 1);
    }
  }
  return (method, segments) => find(root, method, shaped(segments, place), place);
}

interface Located<Entry> extends Placed<Entry> {
  readonly segments: readonly Segment[];
  /** How many segments of the prefix the path says itself. */
  readonly shared: number;
  /** The path without these. */
  readonly rest: readonly Segment[];
}

function located<Entry extends Routed>(entry: Entry, prefix: readonly Segment[]): Located<Entry> {
  const path = templateSegments(entry.path);
  const shared = inCommon(prefix, path);
  const before = prefix.slice(0, prefix.length - shared);
  return {
    entry,
    segments: [...before, ...path],
    skip: before.filter((segment) => segment === anything).length,
    shared,
    rest: path.slice(shared),
  };
}

/** How many segments from a version to the end of the prefix the path begins with. */
function inCommon(prefix: readonly Segment[], path: readonly Segment[]): number {
  const start = prefix.findIndex((first, index) => {
    if (typeof first !== "string" || !/^v\d/.test(first)) return false;
    return prefix.slice(index).every((segment, at) => segment === path[at]);
  });
  return start < 0 ? 0 : prefix.length - start;
}

/** A document about the API itself: nothing but a version stands behind its root. */
function isDiscovery<Entry>({ rest, segments }: Located<Entry>): boolean {
  const [only, ...others] = rest.filter((segment) => segment !== "");
  if (segments.length === 0 || others.length > 0) return false;
  return only === undefined || (typeof only === "string" && /^v\d+(?:\.\d+)*$/.test(only));
}

/** Such documents are found with a slash at the end and without. */
function otherForm(segments: readonly Segment[]): readonly Segment[] {
  return segments.at(-1) === "" ? segments.slice(0, -1) : [...segments, ""];
}

function put<Entry extends Routed>(
  root: Node<Entry>,
  { entry, skip }: Placed<Entry>,
  segments: readonly Segment[],
  place: Place,
  rank: number,
): void {
  let node = root;
  for (const segment of shaped(segments, place)) node = below(node, segment, place);
  const there = node.methods.get(entry.method);
  if (there === undefined) node.methods.set(entry.method, { rank, placed: [{ entry, skip }] });
  else if (there.rank === rank) there.placed.push({ entry, skip });
}

function below<Entry>(node: Node<Entry>, segment: Segment, place: Place): Node<Entry> {
  if (segment === anything) return (node.any ??= emptyNode());
  if (typeof segment === "string") {
    const word = folded(segment, place);
    const known = node.fixed.get(word) ?? emptyNode();
    node.fixed.set(word, known);
    return known;
  }
  const form = new RegExp(segment.source, place.caseSensitive === false ? "i" : "");
  const known = node.mixed.find((each) => String(each.form) === String(form));
  if (known !== undefined) return known.next;
  const next = emptyNode<Entry>();
  node.mixed.push({ form, next });
  return next;
}

function emptyNode<Entry>(): Node<Entry> {
  return { fixed: new Map(), mixed: [], methods: new Map() };
}

const none: readonly never[] = [];

/** Words win over parameters; where a method is only behind the latter, they are tried as well. */
function find<Entry>(
  root: Node<Entry>,
  method: string,
  segments: readonly string[],
  place: Place,
): Match<Entry> | undefined {
  const values: string[] = [];
  let methods: Set<string> | undefined;

  function walk(node: Node<Entry>, index: number): readonly Placed<Entry>[] | undefined {
    const segment = segments[index];
    if (segment === undefined) {
      const there = node.methods.get(method);
      if (there !== undefined) return there.placed;
      methods = new Set([...(methods ?? []), ...node.methods.keys()]);
      return undefined;
    }
    const next = node.fixed.get(folded(segment, place));
    const found = next && walk(next, index + 1);
    if (found !== undefined || segment === "") return found;
    const length = values.length;
    for (const { form, next: behind } of node.mixed) {
      const [, ...parts] = form.exec(segment) ?? [];
      if (parts.length === 0) continue;
      values.push(...parts);
      const deep = walk(behind, index + 1);
      if (deep !== undefined) return deep;
      values.length = length;
    }
    if (node.any === undefined) return undefined;
    values.push(segment);
    const last = walk(node.any, index + 1);
    if (last === undefined) values.length = length;
    return last;
  }

  const entries = walk(root, 0);
  if (entries !== undefined) return { entries, values, methods: none };
  const others = [...(methods ?? none)];
  return others.length === 0 ? undefined : { entries: [], values: none, methods: others };
}
