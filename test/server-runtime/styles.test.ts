import { describe, expect, test } from "vitest";
import { styled } from "../../templates/server/runtime/styles.js";

/* What clients of others may write; what ours writes is in test/described/styles.test.ts. */

const filter = {
  style: "deepObject*",
  of: { members: { size: "integer", tags: ["string"] } },
} as const;

describe("a query", () => {
  test.each([
    ["filter[size]=1", "brackets as they are", { filter: { size: 1 } }],
    ["filter%5Bsize%5D=1", "brackets encoded", { filter: { size: 1 } }],
    ["filter[tags]=a&filter[tags]=b", "a list repeats its name", { filter: { tags: ["a", "b"] } }],
    [
      "filter[a][b]=1&filter[a][c]=2",
      "deeper than documented",
      { filter: { a: { b: "1", c: "2" } } },
    ],
    ["filter[size]=x", "no number stays a text, for the check", { filter: { size: "x" } }],
    ["filter=1", "no object stays a text, for the check", { filter: "1" }],
    [
      "filter[__proto__][x]=1",
      "a name that objects have",
      { filter: JSON.parse('{"__proto__":{"x":"1"}}') },
    ],
    ["filters[size]=1&other=2", "names of others are not taken", {}],
    ["filter[size]=%zz", "percent signs that encode nothing", { filter: { size: "%zz" } }],
  ])("%s (%s)", (query, _why, values) => {
    const read = styled({ query: { filter } }).query(query);
    expect(read.values).toEqual(values);
    expect(Object.prototype).not.toHaveProperty("x");
  });

  test.each([
    ['{"size":1.5}', "JSON", { size: 1.5 }],
    ['{"size":1e400}', "a number that is not finite", undefined],
    ['{"a":[{"size":9007199254740993}]}', "an integer that is not kept", undefined],
    ['{"__proto__":{"x":1}}', "a name that would become a prototype", undefined],
    ['{"size":', "no JSON", undefined],
  ])("%s is read, or stays a text, for the check (%s)", (json, _why, value) => {
    const where = { style: "json", of: "string" } as const;
    const read = styled({ query: { where } }).query(`where=${encodeURIComponent(json)}`);
    expect(read.values).toEqual({ where: value ?? json });
  });

  test("exploded members of any name are those that stand for nothing else", () => {
    const of = { members: { a: "integer" }, rest: "string", others: ["limit"] } as const;
    const read = styled({ query: { where: { style: "form*", of } } }).query("a=1&b=x+y&limit=3");
    expect(read.values).toEqual({ where: { a: 1, b: "x y" } });
    expect([...read.taken]).toEqual(["a", "b"]);
  });
});

describe("a path", () => {
  const list = { style: "matrix*", of: ["integer"] } as const;
  test.each([
    ["/v1/pets/;ids=1;ids=2", "with a prefix before it", { ids: [1, 2] }],
    ["/pets/1,2", "not in the style: a text, for the check", { ids: "1,2" }],
    ["/pets/;ids=1;ids=x", "an item that is no number", { ids: [1, "x"] }],
  ])("%s (%s)", (path, _why, values) => {
    expect(styled({ path: { ids: list } }).path("/pets/{ids}", path)).toEqual(values);
  });

  test("two parameters of one segment", () => {
    const read = styled({ path: { b: { style: "simple", of: ["string"] } } });
    expect(read.path("/x/{a}.{b}/y", "/x/1.p,q%2Cr/y")).toEqual({ b: ["p", "q,r"] });
  });
});

test("cookies among others", () => {
  const read = styled({ cookies: { ids: { style: "form", of: ["integer"] } } });
  expect(read.cookies("session=1; ids=1,2;x")).toEqual({ ids: [1, 2] });
  expect(read.cookies(undefined)).toEqual({});
});
