import type { SourceTree } from "../../source/tree.js";

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
