import { expect, test } from "vitest";
import { compare } from "../../generator/diff/diff.js";
import { documentSide } from "../../generator/diff/side.js";
import { type Docs, sideOf } from "./small-docs.js";

/*
 * What rows ask for, and a sample leaves out: a document lets it be left out, and says so under
 * `x-restanza.asked`, so that a document beside docs, or beside a document, tells what docs do.
 */

const sent = { name: "a" };
const whole = { name: "a", size: 1 };
const must = { size: "type: integer, required: true" };

test.each<[why: string, old: Docs, now: Docs, said: readonly string[]]>([
  [
    "a row asks for what a sample leaves out",
    { sample: sent },
    { sample: sent, entries: must },
    ["breaking request-member-became-required /request/size"],
  ],
  [
    "it no longer does",
    { sample: sent, entries: must },
    { sample: sent },
    ["addition request-member-became-optional /request/size"],
  ],
  ["it always did", { sample: sent, entries: must }, { sample: sent, entries: must }, []],
  [
    "a sample that sends it now does not make it so",
    { sample: sent, entries: must },
    { sample: whole, entries: must },
    ["correction request-member-became-required /request/size"],
  ],
  [
    "nor does one that leaves it out lift it",
    { sample: whole, entries: must },
    { sample: sent, entries: must },
    ["correction request-member-became-optional /request/size"],
  ],
  [
    "a new row that must be sent, and the sample was left as it was",
    { sample: sent, rows: ["name"] },
    { sample: sent, entries: must },
    ["breaking required-request-member-added /request/size"],
  ],
])("%s, whatever the sides are", (_why, before, after, said) => {
  const [old, now] = [sideOf("request", before), sideOf("request", after)];
  const documents = [documentSide(old.document), documentSide(now.document)] as const;
  for (const [a, b] of [[old, now], [documents[0], now], [old, documents[1]], documents] as const) {
    const told = compare(a, b).changes.filter(
      ({ id }) => id !== "words-changed" && id !== "samples-changed",
    );
    expect(told.map(({ verdict, id, pointer }) => `${verdict} ${id} ${pointer}`)).toEqual(said);
  }
});
