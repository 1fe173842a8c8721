import { expect, test } from "vitest";
import type { Json } from "../../generator/apiref/model.js";
import { faultForm } from "../../generator/infer/faults.js";
import { reference } from "./docs.js";

test.each<[string, readonly Json[], string]>([
  // why                              response samples                                form
  ["no sample", [], "any"],
  ["a body that is no fault", [{ box: { name: "b" } }], "any"],
  ["a fault under its name", [{ itemNotFound: { code: 404, message: "No." } }], "named"],
  ["a fault of a class", [{ BoxError: { type: "NoLid", message: "No." } }], "typed"],
  ["beside others it is a member", [{ itemNotFound: {}, box: {} }], "any"],
  ["a member in small letters", [{ boxerror: { message: "No." } }], "any"],
  ["a list", [[{ itemNotFound: {} }]], "any"],
  ["an empty object", [{}], "any"],
  ["a string", ["itemNotFound"], "any"],
  ["null", [null], "any"],
  ["the first that tells", [{ box: {} }, { forbidden: {} }, { BoxError: {} }], "named"],
])("%s", (_why, samples, form) => {
  const operations = samples.map((answers, index) => ({ title: `Show ${index}`, answers }));
  expect(faultForm(reference({}, ...operations))).toBe(form);
});

test("names of codes are no evidence", () => {
  expect(faultForm(reference({}, { codes: "200, itemNotFound(404)" }))).toBe("any");
});
