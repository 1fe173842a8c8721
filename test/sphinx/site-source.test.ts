import { expect, test } from "vitest";
import type { SiteBlock } from "../../generator/emit/site/source.js";
import { generate } from "../../generator/pipeline/generate.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const operation = (title: string, more = ""): string =>
  `${title}\n${"-".repeat(30)}\n\n.. rest_method:: GET /${title.replaceAll(" ", "-").toLowerCase()}\n\nNormal response codes: 200\n\n${more}`;

async function blocksOf(
  files: Readonly<Record<string, string>>,
  name = "index",
): Promise<readonly SiteBlock[]> {
  const { value } = await generate(memoryTree(files), { emit: ["site"] });
  const documents = value.published?.site.documents ?? [];
  return documents.find((document) => document.name === name)?.blocks ?? [];
}

const prose = (blocks: readonly SiteBlock[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === "prose"
      ? [block.markdown]
      : block.kind === "section" || block.kind === "chapter"
        ? prose(block.blocks)
        : block.kind === "operation"
          ? (block.notes ?? []).map(({ markdown }) => markdown)
          : [],
  );

test("links of the docs lead to places of the site", async () => {
  const files = {
    "index.rst": `Docs\n====\n\n.. toctree::\n\n   v2/more\n\nSee :ref:\`place\`, :ref:\`so <place>\`, :doc:\`v2/more\`, More_, \`this <#docs>\`_ and \`that <v2/more.html#place>\`_.\n\nMore\n----\n\nWords.\n\n${operation("List Images")}`,
    "v2/more.rst": "Rest\n====\n\n.. _place:\n\nA place\n-------\n\nWords.\n",
  };
  expect(prose(await blocksOf(files))[0]).toBe(
    "See [A place](site:v2/more#place), [so](site:v2/more#place), [Rest](site:v2/more), [More](site:index#more), [this](site:index#docs) and [that](site:v2/more#place).",
  );
});

test("what only a page can show is shown: images, files, lists outside of operations", async () => {
  const files = {
    "index.rst": `Docs\n====\n\n.. image:: a.svg\n   :alt: States\n\n.. literalinclude:: a.sh\n   :language: console\n\n.. rest_parameters:: parameters.yaml\n\n  - name: name\n\n.. raw:: html\n\n   <b>Words.</b>\n\n${operation("List Images")}`,
    "a.svg": "<svg/>\n",
    "a.sh": "$ ls\n",
    "parameters.yaml":
      "name:\n  description: |\n    A name,\n    or none.\n  in: query\n  required: false\n  type: string\n",
  };
  expect(prose(await blocksOf(files)).join("\n\n")).toBe(
    "![States](site:_images/a.svg)\n\n```console\n$ ls\n```\n\n| Name | In | Type | Description |\n| --- | --- | --- | --- |\n| name (Optional) | query | string | A name, or none. |",
  );
});

test.each([
  [
    "cases below a reason",
    "- 409 One of these:\n\n  - It is full.\n\n  - It is shut.",
    ["- 409 One of these:\n\n  - It is full.\n  - It is shut."],
  ],
  ["words that are no code", "- 404 None.\n\n- See the guide.", ["- See the guide."]],
  ["nothing of a code and its reason", "- 404 None.\n\n- ``409``\n\n  It is full.", []],
  [
    "cases in an indented list",
    "  - 404 None.\n\n  - 409 If so:\n\n    - It is full.",
    ["- 409 If so:\n\n  - It is full."],
  ],
])("a list of codes leaves what no document says: %s", async (_why, list, left) => {
  const text = `Do It\n-----\n\n.. rest_method:: GET /do\n\nError codes:\n\n${list}\n\nNormal response codes: 200\n`;
  expect(prose(await blocksOf({ "index.rst": `Docs\n====\n\n${text}` }))).toEqual(left);
});

test("what is said around the lists of an operation is a note of its side", async () => {
  const more = "Response\n~~~~~~~~\n\nNothing is returned.\n\nLimits\n~~~~~~\n\nTen a day.\n";
  const [section] = await blocksOf({ "index.rst": `Docs\n====\n\n${operation("Do It", more)}` });
  const inner = section !== undefined && "blocks" in section ? section.blocks : [];
  expect(inner.find(({ kind }) => kind === "operation")).toMatchObject({
    notes: [
      { side: "response", markdown: "Nothing is returned." },
      { side: "both", markdown: "**Limits**\n\nTen a day." },
    ],
  });
});

test("operations that are left out leave nothing, their sections included", async () => {
  const files = {
    "index.rst": `Docs\n====\n\nSome\n....\n\n${operation("List Images").replaceAll("-----", "~~~~~")}Others\n......\n\nWords.\n\n${operation("List Flavors").replaceAll("-----", "~~~~~")}`,
  };
  const tree = memoryTree(files);
  const { value } = await generate(tree, { emit: ["site"], include: ["List Images"] });
  const text = JSON.stringify(value.published?.site.documents);
  expect(text).toContain("listImages");
  expect(text).not.toContain("Others");
});
