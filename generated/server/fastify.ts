// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:3ec8a99a4403f816

/**
 * Serves a service with Fastify 5, over HTTP/1.1 and HTTP/2.
 *
 * @module
 */
import { Readable } from "node:stream";
import type {
  FastifyInstance,
  FastifyPluginCallback,
  FastifyPluginOptions,
  FastifyReply,
  FastifyRequest,
  RawServerBase,
  RawServerDefault,
} from "fastify";
import { dispatcher, faultOf, unsaid } from "./dispatch.js";
import type { HandlersOf, Options, Outgoing, RoutesOf } from "./entries.js";
import { FastifyIncoming } from "./incoming.js";
import { operationsOf } from "./prepare.js";
import { prefixSegments } from "./paths.js";
import type { Place } from "./paths.js";
import { router } from "./router.js";
import type { Service } from "./runtime.js";
import { mendTargets } from "./targets.js";

/**
 * Serves `handlers` where `routes` says; an operation without a handler answers 501, a path without
 * an operation 404. Register it with a `prefix` for where the service is:
 *
 *     await app.register(plugin(service, routes, { images }), { prefix: "/v2.1" });
 *
 * Every path below the prefix is the service's, but for routes of your own. What the app was told
 * about paths holds for it as well: `caseSensitive`, `ignoreTrailingSlash`,
 * `ignoreDuplicateSlashes`, `useSemicolonDelimiter`. Only `maxParamLength` does not: values may be
 * as long as the docs let them be.
 */
export function plugin<Chapters, Server extends RawServerBase = RawServerDefault>(
  service: Service,
  routes: RoutesOf<Chapters>,
  handlers: HandlersOf<Chapters>,
  options: Options = {},
): FastifyPluginCallback<FastifyPluginOptions, Server> {
  return (served, _options, done) => {
    // Of all kinds of servers Fastify has the same methods.
    const app = served as unknown as FastifyInstance;
    const operations = operationsOf(routes, handlers);
    const place = placeOf(app, service);
    const lookup = router(operations, place);
    const onError: OnError =
      options.onError ?? ((err, requestId) => app.log.error({ err, requestId }, "handler failed"));
    const dispatch = dispatcher(service, lookup, { ...options, onError }, place);

    const handler = (request: FastifyRequest, reply: FastifyReply): void => {
      const incoming = new FastifyIncoming(request, reply);
      dispatch(incoming, (answer) => {
        try {
          send(incoming, reply, answer, onError);
        } catch (error) {
          void reply.send(error);
        }
      });
    };

    // Bodies are read when it is known what they should be; nothing is coerced or taken away.
    app.removeAllContentTypeParsers();
    // Any type, by an expression: what `*` is found for Fastify looks up anew each time.
    app.addContentTypeParser(/^/, (_request, content, parsed) => parsed(null, content));
    app.setErrorHandler((error, request, reply) => {
      const incoming = new FastifyIncoming(request, reply);
      const status = statusOf(error);
      if (status >= 500 && !incoming.isGone) onError(error, incoming.requestId);
      const message = status < 500 && error instanceof Error ? error.message : unsaid;
      send(incoming, reply, faultOf(service, status, message, incoming.requestId), onError);
    });
    mendTargets(app, place);
    for (const { method } of operations) {
      if (!app.supportedMethods.includes(method)) app.addHttpMethod(method, { hasBody: true });
    }
    // What asks for OPTIONS is often meant for a plugin of the app, which has a route for all paths.
    const documented = new Set(operations.map(({ method }) => method));
    const method = app.supportedMethods.filter(
      (each) => each !== "OPTIONS" || documented.has(each),
    );
    app.route({ method, url: "/*", exposeHeadRoute: false, handler });
    // The prefix alone is the app's, unless the docs have something there.
    // Any text stands for its parameters.
    const alone = prefixSegments(app.prefix).map(String);
    const found = alone.length === 0 ? undefined : lookup("", alone);
    for (const each of found?.methods ?? []) {
      if (app.hasRoute({ method: each, url: app.prefix })) continue;
      app.route({ method: each, url: "", exposeHeadRoute: each === "GET", handler });
    }
    try {
      // For methods that have no route.
      app.setNotFoundHandler(handler);
    } catch {
      // Without a prefix the app may have a handler of its own already: then these are for it.
    }
    done();
  };
}

/** Where the plugin is, and what the app was told about paths, in either of Fastify's ways. */
function placeOf({ prefix, initialConfig }: FastifyInstance, { conventions = {} }: Service): Place {
  const told = [initialConfig, initialConfig.routerOptions ?? {}];
  return {
    prefix,
    caseSensitive: told.every(({ caseSensitive }) => caseSensitive !== false),
    ignoreTrailingSlash:
      conventions.slashAtEnd === "same" || told.some((each) => each.ignoreTrailingSlash === true),
    ignoreDuplicateSlashes: told.some((each) => each.ignoreDuplicateSlashes === true),
    useSemicolonDelimiter: told.some(
      (each) => "useSemicolonDelimiter" in each && each.useSemicolonDelimiter === true,
    ),
  };
}

function statusOf(error: unknown): number {
  const status: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "statusCode") : undefined;
  return typeof status === "number" && status >= 400 && status < 600 ? status : 500;
}

type OnError = (error: unknown, requestId: string) => void;

function send(
  incoming: FastifyIncoming,
  reply: FastifyReply,
  { status, headers, content }: Outgoing,
  onError: OnError,
) {
  if (incoming.isGone) return;
  const isHttp2 = reply.request.raw.httpVersionMajor > 1;
  void reply.code(status);
  for (const [name, value] of headers) {
    // Over HTTP/2 no header speaks of the connection (RFC 9113, 8.2.2).
    if (isHttp2 && (name === "connection" || name === "upgrade")) continue;
    const known = name === "vary" ? reply.getHeader(name) : undefined;
    void reply.header(name, known === undefined ? value : `${String(known)}, ${value}`);
  }
  // Whoever sends too much would have to be heard to the end before the next request.
  if (incoming.isCut && !isHttp2) void reply.header("connection", "close");
  if (incoming.method === "HEAD" && content !== undefined) {
    const isKnown = typeof content === "string" || content instanceof Uint8Array;
    if (isKnown) void reply.header("content-length", String(Buffer.byteLength(content)));
    void reply.send();
  } else if (content === undefined) void reply.send();
  else if (typeof content === "string") void reply.serializer(asItIs).send(content);
  else if (content instanceof Uint8Array) void reply.send(Buffer.from(content));
  else {
    const stream = Readable.from(content);
    // What comes before the first byte becomes a fault, and is told there.
    stream.once("error", (error) => {
      if (reply.raw.headersSent && !incoming.isGone) onError(error, incoming.requestId);
    });
    void reply.send(stream);
  }
}

/** Without a serializer Fastify would add a charset to the type of JSON, which has none. */
function asItIs(text: unknown): string {
  return String(text);
}
