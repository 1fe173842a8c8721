import { posix } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { SiteSource } from "../../../generator/emit/site/source.js";
import { compute } from "../client/fixture.js";
import { attribute, type Pages, pagesOf, tagsOf } from "./pages.js";

/** A tree of two documents in folders, as Sphinx would have it. */
const source: SiteSource = {
  documents: [
    {
      name: "index",
      title: "Compute",
      blocks: [
        { kind: "prose", markdown: "See [images](site:v2/index#images).", ids: ["index-0"] },
        { kind: "toctree", entries: [{ document: "v2/index", title: "Images" }] },
      ],
    },
    {
      name: "v2/index",
      title: "Version 2",
      blocks: [
        {
          kind: "chapter",
          chapter: "images",
          title: "Images",
          ids: [{ id: "images", at: "heading" }],
          blocks: [
            { kind: "prose", markdown: "Said of images." },
            {
              kind: "operation",
              operationId: "showImageDetails",
              ids: [
                { id: "show-image", at: "heading" },
                { id: "get-image-label", at: "heading" },
                { id: "id3", at: "request" },
                { id: "response-example-1", at: "example", title: "Response Example (2.3)" },
                { id: "show-image-detail", at: "detail" },
                { id: "show-image-detail-btn", at: "button" },
              ],
            },
          ],
        },
      ],
    },
  ],
  settings: { project: "Compute", bugs: "https://bugs.example/" },
  files: [],
};

describe.each([
  ["a document alone", undefined],
  ["a tree of documents", source],
])("the site of %s", (_name, given) => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await pagesOf(compute, given);
  });

  test("has a page for each document and each chapter", () => {
    const names = [...pages.keys()].filter((path) => path.endsWith(".html"));
    const documents = given === undefined ? ["index.html"] : ["index.html", "v2/index.html"];
    expect(names).toEqual([
      ...documents,
      "images.html",
      "services.html",
      "server-actions.html",
      "faults.html",
    ]);
  });

  test("has no id twice on a page", () => {
    for (const [path, text] of pages) {
      const ids = attribute(text, "id");
      expect([path, ids.filter((id, at) => ids.indexOf(id) !== at)]).toEqual([path, []]);
    }
  });

  test("leads nowhere that is not there", () => {
    const beside = ["openapi.json", "openapi.yaml"];
    for (const [path, text] of pages) {
      if (!path.endsWith(".html")) continue;
      for (const link of [...attribute(text, "href"), ...attribute(text, "src")]) {
        if (/^[a-z]+:/.test(link)) continue;
        const [to = "", id = ""] = link.split("#");
        const target = to === "" ? path : posix.join(posix.dirname(path), to);
        if (beside.includes(target)) continue;
        expect([path, link, pages.has(target)]).toEqual([path, link, true]);
        if (id === "") continue;
        const ids = attribute(pages.get(target) ?? "", "id");
        expect([path, link, ids.includes(decodeURIComponent(id))]).toEqual([path, link, true]);
      }
    }
  });

  test("runs and shows nothing that stands in a page", () => {
    for (const [path, text] of pages) {
      if (!path.endsWith(".html")) continue;
      const tags = tagsOf(text);
      expect(tags.filter(({ name }) => name === "style")).toEqual([]);
      expect(
        tags.filter(({ name, attributes }) => name === "script" && !attributes.has("src")),
      ).toEqual([]);
      const own = tags.flatMap(({ attributes }) => [...attributes.keys()]);
      expect(own.filter((key) => key.startsWith("on") || key === "style")).toEqual([]);
      expect(text).toContain("default-src &#39;none&#39;; script-src &#39;self&#39;");
    }
  });
});

test("every id of a document is on its page, and leads to the whole", async () => {
  const page = (await pagesOf(compute, source)).get("v2/index.html") ?? "";
  const ids = attribute(page, "id");
  expect(ids).toEqual(expect.arrayContaining(["images", "show-image", "get-image-label", "id3"]));
  expect(ids).toEqual(expect.arrayContaining(["show-image-detail", "show-image-detail-btn"]));
  expect(page).toContain(
    '<span id="id3"><a href="../images.html#show-image-details/request">Request</a></span>',
  );
  expect(page).toMatch(
    /id="response-example-1"><a href="[^"]*\/example">Response Example \(2\.3\)</,
  );
});

test("the prose of a chapter stands on its own page", async () => {
  const pages = await pagesOf(compute, source);
  expect(pages.get("images.html")).toContain("Said of images.");
  expect(pages.get("v2/index.html")).not.toContain("Said of images.");
});

test("the same document gives the same bytes", async () => {
  expect(await pagesOf(compute)).toEqual(await pagesOf(structuredClone(compute)));
});

test("a chapter within a chapter keeps its operations, each on its own page", async () => {
  const operation = (operationId: string) => ({ kind: "operation", operationId, ids: [] }) as const;
  const inner = {
    kind: "chapter",
    chapter: "services",
    title: "Services",
    ids: [],
    blocks: [operation("listServices")],
  } as const;
  const outer = {
    kind: "chapter",
    chapter: "images",
    title: "Images",
    ids: [],
    blocks: [operation("listImages"), inner],
  } as const;
  const documents = [{ name: "index", title: "Compute", blocks: [outer] }];
  const pages = await pagesOf(compute, { documents, settings: {}, files: [] });
  const operations = (path: string) =>
    tagsOf(pages.get(path) ?? "")
      .filter(({ attributes }) => attributes.get("class") === "operation")
      .map(({ attributes }) => attributes.get("id"));
  expect(operations("services.html")).toContain("list-services");
  expect(operations("images.html")).toContain("delete-image");
  expect(operations("images.html")).not.toContain("list-services");
  expect(pages.get("images.html")).toContain('<a href="services.html">Services</a>');
});

test("what is said around an operation is on its page, also where the docs have it in no chapter", async () => {
  const notes = [{ side: "response", markdown: "Said around it." }] as const;
  const operation = { kind: "operation", operationId: "listImages", ids: [], notes } as const;
  const section = {
    kind: "section",
    level: 1,
    title: "All",
    ids: [],
    blocks: [operation],
  } as const;
  const documents = [{ name: "index", title: "Compute", blocks: [section] }];
  const pages = await pagesOf(compute, { documents, settings: {}, files: [] });
  expect(pages.get("images.html")).toContain("Said around it.");
});

test("the call of openstacksdk is a snippet of the operation that has one", async () => {
  const calls = new Map([["listImages", "conn.compute.images(**<query>)"]]);
  const { documents, settings, files } = source;
  const pages = await pagesOf(compute, { documents, settings, files, calls });
  const snippets = (pages.get("images.html") ?? "").split("<summary>openstacksdk</summary>");
  expect(snippets).toHaveLength(2);
  expect(snippets[0]?.lastIndexOf('id="list-images"')).toBeGreaterThan(0);
  expect(snippets[1]).toContain(
    "<code>conn = openstack.connect()\nconn.compute.images(**&lt;query&gt;)</code>",
  );
});
