import { lastName, parentOf, valuesAt } from "./sample-values.js";
import type { ShownBodies } from "./shown-bodies.js";

/** What holds links, by its name: `links`, `servers_links`. */
const holder = /(?:^|_)links$/;

/** What a link says of itself: its target, its relation, the type of what is there (RFC 8288, 3). */
const ofLink = new Set(["href", "rel", "type"]);

/** Relations by which lists are paged through, as keys of their addresses (IANA's link relations). */
const relations = new Set(["self", "first", "previous", "prev", "next", "last"]);

/**
 * Whether a place is what every link has: an attribute of an item of `links`, or the address of a
 * relation in it. The row of the links documents that, too.
 */
export function isOfEveryLink(path: string, shown: ShownBodies): boolean {
  const name = lastName(path);
  const parent = parentOf(path, name);
  if (!holder.test(lastName(parent))) return false;
  const known = parent.endsWith("[]") ? ofLink : relations;
  return (
    known.has(name) &&
    valuesAt(shown.values, path).every((value) => value === null || typeof value === "string")
  );
}
