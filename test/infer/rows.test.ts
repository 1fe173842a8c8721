import { expect, test } from "vitest";
import type { Row } from "../../generator/apiref/model.js";
import { sortRows, type SortedRows } from "../../generator/infer/rows/rows.js";
import { operationsOf, type Entries } from "./docs.js";

const entries: Entries = {
  id: { in: "path", required: true },
  filter: { in: "query" },
  token: { in: "header" },
  name: { in: "body" },
  odd: { in: "cookie" },
};

/** Where the rows of one operation go, as `place: names`; empty places left out. */
function placesOf(
  call: string,
  request: string,
  sampled: readonly string[] = [],
  response?: string,
  shown: readonly string[] = [],
) {
  const [operation] = operationsOf(entries, {
    call,
    request,
    ...(response !== undefined && { response }),
  });
  if (operation === undefined) throw new Error("no operation");
  const sorted: SortedRows = sortRows(operation, new Set(sampled), new Set(), new Set(shown));
  return Object.entries<readonly Row[]>({ ...sorted })
    .filter(([, rows]) => rows.length > 0)
    .map(([place, rows]) => `${place}: ${rows.map((row) => row.reference.value).join(" ")}`);
}

test.each<[string, string, string, readonly string[], readonly string[]]>([
  // why                            call            rows           sampled      places
  [
    "each where its entry says",
    "PUT /boxes/{id}",
    "id, filter, token, name",
    ["name"],
    ["path: id", "query: filter", "header: token", "requestBody: name"],
  ],
  ["a name in the URL is in the path", "PUT /boxes/{name}", "name", [], ["path: name"]],
  [
    "a namesake of a path row stays where it is said to be",
    "PUT /boxes/{id}",
    "id, id: name",
    [],
    ["path: id", "requestBody: name"],
  ],
  ["a path row twice, by version", "PUT /boxes/{id}", "id, id", [], ["path: id id"]],
  ["not in the URL and in no sample", "PUT /boxes", "id", [], ["unplaced: id"]],
  ["not in the URL, but in the sample", "PUT /boxes", "id", ["id"], ["requestBody: id"]],
  ["of a GET the sample decides nothing", "GET /boxes", "id", ["id"], ["unplaced: id"]],
  ["a GET has no body", "GET /boxes", "name", [], ["query: name"]],
  ["a HEAD has none, either", "HEAD /boxes", "name", [], ["query: name"]],
  ["a GET that shows a body has one", "GET /boxes", "name", ["name"], ["requestBody: name"]],
  ["a DELETE may have a body", "DELETE /boxes", "name", [], ["requestBody: name"]],
  ["an unknown place in a POST", "POST /boxes", "odd", [], ["requestBody: odd"]],
  ["an unknown place in a DELETE", "DELETE /boxes", "odd", [], ["query: odd"]],
  ["unless the sample has it", "DELETE /boxes", "odd", ["odd"], ["requestBody: odd"]],
  ["an entry that is missing", "POST /boxes", "lost: lost", [], ["requestBody: lost"]],
])("%s", (_why, call, rows, sampled, expected) => {
  expect(placesOf(call, rows, sampled)).toEqual(expected);
});

test("a response has headers and a body, whatever its rows say", () => {
  expect(placesOf("GET /boxes/{id}", "id", [], "id, filter, token, name, odd")).toEqual([
    "path: id",
    "responseHeader: token",
    "responseBody: id filter name odd",
  ]);
});

test("what the sample of an answer shows in the body is no header of it", () => {
  const rows = "id, token, key: token";
  expect(placesOf("GET /boxes/{id}", "id", [], rows, ["id", "key"])).toEqual([
    "path: id",
    "responseHeader: token",
    "responseBody: id token",
  ]);
});
