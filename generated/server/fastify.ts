// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:9f6051ba3043b753

/**
 * Serves a service with Fastify 5.
 *
 * @module
 */
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from "fastify";
import { dispatch, faultOf } from "./dispatch.js";
import { entriesOf } from "./entries.js";
import type { Entry, HandlersOf, Incoming, Options, Outgoing, RoutesOf } from "./entries.js";
import type { Service } from "./runtime.js";

/**
 * Serves `handlers` where `routes` says; an operation without a handler answers 501, a path without
 * an operation 404. Register it with a `prefix` for where the service is:
 *
 *     await app.register(plugin(service, routes, { images }), { prefix: "/v2.1" });
 */
export function plugin<Chapters>(
  service: Service,
  routes: RoutesOf<Chapters>,
  handlers: HandlersOf<Chapters>,
  options: Options = {},
): FastifyPluginCallback {
  return (app, _options, done) => {
    // Bodies are read when it is known what they should be; nothing is coerced or taken away.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (_request, content, parsed) => parsed(null, content));

    const answer = async (entries: readonly Entry[], request: FastifyRequest, to: FastifyReply) => {
      const onError =
        options.onError ?? ((error: unknown) => request.log.error(error, "handler failed"));
      const incoming = incomingOf(request, to, app.prefix);
      return send(to, await dispatch(service, entries, incoming, { ...options, onError }));
    };

    const groups = groupBy(entriesOf(routes, handlers), urlOf);
    for (const [url, group] of groups) {
      for (const [method, entries] of groupBy(group, (entry) => entry.method)) {
        if (!app.supportedMethods.includes(method)) app.addHttpMethod(method, { hasBody: true });
        const hasHead = method === "GET" && group.some((entry) => entry.method === "HEAD");
        app.route({
          method,
          url,
          ...(hasHead && { exposeHeadRoute: false }),
          handler: (request, reply) => answer(entries, request, reply),
        });
      }
    }
    app.setNotFoundHandler((request, reply) => answer([], request, reply));
    app.setErrorHandler((error, request, reply) => {
      const status = statusOf(error);
      if (status >= 500) request.log.error(error);
      const message = status < 500 && error instanceof Error ? error.message : unsaid;
      return send(reply, faultOf(service, status, message, requestIdOf(request)));
    });
    done();
  };
}

const unsaid = "The server could not do what was asked.";

function statusOf(error: unknown): number {
  const status: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "statusCode") : undefined;
  return typeof status === "number" && status >= 400 && status < 600 ? status : 500;
}

/**
 * The URL of a path for Fastify's router. Parameters are named after their place, so that routes
 * which call the same place differently are one; {@link Entry.read} knows the real names. Segments
 * that are neither a parameter nor plain words become one as well.
 */
function urlOf({ path }: Entry): string {
  return path
    .split("/")
    .map((segment, index) => (/^[\w.~-]*$/.test(segment) ? segment : `:p${index}`))
    .join("/");
}

function incomingOf(request: FastifyRequest, reply: FastifyReply, prefix: string): Incoming {
  const [path = "", query = ""] = splitOnce(request.raw.url ?? request.url, "?");
  const abort = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) abort.abort();
  });
  return {
    method: request.method,
    path: path.startsWith(prefix) ? path.slice(prefix.length) : path,
    searchParams: new URLSearchParams(query),
    headers: headersOf(request),
    content: contentOf(request),
    requestId: requestIdOf(request),
    signal: abort.signal,
  };
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, each);
  }
  return headers;
}

function contentOf(request: FastifyRequest): AsyncIterable<Uint8Array> | undefined {
  const { "content-length": length = "0", "transfer-encoding": encoding } = request.headers;
  if (encoding === undefined && Number(length) === 0) return undefined;
  // GET and HEAD pass the parser by.
  return request.body instanceof Readable ? request.body : request.raw;
}

/** Fastify's own id of the request where it has the form that OpenStack uses, else a new one. */
function requestIdOf({ id }: FastifyRequest): string {
  return /^req-[\da-f-]{36}$/.test(id) ? id : `req-${randomUUID()}`;
}

function send(reply: FastifyReply, { status, headers, content }: Outgoing): FastifyReply {
  void reply.code(status).headers(headers);
  if (content === undefined) return reply.send();
  // Bytes: to the type of a text Fastify would add a charset.
  if (typeof content === "string" || content instanceof Uint8Array) {
    return reply.send(Buffer.from(content));
  }
  return reply.send(Readable.from(content));
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
