// Vite: its build, and its server with a page of Chromium where there is one.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { until } from "./project.mjs";

export async function tryVite({ project, modules, chromium, check }) {
  const { build, createServer } = await import(moduleOf(modules, "vite"));
  const { default: restanza } = await import(moduleOf(modules, "restanza/vite"));
  const common = { root: project.folder, configFile: false, logLevel: "silent" };

  await build({ ...common, plugins: [restanza()] });
  const assets = join(project.folder, "dist", "assets");
  const text = readdirSync(assets).map((name) => readFileSync(join(assets, name), "utf8"));
  check(
    "vite build: bundles what was generated when it began",
    text.join("").includes("showImageDetails"),
  );

  project.breakDocs();
  const failed = await build({ ...common, plugins: [restanza({ failOn: "error" })] }).then(
    () => undefined,
    (error) => error,
  );
  check(
    "vite build: failOn fails it, and says why",
    String(failed?.message).includes("missing-file"),
    failed,
  );
  await build({ ...common, plugins: [restanza()] });
  check("vite build: no finding fails it unless that is asked for", true);
  project.mendDocs();

  if (chromium === undefined) {
    console.log("skipped vite's server in a browser: there is no chromium on this machine");
    return;
  }
  const server = await createServer({
    ...common,
    plugins: [restanza()],
    server: { port: 0, host: "127.0.0.1" },
  });
  try {
    await server.listen();
    const page = await chromium.newPage();
    await page.goto(server.resolvedUrls.local[0]);
    // A page that Vite loads anew right now has no answer yet.
    const said = () => page.textContent("#said").catch(() => undefined);
    const overlay = () =>
      page
        .evaluate(() => document.querySelector("vite-error-overlay")?.shadowRoot.textContent ?? "")
        .catch(() => undefined);
    await until("the page shows a name", said);
    check(
      "vite's server: the page has what was generated",
      (await said()).includes("showImageDetails"),
    );
    project.retitle("Look At An Image");
    await until("the page shows the new name", async () => (await said())?.includes("lookAtImage"));
    check("vite's server: a change of the docs reaches the page", true);
    project.breakDocs();
    let words = "";
    await until("the overlay is there", async () => {
      words = (await overlay()) ?? "";
      return words !== "";
    });
    check(
      "vite's server: an error in the docs is shown over the page",
      words.includes("missing-file") && words.includes("images.inc"),
      words,
    );
    await page.reload();
    await until("the overlay is there again", async () => Boolean(await overlay()));
    check("vite's server: also over a page that is opened later", true);
    project.mendDocs();
    await until("the overlay is gone", async () => (await overlay()) === "");
    check("vite's server: mended, it is gone", true);
    await page.close();
  } finally {
    await server.close();
  }
}

/** The module that a project beside these packages imports by this name. */
export function moduleOf(modules, name) {
  const require = createRequire(join(modules, "..", "x.js"));
  try {
    return pathToFileURL(require.resolve(name)).href;
  } catch {
    const [first, ...more] = name.split("/");
    const folder = join(modules, first);
    const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const entry = exports[more.length === 0 ? "." : `./${more.join("/")}`];
    const path = join(folder, entry.default ?? entry.import?.default ?? entry.import ?? entry);
    if (!existsSync(path)) throw new Error(`${name} has no module`);
    return pathToFileURL(path).href;
  }
}
