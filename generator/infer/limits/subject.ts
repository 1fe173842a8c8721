import type { Chapter, Operation } from "../reference.js";
import { singular } from "../../english/number.js";

/** Where a sentence stands: what `this` and `these` are. */
export interface Place {
  readonly chapter: Chapter;
  /** Absent for the text of a chapter. */
  readonly operation: Operation | undefined;
}

/** What a subject means. */
export type Meaning =
  | { readonly kind: "operations"; readonly operations: readonly Operation[] }
  /** Nothing but a pronoun: what it means hangs on the sentence before. */
  | { readonly kind: "pronoun"; readonly operations: readonly Operation[] }
  /** Operations, and it cannot be told which. */
  | { readonly kind: "unresolved"; readonly subject: string }
  /** A parameter, a value, a kind of console. */
  | { readonly kind: "else" };

const generic =
  /^(?:apis?|calls?|operations?|actions?|methods?|requests?|endpoints?|ur[il]s?|routes?)$/;
/** Only behind `this` and `these`: elsewhere they are as often things of the service. */
const deicticOnly = /^(?:resources?|extensions?|interfaces?|functions?|functionality)$/;
const determiners =
  /^(?:the|an?|this|these|those|that|all|any|every|each|both|of|such|here|following|above|below|proxy|new|old|deprecated|rest|http|whole|entire|other|said|current)$/;
const verbs =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|does|do|did|fails?|returns?|works?|exists?|requires?)\b/i;
const exception =
  /[\s,(]+(?:except(?:\s+for)?|other\s+than|apart\s+from|with\s+the\s+exception\s+of|but\s+not|excluding)\s+/i;

/** Which operations the subject of a limit names. */
export function resolveSubject(words: string, place: Place): Meaning {
  const subject = nearestClause(words);
  const [included = "", ...excluded] = subject.split(exception);
  const meaning = resolveWhole(included, place);
  if (excluded.length === 0 || (meaning.kind !== "operations" && meaning.kind !== "pronoun"))
    return meaning;
  const out = new Set<Operation>();
  for (const words of excluded) {
    const without = resolveListed(words, place, true);
    if (without === undefined) return { kind: "unresolved", subject };
    for (const operation of without) out.add(operation);
  }
  return {
    kind: "operations",
    operations: meaning.operations.filter((operation) => !out.has(operation)),
  };
}

/** Whether a sentence speaks of operations: then `they` in the next one does too. */
export function speaksOfOperations(sentence: string, place: Place): boolean {
  const at = verbs.exec(sentence)?.index;
  const meaning = at === undefined ? undefined : resolveSubject(sentence.slice(0, at), place);
  return meaning?.kind === "operations" || meaning?.kind === "pronoun";
}

/**
 * The subject of the last clause:
 *   This API is deprecated and ‸                  → This API
 *   This API is deprecated and requests to it ‸   → requests to it
 * A comma or an `and` divides clauses only where a verb stands before it.
 */
function nearestClause(words: string): string {
  let clause = words.trim();
  for (const match of [...words.matchAll(/[,;:]\s+|\s+(?:and|but|so|or)(?:\s+|$)/gi)].reverse()) {
    const head = words.slice(0, match.index);
    if (!verbs.test(head) && !/[;:]/.test(match[0])) continue;
    const rest = words.slice(match.index + match[0].length).trim();
    clause = rest === "" ? upToVerb(head) : rest;
    break;
  }
  return clause
    .replace(
      /^(?:(?:please )?note that|however|although|though|because|since|as|also|therefore|thus|in addition|additionally|and|but|so|that|which)\b,?\s*/i,
      "",
    )
    .replace(/^(?:however|also|therefore|thus|additionally|furthermore|moreover),?\s+/i, "")
    .replace(/[\s,]+$/, "");
}

function upToVerb(words: string): string {
  const clause = words.split(/[;:]\s+/).at(-1) ?? "";
  const at = verbs.exec(clause)?.index ?? clause.length;
  return (clause.slice(0, at).split(/,\s/)[0] ?? "").trim();
}

function resolveWhole(subject: string, place: Place): Meaning {
  const self = selfOf(place);
  if (subject === "") return { kind: "pronoun", operations: self };
  const plain = subject.toLowerCase().replace(/[`'"*]/g, "");
  if (/^(?:this|these|those|they|it|all(?: of)?(?: these| those| them)?|everything)$/.test(plain))
    return { kind: plain === "everything" ? "operations" : "pronoun", operations: self };
  const inner =
    /^(?:all |any )?(?:requests?|calls?|access)(?: (?:made|sent|issued))? (?:to|for|of|against|using|with) (.+)$/.exec(
      plain,
    )?.[1];
  if (inner !== undefined) return resolveWhole(inner, place);
  if (/^(?:all |any )?(?:requests?|calls?)(?: (?:made|sent|issued))?$/.test(plain))
    return { kind: "operations", operations: self };
  const titled = place.chapter.operations.filter((each) => sameTitle(each, plain));
  if (titled.length > 0) return { kind: "operations", operations: titled };
  // `The APIs are part of what came in 2.4`: a participle of something else.
  if (verbs.test(plain)) return { kind: "else" };
  const words = plain.split(/\s+/);
  const deictic = /^(?:this|these|all (?:of )?(?:this|these|the)|both|each|every)\b/.test(plain);
  const noun = words.findIndex((word) => /^(?:for|to|of|in|on|with|that|which|under)$/.test(word));
  const heads = noun > 0 && !/^(?:all|both|each|every)$/.test(words[noun - 1] ?? "");
  const head = (heads ? words[noun - 1] : words.at(-1)) ?? "";
  const start = words.find((word) => !determiners.test(word)) ?? "";
  if (deictic && deicticOnly.test(head)) return { kind: "operations", operations: self };
  if (!generic.test(head) && !generic.test(start)) return { kind: "else" };
  if (deictic && generic.test(head) && !namesMethod(words))
    return { kind: "operations", operations: self };
  if (/^all\b/.test(plain) && place.operation === undefined)
    return { kind: "operations", operations: self };
  const named = resolveListed(plain, place, false);
  return named === undefined
    ? { kind: "unresolved", subject }
    : { kind: "operations", operations: named };
}

function selfOf({ chapter, operation }: Place): readonly Operation[] {
  return operation === undefined ? chapter.operations : [operation];
}

function namesMethod(words: readonly string[]): boolean {
  return words.some((word) => /^(?:get|post|put|patch|delete|head)s?$/.test(word));
}

/** `image and image metadata APIs`: each of the names that are listed, together. */
function resolveListed(
  words: string,
  place: Place,
  within: boolean,
): readonly Operation[] | undefined {
  const parts = words
    .toLowerCase()
    .split(/\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/)
    .map(contentOf);
  const last = parts.at(-1) ?? [];
  const found = new Set<Operation>();
  for (const part of parts) {
    const shared =
      part === last ? undefined : resolveNamed([...part, ...last.slice(1)], place, within);
    const own = shared ?? resolveNamed(part, place, within);
    if (own === undefined) return undefined;
    for (const operation of own) found.add(operation);
  }
  return [...found];
}

/** The operations whose titles or paths have all of these words; `within` the chapter's own name says nothing. */
function resolveNamed(
  content: readonly string[],
  place: Place,
  within: boolean,
): readonly Operation[] | undefined {
  const { chapter, operation } = place;
  if (content.length === 0) return within ? undefined : selfOf(place);
  const has = (known: ReadonlySet<string>) => content.every((word) => known.has(word));
  if (operation !== undefined)
    return has(stems(`${nameOf(operation)} ${chapter.title} ${chapter.name}`))
      ? [operation]
      : undefined;
  if (!within && has(stems(`${chapter.title} ${chapter.name}`))) return chapter.operations;
  const titled = chapter.operations.filter((each) => has(stems(each.title.value)));
  if (titled.length > 0) return titled;
  const named = chapter.operations.filter((each) => has(stems(nameOf(each))));
  return named.length > 0 ? named : undefined;
}

function nameOf(operation: Operation): string {
  return `${operation.title.value} ${operation.path} ${operation.method.value}`;
}

function contentOf(words: string): readonly string[] {
  return words
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !determiners.test(word) && !generic.test(word))
    .filter((word) => !/^(?:for|to|in|on|with|and|or|only|s)$/.test(word))
    .map(stem);
}

function stems(words: string): ReadonlySet<string> {
  return new Set(
    words
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
      .map(stem),
  );
}

/** `force`, `forced` and `forcing` are one word here, as are `image` and `images`. */
function stem(word: string): string {
  const one = singular(word);
  return one.length > 4 ? one.replace(/(?:ing|ed|e)$/, "") : one;
}

function sameTitle(operation: Operation, plain: string): boolean {
  const squash = (words: string) => words.toLowerCase().replace(/\([^()]*\)|[^a-z0-9]+/g, "");
  const subject = squash(plain.replace(/^the\s+/, ""));
  return subject !== "" && squash(operation.title.value) === subject;
}
