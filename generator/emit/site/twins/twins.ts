import type { ChapterModel } from "../../../openapi/model.js";
import type { PlannedFile } from "../../emitter.js";
import { schemaReference } from "../../../openapi/references.js";
import { firstSentence } from "../markdown/sentence.js";
import { changesPage } from "../changes/steps.js";
import { blocksOf } from "../chapters.js";
import { blocksIn, linkTo, rootOf, type Site } from "../site.js";
import type { SiteBlock, SiteDocument } from "../source.js";
import { words } from "../words.js";
import { below, code, plain } from "./lines.js";
import { bodyText, operationText } from "./operation-text.js";

/** The Markdown of the page of a document. */
export function textOfDocument(site: Site, { name, title, blocks }: SiteDocument): string {
  return text(site, `${name}.md`, title, blocks, false);
}

/** The Markdown of the page of some chapters. */
export function textOfChapters(
  site: Site,
  page: string,
  chapters: readonly ChapterModel[],
): string {
  return text(site, twinOf(page), chapters[0]?.title ?? "", blocksOf(site, chapters), true);
}

/** The path of the Markdown of a page. */
export function twinOf(page: string): string {
  return page.replace(/\.html$/, ".md");
}

function text(
  site: Site,
  path: string,
  title: string,
  blocks: readonly SiteBlock[],
  whole: boolean,
): string {
  const [first, ...rest] = blocks;
  const isTitle = first?.kind === "section" && first.title === title;
  const shown = isTitle ? [...first.blocks, ...rest] : blocks;
  const parts = shown.flatMap((block) => blockText(site, path, block, 2, whole));
  return `${[`# ${plain(title)}`, ...parts].filter((part) => part !== "").join("\n\n")}\n`;
}

function blockText(
  site: Site,
  path: string,
  block: SiteBlock,
  level: number,
  whole: boolean,
): readonly string[] {
  if (block.kind === "prose") return [ownLinks(below(block.markdown, level - 1), path)];
  if (block.kind === "toctree") {
    const lines = block.entries.map(
      ({ document, title }) => `- [${plain(title)}](${linkTo(path, `${document}.md`)})`,
    );
    return [lines.join("\n")];
  }
  if (block.kind === "operation") {
    const placed = site.operations.get(block.operationId);
    if (placed === undefined) return [];
    const { operation, page } = placed;
    if (whole) return [operationText(operation, site.model.schemas, level)];
    const link = `[${plain(operation.title)}](${linkTo(path, twinOf(page))})`;
    return [`- ${link}: ${code(`${operation.method} ${operation.path}`)}`];
  }
  const inside = block.blocks
    .filter((inner) => block.kind === "section" || inner.kind !== "prose")
    .flatMap((inner) => blockText(site, path, inner, level + 1, whole));
  return [`${"#".repeat(Math.min(6, level))} ${plain(block.title)}`, ...lists(inside)];
}

/** Items that follow each other are one list. */
function lists(parts: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (part.startsWith("- ") && last?.startsWith("- ") === true)
      out[out.length - 1] = `${last}\n${part}`;
    else out.push(part);
  }
  return out;
}

/** Links within the site lead from Markdown to Markdown. */
function ownLinks(markdown: string, path: string): string {
  return markdown.replace(/\]\(site:([^()\s#]*)(#[^()\s]*)?\)/g, (_, to: string, id = "") => {
    const page = to === "" || /\.[a-z\d]+$/i.test(to) ? to : `${to}.md`;
    return `](${page === "" ? "" : rootOf(path)}${page}${id})`;
  });
}

/** The Markdown of the page of faults. */
export function faultsTwin({ model }: Site): string {
  const names = [...new Set(Object.values(model.faults))].filter((name) => model.schemas[name]);
  const parts = names.map(
    (name) => `## ${plain(name)}\n\n${bodyText({ $ref: schemaReference(name) }, model.schemas)}`,
  );
  const lead = `# ${words.faults}\n\n${words.faultsAbout}`;
  return `${[lead, ...parts].join("\n\n")}\n`;
}

/** `llms.txt`: what there is, for programs that read Markdown (llmstxt.org). */
export function llmsFile(site: Site): PlannedFile {
  return { path: "llms.txt", text: ownLinks(llmsText(site), "llms.txt") };
}

function llmsText(site: Site): string {
  const { model, source } = site;
  const line = (title: string, path: string, about: string) =>
    `- [${plain(title)}](${path})${about === "" ? "" : `: ${about}`}`;
  const documents = source.documents.map(({ name, title, blocks }) => {
    const prose = [...blocksIn(blocks)].find((block) => block.kind === "prose");
    return line(title, `${name}.md`, firstSentence(prose?.markdown));
  });
  const chapters = [...site.chaptersOf].map(([page, [first]]) =>
    line(first?.title ?? page, twinOf(page), firstSentence(first?.description)),
  );
  const changes =
    site.changes.length === 0
      ? []
      : [line(words.changes, twinOf(changesPage), firstSentence(words.changesAbout))];
  const about = firstSentence(model.description);
  return [
    `# ${plain(site.title)}`,
    ...(about === "" ? [] : [`> ${about}`]),
    `## ${words.contents}\n\n${[...documents, ...changes].join("\n")}`,
    `## ${words.chapters}\n\n${chapters.join("\n")}`,
    `## ${words.wholeDocument}\n\n- [openapi.json](openapi.json)\n- [openapi.yaml](openapi.yaml)\n`,
  ].join("\n\n");
}
