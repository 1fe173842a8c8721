import { expect, test } from "vitest";
import { proseHtml } from "../../../generator/emit/site/markdown/prose.js";
import { firstSentence } from "../../../generator/emit/site/markdown/sentence.js";
import { escaped, fragment } from "../../../generator/emit/html.js";

const html = (markdown: string) => proseHtml({}, markdown, { root: "../", level: 2 });

test.each([
  ["a heading comes below the one above", "# One", "<h3>One</h3>"],
  ["raw HTML stays words", "<b onclick=x>hi</b>", "<p>&lt;b onclick=x&gt;hi&lt;/b&gt;</p>"],
  [
    "a block of HTML, too",
    "<script>alert(1)</script>",
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
  ],
  ["a script is no link", "[x](javascript:alert%281%29)", "<p>[x](javascript:alert%281%29)</p>"],
  [
    "nor with capitals and spaces",
    "[x](< JavaScript:alert(1)>)",
    "<p>[x](&lt; JavaScript:alert(1)&gt;)</p>",
  ],
  ["nor is data", "[x](data:text/html,hi)", "<p>[x](data:text/html,hi)</p>"],
  ["a page of the site", "[x](site:v2/index#a)", '<p><a href="../v2/index.html#a">x</a></p>'],
  ["a file of the site", "[x](site:_static/a.pdf)", '<p><a href="../_static/a.pdf">x</a></p>'],
  [
    "a picture of the site",
    "![x](site:_images/a.svg)",
    '<p><img src="../_images/a.svg" alt="x"></p>',
  ],
  [
    "a picture elsewhere is not loaded",
    "![x](https://a.example/b.png)",
    '<p><a href="https://a.example/b.png">x</a></p>',
  ],
  [
    "a quote in a link ends nothing",
    '[x](https://a.example/"onclick=y)',
    '<p><a href="https://a.example/%22onclick=y">x</a></p>',
  ],
])("prose: %s", (_why, markdown, expected) => expect(html(markdown)).toBe(expected));

test.each([
  ["the ordinary case", "Lists images. The newest come first.", "Lists images."],
  [
    "no sentence ends at an abbreviation",
    "Takes a name, e.g. a UUID. More.",
    "Takes a name, e.g. a UUID.",
  ],
  ["code is not cut", "Sends `a. b` there. More.", "Sends `a. b` there."],
  ["lines are joined", "Lists\nimages. More.", "Lists images."],
  ["a note is no sentence of it", "> **Note:** Old.\n\nLists images.", "Lists images."],
  ["a lead to a list ends", "Filters:\n\n- name", "Filters."],
  ["nothing", "", ""],
])("first sentence: %s", (_why, markdown, expected) =>
  expect(firstSentence(markdown)).toBe(expected),
);

test.each([
  ["marks", `<a href="x">'&`, "&lt;a href=&quot;x&quot;&gt;&#39;&amp;"],
  ["what turns the direction goes", "a\u202eb\u0000c", "abc"],
])("escaped: %s", (_why, words, expected) => expect(escaped(words)).toBe(expected));

test.each([
  ["a path of members stays readable", "show/200/servers[].a:b.*", "show/200/servers[].a:b.*"],
  ["what ends an attribute does not", `a"b c#d`, "a%22b%20c%23d"],
])("fragment: %s", (_why, words, expected) => expect(fragment(words)).toBe(expected));
