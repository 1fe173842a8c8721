// What is shown at a microversion is what the document projected to it has: page by page.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { openPage } from "./browser.mjs";
import { makeSite, pagesIn } from "./sites.mjs";

export async function run({ browser, server, places, check }) {
  const [name, tree, versions] =
    places.corpora === undefined
      ? ["spec", places.spec, ["2.1", "2.36"]]
      : ["nova", join(places.corpora, "nova"), ["2.1", "2.53", "2.96"]];
  const { page, close } = await openPage(browser);
  for (const version of versions) {
    const own = `${name}-${version}`;
    makeSite(tree, join(server.folder, own), "--microversion", version);
    const differing = [];
    let operations = 0;
    for (const path of pagesIn(join(server.folder, name)).keys()) {
      await page.goto(server.url(`${name}/${path}?microversion=${version}`));
      const shown = await page.evaluate(visible);
      const isThere = existsSync(join(server.folder, own, path));
      if (isThere) await page.goto(server.url(`${own}/${path}`));
      const expected = isThere ? await page.evaluate(visible) : {};
      operations += Object.keys(expected).length;
      for (const id of new Set([...Object.keys(shown), ...Object.keys(expected)]))
        if (shown[id] !== expected[id])
          differing.push({
            path,
            id,
            shown: shown[id]?.slice(0, 300),
            expected: expected[id]?.slice(0, 300),
          });
    }
    check(
      `${name} at ${version}: ${operations} operations are those of the projected document`,
      operations > 0 && differing.length === 0,
      differing.slice(0, 5),
    );
  }
  await chosen(page, server, name, check);
  await close();
}

/** The choice stands in the URL, goes along to other pages, and is in what is found. */
async function chosen(page, server, name, check) {
  await page.goto(server.url(`${name}/index.html`));
  await page.selectOption("#site_microversion", "2.36");
  check("the choice stands in the URL", page.url().endsWith("?microversion=2.36"), page.url());
  await page.click("#site_contents ul ul a");
  await page.waitForURL(/\.html\?microversion=2\.36$/);
  check("and goes along", (await page.inputValue("#site_microversion")) === "2.36");
  await page.keyboard.press("/");
  await page.keyboard.type("List Images With Details");
  await page.waitForFunction(
    () => document.querySelector("[role=option], .said")?.textContent !== "",
  );
  await page.waitForTimeout(300);
  const found = await page.locator("[role=option] b").allTextContents();
  check("what is away is not found", !found.some((title) => /list images/i.test(title)), found);
}

/** The words of each operation that are shown, but for what is said of versions themselves. */
function visible() {
  const words = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (!(node instanceof HTMLElement) || node.hidden) return "";
    if (node.matches(".version, .snippet, .choice, .branch, button")) return "";
    return [...node.childNodes].map(words).join(" ");
  };
  const operations = [...document.querySelectorAll(".operation")].filter(({ hidden }) => !hidden);
  const plain = (text) =>
    text
      .replace(/\s+/g, " ")
      .replace(/ or (?=[a-z])/g, " ")
      .trim();
  return Object.fromEntries(operations.map((each) => [each.id, plain(words(each))]));
}
