import { fileURLToPath } from "node:url";
import { countWords, locate } from "../generator/diagnostics/report/finding.js";
import { picture } from "../generator/diagnostics/report/picture.js";
import { coloured, pretty } from "../generator/diagnostics/report/pretty.js";
import { inspect } from "../generator/pipeline/build.js";

/** `docs/lint.svg`: what `restanza lint docs/example` shows on a terminal. */
export function lintPicture(): string {
  const path = fileURLToPath(new URL("../docs/example", import.meta.url));
  const { diagnostics, textOf } = inspect({ path }, {});
  const found = locate(
    diagnostics.filter(({ severity }) => severity !== "info"),
    textOf,
    (source) => source.replace("api-ref/source/", ""),
  );
  const command = coloured("dim", "$ ") + coloured("bold", "restanza lint");
  const shown = `${command}\n\n${pretty(found, coloured)}\n${countWords(found)}\n`;
  return picture(shown, "What restanza lint shows of a small API reference");
}
