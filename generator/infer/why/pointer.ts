import { pointerOf } from "../../collections/json-pointer.js";
import type { BodyNode } from "../shape/node.js";

/** The parts of an operation that have places. */
export const parts = ["request", "response", "path", "query", "header"] as const;
export type Part = (typeof parts)[number];

/** A place of an operation: `/response/boxes/0/id`, `/query/limit`. */
export interface Pointer {
  readonly part: Part;
  /** Keys on the way; `[]` for the items of a list, `*` for the values of a map. */
  readonly keys: readonly string[];
}

/**
 * Reads a JSON Pointer (RFC 6901) whose first word is a part. A number, `-` or `[]` stands for any
 * item of a list. Undefined where it does not begin with a part.
 */
export function readPointer(text: string): Pointer | undefined {
  const [first = "", ...rest] = text.replace(/^#?\/?/, "").split("/");
  const part = parts.find((each) => each === first);
  if (part === undefined) return undefined;
  const keys = rest
    .filter((key, index) => key !== "" || index < rest.length - 1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return { part, keys: keys.map((key) => (/^(?:\d+|-)$/.test(key) ? "[]" : key)) };
}

/** A pointer as it is written. */
export function writePointer({ part, keys }: Pointer): string {
  return pointerOf([part, ...keys]);
}

/** The most places of one body that are told apart. */
const most = 20_000;

/** Every place of a body, with what is known of it. */
export function placesOf(part: Part, body: BodyNode): ReadonlyMap<string, readonly BodyNode[]> {
  const places = new Map<string, BodyNode[]>();
  const visit = (node: BodyNode, keys: readonly string[]): void => {
    const at = writePointer({ part, keys });
    const known = places.get(at);
    if (known === undefined && places.size >= most) return;
    if (known === undefined) places.set(at, [node]);
    else known.push(node);
    for (const { name, variants } of node.members)
      for (const variant of variants) visit(variant.node, [...keys, name]);
    if (node.items !== undefined) visit(node.items, [...keys, "[]"]);
    if (node.values !== undefined) visit(node.values, [...keys, "*"]);
  };
  visit(body, []);
  return places;
}

/**
 * The name that decisions have for a place: keys with dots between, lists passed through, `[]` at
 * the end for the items of a list.
 */
export function decisionKey(keys: readonly string[]): string {
  const last = keys.at(-1) === "[]" ? "[]" : "";
  return keys.filter((key) => key !== "[]").join(".") + last;
}

/** The same for the path of a decision, `boxes[].lid.id`. */
export function keyOfDecision(path: string): string {
  const last = path.endsWith("[]") ? "[]" : "";
  return path.replaceAll("[]", "").replace(/^\./, "") + last;
}
