import { expect, test } from "vitest";
import { addressFindings } from "../../generator/apiref/stanzas/url/url-findings.js";

const found = (url: string): readonly string[] => {
  const span = { source: "a.rst" as never, start: 0, end: url.length };
  const said = { value: url, span };
  return addressFindings(said, { server: undefined, callback: false, path: url }).map(
    ({ span: at, message }) => `${at?.start} ${message}`,
  );
};

test("a variable that stands in a segment again and again is told once, of a long segment its start", () => {
  const once = found(`/boxes/lid${"{a}".repeat(5000)}`);
  expect(once).toHaveLength(1);
  expect(once[0]).toMatch(/^10 \{a\} touches what stands beside it in "lid(?:\{a\}){32}…"/);
});

test("each of several variables is told at its own place", () => {
  expect(found("/v{version}/a{b}/{c}{d}/{e}.{f}").map((each) => each.slice(0, 6))).toEqual([
    "13 {b}",
    "17 {c}",
  ]);
});
