import { expect, test } from "vitest";
import { mustBeSent } from "../../generator/infer/parameters/required-parameters.js";
import { rules } from "../../generator/infer/rules.js";
import { operationsOf, type Entries } from "./docs.js";

const entries: Entries = {
  signature: { in: "query", required: true },
  limit: { in: "query" },
  length: { in: "header", required: true },
  member: { in: "body", required: true },
  marker: { in: "path", required: true },
};

/** A literal block of the description. */
const shown = (...lines: readonly string[]): string =>
  `Such as::\n\n${lines.map((line) => `  ${line}`).join("\n")}\n\nAnd so on.`;

test.each<[string, string, string, "query" | "header", string, boolean]>([
  // why                                      call          row          place     words  sent
  ["a row of the query says so", "GET /boxes", "signature", "query", "Words.", true],
  ["a row of the query does not", "GET /boxes", "limit", "query", "Words.", false],
  ["a row of a header says so", "GET /boxes", "length", "header", "Words.", true],
  ["a row of a body says it of the body", "GET /boxes", "member", "query", "Words.", false],
  ["a row of a path says it of the path", "GET /boxes", "marker", "query", "Words.", false],
  [
    "a request that is shown does without",
    "GET /boxes",
    "signature",
    "query",
    shown('curl -i $url/boxes -X GET -H "X-Auth-Token: $token"'),
    false,
  ],
  [
    "a request that is shown has it",
    "GET /boxes",
    "signature",
    "query",
    shown('curl "$url/boxes?limit=1&signature=x"'),
    true,
  ],
  [
    "of two that are shown one has it",
    "GET /boxes",
    "signature",
    "query",
    shown("curl $url/boxes", "curl $url/boxes?signature=x"),
    true,
  ],
  [
    "a longer name is another",
    "GET /boxes",
    "signature",
    "query",
    shown("curl $url/boxes?no_signature=x"),
    false,
  ],
  [
    "a request of another method tells nothing",
    "PUT /boxes",
    "signature",
    "query",
    shown("curl $url/boxes"),
    true,
  ],
  [
    "what is uploaded is PUT",
    "PUT /boxes",
    "signature",
    "query",
    shown("curl -T file $url/boxes"),
    false,
  ],
  [
    "what has data is POST",
    "POST /boxes",
    "signature",
    "query",
    shown("curl --data-binary x $url/boxes"),
    false,
  ],
  [
    "a head is asked for by HEAD",
    "HEAD /boxes",
    "signature",
    "query",
    shown("curl $url/boxes --head"),
    false,
  ],
  [
    "a command over two lines is one",
    "GET /boxes",
    "signature",
    "query",
    shown("curl -i \\", "  $url/boxes?signature=x"),
    true,
  ],
  [
    "a header that is not shown is required all the same",
    "GET /boxes",
    "length",
    "header",
    shown("curl $url/boxes"),
    true,
  ],
])("%s", (_, call, name, place, says, sent) => {
  const [operation] = operationsOf(entries, { call, request: name, says });
  const row = operation?.request[0]?.rows[0];
  if (operation === undefined || row === undefined) throw new Error("no row");
  expect(mustBeSent(row, place, operation, rules.sent)).toBe(sent);
});
