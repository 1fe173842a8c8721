import { describe, expect, test } from "vitest";
import { saysNull } from "../../generator/infer/nullable.js";

describe("prose that says a value may be null", () => {
  test.each<[string, string]>([
    // prose                                                 why
    ["The lid, or null if the box is open.", "null if"],
    ["The lid. Null when open.", "null when, with a capital"],
    ["It is ``null`` until the box is closed.", "a literal"],
    ["Displays `None` otherwise.", "Python's null"],
    ["This may be null.", "may be"],
    ["The lid or null.", "or null"],
    ["The value is null for open boxes.", "the value is"],
    ["Set to null to remove the lid.", "set to null"],
    ["Nullable.", "one word"],
    ["If null, the default lid is used.", "if null"],
    ["If it is `null`, no lid.", "if it is null"],
    ["May be empty until the box is closed.", "empty until"],
    ["The value\nis\nnull.", "over several lines"],
    ["It is JSON null, then.", "with JSON before"],
    ["Can be *null*.", "emphasised"],
  ])("%s (%s)", (prose) => {
    expect(saysNull(prose)).toBe(true);
  });
});

describe("prose that does not", () => {
  test.each<[string, string]>([
    ["", "nothing"],
    ["The name of the box.", "no word of it"],
    ["Cannot be null.", "forbidden"],
    ["The name can not be null.", "forbidden in two words"],
    ["It can't be `None`.", "forbidden, with an apostrophe"],
    ["Must not be null.", "forbidden"],
    ["It should not be set to null.", "forbidden"],
    ["This is never null.", "denied"],
    ["One is none of the others.", "none of"],
    ["None of the boxes has a lid.", "none of, at the start"],
    ["A nullity of lids.", "another word"],
    ["The list may be empty.", "an empty list is a list"],
  ])("%s (%s)", (prose) => {
    expect(saysNull(prose)).toBe(false);
  });

  test("200,000 letters of words that begin a rule is read", () => {
    for (const words of ["is ", "null ", "null\n", "if it is ", "may be ", "be `", "cannot be "])
      expect(typeof saysNull(words.repeat(200_000 / words.length))).toBe("boolean");
  });
});
