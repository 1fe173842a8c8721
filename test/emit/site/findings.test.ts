import { expect, test } from "vitest";
import { generate } from "../../../generator/pipeline/generate.js";
import { memoryTree } from "../../../generator/source/memory-tree.js";
import { attribute, type Pages } from "./pages.js";

const files = {
  "index.rst": "====\nBoxes\n====\n\nWith :ref:`nothing`.\n\n.. include:: boxes.inc\n",
  "boxes.inc": `Boxes
=====

Show Box
--------

.. rest_method:: GET /boxes/{box_id}

Normal response codes: 200

.. rest_parameters:: parameters.yaml

  - box_id: box_id

Response
--------

.. rest_parameters:: parameters.yaml

  - box: box
  - name: name
  - size: size

.. literalinclude:: box.json
   :language: javascript

Delete Box
----------

.. rest_method:: DELETE /boxes/{box_id}

.. rest_parameters:: parameters.yaml

  - box_id: box_id
`.replace("Response\n--------", "Response\n~~~~~~~~"),
  "box.json": '{"box": {"name": "a <b>", "size": [1]}}',
  "parameters.yaml":
    "box:\n  description: The box.\n  in: body\n  required: true\n  type: object\nbox_id:\n  description: Its id.\n  in: path\n  required: true\n  type: string\nname:\n  description: Its name.\n  in: body\n  required: true\n  type: string\nsize:\n  description: Its size.\n  in: body\n  required: true\n  type: string\nlid:\n  description: Unused.\n  in: body\n  required: true\n  typ: string\n",
};

async function pagesWith(findings: boolean): Promise<Pages> {
  const settings = { emit: ["site"], site: { findings } } as const;
  const { value } = await generate(memoryTree(files), settings);
  return new Map(value.files.map(({ path, text }) => [path.replace(/^site\//, ""), text]));
}

test("findings are nowhere unless they are asked for", async () => {
  const pages = await pagesWith(false);
  expect(pages.has("findings.html")).toBe(false);
  expect(
    [...pages].filter(([path, text]) => path.endsWith(".html") && text.includes("finding")),
  ).toEqual([]);
});

test("an operation shows its findings with code, weight and place, at the member and in the sample", async () => {
  const page = (await pagesWith(true)).get("boxes.html") ?? "";
  const [, box = ""] = /<div class="findings">(.*?)<\/div>/s.exec(page) ?? [];
  expect(box).toContain("<code>type-contradicts-sample</code>");
  expect(box).toMatch(/<b class="warning">warning<\/b> &quot;size&quot; is documented as/);
  expect(box).toMatch(/<span class="place">(?:boxes\.inc|parameters\.yaml):\d+:\d+<\/span>/);
  // The member and its name in the sample lead to it.
  const [, member = ""] = /(<li id="show-box\/200\/box\.size".*?<\/li>)/s.exec(page) ?? [];
  expect(member).toMatch(/<p class="spot"><a class="warning" href="#(show-box\/finding\/\d)">/);
  expect(page).toMatch(/<mark><a href="#show-box\/finding\/\d">&quot;size&quot;<\/a><\/mark>: \[/);
  const ids = new Set(attribute(page, "id"));
  const links = attribute(page, "href").filter((href) => href.includes("/finding/"));
  expect(links.filter((href) => !ids.has(href.slice(1)))).toEqual([]);
  expect(page).toContain("&quot;a &lt;b&gt;&quot;");
});

test("each operation has its own, and what belongs to none stands on a page of its own", async () => {
  const pages = await pagesWith(true);
  const all = pages.get("findings.html") ?? "";
  const [elsewhere = "", ...operations] = all.split("<section").slice(1);
  expect(elsewhere).toContain("Of no operation");
  expect(elsewhere).toContain("<code>misspelt-key</code>");
  expect(elsewhere).toContain("index.rst:5:");
  const titles = operations.map((text) => /<h2><a href="([^"]*)">([^<]*)/.exec(text)?.slice(1));
  expect(titles).toEqual([
    ["boxes.html#show-box/finding/1", "Show Box"],
    ["boxes.html#delete-box/finding/1", "Delete Box"],
  ]);
  expect(operations[1]).toContain("no-status-code");
  expect(operations[0]).not.toContain("no-status-code");
  expect(pages.get("findings.md")).toContain("- warning `type-contradicts-sample`, `boxes.inc:");
  expect(pages.get("index.html")).toContain('<a href="findings.html">Findings</a>');
});
