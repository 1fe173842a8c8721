import { addTo } from "../../collections/groups.js";
import type { ApiReference, Chapter, ChapterSection, Operation, Prose } from "../reference.js";
import type { Diagnostic, Outcome } from "../../diagnostics/diagnostic.js";
import { type Bounds, isEmpty } from "../../versions/versions.js";
import { claimsIn } from "../limits/prose.js";
import { isOf, type Majors } from "../limits/majors.js";
import { boundsInTitle } from "../limits/titles.js";

/** One statement about one operation, and how near it stands: less is nearer. */
interface Statement {
  readonly bounds: Bounds;
  /** Stanza, own title, own text, text of the chapter, titles above. */
  readonly level: number;
  /** Of how many operations it speaks. */
  readonly scope: number;
}

/**
 * The microversions in which each operation exists. `min_version` and `max_version` of the stanza
 * win over titles and prose, what stands nearer over what stands above, and what speaks of fewer
 * operations over what speaks of more; each end on its own.
 */
export function operationBounds(
  reference: ApiReference,
  majors: Majors | undefined,
): Outcome<ReadonlyMap<Operation, Bounds>> {
  const diagnostics: Diagnostic[] = [];
  const said = new Map<Operation, Statement[]>();
  const state = (operation: Operation, statement: Statement): void => {
    addTo(said, operation, statement);
  };
  for (const chapter of reference.chapters) {
    for (const operation of chapter.operations) stateStanza(operation, state);
    const texts = [
      { place: { chapter, operation: undefined }, prose: chapter.description, level: 3 },
      // A file may hold several chapters: what each says is about its own operations.
      ...chapter.sections.map((section) => ({
        place: { chapter: within(chapter, section), operation: undefined },
        prose: section.description,
        level: 3,
      })),
      ...chapter.operations.map((operation) => ({
        place: { chapter, operation },
        prose: operation.description,
        level: 2,
      })),
    ];
    for (const { place, prose, level } of texts) {
      const found = claimsIn(majors === undefined ? directivesOf(prose) : prose, place);
      for (const each of found.diagnostics) diagnostics.push(each);
      for (const { operations, bounds } of found.claims)
        for (const operation of operations)
          if (isOf(majors ?? "any", bounds))
            state(operation, { bounds, level, scope: operations.length });
    }
    if (majors === undefined) continue;
    for (const operation of chapter.operations) {
      const own = boundsInTitle(operation.title.value);
      if (isOf(majors, own)) state(operation, { bounds: own, level: 1, scope: 1 });
      operation.ancestors.toReversed().forEach((title, index) => {
        const above = boundsInTitle(title);
        if (isOf(majors, above)) state(operation, { bounds: above, level: 4 + index, scope: 1 });
      });
    }
  }
  return {
    value: new Map(
      [...said].flatMap(([operation, statements]) => {
        const bounds = settle(statements);
        return isBound(bounds) ? [[operation, bounds]] : [];
      }),
    ),
    diagnostics,
  };
}

/** A section of a file as a chapter of its own. */
function within(chapter: Chapter, { title, span }: ChapterSection): Chapter {
  const operations = chapter.operations.filter(
    ({ span: { source, start } }) =>
      source === span.source && start >= span.start && start < span.end,
  );
  return { ...chapter, title, name: title, operations };
}

function stateStanza(
  operation: Operation,
  state: (operation: Operation, statement: Statement) => void,
): void {
  const min = operation.minVersion?.value;
  const max = operation.maxVersion?.value;
  const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  state(operation, { bounds, level: 0, scope: 1 });
}

/** Each end from the statement that weighs most; an end that would leave no version is not meant. */
function settle(statements: readonly Statement[]): Bounds {
  let bounds: Bounds = {};
  const sorted = statements.toSorted((a, b) => a.level - b.level || a.scope - b.scope);
  for (const { bounds: stated } of sorted) {
    const together = { ...stated, ...bounds };
    if (!isEmpty(together)) bounds = together;
  }
  return bounds;
}

/** What Sphinx's version directives say: versions of the API, whatever else docs speak of. */
function directivesOf({ markdown, passages }: Prose): Prose {
  const says = /^(?:New|Changed|Removed) in version \d/;
  return { markdown, passages: passages.filter(({ value }) => says.test(value)) };
}

function isBound(bounds: Bounds): boolean {
  return bounds.min !== undefined || bounds.max !== undefined;
}
