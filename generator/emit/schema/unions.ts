import { code } from "../text.js";
import type { ObjectTree, Tree } from "./tree.js";
import { isWord, treeKey } from "./tree.js";

export const unknownTree: Tree = { kind: "word", text: code`unknown` };
export const neverTree: Tree = { kind: "word", text: code`never` };
const undefinedTree: Tree = { kind: "word", text: code`undefined` };

/**
 * The union of types: flat, each once, null last. Beside known strings "any string" becomes open,
 * so that the known ones stay visible; what takes every value takes the place of all.
 */
export function unionOf(types: readonly Tree[]): Tree {
  const flat = types.flatMap((type) => (type.kind === "union" ? type.of : [type]));
  if (flat.some((type) => isWord(type, "unknown"))) return unknownTree;
  const seen = new Map<string, Tree>();
  for (const type of flat) if (!isWord(type, "never")) seen.set(treeKey(type), type);
  const kept = opened(opened([...seen.values()], "string", /^["']/), "number", /^-?\d/);
  const isNull = (type: Tree) => isWord(type, "null");
  const sorted = [...kept.filter((type) => !isNull(type)), ...kept.filter(isNull)];
  const [only] = sorted;
  if (only === undefined) return neverTree;
  return sorted.length === 1 ? only : { kind: "union", of: sorted };
}

/** `"a" | string` says no more than `string`; `"a" | (string & {})` does. */
function opened(
  types: readonly Tree[],
  of: "string" | "number",
  literals: RegExp,
): readonly Tree[] {
  const isAny = (type: Tree) => isWord(type, of) || (type.kind === "open" && type.of === of);
  if (types.filter(isAny).length === 0) return types;
  const known = types.some((type) => type.kind === "word" && literals.test(type.text));
  const rest = types.filter((type) => !isAny(type));
  if (known) return [...rest, { kind: "open", of }];
  const any: Tree = { kind: "word", text: of === "string" ? code`string` : code`number` };
  const place = types.findIndex(isAny);
  return [...types.slice(0, place), any, ...rest.slice(place)];
}

export function withUndefined(type: Tree): Tree {
  if (isWord(type, "unknown")) return type;
  return type.kind === "union"
    ? { kind: "union", of: [...type.of, undefinedTree] }
    : { kind: "union", of: [type, undefinedTree] };
}

/**
 * Types that hold at once. Members and an index signature in one object: TypeScript wants every
 * member to fit the signature, so the signature takes what the members have as well.
 */
export function intersectionOf(types: readonly Tree[]): Tree {
  const flat = types.flatMap((type) => (type.kind === "intersection" ? type.of : [type]));
  if (flat.some((type) => isWord(type, "never"))) return neverTree;
  const known = new Map(
    flat.filter((type) => !isWord(type, "unknown")).map((type) => [treeKey(type), type]),
  );
  const parts = [...known.values()];
  const [only] = parts;
  if (only === undefined) return unknownTree;
  return parts.length === 1 ? only : { kind: "intersection", of: parts };
}

/** The members and the index signature of one schema, as one object. */
export function indexed(object: ObjectTree): ObjectTree {
  const { members, index } = object;
  if (index === undefined || members.length === 0) return object;
  const types = members.map((member) => member.type);
  const optional = members.some((member) => member.optional);
  const wide = unionOf([index, ...types]);
  return { ...object, index: optional ? withUndefined(wide) : wide };
}
