import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const page = "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n";
const ours = "extensions = [\n    'os_api_ref',  # ours\n    'sphinx.ext.extlinks',\n]\n";
const theirs = "extensions = ['theirs']\n";

/** Each finding of a directive, its name and what it says; `conf` is conf.py, if there is one. */
function found(words: string, conf?: string): readonly (readonly [string, string])[] {
  const text = `${page}${words}\n`;
  const files = {
    "index.rst": ".. include:: images.inc\n",
    "images.inc": text,
    "parameters.yaml": "",
    ...(conf !== undefined && { "conf.py": conf }),
  };
  return readApiReference(memoryTree(files)).diagnostics.flatMap(({ code, span, message }) =>
    code === "unknown-directive" && span
      ? [[text.slice(span.start, span.end), message] as const]
      : [],
  );
}

test.each<[string, string, readonly [string, string][]]>([
  // words                                   why                         names and messages
  [".. note:: a\n\n.. Note:: a\n\n.. TODO:: a", "known, in any case", []],
  [".. versionremoved:: 2\n\n.. only:: html\n\n   a", "of Sphinx", []],
  [
    ".. py:function:: f\n\n.. function:: f\n\n.. cpp:class:: C\n\n.. c:option:: -a",
    "of domains",
    [],
  ],
  [".. show-options::\n\n.. http:get:: /", "of an extension", []],
  [".. rest_expand_all::", "of os-api-ref", []],
  [
    ".. literalinlcude:: a.json",
    "a slip",
    [["literalinlcude", 'there is no directive "literalinlcude"; did you mean "literalinclude"?']],
  ],
  [
    ".. rest_paramters:: parameters.yaml\n\n   - a: b",
    "a lost list",
    [["rest_paramters", 'there is no directive "rest_paramters"; did you mean "rest_parameters"?']],
  ],
  [
    ".. rest-method:: GET /a",
    "a lost operation",
    [["rest-method", 'there is no directive "rest-method"; did you mean "rest_method"?']],
  ],
  [
    "- .. nosuch::\n\n     .. nosuch::",
    "within another it is text",
    [["nosuch", 'there is no directive "nosuch"']],
  ],
  [
    ".. |a| nosuch:: b",
    "where a substitution is defined",
    [["nosuch", 'there is no directive "nosuch"']],
  ],
  [".. py:nosuch:: f", "a domain lacks it", [["py:nosuch", 'there is no directive "py:nosuch"']]],
  [".. macro:: f", "of no domain that is meant", [["macro", 'there is no directive "macro"']]],
  [".. default-domain:: c\n\n.. macro:: f", "of the domain that is meant", []],
  ["::\n\n  .. nosuch::\n\n..\n  .. nosuch::", "code and comments", []],
])("%j: %s", (words, _why, expected) => {
  expect(found(words)).toEqual(expected);
});

test("a description of a parameter", () => {
  const files = {
    "index.rst": `${page}.. rest_parameters:: parameters.yaml\n\n   - a: a\n`,
    "more.inc": "",
    "parameters.yaml": "a:\n  description: |\n    .. nosuch:: b\n  in: query\n  type: string\n",
  };
  const { diagnostics } = readApiReference(memoryTree(files));
  expect(diagnostics.map(({ code }) => code)).toContain("unknown-directive");
});

test("a page alone, whose conf.py may be elsewhere", () => {
  const files = { "images.inc": `${page}.. nosuch::\n\n.. wraning:: a\n` };
  const { diagnostics } = readApiReference(memoryTree(files));
  expect(
    diagnostics.flatMap(({ code, message }) => (code === "unknown-directive" ? [message] : [])),
  ).toEqual(['there is no directive "wraning"; did you mean "warning"?']);
});

test.each<[string, string, string, readonly string[]]>([
  // words and conf.py                     why                          messages
  [".. nosuch::", ours, "no extension has it", ['there is no directive "nosuch"']],
  [
    ".. todo:: a",
    ours,
    "its extension is not there",
    ['"todo" is a directive of sphinx.ext.todo, which conf.py does not name'],
  ],
  [".. todo:: a", `${ours.replace("extlinks", "todo")}`, "its extension is there", []],
  [".. nosuch::", theirs, "an extension may have it", []],
  [".. nosuch::", `${ours}extensions += ['theirs']\n`, "an extension may have it", []],
  [".. nosuch::", "extensions = [other]\n", "an extension may have it", []],
  [".. nosuch::", "from other import *\nextensions = []\n", "no whole list", []],
  [".. nosuch::", `${ours}language = 'de'\n`, "a word of that language", []],
  [".. nosuch::", `${ours}language = 'en'\n`, "English", ['there is no directive "nosuch"']],
  [
    ".. nosuch::",
    `${ours}def setup(app):\n    app.add_directive('nosuch', NoSuch)\n`,
    "made by conf.py",
    [],
  ],
  [".. macro:: f", `${ours}primary_domain = 'c'\n`, "of the domain that is meant", []],
  [
    ".. rest_mehtod:: GET /a",
    theirs,
    "a slip all the same",
    ['there is no directive "rest_mehtod"; did you mean "rest_method"?'],
  ],
  [".. rest_paramxxxrs:: a", theirs, "too many letters apart", []],
  [
    ".. nots::",
    theirs,
    "one letter of few",
    ['there is no directive "nots"; did you mean "note"?'],
  ],
  [".. tup::", theirs, "too short for a slip", []],
  [".. figxxe::", theirs, "two letters of few", []],
  [".. notes::", `${theirs}def setup(app):\n    a('notes')\n`, "conf.py has the word", []],
])("%j, conf.py says %j: %s", (words, conf, _why, expected) => {
  expect(found(words, conf).map(([, message]) => message)).toEqual(expected);
});
