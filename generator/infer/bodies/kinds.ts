import type { Row } from "../reference.js";
import { admits, readType } from "../words/documented-type.js";
import { kindBefore } from "../words/earlier-versions.js";
import type { Branch } from "../rows/branch.js";
import type { FleshContext } from "./flesh-context.js";
import { memberKey } from "../siblings/member-key.js";
import { isIdentifier } from "../words/identifiers.js";
import { mayBeNull } from "./null-reasons.js";
import { saysListOfStrings } from "../words/listed-strings.js";
import { boundsOf } from "../rows/row-bounds.js";
import { isScalar, type Shape } from "../shape/shape.js";
import type { Kind } from "../words/kind.js";

/** Prose whose subject is a map: "Map that contains options". */
const isAMap = /^\s*(?:an? |the )?(?:map|mapping|dictionary|dict)\b/i;

/** Prose that speaks of a flag: "Whether it is open". */
const isAFlag = /^\s*(?:indicates |specifies |defines |tells )?whether\b/i;

const emptyString = /\bempty string\b/i;

/** The keys of a place written `servers[].flavor.id`. */
export const keysOf = (path: string): readonly string[] =>
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

/**
 * The kinds that the types of rows name. An `object` of which prose says that it is a list of names,
 * and of which nothing shows a value, is that list.
 */
export function documentedKinds(
  rows: readonly Row[],
  shape: Shape,
  branch: Branch,
  prose: string,
): readonly Kind[] {
  const kinds = [...new Set(rows.flatMap((row) => readType(row.entry?.type ?? "").kinds))];
  const unseen =
    kinds.join() === "object" &&
    branch.below.size === 0 &&
    [...shape.kinds].every((kind) => kind === "null");
  const misnamed = unseen && saysListOfStrings(prose);
  if (misnamed) return ["array"];
  const asText = kinds.join() === "string" && shape.strings.length === 0;
  if (asText && isAMap.test(prose)) return ["string", "object"];
  // An identifier may well be a text, whatever its type says.
  const named = rows[0]?.name.value ?? "";
  return unseen && isIdentifier(named) ? ["string", ...kinds] : kinds;
}

/**
 * The kinds that samples of this side show of the same member of the same resource where all of
 * them deny the type that the docs name: then that type is not to be trusted alone where no sample
 * shows the member either.
 */
function denied(documented: readonly Kind[], onSide: ReadonlySet<Kind>): readonly Kind[] {
  if (documented.length === 0 || !documented.every(isScalar)) return [];
  const shown = [...onSide].filter((kind) => kind !== "null");
  const denies = shown.every((kind) => isScalar(kind) && !admits(documented, kind));
  return denies ? shown : [];
}

/**
 * Whether creation may leave a member out: that of its own resource, or that of the resource which
 * the body is about and which holds it; or the member is an identifier of that resource, and all
 * creation that knows it may leave it out.
 */
function isLeftOut(member: string, keys: readonly string[], context: FleshContext): boolean {
  const { members, identifiers } = context.knowledge.leftOut;
  const { wrapper, resource, side, twins } = context;
  const name = keys.at(-1) ?? "";
  const [first = "", ...rest] = keys;
  const others = rest.length === 0 ? [] : (twins.get(first) ?? []);
  if (
    [member, ...others.map((other) => memberKey([other, ...rest], resource))].some((key) =>
      members.has(key),
    )
  )
    return true;
  if (side !== "response") return false;
  const own = wrapper === undefined ? [name] : [wrapper, name];
  return (
    members.has(memberKey(own, resource)) || (keys.length <= own.length && identifiers.has(name))
  );
}

/** Whether other samples show texts in the same map: a setting may be a flag here, and its word there. */
function textsElsewhere(path: string, { knowledge, resource, side }: FleshContext): boolean {
  return knowledge.holdsTexts(memberKey(keysOf(path).slice(0, -1), resource), side);
}

/** The kinds that the docs name, those that samples add, and null where anything speaks for it. */
export function kindsOf(
  shape: Shape,
  branch: Branch,
  rows: readonly Row[],
  prose: string,
  path: string,
  context: FleshContext,
): readonly Kind[] {
  const types = rows.map((row) => readType(row.entry?.type ?? ""));
  const documented = new Set(documentedKinds(rows, shape, branch, prose));
  const own = [...shape.kinds].filter((kind) => kind !== "null");
  // What another sample answered for the same entry may come here, too; not where the entry is of
  // some microversions only, since that sample may be of others.
  const { min, max } = boundsOf(rows[0]);
  const everywhere = min === undefined && max === undefined;
  const elsewhere =
    context.side === "response" && documented.size > 0 && rows.length === 1 && everywhere
      ? rows.flatMap((row) => [...context.knowledge.kinds(row, "response")])
      : [];
  const isMember = !/(?:\[\]|\*)$/.test(path);
  const member = isMember ? memberKey(keysOf(path), context.resource) : "";
  const onSide = context.knowledge.memberKinds(member, context.side);
  const seen = [
    ...new Set([
      ...own,
      ...elsewhere.filter(isScalar),
      ...(own.length === 0 && everywhere ? denied([...documented], onSide) : []),
      ...(path.endsWith(".*") && own.every(isScalar) && textsElsewhere(path, context)
        ? (["string"] as const)
        : []),
    ]),
  ];
  const kinds = new Set<Kind>(documented.size > 0 ? documented : seen);
  const named = types.flatMap((type) => type.kinds);
  const entry = rows[0]?.entry;
  if (
    entry !== undefined &&
    !named.every((kind) => documented.has(kind)) &&
    documented.has("array")
  )
    context.found({ kind: "type-contradicts-description", entry });
  if (documented.size > 0) {
    const strange = seen.filter((kind) => !admits([...documented], kind));
    for (const kind of strange) kinds.add(kind);
    // A flag that rows call a text and samples show as 0 may be true and false as well.
    if (strange.includes("integer") && isAFlag.test(prose)) kinds.add("boolean");
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
  const earlier = kinds.size > 0 && min === undefined ? kindBefore(prose) : undefined;
  if (earlier !== undefined) kinds.add(earlier);
  if (kinds.has("number")) kinds.delete("integer");
  const name = isMember ? (keysOf(path).at(-1) ?? "") : "";
  const nullable = mayBeNull({
    side: context.side,
    changes: context.changes,
    name,
    kinds,
    prose,
    typed: types.some((type) => type.nullable),
    shown: shape.kinds.has("null"),
    answered:
      context.side === "response" &&
      (onSide.has("null") ||
        rows.some((row) => context.knowledge.kinds(row, "response").has("null"))),
    leftOut: isMember && isLeftOut(member, keysOf(path), context),
    othersShown: context.showsNulls,
    ofExtension: rows.length > 0 && context.ofExtensions.has(name),
  });
  if (nullable && (kinds.size > 0 || shape.kinds.has("null"))) kinds.add("null");
  return order.filter((kind) => kinds.has(kind));
}
