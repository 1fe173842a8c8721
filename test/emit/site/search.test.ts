import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import MiniSearch from "minisearch";
import { beforeAll, expect, test } from "vitest";
import { templateText } from "../../../generator/emit/render.js";
import { pagesOf } from "./pages.js";

type Entry = readonly [kind: string, title: string, ...unknown[]];
type Find = (
  query: string,
  isThere?: (ranges: string) => boolean,
) => readonly { readonly id: number }[];

let entries: readonly Entry[] = [];
let find: Find = () => [];

// As a page does it: plain scripts that leave values behind.
beforeAll(async () => {
  const root = join(import.meta.dirname, "../../..");
  const document = JSON.parse(readFileSync(join(root, "generated/openapi.json"), "utf8"));
  const pages = await pagesOf(document);
  const context = createContext({});
  runInContext(pages.get("assets/search-entries.js") ?? "", context);
  runInContext(templateText("site/assets/ranking.js"), context);
  entries = context["restanzaEntries"].entries;
  find = context["restanzaFinder"](MiniSearch, entries);
});

const titles = (query: string, isThere?: (ranges: string) => boolean) =>
  find(query, isThere).map(({ id }) => entries[id]?.[1]);

test.each([
  ["words of an operation", "list images", "List Images"],
  ["in another order", "image delete", "Delete Image"],
  ["a method and a path", "DELETE /images/{image_id}", "Delete Image"],
  ["a name, exactly", "image_id", "image_id"],
  ["a name with colons", "OS-EXT-IMG-SIZE:size", "OS-EXT-IMG-SIZE:size"],
  ["a fault by its code", "404", "ItemNotFound"],
  ["a fault by its name", "itemNotFound", "ItemNotFound"],
  ["misspelt", "metadta", "List Image Metadata"],
])("finds %s first: %s", (_why, query, expected) => expect(titles(query)[0]).toBe(expected));

test("nothing is found by nothing, or by what is nowhere", () => {
  expect(titles("  ")).toEqual([]);
  expect(titles("zzzzqqqq")).toEqual([]);
});

test("what is away at the chosen microversion is not found", () => {
  expect(titles("list images")).toContain("List Images");
  expect(titles("list images", (ranges) => ranges !== "-2.35")).not.toContain("List Images");
});
