import { expect, test } from "vitest";
import { codesInSentences } from "../../generator/apiref/stanzas/codes/codes-sentence.js";

function read(text: string): number[] {
  let start = 7;
  const lines = text.split("\n").map((line) => {
    const made = { text: line, source: "a", start };
    start += line.length + 1;
    return made;
  });
  return codesInSentences(lines).map(({ value, span }) => {
    expect(text.slice(span.start - 7, span.end - 7)).toBe(String(value));
    return value;
  });
}

test.each<[string, string, number[]]>([
  // sentence                                                        why                     codes
  ["If it is locked, this call returns the ``Conflict (409)`` response code.", "a call", [409]],
  ["A 404 is returned if there is no such box.", "a passive", [404]],
  ["Returns 409 Conflict when there is one.", "no subject", [409]],
  ["Otherwise, the\noperation returns the ``Bad Request (400)``\nresponse code.", "wrapped", [400]],
  ["The API will respond with HTTP 404.", "what will be", [404]],
  ["If you may not, the service returns ``403`` or ``404``.", "one of two", [403, 404]],
  ["A 400, 403 or 409 error is returned.", "one of three", [400, 403, 409]],
  ["If the size is wrong, a 400 (Bad Request) response will be returned.", "a name behind", [400]],
  ["a conflict(409) is returned where one is left", "a name that touches", [409]],
  ["The ``Length Required (411)`` response code indicates a missing header.", "a meaning", [411]],
  ["**404 (Not Found)**: Returned if the box is not there.", "an item", [404]],
  ["The response is empty and the response code is ``204``.", "an answer", [204]],
  ["On success the response is a 202 (Accepted).", "what it is", [202]],
  ["This makes the request fail with a 403 (Forbidden).", "a failure", [403]],
  ["This causes the request to fail with a 403 (Forbidden).", "and what causes it", [403]],
  [
    "Returns 202 if it is slow, 200 if it is not, and 404 (Not Found) when there is no box.",
    "each with a case of its own",
    [202, 200, 404],
  ],
  ["The call returns 200 if it is open, otherwise 202.", "the case that is left", [200, 202]],
  [
    "A 404 is returned if there is no box, and a 409 if it is locked.",
    "in the passive",
    [404, 409],
  ],
  ["Returns 200 with the box, or 404 if there is none.", "the first without a case", [200, 404]],
  ["On success it is 200. Possible error codes are 401 and 403.", "codes that are", [401, 403]],
  ["It returns 202 if it is slow. On 409 it is closed.", "another sentence", [202]],
  ["It returns 202 if it is slow, and waits if a 409 comes.", "what would follow a case", [202]],
  ["If a 404 is returned, try again.", "what would follow", []],
  ["When the service returns 503, wait.", "a condition", []],
  ["It never returns 404.", "a denial", []],
  ["No 404 is returned.", "another", []],
  ["Before 2.404 this call returns 2.404.", "a version", []],
  ["This call returns 500 entries at most.", "a number of things", []],
  ["The call returns 299.", "no code of HTTP", []],
  ["The backup driver returns 405.", "somebody else", []],
  ["Later GET or DELETE operations should return a 404.", "other operations", []],
  ["Requests that use it later will return 404.", "others, too", []],
  ["The box is 404 wide.", "a measure", []],
])("%j (%s): %j", (text, _why, codes) => {
  expect(read(text)).toEqual(codes);
});
