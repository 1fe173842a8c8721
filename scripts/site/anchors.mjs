// Without scripts, every id of a page of Nova's docs shows what Sphinx shows at it.
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { openPage } from "./browser.mjs";
import { attribute } from "./tags.mjs";

export async function run({ browser, server, places, check }) {
  await opened(browser, server, check);
  const name = places.corpora === undefined ? "spec" : "nova";
  const text = readFileSync(join(server.folder, name, "index.html"), "utf8");
  const ids = attribute(text, "id").filter((id) => !id.startsWith("site_"));
  const { page, close } = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(server.url(`${name}/index.html`));
  const unseen = [];
  for (const id of ids) {
    await page.goto(server.url(`${name}/index.html#${encodeURIComponent(id)}`));
    const box = await page.locator(`[id="${id}"]`).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom, height: innerHeight, text: element.textContent.trim().length };
    });
    if (box.bottom < 0 || box.top > box.height || box.text === 0) unseen.push({ id, ...box });
  }
  check(
    `${name}: ${ids.length} ids are on the screen without scripts`,
    unseen.length === 0,
    unseen.slice(0, 10),
  );
  await close();
}

/** A link to a member that is folded away opens what it lies in; `?expanded=` leads to the whole. */
async function opened(browser, server, check) {
  const { page, close } = await openPage(browser);
  await page.goto(server.url("spec/images.html#list-images/200/images[].links[].href"));
  const member = page.locator('[id="list-images/200/images[].links[].href"]');
  check("a link to a folded member opens it", await member.isVisible());
  await page.goto(
    server.url("spec/index.html?expanded=list-images-detail,show-image-details-detail#list-images"),
  );
  await page.waitForURL(/images\.html\?expanded=/);
  const closed = await page.locator("#list-images details:not([open])").count();
  check("?expanded= leads to the operation, with all of it open", closed === 0, { closed });
  await close();
}
