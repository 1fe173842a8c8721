import { rememberingOf } from "../../collections/remembered.js";
import type { OperationModel } from "../../openapi/model.js";
import { join, type Text } from "../text.js";
import { ModuleScope } from "../module-scope.js";
import type { TypeCatalogue, TypeExpression } from "../type-names.js";
import { bodyOf } from "../bodies.js";

type Name = Text<"identifier">;

/** The types of the runtime that the module of a chapter may import: nothing of it is called so. */
export const importedTypes = [
  "ByVersion",
  "Content",
  "Context",
  "Handled",
  "JsonValue",
  "NoRequest",
  "Reply",
  "RequestContent",
  "Route",
  "StatusIn",
  "WithHeaders",
] as const;
type ImportedType = (typeof importedTypes)[number];

/** The names of `types.ts` that an operation speaks of. */
export function typesOf(operation: OperationModel, types: TypeCatalogue): readonly Name[] {
  const schemas = operation.responses.flatMap(({ body }) => (body ? [body.schema] : []));
  const body = bodyOf(operation);
  if (body !== undefined) schemas.push(body.schema);
  return [
    types.query(operation),
    types.headers(operation),
    types.members(inlineIn(operation), 0),
    ...schemas.flatMap((schema) => [types.reference(schema), types.reference(schema, "V")]),
  ].flatMap((expression) => expression?.imports ?? []);
}

/** The parameters that are written where they stand. */
const inlineIn = rememberingOf(({ parameters }: OperationModel) =>
  parameters.filter((parameter) => parameter.in === "path" || parameter.in === "cookie"),
);

const modules = { runtime: "./runtime.js", styles: "./styles.js", checks: "./validators.js" };

/** What the module of a chapter imports, gathered while its text is made. */
export class ChapterScope {
  readonly #names: ModuleScope;

  /** `taken`: every name that this module may import from `types.ts`. */
  constructor(taken: Iterable<string>) {
    this.#names = new ModuleScope(taken);
  }

  /** The text of a type, whose names are now imported. */
  type(expression: TypeExpression): Text<"code"> {
    return this.#names.type(expression);
  }

  /** A type of the runtime. Where the API has one of that name, ours is called otherwise here. */
  runtime(name: ImportedType): Name {
    return this.#names.use(modules.runtime, name);
  }

  /** A check of `validators.ts`. */
  check(name: Name | undefined): Name | undefined {
    return name && this.#names.use(modules.checks, name, "value");
  }

  /** What reads parameters that are not written as is usual. */
  styles(name: Name): Name {
    return this.#names.use(modules.styles, name, "value");
  }

  declarations(): Text<"code"> {
    const { runtime, styles, checks } = modules;
    return join(this.#names.declarations(["../types.js", runtime, styles, checks]), "\n");
  }
}
