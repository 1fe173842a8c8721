import { expect, test } from "vitest";
import { messagesIn } from "../../generator/apiref/files/messages.js";

test.each([
  // text                                                          why                      messages
  [`curl -X POST u -d '{"a": 1}'`, "the ordinary case", [["request", '{"a": 1}']]],
  [
    `$ curl u \\\n  -H "X: y" \\\n  --data '{"a":\n 1}'\n`,
    "several lines",
    [["request", '{"a":\n 1}']],
  ],
  [`curl u\n  -d '[]'`, "a backslash forgotten", [["request", "[]"]]],
  [`curl -d "{\\"a\\": \\"b\\"}" u`, "double quotes", [["request", '{"a": "b"}']]],
  ["# Make it\n\ncurl -d '{}' u", "a comment before it", [["request", "{}"]]],
  ["export URL=http://a\ncurl -d '{}' $URL", "a variable before it", [["request", "{}"]]],
  [`curl -d'{}' u`, "no space", [["request", "{}"]]],
  [`wget --post-data='{}' u`, "another program", [["request", "{}"]]],
  [`curl u -d @- <<EOF\n{"a": 1}\nEOF\n`, "lines up to a word", [["request", '{"a": 1}']]],
  [`curl u -d @box.json`, "a file", [["request", undefined]]],
  [`curl u`, "nothing sent along", [["request", undefined]]],
  [
    `curl u?a=1\n\n{"c": 1}\ncurl v\n`,
    "what it prints",
    [
      ["request", undefined],
      ["response", '{"c": 1}'],
      ["request", undefined],
    ],
  ],
  [`curl -X POST u\n\n{"c": 1}`, "what may be sent", [["request", undefined]]],
  [`curl u -d @box.json\n\n{"c": 1}`, "the file that is sent", [["request", undefined]]],
  [
    `curl u -d '{}'\n\nHTTP/1.1 200 OK\nA: b\n\n{"c": 1}\n`,
    "and what comes back",
    [
      ["request", "{}"],
      ["response", '{"c": 1}'],
    ],
  ],
  [
    "POST /boxes HTTP/1.1\nA: b\n\n{}\n\nHTTP/1.1 204 No Content\nA: b\n",
    "over the wire",
    [
      ["request", "{}"],
      ["response", undefined],
    ],
  ],
  [`POST /boxes\n\n{"a": 1}`, "without a version", [["request", '{"a": 1}']]],
  [
    `POST /boxes\nHeaders:\n  A: b\n\nContent:\n{"a": 1}`,
    "a word before the body",
    [["request", '{"a": 1}']],
  ],
  [`201 Created\n\n{"a": 1}`, "an answer without a version", [["response", '{"a": 1}']]],
  ["201 boxes, each of them red", "a number is no answer", []],
  [`{"a": "curl u"}`, "JSON", []],
  ["# a\nb: curl u", "a comment of something else", []],
  ["See how curl sends it:\ncurl u", "prose before it", []],
])("%j (%s)", (text, _why, messages) => {
  expect(messagesIn(text).map(({ side, body }) => [side, body])).toEqual(messages);
});
