import { expect, test } from "vitest";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { idsOf } from "./ids-of.js";

/** A document below the heading `Top`; what is expected was read off the page that Sphinx 5.3 makes of it. */
function idsBelowTop(text: string, more: Readonly<Record<string, string>> = {}): string {
  const tree = memoryTree({ "index.rst": `Top\n===\n\n${text}`, ...more });
  return (idsOf(tree).get("index.rst") ?? []).slice(1).join(" ");
}

const section = (title: string): string => `${title}\n${"-".repeat(30)}\n\n`;
const operation = (title: string): string => `${section(title)}.. rest_method:: GET /a\n\n`;

test.each([
  ["a title", section("Two words"), "two-words"],
  ["a title again", section("Two") + section("Two"), "two id1"],
  ["a title that ends in a figure", section("Three 3"), "three-3"],
  ["a title of figures alone", section("42"), "id1"],
  ["letters that ASCII lacks", section("Æsop & Łódź"), "aesop-lodz"],
  ["code in a title", section("Use ``code`` here"), "use-code-here"],
  [
    "labels before a heading, the nearest first",
    `.. _first:\n.. _second label:\n\n${section("Two")}`,
    "two second-label first",
  ],
  [
    "a label that is named like its section",
    `.. _two:\n\n${section("Two")}.. _two more:\n\n${section("Id of two")}`,
    "two id1 two-more id-of-two",
  ],
  ["a label before text, and one before nothing", ".. _a:\n\nWords.\n\n.. _b:\n", "a b"],
  ["a target inside of text", "Words with _`an inner one`.\n", "an-inner-one"],
  [
    "a link takes an identifier that no page shows",
    `See \`more <https://a.example>\`_ and \`more <https://a.example>\`_.\n\n${section("More")}`,
    "id2",
  ],
  [
    "footnotes and citations, and what refers to them",
    "A [1]_, a [#]_, a [#note]_ and a [CIT]_.\n\n.. [1] One.\n.. [#] Two.\n.. [#note] Three.\n.. [CIT] Four.\n",
    "id1 id2 id3 id4 id5 id6 note cit",
  ],
  [
    "entries of the index",
    ":rfc:`2119` and :pep:`8` and :index:`word`.\n\n.. index:: thing\n\nWords.\n",
    "index-0 index-1 index-2 index-3",
  ],
  ["an entry of the index with a name", ".. index:: other\n   :name: named\n\nWords.\n", "named"],
  [
    "a table of contents is counted last",
    `.. contents::\n   :local:\n\n${section("More")}${section("More")}.. table:: A caption\n\n   == ==\n   a  b\n   == ==\n`,
    "contents id3 id4 more id1 id2",
  ],
  [
    "captions, unless they have a name",
    ".. table:: One\n   :name: my table\n\n   == ==\n   a  b\n   == ==\n\n.. code-block:: json\n   :caption: Code\n\n   {}\n",
    "my-table id1",
  ],
  [
    "a note with a name, and terms",
    ".. note::\n   :name: noted\n\n   Words.\n\n.. glossary::\n\n   Big Thing\n      Words.\n\n   other\n      Words.\n",
    "noted term-Big-Thing term-other",
  ],
])("%s", (_why, text, expected) => {
  expect(idsBelowTop(text)).toBe(expected);
});

test.each([
  [
    "an operation has a heading, a button and a part that opens",
    operation("List"),
    "list list-detail-btn list-detail",
  ],
  [
    "two of one title",
    operation("List") + operation("List"),
    "list list-detail-btn list-detail id1 id1-detail-btn id1-detail",
  ],
  [
    "a label of the title's own name, which Sphinx loses, is kept beside",
    `.. _show:\n\n${operation("Show")}`,
    "id1 show id1-detail-btn show-detail id1-detail",
  ],
  [
    "a title that begins like a number of Sphinx",
    `.. _label:\n\n${operation("Idle")}`,
    "idle label idle-detail-btn label-detail idle-detail",
  ],
])("%s", (_why, text, expected) => {
  expect(idsBelowTop(text)).toBe(expected);
});

test("descriptions are counted as often as they are shown", () => {
  const list = ".. rest_parameters:: parameters.yaml\n\n  - a: a\n  - b: a\n\n";
  const codes =
    ".. rest_status_code:: success status.yaml\n\n  - 200\n\n.. rest_status_code:: error status.yaml\n\n  - 400\n\n";
  const found = idsBelowTop(
    operation("List") + codes + list + section("Request") + section("Request"),
    {
      "status.yaml":
        "200:\n  default: |\n    Done.\n400:\n  default: |\n    See `this <https://c.example>`_.\n",
      "parameters.yaml":
        "a:\n  description: |\n    See `this <https://d.example>`_ and :rfc:`1`.\n  in: body\n  required: true\n  type: string\n",
    },
  );
  expect(found).toBe("list list-detail-btn list-detail Success Error index-0 index-1 request id3");
});
