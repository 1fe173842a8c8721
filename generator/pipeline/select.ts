import type { Chapter, Operation } from "../apiref/model.js";
import { ConfigurationError } from "../config/configuration-error.js";
import { didYouMean } from "../diagnostics/nearest.js";
import type { Inferences } from "../infer/model.js";
import type { OpenApiDocument } from "../openapi/document.js";
import type { Settings } from "./settings.js";

/** A name by which something was chosen, and that nothing has. */
export class UnknownChoice extends ConfigurationError {
  constructor(
    readonly pattern: string,
    message: string,
  ) {
    super(message);
  }
}

/** What of the docs is chosen, where it is not all of them. */
export interface Part {
  readonly microversion?: string | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
}

/** A part in words: `microversion 2.53, "servers"`; empty where it is all of the docs. */
export function partWords({ microversion, include = [], exclude = [] }: Part): string {
  const list = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(", ");
  return [
    microversion === undefined ? "" : `microversion ${microversion}`,
    include.length === 0 ? "" : list(include),
    exclude.length === 0 ? "" : `all but ${list(exclude)}`,
  ]
    .filter((words) => words !== "")
    .join(", ");
}

/**
 * Leaves out what `include` and `exclude` leave out. Everything was read and inferred before, so
 * that the operations which stay know what their siblings said; components that only the others
 * used are then never made. A name that nothing has is an error: it is a slip.
 */
export function select(all: Inferences, { include, exclude }: Settings): Inferences {
  if (include === undefined && exclude === undefined) return all;
  const named = [...all.operations.values()].map((inferred) => ({
    operation: inferred.operation,
    names: namesOf(inferred.chapter, inferred.operation, inferred.operationId),
  }));
  const known = new Set(named.flatMap(({ names }) => names));
  for (const pattern of [...(include ?? []), ...(exclude ?? [])]) {
    if (![...known].some((name) => matches(name, pattern))) {
      throw new UnknownChoice(
        pattern,
        `"${pattern}" is no document, chapter or operation.${didYouMean(pattern, known)}`,
      );
    }
  }
  const chosen = new Set(
    named
      .filter(
        ({ names }) =>
          (include === undefined || isNamed(names, include)) && !isNamed(names, exclude ?? []),
      )
      .map(({ operation }) => operation),
  );
  const chapters = all.reference.chapters.map((chapter) => ({
    ...chapter,
    operations: chapter.operations.filter((operation) => chosen.has(operation)),
  }));
  const operations = new Map([...all.operations].filter(([operation]) => chosen.has(operation)));
  return { ...all, reference: { ...all.reference, chapters }, operations };
}

/**
 * Refuses limits of an operation that the docs do not have: a slip would bind nothing, and make
 * everything else speak of microversions.
 */
export function refuseUnknownLimits({ operations }: Inferences, { limits = {} }: Settings): void {
  const all = [...operations.values()];
  const known = new Set(all.flatMap((each) => [each.operationId, each.operation.title.value]));
  for (const name of Object.keys(limits)) {
    if (known.has(name)) continue;
    throw new ConfigurationError(
      `limits: "${name}" is no operation.${didYouMean(name, known)} Name it by its title in the docs or its operationId.`,
    );
  }
}

/** A document of a part of the docs says so: nothing else of it tells that there is more. */
export function withPart(
  document: OpenApiDocument,
  { include, exclude }: Settings,
): OpenApiDocument {
  const extension = document["x-restanza"];
  if (extension === undefined || (include === undefined && exclude === undefined)) return document;
  const part = { ...(include && { include }), ...(exclude && { exclude }) };
  return { ...document, "x-restanza": { ...extension, part } };
}

/** Every word by which the configuration may speak of an operation. */
function namesOf(chapter: Chapter, operation: Operation, operationId: string): readonly string[] {
  return [operation.document, operation.source]
    .flatMap((path) => {
      const file = path.slice(path.lastIndexOf("/") + 1);
      return [path, file, file.replace(/\.\w+$/, "")];
    })
    .concat(chapter.name, chapter.title, operation.title.value, operationId);
}

/** Whether one of the names is one of the patterns. */
export function isNamed(names: readonly string[], patterns: readonly string[]): boolean {
  return patterns.some((pattern) => names.some((name) => matches(name, pattern)));
}

/** Whether `name` is `pattern`, in which `*` stands for any text; capitals aside. Linear in both. */
export function matches(name: string, pattern: string): boolean {
  const [first = "", ...parts] = pattern.toLowerCase().split("*");
  const words = name.toLowerCase();
  const last = parts.pop();
  if (last === undefined) return words === first;
  if (!words.startsWith(first) || words.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts) {
    const found = words.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return words.endsWith(last) && words.length - last.length >= at;
}
