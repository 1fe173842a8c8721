import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const page = "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n";
const ours = "extensions = [\n    'os_api_ref',\n    'sphinx.ext.extlinks',\n]\n";

/** Each finding of a role, its words and what it says; `conf` is conf.py, if there is one. */
function found(words: string, conf?: string): readonly (readonly [string, string])[] {
  const text = `${page}${words}\n`;
  const files = {
    "index.rst": ".. include:: images.inc\n",
    "images.inc": text,
    ...(conf !== undefined && { "conf.py": conf }),
  };
  return readApiReference(memoryTree(files)).diagnostics.flatMap(({ code, span, message }) =>
    code === "unreadable-role" && span
      ? [[text.slice(span.start, span.end), message] as const]
      : [],
  );
}

test.each<[string, string, readonly [string, string][]]>([
  // words                          why                          words and message
  [":code:`a` `b`:sup: :REF:`images <a>`", "known ones", []],
  [":guilabel:`a` :meth:`b` :math:`c`", "of Sphinx", []],
  [":py:func:`a` :x:y:`b`", "of a domain, which may be there", []],
  [":cdoe:`a`", "a slip", [[":cdoe:", 'there is no role "cdoe"; did you mean "code"?']]],
  ["`a`:cdoe:", "behind the words", [[":cdoe:", 'there is no role "cdoe"; did you mean "code"?']]],
  [":placement-doc:`a`", "an extension may have it", []],
  [":nosuch:`a`", "of nobody", [[":nosuch:", 'there is no role "nosuch"']]],
  [":rfc:`abc`", "no number", [[":rfc:`abc`", 'the role "rfc" takes a number']]],
  [":rfc:`2119#section-1` :rfc:`so <2119>` :pep:`8`", "numbers", []],
  [
    ":numref:`a`",
    "numbers that nobody gives",
    [[":numref:`a`", 'the role "numref" refers to numbers, which only `numfig` in conf.py gives']],
  ],
  [".. role:: cdoe(code)\n\n:cdoe:`a`", "defined here", []],
  [".. role:: Cdoe\n\n:cdoE:`a`", "capitals aside", []],
  [
    ":code:`a`:sup:",
    "two",
    [[":code:`a`:sup:", 'a role stands before the words and another, "sup", behind them']],
  ],
  [
    ":code:`a`_",
    "a role and a link",
    [[":code:`a`_", 'the words have the role "code" and the underscore of a link']],
  ],
  ["``:cdoe:`a```, ::\n\n  :cdoe:`a`", "code", []],
])("%j: %s", (words, _why, expected) => {
  expect(found(words)).toEqual(expected);
});

test.each<[string, string, number]>([
  [ours, "no extension has it", 1],
  [`${ours}extlinks = {'nosuch': ('https://a/%s', '%s')}\n`, "a setting makes it", 0],
  ["extensions = ['theirs']\n", "an extension may have it", 0],
  [`${ours}extensions += ['theirs']\n`, "an extension may have it", 0],
  [`${ours}openstackdocs_projects = ['other']\n`, "the theme has one of another name", 1],
  ["", "the usual one is stood in for", 1],
])("conf.py says %j: %s", (conf, _why, count) => {
  expect(found(":nosuch:`a`", conf)).toHaveLength(count);
});
