import type { Emitter, PlannedFile } from "../emitter.js";
import { chapterPage } from "./pages/chapter-page.js";
import { documentPage } from "./pages/document-page.js";
import { faultsPageOf } from "./pages/faults-page.js";
import { faultsPage, placeSite } from "./site.js";
import { twinFiles } from "./twins/twins.js";
import { searchFile } from "./search/search-file.js";
import { sourceOfModel } from "./source.js";
import { copiedAssets } from "./assets.js";

/**
 * The reference as pages for people: a page per document of the docs, a page per chapter, one of
 * faults, and beside them what programs read.
 */
export const site: Emitter = {
  name: "site",
  plan: async (model, beside = {}) => {
    const source = beside.site ?? sourceOfModel(model);
    const placed = placeSite(model, source);
    const faults = faultsPageOf(placed);
    const pages: readonly PlannedFile[] = [
      ...source.documents.map((document) => ({
        path: `${document.name}.html`,
        text: documentPage(placed, document),
      })),
      ...[...placed.chaptersOf].map(([path, chapters]) => ({
        path,
        text: chapterPage(placed, path, chapters),
      })),
      ...(faults === undefined ? [] : [{ path: faultsPage, text: faults }]),
    ];
    return [
      ...pages,
      ...(beside.documents ?? []),
      ...twinFiles(placed),
      searchFile(placed),
      ...copiedAssets(),
    ].map(({ path, text }) => ({
      path: `site/${path}`,
      text,
    }));
  },
};
