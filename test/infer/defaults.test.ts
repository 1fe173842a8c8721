import { describe, expect, test } from "vitest";
import { saysDefault } from "../../generator/infer/words/values/defaults.js";

describe("prose that tells what stands for a member that nobody gives", () => {
  test.each<[string, boolean, string]>([
    // prose                                                          says    why
    ["The size. The default\nis 25 GB.", true, "over two lines"],
    ["The size in GB and the default is 60.", true, "within a sentence"],
    ["One of `tall` and `wide`. Default value is `tall`.", true, "its value"],
    ["The size, which defaults to 5.", true, "a verb"],
    ["Whether it is open. True by default.", true, "all of a sentence"],
    ["How it is locked. ``none`` by default.", true, "in marks"],
    ["The lid. There is no default.", false, "none"],
    ["The lid. No default is known.", false, "none, said first"],
    ["The key; the default login name is `root`.", false, "the default of something else"],
    ["The default size of boxes.", false, "itself a default"],
    ["Boxes are by default pulled from the shelf.", false, "what happens, not what stands for it"],
    ["The box is the default box or not.", false, "a default among others"],
  ])("%s %s: %s", (prose, says) => {
    expect(saysDefault(prose)).toBe(says);
  });

  test("200,000 letters of words that begin a rule are read", () => {
    for (const words of ["default ", "default value ", "no default is ", "`a` by default "])
      expect(typeof saysDefault(words.repeat(200_000 / words.length))).toBe("boolean");
  });
});
