import { randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import { emitted, load, type Loaded } from "../emit/server/emitted.js";
import { exampleDocument } from "../emit/server/example-document.js";
import type { Options } from "../../templates/server/runtime/entries.js";
import type { Service } from "../../templates/server/runtime/runtime.js";

/*
 * The emitted server of the example document, with handlers that note what they are asked.
 */

export const uuid = "6e7e155f-4ec1-4380-94a1-0445d9f1e9ed";

/** What a handler of the example was asked with. */
export interface Noted {
  readonly name: string;
  readonly request: unknown;
  readonly microversion: string;
  readonly prefix: unknown;
}

/** Calls of handlers, the last request's. */
export const calls: Noted[] = [];

interface Context {
  readonly reply: (status: number, body?: unknown, headers?: object) => unknown;
  readonly replyAt: (version: string, status: number, body?: unknown) => unknown;
  readonly microversion: string;
  readonly signal: AbortSignal;
  readonly since: (version: string) => boolean;
  readonly headers: Headers;
  readonly searchParams: URLSearchParams;
  readonly prefix: Readonly<Record<string, string>>;
}
interface Request {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly body?: AsyncIterable<Uint8Array>;
}
export type Answering = (request: Request, context: Context) => unknown;

/** A handler that notes its calls. */
export function noted(name: string, answer: Answering): Answering {
  return (request, context) => {
    const { microversion, prefix } = context;
    calls.push({ name, request, microversion, prefix });
    return answer(request, context);
  };
}

/** Handlers for most operations of the example. */
export const handlers = {
  images: {
    listImages: noted("listImages", (_, { reply }) => reply(200, { images: [] })),
    showImage: noted("showImage", (_, { reply }) => reply(200, { image: { id: uuid } })),
    deleteImage: noted("deleteImage", (_, { reply }) => reply(204)),
    createImageMetadata: noted("createImageMetadata", () => {
      throw new Error("the password is swordfish");
    }),
  },
  serverActions: {
    createImage: noted("createImage", (_, { reply, since }) =>
      reply(202, since("2.45") ? { image_id: uuid } : undefined, { location: "/images/1" }),
    ),
    lock: noted("lock", (_, { reply }) => reply(202)),
  },
  runtime2: {
    download: noted("download", (_, { reply }) => reply(200, new Uint8Array([1, 2, 255]))),
    checkFile: noted("checkFile", (_, { reply }) => reply(200, undefined, { "x-size": "3" })),
    upload: noted("upload", async ({ body }, { reply }) => {
      let size = 0;
      for await (const piece of body ?? []) size += piece.length;
      return reply(201, undefined, { "x-size": `${size}` });
    }),
    copyFile: noted("copyFile", (_, { reply }) => reply(201)),
    listThings: noted("listThings", () => ({ wrong: true })),
    postThing: noted("postThing", (_, { reply }) => reply(299, { list: [] })),
    oddPath: noted("oddPath", (_, { reply }) => reply(200, { list: [] })),
  },
};

let loaded: Promise<Loaded> | undefined;

/** The modules of the example's server, made once for a file of tests. */
export function example(): Promise<Loaded> {
  loaded ??= emitted(exampleDocument).then(load);
  return loaded;
}

/** How one server differs from another. */
export interface Served {
  readonly prefix?: string;
  readonly options?: Options;
  readonly fastify?: FastifyServerOptions;
  readonly handlers?: object;
  readonly service?: Partial<Service>;
}

/** The example's server on a plain Fastify, but for what is given. */
export async function serve(given: Served = {}): Promise<FastifyInstance> {
  const { plugin, routes, service } = await example();
  const app = Fastify(given.fastify);
  const own = { ...service, ...given.service };
  await app.register(plugin(own, routes, given.handlers ?? handlers, given.options), {
    prefix: given.prefix ?? "/v2.1",
  });
  return app;
}

/** An answer, with its body parsed where it is JSON, and the call that was made for it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly called: Noted | undefined;
}

/** Asks over a socket: `GET /v2.1/images`. */
export async function ask(base: string, request: string, init: RequestInit = {}): Promise<Answer> {
  calls.length = 0;
  const [method = "GET", path = ""] = request.split(" ");
  const response = await fetch(`${base}${path}`, { method, ...init });
  const text = await response.text();
  const isJson = response.headers.get("content-type") === "application/json";
  const body: unknown = isJson && text !== "" ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body, called: calls[0] };
}

/** Listens on a port of its own. */
export function listen(app: FastifyInstance): Promise<string> {
  return app.listen({ port: 0, host: "127.0.0.1" });
}

/** A request with JSON; a text is sent as it is. */
export function post(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return {
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
}

/** Asks in process, where nothing of the target is rewritten on the way. */
export async function inject(
  app: FastifyInstance,
  request: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: unknown; called: Noted | undefined; allow: unknown }> {
  calls.length = 0;
  const [method = "GET", url = ""] = request.split(" ");
  const answer = await app.inject({ method: method as "GET", url, headers });
  const isJson = answer.headers["content-type"] === "application/json" && answer.body !== "";
  const body: unknown = isJson ? answer.json() : answer.body;
  return { status: answer.statusCode, body, called: calls[0], allow: answer.headers["allow"] };
}

/** A name that nothing has. */
export const nothing: string = randomUUID();
