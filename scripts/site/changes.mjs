// Two microversions compared in the page: what it shows is what `restanza diff` says of the documents
// projected to both. Without scripts each microversion is there.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openPage } from "./browser.mjs";
import { cli, makeSite } from "./sites.mjs";

export async function run({ browser, server, places, check, shots }) {
  const tree = places.corpora === undefined ? places.spec : join(places.corpora, "nova");
  const name = places.corpora === undefined ? "spec" : "nova";
  const pairs = [
    ["2.1", "2.36"],
    ["2.35", "2.36"],
    ...(name === "spec"
      ? [["2.1", "2.96"]]
      : [
          ["2.1", "2.96"],
          ["2.10", "2.53"],
          ["2.53", "2.96"],
        ]),
  ];
  const { page, complaints, close } = await openPage(browser);
  for (const [from, to] of pairs) {
    const [old, now] = [from, to].map((version) => projected(server, tree, name, version));
    const { stdout } = spawnSync(process.execPath, [cli, "diff", old, now, "--format", "json"], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    const expected = JSON.parse(stdout).changes.map(({ verdict, message, operation }) =>
      [verdict, message, operation.id].join(" | "),
    );
    await page.goto(server.url(`${name}/changes.html?from=${from}&to=${to}`));
    await page.waitForSelector("#site_compared h2");
    const shown = await page.evaluate(told, idsOf(server, name));
    const lines = (list) => [...new Set(list)].sort();
    const [a, b] = [lines(shown), lines(expected)];
    check(
      `${name}, ${from} to ${to}: ${b.length} changes are those of diff`,
      b.length > 0 && a.join("\n") === b.join("\n"),
      {
        more: a.filter((one) => !b.includes(one)).slice(0, 5),
        less: b.filter((one) => !a.includes(one)).slice(0, 5),
      },
    );
  }
  check(`${name}: nothing is complained of`, complaints.length === 0, complaints);
  if (shots) await page.screenshot({ path: join(shots, "compared.png") });
  await chosen(page, server, name, check);
  await close();
  await unscripted(browser, server, name, check);
}

function projected(server, tree, name, version) {
  const own = join(server.folder, `${name}-${version}`);
  if (!existsSync(own)) makeSite(tree, own, "--microversion", version);
  return join(own, "openapi.json");
}

/** The operationId of each operation by the page and title that it has. */
function idsOf(server, name) {
  const document = JSON.parse(readFileSync(join(server.folder, name, "openapi.json"), "utf8"));
  const items = Object.values(document.paths).flatMap((item) =>
    Object.values(item).flatMap((one) => (one.operationId ? [one] : Object.values(one))),
  );
  const all = items.flatMap((one) => one["x-restanza"]?.operations ?? [one]);
  return Object.fromEntries(
    all.map(({ operationId }) => [
      operationId.replace(/[^a-z\d]/gi, "").toLowerCase(),
      operationId,
    ]),
  );
}

/** What the page shows, a line for each operation of each change. */
function told(ids) {
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
  return [...document.querySelectorAll("#site_compared li")].flatMap((item) => {
    const [said, where] = item.children;
    const kind = said.querySelector(".verdict");
    const message = [...said.childNodes]
      .filter((node) => node !== kind)
      .map((node) => (node.nodeName === "CODE" ? `\`${node.textContent}\`` : node.textContent))
      .join("");
    return [...where.querySelectorAll("a")].map((link) => {
      const anchor = decodeURIComponent(link.hash.slice(1)).split("/")[0];
      const id = ids[anchor.replace(/[^a-z\d]/gi, "").toLowerCase()] ?? text(link);
      return [kind.classList[1], message.trim(), id].join(" | ");
    });
  });
}

/** The choice stands in the URL, one resource can be asked for, and all comes back. */
async function chosen(page, server, name, check) {
  await page.goto(server.url(`${name}/changes.html`));
  check("each microversion is there at first", await page.locator("#site_steps").isVisible());
  await page.focus("#site_from");
  await page.keyboard.type("2.35");
  await page.focus("#site_to");
  await page.keyboard.type("2.36");
  await page.waitForSelector("#site_compared h2");
  check(
    "keyboard: two microversions are chosen, and stand in the URL",
    page.url().endsWith("?from=2.35&to=2.36"),
    page.url(),
  );
  const all = await page.locator("#site_compared h3").count();
  await page.selectOption("#site_resource", { index: 1 });
  await page.waitForURL(/resource=/);
  await page.waitForTimeout(200);
  const one = await page.locator("#site_compared h3").count();
  check("one resource is asked for", all >= 1 && one <= 1, { all, one });
  await page.reload();
  await page.waitForSelector("#site_compared h2");
  check(
    "the URL brings it back",
    (await page.inputValue("#site_from")) === "2.35" &&
      (await page.locator("#site_compared h3").count()) === one,
  );
  await page.goto(server.url(`${name}/changes.html?from=2.36&to=2.35`));
  await page.waitForSelector("#site_compared h2");
  const title = await page.locator("#site_compared h2").textContent();
  check("the older of two comes first", title === "From 2.35 to 2.36", { title });
  const link = page.locator("#site_compared .where a").first();
  const target = await link.getAttribute("href");
  await link.click();
  await page.waitForURL(/\.html#/);
  const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
  check("a change leads to its operation", await page.locator(`[id="${id}"]`).isVisible(), target);
  await page.goBack();
  await page.click("#site_compare button");
  await page.waitForFunction(() => document.getElementById("site_compared")?.hidden);
  check("and all microversions are a button away", !page.url().includes("from="), page.url());
}

async function unscripted(browser, server, name, check) {
  const { page, close } = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(server.url(`${name}/changes.html`));
  const sections = await page.locator(".step").count();
  const form = await page.locator("#site_compare").isVisible();
  await page.goto(server.url(`${name}/changes.html#2.36`));
  const box = await page.locator('[id="2.36"]').boundingBox();
  check(
    "without scripts each microversion is there, and no choice that does nothing",
    sections > 0 && !form,
    { sections, form },
  );
  check("without scripts a microversion is led to", box !== null && box.y >= 0 && box.y < 800, box);
  await close();
}
