import * as fc from "fast-check";
import type { Settings } from "../../../generator/pipeline/settings.js";

/** What is generated from at one moment. */
export interface State {
  readonly files: Readonly<Record<string, string>>;
  readonly settings: Settings;
}

/** What the engine is before a run: as it was, as another process would read it, or new. */
export type Process = "same" | "next" | "other version";

export interface Step {
  readonly name: string;
  readonly process: Process;
  readonly edit: (state: State, first: State) => State;
}

type Edit = (text: string, lines: number) => string;

/** One line is taken out, said twice, moved on, indented, or put in. */
function lineEdit(kind: string, at: number, words: string): Edit {
  return (text) => {
    const lines = text.split("\n");
    const index = at % Math.max(1, lines.length);
    const line = lines[index] ?? "";
    if (kind === "delete") lines.splice(index, 1);
    else if (kind === "repeat") lines.splice(index, 0, line);
    else if (kind === "move") lines.splice(index, 2, lines[index + 1] ?? "", line);
    else if (kind === "indent") lines[index] = `  ${line}`;
    else if (kind === "word") lines[index] = `${line} ${words}`;
    else if (kind === "cut") lines.length = index;
    else lines.splice(index, 0, words);
    return lines.join("\n");
  };
}

/** What may be put in between the lines of a document. */
const insertions = [
  "",
  "Some words, with `a link`_ and a |stamp| and a note [1]_.",
  ".. _a link: https://example.org/",
  ".. |stamp| replace:: of `a link`_",
  ".. [1] A note.",
  ".. include:: more.inc",
  ".. include:: more.inc\n   :start-line: 2",
  "Words with `one`__ of no name.",
  "__ https://example.org/nameless",
  ".. only:: html\n\n   A part\n   ~~~~~~\n\n   Words of it.\n",
  ".. restanza-ignore: undocumented-key since it is so",
  "The response may also contain additional properties specified as key:value string pairs.",
  "New in version 2.7",
  ".. versionadded:: 2.9",
  "*",
  "A heading\n=========\n",
  "Another one\n-----------\n\n.. rest_method:: GET /others/{other_id}\n\nNormal response codes: 200\n",
  ".. rest_method:: POST /images\n\n.. rest_parameters:: parameters.yaml\n\n   - name: image_name\n",
  "  - extra: image_name",
  "  - status: image_status",
  ".. rest_expand_all::",
  ".. literalinclude:: samples/more.json",
  "Example\n\n.. literalinclude:: samples/images-list-response.json\n   :language: json\n",
];

const yamlWords = [
  "  required: false",
  "  min_version: 2.5",
  "  type: integer",
  "  in: query",
  "new_entry:\n  in: body\n  type: string\n  description: |\n    New, see `a link`_.\n",
  "\t",
  "  description: |\n    Other words [1]_.",
  "  enum: [a, b]",
  "  default: 3",
];

const sampleWords = [
  '"more": null,',
  '"more": [1, 2],',
  '"name": 7,',
  "}",
  '"created": "now",',
  "",
];

const lineKinds = fc.constantFrom(
  "delete",
  "repeat",
  "move",
  "indent",
  "word",
  "insert",
  "insert",
  "cut",
);

function textEdit(
  choose: (names: readonly string[]) => readonly string[],
  words: readonly string[],
): fc.Arbitrary<Step["edit"]> {
  return fc
    .record({
      file: fc.nat(),
      kind: lineKinds,
      at: fc.nat(400),
      words: fc.constantFrom(...words),
    })
    .map(({ file, kind, at, words: said }) => (state) => {
      const names = choose(Object.keys(state.files).sort());
      const name = names[file % Math.max(1, names.length)];
      if (name === undefined) return state;
      const text = lineEdit(kind, at, said)(state.files[name] ?? "", 0);
      return { ...state, files: { ...state.files, [name]: text } };
    });
}

const docs = textEdit((names) => names.filter((name) => /\.(?:inc|rst)$/.test(name)), insertions);
const parameters = textEdit((names) => names.filter((name) => name.endsWith(".yaml")), yamlWords);
const samples = textEdit((names) => names.filter((name) => name.endsWith(".json")), sampleWords);

/** A file goes, comes back as it was at first, or is new. */
const comings = fc
  .record({ file: fc.nat(), kind: fc.constantFrom("go", "come", "new"), which: fc.nat() })
  .map(({ file, kind, which }): Step["edit"] => (state, first) => {
    const files = { ...state.files };
    const fresh = news[which % news.length];
    if (kind === "new" && fresh !== undefined) files[fresh[0]] = fresh[1];
    const names = Object.keys(kind === "go" ? files : first.files).sort();
    const name = names[file % names.length] ?? "";
    // Without any document there is nothing to generate from.
    if (kind === "go" && name !== "images.inc") delete files[name];
    if (kind === "come") files[name] = first.files[name] ?? "";
    return { ...state, files };
  });

const news: readonly (readonly [string, string])[] = [
  ["samples/more.json", '{"image": {"id": "x", "more": 1}}'],
  [
    "more.inc",
    "More\n====\n\n.. rest_method:: GET /mores\n\nNormal response codes: 200\n\n.. rest_parameters:: parameters.yaml\n\n   - name: image_name\n",
  ],
  ["other.rst", "Other\n=====\n\nWords of `a link`_.\n\n.. |stamp| replace:: other\n"],
  ["conf.py", "extensions = ['os_api_ref']\nrst_prolog = '''.. _a link: x'''\n"],
  ["http-status.yaml", "200:\n  default: |\n    Done.\n"],
  ["wide.inc", "Wide\n====\n\n.. include:: more.inc\n"],
];

const settings = fc
  .record(
    {
      emit: fc.constantFrom<NonNullable<Settings["emit"]>>(
        ["types"],
        ["client"],
        ["types", "client"],
        ["server"],
        ["site", "client"],
      ),
      service: fc.constantFrom("compute", "pictures"),
      openapi: fc.constantFrom<"3.1" | "3.2">("3.1", "3.2"),
      include: fc.constantFrom(["images"], ["*image*"]),
      severity: fc.constant({ "undocumented-key": "off" as const }),
      faults: fc.constantFrom<NonNullable<Settings["faults"]>>("named", "any"),
      info: fc.constant({ title: "Pictures" }),
      limits: fc.constant({ "List Images": { min: "2.3" } }),
      microversion: fc.constantFrom("2.1", "2.50"),
      overlays: fc.constantFrom(
        [
          {
            name: "o.yaml",
            text: "overlay: 1.1.0\ninfo: {title: o, version: '1'}\nactions:\n  - target: $.info\n    update: {version: '7'}\n",
          },
        ],
        [{ name: "o.yaml", text: "overlay: 1.1.0\nactions: none\n" }],
      ),
    },
    { requiredKeys: [] },
  )
  .map((more): Step["edit"] => (state) => ({ ...state, settings: more }));

const undo = fc.constant<Step["edit"]>((_state, first) => first);
const nothing = fc.constant<Step["edit"]>((state) => state);

const process: fc.Arbitrary<Process> = fc.constantFrom(
  "same",
  "same",
  "same",
  "next",
  "next",
  "other version",
);

const named = (name: string, edits: fc.Arbitrary<Step["edit"]>): fc.Arbitrary<Step> =>
  fc.record({ name: fc.constant(name), process, edit: edits });

/** A sequence of edits, each followed by a run. */
export const sequences: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: named("a document", docs) },
    { weight: 4, arbitrary: named("parameters", parameters) },
    { weight: 3, arbitrary: named("a sample", samples) },
    { weight: 3, arbitrary: named("a file comes or goes", comings) },
    { weight: 2, arbitrary: named("settings", settings) },
    { weight: 1, arbitrary: named("as at first", undo) },
    { weight: 1, arbitrary: named("nothing", nothing) },
  ),
  { minLength: 1, maxLength: 6 },
);
