import type { Text } from "./text.js";
import { identifier } from "./text.js";
import type { TypeExpression } from "./type-names.js";
import { importFrom, type Imported } from "./layout/imports.js";

type Name = Text<"identifier">;

/**
 * The imports of one module, gathered while its text is made. Types of the API keep their names;
 * what else has the same name is called otherwise here, with `_` behind it.
 */
export class ModuleScope {
  readonly #types: ReadonlySet<string>;
  readonly #modules = new Map<string, Map<string, Imported>>();

  /** `types`: every name that this module will import from `types.ts`. */
  constructor(types: Iterable<string>) {
    this.#types = new Set(types);
  }

  /** The text of a type, whose names are now imported. */
  type(expression: TypeExpression): Text<"code"> {
    for (const name of expression.imports) this.#add("../types.js", name, name, true);
    return expression.text;
  }

  /** The local name of what another module of the output exports. */
  use(module: string, words: string, kind: "type" | "value" = "type"): Name {
    const name = identifier(words);
    const local = this.#types.has(name) ? identifier(`${name}_`) : name;
    this.#add(module, name, local, kind === "type");
    return local;
  }

  /** The import declarations, in the order of `modules`, which holds every module in use. */
  declarations(modules: readonly string[]): readonly Text<"code">[] {
    return modules.flatMap((module) =>
      importFrom(module, [...(this.#modules.get(module)?.values() ?? [])]),
    );
  }

  #add(module: string, name: Name, local: Name, type: boolean): void {
    const names = this.#modules.get(module) ?? new Map<string, Imported>();
    this.#modules.set(module, names.set(name, { name, local, type }));
  }
}
