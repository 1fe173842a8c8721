import { expect, test } from "vitest";
import type { Verdict } from "../../generator/diff/change.js";
import { compare } from "../../generator/diff/diff.js";
import { changeRecords } from "../../generator/diff/rules/all.js";
import { type Docs, sideOf, toldOf, type Where } from "./small-docs.js";

const base = new Map(changeRecords.map(({ id, verdict }) => [id, verdict]));
const harmless: readonly (Verdict | undefined)[] = ["addition", "correction"];

const types = ["integer", "string", "boolean", "object", "array", "string or null", "none"];
const rows: readonly Docs[] = [
  { rows: ["name"] },
  ...types.flatMap((type): readonly Docs[] =>
    [true, false].map((required) => ({
      entries: { size: `type: ${type}, required: ${required}` },
    })),
  ),
];
const samples: readonly unknown[] = [{ name: "a" }, { name: "a", size: 1 }, undefined];

test.each<Where>(["request", "response"])(
  "what breaks is told by a kind of change that may break: rows of a %s",
  (where) => {
    const docs = rows.flatMap((one) => samples.map((sample): Docs => ({ ...one, sample })));
    const sides = docs.map((one) => sideOf(where, one));
    const seen = new Set<string>();
    for (const [index, old] of sides.entries())
      for (const now of sides.filter((_, other) => (index + other) % 7 === 0))
        for (const { id, verdict, message } of compare(old, now).changes) {
          seen.add(verdict);
          if (verdict === "breaking") expect(harmless, message).not.toContain(base.get(id));
        }
    expect([...seen].toSorted()).toEqual(["addition", "breaking", "correction", "unknown"]);
  },
);

const whole = { name: "a", size: 1 };

test("a row that says another type is told even where something else is said of its place", () => {
  const of = (type: string): Docs => ({ sample: whole, entries: { size: `type: ${type}` } });
  expect(toldOf("request", of("integer, default: 1"), of("string"))).toContain(
    "breaking request-type-changed /request/size",
  );
});
