import { describe, expect, test } from "vitest";
import {
  isFreeForm,
  isTemplate,
  namesOfFreeForm,
  saysFreeRequest,
} from "../../../generator/infer/words/values/free-form.js";
import { rowsOf } from "../docs.js";

const is = (says: string, type = "object", keys: readonly string[] = ["a"]): boolean =>
  isFreeForm(rowsOf({ box: { type, says } }), says, keys);

describe("an object that is free in form", () => {
  test.each<[string, boolean, string]>([
    // prose                                                                is      why
    ["Which members there are depends on the driver.", true, "depends on"],
    ["The contents depend on the kind of the box.", true, "contents"],
    ["The list of fields varies between drivers.", true, "varies"],
    ["Pairs; the semantics of which are determined by the kind.", true, "determined"],
    ["The content of this field is driver-specific.", true, "specific to a driver"],
    ["A set of arbitrary key and value pairs.", true, "arbitrary"],
    ["Free-form words of its owner.", true, "free in form"],
    ["The API does not define a specific format of this field.", true, "no format"],
    ["The template used to make the box.", true, "a template"],
    ["Supplies arguments for what the box needs.", true, "arguments"],
    ["Holds input data.", true, "data"],
    ["A JSON environment for the box.", true, "JSON of its own form"],
    ["Options that are specific to the\nmanagement tool that this uses.", true, "a tool's own"],
    ["A JSON object with its size.", false, "JSON's object is any object"],
    ["Each key is a user-provided parameter name.", false, "its keys are the user's, no more"],
    ["Arbitrary pairs, a dictionary of strings.", false, "strings, at least"],
    ["Any key-value pairs. All values are strings.", false, "strings, too"],
    ["Arbitrary pairs, such as `a`.", false, "names what the sample has"],
    ["Key and value pairs.", false, "pairs are no news"],
    ["Its size, which depends on the shelf.", false, "not its members"],
    ["A template version object.", false, "something of a template"],
  ])("%s %s: %s", (says, expected) => {
    expect(is(says)).toBe(expected);
  });

  test("its type alone says so where it is JSON", () => {
    expect(is("How it is set.", "JSON")).toBe(true);
    expect(is("How it is set.", "object")).toBe(false);
  });

  test("without a row nothing says so", () => {
    expect(isFreeForm([], "A set of arbitrary pairs.", [])).toBe(false);
  });

  test("200,000 letters of words that begin a rule are read", () => {
    for (const words of ["fields ", "which a there are ", "the a b template ", "values "])
      expect(typeof is(words.repeat(200_000 / words.length))).toBe("boolean");
  });
});

test.each<[string, boolean, string]>([
  // prose                                  is      why
  ["The stack template to work on.", true, "its subject"],
  ["A template.", true, "and nothing else"],
  ["The name of a template.", false, "another subject"],
  ["The template ID.", false, "what is known of it"],
])("%s is a template: %s (%s)", (says, expected) => {
  expect(isTemplate(says)).toBe(expected);
});

describe("members of which the docs of an operation say that they are free in form", () => {
  test.each<[string, readonly string[], string]>([
    // prose                                                                names      why
    ["The `body` attribute specifies an arbitrary document.", ["body"], "specifies"],
    ["`body` is the arbitrary document that was sent.", ["body"], "is"],
    ["The `a` may be any JSON. The\n`b` parameter holds free-form words.", ["a", "b"], "two"],
    ["The `body` attribute is a document.", [], "of a form"],
    ["An arbitrary `body` is sent.", [], "which one is arbitrary"],
    ["The `body` is sent to an arbitrary host.", [], "of something else"],
  ])("%s %j (%s)", (prose, names) => {
    expect(namesOfFreeForm(prose)).toEqual(names);
  });
});

test.each<[string, boolean, string]>([
  // prose                                                                     is      why
  ["The contents of the request body depends on the box it is for.", true, "depends"],
  ["It is sent on. The request body is arbitrary JSON.", true, "arbitrary"],
  ["The format of the body of the request varies.", true, "the other way round"],
  ["The contents of the response body depend on the box.", false, "of the answer"],
  ["The contents of the box depend on its kind.", false, "of no body"],
  ["The request body has a name. The contents of boxes vary.", false, "another sentence"],
  ["The request body is a list of boxes.", false, "a form like any"],
])("%s free: %s (%s)", (prose, expected) => {
  expect(saysFreeRequest(prose)).toBe(expected);
});
