import { expect, test } from "vitest";
import { saysNoBody } from "../../generator/infer/operations/no-body.js";
import { operationsOf } from "./docs.js";

test.each<[string, boolean]>([
  ["This operation does not accept a request body.", true],
  ["The request has no body.", true],
  ["Sent without a body, it takes the next one.", true],
  ["There is no request body.", true],
  ["The request body is a list.", false],
  ["It has a body.", false],
  ["It is no nobody.", false],
  ["The answer is not in a body.", false],
])("%s: %s", (says, said) => {
  const [operation] = operationsOf({}, { call: "POST /boxes", says });
  expect(operation && saysNoBody(operation)).toBe(said);
});
