import { code, literal, type Text } from "../text.js";
import { codeOf } from "./doc.js";
import { list } from "./lists.js";

/** One name of a module, and what it is called here. */
export interface Imported {
  readonly name: Text<"identifier">;
  readonly local: Text<"identifier">;
  readonly type: boolean;
}

/**
 * An import declaration: values before types, each by code unit. Only types: `import type`.
 * Nothing when there is nothing to import.
 */
export function importFrom(path: string, imported: readonly Imported[]): readonly Text<"code">[] {
  return statement("import", path, imported);
}

/** The same as a named re-export; a list shows in a diff what a star would hide. */
export function exportFrom(path: string, exported: readonly Imported[]): readonly Text<"code">[] {
  return statement("export", path, exported);
}

function statement(
  word: "import" | "export",
  path: string,
  names: readonly Imported[],
): readonly Text<"code">[] {
  if (names.length === 0) return [];
  const sorted = names.toSorted((a, b) => Number(a.type) - Number(b.type) || byUnit(a, b));
  const typesOnly = sorted.every(({ type }) => type);
  const items = sorted.map(({ name, local, type }) => {
    const renamed = name === local ? name : code`${name} as ${local}`;
    return type && !typesOnly ? code`type ${renamed}` : renamed;
  });
  const lead = word === "import" ? code`import` : code`export`;
  const open = typesOnly ? code`${lead} type {` : code`${lead} {`;
  const close = code`} from ${literal(path)};`;
  const [only, ...others] = items;
  // A single name stays on the line, however long that is.
  if (only !== undefined && others.length === 0) return [code`${open} ${only} ${close}`];
  return [codeOf(list(open, items, close, true))];
}

/** `export type { A, B };`, in the order given; nothing without names. */
export function exportTypes(names: readonly Text<"identifier">[]): Text<"code"> {
  return names.length === 0 ? code`` : codeOf(list(code`export type {`, names, code`};`, true));
}

function byUnit(a: Imported, b: Imported): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
