import { assert, constantFrom, property, string } from "fast-check";
import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { repairJson } from "../../generator/apiref/files/repair-json.js";
import { applyChanges, changesIn } from "../../generator/diagnostics/edits.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { casesOf } from "../cases-of.js";

type Files = Readonly<Record<string, string>>;

function editsOf(files: Files) {
  return readApiReference(memoryTree(files)).diagnostics.flatMap(({ edits }) => edits ?? []);
}

/** The files with every finding mended that can be. */
function mended(files: Files): Files {
  const edits = editsOf(files);
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, applyChanges(text, changesIn(name, edits))]),
  );
}

const before = "A\n=\n\n.. rest_method:: ";
const behind = "\n\nNormal response codes: 200\n\n";

test.each([
  // url               why                                   mended
  ["GET images", "a slash", "GET /images"],
  ["GET images/{id}?a=b", "a slash before a longer URL", "GET /images/{id}?a=b"],
  ["GET /ima\u200bges", "an invisible character", "GET /images"],
  ["GET \u200bimages", "both, one after the other", "GET /images"],
  ["GET https://a.example/b", "a host: somebody has to decide", "GET https://a.example/b"],
  ["GET /a/<id>/:b/{{c}}", "names in braces", "GET /a/{id}/{b}/{c}"],
  ["GET ``/a/<id>?d=e``", "marks around the URL", "GET /a/{id}?d=e"],
  ["GET {endpoint}/images", "a variable that may hold the slash", "GET {endpoint}/images"],
])("%j: %s", (url, _why, becomes) => {
  const files = { "a.rst": `${before}${url}${behind}` };
  expect(mended(files)["a.rst"]).toBe(`${before}${becomes}${behind}`);
});

const rows = "Request\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - a: a\n";

test.each([
  // entry                                             why                      mended
  ["  requried: true\n  in: query", "a key", "  required: true\n  in: query"],
  ["  'requried': true", "a key in quotes", "  required: true"],
  ["  required: ture", "a boolean", "  required: true"],
  ["  required: flase # why", "before a comment", "  required: false # why"],
  ["  requried: ture", "key and value", "  required: true"],
  ["  in: quary", "a place", "  in: query"],
  ["  requried: true\n  requred: true", "one key of two", "  required: true\n  requred: true"],
  ["  required: |\n    ture", "a block is left to people", "  required: |\n    ture"],
  ["  required: true\n  x-any: ture", "nothing", "  required: true\n  x-any: ture"],
])("%j: %s", (entry, _why, becomes) => {
  const entries = (text: string) => `a:\n${text}\n`;
  const files = {
    "a.rst": `${before}GET /a${behind}${rows}`,
    "parameters.yaml": entries(entry),
  };
  const made = mended(files);
  expect(made["parameters.yaml"]).toBe(entries(becomes));
  expect(editsOf(made)).toEqual([]);
});

test.each([
  // sample                                      why                                 mended
  ['{"a": 1\n "b": 2}', "a missing comma stands behind the value", '{"a": 1,\n "b": 2}'],
  ['{"a": 1 // one\n "b": 2}', "not in the comment", '{"a": 1, // one\n "b": 2}'],
  ['{"a": [1,]}', "a trailing comma", '{"a": [1]}'],
  ['{"a": [1, ,\n]}', "two of them", '{"a": [1 \n]}'],
  ['{"a": 1,, "b": 2}', "a comma too much", '{"a": 1, "b": 2}'],
  ["[,1]", "a comma before all", "[1]"],
  ["[,,1]", "two of them", "[1]"],
  ['{"a": {,,}}', "two of them before nothing", '{"a": {}}'],
  ["{a: True,\u3000b: None}", "names, literals, spaces", '{"a": true, "b": null}'],
  ['{"a": ...}', "an ellipsis is left to people", '{"a": ...}'],
])("%j: %s", (sample, _why, becomes) => {
  const response = "Response\n--------\n\n.. literalinclude:: a.json\n   :language: json\n";
  const files = { "a.rst": `${before}GET /a${behind}${response}`, "a.json": `${sample}\n` };
  expect(mended(files)["a.json"]).toBe(`${becomes}\n`);
});

test("a sample in the text is mended in its lines, whatever their indentation", () => {
  const block = (comma: string) =>
    `${before}GET /a${behind}Response\n--------\n\n**Example: JSON response**\n\n.. code-block:: json\n\n     {\n       "a": 1${comma}\n       "b": 2\n     }\n`;
  expect(mended({ "a.rst": block("") })["a.rst"]).toBe(block(","));
});

test("mending changes no value, and leaves nothing that can be mended", () => {
  const pieces = constantFrom(
    ...'{{}}[[]],,::""\'.…\\/#*\n\t 0-1eatruen\u3000'.split(""),
    "True",
    '"a"',
  );
  assert(
    property(string({ unit: pieces, maxLength: 40 }), (text) => {
      const read = repairJson(text);
      if (read.kind === "hopeless") return;
      const edits = read.repairs.flatMap(({ mend }) =>
        mend === undefined
          ? []
          : [{ span: { source: "", start: mend.start, end: mend.end }, text: mend.text }],
      );
      const again = repairJson(applyChanges(text, changesIn("", edits)));
      expect(again.kind === "read" && again.value).toEqual(read.value);
      expect(again.kind === "read" && again.repairs.filter(({ mend }) => mend)).toEqual([]);
    }),
    { numRuns: casesOf(2000) },
  );
});
