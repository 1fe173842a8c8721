import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import { reasonOf } from "../../output/failure.js";
import { exit, type ExitCode, explainFailure, UsageError } from "../shell/failure.js";
import { Changes } from "../watch/changes.js";
import { concerns } from "../watch/watched.js";
import { Editions } from "./editions.js";
import type { SiteFiles } from "./site-files.js";
import { isHalfSaved, type Sites } from "./sites.js";
import { liveText, mediaTypeOf, withLiveScript } from "./served.js";

/** How sites are shown. */
export interface Serving {
  readonly port: number;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Is told where the site is, and what each save has changed. */
  readonly say: (words: string) => void;
  /** Is told why there is nothing new. */
  readonly complain: (words: string) => void;
  /** Puts what was made into a folder, too, where one is wanted. */
  readonly write?: (made: SiteFiles) => Promise<void>;
}

type Content = string | Uint8Array;

/**
 * Shows sites on this machine until `signal` is given, and says to the pages that are open which
 * of them a save has changed.
 */
export async function serve(sites: Sites, serving: Serving): Promise<ExitCode> {
  const { signal, say, complain, write = () => Promise.resolve() } = serving;
  const first = await sites.make();
  await write(first);
  let shown = contentsOf(first);
  const editions = new Editions();
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const path = pathOf(request);
    if (path === "events") {
      const edition = editionOf(request);
      const late = edition === undefined ? [] : (editions.since(edition) ?? [...shown.keys()]);
      return listen(response, listeners, eventOf(editions, late));
    }
    const content = shown.get(path) ?? shown.get(`${path}index.html`) ?? liveText(path);
    answer(request, response, { path, content, edition: editions.current });
  });
  const changes = new Changes({
    concerns: (path) => sites.watched.some((each) => concerns(each, path)),
    keepsAlive: true,
    signal,
  });
  const remake = async (changed: ReadonlySet<string>): Promise<void> => {
    const began = performance.now();
    try {
      const made = await sites.make(changed);
      await write(made);
      const next = contentsOf(made);
      const others = changedPaths(shown, next);
      shown = next;
      if (others.length === 0) return;
      editions.add(others);
      for (const listener of listeners) listener.write(eventOf(editions, others));
      const pages = others.filter((path) => path.endsWith(".html")).length;
      say(`${pages} pages changed, ${Math.round(performance.now() - began)} ms`);
    } catch (error) {
      // What is being written may be half a stanza: the last whole site stays.
      complain(explainFailure(error).message);
    }
  };
  try {
    // Who sees the address may save at once.
    while (await changes.follow(sites.watched)) await remake(new Set());
    // Tests and editors read this line.
    say(`http://127.0.0.1:${await startListening(server, serving.port)}/`);
    for (;;) {
      const burst = await changes.next();
      if (burst === undefined) return exit.ok;
      if (isHalfSaved(burst.paths) && !(await changes.settled())) changes.putBack(burst);
      else await remake(burst.paths);
      while (await changes.follow(sites.watched)) await remake(new Set());
    }
  } finally {
    await changes.close();
    for (const listener of listeners) listener.end();
    server.close();
    server.closeAllConnections();
  }
}

async function startListening(server: Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    throw new UsageError(
      `Port ${port} cannot be listened on: ${reasonOf(error)}. --port takes another.`,
    );
  }
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

function contentsOf({ files }: SiteFiles): ReadonlyMap<string, Content> {
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** The files that came, went, or are others. */
function changedPaths(
  before: ReadonlyMap<string, Content>,
  after: ReadonlyMap<string, Content>,
): readonly string[] {
  const changed = [...after].filter(([path, content]) => !isSame(before.get(path), content));
  return [
    ...changed.map(([path]) => path),
    ...[...before.keys()].filter((path) => !after.has(path)),
  ];
}

function isSame(before: Content | undefined, after: Content): boolean {
  if (before === undefined || typeof before === "string" || typeof after === "string")
    return before === after;
  return Buffer.from(before).equals(after);
}

function pathOf({ url = "/" }: IncomingMessage): string {
  const [path = "/"] = url.split(/[?#]/, 1);
  try {
    return decodeURIComponent(path).slice(1);
  } catch {
    return path.slice(1);
  }
}

/** The edition that a page shows: the last that it was told of, or the one that it was loaded with. */
function editionOf({ url = "/", headers }: IncomingMessage): string | undefined {
  const told = headers["last-event-id"];
  if (typeof told === "string") return told;
  return new URL(url, "http://localhost").searchParams.get("edition") ?? undefined;
}

/** What an open page is told; a comment where nothing has changed. */
function eventOf(editions: Editions, paths: readonly string[]): string {
  if (paths.length === 0) return ":\n\n";
  return `id: ${editions.current}\ndata: ${JSON.stringify(paths)}\n\n`;
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>, first: string): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(first);
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

/** Only this machine's own names: a page elsewhere cannot read the docs through another name. */
const ownHosts = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

function answer(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  {
    path,
    content,
    edition,
  }: { readonly path: string; readonly content: Content | undefined; readonly edition: string },
): void {
  if (!ownHosts.test(headers.host ?? "")) return end(response, 403, "Only on this machine.\n");
  if (method !== "GET" && method !== "HEAD") return end(response, 405, "GET only.\n");
  if (content === undefined) return end(response, 404, `There is no ${path} in the site.\n`);
  response.writeHead(200, {
    "content-type": mediaTypeOf(path === "" ? "index.html" : path),
    "cache-control": "no-store",
  });
  const shown = typeof content === "string" ? withLiveScript(path, content, edition) : content;
  response.end(method === "HEAD" ? undefined : shown);
}

function end(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(words);
}
