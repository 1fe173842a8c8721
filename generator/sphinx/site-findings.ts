import type { Operation } from "../apiref/model.js";
import type { Finding } from "../diagnostics/report/finding.js";
import type { Span } from "../diagnostics/span.js";
import type { SiteFinding, SiteFindings } from "../emit/site/source.js";
import type { RstDocument, Section } from "../rst/blocks.js";
import { addTo } from "../collections/groups.js";
import { isMethod } from "./ids/nested.js";
import { type NamedOperation, type OperationsByPlace, placeOfStanza } from "./operation-names.js";

/** What findings are placed by. */
export interface Docs {
  readonly documents: readonly RstDocument[];
  readonly operations: OperationsByPlace;
}

interface Reach {
  readonly sections: readonly Span[];
  readonly operation: NamedOperation;
}

/**
 * Gives each finding to the operations that it is about: the one whose section it stands in, those
 * that show the entry or the sample that it stands in, or the one that it names. What is only worth
 * knowing (`info`) is left out, as `lint` leaves it out.
 */
export function siteFindings(found: readonly Finding[], docs: Docs): SiteFindings {
  const reaches = reachesOf(docs);
  const ofOperations = new Map<string, SiteFinding[]>();
  const others: SiteFinding[] = [];
  for (const finding of found.filter(({ diagnostic }) => diagnostic.severity !== "info")) {
    const about = operationsOf(finding, reaches).filter(({ model }) => model !== undefined);
    for (const { said, model } of about)
      addTo(ofOperations, model?.operationId ?? "", shown(finding, said));
    if (about.length === 0) others.push(shown(finding));
  }
  return { ofOperations, others };
}

function reachesOf({ documents, operations }: Docs): readonly Reach[] {
  const sections = new Map<NamedOperation, Span[]>();
  const visit = (section: Section): void => {
    for (const block of section.blocks) {
      if (block.kind === "section") visit(block);
      if (!isMethod(block)) continue;
      for (const operation of operations.get(placeOfStanza(block.span)) ?? [])
        addTo(sections, operation, section.span);
    }
  };
  for (const { blocks } of documents)
    for (const block of blocks) if (block.kind === "section") visit(block);
  return [...operations.values()]
    .flat()
    .map((operation) => ({ operation, sections: sections.get(operation) ?? [] }));
}

function operationsOf(
  { diagnostic }: Finding,
  reaches: readonly Reach[],
): readonly NamedOperation[] {
  const { span, operation: title } = diagnostic;
  if (span === undefined) return [];
  const around = reaches.filter(({ sections }) => sections.some((one) => holds(one, span)));
  // A section may stand in that of another operation: the inner one is meant.
  const least = Math.min(...around.map(({ sections }) => lengthAround(sections, span)));
  const inner = around.filter(({ sections }) => lengthAround(sections, span) === least);
  const showing =
    inner.length > 0 ? inner : reaches.filter(({ operation }) => shows(operation.said, span));
  const all = showing.map(({ operation }) => operation);
  const named = all.filter(({ said }) => said.title.value === title);
  return named.length > 0 ? named : all;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.source === inner.source && outer.start <= inner.start && inner.start < outer.end;
}

function lengthAround(sections: readonly Span[], span: Span): number {
  return Math.min(...sections.filter((one) => holds(one, span)).map((one) => one.end - one.start));
}

function shows(said: Operation, span: Span): boolean {
  return (
    rowAt(said, span) !== undefined ||
    said.samples.some(({ sample }) => sample.source === span.source)
  );
}

/** The row that a finding stands in, or whose entry it stands in. */
function rowAt({ request, response }: Operation, span: Span): SiteFinding["row"] | undefined {
  for (const [side, lists] of [
    ["request", request],
    ["response", response],
  ] as const)
    for (const { name, span: own, entry } of lists.flatMap(({ rows }) => rows))
      if (holds(own, span) || (entry !== undefined && holds(entry.span, span)))
        return { name: name.value, side };
  return undefined;
}

function shown({ diagnostic, at }: Finding, said?: Operation): SiteFinding {
  const { code, severity, message, span } = diagnostic;
  const row = span && said && rowAt(said, span);
  return {
    code,
    severity,
    message,
    ...(at && { place: `${at.file}:${at.start.line}:${at.start.column}` }),
    ...(row && { row }),
  };
}
