import { expect, test } from "vitest";
import { circlesFrom } from "../../generator/collections/circles.js";
import { compareDocuments } from "../../generator/diff/diff.js";
import { answers } from "../../generator/diff/rules/examples.js";
import { Digests } from "../../generator/diff/schemas/digest.js";
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
