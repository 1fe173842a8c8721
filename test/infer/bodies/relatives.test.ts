import { describe, expect, test, vi } from "vitest";
import type { BodySide } from "../../../generator/infer/siblings/body.js";
import { Closeness } from "../../../generator/infer/siblings/closeness.js";
import { learn, type Knowledge } from "../../../generator/infer/siblings/learn.js";
import { rules } from "../../../generator/infer/rules.js";
import type { Occurrence } from "../../../generator/infer/siblings/occurrences.js";
import { shapeOf } from "../../../generator/infer/shape/shape.js";
import { operationsOf } from "../docs.js";

const common = ["name", "size", "state", "links", "owner"];
const paths = [
  "/boxes",
  "/boxes/{id}",
  "/lids",
  "/lids/{id}",
  "/boxes/{id}/lids",
  "/shelves/detail",
];

/** As many bodies: of a few paths and files, with some common entries, and rare ones of their own. */
function bodies(count: number): readonly BodySide[] {
  const rare = Array.from({ length: Math.ceil(count / 4) }, (_, index) => `rare_${index}`);
  const entries = Object.fromEntries([...common, ...rare].map((name) => [name, { says: name }]));
  const written = [...common, ...rare.map((name) => `size: ${name}`)].join(", ");
  const [usual] = operationsOf(entries, { call: "GET /boxes", response: written });
  if (usual === undefined) throw new Error("there is no operation");
  const rows = usual.response.flatMap((list) => list.rows);
  return Array.from({ length: count }, (_, index) => ({
    operation: { ...usual, path: paths[index % paths.length] ?? "", source: `${index % 3}.inc` },
    side: index % 2 === 0 ? "response" : "request",
    rows: rows.filter(({ reference: { value } }, place) =>
      place < common.length
        ? (index * 7 + 3) % (place + 2) === 0
        : index % 3 === 0 && value === `rare_${index % rare.length}`,
    ),
    place: index,
    sampled: shapeOf({ name: "x", size: 1, state: "x", links: "x", owner: "x" }),
    samples: 1,
  }));
}

/** What a look at every one finds. */
function first(
  all: readonly Occurrence[],
  { weigh }: Closeness,
  wanted: (occurrence: Occurrence) => boolean,
): Occurrence | undefined {
  const weights = all.filter(wanted).map(({ from }) => weigh(from));
  const most = Math.max(...weights);
  return all.find((each) => wanted(each) && weigh(each.from) === most);
}

describe("of many bodies", () => {
  const sides = bodies(240);
  const knowledge = learn(sides, rules);
  const named = (name: string): NonNullable<ReturnType<Knowledge["byName"]["get"]>> => {
    const found = knowledge.byName.get(name);
    if (found === undefined) throw new Error(`nothing is known of ${name}`);
    return found;
  };

  test.each(common)(
    "the one with most to say of %s is found as a look at every one finds it",
    (name) => {
      const occurrences = named(name);
      expect(occurrences.all.length).toBeGreaterThan(30);
      for (const target of sides) {
        const closeness = new Closeness(target, knowledge.sets);
        const found = occurrences.closest(closeness)?.item;
        expect(found).toBe(first(occurrences.all, closeness, () => true));
      }
    },
  );

  test("the same, without those of one operation", () => {
    const occurrences = named("name");
    for (const target of sides) {
      const closeness = new Closeness(target, knowledge.sets);
      const { operation } = target;
      const found = occurrences.closest(closeness, { operation })?.item;
      const others = ({ from }: Occurrence): boolean => from.body.operation !== operation;
      expect(found).toBe(first(occurrences.all, closeness, others));
    }
  });

  test("the same, without those of one entry", () => {
    const occurrences = named("size");
    for (const target of sides)
      for (const { reference } of occurrences.all.slice(0, 5)) {
        const closeness = new Closeness(target, knowledge.sets);
        const found = occurrences.closest(closeness, { reference })?.item;
        const others = (each: Occurrence): boolean => each.reference !== reference;
        expect(found).toBe(first(occurrences.all, closeness, others));
      }
  });
});

test("twice as many bodies are not weighed twice as often", () => {
  const weighed = [240, 480].map((count) => {
    const sides = bodies(count);
    const [target] = sides;
    if (target === undefined) throw new Error("there is no body");
    const knowledge = learn(sides, rules);
    const closeness = new Closeness(target, knowledge.sets);
    const weigh = vi.spyOn(closeness, "weigh");
    knowledge.byName.get("name")?.closest(closeness);
    return weigh.mock.calls.length;
  });
  const [less = 0, more = 0] = weighed;
  expect(less).toBeGreaterThan(0);
  expect(more).toBeLessThan(1.5 * less);
});
