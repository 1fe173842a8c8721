import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import Fastify from "fastify";
import { generate } from "../../generator/pipeline/generate.js";
import type { Settings } from "../../generator/pipeline/settings.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { strictest } from "../emit/compiler.js";
import { compileNatively } from "../emit/native-compiler.js";

/** A request as it came over the socket, and as the emitted server understood it. */
export interface Received {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** What the handler was asked with; absent where it was refused. */
  readonly request?: Readonly<Record<string, unknown>>;
}

type Call = (request?: object) => Promise<{ readonly status: number; readonly body: unknown }>;

/** The emitted client and server of a document, one calling the other over a socket. */
export interface Running {
  /** The operations by the names of their functions. */
  readonly calls: Readonly<Record<string, Call>>;
  readonly received: readonly Received[];
  readonly findings: readonly string[];
  readonly files: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** What a handler answers with. */
export type Answer = (
  operation: string,
  request: Readonly<Record<string, unknown>>,
) => readonly [status: number, body?: unknown, headers?: object];

type Files = Readonly<Record<string, string>>;

/** Everything that is made of a document, and what the strictest compiler says of it. */
export async function made(
  document: object | string | Files,
  settings: Settings = {},
): Promise<{
  readonly files: ReadonlyMap<string, string>;
  readonly findings: readonly string[];
  readonly problems: () => readonly string[];
}> {
  const { value, diagnostics } = await generate(memoryTree(filesOf(document)), settings);
  const files = new Map(value.files.map(({ path, text }) => [path, text]));
  const findings = diagnostics.map(({ code, message }) => `${code}: ${message}`);
  const sources = new Map([...files].filter(([path]) => path.endsWith(".ts")));
  return { files, findings, problems: () => compileNatively(sources, strictest) };
}

function filesOf(document: object | string | Files): Files {
  if (typeof document === "string") return { "openapi.yaml": document };
  return "openapi" in document ? { "openapi.json": JSON.stringify(document) } : (document as Files);
}

/** Runs client and server of a document. */
export async function run(
  document: object | string | Files,
  answer: Answer = () => [200, {}],
  token = "secret-token",
): Promise<Running> {
  const { files, findings } = await made(document);
  const folder = mkdtempSync(join(tmpdir(), "restanza-described-"));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const [client, server] = await Promise.all([
    bundled(folder, 'export * from "./client/bound.ts";'),
    bundled(
      folder,
      'export { plugin } from "./server/fastify.ts"; export { routes, service } from "./server/index.ts";',
    ),
  ]);
  const received: Received[] = [];
  const app = Fastify();
  const chapters = Object.entries(server["routes"] as Record<string, { handler: string }[]>).map(
    ([chapter, routes]) => [
      chapter,
      Object.fromEntries(
        routes.map(({ handler }) => [
          handler,
          async (request: Readonly<Record<string, unknown>>, context: Replying) => {
            const body = await readAll(request["body"]);
            const whole = body === undefined ? request : { ...request, body };
            const last = received.at(-1);
            if (last !== undefined) received[received.length - 1] = { ...last, request: whole };
            return context.reply(...answer(handler, whole));
          },
        ]),
      ),
    ],
  );
  app.addHook("onRequest", async ({ method, raw, headers }) => {
    received.push({ method, url: raw.url ?? "", headers });
  });
  await app.register(
    (server["plugin"] as (...parts: unknown[]) => never)(
      server["service"],
      server["routes"],
      Object.fromEntries(chapters),
    ),
  );
  const endpoint = await app.listen({ port: 0, host: "127.0.0.1" });
  const make = Object.values(client)[0] as (options: object) => Record<string, Call>;
  return {
    calls: make({ endpoint, token }),
    received,
    findings,
    files,
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Replying {
  reply(status: number, body?: unknown, headers?: object): unknown;
}

/** Bytes that come in pieces, as the text that they are. */
async function readAll(body: unknown): Promise<unknown> {
  if (typeof body !== "object" || body === null || !(Symbol.asyncIterator in body)) return body;
  const pieces: Uint8Array[] = [];
  for await (const piece of body as AsyncIterable<Uint8Array>) pieces.push(piece);
  return Buffer.concat(pieces).toString("latin1");
}

async function bundled(folder: string, contents: string): Promise<Record<string, unknown>> {
  const outfile = join(folder, `${contents.length}.mjs`);
  await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    outfile,
    nodePaths: [resolve("node_modules")],
  });
  return import(pathToFileURL(outfile).href);
}
