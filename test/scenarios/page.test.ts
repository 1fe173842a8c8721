import { describe, expect, it, test } from "vitest";
import { excerptOfCode, excerptOfDocument } from "./excerpt.js";
import { fillPage, readPage } from "./page.js";

const page = `# Why

Words.

\`\`\`rst images.inc
A
=
\`\`\`

\`\`\`yaml openapi.yaml paths./a.get
old
\`\`\`

\`\`\`ts
not a file
\`\`\`

\`\`\`diagnostics
old
\`\`\`
`;

describe("a page", () => {
  it("tells sources, excerpts and words apart", () => {
    const read = readPage(page);
    expect(read.sources).toEqual({ "images.inc": "A\n=\n" });
    expect(read.excerpts).toEqual([{ file: "openapi.yaml", expression: "paths./a.get" }]);
  });

  it("keeps its words and takes new output", () => {
    const filled = fillPage(readPage(page), () => "new\n", ["found"]);
    expect(filled).toBe(
      page.replace("paths./a.get\nold", "paths./a.get\nnew").replace("ics\nold", "ics\nfound"),
    );
    expect(fillPage(readPage(filled), () => "new", ["found"])).toBe(filled);
  });

  it("gets a diagnostics block where it has none", () => {
    expect(fillPage(readPage("# Why\n"), () => "", [])).toBe("# Why\n\n```diagnostics\n```\n");
  });
});

const document = {
  paths: { "/a.b/{c}": { get: { parameters: [{ name: "x", description: "d" }, { name: "y" }] } } },
};
test.each([
  // expression                                          why                    shown
  ["paths./a.b/{c}.get.parameters[1]", "names with dots", "{ name: y }\n"],
  ["paths./a.b/{c}.get.parameters[name=x] without description", "by member", "{ name: x }\n"],
  ["paths./a.b/{c}.put", "nothing there", "(absent)"],
])("%s (%s)", (expression, _why, shown) => {
  expect(excerptOfDocument(document, expression)).toBe(shown);
});

const code = `/** A. */
export interface A {
  /** B. */
  b?: string;
}
export function f(): void {}
export const g = 1;
`;
test.each([
  ["A", "with its comment", "/** A. */\nexport interface A {\n  /** B. */\n  b?: string;\n}"],
  ["A.b", "a member", "/** B. */\nb?: string;"],
  ["f", "a function", "export function f(): void {}"],
  ["g", "a constant", "export const g = 1;"],
  ["h", "nothing there", "(absent)"],
])("%s (%s)", (expression, _why, shown) => {
  expect(excerptOfCode(code, expression)).toBe(shown);
});
