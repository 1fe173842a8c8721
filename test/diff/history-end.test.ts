import { expect, test } from "vitest";
import { type Docs, toldOf } from "./small-docs.js";

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
