import { compareVersions } from "../../../generator/openapi/versions.js";

const voids = new Set(["meta", "link", "img", "br", "hr", "input"]);

/**
 * What a page says at a microversion, as its script shows it: the text of each operation by its id,
 * without what is there for the choice itself. The pages of the site are well-formed.
 */
export function visibleAt(page: string, version: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const open: { name: string; hidden: boolean; operation: string | undefined }[] = [];
  const main = page.slice(page.indexOf("<main"), page.indexOf("</main>"));
  for (const [, closes, name = "", rest = "", text = ""] of main.matchAll(
    /<(\/?)([a-z][a-z\d]*)([^>]*)>([^<]*)/g,
  )) {
    if (closes === "/") open.pop();
    else if (!voids.has(name)) {
      const around = open.at(-1);
      const value = (key: string) => new RegExp(` ${key}="([^"]*)"`).exec(rest)?.[1];
      const ranges = value("data-at");
      const kind = value("class") ?? "";
      const own = kind === "operation" ? value("id") : undefined;
      const away = version !== undefined && ranges !== undefined && !isThere(ranges, version);
      open.push({
        name,
        hidden: around?.hidden === true || away || ofTheChoice.has(kind),
        operation: own ?? around?.operation,
      });
    }
    const here = open.at(-1);
    if (here?.operation === undefined || here.hidden) continue;
    found.set(here.operation, `${found.get(here.operation) ?? ""} ${text.trim()}`.trim());
  }
  // Between types of which each has bounds, the style sheet writes "or".
  return new Map([...found].map(([id, text]) => [id, text.replace(/ or (?=[a-z])|\s+/g, " ")]));
}

/** Said of versions, and of calls that name one; a choice of one is none. */
const ofTheChoice = new Set(["version", "snippet", "choice", "branch"]);

function isThere(ranges: string, version: string): boolean {
  return ranges.split(" ").some((range) => {
    const [min = "", max = ""] = range.split("-");
    return (
      (min === "" || compareVersions(min, version) <= 0) &&
      (max === "" || compareVersions(version, max) <= 0)
    );
  });
}
