import { addTo } from "../collections/groups.js";
import { Node, Project, type SourceFile, SyntaxKind } from "ts-morph";
import { memberName } from "../emit/text.js";
import { addChapters, addImports, declaredNames } from "./add-chapters.js";
import { deprecate, docOf, restore } from "./deprecate.js";
import { type Container, findHandlers, type Found, membersOf, nameOf } from "./find-handlers.js";
import { stubLines } from "./handlers.js";
import { type Edit, edited, type Layout, layoutOf } from "./layout.js";
import { insertInto, type Item, listOf } from "./lists.js";
import type { ChapterStubs, Stub } from "./stubs.js";

export interface MergeOptions {
  /** How the file imports the emitted server, such as `./server`, where it does not yet. */
  readonly server: string;
  /** Whether the docs have a chapter since the last run: only such a one is added as a whole. */
  readonly isNew: (chapter: ChapterStubs) => boolean;
}

/** A handlers file after a change of the docs. */
export interface Merged {
  readonly text: string;
  /** Names of handlers that were added. */
  readonly added: readonly string[];
  /** Names of handlers whose operations are gone. */
  readonly deprecated: readonly string[];
  /** Names of handlers whose operations are there again. */
  readonly restored: readonly string[];
  /** Chapters that were added, but to no object that is given to `plugin()`. */
  readonly unserved: readonly string[];
}

/** A file that is no TypeScript. */
export interface Broken {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/**
 * Brings a file that people wrote up to the docs: a stub for each operation that has no handler, a
 * mark for each handler that has no operation. Every other byte stays as it is; what cannot be told
 * from the file (a chapter in another file, a spread of something imported) is left alone.
 */
export function mergeHandlers(
  text: string,
  chapters: readonly ChapterStubs[],
  options: MergeOptions,
): Merged | Broken {
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const project = new Project({ useInMemoryFileSystem: true, compilerOptions: { noLib: true } });
  const file = project.createSourceFile("handlers.ts", text.slice(mark.length));
  const [problem] = project.getProgram().getSyntacticDiagnostics(file);
  if (problem !== undefined) {
    const message = problem.getMessageText();
    return {
      line: problem.getLineNumber() ?? 1,
      message: typeof message === "string" ? message : message.getMessageText(),
    };
  }
  const layout = layoutOf(file);
  const inFile = findHandlers(file, chapters);
  const notImplemented =
    inFile.localNames.get("NotImplemented") ??
    (declaredNames(file).has("NotImplemented") ? "NotImplementedYet" : "NotImplemented");
  const merged = chapters.flatMap((chapter) => {
    const found = inFile.chapters.get(chapter.key);
    return found === undefined
      ? []
      : [mergeChapter(chapter, found, { chapters, layout, notImplemented })];
  });
  const others = chapters.filter(({ key }) => !inFile.chapters.has(key));
  const absent = withoutMentioned(file, others.filter(options.isNew));
  const whole = addChapters(file, absent, { chapters, inFile, layout, notImplemented });
  const added = [
    ...merged.flatMap(({ added: names }) => names),
    ...absent.flatMap(({ stubs }) => stubs.map(({ name }) => name)),
  ];
  const imports = addImports(file, layout, [
    ...(added.length > 0
      ? [{ from: `${options.server}/runtime.js`, name: "NotImplemented", as: notImplemented }]
      : []),
    ...absent.map(({ type }) => ({ from: `${options.server}/index.js`, name: type, isType: true })),
  ]);
  // Of edits at one place the imports come first.
  const edits = [...imports, ...merged.flatMap((each) => each.edits), ...whole.edits];
  return {
    text: mark + edited(file.getFullText(), edits),
    added,
    deprecated: merged.flatMap(({ deprecated }) => deprecated),
    restored: merged.flatMap(({ restored }) => restored),
    unserved: whole.unserved,
  };
}

interface Surroundings {
  readonly chapters: readonly ChapterStubs[];
  readonly layout: Layout;
  /** What the file calls the error of a handler that is still to be written. */
  readonly notImplemented: string;
}

function mergeChapter(
  chapter: ChapterStubs,
  found: Found,
  { chapters, layout, notImplemented }: Surroundings,
): { edits: readonly Edit[]; added: string[]; deprecated: string[]; restored: string[] } {
  const { container, isExact, isPartial } = found;
  const list = listOf(container);
  const own = new Map<string, Node>();
  for (const member of list.members) {
    const name = nameOf(member);
    if (name !== undefined) own.set(name, member);
  }
  const known = isPartial ? undefined : membersOf(container);
  const missing = known === undefined ? [] : chapter.stubs.filter(({ name }) => !known.has(name));
  const edits: Edit[] = [];

  // Each stands behind the operation that the docs have before it.
  const behind = new Map<Node | undefined, Stub[]>();
  let anchor: Node | undefined;
  for (const stub of chapter.stubs) {
    anchor = known?.get(stub.name) ?? anchor;
    if (missing.includes(stub)) addTo(behind, anchor, stub);
  }
  for (const [member, stubs] of behind) {
    const items = stubs.map((stub) => stubItem(stub, container, notImplemented));
    edits.push(...insertInto(list, member, items, layout));
  }

  const deprecated: string[] = [];
  const restored: string[] = [];
  const names = new Set<string>(chapter.stubs.map(({ name }) => name));
  for (const [name, member] of own) {
    const changed = names.has(name)
      ? restore(member)
      : wasHandler(member, isExact)
        ? deprecate(member, whereTo(name, member, chapters, missing), layout)
        : [];
    if (changed.length > 0) (names.has(name) ? restored : deprecated).push(name);
    edits.push(...changed);
  }
  return { edits, added: missing.map(({ name }) => name), deprecated, restored };
}

function stubItem(stub: Stub, container: Container, notImplemented: string): Item {
  // A method of a class has no type from its interface: "never" fits every handler.
  const result = Node.isObjectLiteralExpression(container) ? "" : ": never";
  return {
    lines: (indent, step) =>
      stubLines(stub, { notImplemented, step }, result)
        .map((line) => indent + line)
        .join("\n"),
    inline: `${memberName(stub.name)}()${result} { throw new ${notImplemented}(); }`,
  };
}

/** Whether a member without an operation is no helper of its authors, but was once a handler. */
function wasHandler(member: Node, isExact: boolean): boolean {
  return isExact || /`[A-Z]+ \/[^`]*`/.test(docOf(member)?.text ?? "");
}

/** Where the docs have an operation now that was called `name`, in words. */
function whereTo(
  name: string,
  member: Node,
  chapters: readonly ChapterStubs[],
  missing: readonly Stub[],
): string | undefined {
  const other = chapters.find(({ stubs }) => stubs.some((stub) => stub.name === name));
  if (other !== undefined) return `\`${other.key}\``;
  const doc = docOf(member)?.text ?? "";
  const renamed = missing.find(({ place }) => doc.includes(place));
  return renamed && `\`${renamed.name}\``;
}

/** Chapters of which a file does not speak: where it does, their handlers may be in another file. */
function withoutMentioned(
  file: SourceFile,
  chapters: readonly ChapterStubs[],
): readonly ChapterStubs[] {
  if (chapters.length === 0) return [];
  const names = new Set<string>(
    file.getDescendantsOfKind(SyntaxKind.Identifier).map((node) => node.getText()),
  );
  return chapters.filter(({ key, type }) => !names.has(key) && !names.has(type));
}
