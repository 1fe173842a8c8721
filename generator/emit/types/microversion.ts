import type { ApiModel, Microversions } from "../../openapi/model.js";
import { digestOf, header } from "../header.js";
import { templateText } from "../render.js";
import { jsdoc, literal } from "../text.js";

/** The table of versions, and behind it what is the same for every service. */
export function microversionText(model: ApiModel, { all }: Microversions): string {
  const [first = "", ...later] = all;
  const rows = later.map(
    (version, index) => `  ${literal(version)}: ${literal(all[index] ?? "")};\n`,
  );
  const table =
    rows.length > 0
      ? `${jsdoc("Every documented microversion but the first, each with the one before it.")}export interface Before {\n${rows.join("")}}\n`
      : `${jsdoc("There is no microversion but the first.")}export type Before = Record<never, never>;\n`;
  const example = all.at(-1) ?? first;
  const words = `A microversion of the ${model.title}, for example \`"${example}"\`.`;
  const versions = `${jsdoc(words)}export type Microversion = ${literal(first)} | keyof Before;\n`;
  return [header(["the versions in the docs"], digestOf(all)), table, versions, fixed()].join("\n");
}

/** The runtime without what stands in for the generated table. */
function fixed(): string {
  const text = templateText("types/runtime/microversion.ts");
  return text.slice(text.indexOf("/**"));
}
