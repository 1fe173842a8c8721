// The program in a page of Chromium: once with the cloud on another origin, once behind a proxy of its own.
import { once } from "node:events";
import { createServer, request as requestHttp } from "node:http";

/** Serves the page, and hands on what is below `/api`. */
export async function servePage(script, cloud) {
  const server = createServer((request, response) => {
    const { url = "", method, headers } = request;
    if (url === "/program.js") {
      response.writeHead(200, { "content-type": "text/javascript" });
      return void response.end(script);
    }
    if (!url.startsWith("/api/")) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      const icon = '<link rel="icon" href="data:,">';
      return void response.end(
        `<!doctype html><title>x</title>${icon}<script type="module" src="/program.js"></script>`,
      );
    }
    const { origin: _dropped, ...rest } = headers;
    const onward = requestHttp(`${cloud.base}${url.slice("/api".length)}`, {
      method,
      headers: { ...rest, "x-forwarded-base": `http://${headers.host}/api` },
    });
    onward.once("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response).once("close", () => answer.destroy());
      answer.once("aborted", () => response.destroy());
    });
    onward.once("error", () => response.destroy());
    response.once("close", () => onward.destroy());
    request.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What the program sees in a page of `origin`. */
export async function runInPage(browser, origin, place) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(origin);
    await page.waitForFunction(() => "allSteps" in globalThis);
    return JSON.parse(await page.evaluate((given) => globalThis.allSteps(given), place));
  } finally {
    await context.close();
  }
}
