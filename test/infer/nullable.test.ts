import { describe, expect, test } from "vitest";
import { saysNull, saysNullInside } from "../../generator/infer/words/nullable.js";

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
    ["Null until closed.", "null until"],
    ["Null unless closed.", "null unless"],
    ["None otherwise.", "null otherwise"],
    ["None for open boxes.", "null for"],
    ["None in case it is open.", "null in case"],
    ["None means no lid.", "null means"],
    ["For open boxes, null is returned.", "null is returned"],
    ["For open boxes, null will be returned.", "null will be returned"],
    ["A null value.", "a null value"],
    ["Its lids are null.", "are"],
    ["Returns null.", "returns"],
    ["It is returned as null.", "returned as"],
    ["Shown as null.", "as"],
    ["Shows null.", "shows"],
    ["Otherwise, null.", "otherwise"],
    ["If the value is null, no lid.", "if the value is"],
    ["Might be unset when open.", "unset when"],
    ["Can be blank if open.", "blank if"],
    ["May be empty unless closed.", "empty unless"],
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
    ["Never null if closed.", "denied before a condition"],
    ["Not null if closed.", "denied in one word"],
    ["It may not be null if closed.", "forbidden under a condition"],
    ["Must not be null when closed.", "forbidden at a time"],
    ["Cannot be `null` unless open.", "forbidden, as a literal"],
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

describe("null among the values of a map", () => {
  test.each<[string, boolean, string]>([
    // prose                                                            inside   why
    ["For known keys, if the value is null the entry is removed.", true, "of a key"],
    ["Pairs of words. The item is deleted if its value is null.", true, "of an item"],
    ["The lid, or null if the box is open.", false, "of the value itself"],
    ["Keys and values. May be null.", false, "in another sentence"],
    ["The value of a key must not be null.", false, "forbidden"],
  ])("%s %s: %s", (prose, inside) => {
    expect(saysNullInside(prose)).toBe(inside);
    if (inside) expect(saysNull(prose)).toBe(false);
  });
});
