import { expect, test } from "vitest";
import { generate } from "../../../generator/pipeline/generate.js";
import { memoryTree } from "../../../generator/source/memory-tree.js";
import { attribute, unescaped } from "./pages.js";

const action = (title: string, name: string, words: string): string =>
  `${title}\n${"-".repeat(40)}\n\n.. rest_method:: POST /boxes/{box_id}/action\n\n${words}\n\nNormal response codes: 202\n\n.. rest_parameters:: parameters.yaml\n\n  - box_id: box_id\n  - ${name}: action\n\n`;

const parameters =
  "box_id:\n  description: Its id.\n  in: path\n  required: true\n  type: string\naction:\n  description: The action.\n  in: body\n  required: true\n  type: string\n";

/** The page of boxes with these actions. */
async function pageOf(...actions: readonly string[]): Promise<string> {
  const text = `Boxes\n=====\n\nWhat is done to boxes.\n\n${actions.join("")}`;
  const files = {
    "index.rst": "====\nDocs\n====\n\n.. include:: boxes.inc\n",
    "boxes.inc": text,
    "parameters.yaml": parameters,
  };
  const { value } = await generate(memoryTree(files), { emit: ["site"] });
  return value.files.find(({ path }) => path === "site/boxes.html")?.text ?? "";
}

const open = action(
  "Open Box",
  "open",
  "Opens a box and changes its status to ``OPEN``.\n\n**Preconditions**\n\nThe box status must be ``SHUT`` or ``SEALED``.",
);
const shut = action(
  "Shut Box",
  "shut",
  "**Preconditions**\n\nYou can only shut a box when its status is ``OPEN`` or ``SEALED``.\n\n**Asynchronous Postconditions**\n\nAfter you successfully shut a box, its status changes to ``SHUT``.",
);
const shake = action("Shake Box", "shake", "The box status must be ``SHUT``.");

const itemsOf = (figure: string): readonly string[] =>
  [...figure.matchAll(/<li>(.*?)<\/li>/gs)].map(([, html = ""]) =>
    unescaped(html.replace(/<[^>]*>/g, "")),
  );

test("a picture has a column for each state and an arrow for each action, and the list says the same", async () => {
  const page = await pageOf(open, shut, shake);
  const [figure = ""] = /<figure class="states">.*?<\/figure>/s.exec(page) ?? [];
  expect(itemsOf(figure)).toEqual([
    "Open Box: SHUT, SEALED → OPEN",
    "Shut Box: OPEN, SEALED → SHUT",
  ]);
  expect([...figure.matchAll(/<text class="state"[^>]*>([^<]*)/g)].map(([, name]) => name)).toEqual(
    ["SHUT", "SEALED", "OPEN"],
  );
  const [first = "", second = ""] = figure.split('<text class="move"').slice(1);
  const columns = [...figure.matchAll(/<text class="state" x="([\d.]+)"/g)].map(([, x]) => x);
  const starts = (row: string) => [...row.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => x);
  const heads = (row: string) => [...row.matchAll(/points="([\d.]+),/g)].map(([, x]) => x);
  expect([starts(first), heads(first)]).toEqual([[columns[0], columns[1]], [columns[2]]]);
  expect([starts(second), heads(second)]).toEqual([[columns[2], columns[1]], [columns[0]]]);
  expect(page.indexOf(figure)).toBeGreaterThan(page.indexOf("What is done to boxes."));
});

test("a picture is named and described for those who do not see it, and its links lead somewhere", async () => {
  const page = await pageOf(open, shut);
  const ids = attribute(page, "id");
  const [, all = ""] = /<svg role="img" aria-labelledby="([^"]*)"/.exec(page) ?? [];
  const named = all.split(" ");
  expect(named).toHaveLength(2);
  expect(ids).toEqual(expect.arrayContaining(named));
  const [figure = ""] = /<figure class="states">.*?<\/figure>/s.exec(page) ?? [];
  for (const href of attribute(figure, "href")) expect(ids).toContain(href.slice(1));
  expect(figure).not.toContain("style=");
});

test("one action is no picture, nor is one side alone", async () => {
  expect(await pageOf(open, shake)).not.toContain("<figure");
});
