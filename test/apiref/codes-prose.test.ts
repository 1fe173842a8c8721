import { expect, test } from "vitest";
import {
  readCodeItem,
  readCodes,
  readStatusLine,
} from "../../generator/apiref/stanzas/codes/codes-prose.js";

function read(text: string): string[] | undefined {
  let start = 0;
  const lines = text.split("\n").map((line) => {
    const made = { text: line, source: "images.inc", start };
    start += line.length + 1;
    return made;
  });
  const said = readCodes(lines);
  for (const status of said?.statuses ?? []) {
    const words = text.slice(status.span.start, status.span.end);
    expect(words).toMatch(new RegExp(`^${status.name ?? ""}.*${status.code}$`, "s"));
  }
  return said?.statuses.map(({ code, kind, name, reason, minVersion, maxVersion }) =>
    [kind, name, code, minVersion && `from ${minVersion}`, maxVersion && `to ${maxVersion}`, reason]
      .filter((part) => part !== undefined)
      .join(" "),
  );
}

test.each([
  // paragraph                                        why
  ["Normal response codes: 200", "the ordinary case", ["success 200"]],
  ["Normal Response Codes: 200,201", "no space, capitals", ["success 200", "success 201"]],
  ["**Normal response codes:** 204", "in bold", ["success 204"]],
  [
    "Error response codes: badRequest(400), itemNotFound(404)",
    "names",
    ["error badRequest 400", "error itemNotFound 404"],
  ],
  [
    "Error response codes: badRequest(400),\nunauthorized(401)",
    "wrapped",
    ["error badRequest 400", "error unauthorized 401"],
  ],
  [
    "Error response codes: badRequest(400) unauthorized(401)",
    "a missing comma",
    ["error badRequest 400", "error unauthorized 401"],
  ],
  [
    "Error response codes: conflict(409), itemNotFound 404",
    "a missing parenthesis",
    ["error conflict 409", "error itemNotFound 404"],
  ],
  ["Error codes: 400 and 404", "a short label", ["error 400", "error 404"]],
  [
    "Error response codes: 400 if more than 500 entries are asked for, 404 after 300 seconds",
    "how many, and how long",
    ["error 400 if more than 500 entries are asked for", "error 404"],
  ],
  [
    "Error response codes: 400 (a name exceeds 255), 413 at 512 MiB, 404",
    "lengths and sizes",
    ["error 400 a name exceeds 255", "error 413", "error 404"],
  ],
  [
    "Normal response codes: 200 (microversions 2.0 - 2.100)",
    "2.100 is no status",
    ["success 200 from 2.0 to 2.100"],
  ],
  ["Normal response codes: 202 (microversion 2.101 - )", "open-ended", ["success 202 from 2.101"]],
  [
    "Normal response codes: 200 (microversions 2.0 - 2.100), 202 (microversion 2.101 - )",
    "both",
    ["success 200 from 2.0 to 2.100", "success 202 from 2.101"],
  ],
  [
    "Error response codes: 404 if there is no such image",
    "a reason",
    ["error 404 if there is no such image"],
  ],
  [
    "Normal response codes: 200 Error response codes: 404",
    "two labels",
    ["success 200", "error 404"],
  ],
  ["Error response codes: 300", "a code below 400 is no error", ["success 300"]],
  ["Normal response codes: TBD", "no code", []],
  ["**Normal response codes** 200", "no colon", ["success 200"]],
  ["Normal Response Code: 200", "one code", ["success 200"]],
  ["Normal response code(s): 200", "one or several", ["success 200"]],
  ["**Normal http response code(s)**: 200", "over HTTP", ["success 200"]],
  ["Response codes: 200, 404", "of either kind", ["success 200", "error 404"]],
  ["Normal response codes are 200 and 202", "a sentence", ["success 200", "success 202"]],
  ["Normal respose code: 200", "a slip", ["success 200"]],
  ["Erorr Response Codes: 404", "another", ["error 404"]],
  ["Normal response: 200", "not a word of codes", ["success 200"]],
  [
    "**Normal response codes**\n200\n**Error response codes**\nunauthorized (401), 404",
    "two labels in one paragraph, no colon",
    ["success 200", "error unauthorized 401", "error 404"],
  ],
  [
    "Error response codes: computeFault (400, 500, …), Not Found (404)",
    "a name of several, a name of several words",
    ["error computeFault 400", "error 500", "error 404"],
  ],
  ["Normal header response codes: 200", "a word more", ["success 200"]],
  ["**Error POST response codes**\n400", "any one", ["error 400"]],
  ["Response codes (normal): 200", "the kind behind", ["success 200"]],
  ["Response codes (errors): 404", "or the other", ["error 404"]],
  ["Returned codes: 202", "another word", ["success 202"]],
  [
    "Error codes: Forbidden(403),\nInternal Server Error(500), Not Found (404)",
    "a name of several words is no reason of the code before",
    ["error Forbidden 403", "error 500", "error 404"],
  ],
  ["Normal users of it have codes: 200", "words of a sentence", undefined],
  ["**Error response codes**", "the next paragraph has them", []],
  ["Response codes", "so does it here", []],
  ["Error nodes: 404 of them", "a word that is no slip", undefined],
  ["Error response codes of the service differ", "a sentence that lists none", undefined],
  ["Normal response: the box", "no code", undefined],
  ["The response code is 200", "prose", undefined],
  ["See the codes: 200", "another label", undefined],
])("%j (%s)", (text, _why, said) => {
  expect(read(text)).toEqual(said);
});

test("an empty lead leaves its codes to the list below it", () => {
  expect(readCodes([{ text: "Error codes:", source: "a", start: 0 }])?.pending).toBe("error");
});

test.each<[string, number | undefined, string]>([
  // paragraph                             code       why
  ["Status: 204 No Content", 204, "the ordinary case"],
  ["**Status:** 201 Created", 201, "in bold"],
  ["Status: 2000", undefined, "no code"],
  ["Status: the state of the image", undefined, "a word"],
  [`Status: 200 ${"and more ".repeat(10)}`, undefined, "a sentence"],
])("%j: %s (%s)", (text, code) => {
  expect(readStatusLine([{ text, source: "images.inc", start: 0 }])).toBe(code);
});

test.each<[string, string | undefined, string]>([
  // item                              reason                      why
  ["``404 Not Found`` -- no such box", "no such box", "its phrase, and the end of a literal"],
  ["404 Not Found", undefined, "its phrase alone"],
  ["409 (Conflict): it is ``open``", "it is ``open``", "its phrase in parentheses"],
  ["404 Not Found in time", "Not Found in time", "words that go on"],
  ["404 if ``name`` is taken", "if ``name`` is taken", "a literal"],
])("%j means %j (%s)", (text, reason) => {
  const [status] = readCodeItem([{ text, source: "a", start: 0 }], "error");
  expect(status?.reason).toBe(reason);
});

test.each([
  ["401", ["error 401"]],
  ["``404`` - no such box", ["error 404"]],
  ["500 or more entries are refused", []],
  ["unauthorized (401), itemNotFound (404)", ["error unauthorized 401", "error itemNotFound 404"]],
  ["Bad Request (400)", ["error 400"]],
  ["HTTP 409", ["error 409"]],
  ["The box 200 is full", []],
  ["200v is a voltage", []],
])("%j below a label", (text, said) => {
  const read = readCodeItem([{ text, source: "a", start: 0 }], "error");
  expect(
    read.map(({ kind, name, code }) => [kind, name, code].filter((part) => part).join(" ")),
  ).toEqual(said);
});

test("slips of a label are told at their words", () => {
  const [slip] =
    readCodes([{ text: "**Normal Respose Codes**", source: "a", start: 7 }])?.slips ?? [];
  expect(slip).toEqual({
    written: "Respose",
    meant: "Response",
    span: { source: "a", start: 16, end: 23 },
  });
});
