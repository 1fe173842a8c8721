import type { Operation } from "../../reference.js";
import { plural } from "../../../english/number.js";

/** The path of the collection that `path` names a member of; any other path as it is. */
export function collectionOf(path: string): string {
  return path.replace(/\/\{[^{}]*\}\/?$/, "");
}

/** The literal words of a path, without versions, variables and a final `detail`. */
export function pathWords(path: string): readonly string[] {
  const words = path
    .split("/")
    .filter((word) => word !== "" && !/[{}]/.test(word) && !/^v\d+(\.\d+|\.x)?$/i.test(word));
  return words.at(-1) === "detail" ? words.slice(0, -1) : words;
}

/** Whether the answer of the operation is a list of what its path names. */
export function isListing(operation: Operation): boolean {
  if (operation.method.value !== "GET") return false;
  const segments = operation.path.split("/").filter(Boolean);
  if (/[{}]/.test(segments.at(-1) ?? "")) return false;
  const word = pathWords(operation.path).at(-1) ?? "";
  if (/^shows?\b/i.test(operation.title.value) && !/\ball\b|\blist\b/i.test(operation.title.value))
    return false;
  return (
    /^lists?\b|^get (?:all|list)|\blist\b/i.test(operation.title.value) || plural(word) === word
  );
}
