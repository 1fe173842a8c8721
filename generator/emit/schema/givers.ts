import { addTo } from "../../collections/groups.js";
import { rememberingOf } from "../../collections/remembered.js";
import type { SchemaObject } from "../../openapi/document.js";
import { encloses } from "../../openapi/versions.js";
import type { OperationModel } from "../../openapi/model.js";
import { readBounds } from "../../openapi/read/read-range.js";
import { isRecord, schemaName } from "../../openapi/references.js";

/** Of a model what types of answers are made from. */
export interface Answered {
  readonly chapters: readonly { readonly operations: readonly OperationModel[] }[];
  readonly schemas: Readonly<Record<string, SchemaObject>>;
}

/** Which operations answer with a component. */
export interface Givers {
  /** In the order of the document. */
  operations(component: string): readonly OperationModel[];
  /** Their titles, for words in a comment: `Create Server and Rebuild Server`. */
  titles(component: string): string;
  /** Whether all of them are only there while bounds hold. */
  within(component: string): (bounds: SchemaObject["x-openstack"]) => boolean;
}

/** So many operations are named one by one. */
const most = 3;

/** The operations by the components that their answers hold, wherever. */
export function operationsOf(model: Answered): Givers {
  const givers = new Map<string, OperationModel[]>();
  for (const operation of model.chapters.flatMap(({ operations }) => operations)) {
    const bodies = operation.responses.flatMap(({ ok, body }) => (ok && body ? [body.schema] : []));
    for (const name of componentsOf(bodies, model.schemas)) {
      addTo(givers, name, operation);
    }
  }
  return {
    operations: (component) => givers.get(component) ?? [],
    titles(component) {
      const titles = [...new Set((givers.get(component) ?? []).map(({ title }) => title))];
      const left = titles.length - most;
      if (left > 0) return `${titles.slice(0, most).join(", ")} and ${left} more`;
      const last = titles.pop() ?? "";
      return titles.length === 0 ? last : `${titles.join(", ")} and ${last}`;
    },
    within(component) {
      const all = givers.get(component) ?? [];
      return (extension) => {
        const outer = readBounds(extension);
        return all.every(({ bounds }) => encloses(outer, bounds));
      };
    },
  };
}

/** The components in schemas, and in those in turn. */
export function componentsOf(
  schemas: readonly (SchemaObject | undefined)[],
  among: Readonly<Record<string, SchemaObject>>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: unknown[] = [...schemas];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (!isRecord(value)) continue;
    for (const name of namesIn(value)) {
      if (found.has(name)) continue;
      found.add(name);
      if (Object.hasOwn(among, name)) waiting.push(among[name]);
    }
  }
  return found;
}

/** The components that a schema names itself, in the order in which they are decided on. */
const namesIn = rememberingOf((schema: object): ReadonlySet<string> => {
  const found = new Set<string>();
  const waiting: unknown[] = [schema];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) for (const inner of value) waiting.push(inner);
    else if (isRecord(value)) {
      const name = typeof value["$ref"] === "string" ? schemaName(value["$ref"]) : undefined;
      if (name !== undefined) found.add(name);
      for (const [key, inner] of Object.entries(value))
        if (key !== "example" && key !== "examples") waiting.push(inner);
    }
  }
  return found;
});
