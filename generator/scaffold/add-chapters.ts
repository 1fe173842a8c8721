import { addTo } from "../collections/groups.js";
import { type ImportDeclaration, Node, type SourceFile } from "ts-morph";
import { chapterText } from "./handlers.js";
import type { HandlersInFile } from "./find-handlers.js";
import { nameOf } from "./find-handlers.js";
import { behindComments, type Edit, type Layout } from "./layout.js";
import { insertInto, type Item, listOf } from "./lists.js";
import type { ChapterStubs } from "./stubs.js";

export interface Place {
  readonly chapters: readonly ChapterStubs[];
  readonly inFile: HandlersInFile;
  readonly layout: Layout;
  readonly notImplemented: string;
}

/** Adds whole chapters, each behind the one before it in the docs, and serves them. */
export function addChapters(
  file: SourceFile,
  absent: readonly ChapterStubs[],
  { chapters, inFile, layout, notImplemented }: Place,
): { readonly edits: readonly Edit[]; readonly unserved: readonly string[] } {
  const { lineEnd, step } = layout;
  const text = file.getFullText();
  const edits: Edit[] = [];
  const served = new Map<Node | undefined, Item[]>();
  const { assembly } = inFile;
  const properties = assembly?.getProperties() ?? [];
  const taken = declaredNames(file);
  let statement: Node | undefined;
  let property: Node | undefined;
  for (const chapter of chapters) {
    const found = inFile.chapters.get(chapter.key);
    statement = (found && statementOf(found.container)) ?? statement;
    property = properties.find((each) => nameOf(each) === chapter.key) ?? property;
    if (!absent.includes(chapter)) continue;
    const name = taken.has(chapter.key) ? `${chapter.key}Handlers` : chapter.key;
    const added = chapterText(chapter, { name, notImplemented, step })
      .trimEnd()
      .replaceAll("\n", lineEnd);
    edits.push(behind(statement ?? lastBefore(file, assembly), added));
    const words = name === chapter.key ? name : `${chapter.key}: ${name}`;
    const item: Item = { lines: (indent) => indent + words, inline: words };
    addTo(served, property, item);
  }
  if (assembly === undefined) return { edits, unserved: absent.map(({ key }) => key) };
  for (const [anchor, items] of served) {
    edits.push(...insertInto(listOf(assembly), anchor, items, layout));
  }
  return { edits, unserved: [] };

  function behind(node: Node | undefined, added: string): Edit {
    if (node === undefined) return { from: 0, to: 0, insert: added + lineEnd };
    const at = behindComments(text, node.getEnd());
    return { from: at, to: at, insert: lineEnd + lineEnd + added };
  }
}

/** What a file is to import. */
export interface Wanted {
  readonly from: string;
  readonly name: string;
  /** What the file calls it, if not by its name. */
  readonly as?: string;
  readonly isType?: boolean;
}

/** Imports what is not imported yet, in the declarations that there are. */
export function addImports(
  file: SourceFile,
  layout: Layout,
  wanted: readonly Wanted[],
): readonly Edit[] {
  const { lineEnd, quote, semicolon } = layout;
  const declarations = file.getImportDeclarations();
  const has = (name: string) =>
    declarations.some((each) => each.getNamedImports().some((one) => one.getName() === name));
  const into = new Map<ImportDeclaration, Wanted[]>();
  const alone = new Map<string, Wanted[]>();
  for (const each of wanted.filter(({ name }) => !has(name))) {
    const declaration = declarations.find(
      (one) =>
        one.getModuleSpecifierValue() === each.from &&
        one.getNamedImports().length > 0 &&
        (each.isType === true || !one.isTypeOnly()),
    );
    if (declaration === undefined) addTo(alone, each.from, each);
    else addTo(into, declaration, each);
  }
  const words = ({ name, as }: Wanted) =>
    as === undefined || as === name ? name : `${name} as ${as}`;
  const edits = [...into].flatMap(([declaration, names]) => {
    const list = declaration.getImportClause()?.getNamedBindings();
    if (!Node.isNamedImports(list)) return [];
    const items = names.map((each): Item => {
      const inline = `${each.isType === true && !declaration.isTypeOnly() ? "type " : ""}${words(each)}`;
      return { lines: (indent) => indent + inline, inline };
    });
    return insertInto(listOf(list), list.getElements().at(-1), items, layout);
  });
  const lines = [...alone].map(([from, names]) => {
    const kind = names.every(({ isType }) => isType === true) ? "import type" : "import";
    return `${kind} { ${names.map(words).join(", ")} } from ${quote}${from}${quote}${semicolon}`;
  });
  if (lines.length === 0) return edits;
  const last = declarations.at(-1);
  if (last !== undefined) {
    const at = behindComments(file.getFullText(), last.getEnd());
    return [...edits, { from: at, to: at, insert: lines.map((line) => lineEnd + line).join("") }];
  }
  const at = file.getStatements()[0]?.getStart(true) ?? file.getEnd();
  return [...edits, { from: at, to: at, insert: lines.map((line) => line + lineEnd).join("") }];
}

/** The names that a file declares or imports at its top. */
export function declaredNames(file: SourceFile): ReadonlySet<string> {
  return new Set([
    ...file.getVariableDeclarations().map((each) => each.getName()),
    ...[...file.getFunctions(), ...file.getClasses()].flatMap((each) => each.getName() ?? []),
    ...[...file.getInterfaces(), ...file.getTypeAliases(), ...file.getEnums()].map((each) =>
      each.getName(),
    ),
    ...file
      .getImportDeclarations()
      .flatMap((each) => [
        ...each.getNamedImports().map((one) => one.getAliasNode()?.getText() ?? one.getName()),
        ...[each.getDefaultImport(), each.getNamespaceImport()].flatMap(
          (one) => one?.getText() ?? [],
        ),
      ]),
  ]);
}

/** The statement of the file that a node is in. */
function statementOf(node: Node): Node | undefined {
  return [node, ...node.getAncestors()].find((each) => Node.isSourceFile(each.getParent()));
}

/** The statement before the one that serves the chapters; without one, the last. */
function lastBefore(file: SourceFile, assembly: Node | undefined): Node | undefined {
  const statements = file.getStatements();
  const serving = assembly && statementOf(assembly);
  return serving === undefined ? statements.at(-1) : serving.getPreviousSibling();
}
