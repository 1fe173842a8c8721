// The docs that rules are tried on: whole trees, each tree without half of its samples, and cases.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Every tree of `shared`, read once: its name, the kind of docs, and what they say. */
export function allDocs(program, shared) {
  const trees = foldersOf(join(shared, "corpora")).map((path) => ({
    kind: "whole",
    ...read(program, path),
  }));
  const cases = foldersOf(join(shared, "cases")).map((path) => ({
    kind: "case",
    ...read(program, path),
  }));
  const halves = trees.flatMap(({ name, reference }) =>
    [0, 1].map((half) => ({ kind: "half", name, reference: without(reference, half) })),
  );
  return [...trees, ...halves, ...cases];
}

function foldersOf(folder) {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
  return paths.filter((path) => statSync(path).isDirectory());
}

function read(program, path) {
  const opening = program.openTree(path);
  if (opening.kind !== "opened") throw new Error(`${path}: ${opening.reason}`);
  return {
    name: path.split(/[\\/]/).at(-1),
    reference: program.readApiReference(opening.tree).value,
  };
}

/** The reference without the samples of every second operation that has any: what is inferred then? */
function without(reference, half) {
  let seen = 0;
  const hide = (operation) =>
    operation.samples.length > 0 && seen++ % 2 === half ? { ...operation, samples: [] } : operation;
  const chapters = reference.chapters.map((chapter) => ({
    ...chapter,
    operations: chapter.operations.map(hide),
  }));
  return { ...reference, chapters };
}
