import { describe, expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { filesOf, haveCorpora } from "../rst/corpora.js";
import { type Files, plants, putInto } from "./plants.js";

/*
 * Docs that are built every day have hardly an error, so errors are put into them: each must be
 * found at its line, and nothing else may be called an error because of it.
 */

const trees = ["glance", "heat", "magnum", "placement", "swift"];

interface Error {
  readonly code: string;
  readonly file: string;
  readonly line: number;
}

function errorsOf(files: Files): readonly Error[] {
  const { diagnostics } = readApiReference(memoryTree(files));
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, span }) => {
      const before = (files[span?.source ?? ""] ?? "").slice(0, span?.start);
      return { code, file: span?.source ?? "", line: before.split("\n").length };
    });
}

describe.runIf(haveCorpora)("an error put into real docs", () => {
  const sound = new Map(haveCorpora ? trees.map((tree) => [tree, filesOf(tree, /^api-ref/)]) : []);

  test.each(trees)("%s has none before", (tree) => {
    expect(errorsOf(sound.get(tree) ?? {})).toEqual([]);
  });

  test.each(plants)("$code: $what", (plant) => {
    const met = new Set<string>();
    for (const [number, [tree, files]] of [...sound].entries()) {
      // The same places each time, at another part of each tree.
      const planted = putInto(files, plant, (count) => Math.floor((count * (2 * number + 1)) / 10));
      if (planted === undefined) continue;
      met.add(tree);
      const { code } = plant;
      const { file, line } = planted;
      expect(errorsOf(planted.files), `${tree}: ${file}:${line}`).toEqual([{ code, file, line }]);
    }
    expect(met.size).toBeGreaterThan(0);
  });
});
