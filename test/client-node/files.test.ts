import { describe, expect, it, test } from "vitest";
import { ConfigError } from "../../templates/node/files/config-error.js";
import { readJson } from "../../templates/node/files/json.js";
import { formatted, textOfValue, type Value } from "../../templates/node/files/python.js";
import { readYaml } from "../../templates/node/files/yaml.js";

test.each<[word: string, value: Value, why: string]>([
  // What PyYAML 6.0 makes of each (yaml.safe_load).
  ["0", 0n, "an integer"],
  ["-12", -12n, "a negative one"],
  ["0123", 83n, "octal"],
  ["0o17", "0o17", "octal as YAML 1.2 has it, which is a text"],
  ["08", "08", "no octal number"],
  ["0x1F", 31n, "hexadecimal"],
  ["-0b101", -5n, "binary"],
  ["1_000", 1000n, "with an underscore"],
  ["1:30", 90n, "in sixties"],
  ["190:20:30.5", 685_230.5, "in sixties, with a fraction"],
  ["12345678901234567890", 12_345_678_901_234_567_890n, "of any size"],
  ["2.10", 2.1, "a float"],
  ["1.", 1, "without a fraction"],
  [".5", 0.5, "without a whole"],
  ["1.5e+3", 1500, "with an exponent"],
  ["1e3", "1e3", "without a point it is a text"],
  ["1.5e3", "1.5e3", "nor without a sign of its exponent"],
  ["-.INF", -Infinity, "infinite"],
  ["yes", true, "a truth"],
  ["On", true, "in another case"],
  ["OFF", false, "a lie"],
  ["y", "y", "a letter"],
  ["oN", "oN", "in no case that counts"],
  ["~", null, "nothing"],
  ["Null", null, "nothing, in words"],
  ["nULL", "nULL", "a word"],
  ["2020-01-02", "2020-01-02", "a date, as it is written"],
  ["'0123'", "0123", "quoted"],
  ['"yes"', "yes", "quoted twice"],
  ["!!str 0123", "0123", "tagged"],
  ["!!int '7'", 7n, "tagged, and quoted"],
  ["!!float 2", 2, "tagged as a float"],
  ["|\n  0123\n", "0123\n", "a block"],
])("%s in YAML is %s (%s)", async (word, value) => {
  expect(await readYaml(`a: ${word}`, "x")).toEqual(new Map([["a", value]]));
});

describe("a file that cannot be read", () => {
  test.each([
    ["a: {", /^clouds\.yaml:1 is not YAML/, "without its end"],
    ["a: 1\nb: 'secret", /^clouds\.yaml:2 is not YAML/, "with a text that has no end"],
    ["a: 1\nb: *secret", /^clouds\.yaml:2 has an alias of nothing/, "with an alias of nothing"],
    ["a: 1\nb: !secret 1", /^clouds\.yaml:2 has a tag/, "with a tag of somebody else"],
    ["a: &a [*a]", /alias of what it stands in/, "that has no end"],
    ["<<: secret", /merges what is no mapping/, "that merges a word"],
  ])("%j tells its line, and shows none of it (%#)", async (text, words) => {
    const error = await readYaml(text, "clouds.yaml").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toMatch(/ConfigError: /);
    expect((error as Error).message).toMatch(words);
    expect((error as Error).message).not.toContain("secret");
  });

  it("in JSON is told by its name", () => {
    expect(() => readJson('{"a": secret', "c.json")).toThrow(new ConfigError("c.json is not JSON"));
  });
});

test("what has a name is read once, however often it is used", async () => {
  const lines = Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`);
  const read = await readYaml(["a0: &a0 [x]", ...lines].join("\n"), "x");
  expect(read instanceof Map && read.size).toBe(41);
});

test("JSON has integers and floats, and texts that look like them", () => {
  const read = readJson('{"a":1.0,"b":1,"c":"1.0","d":[-2e3],"e":"\\"5","f":null,"g":true}', "x");
  expect(read).toEqual(
    new Map<string, Value>([
      ["a", 1],
      ["b", 1n],
      ["c", "1.0"],
      ["d", [-2000]],
      ["e", '"5'],
      ["f", null],
      ["g", true],
    ]),
  );
});

test.each<[value: Value, text: string]>([
  [2.1, "2.1"],
  [2, "2.0"],
  [0.1, "0.1"],
  [123_456.789, "123456.789"],
  [1e15, "1000000000000000.0"],
  [1e16, "1e+16"],
  [1.5e22, "1.5e+22"],
  [0.0001, "0.0001"],
  [0.00001, "1e-05"],
  [-1.25e-7, "-1.25e-07"],
  [Infinity, "inf"],
  [-Infinity, "-inf"],
  [NaN, "nan"],
  [7n, "7"],
  [true, "True"],
  [null, "None"],
])("%s as a text is what Python writes, %s", (value, text) => {
  expect(textOfValue(value)).toBe(text);
});

test("a text with names has what they stand for", () => {
  const values = new Map<string, Value>([
    ["a", "x"],
    ["n", 2.1],
    ["auth", new Map([["project_id", "p"]])],
  ]);
  expect(formatted("{a}/{n}/{auth[project_id]}/{{a}}", values)).toBe("x/2.1/p/{a}");
  for (const wrong of ["{b}", "{auth[x]}", "{", "}", "{auth}", "{}", "{a!r}"])
    expect(() => formatted(wrong, values)).toThrow(ConfigError);
});
