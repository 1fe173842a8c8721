import type { Operation, Row } from "../reference.js";
import { isListing } from "../words/names/collections.js";

/** The rows of an operation by where they really go, which is not always what their `in` says. */
export interface SortedRows {
  readonly path: readonly Row[];
  readonly query: readonly Row[];
  readonly header: readonly Row[];
  readonly requestBody: readonly Row[];
  readonly responseHeader: readonly Row[];
  readonly responseBody: readonly Row[];
  /** `in: path`, but the URL has no such name and no sample either. */
  readonly unplaced: readonly Row[];
}

/** Names that a path has for a resource. */
const identifier = /(?:^|[_-])(?:(?:uu)?id|ident|identifier|name|key)$/i;

/** Methods whose content means nothing (RFC 9110, 9.3.1 and 9.3.2). */
export function isBodyless({ method }: Operation): boolean {
  return method.value === "GET" || method.value === "HEAD";
}

/**
 * Sorts rows by use: a name in the URL is a path parameter whatever `in` says; a path parameter
 * that is not in the URL isn't one; a response has no path and no query. What may be left out is no
 * part of a path but a query parameter, and so is what a listing has beside names of resources, such
 * as `limit`; what other URLs have, or a name that must be there, is of a path that this URL lost.
 * What the sample of an answer shows in the body is no header of it.
 *
 * `sampled` holds the names of all keys in the request samples, `variables` those of all URLs, `shown`
 * those of all keys in the samples of the response.
 */
export function sortRows(
  operation: Operation,
  sampled: ReadonlySet<string>,
  variables: ReadonlySet<string>,
  shown: ReadonlySet<string> = new Set(),
): SortedRows {
  const path: Row[] = [];
  const query: Row[] = [];
  const header: Row[] = [];
  const requestBody: Row[] = [];
  const unplaced: Row[] = [];
  const rows = operation.request.flatMap((list) => list.rows);
  const saidPath = new Set(
    rows.filter((row) => row.entry?.in === "path").map((row) => row.name.value),
  );
  const inUrl = new Set(operation.variables);
  const bodyless = isBodyless(operation);
  const spelt = new Set(operation.variables.map(bareName));
  const ofServer = serverVariables(operation);
  const isFilter = ({ name, entry }: Row): boolean =>
    !ofServer.has(name.value) &&
    (bodyless || operation.method.value === "DELETE") &&
    !spelt.has(bareName(name.value)) &&
    !variables.has(name.value) &&
    (entry?.required === false || (isListing(operation) && !identifier.test(name.value)));
  const placed = new Set<string>();
  for (const row of rows) {
    const name = row.name.value;
    const said = row.entry?.in;
    const isVariable = inUrl.has(name) && (said === "path" || !saidPath.has(name));
    if (isVariable && !placed.has(name)) {
      placed.add(name);
      path.push(row);
    } else if (isVariable) path.push(row);
    else if (said === "header") header.push(row);
    else if (said === "query") query.push(row);
    else if (said === "path" && isFilter(row)) query.push(row);
    else if (said === "path") (sampled.has(name) && !bodyless ? requestBody : unplaced).push(row);
    else if (bodyless && sampled.size === 0) query.push(row);
    else if (said === "body" || sampled.has(name)) requestBody.push(row);
    else
      (["POST", "PUT", "PATCH"].includes(operation.method.value) ? requestBody : query).push(row);
  }
  const answered = operation.response.flatMap((list) => list.rows);
  const isHeader = ({ name, entry }: Row): boolean =>
    entry?.in === "header" && !shown.has(name.value);
  return {
    path,
    query,
    header,
    requestBody,
    unplaced,
    responseHeader: answered.filter(isHeader),
    responseBody: answered.filter((row) => !isHeader(row)),
  };
}

/** The names in what the URL has before its path: `host` of `http://{host}:{port}/v1`. */
export function serverVariables({ server }: Operation): ReadonlySet<string> {
  return new Set([...(server ?? "").matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? ""));
}

/** A name without what writers vary: `Image-ID` and `image_id` mean one thing. */
export function bareName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, "");
}
