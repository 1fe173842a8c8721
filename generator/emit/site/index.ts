import { KnownTexts } from "../../collections/known-texts.js";
import type { ApiModel } from "../../openapi/model.js";
import type { Beside, Emitter, PlannedFile } from "../emitter.js";
import { copiedAssets } from "./assets.js";
import { causesOf } from "./causes.js";
import { changesFile } from "./changes/data-file.js";
import { pagesOfSteps, stepsOf } from "./changes/steps.js";
import { chapterPage } from "./pages/chapter-page.js";
import { changesPageOf } from "./pages/changes-page.js";
import { documentPage } from "./pages/document-page.js";
import { faultsPageOf } from "./pages/faults-page.js";
import { findingsPageOf } from "./pages/findings-page.js";
import { withPartials } from "./part.js";
import { searchFile } from "./search/search-file.js";
import { faultsPage, findingsPage, placeSite } from "./site.js";
import { sourceOfModel } from "./source.js";
import { changesTwin } from "./twins/changes-text.js";
import { findingsTwin } from "./twins/findings-twin.js";
import { faultsTwin, llmsFile, textOfChapters, textOfDocument, twinOf } from "./twins/twins.js";

/**
 * The reference as pages for people: a page per document of the docs, a page per chapter, one of
 * faults, and beside them what programs read.
 */
export const site: Emitter = {
  name: "site",
  plan: async (model, beside = {}) => withPartials(beside.partials, () => filesOf(model, beside)),
};

function filesOf(model: ApiModel, beside: Beside): readonly PlannedFile[] {
  const { texts = new KnownTexts(), documents: published = [] } = beside;
  const source = beside.site ?? sourceOfModel(model);
  const placed = placeSite(model, source, beside.changes);
  const hasChanges = placed.changes.length > 0;
  const changed = hasChanges ? pagesOfSteps(stepsOf(placed)) : [];
  const causes = causesOf(placed, changed, beside.partials);
  const hasFaults = Object.values(model.faults).some((name) => model.schemas[name] !== undefined);
  /** A page and its twin, from what they are made from. */
  const both = (
    path: string,
    from: readonly string[],
    page: () => string,
    twin: () => string,
  ): readonly PlannedFile[] => [
    { path, text: texts.text("page", [path, ...from], page) },
    { path: twinOf(path), text: texts.text("twin", [path, ...from], twin) },
  ];
  const files: readonly PlannedFile[] = [
    ...source.documents.flatMap((document) =>
      both(
        `${document.name}.html`,
        causes.ofDocument(document),
        () => documentPage(placed, document),
        () => textOfDocument(placed, document),
      ),
    ),
    ...[...placed.chaptersOf].flatMap(([path, chapters]) =>
      both(
        path,
        causes.ofChapters(chapters),
        () => chapterPage(placed, path, chapters, changed),
        () => textOfChapters(placed, path, chapters),
      ),
    ),
    ...(hasFaults
      ? both(
          faultsPage,
          causes.ofFaults(),
          () => faultsPageOf(placed),
          () => faultsTwin(placed),
        )
      : []),
    ...changed.flatMap((page) =>
      both(
        page.path,
        causes.ofSteps(page),
        () => changesPageOf(placed, page, changed),
        () => changesTwin(page, changed),
      ),
    ),
    ...(hasChanges ? [changesFile(placed)] : []),
    ...(source.findings === undefined
      ? []
      : both(
          findingsPage,
          causes.ofFindings(),
          () => findingsPageOf(placed),
          () => findingsTwin(placed),
        )),
    llmsFile(placed),
    searchFile(placed),
    ...published,
    ...copiedAssets(),
  ];
  return files.map(({ path, text }) => ({ path: `site/${path}`, text }));
}
