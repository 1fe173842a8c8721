import { expect, test } from "vitest";
import { circlesFrom } from "../../generator/collections/circles.js";
import { compareDocuments } from "../../generator/diff/diff.js";
import { answers } from "../../generator/diff/rules/examples.js";
import { SchemaComparison } from "../../generator/diff/schemas/compare-schemas.js";
import { Digests } from "../../generator/diff/schemas/digest.js";
import { View } from "../../generator/diff/schemas/view.js";
import type { OpenApiDocument, SchemaObject } from "../../generator/openapi/document.js";

test.each<[why: string, leads: Readonly<Record<string, readonly string[]>>, groups: string[][]]>([
  ["a chain, its end first", { a: ["b"], b: ["c"], c: [] }, [["c"], ["b"], ["a"]]],
  ["a circle is one group", { a: ["b"], b: ["c", "d"], c: ["a"], d: [] }, [["d"], ["a", "b", "c"]]],
  ["two circles", { a: ["b", "a"], b: ["c"], c: ["b"] }, [["b", "c"], ["a"]]],
])("circles: %s", (_why, leads, groups) => {
  expect(circlesFrom("a", (one) => leads[one] ?? []).map((group) => group.toSorted())).toEqual(
    groups,
  );
});

/** Components that each lead to some others; `last` is a member of the last one. */
function web(count: number, last: SchemaObject, name = "Part"): OpenApiDocument {
  const to = (at: number): SchemaObject => ({ $ref: `#/components/schemas/${name}${at % count}` });
  const schemas = Object.fromEntries(
    Array.from({ length: count }, (_, at): [string, SchemaObject] => [
      `${name}${at}`,
      {
        type: "object",
        properties: {
          one: to(at + 1),
          two: to(at * 2 + 1),
          three: to(at * 3 + 2),
          ...(at === count - 1 && { last }),
        },
      },
    ]),
  );
  return { ...answers(to(0)), components: { schemas } };
}

test("components that lead to each other are read so often at most as there are of them", () => {
  let reads = 0;
  const counted = new Proxy(web(60, { type: "string" }), {
    get: (target, key, receiver) => {
      if (key === "components") reads += 1;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  new Digests(counted, false).of({ $ref: "#/components/schemas/Part0" });
  expect(reads).toBeLessThan(60 * 70);
});

test("what is different far out in a circle is found, and other names are not", () => {
  const text = web(6, { type: "string" });
  expect(compareDocuments(text, web(6, { type: "string" }, "Piece"))).toEqual([]);
  const found = compareDocuments(text, web(6, { type: "integer" }));
  expect(found.map(({ id }) => id)).toContain("response-type-changed");
});

/** How components lead to each other: by what their members are, or by what they are themselves. */
const ways = ["members", "top", "all"] as const;

/** A web of components, and how often one of them was read. */
function webOf(
  word: "anyOf" | "allOf",
  way: (typeof ways)[number],
  count: number,
  type: "string" | "integer",
) {
  const steps = { count: 0 };
  const to = (at: number): SchemaObject => ({ $ref: `#/components/schemas/Part${at % count}` });
  const all = Array.from({ length: count }, (_, at) => to(at));
  const others = (at: number) => all.filter((_, next) => next !== at);
  const partOf = (at: number): SchemaObject => {
    const own: SchemaObject = { type };
    if (way === "top")
      return { type: "object", [word]: [to(at + 1), to(at * 2 + 1)], properties: { own } };
    if (way === "all")
      return { type: "object", [word]: others(at), properties: { own, next: to(at + 1) } };
    const leads = Array.from({ length: 4 }, (_, next): [string, SchemaObject] => [
      `to${next}`,
      { [word]: [to(at + next), to(at + next + 1)] },
    ]);
    return { type: "object", properties: { ...Object.fromEntries(leads), own } };
  };
  const counted = (part: SchemaObject): SchemaObject =>
    new Proxy(part, {
      get: (target, key, receiver) => {
        if (key === "properties") steps.count += 1;
        if (steps.count > 100_000) throw new Error("too many steps");
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
  const parts = Array.from({ length: count }, (_, at) => [`Part${at}`, counted(partOf(at))]);
  const schemas = Object.fromEntries(parts) as Record<string, SchemaObject>;
  const document: OpenApiDocument = { ...answers(to(0)), components: { schemas } };
  return { view: new View(document, undefined), steps };
}

test.each<
  [word: "anyOf" | "allOf", way: (typeof ways)[number], count: number, reads: number, joins: number]
>([
  ["anyOf", "members", 24, 700, 0],
  ["anyOf", "top", 24, 200, 500],
  ["allOf", "members", 12, 3000, 25_000],
  ["allOf", "members", 16, 7000, 80_000],
  ["allOf", "top", 24, 200, 500],
  ["allOf", "all", 24, 200, 2500],
])("webs of %s (%s, %i components) are compared in few steps", (word, way, count, reads, joins) => {
  const [old, now] = [webOf(word, way, count, "string"), webOf(word, way, count, "integer")];
  const first = (): readonly SchemaObject[] => [{ $ref: "#/components/schemas/Part0" }];
  const found = new SchemaComparison(old.view, now.view).compare(first(), first(), "answer");
  expect(found.map(({ record }) => record.id)).toContain("response-type-changed");
  expect(old.steps.count).toBeLessThan(reads);
  expect(old.view.names.steps).toBeLessThanOrEqual(joins);
});

test("where there is no end of combinations, what was not compared is unknown, not the same", () => {
  const [old, now] = [webOf("anyOf", "all", 4, "string"), webOf("anyOf", "all", 4, "integer")];
  const first = (): readonly SchemaObject[] => [{ $ref: "#/components/schemas/Part0" }];
  const found = new SchemaComparison(old.view, now.view).compare(first(), first(), "answer");
  expect(old.view.names.isExhausted).toBe(true);
  expect(old.view.names.steps).toBeLessThan(200_100);
  expect(found.map(({ record }) => record.id)).toContain("schema-changed");
});

test("what was compared inside of a circle is compared to its end where it comes alone", () => {
  const document = (type: "string" | "integer"): OpenApiDocument => {
    const to = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });
    const { paths, ...rest } = answers(to("Box"));
    const [path] = Object.values(answers(to("Lid")).paths);
    return {
      ...rest,
      paths: { ...paths, ...(path && { "/lids": path }) },
      components: {
        schemas: {
          Box: { type: "object", properties: { lid: to("Lid"), size: { type } } },
          Lid: { type: "object", properties: { box: to("Box") } },
        },
      },
    };
  };
  const found = compareDocuments(document("string"), document("integer"));
  expect(found.map(({ operation, pointer }) => `${operation?.path} ${pointer}`)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^\/lids \/response\/box\/size/)]),
  );
});
