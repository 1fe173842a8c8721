import { expect, test } from "vitest";
import { readDocument } from "../../generator/rst/read-document.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { raw } from "./corpora.js";

/** What is found in `marked` without its brackets: the words, and what is said of them. */
function found(marked: string): readonly { readonly words: string; readonly said: string }[] {
  const text = marked.replaceAll(/[⟦⟧]/g, "");
  const tree = memoryTree({ "images.rst": text, "good.inc": "Words.\n" });
  return readDocument(tree, "images.rst", raw).diagnostics.map(({ span, code, message }) => ({
    words: text.slice(span?.start, span?.end),
    said: `${code}: ${message}`,
  }));
}

const words = "malformed-directive";
const value = "invalid-option-value";
const option = "unknown-directive-option";

// Each row was read by docutils 0.19 and Sphinx 5.3, which refuse the directive.
test.each([
  // text                                                 why                       said
  [".. ⟦image⟧::\n\nx", "no file", `${words}: image needs something behind its colons`],
  [".. ⟦include⟧::\n\nx", "told once", `${words}: include needs something behind its colons`],
  [
    ".. ⟦literalinclude⟧::",
    "no file",
    `${words}: literalinclude needs something behind its colons`,
  ],
  [
    ".. ⟦versionadded⟧::\n\n   x",
    "text is none",
    `${words}: versionadded needs something behind its colons`,
  ],
  [
    ".. ⟦admonition⟧::\n\n   x",
    "no title",
    `${words}: admonition needs something behind its colons`,
  ],
  [".. ⟦highlight⟧::", "no language", `${words}: highlight needs something behind its colons`],
  [".. ⟦note⟧::\n\nx", "text that is not indented", `${words}: note has no text`],
  [".. ⟦NOTE⟧::", "in capitals", `${words}: NOTE has no text`],
  ["- .. ⟦note⟧::\n\n- b", "in an item", `${words}: note has no text`],
  [".. ⟦admonition⟧:: T\n\nx", "a title alone", `${words}: admonition has no text`],
  [".. ⟦list-table⟧:: T\n\nx", "no rows", `${words}: list-table has no text`],
  [".. ⟦csv-table⟧:: T\n\nx", "no rows and no file", `${words}: csv-table has no text`],
  [".. ⟦raw⟧:: html\n\nx", "no text and no file", `${words}: raw has no text`],
  [".. ⟦code⟧:: json\n\nx", "no code", `${words}: code has no text`],
  [
    ".. code-block:: ⟦json {}⟧",
    "code in the first line",
    `${words}: code-block takes one word before its text, and this is 2`,
  ],
  [
    ".. code-block:: ⟦json\n   {}⟧",
    "no blank line",
    `${words}: code-block takes one word before its text, and this is 2`,
  ],
  [
    ".. code-block:: json\n   :linenos:\n   ⟦{}⟧",
    "no blank line",
    `${words}: code-block needs a blank line between its options and this one`,
  ],
  [".. image:: x.png\n\n   ⟦text⟧", "text", `${words}: image takes no text`],
  [
    ".. raw:: html\n   :file: x\n\n   ⟦text⟧",
    "both",
    `${words}: raw takes its text from a file or from here, not both`,
  ],
  [".. image:: x.png\n   :⟦nosuch⟧: 1", "an option", `${option}: image knows no "nosuch"`],
  [".. include:: good.inc\n   :⟦lines⟧: 1", "of another", `${option}: include knows no "lines"`],
  [
    ".. note:: text\n   :⟦param⟧: x",
    "a field that is meant as text",
    `${option}: note knows no "param"`,
  ],
  [
    ".. code-block:: text\n   :linenos: ⟦yes⟧\n\n   x",
    "a flag",
    `${value}: the option "linenos" of code-block takes no value`,
  ],
  [
    ".. code-block:: text\n   :⟦caption⟧:\n\n   x",
    "no value",
    `${value}: the option "caption" of code-block takes a value`,
  ],
  [
    ".. toctree::\n   :maxdepth: ⟦x⟧\n\n   x",
    "a word",
    `${value}: the option "maxdepth" of toctree takes a whole number`,
  ],
  [
    ".. toctree::\n   :numbered: ⟦x⟧\n\n   x",
    "a word",
    `${value}: the option "numbered" of toctree takes a whole number or nothing`,
  ],
  [
    ".. list-table::\n   :header-rows: ⟦-1⟧\n\n   * - x",
    "below 0",
    `${value}: the option "header-rows" of list-table takes a whole number, 0 or more`,
  ],
  [
    ".. list-table::\n   :widths: ⟦10 x⟧\n\n   * - x",
    "a word",
    `${value}: the option "widths" of list-table takes auto, grid or whole numbers above 0`,
  ],
  [
    ".. list-table::\n   :align: ⟦top⟧\n\n   * - x",
    "of images",
    `${value}: the option "align" of list-table takes left, center or right`,
  ],
  [
    ".. highlight:: json\n   :linenothreshold: ⟦0⟧",
    "not above 0",
    `${value}: the option "linenothreshold" of highlight takes a whole number above 0`,
  ],
  [
    ".. image:: x.png\n   :width: ⟦10foo⟧",
    "no unit",
    `${value}: the option "width" of image takes a length or a percentage`,
  ],
  [
    ".. image:: x.png\n   :height: ⟦10%⟧",
    "of what?",
    `${value}: the option "height" of image takes a length`,
  ],
  [
    ".. image:: x.png\n   :scale: ⟦half⟧",
    "a word",
    `${value}: the option "scale" of image takes a whole percentage`,
  ],
  [
    ".. image:: x.png\n   :align: ⟦inside⟧",
    "a word",
    `${value}: the option "align" of image takes top, middle, bottom, left, center or right`,
  ],
  [
    ".. image:: x.png\n   :class: ⟦12⟧",
    "no letter",
    `${value}: the option "class" of image takes names of classes`,
  ],
  [
    ".. figure:: x.png\n   :figwidth: ⟦wide⟧",
    "a word",
    `${value}: the option "figwidth" of figure takes a length, a percentage or image`,
  ],
  [
    ".. contents::\n   :backlinks: ⟦up⟧",
    "a word",
    `${value}: the option "backlinks" of contents takes top, entry or none`,
  ],
  [
    ".. image:: x.png\n   :alt: a\n   :⟦alt⟧: b",
    "twice",
    `${value}: the option "alt" of image stands here for the second time`,
  ],
])("%j: %s", (marked, _why, said) => {
  const at = /⟦([^⟧]+)⟧/.exec(marked)?.[1];
  expect(found(marked)).toEqual([{ words: at, said }]);
});

test.each([
  [".. note:: text\n\n   :param: x", "a field list in the text"],
  [".. note::\n   :class: x\n\n   text", "an option of a note"],
  [".. note:: see\n   :ref:`x` for it", "a role at the beginning of a line"],
  [".. warning:: x\n   y\n\n   z", "text from the first line on"],
  [".. versionadded:: 2.1\n   :x: y", "it has no options: all is argument"],
  [".. versionadded:: 2.1\n\n   x", "text below"],
  [".. code-block::\n\n   x", "code without a language"],
  [".. code-block:: json\n\nx", "no code: Sphinx shows an empty block"],
  [".. code-block::\n   json\n\n   {}", "the language on the next line"],
  [".. class:: x\n\n   text", "classes of a text"],
  [".. toctree::\n", "an empty one"],
  [".. toctree::\n   :numbered:\n   :glob:\n\n   x*", "flags"],
  [
    ".. list-table:: T\n   :widths: 10, 20\n   :width: 80%\n   :align: left\n\n   * - a\n     - b",
    "a table",
  ],
  [".. list-table:: T\n   :widths: auto\n\n   * - a", "a word for widths"],
  [".. csv-table:: T\n   :file: x.csv\n   :delim: tab", "a table of a file"],
  [".. raw:: html\n   :file: x", "text of a file"],
  [
    ".. image:: x.png\n   :scale: 50 %\n   :width: 10 px\n   :height: 3em\n   :align: left",
    "measures",
  ],
  [".. image:: x.png\n   :ALT: x", "capitals"],
  [".. figure:: x.png\n   :figwidth: image\n\n   Text", "a figure"],
  [".. literalinclude:: x\n   :linenos:\n   :dedent:\n   :lines: 1", "a sample"],
  [".. nosuch:: x\n   :a: b", "a directive of somebody else"],
  [".. testcode::\n\n   if a:\n       b\n     c", "code of an extension"],
])("nothing in %j: %s", (text) => {
  expect(found(text)).toEqual([]);
});
