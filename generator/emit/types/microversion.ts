import type { ApiModel, Microversions } from "../../openapi/model.js";
import { digestOf, header } from "../header.js";
import { templateText } from "../render.js";
import { jsdoc, literal } from "../text.js";

/** The table of versions, and behind it what is the same for every service. */
export function microversionText(model: ApiModel, { all }: Microversions): string {
  const [first = "", ...later] = all;
  const last = later.at(-1) ?? first;
  const rows = later.map(
    (version, index) => `  ${literal(version)}: ${literal(all[index] ?? "")};\n`,
  );
  const said =
    "Every documented microversion but the first, each with the one before it; and the newest.";
  const latest = `  latest: ${literal(last)};\n`;
  const table = `${jsdoc(said)}export interface Before {\n${latest}${rows.join("")}}\n`;
  const words = `A microversion of the ${model.title}, for example \`"${last}"\`.`;
  const known = rows.length > 0 ? ` | Exclude<keyof Before, "latest">` : "";
  const versions = `${jsdoc(words)}export type Microversion = ${literal(first)}${known};\n`;
  return [header(["the versions in the docs"], digestOf(all)), table, versions, fixed()].join("\n");
}

/** The runtime without what stands in for the generated table. */
function fixed(): string {
  const text = templateText("types/runtime/microversion.ts");
  return text.slice(text.indexOf("/**"));
}
