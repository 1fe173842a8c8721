import { describe, expect, test } from "vitest";
import { freeRequest, isFreeRequest } from "../../../generator/infer/bodies/free-request.js";
import { operationsOf } from "../docs.js";

const remark = "The contents of the request body depend on the driver.";

describe("a request is not the same for all", () => {
  test.each<[call: string, remark: string | undefined, expected: boolean]>([
    ["POST /boxes", remark, true],
    ["PUT /boxes/{box_id}", remark, true],
    ["PATCH /boxes/{box_id}", remark, true],
    ["GET /boxes", remark, false],
    ["DELETE /boxes/{box_id}", remark, false],
    ["POST /boxes", "The box is made.", false],
    ["POST /boxes", undefined, false],
  ])("%s, %s", (call, words, expected) => {
    const [operation] = operationsOf(
      { name: "string" },
      { call, request: "name", ...(words !== undefined && { remark: words }) },
    );
    expect(operation && isFreeRequest(operation)).toBe(expected);
  });

  test("not where the answer is said to differ", () => {
    const [operation] = operationsOf(
      { name: "string" },
      { call: "POST /boxes", request: "name", remark },
    );
    const remarks =
      operation?.remarks.map((each) => ({ ...each, side: "response" as const })) ?? [];
    expect(operation && isFreeRequest({ ...operation, remarks })).toBe(false);
  });
});

test("it is an object of whatever members", () => {
  expect(freeRequest.kinds).toEqual(["object"]);
  expect(freeRequest.values?.kinds).toHaveLength(7);
});
