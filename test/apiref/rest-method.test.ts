import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { readUrl } from "../../generator/apiref/rest-method.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

test.each([
  // written                          why                          path                     query
  ["/images", "the ordinary case", "/images", []],
  ["/images/", "a trailing slash is significant", "/images/", []],
  ["images", "a slash is added", "/images", []],
  ["/ima\u200bges", "a zero-width space is stripped", "/images", []],
  [
    "/a?limit={limit}&bulk=true",
    "a query",
    "/a",
    [
      ["limit", undefined],
      ["bulk", "true"],
    ],
  ],
  ["/a?limit={limit}&limit=1", "the first of two counts", "/a", [["limit", undefined, true]]],
  ["/a?tag=a&tag=b", "a name twice is repeated", "/a", [["tag", "a", true]]],
  [
    "/a{?limit,marker*}",
    "a query as in RFC 6570",
    "/a",
    [
      ["limit", undefined],
      ["marker", undefined, true],
    ],
  ],
  ["/a?all_tenants", "a query without a value", "/a", [["all_tenants", undefined]]],
  ["/{a}/{b-c}:{d}", "two variables in one segment", "/{a}/{b-c}:{d}", []],
])("%s (%s)", (written, _why, path, query) => {
  const url = readUrl(written);
  expect(url.path).toBe(path);
  expect(url.urlQuery).toEqual(
    query.map(([name, value, repeated]) => ({ name, value, ...(repeated && { repeated }) })),
  );
});

test.each([
  // stanza                                              why                             method   url       max
  [".. rest_method::   GET /images", "spaces", "GET", "/images", undefined],
  [".. rest_method::\n   GET /images", "all on the next line", "GET", "/images", undefined],
  [".. rest_method:: GET\n   /images", "the URL on the next line", "GET", "/images", undefined],
  [".. rest_method:: GET /im\u2028ages", "a line separator", "GET", "/im\u2028ages", undefined],
  [
    ".. rest_method:: GET /images\n   max_version: 2.10",
    "text, not a number",
    "GET",
    "/images",
    "2.10",
  ],
  [
    ".. rest_method:: GET /images\n\n   max_version: 2.5",
    "below a blank line",
    "GET",
    "/images",
    "2.5",
  ],
  [".. rest_method:: GET /images\n   :max_version: 2.5", "as an option", "GET", "/images", "2.5"],
  [".. rest_method:: copy /images", "lower case", "COPY", "/images", undefined],
])("%j (%s)", (stanza, _why, method, url, max) => {
  const text = `Images\n======\n\n${stanza}\n\nNormal response codes: 200\n`;
  const { value, diagnostics } = readApiReference(memoryTree({ "images.inc": text }));
  const operation = value.chapters[0]?.operations[0];
  expect([operation?.method.value, operation?.url.value]).toEqual([method, url]);
  expect(operation?.maxVersion?.value).toBe(max);
  expect(diagnostics).toEqual([]);
  for (const said of [operation?.url, operation?.maxVersion]) {
    if (said) expect(text.slice(said.span.start, said.span.end)).toBe(said.value);
  }
});
