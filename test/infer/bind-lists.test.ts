import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { infer } from "../../generator/infer/infer.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const parameters = `
name: {in: body, type: string, required: true, description: Its name.}
other_name: {in: body, type: string, required: true, description: Its other name.}
since: {in: body, type: string, required: true, min_version: "1.7", description: A part.}
until: {in: body, type: string, required: true, max_version: "1.3", description: A part.}
place: {in: header, type: string, required: true, description: Where it is.}
`;

/** An operation with a list of rows, `name: reference, …`, under each heading. */
function reference(lists: Readonly<Record<string, string>>, about: string): string {
  const sections = Object.entries(lists).map(
    ([heading, rows]) =>
      `${heading}\n${"-".repeat(heading.length)}\n\n.. rest_parameters:: parameters.yaml\n\n${rows
        .split(", ")
        .map((row) => `  - ${row}\n`)
        .join("")}`,
  );
  return `Make Box\n========\n\n.. rest_method:: POST /boxes\n${about}\n\n${sections.join("\n")}`;
}

function boundsOfRows(lists: Readonly<Record<string, string>>, about: string): string {
  const tree = memoryTree({
    "boxes.inc": reference(lists, about),
    "parameters.yaml": parameters,
  });
  const { value } = infer(readApiReference(tree).value);
  const [found] = [...value.operations.values()];
  const { requestBody = [], responseHeader = [], responseBody = [] } = found?.rows ?? {};
  return [...requestBody, ...responseHeader, ...responseBody]
    .map(
      ({ name, entry }) => `${name.value} ${entry?.minVersion ?? ""}..${entry?.maxVersion ?? ""}`,
    )
    .join(", ");
}

const codes = "\nNormal response codes: 200";

test.each<[why: string, lists: Readonly<Record<string, string>>, bounds: string, about?: string]>([
  [
    "each list binds its rows, to the end of all microversions and from their first",
    { "Response (microversions 1.0 - 1.4)": "name: name", "Response (1.5 - )": "name: other_name" },
    "name ..1.4, name 1.5..",
  ],
  [
    "what both have is of both",
    { "Request (since 1.5)": "name: name, since: since", "Request (until 1.4)": "name: name" },
    "name .., since 1.7.., name ..",
  ],
  [
    "what lies between two lists is as it was before",
    { "Request (1.6 - )": "name: other_name", "Request (1.1 - 1.3)": "name: name, place.x: name" },
    "name 1.6.., name 1.1..1.5, place.x 1.1..1.5",
  ],
  [
    "a list begins where the operation does",
    { "Request (microversions 1.3 - 1.8)": "name: name" },
    "name ..1.8",
    "   :min_version: 1.3",
  ],
  [
    "an answer begins where its status does",
    { "Response (1.2 - 1.4)": "place: place", "Response (1.5 - )": "place: place, name: name" },
    "place .., place .., name ..",
    "\nNormal response codes: 201 (microversions 1.0 - 1.4), 200 (microversions 1.5 - )",
  ],
  [
    "the keys of an entry say it within the list, or are right where nothing would be left",
    { "Request (1.5 - 1.9)": "since: since, until: until" },
    "since 1.7..1.9, until ..1.3",
  ],
  [
    "the rows of a dotted name keep what holds them",
    { "Request (1.5 - )": "box.lid: name", "Request (1.1 - 1.4)": "box: other_name" },
    "box.lid 1.5.., box 1.1..",
  ],
  ["versions of others bind nothing", { "Request (since 3.5)": "name: name" }, "name .."],
  ["a heading without a range binds nothing", { "Request (v1.5)": "name: name" }, "name .."],
])("%s", (_why, lists, bounds, about = codes) => {
  const all = { ...lists, "Response (JSON)": "until: until" };
  expect(boundsOfRows(all, about.includes("codes") ? about : `${about}${codes}`)).toBe(
    [bounds, "until ..1.3"].join(", "),
  );
});
