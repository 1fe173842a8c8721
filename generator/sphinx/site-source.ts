import { readApiDocument, readDocuments } from "../apiref/documents.js";
import { eventsOf } from "../apiref/events.js";
import { settingsOf } from "../apiref/files/sphinx-settings.js";
import { Library } from "../apiref/library.js";
import type { ApiReference } from "../apiref/model.js";
import { scopesOf } from "../apiref/operations/operation-scope.js";
import type { Outcome } from "../diagnostics/diagnostic.js";
import type { SourceId } from "../diagnostics/span.js";
import type { Finding } from "../diagnostics/report/finding.js";
import type { SiteDocument, SiteSource } from "../emit/site/source.js";
import type { OpenApiDocument } from "../openapi/document.js";
import type { ApiModel } from "../openapi/model.js";
import type { RstDocument } from "../rst/blocks.js";
import type { DocumentContext } from "../rst/inline/context.js";
import type { SourceTree } from "../source/tree.js";
import { Assets } from "./assets.js";
import { confSettings } from "./conf-settings.js";
import { inventory } from "./inventory.js";
import { namedOperations } from "./operation-names.js";
import { shownDirective } from "./page-directives.js";
import { pageIds } from "./ids/page-ids.js";
import { nameOfDocument, type Page, Places, titleOfDocument } from "./places.js";
import { entriesOf, type Rows, rowsOf } from "./ids/rows.js";
import { siteBlocks } from "./site-blocks.js";
import { siteFindings } from "./site-findings.js";
import { descriptionsIn } from "./unplaced-rows.js";

export interface SiteSourceOptions {
  /** `objects.inv` among the files: its bytes may differ between versions of Node. */
  readonly withInventory?: boolean;
  /** What the document says of all microversions: of one, rows of others are not said nowhere. */
  readonly described?: OpenApiDocument;
  /** Documents that were read already. */
  readonly known?: ReadonlyMap<SourceId, { readonly outcome: Outcome<RstDocument> }>;
  /** What `lint` says of the docs, where it is to stand beside them. */
  readonly findings?: readonly Finding[];
}

/** The pages of a tree: the same as Sphinx makes of it, with the identifiers that it gives them. */
export function siteSource(
  tree: SourceTree,
  reference: ApiReference,
  model: ApiModel,
  {
    withInventory = false,
    described: whole = model.document,
    known,
    findings,
  }: SiteSourceOptions = {},
): SiteSource {
  const documents = readDocuments(
    tree,
    (id) => known?.get(id)?.outcome ?? readApiDocument(tree, id),
  ).value;
  const entries = entriesOf(reference);
  const none = { targets: new Map(), substitutions: new Map() };
  const library = new Library(tree, none);
  const rows = new Map(
    documents.map((document) => [document, rowsOf(tree, document.source, entries, library)]),
  );
  const pages = documents.map((document) => pageOf(tree, document, rows.get(document)));
  const places = new Places(tree, pages);
  const assets = new Assets(tree);
  const all = everyName(documents);
  const operations = namedOperations(reference, model);
  const described = descriptionsIn(whole);
  const titles = new Map(pages.map(({ name, title }) => [name, title]));
  const made = pages.map((page): SiteDocument => {
    const { document, name, title } = page;
    const showing = { tree, document: document.source, rows: page.rows, assets };
    const context: DocumentContext = {
      ...all,
      page: {
        link: (role, aim) => {
          if (role !== "download") return places.link(page, role, aim);
          const url = assets.download(document.source, aim);
          return url === undefined ? undefined : { url };
        },
        directive: (directive) => shownDirective(directive, showing, context),
      },
    };
    const scopes = new Map(
      scopesOf(eventsOf(document)).map((scope) => [scope.method.directive, scope]),
    );
    const blocks = siteBlocks({ tree, page, context, operations, scopes, described, titles });
    return { name, title, blocks };
  });
  const conf = confSettings(settingsOf(tree));
  const project = conf.site.project ?? reference.title ?? "";
  const objects = (): SiteSource["files"] => [
    { path: "objects.inv", text: inventory(pages, { project, version: conf.version }) },
  ];
  const files = [...assets.files(), ...(withInventory ? objects() : [])];
  const placed = findings && siteFindings(findings, { documents, operations });
  return { documents: made, settings: conf.site, files, ...(placed && { findings: placed }) };
}

interface RowedPage extends Page {
  readonly rows: Rows;
}

const noRows: Rows = { ofList: () => [], ofCodes: () => [] };

function pageOf(tree: SourceTree, document: RstDocument, rows: Rows = noRows): RowedPage {
  const name = nameOfDocument(tree, document.source);
  const title = titleOfDocument(document, name);
  return { document, name, title, rows, ids: pageIds(document, rows) };
}

/** What prose of any document may refer to: of a name in two of them the first counts. */
function everyName(documents: readonly RstDocument[]): DocumentContext {
  const last = documents.toReversed();
  return {
    targets: new Map(last.flatMap((each) => [...each.targets])),
    substitutions: new Map(last.flatMap((each) => [...each.substitutions])),
  };
}
