import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { rawDirectives } from "../../generator/rst/read-document.js";

/** Real API references beside the checkout, a folder per service; tests that need them are skipped without. */
export const corpora = new URL("../../../shared/corpora/", import.meta.url);
export const haveCorpora = existsSync(corpora);
if (!haveCorpora) console.log("skipped: ../shared/corpora is not there");

export const services = haveCorpora ? readdirSync(corpora).sort() : [];

/** Directives that the api-refs use and whose body is not text. */
export const raw: ReadonlySet<string> = new Set([
  ...rawDirectives,
  "rest_method",
  "rest_parameters",
  "rest_status_code",
  "rest_expand_all",
]);

/** Every file of a service whose name ends as `wanted` says, by path. */
export function filesOf(service: string, wanted: RegExp): Record<string, string> {
  const folder = new URL(`${service}/`, corpora);
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const file = new URL(name, folder);
    if (wanted.test(name) && statSync(file).isFile()) found[name] = readFileSync(file, "utf8");
  }
  return found;
}
