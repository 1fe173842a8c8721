import { expect, test } from "vitest";
import { readApiReference } from "../../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../../generator/source/memory-tree.js";

/* Where the version history of a service is found, what is read of it, and what is held against it. */

type Files = Readonly<Record<string, string>>;

const chapter = (words: string): string =>
  `Images\n======\n\n${words}\n\nList Images\n-----------\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n  - size: size\n`;

const entry = (bounds: string): string =>
  `size:\n  in: query\n  type: integer\n  required: false\n  description: |\n    In MiB.\n${bounds}`;

/** Docs that link to the history of a service, as most do. */
function linking(history: string, bounds = "", words = ""): Files {
  return {
    "api-ref/source/index.rst": "API\n===\n\n.. include:: images.inc\n",
    "api-ref/source/images.inc": chapter(
      `See https://docs.example.org/boxes/latest/reference/version-history.html for more. ${words}`,
    ),
    "api-ref/source/parameters.yaml": entry(bounds),
    "doc/source/reference/version-history.rst": history,
  };
}

function read(files: Files) {
  const { value, diagnostics } = readApiReference(memoryTree(files));
  const told = (code: string) =>
    diagnostics
      .filter((each) => each.code === code)
      .map(({ span }) => span && files[span.source]?.slice(span.start, span.end));
  return {
    history: value.history,
    untold: told("version-not-in-history"),
    silent: told("version-without-words"),
    codes: diagnostics.map(({ code }) => code),
  };
}

const section = (title: string, words = "Words."): string =>
  `${title}\n${"-".repeat(title.length)}\n\n${words}\n\n`;

const told = (...titles: readonly string[]): string =>
  `History\n=======\n\n${titles.map((title) => section(title)).join("")}`;

test.each<[heading: string, version: string | undefined, why: string]>([
  ["2.1", "2.1", "Nova, Cinder, Manila"],
  ["2.38 (Maximum in Newton)", "2.38", "a release behind it"],
  ["1.10 - Allocation candidates", "1.10", "Placement: a title behind it"],
  ["v2.5", "2.5", "with the sign of a version"],
  ["Version 2.5", "2.5", "with the word"],
  ["10.0.0", undefined, "a release of the service"],
  ["2.1.3", undefined, "a release of a library"],
  ["Newton", undefined, "a release that holds versions"],
  ["Since 2.5", undefined, "a sentence"],
  ["2", undefined, "no minor"],
])("the heading %s tells of %s", (heading, version) => {
  const files = linking(told(heading));
  const versions = read(files).history?.versions ?? [];
  expect(versions.map((each) => each.version.value)).toEqual(
    version === undefined ? [] : [version],
  );
  for (const { version: said } of versions) {
    expect(files[said.span.source]?.slice(said.span.start, said.span.end)).toBe(said.value);
  }
});

test("versions below headings of releases are found, each with its own words", () => {
  const text =
    'History\n=======\n\nOcata\n-----\n\n1.1 - Boxes\n~~~~~~~~~~~\n\nAdds ``GET /boxes``::\n\n  { "lid": true }\n\n1.2\n~~~\n\nAdds ``size``.\n';
  const { history } = read(linking(text));
  expect(history?.versions.map(({ version, words }) => [version.value, words])).toEqual([
    ["1.1", '1.1 - Boxes\n~~~~~~~~~~~\n\nAdds GET /boxes::\n\n  { "lid": true }'],
    ["1.2", "1.2\n~~~\n\nAdds size."],
  ]);
});

test.each<[why: string, files: Files, document: string | undefined]>([
  [
    "a page that the docs link to",
    linking(told("2.1")),
    "doc/source/reference/version-history.rst",
  ],
  [
    "a document of the tree that includes it from the service",
    {
      "api-ref/source/index.rst":
        "API\n===\n\n.. toctree::\n\n   version_history\n\n.. include:: images.inc\n",
      "api-ref/source/version_history.rst": ".. include:: ../../boxes/api/versions.rst\n",
      "api-ref/source/images.inc": chapter(""),
      "api-ref/source/parameters.yaml": entry(""),
      "boxes/api/versions.rst": told("2.1"),
    },
    "api-ref/source/version_history.rst",
  ],
  [
    "a link, and no such page",
    { ...linking(told("2.1")), "doc/source/reference/version-history.rst": "" },
    undefined,
  ],
  [
    "a page that nothing links to",
    { ...linking(told("2.1")), "api-ref/source/images.inc": chapter("") },
    undefined,
  ],
])("the history is looked for: %s", (_why, files, document) => {
  expect(read(files).history?.document).toBe(document);
});

test.each<[why: string, bounds: string, untold: readonly string[]]>([
  ["begins with a version of the history", "  min_version: 2.5\n", []],
  ["begins with one that it skips", "  min_version: 2.4\n", ["2.4"]],
  ["begins with one that is newer than it", "  min_version: 2.10\n", ["2.10"]],
  ["begins before it", "  min_version: 2.0\n", []],
  ["ends before a version of it", "  max_version: 2.4\n", []],
  ["ends, and it has no next version", "  max_version: 2.5\n", ["2.5"]],
  ["no number", "  min_version: '3'\n", []],
])("a bound that %s", (_why, bounds, untold) => {
  expect(read(linking(told("2.1", "2.2", "2.5"), bounds)).untold).toEqual(untold);
});

test("bounds that many entries merge are told once, where they are said", () => {
  const parameters =
    "base: &base\n  in: query\n  type: string\n  required: false\n  description: |\n    One.\n  min_version: 2.9\nsize:\n  <<: *base\nname:\n  <<: *base\n";
  const files = { ...linking(told("2.1")), "api-ref/source/parameters.yaml": parameters };
  expect(read(files).untold).toEqual(["2.9"]);
});

test.each<[why: string, words: string, bounds: string, silent: readonly string[]]>([
  ["nothing speaks of", "", "", ["2.2"]],
  ["a sentence speaks of", "Since 2.2 they have sizes.", "", []],
  ["a longer number has", "Since 12.2 and 2.21 and 2.2.1.", "", ["2.2"]],
  ["a bound begins with", "", "  min_version: 2.2\n", []],
  ["a bound ends before", "", "  max_version: 2.1\n", []],
])("a version that %s", (_why, words, bounds, silent) => {
  expect(read(linking(told("2.1", "2.2"), bounds, words)).silent).toEqual(silent);
});

test("a part of the docs does not say what the rest is silent of", () => {
  const { "api-ref/source/index.rst": _index, ...part } = linking(told("2.1", "2.2"));
  const { history, silent } = read(part);
  expect(history?.versions).toHaveLength(2);
  expect(silent).toEqual([]);
});

test("without a history nothing is said of bounds", () => {
  const files = linking("", "  min_version: 2.4\n");
  expect(read(files).codes.filter((code) => code.startsWith("version-"))).toEqual([]);
});
