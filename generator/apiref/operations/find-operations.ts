import { addTo } from "../../collections/groups.js";
import { answersAsBefore, type Question, recording } from "../../collections/questions.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceId, Span } from "../../diagnostics/span.js";
import type { RstDocument } from "../../rst/blocks.js";
import type { MarkdownContext } from "../../rst/inline/context.js";
import type { Found } from "../chapters.js";
import { misplacedHeadings } from "./misplaced-headings.js";
import { eventsOf } from "../events.js";
import type { Library } from "../library.js";
import { type Scope, scopesOf } from "./operation-scope.js";
import { readOperation } from "./operations.js";
import {
  type AskedLink,
  type KnownOperation,
  linksAsBefore,
  type Memories,
  recordingLinks,
} from "../reading-memory.js";
import { ScopeComparison } from "./same-scope.js";

export interface OperationsFound {
  readonly found: readonly Found[];
  /** Where each file has stanzas that were read. */
  readonly seen: ReadonlyMap<SourceId, readonly Span[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every operation of `documents`; one whose file is included twice is read where it comes first. */
export function findOperations(
  documents: readonly RstDocument[],
  contextOf: (document: RstDocument) => MarkdownContext,
  library: Library,
  { before, after }: Memories,
): OperationsFound {
  const found: Found[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<SourceId, Span[]>();
  const known = new Set<string>();
  for (const document of documents) {
    const context = contextOf(document);
    const last = before.operations.get(document.source);
    const isSame = last?.document === document;
    const scopes = isSame ? last.scopes : scopesOf(eventsOf(document));
    const comparison = new ScopeComparison();
    const operations = new Map<string, KnownOperation>();
    for (const each of misplacedHeadings(scopes)) diagnostics.push(each);
    for (const scope of scopes) {
      const { directive: stanza, which = 0, chain } = scope.method;
      const key = `${stanza.span.source}:${stanza.span.start}:${which}`;
      if (known.has(key)) continue;
      known.add(key);
      for (const { directive } of [scope.method, ...scope.examples, ...scope.inCode])
        addTo(seen, directive.span.source, directive.span);
      const one = last?.operations.get(key);
      const own =
        one !== undefined &&
        (isSame ? one.scope === scope : comparison.areSame(one.scope, scope)) &&
        wouldBeTheSame(one, context, library)
          ? { ...one, scope }
          : readAndRecord(scope, document.source, context, library);
      operations.set(key, own);
      const { value: operation, diagnostics: findings } = own.outcome;
      const about = operation ? { operation: operation.title.value } : {};
      for (const each of findings) diagnostics.push({ ...each, ...about });
      if (operation) found.push({ operation, section: scope.section, chain, context });
    }
    after.operations.set(document.source, { document, scopes, operations });
  }
  return { found, seen, diagnostics };
}

/** Whether an operation would be read as it was: asks the library all that was asked of it. */
function wouldBeTheSame(
  { links, library: asked }: KnownOperation,
  context: MarkdownContext,
  library: Library,
): boolean {
  return linksAsBefore(context, links) && answersAsBefore(library, asked, isSameAnswer);
}

function readAndRecord(
  scope: Scope,
  document: SourceId,
  context: MarkdownContext,
  library: Library,
): KnownOperation {
  const links: AskedLink[] = [];
  const questions: Question[] = [];
  const outcome = readOperation(
    scope,
    document,
    recordingLinks(context, links),
    recording(library, questions, keptAnswer),
  );
  return { scope, links, library: questions, outcome };
}

/** Of an answer of the library what another is compared with: the text of a sample is in its content. */
function keptAnswer(answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null || !("text" in answer)) return answer;
  const { text: _text, ...rest } = answer;
  return rest;
}

function isSameAnswer(now: unknown, before: unknown): boolean {
  const kept = keptAnswer(now);
  if (typeof kept !== "object" || kept === null || typeof before !== "object" || before === null)
    return kept === before;
  const [mine, theirs] = [new Map(Object.entries(kept)), new Map(Object.entries(before))];
  return mine.size === theirs.size && [...mine].every(([name, each]) => theirs.get(name) === each);
}
