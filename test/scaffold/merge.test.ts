import { array, assert, boolean, property, record, subarray } from "fast-check";
import { describe, expect, it } from "vitest";
import { firstHandlers } from "../../generator/scaffold/handlers.js";
import { mergeHandlers, type Merged } from "../../generator/scaffold/merge.js";
import type { ChapterStubs } from "../../generator/scaffold/stubs.js";
import { chapter } from "./chapters.js";
import { mergeCases } from "./merge-cases.js";
import { casesOf } from "../cases-of.js";

const usual = { boxes: ["listBoxes", "showBox", "deleteBox"] };

function merged(
  text: string,
  chapters: readonly ChapterStubs[],
  isNew: readonly string[] = [],
): Merged {
  const made = mergeHandlers(text, chapters, {
    server: "./server",
    isNew: ({ file }) => isNew.includes(file),
  });
  if ("line" in made) throw new Error(`line ${made.line}: ${made.message}`);
  return made;
}

const chaptersOf = (docs: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(docs).map(([file, names]) => chapter(file, names));

describe("a handlers file after a change of the docs", () => {
  it.each(mergeCases)("$why", ({ docs = usual, isNew, before, after = before }) => {
    const chapters = chaptersOf(docs);
    const once = merged(before, chapters, isNew);
    expect(once.text).toBe(after);
    expect(merged(once.text, chapters, isNew).text).toBe(after);
  });

  it("says where a file is no TypeScript, and makes nothing of it", () => {
    const text = "const boxes: BoxesHandlers = {\n  listBoxes() {\n};\n";
    const made = mergeHandlers(text, chaptersOf(usual), { server: "./server", isNew: () => true });
    expect(made).toEqual({ line: 3, message: "',' expected." });
  });

  it("says what it did", () => {
    const { text: _text, ...said } = merged(
      `const boxes: BoxesHandlers = {
  /** @deprecated The docs no longer have this operation. */
  listBoxes() {},
  packBox() {},
};
`,
      chaptersOf({ ...usual, lids: ["listLids"] }),
      ["lids"],
    );
    expect(said).toEqual({
      added: ["showBox", "deleteBox", "listLids"],
      deprecated: ["packBox"],
      restored: ["listBoxes"],
      unserved: ["lids"],
    });
  });
});

describe("any sequence of changes of the docs", () => {
  const all = {
    boxes: ["listBoxes", "createBox", "showBox", "deleteBox"],
    lids: ["listLids", "showLid"],
  };
  const docs = record({ boxes: subarray(all.boxes), lids: subarray(all.lids) });

  it("gives each operation a handler, keeps what people wrote, and comes back to the same", () => {
    assert(
      property(docs, array(docs, { maxLength: 5 }), boolean(), (first, later, crlf) => {
        const ends = (text: string) => (crlf ? text.replaceAll("\n", "\r\n") : text);
        const mine = ends("  // Somebody's own words; { } , are not code.\n  ");
        let text = ends(firstHandlers(chaptersOf(first), "./server")).replaceAll(
          /^ {2}(?=\w+\(\) \{)/gm,
          mine,
        );
        const count = text.split(mine).length;
        for (const now of later) {
          const made = merged(text, chaptersOf(now));
          expect(merged(made.text, chaptersOf(now)).text).toBe(made.text);
          expect(made.text.split(mine).length).toBe(count);
          expect(made.text.replaceAll("\r\n", "").includes("\n")).toBe(!crlf);
          for (const name of [...now.boxes, ...now.lids]) {
            expect(made.text.split(`${name}() {`).length).toBe(2);
          }
          text = made.text;
        }
        // Where all operations have a handler, docs that have them all take every mark away.
        const whole = merged(text, chaptersOf(all)).text;
        const less = merged(whole, chaptersOf({ boxes: ["showBox"], lids: [] }));
        expect(less.deprecated).toHaveLength(5);
        expect(merged(less.text, chaptersOf(all)).text).toBe(whole);
        expect(whole).not.toContain("@deprecated");
      }),
      { numRuns: casesOf(40) },
    );
  });
});
