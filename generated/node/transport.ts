// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Requests over Node's own HTTP, for what its `fetch` cannot be told: whom to trust, which
 * certificate to show, and which proxy to go through.
 *
 * @module
 */
import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from "node:tls";
import type { Fetch } from "../client/runtime.js";
import type { Trust } from "./cloud.js";
import { hasProxies, proxyFor } from "./proxies.js";
import { expanded, neededFile, type Surroundings } from "./files/surroundings.js";

/** What sends requests as the configuration wants it; undefined where `fetch` does. */
export async function transportOf(trust: Trust, world: Surroundings): Promise<Fetch | undefined> {
  const { env } = world;
  const bundle = env["REQUESTS_CA_BUNDLE"] || env["CURL_CA_BUNDLE"];
  const cacert = trust.cacert ?? (bundle ? expanded(bundle, world) : undefined);
  const usual = trust.verify && cacert === undefined && trust.cert === undefined;
  if (usual && !hasProxies(env)) return undefined;
  const cert = trust.cert && (await neededFile(trust.cert, "cert"));
  const tls: ConnectionOptions = {
    rejectUnauthorized: trust.verify,
    ...(trust.verify && cacert !== undefined && { ca: await neededFile(cacert, "cacert") }),
    ...(cert !== undefined && { cert }),
    ...(cert !== undefined && { key: trust.key ? await neededFile(trust.key, "key") : cert }),
  };
  const ways = new Map<string, Way>();
  return async (request) => {
    const url = new URL(request.url);
    const proxy = proxyFor(url, env);
    const key = `${url.protocol} ${proxy?.href}`;
    const way = ways.get(key) ?? wayOf(url.protocol === "https:", proxy, tls);
    ways.set(key, way);
    return exchange(request, url, way);
  };
}

/**
 * Deno sends a request again, unasked, that was given up on a connection which it had kept: a POST
 * would be done twice (denoland/deno#36786).
 */
const keepAlive = !("Deno" in globalThis);

/** How connections are made, which are kept for the next request. */
interface Way {
  readonly agent: HttpAgent;
  /** A proxy that is sent requests without TLS, whole URL and all (RFC 9112, 3.2.2). */
  readonly proxy?: URL;
}

function wayOf(secure: boolean, proxy: URL | undefined, tls: ConnectionOptions): Way {
  if (!secure) return { agent: new HttpAgent({ keepAlive }), ...(proxy && { proxy }) };
  if (proxy === undefined) return { agent: new HttpsAgent({ ...tls, keepAlive }) };
  return { agent: tunnelOf(proxy, tls) };
}

/** What an agent is told of a connection; Node hands all of a request on but its signal. */
interface Destination {
  readonly host?: string;
  readonly port?: number;
  /** Ends the request that it is made for: a proxy that is silent is not waited for. */
  readonly until?: AbortSignal;
}

interface Destroyable {
  destroy(error: Error): unknown;
}

/** TLS through a proxy (RFC 9110, 9.3.6). */
function tunnelOf(proxy: URL, tls: ConnectionOptions): HttpAgent {
  const createConnection = (
    { host, port, until }: Destination,
    done: (error: Error | null, socket?: TLSSocket) => void,
  ): void => {
    const target = `${host}:${port}`;
    const request = (proxy.protocol === "https:" ? requestHttps : requestHttp)({
      ...addressOf(proxy),
      method: "CONNECT",
      path: target,
      headers: { host: target, ...credentialOf(proxy) },
      agent: false,
    });
    let under: Destroyable = request;
    const leave = (): void => void under.destroy(until?.reason as Error);
    if (until?.aborted === true) leave();
    until?.addEventListener("abort", leave, { once: true });
    request.once("connect", ({ statusCode = 0 }, socket) => {
      if (statusCode !== 200) {
        socket.destroy();
        return done(new Error(`the proxy ${proxy.host} answers ${statusCode}`));
      }
      const secured = connectTls({ ...tls, socket, servername: host });
      under = secured;
      secured.once("secureConnect", () => {
        until?.removeEventListener("abort", leave);
        done(null, secured);
      });
      secured.once("error", done);
    });
    request.once("error", done);
    request.end();
  };
  // Declarations of this method differ between versions of Node's types.
  return Object.assign(new HttpsAgent({ keepAlive }), { createConnection });
}

function addressOf({ hostname, port, protocol }: URL) {
  const usual = protocol === "https:" ? 443 : 80;
  return { host: hostname.replace(/^\[|\]$/g, ""), port: port === "" ? usual : Number(port) };
}

function credentialOf({ username, password }: URL): Record<string, string> {
  if (username === "") return {};
  const words = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(words).toString("base64")}` };
}

async function exchange(request: Request, url: URL, { agent, proxy }: Way): Promise<Response> {
  const { method, signal, headers } = request;
  // Some services read no body whose length is not said: only what streams goes without.
  const whole = /json|^text\/|urlencoded/i.test(headers.get("content-type") ?? "");
  const bytes =
    request.body === null ? Buffer.alloc(0) : whole ? await bytesOf(request) : undefined;
  const sent: Record<string, string> = Object.fromEntries(headers);
  if (bytes !== undefined && (bytes.length > 0 || !/^(GET|HEAD|DELETE)$/.test(method)))
    sent["content-length"] = String(bytes.length);
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => {
      const reason: unknown = signal.aborted
        ? signal.reason
        : new TypeError("fetch failed", { cause });
      reject(reason as Error);
    };
    const asked = {
      ...addressOf(proxy ?? url),
      method,
      path: proxy === undefined ? url.pathname + url.search : url.href,
      headers: { host: url.host, ...sent, ...(proxy && credentialOf(proxy)) },
      agent,
      signal,
      until: signal,
    };
    const outgoing = (url.protocol === "https:" ? requestHttps : requestHttp)(asked);
    outgoing.once("response", (incoming) => resolve(responseOf(incoming)));
    outgoing.once("error", fail);
    if (bytes !== undefined) outgoing.end(bytes);
    else
      Readable.fromWeb(request.body as NodeStream)
        .once("error", fail)
        .pipe(outgoing);
  });
}

async function bytesOf(request: Request): Promise<Buffer> {
  return Buffer.from(await request.arrayBuffer());
}

function responseOf(incoming: IncomingMessage): Response {
  const { statusCode: status = 0, statusMessage = "", rawHeaders } = incoming;
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    headers.append(rawHeaders[index] ?? "", rawHeaders[index + 1] ?? "");
  // Of these a response must not have a body (Fetch Standard, "null body status").
  const empty = [204, 205, 304].includes(status);
  if (empty) incoming.resume();
  const body = empty ? null : (Readable.toWeb(incoming) as unknown as ReadableStream<Uint8Array>);
  return new Response(body, { status, statusText: statusMessage, headers });
}
