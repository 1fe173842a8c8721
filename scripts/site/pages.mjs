// Every kind of page: axe in both themes, narrow, printed, with the keyboard, from a disk.
import { createRequire } from "node:module";
import { join } from "node:path";
import { cpSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { openPage } from "./browser.mjs";
import { makeSites } from "./sites.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export async function run({ browser, server, places, check, shots }) {
  const kinds = [
    ["a document", "spec/index.html"],
    ["a chapter", "spec/images.html"],
    ["faults", "spec/faults.html"],
    ["changes", "spec/changes.html"],
    ["two microversions", "spec/changes.html?from=2.1&to=2.96"],
    ...(places.corpora === undefined
      ? []
      : [
          ["a large document", "nova/index.html"],
          ["many changes", "nova/changes.html"],
          ["a large chapter", "nova/servers.html"],
          ["actions", "nova/servers-actions.html?microversion=2.53"],
          ["findings", "nova-findings/findings.html"],
          ["a chapter with findings", "nova-findings/os-security-groups.html"],
        ]),
  ];
  for (const [kind, path] of kinds) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, complaints, requests, close } = await openPage(browser, { colorScheme });
      await page.goto(server.url(path));
      const found = await violations(page);
      check(`${kind}, ${colorScheme}: axe finds nothing`, found.length === 0, found);
      check(
        `${kind}, ${colorScheme}: nothing is complained of`,
        complaints.length === 0,
        complaints,
      );
      const foreign = requests.filter((url) => !url.startsWith(server.origin));
      check(`${kind}, ${colorScheme}: no other host is asked`, foreign.length === 0, foreign);
      if (shots) await page.screenshot({ path: join(shots, `${kind} ${colorScheme}.png`) });
      await close();
    }
    await narrow(browser, server.url(path), kind, check, shots);
    await printed(browser, server.url(path), kind, check);
    await still(browser, server.url(path), kind, check);
    await fromDisk(browser, join(server.folder, path.split("?")[0]), kind, check);
  }
  await landing(browser, server, places, check, shots);
  await keyboard(browser, server, check, shots);
}

/** The page that leads to several services: it has nothing but links. */
async function landing(browser, server, { temporary, spec }, check, shots) {
  cpSync(spec, join(temporary, "several", "spec"), { recursive: true });
  const sources = { one: "spec", two: "spec" };
  makeSites(join(temporary, "several"), join(server.folder, "several"), sources);
  for (const colorScheme of ["light", "dark"]) {
    const { page, complaints, requests, close } = await openPage(browser, {
      colorScheme,
      viewport: { width: 320, height: 640 },
    });
    await page.goto(server.url("several/index.html"));
    const found = await violations(page);
    check(`a landing page, ${colorScheme}: axe finds nothing`, found.length === 0, found);
    const foreign = requests.filter((url) => !url.startsWith(server.origin));
    check(
      `a landing page, ${colorScheme}: nothing is complained of, and nobody else asked`,
      complaints.length + foreign.length === 0,
      { complaints, foreign },
    );
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    check(`a landing page, ${colorScheme}: 320 pixels are enough`, width <= 320, { width });
    if (shots) await page.screenshot({ path: join(shots, `landing ${colorScheme}.png`) });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/several\/one\/index\.html$/);
    check(`a landing page, ${colorScheme}: leads to a service by keyboard`, true);
    await close();
  }
}

/** WCAG 2.2 AA, and what axe holds good practice. The page's own policy lets no script in but ours. */
async function violations(page) {
  const client = await page.context().newCDPSession(page);
  const { readFileSync } = await import("node:fs");
  await client.send("Runtime.evaluate", { expression: readFileSync(axe, "utf8") });
  const expression = "axe.run(document).then(({ violations }) => JSON.stringify(violations))";
  const { result } = await client.send("Runtime.evaluate", { expression, awaitPromise: true });
  return JSON.parse(result.value).map(({ id, nodes }) => ({
    id,
    count: nodes.length,
    first: nodes
      .slice(0, 2)
      .map(({ html, failureSummary }) => [html.slice(0, 160), failureSummary]),
  }));
}

async function narrow(browser, url, kind, check, shots) {
  const { page, close } = await openPage(browser, { viewport: { width: 320, height: 640 } });
  await page.goto(url);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  check(`${kind}: 320 pixels are enough`, width <= 320, { width });
  if (shots) await page.screenshot({ path: join(shots, `${kind} 320.png`) });
  await page.click(".to-contents");
  const shown = await page.locator("#site_contents a").first().isVisible();
  check(`${kind}: the contents are a click away there`, shown);
  await close();
}

async function printed(browser, url, kind, check) {
  const { page, close } = await openPage(browser);
  await page.goto(url);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const left = await page.evaluate(() => ({
    frame: [...document.querySelectorAll(".top, .contents, .bottom, button")].filter((element) =>
      element.checkVisibility(),
    ).length,
    closed: document.querySelectorAll("details:not([open])").length,
  }));
  check(`${kind}: on paper is the text alone, and all of it`, left.frame + left.closed === 0, left);
  await close();
}

async function still(browser, url, kind, check) {
  const { page, close } = await openPage(browser, { reducedMotion: "reduce" });
  await page.goto(url);
  const moves = await page.evaluate(
    () =>
      document.getAnimations().length +
      Number(getComputedStyle(document.documentElement).scrollBehavior === "smooth"),
  );
  check(`${kind}: nothing moves where that is asked for`, moves === 0, { moves });
  await close();
}

async function fromDisk(browser, file, kind, check) {
  const { page, complaints, close } = await openPage(browser);
  await page.goto(pathToFileURL(file).href);
  const styled = await page.evaluate(
    () => getComputedStyle(document.querySelector(".top")).display,
  );
  await page.keyboard.press("/");
  await page.keyboard.type("image");
  await page.waitForSelector("[role=option]");
  check(
    `${kind}: works from a disk, search too`,
    styled === "flex" && complaints.length === 0,
    complaints,
  );
  await close();
}

/** Everything without a mouse: the skip link, search, choosing a version, copying. */
async function keyboard(browser, server, check, shots) {
  const { page, close } = await openPage(browser, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.goto(server.url("spec/images.html"));
  await page.keyboard.press("Tab");
  const skip = await page.evaluate(() => document.activeElement.getAttribute("href"));
  await page.keyboard.press("Enter");
  const main = await page.evaluate(() => document.activeElement.id);
  check(
    "keyboard: the first stop skips to the text",
    skip === "#site_main" && main === "site_main",
    { skip, main },
  );
  await page.keyboard.press("/");
  await page.keyboard.type("delete image");
  await page.waitForSelector("[role=option]");
  if (shots) await page.screenshot({ path: join(shots, "search.png") });
  await page.keyboard.press("ArrowDown");
  const second = await page.getAttribute("[role=combobox]", "aria-activedescendant");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#delete-image$/);
  check("keyboard: / searches, arrows choose, Enter opens", second === "site_found_1", { second });
  await page.keyboard.press("/");
  await page.keyboard.press("Escape");
  const open = await page.locator("dialog[open]").count();
  check("keyboard: Escape closes the search", open === 0);
  await page.focus("#site_microversion");
  await page.keyboard.type("2.35");
  await page.waitForURL(/microversion=2\.35/);
  check("keyboard: a version is chosen", true);
  await page.selectOption("#site_microversion", "2.96");
  check("a page of which nothing is left says so", await page.locator(".away").isVisible());
  await page.selectOption("#site_microversion", "2.35");
  check("and only then", !(await page.locator(".away").isVisible()));
  const link = page.locator("#show-image-details .signature > a").first();
  await link.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  check("keyboard: the path of a member is copied", copied === "image_id", { copied });
  await close();
}
