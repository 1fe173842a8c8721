import { describe, expect, test } from "vitest";
import { answeredAsSent } from "../../../generator/infer/bodies/answered-as-sent.js";
import type { Json } from "../../../generator/infer/reference.js";
import type { Entries } from "../docs.js";
import { sideOf } from "./side-of.js";

const entries: Entries = {
  name: { says: "Its name." },
  size: { says: "Its size." },
  other: { says: "Something else." },
};
const call = "POST /boxes";
const sent = { name: "x", size: 1 };
const listed = { boxes: [{ name: "x", size: 1 }] };

/** The names of what an answer has as it was sent. */
function found(
  response: string | undefined,
  answers: Json | undefined,
  request = "name, size",
  asks: Json | undefined = sent,
): readonly string[] {
  const answer = sideOf(
    "response",
    entries,
    { call, ...(response !== undefined && { response }) },
    answers,
  );
  const asked = sideOf("request", entries, { call, request }, asks);
  return answeredAsSent(answer, asked).map(({ name }) => name);
}

describe("an answer has at its top what was sent", () => {
  test.each<[why: string, names: readonly string[], expected: readonly string[]]>([
    ["its sample lists resources", found("name, size", listed), ["name", "size"]],
    ["one of them is in the rows", found("size", listed), ["size"]],
    ["no rows", found(undefined, listed), []],
    ["its sample has one at the top", found("name, size", { ...listed, name: "x" }), []],
    ["its sample has none of them", found("name", { boxes: [{ size: 1 }] }), []],
    ["they stand in an object", found("name", { box: { name: "x" } }), []],
    ["a row is not sent", found("name, other", { boxes: [{ name: "x", other: 1 }] }), []],
    ["a row says otherwise", found("name: other", listed), []],
    ["no sample of the answer", found("name", undefined), []],
    [
      "the sample of the request lacks one",
      found("name, size", listed, "name, size", { name: "x" }),
      [],
    ],
    ["the request has no row of it", found("name, size", listed, "name"), []],
  ])("%s", (_why, names, expected) => {
    expect(names).toEqual(expected);
  });

  test("with what the request shows of it", () => {
    const answer = sideOf(
      "response",
      entries,
      { call, response: "size" },
      { boxes: [{ size: "1" }] },
    );
    const asked = sideOf("request", entries, { call, request: "size" }, sent);
    expect(answeredAsSent(answer, asked).map(({ shape }) => [...shape.kinds])).toEqual([
      ["integer"],
    ]);
  });
  test("not without a sample of the request, not without a request, and no request itself", () => {
    const answer = sideOf("response", entries, { call, response: "name" }, listed);
    expect(answeredAsSent(answer, undefined)).toEqual([]);
    expect(answeredAsSent(answer, sideOf("request", entries, { call, request: "name" }))).toEqual(
      [],
    );
    const asked = sideOf("request", entries, { call, request: "name" }, listed);
    expect(
      answeredAsSent(asked, sideOf("request", entries, { call, request: "name" }, sent)),
    ).toEqual([]);
  });
});
