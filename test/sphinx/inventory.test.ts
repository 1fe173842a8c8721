import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { generate } from "../../generator/pipeline/generate.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const page =
  "Compute\n=======\n\n.. toctree::\n\n   v2/more\n\n.. _start here:\n\nImages\n------\n\n.. _list:\n\nList Images\n~~~~~~~~~~~\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n";

test("an inventory names documents, labels and terms as Sphinx's does", async () => {
  const tree = memoryTree({
    "index.rst": page,
    "v2/more.rst":
      "More\n====\n\n.. glossary::\n\n   Big Thing\n      Words.\n\n.. _plain:\n\nWords.\n\n.. _out: https://a.example\n\nSee out_.\n",
    "conf.py": "project = 'Compute API'\nversion = '2'\n",
  });
  const { value } = await generate(tree, { emit: ["site"] });
  const file = value.published?.site.files.find(({ path }) => path === "objects.inv");
  const bytes = Buffer.from(file?.text ?? "");
  const head = bytes.toString("latin1").split("\n").slice(0, 4);
  const body = inflateSync(bytes.subarray(Buffer.byteLength(`${head.join("\n")}\n`)));
  expect(head).toEqual([
    "# Sphinx inventory version 2",
    "# Project: Compute API",
    "# Version: 2",
    "# The remainder of this file is compressed using zlib.",
  ]);
  expect(body.toString().trim().split("\n")).toEqual([
    "Big Thing std:term -1 v2/more.html#term-Big-Thing -",
    "index std:doc -1 index.html Compute",
    "list std:label -1 index.html#$ List Images",
    "plain std:label -1 v2/more.html#$ -",
    "start here std:label -1 index.html#start-here Images",
    "v2/more std:doc -1 v2/more.html More",
  ]);
});
