import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { countWords, locate } from "../generator/diagnostics/report/finding.js";
import { picture } from "../generator/diagnostics/report/picture.js";
import { coloured, pretty } from "../generator/diagnostics/report/pretty.js";
import { inspect } from "../generator/pipeline/build.js";

interface Shown {
  readonly tree: URL;
  readonly title: string;
  /** Of the findings, only those of these codes, as `--code` has it; all warnings without. */
  readonly codes?: readonly string[];
}

const example: Shown = {
  tree: new URL("../docs/example", import.meta.url),
  title: "What restanza lint shows of a small API reference",
};

const cinder: Shown = {
  tree: new URL("../../shared/corpora/cinder", import.meta.url),
  title: "What restanza lint shows of Cinder's API reference",
  codes: ["incomplete-parameter-entry", "missing-leading-slash", "misspelt-key"],
};

/** Pictures of what `restanza lint` shows on a terminal, by their file in docs/. */
export const lintPictures: ReadonlyMap<string, () => string> = new Map(
  Object.entries({ "lint.svg": example, "lint-cinder.svg": cinder })
    .filter(([, { tree }]) => existsSync(tree))
    .map(([name, shown]) => [name, () => pictureOf(shown)]),
);

function pictureOf({ tree, title, codes }: Shown): string {
  const { diagnostics, textOf } = inspect({ path: fileURLToPath(tree) }, {});
  const found = locate(
    diagnostics.filter(({ severity, code }) => codes?.includes(code) ?? severity !== "info"),
    textOf,
    (source) => source.replace("api-ref/source/", ""),
  );
  const filters = (codes ?? []).map((code) => ` --code ${code}`).join("");
  const command = coloured("dim", "$ ") + coloured("bold", "restanza lint") + filters;
  return picture(`${command}\n\n${pretty(found, coloured)}\n${countWords(found)}\n`, title);
}
