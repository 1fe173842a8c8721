import { describe, expect, test } from "vitest";
import { addedByExtensions, isOfExtension } from "../../generator/infer/words/extensions.js";

describe("members that an extension adds", () => {
  test.each<[string, readonly string[], string]>([
    // prose                                                        names                why
    ["The `lids` extension adds the `lid` attribute to boxes.", ["lid"], "adds"],
    ["The `lids` extension adds `lid` attribute to the box.", ["lid"], "without an article"],
    ["The `lids` extension adds a new attribute `lid` to show it.", ["lid"], "the name behind"],
    ["This extension introduces a read-only `lid` attribute.", ["lid"], "introduces"],
    ["This extension provides two fields: `lid` and `lock`.", ["lid", "lock"], "a list"],
    ["The lid extension (`lids`) extends `box`, adding a `lid` field.", ["lid"], "its own alias"],
    ["Extension `lids` makes it possible by exposing the `lid` field.", ["lid"], "makes possible"],
    ["The extension provides lids for `boxes` by adding a `lid` field.", ["lid"], "the last verb"],
    ['The `lids` extension exposes the flag "lid".', ["lid"], "in quotes"],
    ["The `lids` extension adds\n`lid` to the\n`box` field.", ["lid"], "what it is added to"],
    ["The `lids` extension adds the `lid` attribute that is `true`.", ["lid"], "what follows"],
    ["The `lids` extension adds the `id` and `lid` attributes.", ["lid"], "an id is always there"],
    ["The `lids` extension adds support for boxes with `lid`.", [], "support is no member"],
    ["The extension introduces the following resources:", [], "no name"],
    ["The `lids` service adds the `lid` attribute.", [], "no extension"],
    ["An extension is there. The service adds the `lid` attribute.", [], "another sentence"],
    ["The `lids` extension enables lids.", [], "no verb that adds"],
  ])("%s: %j (%s)", (prose, names) => {
    expect(addedByExtensions(prose)).toEqual(names);
  });

  test("200,000 letters of words that begin a rule are read", () => {
    for (const words of [
      "extension ",
      "extension adds ",
      "adds `a",
      "extension adds the attribute ",
    ])
      expect(addedByExtensions(words.repeat(200_000 / words.length))).toBeInstanceOf(Array);
  });
});

describe("prose of a member of an extension", () => {
  test.each<[string, boolean, string]>([
    // prose                                                  is      why
    ["The lid. It is available when `lids` extension is enabled.", true, "available when"],
    ["Available only if the lids API extension is loaded.", true, "only if"],
    ["Returned with the `lids` extension.", true, "returned with"],
    ["The name of the extension.", false, "about an extension"],
    ["It is available when the box is open.", false, "no extension"],
  ])("%s %s: %s", (prose, is) => {
    expect(isOfExtension(prose)).toBe(is);
  });
});
