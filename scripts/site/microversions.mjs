// What is shown at a microversion is what the document projected to it has: page by page.
import { existsSync, readFileSync } from "node:fs";
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
  if (name === "nova") await samples(page, server, versions, check);
  await chosen(page, server, name, check);
  await close();
}

/** The samples of servers that are shown at a microversion, beside those of the projected document. */
async function samples(page, server, versions, check) {
  for (const version of versions) {
    const text = readFileSync(join(server.folder, `nova-${version}`, "openapi.json"), "utf8");
    const { paths } = JSON.parse(text);
    const expected = ["get", "post"].flatMap((method) => namesIn(paths["/servers"][method]));
    expected.push(...namesIn(paths["/servers/{server_id}"].get));
    await page.goto(server.url(`nova/servers.html?microversion=${version}`));
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll(".operation:not([hidden]) details.sample:not([hidden])")].map(
        ({ id, open }) => ({ id, open }),
      ),
    );
    const own = shown.filter(({ id }) =>
      /^(list-servers|create-server|show-server-details)\//.test(id),
    );
    const names = own.map(({ id }) => id.split("/sample/")[1]);
    check(
      `nova at ${version}: ${expected.length} samples of servers are those of the projected document`,
      names.toSorted().join() === expected.toSorted().join(),
      { names, expected },
    );
    const sides = new Set(own.map(({ id }) => id.split("/")[0]));
    const open = new Set(own.filter((one) => one.open).map(({ id }) => id.split("/")[0]));
    check(`nova at ${version}: of those that are left one is open`, open.size === sides.size, own);
  }
}

function namesIn({ requestBody, responses, "x-restanza": extension }) {
  const all = extension?.operations ?? [{ requestBody, responses }];
  const [one] = all;
  return [one.requestBody, ...Object.values(one.responses)].flatMap((part) =>
    Object.values(part?.content ?? {}).flatMap(({ examples }) => Object.keys(examples ?? {})),
  );
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
