import { causeOf, sha256 } from "../../collections/cause.js";
import type { ChapterModel } from "../../openapi/model.js";
import { reachedFrom } from "../../openapi/reach.js";
import { schemaReference } from "../../openapi/references.js";
import { blocksOf } from "./chapters.js";
import type { StepsPage } from "./changes/steps.js";
import type { Partials } from "./part.js";
import type { Site } from "./site.js";
import type { SiteDocument } from "./source.js";

/** All that the texts of pages are made from, so that a page is made again only where that differs. */
export interface Causes {
  readonly ofChapters: (chapters: readonly ChapterModel[]) => readonly string[];
  readonly ofDocument: (document: SiteDocument) => readonly string[];
  readonly ofFaults: () => readonly string[];
  readonly ofSteps: (page: StepsPage) => readonly string[];
  readonly ofFindings: () => readonly string[];
}

export function causesOf(
  site: Site,
  changed: readonly StepsPage[],
  partials: Partials = {},
): Causes {
  // Each is a cause of every page: what is digested for each of them is short.
  const frame = sha256(JSON.stringify([frameOf(site), partials]));
  const versionsOf = (path: string) =>
    changed.map((page) => [
      page.path,
      page.steps.flatMap(({ version, resources }) =>
        resources.some((resource) => resource.page === path) ? version : [],
      ),
    ]);
  const lines = sha256(
    JSON.stringify(
      [...site.operations.values()].map(({ operation, page, anchor }) => {
        const { operationId, title, method, path, bounds, deprecated, description } = operation;
        return [operationId, title, method, path, bounds, deprecated, description, page, anchor];
      }),
    ),
  );
  return {
    ofChapters(chapters) {
      const own = chapters.map((chapter) => ({
        ...chapter,
        operations: chapter.operations.map((operation) => causeOf(operation)),
      }));
      const { sourceUrl } = site.source.settings;
      const operations = chapters.flatMap((chapter) => chapter.operations);
      const urls = operations.map(({ operationId }) => sourceUrl?.(operationId) ?? "");
      const blocks = JSON.stringify(blocksOf(site, chapters));
      const versions = JSON.stringify(
        versionsOf(site.chapterPages.get(chapters[0]?.name ?? "") ?? ""),
      );
      const { ofOperations } = site.source.findings ?? {};
      const found = operations.map(({ operationId }) => ofOperations?.get(operationId) ?? []);
      return [
        frame,
        JSON.stringify(own),
        versions,
        blocks,
        urls.join(" "),
        JSON.stringify([
          found,
          operations.map(({ operationId }) => site.source.calls?.get(operationId)),
        ]),
        ...reached(site, operations),
      ];
    },
    ofDocument: (document) => [frame, lines, JSON.stringify(document)],
    ofSteps: ({ steps }) => [frame, lines, JSON.stringify([steps, changed])],
    ofFindings() {
      const { ofOperations = [], others } = site.source.findings ?? {};
      return [frame, lines, JSON.stringify([[...ofOperations], others])];
    },
    ofFaults: () => [
      frame,
      ...reached(
        site,
        Object.values(site.model.faults).map((name) => ({ $ref: schemaReference(name) })),
      ),
    ],
  };
}

/** What every page shows or goes by: its frame, and where all others are. */
function frameOf({ model, source, title, chapterPages, idsOf, changes }: Site): string {
  const { service, microversions, projected, credential, conventions, faults } = model;
  const chapters = model.chapters.map(({ name, title: own, operations }) => [
    name,
    own,
    operations.map(({ operationId, bounds }) => [operationId, bounds]),
  ]);
  return JSON.stringify([
    [title, service, microversions, projected, credential, conventions, faults, chapters],
    source.findings !== undefined,
    [source.settings, source.documents.map((document) => [document.name, document.title])],
    [...chapterPages],
    [...idsOf].map(([page, ids]) => [page, ...ids]),
    changes.length > 0,
  ]);
}

/** The causes of all components that some objects refer to, one through the other. */
function reached({ model }: Site, from: readonly object[]): readonly string[] {
  const found = new Map(from.flatMap((one) => [...reachedFrom(one, model.document)]));
  return [...found].flatMap(([name, schema]) => [
    name,
    typeof schema === "object" && schema !== null
      ? causeOf(schema)
      : (JSON.stringify(schema) ?? ""),
  ]);
}
