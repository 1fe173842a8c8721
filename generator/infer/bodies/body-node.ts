import type { Row } from "../reference.js";
import { holdingAll } from "./holding-all.js";
import { wasOptional } from "../words/earlier-versions.js";
import { saysNullInside } from "../words/nullable.js";
import { branchAt, empty, type Branch } from "../rows/branch.js";
import { isPlaceholder } from "../words/data-keys.js";
import { enrich } from "./enrich.js";
import type { BodyContext } from "./body-context.js";
import { isFreeForm } from "../words/values/free-form.js";
import { enumerationFor, formatFor } from "./formats.js";
import { keysOf, kindsOf } from "./kinds.js";
import { pathKey } from "../siblings/members/members-of-siblings.js";
import { memberKey } from "../siblings/members/member-key.js";
import { isMap } from "../shape/find-maps.js";
import { saidValues, saysMap, valuesOf } from "../shape/maps.js";
import { mayFill } from "./fill-limit.js";
import { anythingNode, type BodyMember, type BodyNode, type Variant } from "../shape/node.js";
import type { PlacedRow } from "../rows/place-rows.js";
import { isRequired } from "./required.js";
import { boundsOf } from "../rows/row-bounds.js";
import { anyKey, merge, mergeAll, nothing, objectAt, unseen, type Shape } from "../shape/shape.js";
import type { Kind } from "../words/kind.js";
import { twinKey } from "../shape/twins.js";
import { branchFor, groupByBounds, narrow, speaksOf } from "./variants.js";

/** Brings rows and skeleton together. */
export function bodyNode(
  skeleton: Shape,
  placed: readonly PlacedRow[],
  context: BodyContext,
): BodyNode {
  const root: Branch = { rows: [], below: new Map() };
  for (const row of placed) branchAt(root, row.path).rows.push(row);
  return nodeOf(skeleton, root, "", [], context);
}

/** The node at one place; `rows` are those that speak of it (one, or those of one variant). */
function nodeOf(
  shape: Shape,
  branch: Branch,
  path: string,
  rows: readonly Row[],
  context: BodyContext,
): BodyNode {
  const name = (path.split(".").at(-1) ?? "").replace(/(?:\[\])+$/, "");
  const full = enrich(shape, branch, rows, path, context);
  const prose = rows.map((row) => row.entry?.description.markdown ?? "").join("\n");
  const kinds = kindsOf(full, branch, rows, prose, path, context);
  const holdsObject = kinds.includes("object");
  const holdsArray = kinds.includes("array");
  const object = holdsArray && !full.members.size && !full.values ? objectAt(full) : full;
  // Rows below an array speak of its items, however deep the arrays are nested.
  const ofItems = holdsArray && (!holdsObject || (!full.members.size && !full.values));
  const isOwn =
    rows.length === 0 &&
    holdsObject &&
    (context.freeForm.has(name) ||
      context.freeMembers.has(memberKey(keysOf(path), context.resource)));
  const inner: Pick<BodyNode, "members" | "values"> = ofItems
    ? { members: [], values: undefined }
    : branch.below.size === 0 && (isFreeForm(rows, prose, [...object.members.keys()]) || isOwn)
      ? { members: [], values: anythingNode }
      : insideOf(object, branch, name, prose, path, context);
  // What may be an object or a list, and shows no list, lists the objects that its rows describe.
  const twice = holdsObject && full.items === undefined && branch.below.size > 0;
  const listed = full.items ?? (twice ? { ...object, kinds: objects } : nothing);
  const items = holdsArray
    ? nodeOf(listed, ofItems || twice ? branch : empty, `${path}[]`, [], context)
    : undefined;
  const scalar = kinds.some((kind) => kind === "string" || kind === "integer" || kind === "number");
  const enumeration = scalar ? enumerationFor(full, rows, prose, kinds, path, context) : undefined;
  return {
    kinds,
    ...inner,
    items,
    format:
      kinds.includes("string") && enumeration === undefined
        ? formatFor(full, rows, name, prose, path, context)
        : undefined,
    enumeration,
    default: rows.length === 1 ? rows[0]?.entry?.default : undefined,
  };
}

/** The members of an object, or what its map holds. */
function insideOf(
  object: Shape,
  branch: Branch,
  name: string,
  prose: string,
  path: string,
  context: BodyContext,
): Pick<BodyNode, "members" | "values"> {
  const named = [...branch.below].filter(([key]) => key !== anyKey);
  const wild = branch.below.get(anyKey);
  const undocumented = [...object.members].filter(([key]) => !branch.below.has(key));
  const said = saidValues(prose);
  const asMap =
    named.length === 0 &&
    (object.members.size > 0 || object.values === undefined) &&
    (wild !== undefined ||
      isMap(name, prose, object, context.knowledge.rules.map) ||
      (object.members.size === 0 && said !== undefined && saysMap(prose)));
  if (asMap || (named.length === 0 && object.members.size === 0)) {
    const shape = valuesOf(object);
    if (shape === undefined && wild === undefined && !asMap)
      return { members: [], values: undefined };
    const usual = wild === undefined || wild.below.size === 0 ? unseen("string") : nothing;
    const shown = shape ?? said ?? usual;
    const values = nodeOf(
      saysNullInside(prose) ? merge(shown, unseen("null")) : shown,
      wild ?? empty,
      `${path}.*`,
      rowsOf(wild),
      context,
    );
    return { members: [], values };
  }
  // Beside data keys, members that no row names and that look like the data are data, too.
  const alike =
    object.values === undefined
      ? []
      : undocumented.filter(([, { shape }]) => looksLike(shape, object.values));
  const data = mergeAll([object.values ?? nothing, ...alike.map(([, member]) => member.shape)]);
  const values =
    data === nothing && wild === undefined
      ? undefined
      : nodeOf(data, wild ?? empty, `${path}.*`, rowsOf(wild), context);
  const members: BodyMember[] = [];
  for (const [key, below] of named)
    members.push(memberOf(key, object, below, join(path, key), context));
  const twins = new Map(
    named.map((entry) => [twinKey(object.members.get(entry[0])?.shape), entry]),
  );
  twins.delete(undefined);
  const dataKeys = new Set(alike.map(([key]) => key));
  for (const [key, member] of undocumented) {
    if (dataKeys.has(key)) continue;
    if (!member.shape.borrowed) context.found({ kind: "undocumented-key", path: join(path, key) });
    const twin = twins.get(twinKey(member.shape));
    members.push(
      twin === undefined
        ? undocumentedMember(key, member.shape, join(path, key), context)
        : twinMember(key, object, twin, join(path, twin[0]), context),
    );
  }
  return { members: path === "" ? holdingAll(members, object, branch) : members, values };
}

const objects: ReadonlySet<Kind> = new Set(["object"]);
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
  context: BodyContext,
): BodyMember {
  const keys = keysOf(path);
  const lent = context.lent.get(pathKey(keys));
  const sibling =
    lent ??
    (context.side === "response"
      ? context.knowledge.rowOf.get(memberKey(keys, context.resource))
      : undefined);
  const quiet: BodyContext = { ...context, found: () => undefined };
  const node =
    sibling === undefined
      ? unknownOf(shape, name, path, context)
      : nodeOf(shape, empty, path, [sibling], quiet);
  const description = sibling?.entry?.description.markdown ?? "";
  const variant = {
    node,
    description,
    required: false,
    bounds: lent === undefined ? {} : boundsOf(lent),
    entry: undefined,
    row: undefined,
  };
  return {
    name,
    undocumented: true,
    ...(shape.borrowed && { borrowed: true }),
    variants: [variant],
  };
}

/** An object that stands beside a documented one under an older name, say: it has the same members. */
function twinMember(
  name: string,
  object: Shape,
  [twin, branch]: readonly [string, Branch],
  path: string,
  context: BodyContext,
): BodyMember {
  const quiet: BodyContext = { ...context, found: () => undefined };
  const { variants } = memberOf(twin, object, branch, path, quiet);
  return {
    name,
    undocumented: true,
    variants: variants.map(({ node, bounds }) => ({
      node,
      description: "",
      required: false,
      bounds,
      entry: undefined,
      row: undefined,
    })),
  };
}

/** A key that no row documents: its type from the sample, or from the same key elsewhere. */
function unknownOf(shape: Shape, key: string, path: string, context: BodyContext): BodyNode {
  const node = nodeOf(shape, empty, path, [], context);
  if (node.kinds.some((kind) => kind !== "null")) return node;
  const elsewhere = context.knowledge.shownUnder(key);
  return elsewhere === undefined || !mayFill(path, context)
    ? { ...node, kinds: [] }
    : nodeOf(merge(shape, elsewhere), empty, path, [], context);
}

/** A documented member, with a variant for each range of microversions that the docs tell apart. */
function memberOf(
  key: string,
  object: Shape,
  branch: Branch,
  path: string,
  context: BodyContext,
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
    const prose = first?.entry?.description.markdown ?? "";
    const said = first?.entry?.required === true && !wasOptional(prose);
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
      node: nodeOf(own, branchFor(branch, bounds, own, shape), path, rows, context),
      description: prose,
      required:
        first !== undefined &&
        isRequired(first, path, { absent, null: own.kinds.has("null") }, context),
      bounds,
      entry: first?.entry,
      row: first,
      ...(rows.length > 1 && { others: rows.slice(1) }),
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
