// Debian's Chromium, and how it is started where there is no network and no sandbox.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

/** Where Chromium is; installed by apt where it is not and we may. */
export function findChromium() {
  const found = places.find((path) => existsSync(path));
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0) return undefined;
  for (const words of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    console.log(`apt-get ${words.join(" ")} …`);
    const { status } = spawnSync("apt-get", words, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (status !== 0) return undefined;
  }
  return places.find((path) => existsSync(path));
}

export function launch(executablePath) {
  return chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A page of its own in the browser, and what it complains of and asks for. */
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  const requests = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("request", (request) => requests.push(request.url()));
  return { page, complaints, requests, close: () => context.close() };
}
