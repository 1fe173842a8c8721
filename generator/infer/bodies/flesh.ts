import type { Row, Side } from "../../apiref/model.js";
import { admits, readType } from "../documented-type.js";
import { findEnumeration } from "../enums.js";
import { agrees, formatOf } from "../formats.js";
import { saysNull } from "../nullable.js";
import { referenceKey } from "./body.js";
import { isPlaceholder } from "./data-keys.js";
import { memberKey, type Knowledge } from "./learn.js";
import { isMap, valuesOf } from "./maps.js";
import { unknownNode, type BodyMember, type BodyNode, type Bounds, type Variant } from "./node.js";
import type { PlacedRow } from "./place-rows.js";
import { anyKey, merge, nothing, objectAt, type Kind, type Shape } from "./shape.js";

/** What is known beside the skeleton and the rows of one body. */
export interface FleshContext {
  readonly side: Side;
  /** The body says only what is to change (PATCH, RFC 5789): what it leaves out stays. */
  readonly partial: boolean;
  readonly knowledge: Knowledge;
  /** What the path names: the resource that members at the top belong to. */
  readonly resource: string;
  /** Told of each place where samples and rows do not agree. */
  readonly found: (finding: BodyFinding) => void;
}

/** A disagreement between rows and samples, told at the row that it is about, and its place. */
export type BodyFinding =
  | { readonly kind: "type-contradicts-sample"; readonly row: Row; readonly path: string }
  | {
      readonly kind: "required-but-absent" | "row-not-in-sample";
      readonly row: Row;
      readonly path: string;
      readonly key: string;
    }
  | { readonly kind: "wrapper-contradicts-sample"; readonly row: Row; readonly wrapper: string }
  | { readonly kind: "undocumented-key"; readonly path: string };

/** A place of the body: what samples show there, the rows that speak of it, what is below. */
interface Branch {
  readonly rows: PlacedRow[];
  readonly below: Map<string, Branch>;
}

/** Brings rows and skeleton together. */
export function flesh(
  skeleton: Shape,
  placed: readonly PlacedRow[],
  context: FleshContext,
): BodyNode {
  const root: Branch = { rows: [], below: new Map() };
  for (const row of placed) branchAt(root, row.path).rows.push(row);
  return nodeOf(skeleton, root, "", [], context);
}

function branchAt(root: Branch, path: readonly string[]): Branch {
  let at = root;
  for (const key of path) {
    let next = at.below.get(key);
    if (next === undefined) at.below.set(key, (next = { rows: [], below: new Map() }));
    at = next;
  }
  return at;
}

const empty: Branch = { rows: [], below: new Map() };

/** The node at one place; `rows` are those that speak of it (one, or those of one variant). */
function nodeOf(
  shape: Shape,
  branch: Branch,
  path: string,
  rows: readonly Row[],
  context: FleshContext,
): BodyNode {
  const name = (path.split(".").at(-1) ?? "").replace(/(?:\[\])+$/, "");
  const full = enrich(shape, branch, rows, name, context);
  const prose = rows.map((row) => row.entry?.description.markdown ?? "").join("\n");
  const kinds = kindsOf(full, branch, rows, prose, path, context);
  const holdsObject = kinds.includes("object");
  const holdsArray = kinds.includes("array");
  const object = holdsArray && !full.members.size && !full.values ? objectAt(full) : full;
  // Rows below an array speak of its items, however deep the arrays are nested.
  const ofItems = holdsArray && (!holdsObject || !full.members.size);
  const inner: Pick<BodyNode, "members" | "values"> = ofItems
    ? { members: [], values: undefined }
    : insideOf(object, branch, name, prose, path, context);
  const items = holdsArray
    ? nodeOf(full.items ?? nothing, ofItems ? branch : empty, `${path}[]`, [], context)
    : undefined;
  const scalar = kinds.some((kind) => kind === "string" || kind === "integer" || kind === "number");
  const enumeration = scalar ? findEnumeration(rows, prose, full, kinds, context.side) : undefined;
  return {
    kinds,
    ...inner,
    items,
    format:
      kinds.includes("string") && enumeration === undefined ? formatFor(full, rows) : undefined,
    enumeration,
    default: rows.length === 1 ? rows[0]?.entry?.default : undefined,
  };
}

/** What the same entry, else the same key, holds elsewhere, where this body shows nothing inside. */
function enrich(
  shape: Shape,
  branch: Branch,
  rows: readonly Row[],
  name: string,
  context: FleshContext,
): Shape {
  if (tells(shape) || branch.below.size > 0) return shape;
  const documented = rows.flatMap((row) => readType(row.entry?.type ?? "").kinds);
  const kinds = documented.length > 0 ? documented : [...shape.kinds];
  if (!kinds.includes("array") && !kinds.includes("object")) return shape;
  const others = rows
    .flatMap((row) => context.knowledge.byReference.get(referenceKey(row)) ?? [])
    .map((occurrence) => occurrence.shape)
    .filter(tells);
  const namesake = context.knowledge.anywhere.get(name);
  const fits =
    namesake !== undefined &&
    tells(namesake) &&
    [...namesake.kinds].some((kind) => kinds.includes(kind));
  const best = others.length > 0 ? others.reduce(merge) : fits ? namesake : undefined;
  if (best !== undefined)
    return { ...merge(best, shape), kinds: shape.kinds.size > 0 ? shape.kinds : best.kinds };
  const prose = rows.map((row) => row.entry?.description.markdown ?? "").join(" ");
  return kinds.includes("array") && listsStrings.test(prose)
    ? { ...shape, items: { ...nothing, kinds: new Set<Kind>(["string"]), borrowed: true } }
    : shape;
}

/** Prose that says what a list holds, where nothing shows it. */
const listsStrings =
  /\b(?:lists?|arrays?|sets?) of (?:(?:the|all|one or more|available|valid|\w+) ){0,3}(?:strings?|names?|uuids?|ids?|identifiers?|tags?|addresses|urls?|keys|words|traits)\b|\b(?:uuids|ids|names|tags|strings)\b/i;

/** Whether a shape says what is inside it. */
function tells(shape: Shape): boolean {
  const inside = objectAt(shape);
  return (
    inside.members.size > 0 || inside.values !== undefined || (shape.items?.kinds.size ?? 0) > 0
  );
}

const emptyString = /\bempty string\b/i;

/** The keys of a place written `servers[].flavor.id`. */
const keysOf = (path: string): readonly string[] =>
  path.split(".").map((key) => key.replace(/(?:\[\])+$/, ""));

const order: readonly Kind[] = [
  "string",
  "integer",
  "number",
  "boolean",
  "array",
  "object",
  "null",
];

/** The kinds that the docs name, those that samples add, and null where anything speaks for it. */
function kindsOf(
  shape: Shape,
  branch: Branch,
  rows: readonly Row[],
  prose: string,
  path: string,
  context: FleshContext,
): readonly Kind[] {
  const types = rows.map((row) => readType(row.entry?.type ?? ""));
  const documented = new Set(types.flatMap((type) => type.kinds));
  const own = [...shape.kinds].filter((kind) => kind !== "null");
  // What another sample answered for the same entry may come here, too; not where the entry is of
  // some microversions only, since that sample may be of others.
  const { min, max } = boundsOf(rows[0]);
  const everywhere = min === undefined && max === undefined;
  const elsewhere =
    context.side === "response" && documented.size > 0 && rows.length === 1 && everywhere
      ? rows.flatMap((row) => [...context.knowledge.kinds(referenceKey(row), "response")])
      : [];
  const scalars = elsewhere.filter((kind) => !["null", "object", "array"].includes(kind));
  const seen = [...new Set([...own, ...scalars])];
  const kinds = new Set<Kind>(documented.size > 0 ? documented : seen);
  if (documented.size > 0) {
    const strange = seen.filter((kind) => !admits([...documented], kind));
    for (const kind of strange) kinds.add(kind);
    const [row] = rows;
    if (
      row !== undefined &&
      own.length > 0 &&
      own.every((kind) => strange.includes(kind)) &&
      !shape.borrowed
    )
      context.found({ kind: "type-contradicts-sample", row, path });
  }
  if (kinds.size === 0 && branch.below.size > 0) kinds.add("object");
  // Rows stand below a scalar by their names only: then it holds them.
  if (branch.below.size > 0 && !kinds.has("object") && !kinds.has("array")) kinds.add("object");
  // "An empty string stands for none": prose adds a kind that the type does not name.
  if (kinds.size > 0 && !kinds.has("string") && rows.length > 0 && emptyString.test(prose))
    kinds.add("string");
  if (kinds.has("number")) kinds.delete("integer");
  const nullable =
    shape.kinds.has("null") ||
    types.some((type) => type.nullable) ||
    saysNull(prose) ||
    (context.side === "response" &&
      ((!/(?:\[\]|\*)$/.test(path) &&
        context.knowledge.nulls.has(memberKey(keysOf(path), context.resource))) ||
        rows.some((row) => context.knowledge.kinds(referenceKey(row), "response").has("null"))));
  if (nullable && (kinds.size > 0 || shape.kinds.has("null"))) kinds.add("null");
  return order.filter((kind) => kinds.has(kind));
}

/** The members of an object, or what its map holds. */
function insideOf(
  object: Shape,
  branch: Branch,
  name: string,
  prose: string,
  path: string,
  context: FleshContext,
): Pick<BodyNode, "members" | "values"> {
  const named = [...branch.below].filter(([key]) => key !== anyKey);
  const wild = branch.below.get(anyKey);
  const undocumented = [...object.members].filter(([key]) => !branch.below.has(key));
  const asMap =
    named.length === 0 &&
    (object.members.size > 0 || object.values === undefined) &&
    (wild !== undefined || isMap(name, prose, object));
  if (asMap || (named.length === 0 && object.members.size === 0)) {
    const shape = valuesOf(object);
    if (shape === undefined && wild === undefined && !asMap)
      return { members: [], values: undefined };
    const values = nodeOf(shape ?? stringShape, wild ?? empty, `${path}.*`, rowsOf(wild), context);
    return { members: [], values };
  }
  // Beside data keys, members that no row names and that look like the data are data, too.
  const alike =
    object.values === undefined
      ? []
      : undocumented.filter(([, { shape }]) => looksLike(shape, object.values));
  const data = alike.map(([, member]) => member.shape).reduce(merge, object.values ?? nothing);
  const values =
    data === nothing && wild === undefined
      ? undefined
      : nodeOf(data, wild ?? empty, `${path}.*`, rowsOf(wild), context);
  const members: BodyMember[] = [];
  for (const [key, below] of named)
    members.push(memberOf(key, object, below, join(path, key), context));
  for (const [key, member] of undocumented) {
    if (alike.some(([other]) => other === key)) continue;
    context.found({ kind: "undocumented-key", path: join(path, key) });
    members.push(undocumentedMember(key, member.shape, join(path, key), context));
  }
  return { members, values };
}

const stringShape: Shape = { ...nothing, kinds: new Set<Kind>(["string"]), borrowed: true };
const rowsOf = (branch: Branch | undefined): readonly Row[] =>
  branch?.rows.map(({ row }) => row) ?? [];
const join = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

function looksLike(shape: Shape, values: Shape | undefined): boolean {
  return values !== undefined && [...shape.kinds].every((kind) => values.kinds.has(kind));
}

/**
 * A member that no row of its operation documents: what another operation says of the same member
 * of the same resource, else what the samples show. Never required.
 */
function undocumentedMember(
  name: string,
  shape: Shape,
  path: string,
  context: FleshContext,
): BodyMember {
  const sibling =
    context.side === "response"
      ? context.knowledge.rowOf.get(memberKey(keysOf(path), context.resource))
      : undefined;
  const quiet: FleshContext = { ...context, found: () => undefined };
  const node =
    sibling === undefined
      ? unknownOf(shape, name, path, context)
      : nodeOf(shape, empty, path, [sibling], quiet);
  const description = sibling?.entry?.description.markdown ?? "";
  const variant = {
    node,
    description,
    required: false,
    bounds: {},
    entry: undefined,
    row: undefined,
  };
  return { name, undocumented: true, variants: [variant] };
}

/** A key that no row documents: its type from the sample, or from the same key elsewhere. */
function unknownOf(shape: Shape, key: string, path: string, context: FleshContext): BodyNode {
  const node = nodeOf(shape, empty, path, [], context);
  if (node.kinds.some((kind) => kind !== "null")) return node;
  const documented = (context.knowledge.byName.get(key) ?? []).map(({ shape: other }) => other);
  const namesake = context.knowledge.anywhere.get(key);
  const told = [...documented, ...(namesake === undefined ? [] : [namesake])].filter(({ kinds }) =>
    [...kinds].some((kind) => kind !== "null"),
  );
  return told.length === 0
    ? { ...node, kinds: [] }
    : nodeOf(told.reduce(merge, shape), empty, path, [], context);
}

/** A documented member, with a variant for each range of microversions that the docs tell apart. */
function memberOf(
  key: string,
  object: Shape,
  branch: Branch,
  path: string,
  context: FleshContext,
): BodyMember {
  const member = object.members.get(key);
  const shape = member?.shape ?? nothing;
  const groups = groupByBounds(branch.rows.filter((placed) => speaksOf(placed, shape)));
  for (const { row, by } of branch.rows)
    if (by === "wrapper" && !shape.borrowed)
      context.found({ kind: "wrapper-contradicts-sample", row, wrapper: key });
  const variants: Variant[] = [];
  for (const group of groups) {
    const rows = group.map(({ row }) => row);
    const [first] = rows;
    const bounds = boundsOf(first);
    const own = groups.length > 1 ? narrow(shape, rows) : shape;
    const open = bounds.min === undefined && bounds.max === undefined;
    const said = first === undefined ? false : first.entry?.required === true;
    const absent =
      open && object.objects > 0 && (member === undefined || member.seen < object.objects);
    if (first !== undefined && said && absent)
      context.found({ kind: "required-but-absent", row: first, path, key });
    if (
      first !== undefined &&
      (member === undefined || member.seen === 0) &&
      object.objects > 0 &&
      open &&
      !isPlaceholder(key)
    )
      context.found({ kind: "row-not-in-sample", row: first, path, key });
    variants.push({
      node: nodeOf(own, branch, path, rows, context),
      description: first?.entry?.description.markdown ?? "",
      required: said && !absent && !(context.partial && path.includes(".")),
      bounds,
      entry: first?.entry,
      row: first,
    });
  }
  if (variants.length === 0) {
    // Only its children are documented.
    const always = member !== undefined && object.objects > 0 && member.seen === object.objects;
    variants.push({
      node: nodeOf(shape, branch, path, [], context),
      description: "",
      required: always && context.side === "response",
      bounds: {},
      entry: undefined,
      row: undefined,
    });
  }
  return { name: key, variants, undocumented: branch.rows.length === 0 && branch.below.size === 0 };
}

/** A row that names another wrapper than the sample does speaks of it only where their types agree. */
function speaksOf({ row, by }: PlacedRow, shape: Shape): boolean {
  const { kinds } = readType(row.entry?.type ?? "");
  return by !== "wrapper" || [...shape.kinds].every((kind) => admits(kinds, kind));
}

/** Rows of one place by their bounds, in the order of the list. */
function groupByBounds(rows: readonly PlacedRow[]): readonly (readonly PlacedRow[])[] {
  const groups = new Map<string, PlacedRow[]>();
  for (const placed of rows) {
    const { min = "", max = "" } = boundsOf(placed.row);
    const key = `${min}..${max}`;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [placed]);
    else list.push(placed);
  }
  return [...groups.values()];
}

/** The bounds that a row's entry says. */
export function boundsOf(row: Row | undefined): Bounds {
  const { minVersion: min, maxVersion: max } = row?.entry ?? {};
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/** What of a shape one variant admits: samples of other versions speak of the other variants. */
function narrow(shape: Shape, rows: readonly Row[]): Shape {
  const documented = rows.flatMap((row) => readType(row.entry?.type ?? "").kinds);
  const kinds = new Set([...shape.kinds].filter((kind) => admits(documented, kind)));
  const format = rows.map((row) => readType(row.entry?.type ?? "").format).find(Boolean);
  const strings =
    format === undefined ? shape.strings : shape.strings.filter((text) => agrees(format, [text]));
  return { ...shape, kinds, strings };
}

/** A format that the docs name and no sample contradicts, else the one that all samples have. */
function formatFor(shape: Shape, rows: readonly Row[]): string | undefined {
  const said = rows
    .map((row) => readType(row.entry?.type ?? "").format ?? known(row.entry?.format))
    .find(Boolean);
  if (said !== undefined) return agrees(said, shape.strings) ? said : undefined;
  return formatOf(shape.strings);
}

const formats = new Set([
  "date-time",
  "date",
  "time",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "uri",
  "uuid",
]);
const known = (format: string | undefined): string | undefined =>
  format !== undefined && formats.has(format) ? format : undefined;

export { unknownNode };
