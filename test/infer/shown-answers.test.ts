import { expect, test } from "vitest";
import { isShownEmpty } from "../../generator/infer/operations/shown-answers.js";
import { operationsOf } from "./docs.js";

/** Literal blocks of the description, each an answer. */
const shown = (...answers: readonly (readonly string[])[]): string =>
  answers
    .map((lines) => `It answers::\n\n${lines.map((line) => `  ${line}`).join("\n")}\n`)
    .join("\n");

const created = ["HTTP/1.1 201 Created", "Date: Fri, 17 Jan 2014 17:28:35 GMT"];

test.each<[why: string, words: string, empty: boolean]>([
  ["nothing is shown", "It answers 201.", false],
  ["its length is nothing", shown([...created, "Content-Length: 0", "Etag: 1"]), true],
  ["its length is said in small letters", shown([...created, "content-length: 0"]), true],
  ["it has a length", shown([...created, "Content-Length: 10"]), false],
  ["it does not say its length", shown(created), false],
  [
    "one of two has a body",
    shown([...created, "Content-Length: 0"], [...created, "Content-Length: 2"]),
    false,
  ],
  [
    "an answer of another status has none",
    shown(["HTTP/1.1 202 Accepted", "Content-Length: 0"]),
    false,
  ],
  [
    "an answer of another status has one",
    shown([...created, "Content-Length: 0"], ["HTTP/1.1 200 OK", "Content-Length: 9"]),
    true,
  ],
  ["HTTP/2 has no reason", shown(["HTTP/2 201", "content-length: 0"]), true],
  ["the length is of what comes later", shown([...created, "", "Content-Length: 0"]), false],
])("%s", (_, says, empty) => {
  const [operation] = operationsOf({}, { call: "PUT /boxes/{box_id}", says });
  if (operation === undefined) throw new Error("no operation");
  expect(isShownEmpty(operation, 201)).toBe(empty);
});
