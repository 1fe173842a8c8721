import { describe, expect, test } from "vitest";
import { leadingWords, listedIn } from "../../generator/infer/words/values/listed-values.js";

const abc = ["a", "b", "c"];

describe("lists that the docs call complete", () => {
  test.each<[string, string]>([
    // prose                                                        why
    ["Valid values are `a`, `b` and `c`.", "the ordinary case"],
    ["A valid value is `a`, `b`, or `c`.", "in the singular"],
    ["Possible values: `a`, `b`, `c`", "after a colon"],
    ["The allowed server states are `a`, `b` and `c`.", "another noun, with words before it"],
    ["A valid value for the colour is one of `a`, `b`, `c`.", "with words behind it"],
    ["A valid value can be one of 'a', 'b', 'c'.", "in quotes"],
    ['The supported modes are "a", "b" and "c".', "in double quotes"],
    ["Must be one of `a`, `b` or `c`.", "must be"],
    ["It can be set to either `a`, `b` or `c`.", "can be set to"],
    ["The lid is either `a`, `b` or `c`.", "either"],
    ["The lid. One of the following: `a`, `b`, `c`.", "one of the following"],
    ["The status must be `a`, `b` or `c`.", "a status must be"],
    ["Limited to `a`, `b` and `c`.", "limited to"],
    ["Valid values are `a` (shut), `b` (open) and `c`.", "remarks in brackets"],
    ["Valid values are `a`/`b`/`c`.", "divided by slashes"],
    ["Valid values are `a` | `b` | `c`.", "divided by bars"],
    ["The lid. Valid values are `a`, `b` and `c`. The default is `a`.", "among other sentences"],
    ["Valid\nvalues are `a`,\n`b` and `c`.", "over several lines"],
    ["Valid values are `a`, `b`, `c` or `null`.", "null is no value of a string"],
    ["Valid values are `None`, `a`, `b` and `c`.", "nor is Python's"],
    ["Valid values are:\n\n- `a`\n- `b`\n- `c`", "bullets"],
    ["One of:\n- `a`: shut\n- `b`. Open.\n- `c` (new)", "bullets with remarks"],
    ["One of:\n\n- `a`\n\n- `b`\n\n- `c`", "bullets apart"],
    ["One of:\n* `a` means shut\n* `b` if open\n* `c` when new", "bullets with sentences"],
    [
      "One of:\n* `a` The lid is shut.\n* `b` It is open.\n* `c` New",
      "bullets with whole sentences",
    ],
    ['One of:\n- "a"\n- "b"\n- "c"', "bullets in quotes"],
    ["One of:\n\n- a\n- b\n- c", "bullets of one word each"],
    ["One of:\n- `null`, if new\n- `a`\n- `b`\n- `c`", "bullets with null"],
    ["One of:\n- `a`\n  - its inside\n- `b`\n- `c`", "bullets with others inside"],
    ["As of 2.1 one of `a` and `b`. As of 2.5 one of `b` and `c`.", "two lists add up"],
    ["If given, it must be one of `a`, `b` or `c`.", "a condition apart from the list"],
  ])("%s (%s)", (prose) => {
    expect(listedIn(prose)).toEqual({ values: abc, complete: true });
  });

  test.each<[string, string, string, readonly string[]]>([
    // prose                                          name         why                    values
    ["Valid box actions are `a` and `b`.", "action", "a word of the name", ["a", "b"]],
    ["Valid policy names are:\n- `a`\n- `b`", "policy", "before bullets", ["a", "b"]],
    ["A valid value is ICMP, TCP, or UDP.", "", "capitals without marks", ["ICMP", "TCP", "UDP"]],
    ["Possible options are: IN, OUT", "", "after a colon", ["IN", "OUT"]],
    ["One of `none` and `md5`.", "", "a small none is a word", ["none", "md5"]],
    ["One of `x.y:z`, `a-b` and `c+d`.", "", "signs inside", ["x.y:z", "a-b", "c+d"]],
    ["The lid. The only valid value is `a`.", "", "a list of one", ["a"]],
    ['Only supported connection type is "a"', "", "of one, another noun", ["a"]],
  ])("%s of %j (%s)", (prose, name, _why, values) => {
    expect(listedIn(prose, name)).toEqual({ values, complete: true });
  });
});

describe("lists that may go on", () => {
  test.each<[string, string]>([
    ["Valid values include `a`, `b` and `c`.", "include"],
    ["Value is `a`, `b` or `c`.", "nobody says that there are no others"],
    ["Values: `a`, `b`, `c`.", "after a colon"],
    ["Types include `a`, `b` and `c`.", "another noun"],
    ["The status, which is `a`, `b` or `c`.", "which is"],
    ["The status, which can be `a`, `b` or `c`.", "which can be"],
    ["The operation that ran, being `a`, `b` or `c`.", "being"],
    ["The value could be:\n\n- `a`\n- `b`\n- `c`", "before bullets"],
    ["What to log. `a`, `b`, or `c`.", "a sentence that is nothing but a list"],
    ["This could be `a` or `b`. Since 2.5 it can be `b` or `c`.", "two of them add up"],
    ["Valid values are `a`, `b` and `c`. Additional values are defined elsewhere.", "additional"],
    ["Valid values are `a`, `b` and `c`. Any integer is also valid.", "also valid"],
    ["Case insensitive, accepted values are `a`, `b` and `c`.", "capitals don't count"],
  ])("%s (%s)", (prose) => {
    expect(listedIn(prose)).toEqual({ values: abc, complete: false });
  });

  test("words that begin a sentence are looked for apart, as they need a sample", () => {
    const listing = { values: ["left", "right"], complete: false };
    expect(leadingWords("Left or right, which is where the hinge is.")).toEqual(listing);
  });
});

describe("what is no list of values", () => {
  test.each<[string, string, string]>([
    // prose                                                      name      why
    ["A valid value is `a`.", "", "one of many, perhaps"],
    ["The only valid value is `a` for lids.", "", "for some"],
    ["The only valid value is `null`.", "", "no value of a string"],
    ["", "", "nothing"],
    ["The lid of the box, `a` or `b`.", "", "nothing announces it"],
    ["One of `a`.", "", "one value"],
    ["Valid values, for example, are `a` and `b`.", "", "an example"],
    ["Possible values are `a`, `b` and so on.", "", "and so on"],
    ["Possible values are `a`, `b`, etc.", "", "etc."],
    ["One of the colours, such as `a` or `b`.", "", "such as"],
    ["Some example values can be: `a`, `b`.", "", "examples"],
    ["Either `lid` or `base` must be given.", "lid", "names of members, its own among them"],
    ["Give either the `lid` or `base` attribute.", "", "names of attributes"],
    ["Either `lid` or `base` must be given.", "", "what must be given"],
    ["If the value is `a` or `b`, the lid is shut.", "", "a condition"],
    ["When it is either `a` or `b`, the lid is shut.", "", "another condition"],
    ["A valid value is `a`, `b`, `c` to `f`.", "", "a range"],
    ["Either `a`, `b` or no lid at all (`c`).", "", "it goes on in words"],
    ["The `base` can be `a` or `b`.", "lid", "of another member"],
    ["Valid lid colours are `a` and `b`.", "size", "of something that the name does not say"],
    ["Comma-separated list of keys. A valid value is `a` or `b`.", "", "parts of a value"],
    ["Keys, separated by commas. Valid values are `a` or `b`.", "", "parts of a value"],
    ["One of `true` and `false`.", "", "booleans"],
    ["One of `two words` and `b`.", "", "words are no value"],
    ["One of:\n- `a`\n- the lid", "", "a bullet without a value"],
    ["One of:\n- `a` lid\n- `b` lid", "", "bullets that begin with a word by chance"],
    ["The parts:\n- `a`\n- `b`", "", "bullets that nothing announces"],
    ["The value is one of:\n- a lid\n- b", "", "bullets with more words than one"],
    ["The types are:\n- a\n- b", "", "bare words that may be anything"],
    ["Values, for example:\n- `a`\n- `b`", "", "bullets that are examples"],
    ["One of the lids that some of the many boxes have is `a` or `b`.", "", "too far away"],
    ["Valid values are Shut or Open.", "", "words without marks"],
    ["Left or right, as you like.", "", "words that begin a sentence"],
    ["Left or Right, which is where the hinge is.", "", "two names"],
  ])("%s of %j (%s)", (prose, name) => {
    expect(listedIn(prose, name)).toBe(undefined);
  });
});

test("hostile and very long prose is read, and nothing is listed that does not stand there", () => {
  const parts = [
    "`",
    "`a` ",
    "`a`, ",
    "(",
    "\n",
    "\n- ",
    "\n- `a`",
    "- `a`\n\n",
    "valid ",
    "valid a ",
    "valid values ",
    "valid values are ",
    "possible values: `a`, ",
    "one of ",
    "One of `a` or `b`. ",
    "either `a` (",
    "if the ",
    "A, ",
    "separated by ",
    "additional ",
    " ",
    "\t",
    "'a",
    "is ",
  ];
  for (const part of parts)
    for (const begun of ["", "Valid values are ", "A"])
      for (const value of listedIn(begun + part.repeat(30_000 / part.length), "a")?.values ?? [])
        expect(part).toContain(value);
});
