import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { toYaml } from "../../generator/openapi/yaml.js";
import { casesOf } from "../cases-of.js";

describe("toYaml", () => {
  test.each([
    // text            why
    ["on", "a truth value in YAML 1.1"],
    ["2.10", "a version, not the number 2.1"],
    ["2020-01-01", "a date in YAML 1.1"],
    ["12:30:45", "a sexagesimal number in YAML 1.1"],
    ["0o17", "an octal number in YAML 1.2"],
    ["017", "an octal number in YAML 1.1"],
    ["1_000", "a number in YAML 1.1"],
    ["E-5", "a number to some readers of YAML 1.1"],
    [".inf", "infinity"],
    ["~", "null"],
    ["=", "the default value of YAML 1.1"],
    ["<<", "a merge"],
    ["a: b", "a mapping"],
    ["a:", "a mapping without a value"],
    ["a #b", "a comment behind it"],
    ["*a", "an alias"],
    ["%a", "a directive"],
    ["---", "the start of a document"],
    ["", "nothing"],
    [" a", "a space that would be lost"],
    ["a ", "a space that would be lost"],
    ["a\u2028b", "a line end in YAML 1.1"],
    ["a\u0085b", "a line end in YAML 1.1"],
    ["a\nb", "two lines"],
    ["a\n\n  b\n", "an indented line and a last line end"],
    ["  a\nb", "a first line that is indented"],
    ["a\n\n\n", "line ends that would be clipped"],
    ["a\r\nb", "a carriage return"],
    ["a\n---\nb", "a document mark inside"],
    ["\ufeffa", "a byte order mark"],
  ])("keeps %j (%s) as value, key and item", (words) => {
    const value = { a: words, [words]: [words, [words], { b: words }] };
    const yaml = toYaml(value);
    expect(parse(yaml)).toEqual(value);
    expect(parse(yaml, { version: "1.1" })).toEqual(value);
  });

  test("keeps any JSON value for readers of both versions", () => {
    const strings = fc.oneof(
      fc.string(),
      fc.string({
        unit: fc.constantFrom("a", " ", "\n", "\t", ":", "#", "-", "?", "1", ".", "'", '"', "|"),
      }),
      fc.lorem(),
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        strings,
        fc
          .double({ noNaN: true, noDefaultInfinity: true })
          .map((number) => (number === 0 ? 0 : number)),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(
          strings.filter((key) => key !== "__proto__"),
          tie("value"),
          { maxKeys: 4 },
        ),
      ),
    })).value;
    fc.assert(
      fc.property(json, (value) => {
        const yaml = toYaml({ value });
        expect(parse(yaml, { version: "1.2" })).toEqual({ value });
        expect(parse(yaml, { version: "1.1", merge: false })).toEqual({ value });
      }),
      { numRuns: casesOf(2000) },
    );
  });

  test("writes keys that are too long for a simple key", () => {
    const value = { ["k".repeat(3000)]: { a: 1, b: [] }, ["l".repeat(3000)]: 1 };
    expect(parse(toYaml(value))).toEqual(value);
  });

  test("reads as people write it", () => {
    expect(
      toYaml({
        openapi: "3.1.0",
        paths: { "/images/{image_id}": { get: { tags: ["images"], responses: { "200": {} } } } },
        list: [{ name: "a", in: "path", schema: { $ref: "#/components/schemas/A" } }, [1, 2]],
      }),
    ).toBe(`openapi: "3.1.0"
paths:
  /images/{image_id}:
    get:
      tags:
        - images
      responses:
        "200": {}
list:
  - name: a
    in: path
    schema:
      $ref: "#/components/schemas/A"
  - - 1
    - 2
`);
  });
});
