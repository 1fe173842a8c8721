import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js";
import type { SourceId } from "../diagnostics/span.js";
import type { LinkTarget, RstDocument, Section } from "../rst/blocks.js";
import type { KnownPart } from "../rst/known-parts.js";
import type { MarkdownContext } from "../rst/inline/context.js";
import type { Read } from "../source/tracker.js";
import type { Asked } from "./checks/prose-checks.js";
import type { ParametersFile } from "./files/parameters-file.js";
import type { SampleContent } from "./files/read-sample.js";
import type { StatusFile } from "./files/status-file.js";
import type { Operation } from "./model.js";
import type { Scope } from "./operations/operation-scope.js";
import type { Question } from "../collections/questions.js";

/**
 * What a tree said when it was read last, part by part, each with all that it was read by: a part
 * whose causes are the same is taken over, with the very objects that it had. Plain data, so that it
 * can be kept on disk.
 */
export interface ReadingMemory {
  /** The list of the sources, and what substitutions go by: with others nothing is taken over. */
  layout: string;
  substitutions: string;
  documents: Map<SourceId, KnownDocument>;
  parameters: Map<SourceId, KnownFile<ParametersFile>>;
  statuses: Map<SourceId, KnownFile<StatusFile>>;
  samples: Map<SourceId, KnownSample>;
  operations: Map<SourceId, KnownOperations>;
}

/** What was read last, and what is to be remembered of this time. */
export interface Memories {
  readonly before: ReadingMemory;
  readonly after: ReadingMemory;
}

export interface KnownDocument {
  readonly reads: readonly Read[];
  readonly outcome: Outcome<RstDocument>;
  /** The files that it includes. */
  readonly parts: ReadonlyMap<string, KnownPart>;
}

/** A file with prose in it, which may refer to what the documents define. */
export interface KnownFile<Content> {
  readonly digest: string;
  readonly reads: readonly Read[];
  readonly links: readonly AskedLink[];
  /** What was asked to check its prose. */
  readonly asked: Asked;
  readonly outcome: Outcome<Content>;
  /** What is wrong with its prose. */
  readonly found: readonly Diagnostic[];
}

export interface KnownSample {
  readonly digest: string;
  readonly language: string | undefined;
  readonly outcome: Outcome<SampleContent>;
}

/** A name that prose refers to, and what it led to. */
export type AskedLink = readonly [name: string, target: LinkTarget | undefined];

/** The operations of a document, by their stanzas. */
export interface KnownOperations {
  readonly document: RstDocument;
  readonly scopes: readonly Scope[];
  readonly operations: ReadonlyMap<string, KnownOperation>;
}

export interface KnownOperation {
  readonly scope: Scope;
  readonly links: readonly AskedLink[];
  /** What was asked of the files that directives name. */
  readonly library: readonly Question[];
  readonly outcome: Outcome<Operation | undefined>;
}

/** An operation with the place in its document that it was read from. */
export interface FoundOperation {
  readonly operation: Operation;
  readonly section: Section | undefined;
  /** The sections around its stanza, outermost first. */
  readonly chain: readonly Section[];
}

export function emptyMemory(): ReadingMemory {
  return {
    layout: "",
    substitutions: "",
    documents: new Map(),
    parameters: new Map(),
    statuses: new Map(),
    samples: new Map(),
    operations: new Map(),
  };
}

/** The same context, which logs what the names lead to that it is asked for. */
export function recordingLinks(context: MarkdownContext, log: AskedLink[]): MarkdownContext {
  const { anonymous } = context;
  return {
    ...context,
    ...(anonymous && {
      anonymous: {
        get(place) {
          const url = anonymous.get(place);
          log.push([`${nameless}${place}`, asTarget(url)]);
          return url;
        },
      },
    }),
    targets: {
      get(name) {
        const target = context.targets.get(name);
        log.push([name, target]);
        return target;
      },
    },
  };
}

/** Whether all names lead to where they led. */
export function linksAsBefore(
  { targets, anonymous }: MarkdownContext,
  log: readonly AskedLink[],
): boolean {
  return log.every(([name, before]) => {
    const now = name.startsWith(nameless)
      ? asTarget(anonymous?.get(name.slice(nameless.length)))
      : targets.get(name);
    return now === before || JSON.stringify(now) === JSON.stringify(before);
  });
}

/** What a link without a name goes by in place of one: no name begins so. */
const nameless = "\0 ";

function asTarget(url: string | undefined): LinkTarget | undefined {
  return url === undefined ? undefined : { kind: "url", url };
}
