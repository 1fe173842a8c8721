// Our pages beside those of Sphinx.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../install.mjs";
import { askPython, buildWithSphinx, run } from "./sphinx.mjs";
import { lackingSentences } from "./words.mjs";

/** Pages that Sphinx makes of no document. */
const own = new Set(["genindex.html", "search.html", "py-modindex.html"]);

/** Ids of controls, which stand where each site has them. */
const chrome = new Set(["expand-all", "table-of-contents"]);

/** Compares both sites of a tree, and tells; the number of faults. */
export function compareSites(corpora, name, home) {
  const { tree, html, said } = buildWithSphinx(corpora, name, home);
  const out = join(home, name, "ours");
  run(process.execPath, [join(root, "dist/cli.js"), "docs", tree, "--quiet", "--out", out]);
  const theirs = askPython("pages.py", [html]);
  const ours = askPython("pages.py", [out]);
  let faults = 0;
  const tell = (what, found) => {
    faults += found.length;
    console.log(`  ${what}: ${found.length === 0 ? "none" : found.length}`);
    for (const each of found.slice(0, 10)) console.log(`    ${each}`);
  };
  const pages = Object.entries(theirs).filter(([path]) => !own.has(path));
  const count = pages.reduce((sum, [, { ids }]) => sum + ids.length, 0);
  console.log(`${name}: ${pages.length} pages, ${count} ids, Sphinx says ${said.length} warnings`);
  tell(
    "ids that ours lacks",
    pages.flatMap(([path, page]) => lackingIds(path, page, ours[path])),
  );
  tell(
    "ids elsewhere",
    pages.flatMap(([path, page]) => elsewhere(path, page, ours[path])),
  );
  tell(
    "ids twice",
    Object.entries(ours).flatMap(([path, page]) => twice(path, page)),
  );
  const inventories = [join(html, "objects.inv"), join(out, "objects.inv")];
  tell("names that the inventory lacks", lackingNames(...inventories, ours));
  const { lacking, reasons } = lackingSentences(pages, ours);
  tell("sentences that ours lacks", lacking);
  for (const [reason, left] of reasons) console.log(`  left out: ${left}, ${reason}`);
  return faults;
}

function lackingIds(path, { ids }, ours) {
  const known = new Set(ours?.ids.map(([id]) => id));
  return [...new Set(ids.map(([id]) => id))]
    .filter((id) => !known.has(id))
    .map((id) => `${path}#${id}`);
}

/** Ids that stand below none of the headings of the operation or section which Sphinx has there. */
function elsewhere(path, { ids }, ours) {
  const places = new Map(ours?.ids.toReversed());
  const seen = new Set();
  return ids.flatMap(([id, [heading]]) => {
    const here = places.get(id);
    if (here === undefined || heading === undefined || seen.has(id) || chrome.has(id)) return [];
    seen.add(id);
    // Marks such as "deprecated" stand behind the words.
    if (here.some((each) => bare(each).startsWith(bare(heading)))) return [];
    return [`${path}#${id}: below "${heading}", not "${here[0]}"`];
  });
}

function twice(path, { ids }) {
  const seen = new Set();
  return ids.flatMap(([id]) => (seen.has(id) ? [`${path}#${id}`] : (seen.add(id), [])));
}

function bare(words) {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Names of Sphinx's inventory that ours lacks, and addresses of ours that lead nowhere. */
function lackingNames(theirs, ours, pages) {
  const [known, found] = [theirs, ours].map((file) => askPython("inventory.py", [file]));
  const lacking = Object.entries(known).flatMap(([role, names]) =>
    Object.keys(names)
      // What os-api-ref needs on its way, and pages that are Sphinx's own.
      .filter(
        (name) => !/-[0-9a-f]{40}-selector$|^(?:genindex|modindex|py-modindex|search)$/.test(name),
      )
      .filter((name) => found[role]?.[name] === undefined)
      .map((name) => `${role} ${name}`),
  );
  const dead = Object.values(found).flatMap((names) =>
    Object.values(names).filter((address) => {
      const [path, id] = address.split("#");
      return !pages[path] || (id && !pages[path].ids.some(([each]) => each === id));
    }),
  );
  return [...lacking, ...dead.map((address) => `leads nowhere: ${address}`)];
}

/** What Sphinx says of the small trees of the tests; the number of those that say otherwise. */
export async function compareWarnings() {
  const { filesOf, warningCases } = await import("../../test/sphinx/warning-cases.ts");
  const said = askPython("sphinx_says.py", [], JSON.stringify(warningCases.map(filesOf)));
  const wrong = warningCases.filter(({ warns }, at) => {
    const lines = said[at];
    return warns === undefined ? lines.length > 0 : !lines.some((line) => line.includes(warns));
  });
  console.log(`warnings: ${warningCases.length} small trees, otherwise than told: ${wrong.length}`);
  for (const { why } of wrong)
    console.log(`    ${why}: ${said[warningCases.findIndex((one) => one.why === why)]}`);
  return wrong.length;
}

/** The ids of Nova's pages, in the order of Sphinx: what test/sphinx/nova-ids.test.ts asks for. */
export function writeIds(corpora, home) {
  const { html } = buildWithSphinx(corpora, "nova", join(home, "again"));
  const { "index.html": page } = askPython("pages.py", [html]);
  const ids = page.ids.map(([id]) => id);
  writeFileSync(join(root, "test/sphinx/nova-ids.txt"), `${ids.join("\n")}\n`);
}
