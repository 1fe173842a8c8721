import { addTo } from "../../../collections/groups.js";
import { type SiteChange, verdicts } from "../changes.js";
import type { Site } from "../site.js";
import { anchorOf } from "./place.js";

/** What a microversion changed, beside the one before it. */
export interface Step {
  readonly version: string;
  readonly before: string;
  readonly resources: readonly ChangedResource[];
}

/** What changed in the operations of one page. */
export interface ChangedResource {
  readonly page: string;
  readonly title: string;
  /** The worst first. */
  readonly rows: readonly ChangeRow[];
}

/** A change that reads the same at some operations. */
export interface ChangeRow {
  readonly verdict: SiteChange["verdict"];
  readonly message: string;
  readonly places: readonly { readonly title: string; readonly anchor: string }[];
}

/** Every microversion that changed something, the newest first. */
export function stepsOf(site: Site): readonly Step[] {
  const all = site.model.microversions?.all ?? [];
  const places = new Map(all.map((version, index) => [version, index]));
  const placeOf = (version: string) => places.get(version) ?? 0;
  const byStep = new Map<number, SiteChange[]>();
  for (const change of site.changes) {
    const steps = change.pairs.flatMap(({ from, to }) => {
      const first = Math.max(placeOf(from.min) + 1, placeOf(to.min));
      const last = Math.min(placeOf(from.max) + 1, placeOf(to.max));
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
    });
    for (const step of new Set(steps)) addTo(byStep, step, change);
  }
  return [...byStep]
    .toSorted(([a], [b]) => b - a)
    .map(([step, changes]) => ({
      version: all[step] ?? "",
      before: all[step - 1] ?? "",
      resources: resourcesOf(site, changes),
    }))
    .filter(({ resources }) => resources.length > 0);
}

/** Some changes by the pages of their operations, in the order of the site. */
export function resourcesOf(
  site: Site,
  changes: readonly SiteChange[],
): readonly ChangedResource[] {
  const byPage = new Map<string, SiteChange[]>();
  for (const change of changes) {
    const placed = site.operations.get(change.operation?.id ?? "");
    if (placed !== undefined) addTo(byPage, placed.page, change);
  }
  return [...site.chaptersOf].flatMap(([page, [first]]) => {
    const own = byPage.get(page);
    return own === undefined
      ? []
      : [{ page, title: first?.title ?? page, rows: rowsOf(site, own) }];
  });
}

function rowsOf(site: Site, changes: readonly SiteChange[]): readonly ChangeRow[] {
  const rows = new Map<string, { title: string; anchor: string }[]>();
  for (const { verdict, message, operation, pointer } of changes) {
    const placed = site.operations.get(operation?.id ?? "");
    if (placed === undefined) continue;
    const place = { title: placed.operation.title, anchor: anchorOf(site, placed, pointer) };
    addTo(rows, JSON.stringify([verdict, message]), place);
  }
  return verdicts.flatMap((wanted) =>
    [...rows].flatMap(([key, places]): readonly ChangeRow[] => {
      const [verdict, message] = JSON.parse(key) as [SiteChange["verdict"], string];
      return verdict === wanted ? [{ verdict, message, places }] : [];
    }),
  );
}

/** How many of some resources' changes there are of each verdict that there is. */
export function countsOf(
  resources: readonly ChangedResource[],
): readonly (readonly [verdict: SiteChange["verdict"], count: number])[] {
  const rows = resources.flatMap((resource) => resource.rows);
  return verdicts.flatMap((verdict) => {
    const own = rows.filter((row) => row.verdict === verdict);
    const count = own.reduce((sum, { places }) => sum + places.length, 0);
    return count === 0 ? [] : [[verdict, count] as const];
  });
}

/** The path of the first page of changes; more follow where they are too many for one. */
export const changesPage = "changes.html";

/** A page of changes takes about so many elements at most, beside its frame. */
const mostOnPage = 7000;

export interface StepsPage {
  readonly path: string;
  readonly steps: readonly Step[];
}

/** Steps on pages, the newest on the first; of a step that is too large its resources go on. */
export function pagesOfSteps(steps: readonly Step[]): readonly StepsPage[] {
  const pages: Step[][] = [[]];
  let room = mostOnPage;
  for (const step of steps)
    for (const resource of step.resources) {
      const size = resource.rows.reduce((sum, { places }) => sum + 7 + places.length, 8);
      if (size > room && room < mostOnPage) {
        pages.push([]);
        room = mostOnPage;
      }
      room -= size;
      const page = pages.at(-1) ?? [];
      const last = page.at(-1);
      if (last?.version === step.version)
        page[page.length - 1] = { ...last, resources: [...last.resources, resource] };
      else page.push({ ...step, resources: [resource] });
    }
  return pages.map((some, index) => ({
    path: index === 0 ? changesPage : changesPage.replace(".html", `-${index + 1}.html`),
    steps: some,
  }));
}
