import { describe, expect, test } from "vitest";
import {
  heldBefore,
  kindBefore,
  wasOptional,
} from "../../generator/infer/words/earlier-versions.js";

describe("what was optional once", () => {
  test.each<[string, boolean, string]>([
    // prose                                                     said   why
    ["The lid. Was optional before microversion 2.4.", true, "before a microversion"],
    ["Optional until version 3.1.", true, "until a version"],
    ["Not required prior to\nmicroversion 2.4.", true, "over two lines"],
    ["Optional in versions below 2.4.", true, "in versions"],
    ["Required since microversion 2.4.", true, "required since"],
    ["It is mandatory as of version 2.4.", true, "mandatory as of"],
    ["Required.", false, "no version"],
    ["The lid. New in version 2.4.", false, "nothing of optional"],
    ["Required by every box. Added in version 2.4.", false, "another sentence's version"],
  ])("%s %s: %s", (prose, said) => {
    expect(wasOptional(prose)).toBe(said);
  });
});

describe("the kind of earlier versions", () => {
  test.each<[string, string | undefined, string]>([
    ["Since version 2.8 it is a dictionary instead of string.", "string", "no article"],
    ["From microversion ``2.8`` a string\ninstead of an integer.", "integer", "over two lines"],
    ["Since version 2.8 a list instead of a dict.", "object", "Python's word"],
    ["Since version 2.8 an object instead of a list.", "array", "a list"],
    ["Since version 2.8 text instead of a flag.", undefined, "no type"],
    ["A dictionary instead of a string.", undefined, "no version"],
    ["Since version 2.8 it is a dictionary.", undefined, "nothing of before"],
  ])("%s %s: %s", (prose, kind) => {
    expect(kindBefore(prose)).toBe(kind);
  });
});

describe("what a member held in earlier versions", () => {
  test.each<[string, string | undefined, string]>([
    [
      "Its ID. Prior to API version 2.6, this parameter resolved to the name of it.",
      "name",
      "held",
    ],
    ["Before microversion ``2.6`` it was\nthe name.", "name", "over two lines"],
    ["Until version 2.6, it held the ID.", "id", "an ID"],
    ["Prior to version 2.6, the name was not answered.", undefined, "no verb before it"],
    ["Prior to version 2.6. It was the name.", undefined, "another sentence"],
    ["It was the name once.", undefined, "no version"],
  ])("%s %s: %s", (prose, held) => {
    expect(heldBefore(prose)).toBe(held);
  });
});
