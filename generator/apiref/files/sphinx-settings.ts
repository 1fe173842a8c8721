import type { SourceId } from "../../diagnostics/span.js";
import type { SourceTree } from "../../source/tree.js";
import { readAssignments } from "./python-literals.js";

/** The text of conf.py of the source folder; `""` where there is none. */
export function settingsOf(tree: SourceTree): string {
  const path = tree.sourceFolder === "" ? "conf.py" : `${tree.sourceFolder}/conf.py`;
  const reading = tree.read(path);
  return reading.kind === "text" ? reading.text : "";
}

/**
 * The extensions that a conf.py lists, `undefined` where a reader without Python cannot tell: no
 * list of plain strings, or one that is added to.
 */
export function extensionsOf(conf: string): readonly string[] | undefined {
  const listed = /^extensions *= *[[(]([^\])]*)[\])]/m.exec(conf)?.[1];
  if (listed === undefined || /\bextensions *(?:\+=|\.)/.test(conf)) return undefined;
  const code = listed.replaceAll(/#.*/g, "");
  if (/[^\s,]/.test(code.replaceAll(/(["'])[^"']*\1/g, ""))) return undefined;
  return [...code.matchAll(/["']([^"']*)["']/g)].map(([, name = ""]) => name);
}

/**
 * Whether a conf.py keeps a document out of the docs (`exclude_patterns`; Sphinx's
 * `get_matching_files`): a pattern fits it, or a folder that it lies in.
 */
export function leftOutBy(tree: SourceTree, conf: string): (source: SourceId) => boolean {
  const said = /^exclude_patterns\b/m.test(conf)
    ? readAssignments(conf).get("exclude_patterns")
    : undefined;
  const patterns = Array.isArray(said)
    ? said.flatMap((each: unknown) => (typeof each === "string" ? [asExpression(each)] : []))
    : [];
  if (patterns.length === 0) return () => false;
  return (source) => {
    const path = tree.sourceFolder === "" ? source : source.slice(tree.sourceFolder.length + 1);
    const parts = path.split("/");
    const paths = parts.map((_, at) => parts.slice(0, at + 1).join("/"));
    return paths.some((each) => patterns.some((pattern) => pattern.test(each)));
  };
}

/** A pattern of Sphinx (`_translate_pattern`): `*` stops at a slash, `**` does not. */
function asExpression(pattern: string): RegExp {
  const signs = pattern.replaceAll(/\*+|\?|[^*?]+/g, (part) => {
    if (part === "?") return "[^/]";
    if (part.startsWith("*")) return part.length > 1 ? ".*" : "[^/]*";
    return part.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${signs}$`);
}

/** The language of code that names none (`highlight_language`). */
export function usualLanguage(conf: string): string | undefined {
  if (!/^highlight_language\b/m.test(conf)) return undefined;
  const said = readAssignments(conf).get("highlight_language");
  return typeof said === "string" ? said : undefined;
}
