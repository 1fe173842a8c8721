import type { Operation } from "../../reference.js";
import { pathWords } from "../../words/names/collections.js";
import { anyKey, type Path } from "../../shape/shape.js";
import { singular } from "../../../english/number.js";

/**
 * A member by the resource that has it, whatever list or wrapper both stand under: `role.domain_id`
 * in `{ role: { domain_id } }` as in `{ roles: [{ domain_id }] }`. At the top of a body it belongs
 * to what the path names. The alias of an extension (`OS-EXT-AZ:`) is left out: what a request calls
 * `availability_zone` may come back under it.
 */
export function memberKey(path: Path, resource: string): string {
  const parent = path.findLast((key, index) => index < path.length - 1 && key !== anyKey);
  const owner = singular(withoutAlias(parent ?? resource)).toLowerCase();
  return `${owner}.${withoutAlias(path.at(-1) ?? "")}`;
}

/** What the path of an operation names: its last literal word. */
export function resourceOf(operation: Operation): string {
  return (pathWords(operation.path).at(-1) ?? "").replaceAll("-", "_");
}

/**
 * The same of a body that is all of one member: `{ specs: … }` at `/boxes/{box_id}/specs` is what
 * boxes have under that name.
 */
export function memberOfParent(path: Path, operation: Operation): string {
  const resource = resourceOf(operation);
  const parent = pathWords(operation.path).at(-2);
  return path.length === 1 && path[0] === resource && parent !== undefined
    ? memberKey(path, parent.replaceAll("-", "_"))
    : memberKey(path, resource);
}

function withoutAlias(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}
