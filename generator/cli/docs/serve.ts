import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import { reasonOf } from "../../output/failure.js";
import { exit, type ExitCode, explainFailure, UsageError } from "../shell/failure.js";
import type { Job } from "../jobs/job.js";
import { print } from "../shell/terminal.js";
import { Engine } from "../../pipeline/engine.js";
import { siteFiles } from "./site-files.js";
import { changesOf } from "./watch.js";
import { liveText, mediaTypeOf, withLiveScript } from "./served.js";

/** What the server is told: where it listens, and whether it speaks. */
export interface Serving {
  readonly port: number;
  readonly quiet: boolean;
}

/**
 * Shows the sites of some jobs on this machine until the process is ended, and says to the pages
 * that are open which of them a save has changed.
 */
export async function serve(jobs: readonly Job[], { port, quiet }: Serving): Promise<ExitCode> {
  const engines = new Map(jobs.map((job) => [job, new Engine()]));
  const make = () => siteFiles(jobs, undefined, engines);
  let { files, assets, roots } = await make();
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const path = pathOf(request);
    if (path === "events") return listen(response, listeners);
    answer(
      request,
      response,
      path,
      files.get(path) ?? files.get(`${path}index.html`) ?? assets.get(path) ?? liveText(path),
    );
  });
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    throw new UsageError(
      `Port ${port} cannot be listened on: ${reasonOf(error)}. --port takes another.`,
    );
  }
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  // Tests and editors read this line.
  print(`http://127.0.0.1:${taken}/`);
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  for await (const _change of changesOf(roots, stop.signal)) {
    const began = performance.now();
    try {
      const next = await make();
      const changed = [...next.files].filter(([path, text]) => files.get(path) !== text);
      ({ files, assets, roots } = next);
      for (const listener of listeners)
        listener.write(`data: ${JSON.stringify(changed.map(([path]) => path))}\n\n`);
      const milliseconds = Math.round(performance.now() - began);
      if (!quiet) print(`${changed.length} pages changed, ${milliseconds} ms`);
    } catch (error) {
      // What is being written may be half a stanza: the last whole site stays.
      process.stderr.write(`restanza: ${explainFailure(error).message}\n`);
    }
  }
  for (const listener of listeners) listener.end();
  server.close();
  server.closeAllConnections();
  return exit.ok;
}

function pathOf({ url = "/" }: IncomingMessage): string {
  const [path = "/"] = url.split(/[?#]/, 1);
  try {
    return decodeURIComponent(path).slice(1);
  } catch {
    return path.slice(1);
  }
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(":\n\n");
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

/** Only this machine's own names: a page elsewhere cannot read the docs through another name. */
const ownHosts = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

function answer(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  path: string,
  content: string | Uint8Array | undefined,
): void {
  if (!ownHosts.test(headers.host ?? "")) return end(response, 403, "Only on this machine.\n");
  if (method !== "GET" && method !== "HEAD") return end(response, 405, "GET only.\n");
  if (content === undefined) return end(response, 404, `There is no ${path} in the site.\n`);
  response.writeHead(200, {
    "content-type": mediaTypeOf(path === "" ? "index.html" : path),
    "cache-control": "no-store",
  });
  const shown = typeof content === "string" ? withLiveScript(path, content) : content;
  response.end(method === "HEAD" ? undefined : shown);
}

function end(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(words);
}
