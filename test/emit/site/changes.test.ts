import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareMicroversions } from "../../../generator/diff/microversions.js";
import type { SiteChange } from "../../../generator/emit/site/changes.js";
import { pagesOfSteps, stepsOf } from "../../../generator/emit/site/changes/steps.js";
import { placeSite } from "../../../generator/emit/site/site.js";
import { site } from "../../../generator/emit/site/index.js";
import { sourceOfModel } from "../../../generator/emit/site/source.js";
import type { OpenApiDocument } from "../../../generator/openapi/document.js";
import { readModel } from "../../../generator/openapi/read/read-model.js";
import { attribute, unescaped } from "./pages.js";

const spec: OpenApiDocument = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../generated/openapi.json"), "utf8"),
);
const model = readModel(spec);
const own = compareMicroversions(model);

async function filesWith(changes: readonly SiteChange[]): Promise<ReadonlyMap<string, string>> {
  const files = await site.plan(model, { changes });
  return new Map(files.map(({ path, text }) => [path.replace(/^site\//, ""), text]));
}

const change = (message: string, over: Partial<SiteChange> = {}): SiteChange => ({
  verdict: "addition",
  operation: { id: "listImages" },
  pointer: "",
  message,
  pairs: [{ from: { min: "2.1", max: "2.9" }, to: { min: "2.10", max: "2.96" } }],
  ...over,
});

/** The words of a page, without its tags. */
const wordsOf = (html: string) => unescaped(html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " "));

test("each microversion that changed something has a section, the newest first", async () => {
  const files = await filesWith(own);
  const page = files.get("changes.html") ?? "";
  const versions = [...page.matchAll(/<section class="step">\s*<h2 id="([^"]*)"/g)].map(
    ([, version]) => version,
  );
  const changed = (model.microversions?.all ?? []).filter((_, index, all) =>
    own.some(({ pairs }) =>
      pairs.some(
        ({ from, to }) =>
          all.indexOf(from.min) < index &&
          index <= all.indexOf(from.max) + 1 &&
          all.indexOf(to.min) <= index &&
          index <= all.indexOf(to.max),
      ),
    ),
  );
  expect(versions).toEqual(changed.toReversed());
  for (const { message } of own) expect(wordsOf(page)).toContain(message.split("`")[1] ?? message);
});

test.each([
  ["showImageDetails", "", "show-image-details", "all of it"],
  ["showImageDetails", "/path/image_id", "show-image-details/path/image_id", "a parameter"],
  ["showImageDetails", "/response/image/name", "show-image-details/200/image.name", "a member"],
  [
    "showImageDetails",
    "/response/image/links/0/href",
    "show-image-details/200/image.links[].href",
    "of a list",
  ],
  [
    "showImageDetails",
    "/response/image/links/0",
    "show-image-details/200/image.links",
    "its items",
  ],
  [
    "showImageDetails",
    "/response/image/gone",
    "show-image-details/200/image",
    "around what is away",
  ],
  ["showImageDetails", "/response/gone", "show-image-details/response", "nothing around it"],
  ["showImageDetails", "/status/404", "show-image-details/404", "a fault"],
  ["showImageDetails", "/status/418", "show-image-details/response", "no such answer"],
  ["showImageDetails", "/query/gone", "show-image-details", "no such parameter"],
  [
    "createImageMetadata",
    "/request/metadata/*",
    "create-image-metadata/request/metadata",
    "values of a map, which have no line of their own",
  ],
])("%s %s leads to %s: %s", async (id, pointer, anchor) => {
  const files = await filesWith([change("It is so now.", { operation: { id }, pointer })]);
  const links = attribute(files.get("changes.html") ?? "", "href").map(decodeURIComponent);
  expect(links).toContain(`images.html#${anchor}`);
  expect(attribute(files.get("images.html") ?? "", "id")).toContain(anchor);
});

test("no change leads to what is not there", async () => {
  const files = await filesWith(own);
  const known = new Map(
    [...files]
      .filter(([path]) => path.endsWith(".html"))
      .map(([path, text]) => [path, new Set(attribute(text, "id"))]),
  );
  const links = attribute(files.get("changes.html") ?? "", "href").filter((href) =>
    href.includes("#"),
  );
  const dead = links.filter((href) => {
    const [path = "", id = ""] = href.split("#");
    return known.get(path || "changes.html")?.has(decodeURIComponent(id)) !== true;
  });
  expect(dead).toEqual([]);
});

test("what is said of a resource leads from its page to the microversions that changed it", async () => {
  const files = await filesWith(own);
  const links = attribute(files.get("images.html") ?? "", "href");
  expect(links.filter((href) => href.startsWith("changes.html#")).length).toBeGreaterThan(0);
});

test("Markdown and llms.txt have it, and no page where nothing is compared", async () => {
  const files = await filesWith(own);
  expect(files.get("changes.md")).toMatch(/^# What changed\n[^]*\n## 2\.36\n/);
  expect(files.get("llms.txt")).toContain("](changes.md)");
  const without = await filesWith([]);
  expect([...without.keys()].filter((path) => /change/.test(path))).toEqual([]);
  expect(without.get("llms.txt")).not.toContain("changes.md");
  expect(without.get("images.html")).not.toContain("changes.html");
});

test("words of changes are words: no markup, no end of the script", async () => {
  const attack = '<img src=x onerror="x"> `</script><script>x</script>` \u2028';
  const files = await filesWith([change(attack)]);
  const page = files.get("changes.html") ?? "";
  expect(page).not.toMatch(/<img|<script>/);
  expect(wordsOf(page)).toContain('<img src=x onerror="x">');
  expect(files.get("assets/changes.js")).not.toContain("\u2028");
  expect(files.get("changes.md")).toContain('\\<img src=x onerror="x"\\>');
});

test("too many for one page go on on the next, and every link finds its page", async () => {
  const many = Array.from({ length: 3000 }, (_, index) => {
    const minor = 2 + (index % 90);
    return change(`Change ${index}.`, {
      pairs: [
        { from: { min: "2.1", max: `2.${minor - 1}` }, to: { min: `2.${minor}`, max: "2.96" } },
      ],
    });
  });
  const pages = pagesOfSteps(stepsOf(placeSite(model, sourceOfModel(model), many)));
  expect(pages.map(({ path }) => path)).toEqual([
    "changes.html",
    "changes-2.html",
    "changes-3.html",
    "changes-4.html",
  ]);
  const files = await filesWith(many);
  const shown = pages.flatMap(({ path }) =>
    [...(files.get(path) ?? "").matchAll(/Change \d+\./g)].map(([words]) => words),
  );
  expect(new Set(shown).size).toBe(many.length);
  for (const { path } of pages)
    expect((files.get(path) ?? "").match(/<[a-z][a-z\d]*[ >]/g)?.length).toBeLessThan(10_000);
  const ids = new Map(pages.map(({ path }) => [path, attribute(files.get(path) ?? "", "id")]));
  const links = attribute(files.get("images.html") ?? "", "href");
  const dead = links
    .filter((href) => href.startsWith("changes"))
    .filter((href) => {
      const [path = "", id = ""] = href.split("#");
      return id !== "" && ids.get(path)?.includes(decodeURIComponent(id)) !== true;
    });
  expect(dead).toEqual([]);
});
