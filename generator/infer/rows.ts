import type { Operation, Row } from "../apiref/model.js";

/** The rows of an operation by where they really go, which is not always what their `in` says. */
export interface SortedRows {
  readonly path: readonly Row[];
  readonly query: readonly Row[];
  readonly header: readonly Row[];
  readonly requestBody: readonly Row[];
  readonly responseHeader: readonly Row[];
  readonly responseBody: readonly Row[];
  /** `in: path`, but the URL has no such name and no sample either. */
  readonly homeless: readonly Row[];
}

/**
 * Sorts rows by use: a name in the URL is a path parameter whatever `in` says; a path parameter
 * that is not in the URL isn't one; a response has no path and no query.
 *
 * `sampled` holds the names of all keys in the request samples.
 */
export function sortRows(operation: Operation, sampled: ReadonlySet<string>): SortedRows {
  const path: Row[] = [];
  const query: Row[] = [];
  const header: Row[] = [];
  const requestBody: Row[] = [];
  const homeless: Row[] = [];
  const rows = operation.request.flatMap((list) => list.rows);
  const saidPath = new Set(
    rows.filter((row) => row.entry?.in === "path").map((row) => row.name.value),
  );
  const inUrl = new Set(operation.variables);
  const bodyless = ["GET", "HEAD"].includes(operation.method.value);
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
    else if (said === "path") (sampled.has(name) && !bodyless ? requestBody : homeless).push(row);
    else if (bodyless && sampled.size === 0) query.push(row);
    else if (said === "body" || sampled.has(name)) requestBody.push(row);
    else
      (["POST", "PUT", "PATCH"].includes(operation.method.value) ? requestBody : query).push(row);
  }
  const answered = operation.response.flatMap((list) => list.rows);
  return {
    path,
    query,
    header,
    requestBody,
    homeless,
    responseHeader: answered.filter((row) => row.entry?.in === "header"),
    responseBody: answered.filter((row) => row.entry?.in !== "header"),
  };
}
