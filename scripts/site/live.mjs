// docs --serve: a saved chapter shows in the browser without a reload by hand.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openPage } from "./browser.mjs";
import { cli } from "./sites.mjs";

export async function run({ browser, places, check }) {
  const words = [cli, "docs", places.spec, "--serve", "--port", "0", "-q"];
  const server = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const lines = createInterface(server.stdout)[Symbol.asyncIterator]();
    const { value: url } = await lines.next();
    const { page, complaints, close } = await openPage(browser);
    // The page is still loading when the first save comes.
    await page.goto(`${url}images.html`, { waitUntil: "commit" });
    const chapter = join(places.spec, "images.inc");
    const before = readFileSync(chapter, "utf8");
    writeFileSync(
      chapter,
      before.replace("Lists the images", "Saved a moment ago: lists the images"),
    );
    await page.getByText("Saved a moment ago").first().waitFor({ timeout: 60_000 });
    check("a saved chapter shows by itself", true);
    // Half a stanza is no reason to lose the page.
    writeFileSync(chapter, before.replace("Lists the images", "Saved again: lists the images"));
    await page.getByText("Saved again").first().waitFor({ timeout: 60_000 });
    check("and the next one, too", complaints.length === 0, complaints);
    writeFileSync(chapter, before);
    await close();
  } finally {
    server.kill("SIGINT");
  }
  const [code] = await once(server, "exit");
  check("Ctrl+C ends the server as it should", code === 0, { code });
}
