import { expect, test } from "vitest";
import { compare } from "../../generator/diff/diff.js";
import { readSide } from "../../generator/pipeline/sides.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { type Docs, saidOf, sideOf } from "./small-docs.js";

const sent = { name: "a" };
const whole = { name: "a", size: 1 };

test.each([
  {
    why: "a sample that leaves it out was right",
    where: "request" as const,
    old: { sample: sent },
    now: { sample: sent, entries: { size: "type: integer, required: true" } },
    said: ["breaking request-member-became-required /request/size"],
  },
  {
    why: "all samples send it: forgotten, perhaps",
    where: "request" as const,
    old: { sample: whole },
    now: { sample: whole, entries: { size: "type: integer, required: true" } },
    said: ["unknown request-member-became-required /request/size"],
  },
  {
    why: "a new row must be sent, and the sample was left as it was",
    where: "request" as const,
    old: { sample: sent, rows: ["name"] },
    now: { sample: sent, entries: { size: "type: integer, required: true" } },
    said: ["breaking required-request-member-added /request/size"],
  },
  {
    why: "a new row that may be left out",
    where: "request" as const,
    old: { sample: sent, rows: ["name"] },
    now: { sample: sent },
    said: ["addition request-member-added /request/size"],
  },
  {
    why: "the row was mended to what the sample had always shown",
    where: "response" as const,
    old: { sample: { name: "a", size: "7" } },
    now: { sample: { name: "a", size: "7" }, entries: { size: "type: string" } },
    said: ["correction response-type-narrowed /response/size"],
  },
  {
    why: "the row says another type than it, and the sample, did",
    where: "response" as const,
    old: { sample: whole },
    now: { sample: whole, entries: { size: "type: string" } },
    said: ["breaking response-type-widened /response/size"],
  },
  {
    why: "a request's row says another type, and the sample alone hides it",
    where: "request" as const,
    old: { sample: whole },
    now: { sample: whole, entries: { size: "type: string" } },
    said: ["breaking request-type-changed /request/size"],
  },
  {
    why: "taken out of the table while the sample still sends it",
    where: "response" as const,
    old: { sample: whole },
    now: { sample: whole, rows: ["name"] },
    said: ["breaking member-left-to-samples /response/size"],
  },
  {
    why: "a letter of a sample's key was mended",
    where: "response" as const,
    old: { sample: { nmae_of_it: "a", name: "b" }, rows: ["name"] },
    now: { sample: { name_of_it: "a", name: "b" }, rows: ["name"] },
    said: ["correction member-name-mended /response/name_of_it"],
  },
  {
    why: "null in a sample is no promise, and yet news",
    where: "response" as const,
    old: { sample: whole },
    now: { sample: { name: "a", size: null } },
    said: ["unknown response-became-nullable /response/size"],
  },
  {
    why: "a bound that no version history names",
    where: "response" as const,
    old: { sample: whole },
    now: { sample: whole, entries: { size: "type: integer, min_version: 2.5" } },
    said: ["unknown response-member-removed /response/size"],
  },
  {
    why: "a bound that the version history of NEW names",
    where: "response" as const,
    old: { sample: whole },
    now: {
      sample: whole,
      entries: { size: "type: integer, min_version: 2.5" },
      history: "History\n=======\n\n2.5\n---\n\nBoxes have a ``size``.\n",
    },
    said: ["correction response-member-removed /response/size"],
  },
  {
    why: "that history speaks of something else there",
    where: "response" as const,
    old: { sample: whole },
    now: {
      sample: whole,
      entries: { size: "type: integer, min_version: 2.5" },
      history: "History\n=======\n\n2.5\n---\n\nBoxes have a ``resize``.\n",
    },
    said: ["unknown response-member-removed /response/size"],
  },
  {
    why: "another bound in the place of one takes back a promise",
    where: "response" as const,
    old: { sample: whole, entries: { size: "type: integer, min_version: 2.5" } },
    now: { sample: whole, entries: { size: "type: integer, min_version: 2.7" } },
    said: ["breaking response-member-removed /response/size"],
  },
  {
    why: "the same row, which the sample of NEW shows one level further in",
    where: "response" as const,
    old: {
      rows: ["lid", "name", "size"],
      sample: { lid: {}, ...whole },
      entries: { lid: "type: object" },
    },
    now: {
      rows: ["lid", "name", "size"],
      sample: { lid: { size: 1 }, name: "a" },
      entries: { lid: "type: object" },
    },
    // `first`, which no sample shows, goes with it.
    said: [
      "unknown response-member-removed /response/size",
      "unknown response-member-removed /response/first",
      "correction response-member-added /response/lid/size",
      "correction response-member-added /response/lid/first",
    ],
  },
  {
    why: "a list became a map: its row says nothing of what is in it",
    where: "response" as const,
    old: {
      rows: ["name", "tags"],
      sample: { name: "a", first: "b", tags: ["x"] },
      entries: { tags: "type: array" },
    },
    now: {
      rows: ["name", "tags"],
      sample: { name: "a", first: "b", tags: { x: 1 } },
      entries: { tags: "type: object" },
    },
    said: [
      "breaking response-type-changed /response/tags",
      "correction type-said /response/tags/*",
    ],
  },
  {
    why: "a bound is lifted, and samples of before leave it out",
    where: "response" as const,
    old: {
      sample: { name: "a" },
      entries: { size: "type: integer, required: true, min_version: 2.5" },
    },
    now: { sample: { name: "a" }, entries: { size: "type: integer, required: true" } },
    said: [
      "addition response-member-added /response/size",
      "correction response-member-became-optional /response/size",
    ],
  },
  {
    why: "behind a microversion that OLD did not know",
    where: "request" as const,
    old: { sample: whole },
    now: {
      sample: whole,
      rows: ["name", "size", "lid"],
      entries: { lid: "type: string, required: true, min_version: 2.10" },
    },
    said: ["addition microversions-added ", "addition required-request-member-added /request/lid"],
  },
])("$why", ({ where, old, now, said }) => {
  const found = saidOf(where, old, now);
  expect(found.map(({ verdict, id, pointer }) => `${verdict} ${id} ${pointer}`)).toEqual(said);
});

const list = (heading: string, ...names: readonly string[]) =>
  `${heading}\n${"~".repeat(heading.length)}\n\n.. rest_parameters:: parameters.yaml\n\n${names.map((name) => `   - ${name}\n`).join("")}\n`;

test.each([
  {
    why: "a row of a list for later microversions has another type",
    heading: "Response (microversions 2.6 - )",
    size: "type: integer, max_version: 2.5",
    said: ["breaking response-type-changed /response/size 2.6 to 2.9"],
  },
  {
    why: "a row of a second list for the same microversions has another type",
    heading: "Response (of others)",
    size: "type: integer",
    said: ["breaking response-type-widened /response/size 2.1 to 2.9"],
  },
])("$why", ({ heading, size, said }) => {
  const docs = (type: string): Docs => ({
    sample: whole,
    entries: { size, size_too: `type: ${type}` },
    more: list(heading, "name: name", "size: size_too"),
  });
  const found = saidOf("response", docs("integer"), docs("string"));
  expect(
    found.map(
      ({ verdict, id, pointer, versions: { min, max } }) =>
        `${verdict} ${id} ${pointer} ${min} to ${max}`,
    ),
  ).toEqual(said);
});

const action = (name: string, codes: string) =>
  `\nTo ${name} a Box\n----${"-".repeat(name.length + 3)}\n\n.. rest_method:: POST /boxes/{box_id}/action\n\nNormal response codes: 202\n\nError response codes: ${codes}\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - ${name}: ${name}\n\n**Example**\n\n.. code-block:: json\n\n   {"${name}": null}\n`;

test("a new code of one action is told, though another action of the path had it", () => {
  const entries = { open: "type: none, required: true", shut: "type: none, required: true" };
  const docs = (codes: string): Docs => ({
    entries,
    more: action("open", "404, 409") + action("shut", codes),
  });
  const found = saidOf("response", docs("404"), docs("404, 409"));
  expect(found.map(({ id, pointer, message }) => [id, pointer, message])).toEqual([
    ["response-error-status-added", "/status/409", "Action `shut`: it may answer 409 now."],
  ]);
});

test("a parameters file that is broken is lost, and nothing is said of what stood in it", () => {
  const broken = sideOf("response", { entries: { size: "type: integer" }, sample: whole });
  const old = sideOf("response", { sample: whole });
  const tree = memoryTree({
    "api-ref/source/index.rst":
      "Boxes\n=====\n\nA Box\n-----\n\n.. rest_method:: GET /boxes/{box_id}\n\nNormal response codes: 200\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - name: name\n",
    "api-ref/source/parameters.yaml": "name: [\n",
  });
  const unread = readSide(
    { tree, histories: [], identity: "", seen: () => [], settled: () => undefined },
    { service: "compute" },
  );
  expect(broken.lost).toEqual([]);
  expect(unread.lost.map(({ file }) => file)).toContain("api-ref/source/parameters.yaml");
  expect(compare(old, unread).changes.filter(({ operation }) => operation !== null)).toEqual([]);
});
