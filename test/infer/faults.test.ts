import { expect, test } from "vitest";
import type { Json } from "../../generator/apiref/model.js";
import type { FaultForm, ServiceFact } from "../../generator/facts/service-fact.js";
import { faultForm } from "../../generator/infer/operations/faults.js";
import { infer, type InferenceSettings } from "../../generator/infer/infer.js";
import { reference } from "./docs.js";

const words = { code: 404, title: "Not Found" };

test.each<[string, readonly Json[], FaultForm]>([
  // why                              response samples                                form
  ["no sample", [], "any"],
  ["a body that is no fault", [{ box: { name: "b" } }], "any"],
  ["a fault under its name", [{ itemNotFound: { code: 404, message: "No." } }], "named"],
  ["a fault of a class", [{ BoxError: { type: "NoLid", message: "No." } }], "typed"],
  ["under a plain word, with its status", [{ error: { ...words, message: "No." } }], "error"],
  ["a list with the status in it", [{ errors: [{ status: 404, detail: "No." }] }], "errors"],
  ["without a wrapper", [{ message: "No.", code: "404 Not Found", title: "Not Found" }], "flat"],
  ["as web-service frameworks do", [{ faultstring: "No.", faultcode: "Client" }], "faultstring"],
  ["once more as a text", [{ error_message: '{"faultstring": "No."}' }], "quoted"],
  ["with its status explained", [{ ...words, explanation: "", error: { type: "A" } }], "explained"],
  ["with a description", [{ ...words, description: "No." }], "described"],
  ["with its kind and request", [{ code: 404, type: "no_box", request_id: "req-1" }], "coded"],
  ["beside others it is a member", [{ itemNotFound: {}, box: {} }], "any"],
  ["a member in small letters", [{ boxerror: { message: "No." } }], "any"],
  ["an error that a box has", [{ error: { message: "it leaks" } }], "any"],
  ["errors of a task", [{ errors: [{ status: "done" }] }], "any"],
  ["a box with a title and a description", [{ title: "Box", description: "", code: 7 }], "any"],
  ["a list", [[{ itemNotFound: {} }]], "any"],
  ["an empty object", [{}], "any"],
  ["a string", ["itemNotFound"], "any"],
  ["null", [null], "any"],
  ["the first that tells", [{ box: {} }, { forbidden: {} }, { BoxError: {} }], "named"],
])("a sample: %s", (_why, samples, form) => {
  const operations = samples.map((answers, index) => ({ title: `Show ${index}`, answers }));
  expect(faultForm(reference({}, ...operations), undefined)).toBe(form);
});

test.each<[string, string, FaultForm]>([
  // why                                          codes                              form
  ["a name that only such faults have", "200, itemNotFound(404)", "named"],
  ["one of several", "200, unauthorized(401), overLimit(413)", "named"],
  ["but words for the status", "200, unauthorized(401), forbidden(403)", "any"],
  ["the name of another status", "200, itemNotFound(400)", "any"],
  ["words of its own", "200, NotFound(404), conflict(409)", "any"],
])("a service that nobody knows, with codes: %s", (_why, codes, form) => {
  expect(faultForm(reference({}, { codes }), undefined)).toBe(form);
});

const known: ServiceFact = {
  type: "box",
  project: "boxer",
  faults: { form: "coded", from: "boxer 1.0" },
};

test.each<[string, Json, string, ServiceFact | undefined, FaultForm]>([
  // why                                     sample              codes               known  form
  ["samples before what is known", { BoxError: {} }, "itemNotFound(404)", known, "typed"],
  ["what is known before names of codes", null, "itemNotFound(404)", known, "coded"],
  ["names of codes where nothing is known", null, "itemNotFound(404)", undefined, "named"],
  [
    "a service of which only the form is unknown",
    null,
    "404",
    { type: "box", project: "boxer" },
    "any",
  ],
])("evidence: %s", (_why, answers, codes, fact, form) => {
  expect(faultForm(reference({}, { answers, codes: `200, ${codes}` }), fact)).toBe(form);
});

test("the configuration wins over all", () => {
  const docs = reference({}, { answers: { itemNotFound: { code: 404, message: "" } } });
  expect(infer(docs, { faults: "flat" }).value.service.faults).toBe("flat");
  expect(infer(docs).value.service.faults).toBe("named");
});

test.each<[string, Json, string, readonly string[]]>([
  // why                             sample                            codes              guessed
  ["shown by a sample", { itemNotFound: { code: 404, message: "" } }, "404", []],
  ["told by names of codes", null, "itemNotFound(404)", ['faults are of the form "named"']],
  ["it may be any", null, "404", []],
])("what is guessed of faults is said: %s", (_why, answers, codes, words) => {
  const docs = reference({}, { answers, codes: `200, ${codes}` });
  const guessed = (settings: InferenceSettings) =>
    infer(docs, settings)
      .value.service.guesses.filter(({ setting }) => setting === "faults")
      .map((guess) => guess.words);
  expect(guessed({})).toEqual(words);
  expect(guessed({ faults: "flat" })).toEqual([]);
});
