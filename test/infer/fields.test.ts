import { describe, expect, test } from "vitest";
import { fieldsParameter, saysOnlyMembers } from "../../generator/infer/operations/fields.js";
import { isJoined } from "../../generator/infer/words/values/repeated.js";
import { sortRows } from "../../generator/infer/rows/rows.js";
import { operationsOf, type Entries } from "./docs.js";

describe("prose that says which members are returned", () => {
  test.each<[string, string]>([
    // prose                                                              why
    ["Only these members are returned, the others are left out.", "only … are returned"],
    ["The lids that you want. Only the ``id`` and ``lid`` fields will be returned.", "by name"],
    ["The API returns only the requested set of attributes.", "returns only"],
    ["One or more fields to be returned in the response.", "to be returned"],
    ["The attributes that you want the server to return.", "you want the server to return"],
    ["Names of properties to include, with commas between.", "to include"],
    ["Limits the attributes that are returned to these.", "limits"],
    ["Only these\nmembers are\nreturned.", "over several lines"],
  ])("%s", (prose) => {
    expect(saysOnlyMembers(prose)).toBe(true);
  });

  test.each<[string, string]>([
    ["Fields to be excluded from the response.", "names what is left out"],
    ["Additional attributes to include in the response.", "on top"],
    ["Only boxes with these attributes are returned.", "chooses boxes"],
    ["Only accepted members are returned.", "members that are resources"],
    ["The maximum number of properties to return.", "how many"],
    ["Filters the response by an attribute.", "chooses boxes, too"],
    ["Sorts by one or more attributes.", "an order"],
    ["", "nothing"],
  ])("not: %s", (prose) => {
    expect(saysOnlyMembers(prose)).toBe(false);
  });
});

describe("the parameter that leaves members of the answer out", () => {
  const only = "Only these members are returned.";
  test.each<[string, Entries, string, string | undefined]>([
    ["is called fields", { fields: { in: "query" } }, "GET /boxes", "fields"],
    ["says so", { show: { in: "query", says: only } }, "GET /boxes", "show"],
    ["stands in the URL alone", {}, "GET /boxes?fields={fields}", "fields"],
    ["is a list", { fields: { in: "query", type: "array" } }, "GET /boxes", "fields"],
    [
      "is none where it is a switch",
      { brief: { in: "query", type: "boolean", says: only } },
      "GET /boxes",
      undefined,
    ],
    ["is none in a body", { fields: { in: "body" } }, "POST /boxes", undefined],
    ["is none of other names", { lid: { in: "query" } }, "GET /boxes", undefined],
  ])("%s", (_, entries, call, name) => {
    const request = Object.keys(entries).join(", ");
    const [operation] = operationsOf(entries, { call, ...(request !== "" && { request }) });
    expect(operation && fieldsParameter(operation, sortRows(operation, new Set(), new Set()))).toBe(
      name,
    );
  });
});

describe("several values in one text", () => {
  test.each<[string, boolean, string]>([
    // prose                                                   joined  why
    ["For example, ``GET /v1/boxes?lid=red,blue``.", true, "in a URL"],
    ["A comma-separated list of lids.", true, "in words"],
    ["Use the comma to separate lids: separate them by commas.", true, "by commas"],
    ["Lids, comma delimited.", true, "delimited"],
    ["For example, ``lid=red``, or none.", false, "the comma of a sentence"],
    ["For example, ``size=1,2``.", false, "another parameter"],
    ["Lids.", false, "nothing said"],
  ])("%s: %s", (prose, joined) => {
    expect(isJoined("lid", prose)).toBe(joined);
  });
});
