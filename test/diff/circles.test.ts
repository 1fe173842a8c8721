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

test("webs of choices that differ are compared in few steps", () => {
  let reads = 0;
  const webOf = (count: number, type: "string" | "integer"): OpenApiDocument => {
    const to = (at: number): SchemaObject => ({ $ref: `#/components/schemas/Part${at % count}` });
    const parts = Array.from({ length: count }, (_, at): [string, SchemaObject] => {
      const leads = Array.from({ length: 4 }, (_one, next): [string, SchemaObject] => [
        `to${next}`,
        { anyOf: [to(at + next), to(at + next + 1)] },
      ]);
      return [
        `Part${at}`,
        { type: "object", properties: { ...Object.fromEntries(leads), own: { type } } },
      ];
    });
    const document = { ...answers(to(0)), components: { schemas: Object.fromEntries(parts) } };
    return new Proxy(document, {
      get: (target, key, receiver) => {
        if (key === "components") reads += 1;
        if (reads > 1_000_000) throw new Error("too many steps");
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
  };
  const views = [webOf(24, "string"), webOf(24, "integer")].map((one) => new View(one, undefined));
  const [old, now] = views;
  if (old === undefined || now === undefined) throw new Error("no views");
  const first = (): readonly SchemaObject[] => [{ $ref: "#/components/schemas/Part0" }];
  reads = 0;
  const found = new SchemaComparison(old, now).compare(first(), first(), "answer");
  expect(found.map(({ record }) => record.id)).toContain("response-type-changed");
  expect(reads).toBeLessThan(24 * 24 * 100);
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
