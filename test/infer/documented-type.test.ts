import { describe, expect, test } from "vitest";
import { admits, readType } from "../../generator/infer/words/documented-type.js";
import type { Kind } from "../../generator/infer/words/kind.js";

describe("the words for types", () => {
  test.each<[string, string, readonly Kind[], string | undefined, boolean]>([
    // as written           why                                kinds                  format       null
    ["string", "the ordinary case", ["string"], undefined, false],
    ["String", "capitals aside", ["string"], undefined, false],
    ["int", "short for integer", ["integer"], undefined, false],
    ["integer", "as JSON Schema says it", ["integer"], undefined, false],
    ["float", "what JSON Schema calls a number", ["number"], undefined, false],
    ["bool", "short for boolean", ["boolean"], undefined, false],
    ["dict", "Python's word for an object", ["object"], undefined, false],
    ["str", "Python's word for a string", ["string"], undefined, false],
    ["structure", "begins like it and is another word", [], undefined, false],
    ["unicode", "Python's older word", ["string"], undefined, false],
    ["list", "Python's word for an array", ["array"], undefined, false],
    ["list of strings", "the items say nothing of the list", ["array"], undefined, false],
    ["UUID", "a string of one form", ["string"], "uuid", false],
    ["uuid", "in small letters", ["string"], "uuid", false],
    ["datetime", "a string of one form", ["string"], "date-time", false],
    ["ISO 8601 date", "named by its standard", ["string"], "date-time", false],
    ["date", "a date has no time", ["string"], undefined, false],
    ["uri", "may be relative: no format", ["string"], undefined, false],
    ["urlencoded", "begins like url and is another word", [], undefined, false],
    ["enum", "its values are words", ["string"], undefined, false],
    ["enumeration of integers", "begins with enum", ["string"], undefined, false],
    ["string or object", "either", ["string", "object"], undefined, false],
    ["string|integer", "either, written with a bar", ["string", "integer"], undefined, false],
    ["array/object", "either, written with a slash", ["array", "object"], undefined, false],
    ["string, integer", "either, written with a comma", ["string", "integer"], undefined, false],
    ["integer|null", "null joins a kind", ["integer"], undefined, true],
    ["string or None", "Python's null", ["string"], undefined, true],
    ["uuid or null", "null has no form of its own", ["string"], "uuid", true],
    ["uuid or string", "the other string has no form", ["string"], undefined, false],
    ["none", "null alone is no kind that a value could have", [], undefined, false],
    ["trilean", "true, false, or not said", ["boolean", "string"], undefined, true],
    ["JSON", "may be anything", [], undefined, false],
    ["key-only, no value expected", "no word for a type", [], undefined, false],
    ["", "nothing is said", [], undefined, false],
    ["blob or string", "the word that is known counts", ["string"], undefined, false],
  ])("%j (%s)", (type, _why, kinds, format, nullable) => {
    expect(readType(type)).toEqual({ kinds, format, nullable });
  });

  test.each<[Kind, string]>([
    // kind      words
    [
      "string",
      "text, char, hostname, domain name, domainname, ip, cidr, mac, email, base64, binary",
    ],
    ["string", "xsd:string, datestamp, url"],
    ["integer", "int64, long, number of boxes, count"],
    ["number", "double, decimal, number"],
    ["boolean", "boolean"],
    ["array", "arrays, set of boxes"],
    ["object", "objects, dictionary, map, hash"],
  ])("%s: %s", (kind, words) => {
    for (const word of words.split(", "))
      expect([word, readType(word).kinds]).toEqual([word, [kind]]);
  });

  test.each(["timestamp", "date-time", "datetime", "ISO8601"])("a point in time: %s", (word) => {
    expect(readType(word).format).toBe("date-time");
  });

  test("hundreds of thousands of separators are read", () => {
    expect(readType(" or ".repeat(50_000)).kinds).toEqual([]);
    expect(readType(" ".repeat(300_000)).kinds).toEqual([]);
    expect(readType("string,|/".repeat(20_000)).kinds).toEqual(["string"]);
  });
});

test.each<[readonly Kind[], Kind, string, boolean]>([
  // documented        seen        why                                     admitted
  [["string"], "string", "the same", true],
  [["string"], "integer", "another", false],
  [[], "object", "what is not known admits all", true],
  [["string"], "null", "null contradicts no type", true],
  [["number"], "integer", "an integer is a number", true],
  [["integer"], "number", "a number need not be an integer", false],
  [["string", "object"], "object", "one of several", true],
  [["array"], "object", "a list of objects is no object", false],
])("%j admits %s: %s", (documented, kind, _why, expected) => {
  expect(admits(documented, kind)).toBe(expected);
});
