// Sites made by the command itself, and a server that has them below a path, as publishers do.
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { root } from "../install.mjs";

export const cli = join(root, "dist", "cli.js");

/** Writes the site of a tree; gives its folder. */
export function makeSite(tree, folder, ...words) {
  const all = [cli, "docs", tree, "--out", folder, "-q", ...words];
  const { status, stderr } = spawnSync(process.execPath, all, { encoding: "utf8" });
  if (status !== 0) throw new Error(`docs ${tree} ended with ${status}: ${stderr}`);
  return folder;
}

/** Writes the sites of several services below a folder, with the page that leads to them. */
export function makeSites(project, folder, sources) {
  mkdirSync(project, { recursive: true });
  const services = Object.entries(sources).map(([service, source]) => ({
    source,
    out: service,
    service,
  }));
  writeFileSync(join(project, "restanza.config.json"), JSON.stringify({ services }));
  const all = [cli, "docs", "--out", folder, "-q"];
  const { status, stderr } = spawnSync(process.execPath, all, { cwd: project, encoding: "utf8" });
  if (status !== 0) throw new Error(`docs of several services ended with ${status}: ${stderr}`);
  return folder;
}

/** The texts of the pages of a site, by their paths in it. */
export function pagesIn(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const pages = paths.filter((path) => path.endsWith(".html")).sort();
  return new Map(pages.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** Media types of the files of a site, by their endings. */
export const types = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** Serves the sites in a folder, below a path of some depth. */
export async function serveFolder(folder) {
  const below = "/published/api-ref/";
  const server = createServer(({ url = "/" }, response) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const file = join(folder, normalize(path.slice(below.length)));
    const isThere = path.startsWith(below) && existsSync(file) && statSync(file).isFile();
    response.writeHead(isThere ? 200 : 404, {
      "content-type": types[extname(file)] ?? "text/plain",
    });
    response.end(isThere ? readFileSync(file) : "");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    folder,
    url: (path) => `${origin}${below}${path}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
