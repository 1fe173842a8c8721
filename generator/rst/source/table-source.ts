import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { fileOutsideTree } from "../../diagnostics/rules/file-outside-tree.js";
import { unreadableFile } from "../../diagnostics/rules/unreadable-file.js";
import type { SourceId } from "../../diagnostics/span.js";
import { folderOf, normalise, resolvePath, wayTo } from "../../source/paths.js";
import type { SourceTree } from "../../source/tree.js";
import type { DirectiveOption } from "../blocks.js";
import { splitRows, type Row } from "../rows.js";

/** The rows of a file that a csv-table names, and what is wrong with it. */
export interface TableSource {
  readonly rows: readonly Row[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The file that `:file:` of a csv-table names in what is read as `document`: docutils looks beside
 * the file that holds the directive, and a leading slash is the source folder, which Sphinx
 * (`directives/patches.py`) turns into the way from the document first.
 */
export function tableFile(
  tree: Pick<SourceTree, "sourceFolder">,
  document: SourceId,
  { value: path, valueSpan }: DirectiveOption,
): SourceId {
  const way = path.startsWith("/")
    ? wayTo(resolvePath(tree, document, path), folderOf(document))
    : path;
  return normalise(`${folderOf(valueSpan.source)}/${way}`);
}

/** Reads that file; one that is missing is told with all other files that are. */
export function readTableFile(
  tree: SourceTree,
  document: SourceId,
  option: DirectiveOption,
): TableSource {
  const reading = tree.read(tableFile(tree, document, option));
  const { value: path, valueSpan: span } = option;
  const refused = (...diagnostics: readonly Diagnostic[]): TableSource => ({
    rows: [],
    diagnostics,
  });
  switch (reading.kind) {
    case "text":
      return { rows: splitRows(reading.text, reading.id), diagnostics: [] };
    case "missing":
      return refused();
    case "outside":
      return refused(report(fileOutsideTree, span, { path, what: "table" }));
    case "too-large": {
      const reason = `it has ${reading.bytes} bytes, and ${reading.limit} is the limit`;
      return refused(report(unreadableFile, span, { path, reason }));
    }
    case "unreadable":
      return refused(report(unreadableFile, span, { path, reason: reading.reason }));
  }
}
