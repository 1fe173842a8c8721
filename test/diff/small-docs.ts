import type { Change } from "../../generator/diff/change.js";
import { compare } from "../../generator/diff/diff.js";
import type { Side } from "../../generator/diff/side.js";
import { readSide } from "../../generator/pipeline/sides.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/** What of the docs of a small service differs between two sides; the rest is the same. */
export interface Docs {
  readonly rows?: readonly string[];
  /** Lines of entries, by name: `type: integer`. */
  readonly entries?: Readonly<Record<string, string>>;
  readonly sample?: unknown;
  readonly history?: string;
  readonly more?: string;
}

const sides = {
  request: { stanza: "POST /boxes", heading: "Request", other: "" },
  response: { stanza: "GET /boxes/{box_id}", heading: "Response", other: "" },
};

export type Where = keyof typeof sides;

/** A side of that service, read. */
export function sideOf(where: Where, docs: Docs): Side {
  const { stanza, heading } = sides[where];
  const { rows = ["name", "size"], entries = {}, sample, history, more = "" } = docs;
  const all: Readonly<Record<string, string>> = {
    name: "type: string, required: true",
    size: "type: integer, required: false",
    // So that the service has microversions from 2.1 to 2.9.
    first: "type: string, min_version: 2.9",
    ...entries,
  };
  const files = {
    "api-ref/source/index.rst": "Compute API\n###########\n\n.. include:: boxes.inc\n",
    "api-ref/source/boxes.inc": [
      "Boxes",
      "=====",
      "",
      "A Box",
      "-----",
      "",
      `.. rest_method:: ${stanza}`,
      "",
      "Normal response codes: 200",
      "",
      heading,
      "~~~~~~~",
      "",
      ".. rest_parameters:: parameters.yaml",
      "",
      ...[...rows, "first"].map((name) => `   - ${name}: ${name}`),
      "",
      ...(sample === undefined
        ? []
        : ["**Example**", "", ".. literalinclude:: box.json", "   :language: json", ""]),
      more,
      "",
    ].join("\n"),
    "api-ref/source/parameters.yaml": Object.entries(all)
      .map(([name, words]) => `${name}: {in: body, description: What it is., ${words}}\n`)
      .join(""),
    ...(sample !== undefined && { "api-ref/source/box.json": JSON.stringify(sample) }),
    ...(history !== undefined && { "boxes/rest_api_version_history.rst": history }),
  };
  return readSide(
    {
      tree: memoryTree(files),
      histories: Object.keys(files).filter((name) => name.endsWith("_history.rst")),
      identity: "",
      seen: () => [],
      settled: () => undefined,
    },
    { service: "compute" },
  );
}

/** What is said of one place, worst first, words of docs aside. */
export function saidOf(where: Where, old: Docs, now: Docs): readonly Change[] {
  return compare(sideOf(where, old), sideOf(where, now)).changes.filter(
    ({ id }) => id !== "words-changed" && id !== "samples-changed",
  );
}

/** The same in a few words: verdict, id, place. */
export function toldOf(where: Where, old: Docs, now: Docs): readonly string[] {
  return saidOf(where, old, now).map(({ verdict, id, pointer }) => `${verdict} ${id} ${pointer}`);
}
