/** A small tree, and what Sphinx 5.3 with os-api-ref 2.3 says of it. */
export interface WarningCase {
  readonly why: string;
  /** The text of `index.rst` below its title, or all files. */
  readonly files: string | Readonly<Record<string, string>>;
  /** A part of the message; undefined: nothing is said. */
  readonly warns?: string;
}

const parameters = (text: string, list = "- name: name"): Readonly<Record<string, string>> => ({
  "index.rst": `Docs\n====\n\nList\n----\n\n.. rest_method:: GET /images\n\n.. rest_parameters:: parameters.yaml\n\n   ${list}\n`,
  "parameters.yaml": text,
});
const entry = (name: string, place = "query"): string =>
  `${name}:\n  description: |\n    Words.\n  in: ${place}\n  required: true\n  type: string\n`;
const code = (language: string, text: string): string =>
  `.. code-block:: ${language}\n\n   ${text.replaceAll("\n", "\n   ")}\n`;
const documents = (root: string, more: Readonly<Record<string, string>>): WarningCase["files"] => ({
  "index.rst": `Docs\n====\n\n${root}`,
  ...more,
});

/** Whatever makes `sphinx-build -W` fail, and what is near to it and does not. */
export const warningCases: readonly WarningCase[] = [
  // Documents and toctrees
  {
    why: "a document in no toctree",
    files: documents("Words.\n", { "more.rst": "More\n====\n\nWords.\n" }),
    warns: "isn't included in any toctree",
  },
  {
    why: "an orphan",
    files: documents("Words.\n", { "more.rst": ":orphan:\n\nMore\n====\n\nWords.\n" }),
  },
  {
    why: "an orphan below a comment",
    files: documents("Words.\n", {
      "more.rst": ".. A comment.\n\n:orphan:\n\nMore\n====\n\nWords.\n",
    }),
  },
  {
    why: "a field that comes too late",
    files: documents("Words.\n", { "more.rst": "More\n====\n\n:orphan:\n\nWords.\n" }),
    warns: "isn't included in any toctree",
  },
  {
    why: "a document in a hidden toctree",
    files: documents(".. toctree::\n   :hidden:\n\n   more\n", {
      "more.rst": "More\n====\n\nWords.\n",
    }),
  },
  {
    why: "a document that is included",
    files: documents(".. include:: more.rst\n", { "more.rst": "More\n----\n\nWords.\n" }),
  },
  {
    why: "a document that conf.py leaves out",
    files: documents("Words.\n", {
      "more/more.rst": "More\n====\n\nWords.\n",
      "conf.py":
        "extensions=['os_api_ref']\nmaster_doc='index'\nproject='x'\nexclude_patterns = ['more/*']\n",
    }),
  },
  {
    why: "a document that only another one lists which no toctree does",
    files: documents("Words.\n", {
      "a.rst": ":orphan:\n\nA\n=\n\n.. toctree::\n\n   b\n",
      "b.rst": "B\n=\n\nWords.\n",
    }),
  },
  {
    why: "a toctree that names nothing there",
    files: documents(".. toctree::\n\n   more\n", {}),
    warns: "nonexisting document",
  },
  {
    why: "a toctree that lists a document twice",
    files: documents(".. toctree::\n\n   more\n   more\n", {
      "more.rst": "More\n====\n\nWords.\n",
    }),
    warns: "duplicated entry found in toctree",
  },
  {
    why: "two toctrees that list a document",
    files: documents(".. toctree::\n\n   more\n\n.. toctree::\n\n   more\n", {
      "more.rst": "More\n====\n\nWords.\n",
    }),
  },
  {
    why: "a pattern that nothing fits",
    files: documents(".. toctree::\n   :glob:\n\n   more/*\n", {}),
    warns: "didn't match any documents",
  },
  {
    why: "a pattern that something fits",
    files: documents(".. toctree::\n   :glob:\n\n   mo*\n", {
      "more.rst": "More\n====\n\nWords.\n",
    }),
  },
  {
    why: "a toctree that names a document without a title",
    files: documents(".. toctree::\n\n   more\n", { "more.rst": "Words.\n" }),
    warns: "doesn't have a title",
  },
  {
    why: "a title of one's own for a document without one",
    files: documents(".. toctree::\n\n   Words <more>\n", { "more.rst": "Words.\n" }),
    warns: "doesn't have a title",
  },
  {
    why: "documents that list each other",
    files: documents(".. toctree::\n\n   more\n", {
      "more.rst": "More\n====\n\n.. toctree::\n\n   index\n",
    }),
    warns: "RecursionError",
  },
  {
    why: "a link out, and the document itself",
    files: documents(".. toctree::\n\n   self\n   Words <https://a.example>\n", {}),
  },

  // Languages of code
  {
    why: "an unknown language",
    files: code("jsno", "{}"),
    warns: "Pygments lexer name 'jsno' is not known",
  },
  {
    why: "an unknown language of docutils' own directive",
    files: ".. code:: jsno\n\n   {}\n",
    warns: "Pygments lexer name 'jsno' is not known",
  },
  {
    why: "an unknown language of a file",
    files: documents(".. literalinclude:: a.txt\n   :language: jsno\n", { "a.txt": "{}\n" }),
    warns: "Pygments lexer name 'jsno' is not known",
  },
  {
    why: "an unknown language for what follows",
    files: ".. highlight:: jsno\n\nSuch::\n\n  {}\n",
    warns: "Pygments lexer name 'jsno' is not known",
  },
  { why: "an unknown language that nothing is shown in", files: ".. highlight:: jsno\n\nWords.\n" },
  {
    why: "languages in other letters, and none",
    files:
      code("JSON", "{}") +
      "\n" +
      code("none", "{") +
      "\n" +
      code("console", "$ ls") +
      "\n" +
      code("javascript", "{}"),
  },
  {
    why: "a language for all code in conf.py",
    files: {
      "index.rst": "Docs\n====\n\nSuch::\n\n  {}\n",
      "conf.py":
        "extensions=['os_api_ref']\nmaster_doc='index'\nproject='x'\nhighlight_language = 'jsno'\n",
    },
    warns: "Pygments lexer name 'jsno' is not known",
  },
  {
    why: "JSON that is none",
    files: code("json", "{ ... }"),
    warns: "Could not lex literal_block",
  },
  {
    why: "JSON with a text that does not end",
    files: code("json", '{"a": "b}'),
    warns: "Could not lex literal_block",
  },
  {
    why: "JSON with words that are none of its own",
    files: code("json", '{"a": None}'),
    warns: "Could not lex literal_block",
  },
  { why: "JSON with commas and brackets where none belong", files: code("json", '{"a": 1,, ]}') },
  { why: "JSON with a comment", files: code("json", '{"a": 1} // so') },
  {
    why: "JSON with single quotes",
    files: code("json", "{'a': 1}"),
    warns: "Could not lex literal_block",
  },
  {
    why: "JSON that is none in a file",
    files: documents(".. literalinclude:: a.json\n   :language: json\n", { "a.json": "{ ... }\n" }),
    warns: "Could not lex literal_block",
  },
  {
    why: "a file that is no JSON, without a language",
    files: documents(".. literalinclude:: a.json\n", { "a.json": "{ ... }\n" }),
  },
  {
    why: "JSON that is none, and is forced",
    files: ".. code-block:: json\n   :force:\n\n   { ... }\n",
  },

  // References
  { why: "an unknown term", files: "A :term:`thing`.\n", warns: "term not in glossary" },
  {
    why: "a term in other letters",
    files: "A :term:`Thing`.\n\n.. glossary::\n\n   thing\n      Words.\n",
  },
  {
    why: "a term with words of its own",
    files: "A :term:`one <thing>`.\n\n.. glossary::\n\n   thing\n      Words.\n",
  },
  { why: "an unknown role", files: "A :thing:`x`.\n", warns: "Unknown interpreted text role" },
  { why: "an unknown label", files: "See :ref:`nowhere`.\n", warns: "undefined label" },
  {
    why: "a label without a title",
    files: "See :ref:`here`.\n\n.. _here:\n\nWords.\n",
    warns: "A title or caption not found",
  },
  {
    why: "a label without a title, with words",
    files: "See :ref:`so <here>`.\n\n.. _here:\n\nWords.\n",
  },
  { why: "a label of a section", files: "See :ref:`here`.\n\n.. _here:\n\nMore\n----\n\nWords.\n" },
  { why: "an unknown document", files: "See :doc:`nowhere`.\n", warns: "unknown document" },
  { why: "an unknown name", files: "See nowhere_.\n", warns: "Unknown target name" },
  { why: "an unknown substitution", files: "See |nowhere|.\n", warns: "Undefined substitution" },
  {
    why: "an unknown substitution in a tree of one file",
    files: { "index.rst": "Docs\n====\n\nSee |nowhere|.\n" },
    warns: "Undefined substitution",
  },
  {
    why: "an address within a page that nothing has",
    files: "See `this <#nowhere>`_ and `that <index.html#nowhere>`_.\n",
  },
  {
    why: "a number for what has none",
    files: "See :numref:`here`.\n\n.. _here:\n\n.. table:: Words\n\n   == ==\n   a  b\n   == ==\n",
    warns: "numfig is disabled",
  },
  { why: "an RFC that is no number", files: "See :rfc:`abc`.\n", warns: "invalid RFC number" },
  {
    why: "anything that is nothing",
    files: "See :any:`nowhere`.\n",
    warns: "'any' reference target not found",
  },
  {
    why: "a class that nobody knows",
    files: "See :class:`nowhere` and :option:`--x` and :envvar:`X`.\n",
    warns: "unknown option",
  },
  { why: "a class that nobody knows, alone", files: "See :class:`nowhere` and :envvar:`X`.\n" },
  {
    why: "an unknown directive",
    files: ".. thing::\n\n   Words.\n",
    warns: "Unknown directive type",
  },
  { why: "a comment that looks like a directive", files: ".. thing:\n\n   Words.\n" },

  // Transitions
  {
    why: "a transition at the end",
    files: "Words.\n\n-----\n",
    warns: "Document may not end with a transition",
  },
  {
    why: "a transition first",
    files: "More\n....\n\n-----\n\nWords.\n",
    warns: "may not begin with a transition",
  },
  {
    why: "two transitions",
    files: "Words.\n\n-----\n\n-----\n\nWords.\n",
    warns: "must separate transitions",
  },
  { why: "a transition between words", files: "Words.\n\n-----\n\nWords.\n" },
  {
    why: "a transition at the end of a section",
    files: "One\n~~~\n\nWords.\n\n-----\n\nTwo\n~~~\n\nWords.\n",
  },

  // Parameters files
  {
    why: "entries that are not sorted",
    files: parameters(entry("name") + entry("id")),
    warns: "Parameters out of order",
  },
  {
    why: "places that are not sorted",
    files: parameters(entry("name", "body") + entry("id", "query")),
    warns: "Section out of order",
  },
  { why: "sorted, capitals aside", files: parameters(entry("ID") + entry("name")) },
  {
    why: "a place in capitals",
    files: parameters(entry("name", "Body")),
    warns: "is not a valid value for 'in'",
  },
  {
    why: "a place that is none",
    files: parameters(entry("name", "form")),
    warns: "is not a valid value for 'in'",
  },
  {
    why: "no place",
    files: parameters("name:\n  description: |\n    Words.\n  required: true\n  type: string\n"),
    warns: "KeyError",
  },
  {
    why: "no type",
    files: parameters("name:\n  description: |\n    Words.\n  required: true\n  in: body\n"),
    warns: "Failure on key",
  },
  {
    why: "no type, where nobody looks",
    files: parameters(
      entry("name", "body") +
        "other:\n  description: |\n    Words.\n  required: true\n  in: body\n",
    ),
  },
  {
    why: "no description",
    files: parameters("name:\n  required: true\n  in: body\n  type: string\n"),
  },
  {
    why: "a slip in a key that is not needed",
    files: parameters(
      "name:\n  description: |\n    Words.\n  in: body\n  requried: true\n  type: string\n",
    ),
  },
  {
    why: "a slip in a key that is needed",
    files: parameters(
      "name:\n  description: |\n    Words.\n  in: body\n  required: true\n  tpye: string\n",
    ),
    warns: "Failure on key",
  },
  { why: "an entry twice", files: parameters(entry("name") + entry("name")) },
  {
    why: "bad markup in a description that is shown",
    files: parameters(
      "name:\n  description: |\n    A ``word.\n  in: body\n  required: true\n  type: string\n",
    ),
    warns: "without end-string",
  },
  {
    why: "bad markup in a description that is not shown",
    files: parameters(
      entry("name") +
        "other:\n  description: |\n    A ``word.\n  in: query\n  required: true\n  type: string\n",
    ),
  },
  {
    why: "a row without an entry",
    files: parameters(entry("name"), "- name: nmae"),
    warns: "No field definition for",
  },
  {
    why: "a row that is none",
    files: parameters(entry("name"), "- name"),
    warns: "Invalid parameter definition",
  },
  { why: "an entry that no row has", files: parameters(entry("id") + entry("name")) },
  { why: "an empty file", files: parameters(""), warns: "Parameters file is empty" },
  {
    why: "no file",
    files: {
      "index.rst":
        "Docs\n====\n\nList\n----\n\n.. rest_method:: GET /images\n\n.. rest_parameters:: parameters.yaml\n\n   - name: name\n",
    },
    warns: "Parameters file not found",
  },

  // Variables of a URL
  {
    why: "a variable without a row",
    files: variables("GET /images/{id}", "- name: name"),
    warns: "No path parameter",
  },
  {
    why: "a variable with a row",
    files: variables("GET /images/{id}", "- id: id\n  - name: name"),
  },
  {
    why: "a variable with a row only in the second list",
    files: variables("GET /images/{id}", "- name: name", "- id: id"),
    warns: "No path parameter",
  },
  {
    why: "a variable with a row only in the first list",
    files: variables("GET /images/{id}", "- id: id", "- name: name"),
  },
  { why: "a variable without a list", files: "List\n----\n\n.. rest_method:: GET /images/{id}\n" },
  {
    why: "a variable that is no word for os-api-ref",
    files: variables("GET /images/{image-id}", "- name: name"),
  },

  // Stanzas
  {
    why: "a method without anything",
    files: "List\n----\n\n.. rest_method::\n",
    warns: "IndexError",
  },
  { why: "a method alone", files: "List\n----\n\n.. rest_method:: GET\n" },
  {
    why: "an option of a method that there is none of",
    files: "List\n----\n\n.. rest_method:: GET /a\n   min_versoin: 2.3\n",
  },
  {
    why: "an option of a note that there is none of",
    files: ".. note::\n   :colour: red\n\n   Words.\n",
    warns: "unknown option",
  },
  {
    why: "a list of codes without codes",
    files: "List\n----\n\n.. rest_method:: GET /a\n\n.. rest_status_code:: success status.yaml\n",
    warns: "No parameters defined",
  },
  {
    why: "a code that the file lacks",
    files: {
      "index.rst":
        "Docs\n====\n\nList\n----\n\n.. rest_method:: GET /a\n\n.. rest_status_code:: success status.yaml\n\n  - 201\n",
      "status.yaml": "200:\n  default: |\n    Done.\n",
    },
    warns: "KeyError",
  },
  {
    why: "a reason that the file lacks",
    files: {
      "index.rst":
        "Docs\n====\n\nList\n----\n\n.. rest_method:: GET /a\n\n.. rest_status_code:: success status.yaml\n\n  - 200: other\n",
      "status.yaml": "200:\n  default: |\n    Done.\n",
    },
    warns: "Could not find other for code 200",
  },

  {
    why: "code that is announced and does not follow",
    files: "Such::\n\nWords.\n",
    warns: "Literal block expected; none found",
  },
  { why: "code without a blank line before it", files: "Words.\n\n::\n   code\n" },
  { why: "a directive that is shown as code", files: "Such::\n\n.. note:: Words.\n" },

  // Files
  {
    why: "an image that is not there",
    files: ".. image:: a.png\n",
    warns: "image file not readable",
  },
  { why: "an image elsewhere", files: ".. image:: https://a.example/a.png\n" },
  {
    why: "a file that is not there",
    files: ".. literalinclude:: a.json\n",
    warns: "not found or reading it failed",
  },
  {
    why: "an include that is not there",
    files: ".. include:: a.inc\n",
    warns: 'Problems with "include"',
  },

  // Headings and blocks
  {
    why: "an underline that is too short to be one",
    files: "Heading\n---\n\nWords.\n",
  },
  {
    why: "a short underline",
    files: "Heading\n-----\n\nWords.\n",
    warns: "Title underline too short",
  },
  {
    why: "a level that is skipped",
    files: "One\n~~~\n\nWords.\n\nTwo\n---\n\nWords.\n\nThree\n+++++\n\nWords.\n",
  },
  {
    why: "a list without a blank line behind it",
    files: "* one\n* two\nWords.\n",
    warns: "ends without a blank line",
  },
  { why: "a list without a blank line before it", files: "Words:\n* one\n* two\n" },
  {
    why: "an indentation that nobody expects",
    files: "Words.\nMore.\n  Most.\n",
    warns: "Unexpected indentation",
  },
  { why: "the same title twice", files: "One\n~~~\n\nWords.\n\nOne\n~~~\n\nWords.\n" },
  {
    why: "the same label twice",
    files: ".. _a:\n\nOne\n~~~\n\nWords.\n\n.. _a:\n\nTwo\n~~~\n\nWords.\n",
    warns: "Duplicate explicit target name",
  },
  {
    why: "a footnote that nobody refers to",
    files: "Words.\n\n.. [1] So.\n",
    warns: "is not referenced",
  },
  { why: "raw markup", files: ".. raw:: html\n\n   <b>Words.</b>\n" },
  {
    why: "a term twice",
    files: ".. glossary::\n\n   thing\n      Words.\n\n   thing\n      Words.\n",
    warns: "duplicate term description",
  },
];

function variables(method: string, ...lists: readonly string[]): Readonly<Record<string, string>> {
  const shown = lists.map((list) => `.. rest_parameters:: parameters.yaml\n\n  ${list}\n`);
  return {
    "index.rst": `Docs\n====\n\nList\n----\n\n.. rest_method:: ${method}\n\n${shown.join("\n")}`,
    "parameters.yaml": entry("id", "path") + entry("name"),
  };
}

/** The files of a case, with a title above a text that is all of it. */
export function filesOf({ files }: WarningCase): Readonly<Record<string, string>> {
  return typeof files === "string" ? { "index.rst": `Docs\n====\n\n${files}` } : files;
}
