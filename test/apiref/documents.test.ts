import { describe, expect, it, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

function chapter(title: string, path: string): string {
  const line = "=".repeat(title.length);
  return `${title}\n${line}\n\nList ${title}\n${"-".repeat(5 + title.length)}\n\n.. rest_method:: GET ${path}\n\nNormal response codes: 200\n`;
}

function read(files: Record<string, string>): ReturnType<typeof readApiReference> {
  return readApiReference(memoryTree(files));
}

function names(files: Record<string, string>): string[] {
  return read(files).value.chapters.map((each) => each.name);
}

const head = "Docs\n====\n\n";
const chapters = {
  "b.rst": chapter("Bees", "/bees"),
  "a.rst": chapter("Ants", "/ants"),
  "v2/c.rst": chapter("Cats", "/cats"),
};

test.each([
  // toctree                                why                           chapters
  ["   b\n   a\n   v2/c", "the order of the docs", ["b", "a", "c"]],
  ["   v2/c", "then those that no table lists", ["c", "a", "b"]],
  ["   The bees <b>\n   /a", "titles, and paths from the source folder", ["b", "a", "c"]],
  ["   :glob:\n\n   *", "a pattern stays in its folder", ["a", "b", "c"]],
  ["   :glob:\n\n   v?/*", "a pattern of folders", ["c", "a", "b"]],
])("%j (%s)", (entries, _why, expected) => {
  const toctree = entries.includes(":glob:") ? entries : `\n${entries}`;
  expect(names({ ...chapters, "index.rst": `${head}.. toctree::\n${toctree}\n` })).toEqual(
    expected,
  );
});

describe("chapters", () => {
  it("has a file that is included twice once", () => {
    const files = {
      "index.rst": `${head}.. include:: images.inc\n.. include:: images.inc\n`,
      "images.inc": chapter("Images", "/images"),
    };
    const { value } = read(files);
    expect(value.methods).toBe(1);
    expect(value.chapters.map((each) => each.operations.length)).toEqual([1]);
  });

  it("puts the folder before a name that two files share", () => {
    const files = {
      "index.rst": `${head}.. include:: v2/images.inc\n.. include:: v3/images.inc\n.. include:: tags.inc\n`,
      "v2/images.inc": chapter("Images", "/v2/images"),
      "v3/images.inc": chapter("Images", "/v3/images"),
      "tags.inc": chapter("Tags", "/tags"),
    };
    expect(names(files)).toEqual(["v2-images", "v3-images", "tags"]);
  });

  it("takes an operation that a heading slip has nested for one of its own", () => {
    const files = {
      "images.inc": `Images
======

List Images
-----------

.. rest_method:: GET /images

Normal response codes: 200

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

  - limit: limit

Show Image
~~~~~~~~~~

.. rest_method:: GET /images/{image_id}

Normal response codes: 203

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

  - image_id: image_id
`,
      "parameters.yaml": "limit:\n  in: query\nimage_id:\n  in: path\n",
    };
    const [only] = read(files).value.chapters;
    expect(only?.title).toBe("Images");
    const operations = only?.operations.map((operation) => [
      operation.title.value,
      operation.request.flatMap((list) => list.rows.map((row) => row.name.value)),
      operation.statuses.map((status) => status.code),
    ]);
    expect(operations).toEqual([
      ["List Images", ["limit"], [200]],
      ["Show Image", ["image_id"], [203]],
    ]);
  });
});

test.each([
  // text of the file                                      why                              title
  [chapter("Bees", "/bees") + "\n" + chapter("Ants", "/ants"), "two sections", "Bees, Ants"],
  [chapter("Bees", "/bees"), "one", "Bees"],
  [
    ["A", "B", "C", "D"].map((each) => chapter(each, `/${each}`)).join("\n"),
    "too many for a title",
    "List A",
  ],
])("a chapter of sections beside each other has the titles of all: %#, %s", (text, _why, title) => {
  const [only, ...others] = read({ "boxes.rst": text }).value.chapters;
  expect({ title: only?.title, others }).toEqual({ title, others: [] });
});
