// The clean documents that are mutated: a chapter each, with the files that it refers to and no more,
// so that reading one takes milliseconds.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";

/** Longer chapters are cut: what is far below in a long one is like what is above. */
const longest = 24_000;

/** Every chapter of `spec/` and, where they are, of the corpora; in a stable order. */
export function cleanDocuments(program, repository, shared) {
  const trees = [["spec", join(repository, "spec")]];
  const corpora = join(shared, "corpora");
  if (existsSync(corpora)) {
    for (const name of readdirSync(corpora).sort()) trees.push([name, join(corpora, name)]);
  }
  return [...trees.flatMap(([name, path]) => chaptersOf(program, name, path)), rare];
}

/**
 * What a document may say though none of the trees does: numbers that a value is one of, and
 * answers that are bytes.
 */
const rare = {
  name: "made/rare",
  main: "index.rst",
  files: {
    "index.rst": `Ways
====

List Ways
---------

.. rest_method:: GET /ways

Normal response codes: 200

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

  - steps: steps

Draw Ways
---------

.. rest_method:: GET /ways/drawing

Normal response codes: 200

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

  - Content-Type: media_type
  - drawing: drawing
`,
    "parameters.yaml": `steps:
  description: |
    How far it is.
  in: body
  required: true
  type: integer
  enum: [1, -2, 30]
media_type:
  description: |
    The media type of the picture, namely \`image/png\`.
  in: header
  required: true
  type: string
drawing:
  description: |
    The picture.
  in: body
  required: true
  type: string
`,
  },
};

function chaptersOf({ openTree, readApiReference }, service, path) {
  const opening = openTree(path);
  if (opening.kind !== "opened") throw new Error(`${service}: ${opening.reason}`);
  const { tree } = opening;
  const { value } = readApiReference(tree);
  const chapters = value.chapters.map((whole) => {
    const text = textOf(tree, whole.source).slice(0, longest);
    const chapter = {
      ...whole,
      operations: whole.operations.filter(({ span }) => span.start < text.length),
    };
    const main = beside(chapter.operations[0]?.document ?? chapter.source, chapter.source);
    return {
      name: `${service}/${chapter.name}`,
      main,
      files: { [main]: text, ...files(tree, chapter, text) },
    };
  });
  return service === "spec" ? [...chapters, wholeOf(tree, value)] : chapters;
}

/** All files of a small tree as they stand: documents that include, anchors, merges, labels. */
function wholeOf(tree, { chapters }) {
  const [main = ""] = tree.fragments;
  const samples = chapters.flatMap(({ operations }) =>
    operations.flatMap((operation) => operation.samples.map(({ sample }) => sample.source)),
  );
  const paths = [...tree.documents, ...tree.fragments, "parameters.yaml", ...samples];
  return {
    name: "spec/whole",
    main,
    files: Object.fromEntries(paths.map((path) => [path, textOf(tree, path)])),
  };
}

/** Paths resolve against the document that includes a chapter: so it is put where that stands. */
function beside(document, source) {
  const folder = document.slice(0, document.lastIndexOf("/") + 1);
  return `${folder}${source.slice(source.lastIndexOf("/") + 1)}`;
}

function files(tree, chapter, text) {
  const found = {};
  const entries = new Map();
  for (const operation of chapter.operations) {
    for (const list of [...operation.request, ...operation.response]) {
      const known = entries.get(list.file) ?? new Map();
      entries.set(list.file, known);
      for (const { entry } of list.rows) if (entry) known.set(entry.name, entry);
    }
    for (const { path, sample } of operation.samples) {
      if (path === undefined || sample.kind === "missing") continue;
      found[sample.source] = textOf(tree, sample.source).slice(0, longest);
    }
  }
  for (const [file, known] of entries) found[file] = parametersOf([...known.values()]);
  for (const [, name] of text.matchAll(/^\.\. rest_status_code:: \w+ +(\S+)$/gm)) {
    const file = beside(chapter.operations[0]?.document ?? chapter.source, name);
    const words = textOf(tree, file);
    if (words !== "") found[file] = words.slice(0, longest);
  }
  return found;
}

function parametersOf(entries) {
  const shown = entries.map((entry) => [
    entry.name,
    {
      description: `${entry.description.markdown.slice(0, 2000)}\n`,
      in: entry.in,
      ...(entry.required !== undefined && { required: entry.required }),
      type: entry.type,
      ...(entry.minVersion !== undefined && { min_version: Number(entry.minVersion) }),
      ...(entry.maxVersion !== undefined && { max_version: Number(entry.maxVersion) }),
      ...(entry.enum !== undefined && { enum: entry.enum }),
      ...(entry.default !== undefined && { default: entry.default }),
      ...(entry.format !== undefined && { format: entry.format }),
      ...entry.extra,
    },
  ]);
  return stringify(Object.fromEntries(shown), { lineWidth: 80 });
}

function textOf(tree, id) {
  const reading = tree.read(id);
  return reading.kind === "text" ? reading.text : "";
}
