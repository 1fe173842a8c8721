import { rememberingOf } from "../../collections/remembered.js";
import { remembering } from "../../collections/remembering.js";
import type { ApiReference, Operation, Prose } from "../reference.js";
import { serviceOfHeader, serviceOfHeaderWord } from "../../facts/lookup.js";
import type { ServiceFact } from "../../facts/service-fact.js";

/** What the docs say of the headers that ask for a microversion. */
export interface VersionHeaders {
  /** The service's word in `OpenStack-API-Version: compute 2.53`. */
  readonly word: string | undefined;
  /** Headers of the form `X-OpenStack-…-API-Version`, as written. */
  readonly older: readonly string[];
  /** Whether a version header is named at all, with or without a word. */
  readonly named: boolean;
  /** The service that the word or the older headers belong to, if it is known. */
  readonly fact: ServiceFact | undefined;
}

/** What the docs say in prose outside operations. */
export function pagesOf(reference: ApiReference): readonly string[] {
  return textsOf([...reference.prose, ...reference.chapters.map(({ description }) => description)]);
}

/** Everything that the docs say in prose: pages, operations, descriptions of parameters. */
export function passagesOf(reference: ApiReference): readonly string[] {
  const operations = reference.chapters.flatMap((chapter) => chapter.operations);
  return [
    ...pagesOf(reference),
    ...textsOf(operations.map(({ description }) => description)),
    ...textsOf(reference.entries.map(({ description }) => description)),
  ];
}

function textsOf(prose: readonly Prose[]): readonly string[] {
  return prose.flatMap(({ passages }) => passages.map(({ value }) => value));
}

const older = /\bX-OpenStack-[A-Za-z]+(?:-[A-Za-z]+)?-API-Version\b/gi;
const common = /(?<!\w-)\bOpenStack-API-Version\b(?:: *`*([^`\n]{1,200}))?/gi;
const wordAndVersion = /^\s*([a-z][a-z-]*)\s+(?:\d|latest|\[|<|\{)/i;

/**
 * The headers by which docs say that a microversion is asked for (OpenStack API SIG, microversion
 * specification), in prose or as the name of a parameter. Docs may also name those of other
 * services: where the title names a service, `titled`, what is known to be another's is left out.
 */
export function versionHeaders(
  reference: ApiReference,
  passages: readonly string[],
  titled: ServiceFact | undefined,
): VersionHeaders {
  const names = new Map<string, string>();
  const words = new Set<string>();
  let named = false;
  // "Unlike Compute, which takes `OpenStack-API-Version: compute 2.53`, …".
  const isOfOther = (word: string): boolean => {
    const fact = serviceOfHeaderWord(word);
    return titled !== undefined && fact !== undefined && fact !== titled;
  };
  // An example in a block of its own is in no passage.
  const written = [
    reference.description,
    ...[...reference.prose, ...reference.chapters.map(({ description }) => description)].map(
      ({ markdown }) => markdown,
    ),
  ];
  for (const text of [...written, ...passages, ...namesOfRows(reference)]) {
    const { olderNames, values } = headersIn(text);
    for (const name of olderNames)
      if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    for (const value of values) {
      // One header may speak to several services: `volume 3.50, compute 2.36`.
      const spoken = value.split(",").flatMap((part) => wordAndVersion.exec(part)?.[1] ?? []);
      const own = spoken.map((word) => word.toLowerCase()).filter((word) => !isOfOther(word));
      if (spoken.length === 0 || own.length > 0) named = true;
      for (const word of own) words.add(word);
    }
  }
  const known = [...words].map((word) => ({ word, fact: serviceOfHeaderWord(word) }));
  const own = known.find(({ fact }) => fact !== undefined && fact === titled) ?? known[0];
  const owners = [...names.values()].flatMap((name) => serviceOfHeader(name) ?? []);
  const fact = own === undefined ? (titled ?? owners[0]) : own.fact;
  const left = [...names.values()].filter((name) => {
    const owner = serviceOfHeader(name);
    return owner === undefined || fact === undefined || owner === fact;
  });
  return {
    word: own?.word,
    older: left,
    named: named || left.length > 0,
    fact: own === undefined && left.length === 0 ? undefined : fact,
  };
}

/** The headers that a text names, and what it shows of the common one. */
const headersIn = remembering((text: string) => ({
  olderNames: [...text.matchAll(older)].map(([name]) => name),
  values: [...text.matchAll(common)].map(([, value = ""]) => value),
}));

function namesOfRows(reference: ApiReference): ReadonlySet<string> {
  const operations = reference.chapters.flatMap((chapter) => chapter.operations);
  return new Set(operations.flatMap(namesIn));
}

const namesIn = rememberingOf(({ request, response }: Operation): readonly string[] =>
  [...request, ...response].flatMap(({ rows }) => rows.map(({ name }) => name.value)),
);
