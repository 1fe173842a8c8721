import { escaped, fragment, type Html, joinHtml, nothing } from "../../html.js";
import { verdicts } from "../changes.js";
import {
  type ChangedResource,
  type ChangeRow,
  changesPage,
  countsOf,
  resourcesOf,
  type Step,
  type StepsPage,
} from "../changes/steps.js";
import { type Page, pageOf } from "../page.js";
import { part } from "../part.js";
import { linkTo, type Site } from "../site.js";
import { words } from "../words.js";
import { frameHtml, titleHtml } from "./frame.js";

/** What each microversion changed; the first page can compare any two, where there are scripts. */
export function changesPageOf(
  site: Site,
  { path, steps }: StepsPage,
  all: readonly StepsPage[],
): string {
  const page = pageOf(site, path);
  const index = all.findIndex((one) => one.path === path);
  const others = [all[index - 1], all[index + 1]].flatMap((one, at) =>
    one === undefined
      ? []
      : [link(page, one.path, at === 0 ? words.newerChanges : words.olderChanges)],
  );
  const html = joinHtml(
    [
      titleHtml(escaped(words.changes)),
      part("prose", { content: escaped(words.changesAbout) }),
      path === changesPage ? compareHtml() : nothing,
      part("steps", {
        resources: path === changesPage ? indexHtml(page, all) : nothing,
        steps: steps.map((step) => stepHtml(page, step)),
        others: others.length === 0 ? nothing : part("toctree", { items: others }),
      }),
    ],
    "\n",
  );
  return frameHtml(page, {
    title: words.changes,
    about: words.changesAbout,
    html,
    script: path === changesPage ? "compare.js" : undefined,
  });
}

/** Where two microversions are chosen. The script of the page fills it. */
function compareHtml(): Html {
  return part("compare", {
    from: escaped(words.compareFrom),
    to: escaped(words.compareTo),
    resource: escaped(words.resource),
    all: escaped(words.allResources),
    steps: escaped(words.allSteps),
    words: escaped(
      JSON.stringify({
        verdicts: verdicts.map((verdict) => words.verdicts[verdict]),
        kinds: verdicts,
        nouns: verdicts.map((verdict) => words.verdictNouns[verdict]),
        between: words.changesBetween,
        nothing: words.changesNothing,
      }),
    ),
  });
}

/** Which microversions changed each resource. */
function indexHtml(page: Page, all: readonly StepsPage[]): Html {
  const rows = resourcesOf(page.site, page.site.changes).map(({ page: path, title }) => ({
    title: link(page, path, title),
    versions: versionLinks(page, path, all),
  }));
  return part("changed-resources", {
    summary: escaped(words.byResource),
    resource: escaped(words.resource),
    versions: escaped(words.changedIn),
    rows,
  });
}

/** A link to what each microversion changed of a page. */
export function versionLinks(
  page: Page,
  resource: string,
  all: readonly StepsPage[],
): readonly Html[] {
  return all.flatMap(({ path, steps }) =>
    steps
      .filter(({ resources }) => resources.some((one) => one.page === resource))
      .map(({ version }) => {
        const id = fragment(resourceId(version, resource));
        return part("link", {
          href: joinHtml([escaped(path === page.path ? "" : linkTo(page.path, path)), hash, id]),
          words: escaped(version),
        });
      }),
  );
}

const hash = escaped("#");

function resourceId(version: string, path: string): string {
  return `${version}/${path.replace(/\.html$/, "")}`;
}

function stepHtml(page: Page, { version, before, resources }: Step): Html {
  return part("step", {
    id: escaped(page.id(version)),
    href: fragment(version),
    version: escaped(version),
    counts: escaped(words.changesSince(before, countsText(resources))),
    resources: resources.map((resource) => resourceHtml(page, version, resource)),
  });
}

/** More of one resource is folded. */
const mostShown = 12;

function resourceHtml(page: Page, version: string, { page: path, title, rows }: ChangedResource) {
  return {
    folded: rows.length > mostShown,
    summary: escaped(words.changesCount(rows.length)),
    id: escaped(page.id(resourceId(version, path))),
    title: link(page, path, title),
    rows: rows.map((row) => rowView(page, path, row)),
  };
}

function rowView(page: Page, path: string, { verdict, message, places }: ChangeRow): object {
  return {
    kind: escaped(verdict),
    verdict: escaped(words.verdicts[verdict]),
    message: withCode(message),
    places: joinHtml(
      places.map(({ title, anchor }) =>
        part("link", {
          href: joinHtml([escaped(linkTo(page.path, path)), hash, fragment(anchor)]),
          words: escaped(title),
        }),
      ),
      ", ",
    ),
  };
}

/** What stands between backticks is code. */
function withCode(message: string): Html {
  const pieces = message.split("`");
  return joinHtml(
    pieces.map((piece, index) =>
      index % 2 === 1 ? part("code", { words: escaped(piece) }) : escaped(piece),
    ),
  );
}

/** `2 breaking changes, 1 addition`. */
function countsText(resources: readonly ChangedResource[]): string {
  return countsOf(resources)
    .map(([verdict, count]) => {
      const [one, many] = words.verdictNouns[verdict];
      return `${count} ${count === 1 ? one : many}`;
    })
    .join(", ");
}

function link(page: Page, path: string, said: string): Html {
  return part("link", { href: escaped(linkTo(page.path, path)), words: escaped(said) });
}
