import type { ApiModel, OperationModel } from "../../openapi/model.js";
import { anywhere, referencesIn } from "../../openapi/reach.js";
import { isRecord } from "../../openapi/references.js";
import { causeOf, sha256 } from "../../collections/cause.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { Collected, Entry } from "./collect.js";
import type { EntryNames } from "./names.js";
import type { Variation } from "./shapes.js";

/** What the types of a model are made from, as digests: equal causes make equal types. */
export interface Causes {
  /** Of the declarations of an entry: it, and all that it leads to, with their names. */
  ofEntry(entry: Entry): string;
  /** Of all types that operations speak of. */
  ofOperations(operations: readonly OperationModel[]): string;
}

/** One named schema: what it says, and the keys of the schemas that this leads to. */
interface Cause {
  readonly digest: string;
  readonly leadsTo: readonly string[];
}

/** The causes of the types of a model. Each schema is written as JSON once. */
export function causesOf(
  model: ApiModel,
  collected: Collected,
  variations: ReadonlyMap<string, Variation>,
  shapeNames: ReadonlyMap<string, EntryNames>,
): Causes {
  const { entries, same, inline, parameters } = collected;
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const causes = new Map<string, Cause>();
  const causeOf = (key: string): Cause => {
    const known = causes.get(key);
    if (known !== undefined) return known;
    const made = makeCause(key);
    causes.set(key, made);
    return made;
  };
  const makeCause = (key: string): Cause => {
    if (key === anywhere) return { digest: sha256(JSON.stringify(model.document)), leadsTo: [] };
    const one = same.get(key);
    const entry = byKey.get(one ?? key);
    const names = shapeNames.get(one ?? key);
    const variation = variations.get(one ?? key);
    const given = model.schemas[key];
    const named = entry && [entry.name, entry.view, entry.input, entry.answer];
    const text = JSON.stringify([
      key,
      one,
      given && cause(given),
      entry && cause(entry.schema),
      named,
      names && [names.wide, names.at, names.base, [...names.shapes]],
      variation && [variation.kind, variation.points],
    ]);
    const view = entry?.view === undefined ? [] : [entry.view.resource];
    return {
      digest: sha256(text),
      leadsTo: [...leadsTo(given), ...leadsTo(entry?.schema), ...view],
    };
  };
  const together = (keys: Iterable<string>): string => {
    const reached = new Set(keys);
    // What is added while it is gone through is gone through as well.
    for (const key of reached) for (const next of causeOf(key).leadsTo) reached.add(next);
    return sha256(
      [...reached]
        .sort()
        .map((key) => causeOf(key).digest)
        .join(),
    );
  };
  const own = (operation: OperationModel): readonly (string | undefined)[] => {
    const { query, header } = parameters.get(operation) ?? {};
    const schemas = [
      operation.body?.schema,
      ...operation.responses.map(({ body }) => body?.schema),
    ];
    return [query, header, ...schemas.map((schema) => schema && inline.get(schema))];
  };
  return {
    // Those that lead to each other reach the same, and are not the same.
    ofEntry: ({ key }) => sha256(JSON.stringify([key, together([key])])),
    ofOperations: (operations) => {
      const keys = operations.flatMap((operation) =>
        own(operation).filter((key) => key !== undefined),
      );
      const named = operations.flatMap((operation) => [...referencesIn(operation)]);
      // Which of the named ones each stands for is told by their order.
      return sha256(JSON.stringify([keys, together([...keys, ...named])]));
    },
  };
}

/** A component of a document may be `true` or `false`. */
function cause(schema: SchemaObject): string {
  return isRecord(schema) ? causeOf(schema) : JSON.stringify(schema);
}

function leadsTo(schema: SchemaObject | undefined): Iterable<string> {
  return isRecord(schema) ? referencesIn(schema) : [];
}
