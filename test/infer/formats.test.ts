import { expect, test } from "vitest";
import { agrees, formatOf } from "../../generator/infer/words/formats.js";

const uuid = "2d1f5c0a-6f3e-4b7c-9a51-0c8f1d2e3b4a";

test.each<[readonly string[], string, string | undefined]>([
  // values                                       why                                   format
  [[uuid], "the ordinary case", "uuid"],
  [[uuid.toUpperCase()], "capitals are hexadecimal, too", "uuid"],
  [[uuid.replaceAll("-", "")], "without hyphens no validator takes it", undefined],
  [[`${uuid} `], "nothing may follow", undefined],
  [[uuid, "default"], "all must have the form", undefined],
  [["2026-01-02T03:04:05Z"], "RFC 3339", "date-time"],
  [["2026-01-02T03:04:05.678901+00:00"], "with parts of a second and an offset", "date-time"],
  [["2026-01-02T03:04:05"], "without an offset no validator takes it", undefined],
  [["2026-01-02 03:04:05Z"], "a blank is no T", undefined],
  [["2026-01-02"], "a date has no time", undefined],
  [["2026-01-02T03:04:05Z", "2026-01-02T03:04:05"], "one without its offset", undefined],
  [["https://example.org/v2/boxes"], "an absolute address", "uri"],
  [["/v2/boxes"], "a relative one is none", undefined],
  [["http://example.org/{id}"], "braces are for templates", undefined],
  [["https://a b"], "a blank", undefined],
  [["192.0.2.1"], "four numbers", "ipv4"],
  [["192.0.2.256"], "a number that is too large", undefined],
  [["192.0.2.0/24"], "a network is no address", undefined],
  [["2001:db8::1"], "the long kind", "ipv6"],
  [["fe80::1%eth0"], "a zone is not part of the format", undefined],
  [["192.0.2.1", "2001:db8::1"], "two kinds", undefined],
  [[""], "nothing", undefined],
  [[], "no evidence", undefined],
])("the format of %j (%s)", (values, _why, format) => {
  expect(formatOf(values)).toBe(format);
});

test.each<[string, readonly string[], string, boolean]>([
  // format     values            why                                     agrees
  ["uuid", [uuid], "has the form", true],
  ["uuid", [uuid, "x"], "one has another", false],
  ["uuid", [], "nothing contradicts", true],
  ["hostname", ["!"], "a form that is not known here is never contradicted", true],
])("%s of %j: %s", (format, values, _why, expected) => {
  expect(agrees(format, values)).toBe(expected);
});

test("long strings of each kind's letters are read", () => {
  for (const letter of ["a", "0", ":", ".", "-", "http://a", "2026-"])
    expect(formatOf([letter.repeat(200_000).concat("\n")])).toBe(undefined);
});
