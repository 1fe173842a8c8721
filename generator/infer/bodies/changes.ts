import type { Row } from "../reference.js";
import { creates, referenceKey, type BodySide } from "../siblings/body.js";
import { isPlaceholder } from "../words/data-keys.js";
import { placeRows, wrapperOf, type PlacedRow, type PlaceRules } from "../rows/place-rows.js";

/** Whether a request changes what is there already, and sends back what it has read. */
export function changesResource({ operation, side }: BodySide): boolean {
  const created = operation.statuses.some(({ code }) => code === 201);
  return side === "request" && /^(?:PUT|PATCH)$/.test(operation.method.value) && !created;
}

/**
 * Whether a request says only what is to change: PATCH (RFC 5789), and what is called PUT where the
 * sample leaves out most of what the docs require.
 */
export function changesParts(body: BodySide, rules: PlaceRules): boolean {
  if (body.side !== "request") return false;
  const method = body.operation.method.value;
  if (method !== "PUT" || body.sampled === undefined) return method === "PATCH";
  const required = requiredRows(body, rules);
  const absent = required.filter(isAbsent);
  return absent.length > 1 && 2 * absent.length > required.length - 1;
}

/** How many of the changes of a service leave out what they require, at least, to tell its way. */
const telling = 0.25;

/**
 * The entries, as `referenceKey` writes them, that are required of what a resource is, not of a
 * request that changes it: answers and creation refer to them, too, and the samples of several
 * changes leave out what is required. None where samples do not.
 */
export function saidOfResources(
  sides: readonly BodySide[],
  rules: PlaceRules,
): ReadonlySet<string> {
  const changes = sides.filter(
    (body) => changesMember(body) && requiredRows(body, rules).some((row) => !wraps(row, body)),
  );
  const partial = changes.filter((body) =>
    requiredRows(body, rules).some((row) => isAbsent(row) && !wraps(row, body)),
  );
  if (partial.length < 2 || partial.length < telling * changes.length) return new Set();
  return new Set(
    sides
      .filter((body) => body.side === "response" || creates(body))
      .flatMap(({ rows }) => rows.map(referenceKey)),
  );
}

/** Whether a request is a PUT that changes one resource of a collection, under its wrapper. */
export function changesMember(body: BodySide): boolean {
  const { operation, sampled } = body;
  return (
    changesResource(body) &&
    operation.method.value === "PUT" &&
    /\}\/?$/.test(operation.path) &&
    sampled !== undefined &&
    wrapperOf(sampled) !== undefined
  );
}

/** The rows that are required whatever the microversion. */
function requiredRows({ rows, sampled }: BodySide, by: PlaceRules): readonly PlacedRow[] {
  if (sampled === undefined) return [];
  return placeRows(rows, sampled, by).filter(({ row }) => isRequired(row));
}

function isRequired({ entry, name }: Row): boolean {
  return (
    entry?.required === true &&
    entry.minVersion === undefined &&
    entry.maxVersion === undefined &&
    !isPlaceholder(name.value)
  );
}

const isAbsent = ({ by }: PlacedRow): boolean => by === "order";

function wraps({ path }: PlacedRow, { sampled }: BodySide): boolean {
  return path.length === 1 && sampled !== undefined && path[0] === wrapperOf(sampled);
}
