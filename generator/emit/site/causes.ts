import type { ChapterModel } from "../../openapi/model.js";
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
  const frame = JSON.stringify([frameOf(site), partials]);
  const schemas = new Map(
    Object.entries(site.model.schemas).map(([name, schema]) => [
      schemaReference(name),
      JSON.stringify(schema),
    ]),
  );
  const versionsOf = (path: string) =>
    changed.map((page) => [
      page.path,
      page.steps.flatMap(({ version, resources }) =>
        resources.some((resource) => resource.page === path) ? version : [],
      ),
    ]);
  const lines = JSON.stringify(
    [...site.operations.values()].map(({ operation, page, anchor }) => {
      const { operationId, title, method, path, bounds, deprecated, description } = operation;
      return [operationId, title, method, path, bounds, deprecated, description, page, anchor];
    }),
  );
  return {
    ofChapters(chapters) {
      const own = JSON.stringify(chapters);
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
        own,
        versions,
        blocks,
        urls.join(" "),
        JSON.stringify([
          found,
          operations.map(({ operationId }) => site.source.calls?.get(operationId)),
        ]),
        ...reached(own, schemas),
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
      ...reached(JSON.stringify(Object.values(site.model.faults).map(schemaReference)), schemas),
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

/** The texts of all components that a text refers to, one through the other. */
function reached(text: string, schemas: ReadonlyMap<string, string>): readonly string[] {
  const found = new Map<string, string>();
  const waiting = [text];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const [, reference = ""] of next.matchAll(/"(#\/components\/schemas\/[^"]*)"/g)) {
      const schema = schemas.get(reference);
      if (schema === undefined || found.has(reference)) continue;
      found.set(reference, schema);
      waiting.push(schema);
    }
  return [...found].flatMap(([reference, schema]) => [reference, schema]);
}
