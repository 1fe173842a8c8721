import type { Row } from "../reference.js";
import { admits, isValueless, readType } from "../words/documented-type.js";
import type { Branch } from "../rows/branch.js";
import type { BodyContext } from "./body-context.js";
import { memberKey } from "../siblings/members/member-key.js";
import { decideKinds } from "./rules/kind-rules.js";
import { nullReason } from "./rules/null-rules.js";
import { meantKinds, type TypeRule } from "./rules/type-rules.js";
import { boundsOf } from "../rows/row-bounds.js";
import { isScalar, type Shape } from "../shape/shape.js";
import type { Kind } from "../words/kind.js";

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

/** The kinds that the types of rows mean, which prose may say better. */
export function documentedKinds(
  rows: readonly Row[],
  shape: Shape,
  branch: Branch,
  prose: string,
  rules: readonly TypeRule[],
): ReturnType<typeof meantKinds> {
  return meantKinds(rules, {
    name: rows[0]?.name.value ?? "",
    named: [...new Set(rows.flatMap((row) => readType(row.entry?.type ?? "").kinds))],
    valueless: rows.length > 0 && rows.every((row) => isValueless(row.entry?.type ?? "")),
    prose,
    seen: branch.below.size > 0 || [...shape.kinds].some((kind) => kind !== "null"),
    textSeen: shape.strings.length > 0,
  });
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
function isLeftOut(member: string, keys: readonly string[], context: BodyContext): boolean {
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
function textsElsewhere(path: string, { knowledge, resource, side }: BodyContext): boolean {
  return knowledge.holdsTexts(memberKey(keysOf(path).slice(0, -1), resource), side);
}

/** Whether rows below a place name it with the brackets of a list: `locks[].code`, `locks[*].code`. */
function isIndexed(name: string, branch: Branch): boolean {
  return [...branch.below.values()].some(
    (below) =>
      below.rows.some(({ row }) =>
        row.name.value.split(".").some((part) => {
          const at = part.indexOf("[");
          return (
            at > 0 && part.slice(0, at) === name && /^\[(?:\d*|\*|[a-z])\]$/i.test(part.slice(at))
          );
        }),
      ) || isIndexed(name, below),
  );
}

/** The kinds that the docs name, those that samples and prose add, and null where anything speaks for it. */
export function kindsOf(
  shape: Shape,
  branch: Branch,
  rows: readonly Row[],
  prose: string,
  path: string,
  context: BodyContext,
): readonly Kind[] {
  const { knowledge, side, noted } = context;
  const { rules } = knowledge;
  const types = rows.map((row) => readType(row.entry?.type ?? ""));
  const { kinds: documented, rule } = documentedKinds(rows, shape, branch, prose, rules.type);
  const own = [...shape.kinds].filter((kind) => kind !== "null");
  // What another sample answered for the same entry may come here, too; not where the entry is of
  // some microversions only, since that sample may be of others.
  const { min, max } = boundsOf(rows[0]);
  const everywhere = min === undefined && max === undefined;
  const elsewhere =
    side === "response" && documented.length > 0 && rows.length === 1 && everywhere
      ? rows.flatMap((row) => [...knowledge.kinds(row, "response")])
      : [];
  const isMember = !/(?:\[\]|\*)$/.test(path);
  const member = isMember ? memberKey(keysOf(path), context.resource) : "";
  const onSide = knowledge.memberKinds(member, side);
  const decided = decideKinds(rules.kind, {
    documented,
    shown: own,
    answered: elsewhere.filter(isScalar),
    denying: own.length === 0 && everywhere ? denied(documented, onSide) : [],
    textsInMap: path.endsWith(".*") && own.every(isScalar) && textsElsewhere(path, context),
    holdsRows: branch.below.size > 0,
    indexed: isMember && own.length === 0 && isIndexed(keysOf(path).at(-1) ?? "", branch),
    rows: rows.length,
    fromFirst: min === undefined,
    prose,
  });
  const kinds = new Set(decided.map(({ kind }) => kind));
  contradictions(shape, own, documented, rows, path, context);
  const name = isMember ? (keysOf(path).at(-1) ?? "") : "";
  const reason = nullReason(rules.null, {
    side,
    changes: context.changes,
    name,
    kinds,
    prose,
    typed: types.some((type) => type.nullable),
    shown: shape.kinds.has("null"),
    answered:
      side === "response" &&
      (onSide.has("null") || rows.some((row) => knowledge.kinds(row, "response").has("null"))),
    leftOut: isMember && isLeftOut(member, keysOf(path), context),
    othersShown: context.showsNulls,
    ofExtension: rows.length > 0 && context.ofExtensions.has(name),
  });
  const nullable = reason !== undefined && (kinds.size > 0 || shape.kinds.has("null"));
  if (nullable) kinds.add("null");
  if (noted !== undefined) {
    const reasonsOf = (named: string | undefined) => (named === undefined ? [] : [{ rule: named }]);
    if (documented.length > 0)
      noted({
        question: "type",
        path,
        answer: documented.join(", "),
        reasons: reasonsOf(rule),
        rows,
      });
    for (const each of decided)
      if (each.rule !== undefined)
        noted({ question: "kind", path, answer: each.kind, reasons: reasonsOf(each.rule), rows });
    noted({
      question: "null",
      path,
      answer: nullable ? "may be null" : "is never null",
      reasons: reasonsOf(reason),
      rows,
    });
  }
  return order.filter((kind) => kinds.has(kind));
}

/** Tells where rows and their prose, or rows and samples, do not agree about the type. */
function contradictions(
  shape: Shape,
  own: readonly Kind[],
  documented: readonly Kind[],
  rows: readonly Row[],
  path: string,
  { found }: BodyContext,
): void {
  const named = rows.flatMap((row) => readType(row.entry?.type ?? "").kinds);
  const [row] = rows;
  const entry = row?.entry;
  if (
    entry !== undefined &&
    !named.every((kind) => documented.includes(kind)) &&
    documented.includes("array")
  )
    found({ kind: "type-contradicts-description", entry });
  if (
    row !== undefined &&
    documented.length > 0 &&
    own.length > 0 &&
    own.every((kind) => !admits(documented, kind)) &&
    !shape.borrowed
  )
    found({ kind: "type-contradicts-sample", row, path });
}
