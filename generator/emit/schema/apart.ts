import type { SchemaObject } from "../../openapi/document.js";
import type { OperationModel } from "../../openapi/model.js";
import { compare } from "./differences.js";
import { type Answered, operationsOf } from "./givers.js";
import { findViews } from "./views.js";

/** What is called a view of a resource, and has a type of its own all the same. */
export interface Apart {
  readonly component: string;
  readonly resource: string;
  /** The operations that answer with it, and those that answer with the resource. */
  readonly operations: readonly OperationModel[];
  readonly resources: readonly OperationModel[];
  readonly members: readonly string[];
  readonly common: readonly string[];
  /** Those of them that are required in the one and optional in the other. */
  readonly required: { readonly here: readonly string[]; readonly there: readonly string[] };
  /** Those of them whose types do not fit each other. */
  readonly different: readonly {
    readonly name: string;
    readonly here: SchemaObject;
    readonly there: SchemaObject;
  }[];
}

/** What stands apart, and why; in the order of the components. */
export function apartIn(model: Answered): readonly Apart[] {
  const { same, apart } = findViews(model);
  const givers = operationsOf(model);
  const sameAs = (component: string) => same.get(component) ?? component;
  return [...apart].flatMap(([component, resource]) => {
    const [best, view] = [model.schemas[resource], model.schemas[component]];
    if (best === undefined || view === undefined) return [];
    const { other, strict, loose } = compare(best, view, sameAs, givers.within(component));
    const members = Object.keys(view.properties ?? {});
    return {
      component,
      resource,
      operations: givers.operations(component),
      resources: givers.operations(resource),
      members,
      common: members.filter((name) => Object.hasOwn(best.properties ?? {}, name)),
      required: { here: strict, there: loose },
      different: other.map((name) => ({
        name,
        here: view.properties?.[name] ?? {},
        there: best.properties?.[name] ?? {},
      })),
    };
  });
}
