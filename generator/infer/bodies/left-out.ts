import { readType } from "../documented-type.js";
import { pathWords, type SampledBody } from "./body.js";
import { memberKey, resourceOf } from "./member-key.js";
import { walk } from "./shape.js";
import { singular } from "./words.js";

/** Prose that tells what a value is where the request has none, so that it is not null. */
const tellsOtherwise =
  /\bdefaults?\b|\bgenerat|\bomit|\b(?:if|when|unless|without)\b[^.]{0,60}\b(?:not|no|without|unset|specif|provid|giv|suppl)/i;

/** What a service makes up itself, or takes from the token of the caller. */
const filledIn = /^(?:id|uuid|(?:user|project|tenant|domain)_id)$/;

/**
 * Members, as `memberKey` writes them, that answers may show as null: strings that the request which
 * creates their resource may leave out, where nothing tells what they are then. Only in services
 * whose samples show such members as null, and hardly as an empty string.
 */
export function leftOut(bodies: readonly SampledBody[]): ReadonlySet<string> {
  const optional = new Set(bodies.flatMap((body) => (creates(body) ? optionalStrings(body) : [])));
  const nulls = new Set<string>();
  const empties = new Set<string>();
  for (const { body, skeleton } of bodies) {
    if (body.side !== "response") continue;
    walk(skeleton, (path, { kinds, strings }) => {
      const key = memberKey(path, resourceOf(body.operation));
      if (!optional.has(key)) return;
      if (kinds.has("null")) nulls.add(key);
      if (strings.includes("")) empties.add(key);
    });
  }
  if (nulls.size < 2 * empties.size || nulls.size === 0) return new Set();
  // A service may do otherwise for one name: `description` is never null in some.
  const named = (keys: ReadonlySet<string>, name: string): number =>
    [...keys].filter((key) => nameOf(key) === name).length;
  return new Set(
    [...optional].filter((key) => named(nulls, nameOf(key)) >= named(empties, nameOf(key))),
  );
}

const nameOf = (key: string): string => key.slice(key.lastIndexOf(".") + 1);

/** Whether a body is the request that makes what its path collects. */
function creates({ body: { operation, side } }: SampledBody): boolean {
  const last = pathWords(operation.path).at(-1) ?? "";
  return (
    side === "request" &&
    operation.method.value === "POST" &&
    !/\}\/?$/.test(operation.path) &&
    singular(last) !== last
  );
}

/** The members of the resource itself, not of what it holds, that the request may leave out. */
function optionalStrings({ body, wrapper, placed }: SampledBody): readonly string[] {
  const depth = wrapper === undefined ? 1 : 2;
  const resource = resourceOf(body.operation);
  const members = placed.filter(({ path }) => path.length === depth);
  return members.flatMap(({ row: { entry }, path }) => {
    const kinds = readType(entry?.type ?? "").kinds;
    if (entry?.required !== false || kinds.length !== 1 || kinds[0] !== "string") return [];
    if (entry.default !== undefined || tellsOtherwise.test(entry.description.markdown)) return [];
    if (filledIn.test(path.at(-1) ?? "")) return [];
    const key = memberKey(path, resource);
    return depth === 1 || key.startsWith(`${singular(resource).toLowerCase()}.`) ? [key] : [];
  });
}
