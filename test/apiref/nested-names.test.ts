import { expect, test } from "vitest";
import { usualLimits } from "../../generator/source/disk-tree.js";
import { nestedNames } from "../../generator/apiref/stanzas/nested-names.js";

test.each([
  // rows                                 why                            names
  ["a|>b|>c|d", "one level", "a|a.b|a.c|d"],
  ["a|\\>b|\\>\\>c", "escaped, two levels", "a|a.b|a.b.c"],
  ["a|>>b", "a level left out", "a|a.b"],
  ["a|> b|> > c|>>d", "spaces", "a|a.b|a.b.c|a.b.d"],
  [">a|b", "nothing above", "a|b"],
  ["a|>b.c|>>d", "dots of their own", "a|a.b.c|a.b.c.d"],
  ["a|b>c", "a sign within a name", "a|b>c"],
  ["a|»b", "another sign", "a|a.b"],
])("%s (%s)", (rows, _why, names) => {
  const span = { source: "a", start: 0, end: 0 };
  const made = nestedNames(rows.split("|").map((value) => ({ name: { value, span } })));
  expect(made.map(({ name }) => name.value).join("|")).toBe(names);
});

test.each([
  // rows                                 why                            names
  ["a,a/b,a/c/d", "slashes", "a,a.b,a.c.d"],
  ["a,a->b,a -> c", "arrows", "a,a.b,a.c"],
  ["a,a > b,a > b > c,a\\>d", "signs of a level between names", "a,a.b,a.b.c,a.d"],
  ["a,b > c", "no row of the beginning", "a,b > c"],
  ["a,b/c", "nothing of that name above", "a,b/c"],
  ["a/b,a", "only below", "a/b,a"],
  ["a,a/", "nothing behind", "a,a/"],
  ["a,a:b", "a sign that names have", "a,a:b"],
])("%s (%s)", (rows, _why, names) => {
  const span = { source: "a", start: 0, end: 0 };
  const made = nestedNames(rows.split(",").map((value) => ({ name: { value, span } })));
  expect(made.map(({ name }) => name.value).join(",")).toBe(names);
});

test("a name of nothing but spaces, as long as a file may be, is gone through once", () => {
  const span = { source: "a", start: 0, end: 0 };
  // A search that began anew at each of them would take hours.
  const name = { value: `a${" ".repeat(usualLimits.fileBytes)}b`, span };
  expect(nestedNames([{ name }, { name: { value: "c / d", span } }])[0]?.name).toEqual(name);
});

test.each([
  ["a|>b|c", "0 1 0", "each says how deep"],
  ["a|>>b", "0 1", "a level left out"],
  ["a|b", "- -", "without marks nothing is said"],
])("%s is as deep as %s (%s)", (rows, depths) => {
  const span = { source: "a", start: 0, end: 0 };
  const made = nestedNames(rows.split("|").map((value) => ({ name: { value, span } })));
  expect(made.map(({ depth }) => depth ?? "-").join(" ")).toBe(depths);
});
