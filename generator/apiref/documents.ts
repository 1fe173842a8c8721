import { type Diagnostic, type Outcome, report } from "../diagnostics/diagnostic.js";
import { missingDocument } from "../diagnostics/rules/missing-document.js";
import type { SourceId } from "../diagnostics/span.js";
import type { Block, Directive, RstDocument } from "../rst/blocks.js";
import { rawDirectives, readDocument } from "../rst/read-document.js";
import { leavesRoot, resolvePath } from "../source/paths.js";
import type { SourceTree } from "../source/tree.js";
import { apiDirectives } from "./events.js";
import { spanInLine } from "./prose/lines.js";

/** Directives whose body the readers of this stage take apart themselves. */
const raw: ReadonlySet<string> = new Set([...rawDirectives, ...apiDirectives]);

/**
 * Every document of `tree`, in the order of the docs: as the tables of contents list them,
 * beginning at the root document, then those that no table lists.
 */
export function readDocuments(tree: SourceTree): Outcome<readonly RstDocument[]> {
  const diagnostics: Diagnostic[] = [];
  const read = new Map<SourceId, RstDocument>();
  for (const id of tree.documents) {
    const outcome = readDocument(tree, id, raw);
    for (const each of outcome.diagnostics) diagnostics.push(each);
    read.set(id, outcome.value);
  }
  const ordered = new Set<RstDocument>();
  const root = rootDocument(tree);
  const waiting: SourceId[] = root === undefined ? [] : [root];
  while (waiting.length > 0) {
    const document = read.get(waiting.pop() ?? "");
    if (!document || ordered.has(document)) continue;
    ordered.add(document);
    const entries = tocEntries(document.blocks).flatMap((directive) =>
      resolveEntries(tree, document.source, directive, diagnostics),
    );
    for (const each of entries.reverse()) waiting.push(each);
  }
  return {
    value: [...ordered, ...[...read.values()].filter((each) => !ordered.has(each))],
    diagnostics,
  };
}

/** `index.rst` of the source folder, else the first document. */
export function rootDocument(tree: SourceTree): SourceId | undefined {
  const index = tree.sourceFolder === "" ? "index.rst" : `${tree.sourceFolder}/index.rst`;
  return tree.documents.includes(index) ? index : tree.documents[0];
}

function tocEntries(blocks: readonly Block[]): readonly Directive[] {
  return blocks.flatMap((block) => {
    if (block.kind === "section" || block.kind === "block-quote") return tocEntries(block.blocks);
    if (block.kind !== "directive") return [];
    return block.name === "toctree" ? [block] : tocEntries(block.blocks);
  });
}

/** The documents that a toctree lists: `name`, `Title <name>`, `/from/the/source/folder`, patterns. */
function resolveEntries(
  tree: SourceTree,
  document: SourceId,
  directive: Directive,
  diagnostics: Diagnostic[],
): readonly SourceId[] {
  const globs = directive.options.some((option) => option.name === "glob");
  return [...directive.argument, ...directive.body].flatMap((line) => {
    const text = line.text.trim();
    const named = /<([^<>]+)>$/.exec(text)?.[1] ?? text;
    // Links out, and the document itself.
    if (named === "" || named === "self" || /^[a-z]+:\/\//.test(named)) return [];
    const target = resolvePath(tree, document, named);
    const wanted = target.endsWith(".rst") ? target : `${target}.rst`;
    if (globs && /[*?]/.test(named)) {
      return tree.documents.filter((id) => id !== document && fitsGlob(wanted, id));
    }
    if (tree.documents.includes(wanted)) return [wanted];
    // Of a part of the docs, other documents are simply not there.
    const known = leavesRoot(wanted) ? undefined : tree.read(wanted);
    if (known?.kind !== "text") {
      const from = line.text.indexOf(named);
      const span = spanInLine(line, from, from + named.length);
      diagnostics.push(report(missingDocument, span, { entry: named }));
    }
    return [];
  });
}

/** Whether `path` fits a glob whose `*` and `?` stand for signs other than a slash. Linear per part. */
function fitsGlob(glob: string, path: string): boolean {
  const globs = glob.split("/");
  const parts = path.split("/");
  return (
    globs.length === parts.length && globs.every((each, at) => fitsPart(each, parts[at] ?? ""))
  );
}

function fitsPart(glob: string, part: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let sign = 0;
  while (sign < part.length) {
    if (glob[at] === "*") {
      star = at;
      at += 1;
      resume = sign;
    } else if (at < glob.length && (glob[at] === "?" || glob[at] === part[sign])) {
      at += 1;
      sign += 1;
    } else if (star >= 0) {
      // The last star takes one sign more.
      at = star + 1;
      resume += 1;
      sign = resume;
    } else return false;
  }
  return /^\**$/.test(glob.slice(at));
}
