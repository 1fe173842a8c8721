import { describe, expect, it, test } from "vitest";
import { readDocument } from "../../generator/rst/read-document.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { outline } from "./outline.js";
import { raw, read } from "./reading.js";

describe("includes", () => {
  it("joins files with a line end, and counts heading styles over all of them", () => {
    const got = read({
      "index.rst": "API\n===\n\n.. include:: a.inc\n.. include:: b.inc\n",
      "a.inc": "A\n-\n\nlast line without an end",
      "b.inc": "B\n-\n",
    });
    expect(got.outline).toEqual([
      "section 1 API",
      "  section 2 A",
      "    paragraph last line without an end",
      "  section 2 B",
    ]);
    expect(got.value.includes.map((each) => each.source)).toEqual(["a.inc", "b.inc"]);
  });

  it("resolves paths against the document, then the file that includes, and / against the source folder", () => {
    const files = {
      "api-ref/source/index.rst": "",
      "api-ref/source/v2/index.rst": ".. include:: parts/a.inc\n",
      "api-ref/source/v2/parts/a.inc":
        ".. include:: b.inc\n\n.. include:: c.inc\n\n.. include:: /d.inc\n",
      "api-ref/source/v2/b.inc": "of the document",
      "api-ref/source/v2/parts/b.inc": "beside the fragment",
      "api-ref/source/v2/parts/c.inc": "beside the fragment",
      "api-ref/source/d.inc": "of the source folder",
    };
    const { value } = readDocument(memoryTree(files), "api-ref/source/v2/index.rst", raw);
    expect(outline(value.blocks)).toEqual([
      "paragraph of the document",
      "paragraph beside the fragment",
      "paragraph of the source folder",
    ]);
  });

  it("takes the part that is asked for", () => {
    const got = read({
      "index.rst": ".. include:: a.inc\n   :start-after: begin\n   :end-before: end\n",
      "a.inc": "x begin\n\nwanted\n\nend x\n",
    });
    expect(got.outline).toEqual(["paragraph wanted"]);
  });

  it("shows a literal include as it stands", () => {
    const got = read({ "index.rst": ".. include:: a.inc\n   :code: json\n", "a.inc": "T\n=\n" });
    expect(got.outline).toEqual(["literal-block T / ="]);
  });

  test.each([
    ["a missing file", { "index.rst": ".. include:: a.inc\n" }, "missing-file", "a.inc"],
    [
      "a cycle",
      { "index.rst": ".. include:: a.inc\n", "a.inc": ".. include:: a.inc\n" },
      "include-cycle",
      "a.inc",
    ],
    [
      "a path that leaves the tree",
      { "index.rst": ".. include:: ../../a.inc\n" },
      "file-outside-tree",
      "../../a.inc",
    ],
  ])("%s is reported, and the directive stays", (_why, files, code, words) => {
    const got = read(files);
    expect(got.codes).toEqual([code]);
    expect(got.words).toEqual([words]);
    expect(got.outline).toEqual([`include(${words})`]);
  });

  it("does not let files that include each other twice fill the memory", () => {
    const files: Record<string, string> = { "index.rst": ".. include:: f0.inc\n" };
    for (let at = 0; at < 30; at += 1) {
      files[`f${at}.inc`] = `.. include:: f${at + 1}.inc\n\n`.repeat(2);
    }
    files["f30.inc"] = "a";
    expect(read(files).codes).toContain("include-limit");
  });
});
