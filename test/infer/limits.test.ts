import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limitsIn, sentencesOf } from "../../generator/infer/limits/sentence.js";
import { boundsInTitle } from "../../generator/infer/limits/titles.js";

describe("limitsIn", () => {
  test.each([
    // sentence, why, limits
    [
      "These calls fail with a 404 starting from microversion 2.36.",
      "an end",
      "These calls ..2.35",
    ],
    [
      "This API will fail with HTTP 404 since 2.10.",
      "2.10 comes before 2.11 only",
      "This API ..2.9",
    ],
    [
      "Requests sent with microversion >= 2.43 will result in a 404 response.",
      "the version in the subject",
      "Requests sent ..2.42",
    ],
    [
      "Requests with microversion 2.43 or later return 404.",
      "the same in words",
      "Requests ..2.42",
    ],
    [
      "Starting with microversion 2.7, these calls fail.",
      "the version in front",
      "these calls ..2.6",
    ],
    ["The calls return 404 from version 2.31 on.", "on", "The calls ..2.30"],
    ["From microversion 2.5 on nothing changes.", "no end, no beginning", ""],
    ["They were removed in microversion 2.9.", "removed in", "They ..2.8"],
    ["They were removed in the 21.0.0 release.", "a release is no microversion", ""],
    ["They were removed in the 2.36 release.", "nor is this", ""],
    [
      "The action is no longer available after API version 2.4.",
      "after includes",
      "The action ..2.4",
    ],
    ["It is not supported before 2.8.", "an end of the other side", "It 2.8.."],
    ["This call is only available until v2.6.", "until includes", "This call ..2.6"],
    ["This call was available before v2.6.", "before excludes", "This call ..2.5"],
    ["This stays supported in API versions 2.4 through 2.97.", "a range", "This stays 2.4..2.97"],
    ["The call is available starting with microversion 2.53.", "a beginning", "The call 2.53.."],
    ["Available in the 3.5 microversion.", "in one is not from there on", ""],
    ["Available in API version 3.62 or higher.", "or higher", " 3.62.."],
    ["Call is available starting from version 1.5.", "no article", "Call 1.5.."],
    ["New in version 2.10", "versionadded", " 2.10.."],
    ["Removed in version 2.98", "versionremoved", " ..2.97"],
    ["Changed in version 2.98", "versionchanged binds nothing", ""],
    ["Deprecated since version 2.36", "nor does deprecated", ""],
    ["(Since Images v2.3)", "a word between", " 2.3.."],
    ["(Since Image API v2.3)", "nothing but a version", " 2.3.."],
    ["Microversion 2.24 or newer is needed for this API.", "a need", "this API 2.24.."],
    ["This API requires microversion 2.24.", "the same", "This API 2.24.."],
    ["Since v2.9 if users send unknown colours, the API returns 400.", "behaviour", ""],
    [
      "Starting with 2.8, the colour parameter is no longer supported.",
      "of a parameter",
      "the colour parameter ..2.7",
    ],
    ["Until microversion 2.8, this API is not supported for crates.", "a condition follows", ""],
    ["This API is not supported until 2.5 for crates.", "a condition follows", ""],
    ["Prior to version 2.8, this was only available as an action.", "behaviour", ""],
    ["Colours were added to label APIs in API version 2.8.", "added to something", ""],
    ["This API will fail with a 400 since 2.5.", "another fault", ""],
    ["The address 10.0.0.1 is used since 1.2.3.", "not versions", ""],
  ])("%s (%s)", (sentence, _why, expected) => {
    const found = limitsIn(sentence).map(
      ({ subject, bounds }) => `${subject} ${bounds.min ?? ""}..${bounds.max ?? ""}`,
    );
    expect(found.join("; ")).toBe(expected);
  });

  test("takes any words, and gives only versions that stand there or beside one that does", () => {
    const word = fc.constantFrom(
      "these",
      "APIs",
      "fail",
      "with",
      "404",
      "since",
      "microversion",
      "2.36",
      "v2.5",
      "-",
      "removed",
      "in",
      "available",
      "until",
      "(",
      ")",
      ",",
      "and",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        for (const { bounds } of limitsIn(words.join(" ")))
          for (const version of [bounds.min, bounds.max])
            if (version !== undefined)
              expect(["2.36", "2.35", "2.37", "2.5", "2.4", "2.6"]).toContain(version);
      }),
    );
  });

  test("is done with long lines at once", () => {
    const long = `${"are now only ".repeat(40)}available since `.repeat(20);
    expect(limitsIn(long.slice(0, 590)).length).toBe(0);
    expect(sentencesOf(`${"x ".repeat(5000)}. These fail`)).toEqual([]);
  });
});

describe("boundsInTitle", () => {
  test.each([
    ["Share groups (since API v2.31)", "the usual form", { min: "2.31" }],
    ["Ensure shares (Since API Version 2.86)", "capitals", { min: "2.86" }],
    ["Share groups (until API v2.6)", "until includes", { max: "2.6" }],
    ["Update traits (microversions 1.2 - 1.6)", "a range", { min: "1.2", max: "1.6" }],
    ["Share groups (v2.31 - 2.40)", "a range with a v", { min: "2.31", max: "2.40" }],
    ["Transfers (transfers) (3.55 or later)", "the second pair", { min: "3.55" }],
    ["Traits (microversions 1.12 - )", "an open range", { min: "1.12" }],
    ["Manage share since API v2.7", "no parentheses", { min: "2.7" }],
    ["Images (deprecated since 2.36)", "deprecated is not gone", {}],
    ["Networking API v2.0 extensions", "the name of an API", {}],
    ["VPN 2.0 (vpn, services)", "a product", {}],
    ["Show server (v2.11)", "a version says no end", {}],
  ])("%s (%s)", (title, _why, expected) => expect(boundsInTitle(title)).toEqual(expected));
});
