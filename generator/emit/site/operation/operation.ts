import { bodyOf } from "../../bodies.js";
import { escaped, fragment, type Html, joinHtml, nothing } from "../../html.js";
import { bodyHtml, typesHtml } from "../body/member-html.js";
import { rangesOfBody, shapeOf } from "../body/shape.js";
import { at, boundsMark, mark } from "../bounds.js";
import { findingsHtml } from "../findings.js";
import type { Page } from "../page.js";
import { part } from "../part.js";
import type { PlacedOperation } from "../site.js";
import type { OperationBlock, SiteNote } from "../source.js";
import { words } from "../words.js";
import { parametersHtml } from "./parameters.js";
import { responsesHtml } from "./responses.js";
import { samplesHtml } from "./samples.js";
import { snippetsHtml } from "./snippets.js";

/** An operation in full, as its chapter shows it. */
export function operationHtml(page: Page, block: OperationBlock, placed: PlacedOperation): Html {
  const { operation, anchor } = placed;
  const { settings } = page.site.source;
  const id = page.id(anchor);
  const body = bodyOf(operation);
  const shape = body && shapeOf(body.schema, page.site.model.schemas);
  const source = settings.sourceUrl?.(operation.operationId);
  const notes = (block.notes ?? []).filter((note) => !isLabel(note, operation));
  return part("operation", {
    id: escaped(id),
    href: fragment(id),
    at: at(operation.bounds),
    title: escaped(operation.title),
    marks: marksHtml(operation),
    method: escaped(operation.method),
    kind: escaped(operation.method.toLowerCase()),
    path: pathHtml(operation.path),
    action: operation.action === undefined ? nothing : escaped(operation.action),
    description: page.prose(operation.description, 2),
    notes: notesHtml(page, notes, "both"),
    findings: findingsHtml(page, operation.operationId, anchor),
    requestId: escaped(page.id(`${anchor}/request`)),
    request: escaped(words.request),
    requestNotes: notesHtml(page, notes, "request"),
    parameters: parametersHtml(page, operation, anchor),
    hasBody: shape !== undefined,
    bodyAt:
      body === undefined ? nothing : at(...rangesOfBody(body.schema, page.site.model.schemas)),
    bodyTitle: escaped(words.body),
    media: body === undefined ? nothing : escaped(body.mediaType),
    bodyTypes: shape === undefined ? nothing : typesHtml(shape),
    bodyMark: body?.required === true ? mark("required", words.required) : nothing,
    body: shape === undefined ? nothing : bodyHtml(page, shape, `${anchor}/request/`),
    responseId: escaped(page.id(`${anchor}/response`)),
    responses: escaped(words.responses),
    responseNotes: notesHtml(page, notes, "response"),
    answers: responsesHtml(page, operation, anchor),
    exampleId: escaped(page.id(`${anchor}/example`)),
    examples: escaped(words.samples),
    samples: samplesHtml(page, operation, anchor),
    snippets: snippetsHtml(page, operation),
    source: source === undefined ? nothing : escaped(source),
    sourceWords: escaped(words.source),
  });
}

/** What an operation is marked with: beside its title, and wherever it is listed. */
export function marksHtml(operation: PlacedOperation["operation"]): Html {
  return joinHtml([
    operation.deprecated ? mark("deprecated", words.deprecated) : nothing,
    boundsMark(operation.bounds),
  ]);
}

/** A path whose variables stand out, and that may break before each slash. */
export function pathHtml(path: string): Html {
  const pieces = path.split(/(\{[^{}]*\})/);
  return joinHtml(
    pieces.map((piece, index) =>
      index % 2 === 1 ? part("variable", { name: escaped(piece) }) : escaped(piece),
    ),
  );
}

/** The words above a sample, which stand at the sample. */
function isLabel({ markdown }: SiteNote, { samples }: PlacedOperation["operation"]): boolean {
  const letters = (words: string) =>
    words
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      .toLowerCase();
  const said = letters(markdown);
  return samples.some(({ title }) => title !== "" && letters(title) === said);
}

function notesHtml(page: Page, notes: readonly SiteNote[], side: SiteNote["side"]): Html {
  const said = notes.filter((note) => note.side === side);
  return joinHtml(said.map(({ markdown }) => page.prose(markdown, 3)));
}
