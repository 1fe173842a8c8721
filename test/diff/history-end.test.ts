import { expect, test } from "vitest";
import { compare } from "../../generator/diff/diff.js";
import { type Docs, sideOf, toldOf } from "./small-docs.js";

/*
 * Which microversions a document knows goes by bounds of its rows. Where the last bound is lifted,
 * or the first one, the version history may still have them: then the service did not lose any.
 */

const version = (name: string): string => `${name}\n${"-".repeat(name.length)}\n\nA change.\n\n`;
const history = (...names: readonly string[]): string =>
  `REST API Version History\n========================\n\n${names.map(version).join("")}`;

const ends = { first: "type: string, min_version: 2.5" };

test.each<[why: string, history: string | undefined, said: string]>([
  ["the history still has them", history("2.1", "2.5", "2.9"), "correction"],
  ["it has later ones", history("2.1", "2.12"), "correction"],
  ["it ends before", history("2.1", "2.5", "2.8"), "breaking"],
  ["there is none", undefined, "breaking"],
])("microversions that only the last bound had: %s", (_why, words, verdict) => {
  const old: Docs = { ...(words !== undefined && { history: words }) };
  const now: Docs = { ...old, entries: ends };
  expect(toldOf("response", old, now)).toContain(`${verdict} microversions-removed `);
});

test.each<[why: string, old: string | undefined, now: string | undefined, said: readonly string[]]>(
  [
    // the history of OLD             that of NEW                     what is told of it
    ["a new one", history("2.1", "2.9"), history("2.1", "2.9", "2.12"), ["addition 2.10 to 2.12"]],
    ["one that went", history("2.9", "2.12"), history("2.9"), ["unknown 2.10 to 2.12"]],
    ["one before the last bound", history("2.1"), history("2.1", "2.4"), []],
    ["the same", history("2.1", "2.12"), history("2.12"), []],
    ["a file that is new", undefined, history("2.1", "2.12"), []],
    ["a file that is gone", history("2.1", "2.12"), undefined, []],
  ],
)("microversions that the history alone has: %s", (_why, before, after, said) => {
  const docs = (words: string | undefined): Docs => (words === undefined ? {} : { history: words });
  const { changes } = compare(sideOf("response", docs(before)), sideOf("response", docs(after)));
  const ofService = changes.filter(({ operation }) => operation === null);
  expect(
    ofService.map(({ verdict, versions: { min, max } }) => `${verdict} ${min} to ${max}`),
  ).toEqual(said);
});
