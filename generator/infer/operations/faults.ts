import type { ApiReference, Json, Operation, SampleLink } from "../reference.js";
import { KnownAnswers } from "../../collections/known-answers.js";
import type { ServiceFact } from "../../facts/service-fact.js";
import { codeOfSample } from "./sample-codes.js";
import { faultNames, type FaultForm, type Guess } from "../model.js";

/**
 * The form of a service's faults. Its docs tell first, by a sample that is nothing but a fault;
 * then what is known of the service. Codes that come with the name of a fault (`itemNotFound(404)`)
 * tell only of a service that nobody knows: others write them as well, whatever their own form.
 * Without any of these, it may be each of the known forms.
 */
export function faultForm(reference: ApiReference, known: ServiceFact | undefined): FaultForm {
  return sampledForm(reference) ?? known?.faults?.form ?? writtenForm(reference) ?? "any";
}

/** A form that no sample shows, in words for people; none is guessed where it may be any. */
export function guessOfFaults(reference: ApiReference, form: FaultForm): readonly Guess[] {
  if (form === "any" || sampledForm(reference) !== undefined) return [];
  return [{ words: `faults are of the form "${form}"`, setting: "faults" }];
}

function sampledForm(reference: ApiReference): FaultForm | undefined {
  for (const chapter of reference.chapters)
    for (const operation of chapter.operations)
      for (const { sample } of operation.samples) {
        const form = sample.kind === "json" ? formOf(sample.value) : undefined;
        if (form !== undefined) return form;
      }
  return undefined;
}

/**
 * The reference with samples that are nothing but a fault taken for fragments: they are no body of an
 * answer that succeeds, unless rows document what they hold.
 */
export function faultsAside(
  reference: ApiReference,
  known: KnownAnswers = new KnownAnswers(),
): ApiReference {
  const chapters = reference.chapters.map((chapter) => ({
    ...chapter,
    operations: chapter.operations.map((operation) =>
      known.of("faults aside", operation, [], () => withFaultsAside(operation)),
    ),
  }));
  return { ...reference, chapters };
}

function withFaultsAside(operation: Operation): Operation {
  const samples = operation.samples.map((link) =>
    isFault(link, operation) || isOfError(link, operation)
      ? { ...link, sample: { ...link.sample, fragment: true } }
      : link,
  );
  const isSame = samples.every((link, at) => link === operation.samples[at]);
  return isSame ? operation : { ...operation, samples };
}

function isFault({ side, sample }: SampleLink, { response }: Operation): boolean {
  if (side !== "response" || sample.kind !== "json" || formOf(sample.value) === undefined)
    return false;
  const held = Object.keys(isObject(sample.value) ? sample.value : {});
  return !response.some(({ rows }) => rows.some(({ name }) => held.includes(name.value)));
}

/** Whether the label of a sample says that it shows what an error answers. */
function isOfError(link: SampleLink, operation: Operation): boolean {
  return link.sample.kind === "json" && (codeOfSample(link, operation) ?? 0) >= 400;
}

const names = new Set(Object.values(faultNames));

function formOf(value: Json): FaultForm | undefined {
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  const [only, ...more] = keys;
  if (only !== undefined && more.length === 0) return wrapped(only, value[only]);
  const has = (...all: readonly string[]): boolean => all.every((key) => keys.includes(key));
  if (has("faultstring", "faultcode")) return "faultstring";
  if (!has("code") || !isError(value["code"])) return undefined;
  if (has("explanation", "error")) return "explained";
  if (has("title", "description")) return "described";
  if (has("type", "request_id")) return "coded";
  return has("message", "title") ? "flat" : undefined;
}

/** The form by the one member that holds the rest. */
function wrapped(name: string, value: Json | undefined): FaultForm | undefined {
  if (names.has(name)) return "named";
  if (/^[A-Z]\w*Error$/.test(name)) return "typed";
  if (name === "error" && isObject(value) && isError(value["code"])) return "error";
  if (name === "error_message" && typeof value === "string") return "quoted";
  const [first] = name === "errors" && Array.isArray(value) ? value : [];
  return isObject(first) && isError(first["status"]) ? "errors" : undefined;
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A status of an error, as a number or in words: `404 Not Found`. */
function isError(value: Json | undefined): boolean {
  return /^[45]\d\d\b/.test(String(value));
}

/** Names that a service without faults of that name has no reason to write. */
function writtenForm(reference: ApiReference): FaultForm | undefined {
  const written = reference.chapters
    .flatMap(({ operations }) => operations)
    .flatMap(({ statuses }) => statuses)
    .some(({ code, name }) => name !== undefined && telling(name) && faultNames[code] === name);
  return written ? "named" : undefined;
}

/** `forbidden` and `unauthorized` are but words for the status; `itemNotFound` is a name. */
function telling(name: string): boolean {
  return /[A-Z]/.test(name);
}
