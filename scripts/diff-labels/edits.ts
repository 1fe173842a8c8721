import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Edit, Pair, Side } from "./pairs.js";

/*
 * Edits of a tree, as the labels write them. A place is named by the shortest text that stands
 * there, so that no sentence of the docs is copied into this project.
 */

/** Copies a tree into `folder`/old and `folder`/new, and edits them; their paths. */
export function makeSides(
  tree: string,
  pair: Pair,
  folder: string,
): Readonly<Record<Side, string>> {
  const sides = { old: join(folder, "old"), new: join(folder, "new") };
  for (const side of ["old", "new"] as const) {
    cpSync(tree, sides[side], { recursive: true });
    for (const [file, content] of editedFiles(tree, pair, side)) {
      const path = join(sides[side], file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }
  return sides;
}

/** What the edited files of one side hold. An Error says which place is not there, or there twice. */
export function editedFiles(
  tree: string,
  pair: Pair,
  side: Side,
): ReadonlyMap<string, string | Buffer> {
  const files = new Map<string, string | Buffer>();
  const read = (file: string): string => {
    const edited = files.get(file);
    return typeof edited === "string" ? edited : readFileSync(join(tree, file), "utf8");
  };
  for (const edit of pair.edits) {
    const on = edit.side ?? pair.edited ?? "new";
    if (on !== "both" && on !== side) continue;
    if (edit.write !== undefined) files.set(edit.file, edit.write);
    else if (edit.bytes !== undefined) files.set(edit.file, Buffer.from(edit.bytes, "hex"));
    else {
      const before = read(edit.file);
      const { text, cut } = edited(before, edit);
      if (text === before) throw new Error(`${edit.file}: the edit changes nothing`);
      files.set(edit.file, text);
      if (edit.paste !== undefined) {
        files.set(edit.paste.file, pasted(read(edit.paste.file), edit.paste, cut));
      }
    }
  }
  return files;
}

/** The text with its edit made, and what was cut out of it. */
function edited(text: string, edit: Edit): { readonly text: string; readonly cut: string } {
  const { file, append, all, replace = "" } = edit;
  if (append !== undefined) return { text: text + append, cut: "" };
  if (all !== undefined) {
    if (!text.includes(all)) throw new Error(`${file}: nothing reads ${JSON.stringify(all)}`);
    return { text: text.replaceAll(all, () => replace), cut: "" };
  }
  const { start, end } = edit.cut === undefined ? found(text, edit) : range(text, file, edit.cut);
  return { text: text.slice(0, start) + replace + text.slice(end), cut: text.slice(start, end) };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where `find` stands: once in the text, or for the first time behind `after`, which does. */
function found(text: string, { file, find = "", after }: Edit): Place {
  const start =
    after === undefined
      ? once(text, find, file)
      : text.indexOf(find, once(text, after, file) + after.length);
  if (start < 0) throw new Error(`${file}: ${JSON.stringify(find)} is not behind ${after}`);
  return { start, end: start + find.length };
}

/** From where `from` begins to where `to` begins behind it, or to the end of the file. */
function range(text: string, file: string, { from, to }: NonNullable<Edit["cut"]>): Place {
  const start = once(text, from, file);
  const end = to === undefined ? text.length : text.indexOf(to, start + from.length);
  if (end < 0) throw new Error(`${file}: ${JSON.stringify(to)} is not behind ${from}`);
  return { start, end };
}

/** A text with what was cut elsewhere put before a place of it, or at its end. */
function pasted(text: string, { file, before }: NonNullable<Edit["paste"]>, cut: string): string {
  const at = before === undefined ? text.length : once(text, before, file);
  return text.slice(0, at) + cut + text.slice(at);
}

/** Where a text stands that must stand there once. */
function once(text: string, wanted: string, file: string): number {
  const at = text.indexOf(wanted);
  if (at < 0) throw new Error(`${file}: nothing reads ${JSON.stringify(wanted)}`);
  if (text.indexOf(wanted, at + 1) >= 0) {
    throw new Error(`${file}: ${JSON.stringify(wanted)} stands there more than once`);
  }
  return at;
}
