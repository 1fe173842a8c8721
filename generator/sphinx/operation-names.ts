import type { ApiReference, Operation } from "../apiref/model.js";
import { addTo } from "../collections/groups.js";
import type { SourceId, Span } from "../diagnostics/span.js";
import type { ApiModel, OperationModel } from "../openapi/model.js";
import { fileName } from "../source/paths.js";

/** An operation as the docs say it, and as the document has it, if it has it. */
export interface NamedOperation {
  readonly said: Operation;
  readonly model: OperationModel | undefined;
  /** The name of its chapter in the model. */
  readonly chapter: string | undefined;
}

/** The operations of each stanza, by the place of its directive. */
export type OperationsByPlace = ReadonlyMap<string, readonly NamedOperation[]>;

export function placeOfStanza({ source, start }: Span): string {
  return `${source}:${start}`;
}

/**
 * Finds each documented operation in the model again, by what the document knows of its source: the
 * file, the heading and the method. Of several that are alike the one of its path, then the first
 * that is left. Left out by the user, or called by the service: then the document has none.
 */
export function namedOperations(reference: ApiReference, model: ApiModel): OperationsByPlace {
  const free = new Map<
    string,
    { readonly operation: OperationModel; readonly chapter: string }[]
  >();
  for (const { name, operations } of model.chapters)
    for (const operation of operations) {
      const { source, method } = operation;
      if (source !== undefined)
        addTo(free, keyOf(source.file, source.title, method), { operation, chapter: name });
    }
  const found = new Map<string, NamedOperation[]>();
  for (const said of reference.chapters.flatMap(({ operations }) => operations)) {
    const alike = free.get(keyOf(fileOf(said.source), said.title.value, said.method.value)) ?? [];
    const same = alike.findIndex(({ operation }) => shapeOf(operation.path) === shapeOf(said.path));
    const [taken] = alike.splice(Math.max(0, same), 1);
    addTo(found, placeOfStanza(said.span), {
      said,
      model: taken?.operation,
      chapter: taken?.chapter,
    });
  }
  return found;
}

function keyOf(file: string, title: string, method: string): string {
  return `${file}\n${title}\n${method}`;
}

function fileOf(source: SourceId): string {
  return fileName(source);
}

/** A path without the names of its variables, which the document may have changed. */
function shapeOf(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, "{}");
}
