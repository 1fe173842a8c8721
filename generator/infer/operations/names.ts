import type { Chapter, Operation } from "../reference.js";
import { chapterWords } from "./chapter-words.js";

/**
 * Remarks in titles that are no part of the name: what the operation is called inside the body,
 * since when it is there, that it is going away.
 */
const remark =
  /\baction\b|deprecat|\bsince\b|\buntil\b|\bmicroversions?\b|^(?:optional|experimental|admin(?:istrator)? only|v?\d[\d.]*(?: ?- ?v?\d[\d.]*)?)$/i;

/**
 * The words of a title as an operation's name: `List Images With Details` → `listImagesWithDetails`.
 * Articles, the `'s` of what belongs to something and the `s` of who does it are grammar:
 * `Shows a box's lid` → `showBoxLid`.
 */
export function operationName(title: string): string {
  const bare = title.replace(/\(([^()]*)\)/g, (whole, inside: string) =>
    remark.test(inside) ? " " : whole,
  );
  const words = (/[\p{L}\p{N}]/u.test(bare) ? bare : title)
    .normalize("NFKD")
    .replace(/(?<=[A-Za-z0-9])[’']s(?![A-Za-z0-9])/g, "")
    .replace(/[\p{M}’'`"]/gu, "")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .filter((word, index, all) => !/^(?:an?|the)$/i.test(word) || index === all.length - 1);
  if (words.length === 0) return "operation";
  const name = imperative(words).map(capital).join("");
  const first = /^\d/.test(name) ? `op${name}` : name;
  return lowerFirst(first);
}

/** Verbs of which titles say that an operation does it: "Lists boxes". */
const done =
  /^(?:add|check|create|delete|disable|enable|get|list|remove|replace|reset|restore|retrieve|return|set|show|start|stop|update|upload)s$/i;

/** The words of a title, with its verb as one asks for it: `Lists boxes` → `list boxes`. */
function imperative(words: readonly string[]): readonly string[] {
  const [verb = "", next, ...others] = words;
  const isVerb = next !== undefined && !/^(?:of|for|in)$/i.test(next) && done.test(verb);
  return isVerb ? [verb.slice(0, -1), next, ...others] : words;
}

/** `UUID` and `API` keep their letters inside a name; words in small letters get a capital. */
function capital(word: string): string {
  return word === word.toUpperCase() && word.length > 3
    ? word.charAt(0) + word.slice(1).toLowerCase()
    : word.charAt(0).toUpperCase() + word.slice(1);
}

function lowerFirst(name: string): string {
  const run = /^[A-Z]+(?=[A-Z][a-z]|\d|$)/.exec(name)?.[0] ?? name.charAt(0);
  return run.toLowerCase() + name.slice(run.length);
}

/**
 * A unique operationId for each operation. The first of several with one title keeps the plain
 * name; the others get, in this order, what tells their chapter from others, all words of it, their method, a number. Of those that
 * one stanza is for, a variable that the first lacks tells one apart.
 * Operations of an older version of the API come last, and have its word, `V2`, in their names.
 */
export function operationIds(
  chapters: readonly Chapter[],
  older: ReadonlyMap<Operation, string> = new Map(),
): {
  readonly ids: ReadonlyMap<Operation, string>;
  readonly repeated: readonly { readonly operation: Operation; readonly first: Operation }[];
} {
  const all = chapters.flatMap((chapter) =>
    chapter.operations.map((operation) => ({ chapter, operation })),
  );
  const placeOf = chapterWords(chapters);
  const ids = new Map<Operation, string>();
  const owners = new Map<string, Operation>();
  const repeated: { operation: Operation; first: Operation }[] = [];
  // By name, the least number that may be free: what is taken stays taken.
  const numbers = new Map<string, number>();
  const ordered = [
    ...all.filter(({ operation }) => !older.has(operation)),
    ...all.filter(({ operation }) => older.has(operation)),
  ];
  for (const { chapter, operation } of ordered) {
    const plain = withVersion(operationName(operation.title.value), older.get(operation));
    const inPlace = inside(plain, placeOf(chapter, operation.title.value));
    const inChapter = inside(plain, chapter.name);
    const withMethod = methodWord(operation);
    const first = owners.get(plain.toLowerCase());
    const sameFile = first !== undefined && first.source === operation.source;
    // One stanza may be for several operations.
    const sameStanza = first !== undefined && first.span === operation.span;
    const candidates = sameFile
      ? [plain, ...(sameStanza ? byVariable(plain, operation, first) : []), `${plain}${withMethod}`]
      : [plain, inPlace, inChapter, `${inPlace}${withMethod}`, `${inChapter}${withMethod}`];
    let id = candidates.find((candidate) => !owners.has(candidate.toLowerCase()));
    for (let number = numbers.get(plain) ?? 2; id === undefined; number += 1) {
      if (!owners.has(`${plain}${number}`.toLowerCase())) id = `${plain}${number}`;
      numbers.set(plain, number + 1);
    }
    if (first !== undefined && !sameStanza) repeated.push({ operation, first });
    owners.set(id.toLowerCase(), operation);
    ids.set(operation, id);
  }
  return { ids, repeated };
}

/** `showLidInBigCrates`. */
function inside(plain: string, place: string): string {
  const words = operationName(place);
  return `${plain}In${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** `listBoxesByName`, `listBoxesByNameWithHead`: what has a variable that the first of its stanza lacks. */
function byVariable(plain: string, operation: Operation, first: Operation): readonly string[] {
  const more = operation.variables.findLast((name) => !first.variables.includes(name));
  if (more === undefined) return [];
  const name = operationName(more);
  const by = `${plain}By${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return operation.method.value === first.method.value ? [by] : [`${by}${methodWord(operation)}`];
}

/** `WithHead`. */
function methodWord({ method: { value } }: Operation): string {
  return `With${value.charAt(0)}${value.slice(1).toLowerCase()}`;
}

/** Once: `showApiV2Details` has it already. */
function withVersion(name: string, version: string | undefined): string {
  if (version === undefined) return name;
  return new RegExp(`${version}(?!\\d)`, "i").test(name) ? name : `${name}${version}`;
}
