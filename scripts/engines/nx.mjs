// Nx: `nx.json` as docs/build.md has it. Its cache on disk belongs to one checkout; clones share one
// over HTTP (nx.dev, "Build your own caching server"), here on a free port of loopback.
import { createServer } from "node:http";
import { join } from "node:path";
import { output } from "./run.mjs";

export const packages = ["nx@24.0.6"];

/** The settings, from the page that people copy them from. */
export const settings = "nx.json";

export function runner({ modules, server }) {
  const nx = join(modules, "nx", "dist", "bin", "nx.js");
  return async (folder) => {
    const said = await output([process.execPath, nx, "run-many", "-t", "generate:api"], folder, {
      NX_DAEMON: "false",
      NX_NO_CLOUD: "true",
      NX_TUI: "false",
      NX_SELF_HOSTED_REMOTE_CACHE_SERVER: server,
      NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: "any",
    });
    const found = [...said.matchAll(/nx run (\w+):"generate:api"(.*)$/gm)];
    return Object.fromEntries(
      found.map(([, name, what]) => [name, /cache/.test(what) ? "hit" : "miss"]).sort(),
    );
  };
}

/** A cache in memory, as Nx asks for one. */
export function cacheServer() {
  const known = new Map();
  const server = createServer((request, response) => {
    if (request.method === "GET") {
      const found = known.get(request.url);
      response.writeHead(found === undefined ? 404 : 200).end(found);
      return;
    }
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      known.set(request.url, Buffer.concat(parts));
      response.writeHead(200).end();
    });
  });
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () =>
      done({ url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }),
    );
  });
}
