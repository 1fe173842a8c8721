import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { misplacedPath } from "../../diagnostics/rules/misplaced-path.js";
import { missingFile } from "../../diagnostics/rules/missing-file.js";
import { missingFolder } from "../../diagnostics/rules/missing-folder.js";
import type { SourceId } from "../../diagnostics/span.js";
import type { Words } from "../../rst/inline/words.js";
import { absentFolder } from "../../source/absent-folder.js";
import type { SourceTree } from "../../source/tree.js";
import { filesOfDirective, filesOfText } from "../files/named-files.js";
import { settingsOf } from "../files/sphinx-settings.js";

/**
 * Files that directives and roles in `words` name, shown in `documents`, and that are not there
 * (Sphinx: "image file not readable", "download file not readable", "Include file … not found";
 * docutils: `Problems with "csv-table" directive path`). What lies outside the tree cannot be
 * told; neither what conf.py may make first, such as samples of settings.
 */
export function missingFiles(
  { directives, marked }: Pick<Words, "directives" | "marked">,
  documents: readonly SourceId[],
  tree: SourceTree,
): readonly Diagnostic[] {
  const files = [
    ...directives.flatMap((directive) => filesOfDirective(directive, tree)),
    ...marked.flatMap((text) => filesOfText(text, tree)),
  ];
  return files.flatMap(({ path, what, span, candidates, fromDocument }) => {
    // Of a fragment alone, nobody knows the document.
    if (fromDocument && !path.startsWith("/") && documents.some((each) => each.endsWith(".inc")))
      return [];
    const ids = documents.flatMap(candidates);
    const [id] = ids;
    if (id === undefined || !ids.every((each) => isMissing(each, tree))) return [];
    const { source } = span;
    if (fromDocument && candidates(source).some((each) => tree.read(each).kind === "text"))
      return [report(misplacedPath, span, { path, source })];
    const folder = absentFolder(tree, id);
    return folder === undefined
      ? [report(missingFile, span, { path, what })]
      : [report(missingFolder, span, { path, what, folder })];
  });
}

function isMissing(id: SourceId, tree: SourceTree): boolean {
  return tree.read(id).kind === "missing" && !mayBeMade(id, tree);
}

/** Whether conf.py has the path of `id`, or its beginning up to a dot: `_static/sample`. */
function mayBeMade(id: SourceId, tree: SourceTree): boolean {
  const path = tree.sourceFolder === "" ? id : id.slice(tree.sourceFolder.length + 1);
  return [...settingsOf(tree).matchAll(/["']([\w./-]+)["']/g)].some(
    ([, said = ""]) => said === path || path.startsWith(`${said}.`),
  );
}
