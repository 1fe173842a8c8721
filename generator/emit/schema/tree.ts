import type { SchemaObject } from "../../openapi/document.js";
import type { Text } from "../text.js";

/**
 * A type, as plain data: what is left of a syntax tree once nothing but types is in it. A `fixed`
 * array is `readonly`.
 */
export type Tree =
  /** A keyword or a literal. */
  | { readonly kind: "word"; readonly text: Text<"code"> }
  /** `(string & {})`: any value of that type, beside known ones that an editor still offers. */
  | { readonly kind: "open"; readonly of: "string" | "number" }
  | { readonly kind: "reference"; readonly component: string }
  | { readonly kind: "array"; readonly of: Tree; readonly fixed?: true }
  /** Behind the first `least` its elements may be left out; all are there where that is not given. */
  | { readonly kind: "tuple"; readonly of: readonly Tree[]; readonly least?: number }
  | { readonly kind: "union" | "intersection"; readonly of: readonly Tree[] }
  | ObjectTree
  /** `Omit<…>` and the like, with the names of members as literals. */
  | { readonly kind: "generic"; readonly name: Text<"code">; readonly of: readonly Tree[] };

export interface ObjectTree {
  readonly kind: "object";
  readonly members: readonly Member[];
  /** The type of every other member. */
  readonly index: Tree | undefined;
}

export interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly type: Tree;
  /** Where it was made from: its words are the JSDoc. */
  readonly schema: SchemaObject | undefined;
}

/** Equal for equal types, whatever their words. */
export function treeKey(tree: Tree): string {
  return JSON.stringify(tree, (key, value: unknown) => (key === "schema" ? undefined : value));
}

export function isWord(tree: Tree, text: string): boolean {
  return tree.kind === "word" && tree.text === text;
}

/** The components that a type refers to, each once. */
export function componentsIn(tree: Tree, found = new Set<string>()): ReadonlySet<string> {
  switch (tree.kind) {
    case "reference":
      found.add(tree.component);
      break;
    case "array":
      componentsIn(tree.of, found);
      break;
    case "object":
      for (const member of tree.members) componentsIn(member.type, found);
      if (tree.index) componentsIn(tree.index, found);
      break;
    case "tuple":
    case "union":
    case "intersection":
    case "generic":
      for (const inner of tree.of) componentsIn(inner, found);
      break;
    default:
  }
  return found;
}
