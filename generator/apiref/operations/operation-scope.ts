import { rememberingOf } from "../../collections/remembered.js";
import type { Directive, Section } from "../../rst/blocks.js";
import { type Event, plainWords } from "../events.js";
import { readRestMethod } from "../stanzas/rest-method.js";
import { stanzasInCode } from "./stanzas-in-code.js";
import { titleOf } from "../prose/titles.js";

export type MethodEvent = Extract<Event, { kind: "method" }>;

/** A rest_method with all that is said about it, in the order of the text. */
export interface Scope {
  readonly method: MethodEvent;
  /** The section that is the operation: the one that holds the directive. */
  readonly section: Section | undefined;
  /** What belongs to it, with the headings between the operation and it, outermost first. */
  readonly parts: readonly { readonly event: Event; readonly titles: readonly string[] }[];
  /** Stanzas within it that show how it is asked for. */
  readonly examples: readonly MethodEvent[];
  /** Those among its blocks of code that do. */
  readonly inCode: readonly MethodEvent[];
}

/** Headings that speak of a part of an operation, not of an operation. */
const partTitle =
  /^(?:re\w{0,3}quest|re\w{0,3}sponse|(?:(?:path|query|ur[il]|body|header)[ \t]+)?parameters?|headers?|examples?|status|error|normal)\w*\b/i;

/**
 * Divides the events of a document among its operations. An operation owns what stands in its
 * section, before and after the directive, up to the next rest_method: so one that is nested in
 * another's section by a heading slip takes nothing of it. A heading such as "Response" that has
 * slipped to the operation's own level still belongs to it, and a stanza in an example of it is none
 * of its own.
 */
export function scopesOf(events: readonly Event[]): readonly Scope[] {
  const { methods, examples, inCode } = dividedStanzas(events);
  const shown = (of: MethodEvent, among: readonly Example[]): readonly MethodEvent[] =>
    among.flatMap((each) => (each.of === of ? [each.event] : []));
  const scopes = methods.map(({ event, index }, order): Scope => {
    const previous = methods[order - 1]?.index ?? -1;
    const next = methods[order + 1]?.index ?? events.length;
    const section = event.chain.at(-1);
    const sameAsPrevious = events[previous]?.chain.at(-1) === section && previous >= 0;
    const before = sameAsPrevious ? [] : partsBefore(events, index, previous, section);
    return {
      method: event,
      section,
      parts: [...before, ...partsAfter(events, index, next, event)],
      examples: shown(event, examples),
      inCode: shown(event, inCode),
    };
  });
  return shared(scopes).flatMap(forEachOperation);
}

/** A stanza for several operations, `GET|HEAD /images`, is a scope for each. */
function forEachOperation(scope: Scope): readonly Scope[] {
  const count = countOf(scope.method.directive);
  if (count < 2) return [scope];
  return Array.from({ length: count }, (_, which) => ({
    ...scope,
    method: { ...scope.method, which },
  }));
}

const countOf = rememberingOf(
  (directive: Directive): number => readRestMethod(directive).value?.count ?? 1,
);

interface Example {
  readonly event: MethodEvent;
  readonly of: MethodEvent;
}

/** The stanzas of operations, and those that show in an example how one of them is asked for. */
function dividedStanzas(events: readonly Event[]): {
  readonly methods: readonly { readonly event: MethodEvent; readonly index: number }[];
  readonly examples: readonly Example[];
  readonly inCode: readonly Example[];
} {
  const methods: { event: MethodEvent; index: number }[] = [];
  const examples: Example[] = [];
  const inCode: Example[] = [];
  for (const [index, event] of events.entries()) {
    const of = methods.at(-1)?.event;
    if (event.kind === "block" && of) {
      for (const directive of stanzasInCode(event.block)) {
        const quoted: MethodEvent = { kind: "method", directive, chain: event.chain };
        if (isExample(quoted, of, events[index - 1])) inCode.push({ event: quoted, of });
      }
    }
    if (event.kind !== "method") continue;
    if (of && isExample(event, of, events[index - 1])) examples.push({ event, of });
    else methods.push({ event, index });
  }
  return { methods, examples, inCode };
}

/** Whether a stanza asks the same of the same, below a heading or a label that speaks of an example. */
function isExample(event: MethodEvent, of: MethodEvent, before: Event | undefined): boolean {
  const section = of.chain.at(-1);
  if (section === undefined || !event.chain.includes(section)) return false;
  const between = event.chain.slice(of.chain.length).map(titleOf);
  const label = before?.kind === "paragraph" ? plainWords(before.lines) : "";
  const shown =
    between.length > 0
      ? between.some((title) => exampleTitle.test(title))
      : label.length < 120 && /\b(?:examples?|samples?)\b/i.test(label);
  return shown && asksTheSame(event, of);
}

const exampleTitle = /\b(?:examples?|samples?|requests?|responses?)\b/i;

/**
 * Whether two stanzas have one method and one path, values in the place of variables allowed. The
 * one that shows it may leave the method out.
 */
export function asksTheSame(event: MethodEvent, of: MethodEvent): boolean {
  const [shown, meant] = [event, of].map(({ directive }) => readRestMethod(directive).value);
  if (!shown || !meant) return false;
  const unsaid = shown.method.span.start >= shown.url.span.start;
  if (!unsaid && shown.method.value !== meant.method.value) return false;
  const [a, b] = [shown, meant].map(({ path }) => path.split("/").filter(Boolean));
  return (
    a?.length === b?.length && b?.every((each, at) => /\{/.test(each) || each === a?.[at]) === true
  );
}

type Part = Scope["parts"][number];

function inside(event: Event, section: Section | undefined): boolean {
  return section !== undefined && event.chain.includes(section);
}

function partIn(event: Event, section: Section | undefined): Part {
  const depth = section ? event.chain.indexOf(section) + 1 : 0;
  return { event, titles: event.chain.slice(depth).map(titleOf) };
}

function partsBefore(
  events: readonly Event[],
  index: number,
  previous: number,
  section: Section | undefined,
): readonly Part[] {
  let from = index;
  while (
    from - 1 > previous &&
    inside(events[from - 1] ?? { kind: "section", chain: [] }, section)
  ) {
    from -= 1;
  }
  return events.slice(from, index).map((event) => partIn(event, section));
}

function partsAfter(
  events: readonly Event[],
  index: number,
  next: number,
  method: MethodEvent,
): readonly Part[] {
  const section = method.chain.at(-1);
  const parts: Part[] = [];
  for (const event of events.slice(index + 1, next)) {
    if (inside(event, section)) {
      parts.push(partIn(event, section));
      continue;
    }
    const last = event.chain.at(-1);
    if (!section && !last) {
      parts.push({ event, titles: [] });
      continue;
    }
    const slipped =
      last !== undefined && event.chain.length >= method.chain.length && partTitle.test(last.title);
    if (!slipped) break;
    parts.push({ event, titles: [titleOf(last)] });
  }
  return parts;
}

/** Directives in a row in one section, nothing said between them, share what follows. */
function shared(scopes: readonly Scope[]): readonly Scope[] {
  const result: Scope[] = [];
  for (const scope of scopes.toReversed()) {
    const next = result.at(-1);
    const bare = !scope.parts.some(
      ({ event }) => !["paragraph", "section", "version"].includes(event.kind),
    );
    const together = next && scope.section !== undefined && next.section === scope.section && bare;
    result.push(together ? { ...scope, parts: next.parts } : scope);
  }
  return result.toReversed();
}
