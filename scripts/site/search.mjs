// What is found first for fifty questions to Nova's docs, typed into the page.
import { openPage } from "./browser.mjs";
import { queries } from "./queries.mjs";

export async function run({ browser, server, places, check }) {
  if (places.corpora === undefined) return;
  const { page, close } = await openPage(browser);
  await page.goto(server.url("nova/index.html"));
  await page.keyboard.press("/");
  await page.fill("[role=combobox]", "server");
  await page.waitForSelector("[role=option]");
  const slow = [];
  for (const [query, expected] of queries) {
    const milliseconds = await page.evaluate((words) => {
      const input = document.querySelector("[role=combobox]");
      input.value = words;
      const began = performance.now();
      input.dispatchEvent(new Event("input"));
      return performance.now() - began;
    }, query);
    if (milliseconds > 50) slow.push({ query, milliseconds });
    const [first = ""] = await page.locator("[role=option] b").allTextContents();
    check(`${query} → ${expected}`, first === expected, { first });
  }
  // A busy machine is no fault of the site: it is said, not asserted.
  if (slow.length > 0) console.log("slower than 50 ms here:", JSON.stringify(slow));
  await close();
}
