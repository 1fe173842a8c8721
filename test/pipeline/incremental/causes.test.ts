import { expect, test } from "vitest";
import { generate } from "../../../generator/pipeline/generate.js";
import { emptyPipelineMemory, type PipelineMemory } from "../../../generator/pipeline/memory.js";
import type { Settings } from "../../../generator/pipeline/settings.js";
import { silent } from "../../../generator/pipeline/stages.js";
import { memoryTree } from "../../../generator/source/memory-tree.js";

/** Two documents, of which the first is never edited: all that changes it comes from elsewhere. */
const files: Readonly<Record<string, string>> = {
  "index.rst": "Boxes\n=====\n\n.. toctree::\n\n   boxes\n   other\n",
  "boxes.rst": `
Boxes
=====

Show Box
--------

.. rest_method:: GET /boxes/{box_id}

See \`the guide\`_, |what| and :ref:\`place\`.

.. rest_status_code:: success status.yaml

   - 200

.. rest_parameters:: parameters.yaml

   - box_id: box_id
   - size: size

.. literalinclude:: samples/box.json
`,
  "other.rst": `
Other
=====

.. _the guide: https://example.org/one

.. _place:

A place
-------

Words.

Change Box
----------

.. rest_method:: PATCH /boxes/{box_id}

Normal response codes: 204

.. rest_parameters:: parameters.yaml

   - box_id: box_id
   - size: size

.. literalinclude:: samples/change.json
`,
  "parameters.yaml": `
box_id:
  description: |
    The box.
  in: path
  required: true
  type: string
size:
  description: |
    The size, see \`the guide\`_.
  in: body
  required: true
  type: string
`,
  "status.yaml": "200:\n  default: |\n    Fine.\n",
  "samples/box.json": '{"box": {"size": "large"}}',
  "samples/change.json": '{"box": {"size": "small"}}',
};

const put = (name: string, from: string, to: string) => (all: typeof files) => {
  const text = all[name] ?? "";
  expect(text).toContain(from);
  return { ...all, [name]: text.replace(from, to) };
};
const without = (name: string) => (all: typeof files) =>
  Object.fromEntries(Object.entries(all).filter(([each]) => each !== name));
const withFile = (name: string, text: string) => (all: typeof files) => ({ ...all, [name]: text });

/** Where a document includes its chapters, and one of them is edited. */
const included: Readonly<Record<string, string>> = {
  ...files,
  "index.rst":
    "Boxes\n=====\n\n.. include:: boxes.inc\n.. include:: lids.inc\n.. include:: boxes.inc\n",
  "boxes.inc": (files["boxes.rst"] ?? "").replace("See `the guide`_", "See `the guide`__"),
  "lids.inc": `
Lids
----

.. _the guide: https://example.org/lids

Show Lid
~~~~~~~~

.. rest_method:: GET /lids/{lid_id}

Normal response codes: 200

\`\`A\`\` \`lid\`__.

__ https://example.org/one

__ https://example.org/two
`,
};

const changes: readonly (readonly [string, (all: typeof files) => Record<string, string>])[] = [
  ["an address that its prose refers to", put("other.rst", "org/one", "org/two")],
  ["a name that its prose refers to is gone", put("other.rst", ".. _the guide:", ".. _a guide:")],
  ["a title that its prose refers to", put("other.rst", "A place\n-------", "A spot\n------")],
  [
    "a substitution comes",
    put("other.rst", ".. _place:", ".. |what| replace:: words\n\n.. _place:"),
  ],
  ["an entry that its rows refer to", put("parameters.yaml", "in: body", "in: header")],
  ["the place of an entry", put("parameters.yaml", "\nbox_id", "\n# A comment.\nbox_id")],
  ["an entry is gone", put("parameters.yaml", "\nsize:", "\nwidth:")],
  ["its sample", put("samples/box.json", '"large"', "7")],
  ["its sample is gone", without("samples/box.json")],
  ["the words of its status", put("status.yaml", "Fine.", "Well.")],
  ["its file of statuses is gone", without("status.yaml")],
  ["a sample of another operation of its resource", put("samples/change.json", '"small"', "null")],
  ["its file is included before", withFile("a.rst", ".. include:: boxes.rst\n")],
  ["a conf.py that defines what prose refers to", withFile("conf.py", "rst_prolog = '.. _x: y'")],
];

const changesOfParts: typeof changes = [
  ["its words", put("lids.inc", "A``", "Some``")],
  ["its levels", put("lids.inc", "Lids\n----", "Lids\n++++")],
  ["the levels before it", put("index.rst", "=====\n", "=====\n\nA\n~\n\nB\n-\n")],
  ["a level of its own", put("lids.inc", "Show Lid\n~~~~~~~~", "Show Lid\n++++++++")],
  ["what links without a name lead to", put("lids.inc", "org/one", "org/other")],
  ["one link without a name more", put("lids.inc", "A``", "A`` `b`__")],
  ["a label", put("lids.inc", "_the guide:", "_a guide:")],
  [
    "a part of the document",
    put("lids.inc", "Lids\n", ".. only:: html\n\n   Part\n   ++++\n\nLids\n"),
  ],
  ["an include in it", put("lids.inc", "Normal", ".. include:: boxes.inc\n\nNormal")],
  ["a selection", put("index.rst", "lids.inc", "lids.inc\n   :start-line: 5")],
  ["it is gone", without("lids.inc")],
  ["the order", put("index.rst", "Boxes\n=====\n", "Boxes\n=====\n\n.. include:: lids.inc\n")],
];

async function outcomeOf(
  all: Readonly<Record<string, string>>,
  memory?: PipelineMemory,
  settings: Settings = { emit: ["client", "server"] },
): Promise<object> {
  const { value, diagnostics } = await generate(memoryTree(all), settings, silent, memory);
  return { files: value.files, diagnostics };
}

test.each(changes)("a document that nobody edited is made anew: %s", async (_what, change) => {
  const memory = emptyPipelineMemory();
  await outcomeOf(files, memory);
  const changed = change(files);
  expect(await outcomeOf(changed, memory)).toEqual(await outcomeOf(changed));
  expect(await outcomeOf(files, memory)).toEqual(await outcomeOf(files));
});

test.each(changesOfParts)(
  "an included file is taken over where it can be: %s",
  async (_what, change) => {
    const memory = emptyPipelineMemory();
    await outcomeOf(included, memory);
    const changed = change(included);
    expect(await outcomeOf(changed, memory)).toEqual(await outcomeOf(changed));
    expect(await outcomeOf(included, memory)).toEqual(await outcomeOf(included));
  },
);

test("an included file that includes another is made of both", async () => {
  const memory = emptyPipelineMemory();
  const around = put("lids.inc", "Normal", ".. include:: more.inc\n\nNormal")(included);
  const before = { ...around, "more.inc": "Words.\n" };
  await outcomeOf(before, memory);
  const changed = { ...before, "more.inc": "Other words.\n" };
  expect(await outcomeOf(changed, memory)).toEqual(await outcomeOf(changed));
});
