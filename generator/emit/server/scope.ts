import type { OperationModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code, identifier } from "../text.js";
import type { TypeCatalogue, TypeExpression } from "../type-names.js";
import { importLine, lines } from "./layout.js";
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
  const inline = operation.parameters.filter(
    (parameter) => parameter.in === "path" || parameter.in === "cookie",
  );
  return [
    types.query(operation),
    types.headers(operation),
    types.members(inline, 0),
    ...schemas.flatMap((schema) => [types.reference(schema), types.reference(schema, "V")]),
  ].flatMap((expression) => expression?.imports ?? []);
}

/** The imports of one module, gathered while its text is made. */
export class ModuleScope {
  readonly #taken: ReadonlySet<string>;
  readonly #types = new Set<Name>();
  readonly #runtime = new Map<string, Text<"code">>();
  readonly #checks = new Set<Name>();
  readonly #styles = new Set<Name>();

  /** `taken`: every name that this module may import from `types.ts`. */
  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** The text of a type, whose names are now imported. */
  type({ text, imports }: TypeExpression): Text<"code"> {
    for (const name of imports) this.#types.add(name);
    return text;
  }

  /** A type of the runtime. Where the API has one of that name, ours is called otherwise here. */
  runtime(words: ImportedType): Name {
    const name = identifier(words);
    const local = this.#taken.has(name) ? identifier(`${name}_`) : name;
    this.#runtime.set(name, name === local ? code`${name}` : code`${name} as ${local}`);
    return local;
  }

  /** A check of `validators.ts`. */
  check(name: Name | undefined): Name | undefined {
    if (name !== undefined) this.#checks.add(name);
    return name;
  }

  /** What reads parameters that are not written as is usual. */
  styles(name: Name): Name {
    this.#styles.add(name);
    return name;
  }

  declarations(): Text<"code"> {
    return lines([
      importLine([...this.#types], "../types.js", "type"),
      importLine([...this.#runtime.values()], "./runtime.js", "type"),
      importLine([...this.#styles], "./styles.js", "value"),
      importLine([...this.#checks], "./validators.js", "value"),
    ]);
  }
}
