import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

function read(codes: string) {
  const text = `Show Box\n========\n\n.. rest_method:: GET /boxes/1\n\n${codes}\n`;
  const { value, diagnostics } = readApiReference(memoryTree({ "boxes.inc": text }));
  const all = value.chapters.flatMap(({ operations }) => operations);
  return {
    codes: all.flatMap(({ statuses }) =>
      statuses.map(({ code, kind, reason }) =>
        [kind, code, reason].filter((part) => part !== undefined).join(" "),
      ),
    ),
    found: diagnostics.flatMap(({ code, span }) =>
      code === "unknown-status-code" || code === "code-in-sentence"
        ? [`${code}: ${text.slice(span?.start, span?.end)}`]
        : [],
    ),
  };
}

test("headings below one of codes say which codes they are", () => {
  const text =
    "Response Codes\n--------------\n\nSuccess\n^^^^^^^\n\n202 Accepted\n\nErrors\n^^^^^^\n\n400\n404";
  expect(read(text)).toEqual({ codes: ["success 202", "error 400", "error 404"], found: [] });
});

test("so do words alone below a label", () => {
  const text = "**Response codes**\n\n**Success**\n\n200\n\n**Errors**\n\n404";
  expect(read(text)).toEqual({ codes: ["success 200", "error 404"], found: [] });
});

test("a list that a sentence announces is one of codes, as far as its items are", () => {
  const text =
    "The call may return these codes:\n\n* 204\n* 404 - no such box\n* the box is shown\n\nIt takes 300 boxes.";
  expect(read(text)).toEqual({ codes: ["success 204", "error 404 no such box"], found: [] });
});

test("a number in a list of codes that is none of HTTP is told", () => {
  const text =
    "Normal response codes: 200\n\nError response codes:\n\n- Syntax Error (753)\n- Not Found (404)";
  expect(read(text)).toEqual({
    codes: ["success 200", "error 404"],
    found: ["unknown-status-code: 753"],
  });
});

test("a fault that only a sentence says is read, and told", () => {
  const text =
    "If it is locked, the call returns a 409. If it works, it returns 200.\n\nNormal response codes: 202";
  expect(read(text)).toEqual({
    codes: ["success 202", "error 409"],
    found: ["code-in-sentence: 409"],
  });
});

test("so is an answer, where no list has any", () => {
  expect(read("If it works, the call returns 202.")).toEqual({
    codes: ["success 202"],
    found: ["code-in-sentence: 202"],
  });
});
