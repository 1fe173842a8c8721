// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:135f91fc86ffe029

/**
 * From a request to the answer of a handler, for any framework: who may, which microversion,
 * which operation, is the request as documented, and what comes back.
 *
 * @module
 */
import { Refusal } from "./entries.js";
import type { Entry, Found, Incoming, Options, Outgoing, Request } from "./entries.js";
import { isWithin, negotiate, versionHeaders } from "./microversions.js";
import { bodyOf, requestOf } from "./requests.js";
import type { Body } from "./requests.js";
import { NotImplemented } from "./runtime.js";
import type { AnyReply, Content, Context, Responder, Service } from "./runtime.js";

const nothing = "The resource could not be found.";

/** Answers a request by one of the entries, which share its method and a shape of paths. */
export async function dispatch(
  service: Service,
  entries: readonly Entry[],
  incoming: Incoming,
  options: Options,
): Promise<Outgoing> {
  // Known from the moment on that a microversion was agreed on.
  let headers: Readonly<Record<string, string>> = {};
  try {
    const found = entries.flatMap((entry) => {
      const path = entry.read(incoming.path);
      return path === undefined ? [] : [{ entry, path }];
    });
    await admit(
      incoming,
      found.map(({ entry }) => entry.handler),
      options,
    );
    const version = agree(service, incoming);
    if (found.length === 0) throw new Refusal(404, nothing);
    if (version !== "" && service.microversions !== undefined) {
      headers = versionHeaders(service.microversions, version);
    }
    const answer = await answerOf(found, incoming, version, options);
    return { ...answer, headers: { ...answer.headers, ...headers, ...idOf(incoming) } };
  } catch (error) {
    const refusal = error instanceof Refusal ? error : undefined;
    if (refusal === undefined) options.onError?.(error, incoming.requestId);
    const message = refusal?.message ?? "The server could not do what was asked.";
    return faultOf(service, refusal?.status ?? 500, message, incoming.requestId, {
      ...headers,
      ...refusal?.headers,
    });
  }
}

/** A fault in the form that the service has for its status. */
export function faultOf(
  service: Service,
  status: number,
  message: string,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
): Outgoing {
  const body = (service.faults[status] ?? service.faults.default)(message, status, requestId);
  const isText = typeof body === "string";
  return {
    status,
    headers: {
      ...headers,
      "content-type": isText ? "text/plain; charset=utf-8" : "application/json",
      "x-openstack-request-id": requestId,
    },
    content: isText ? body : JSON.stringify(body),
  };
}

function idOf({ requestId }: Incoming): Readonly<Record<string, string>> {
  return { "x-openstack-request-id": requestId };
}

async function admit(incoming: Incoming, operations: string[], options: Options): Promise<void> {
  if (options.authenticate === undefined) return;
  const { method, path, headers } = incoming;
  if (await options.authenticate({ method, path, headers, operations })) return;
  throw new Refusal(401, "The request you have made requires authentication.", {
    "www-authenticate": "Keystone",
  });
}

/** The microversion of the answer; empty where the service has none. */
function agree(service: Service, incoming: Incoming): string {
  if (service.microversions === undefined) return "";
  const agreed = negotiate(service.microversions, incoming.headers);
  if ("version" in agreed) return agreed.version;
  const echo = agreed.status === 406 ? versionHeaders(service.microversions, agreed.asked) : {};
  throw new Refusal(agreed.status, agreed.message, echo);
}

async function answerOf(
  found: readonly Found[],
  incoming: Incoming,
  version: string,
  options: Options,
): Promise<Outgoing> {
  const served = found.filter(({ entry }) => isWithin(version, entry.from, entry.upTo));
  if (served.length === 0) {
    throw new Refusal(404, `${incoming.method} ${incoming.path} is not part of ${version}.`);
  }
  const body = await bodyOf(served, incoming, options.bodyLimit ?? 1 << 20);
  const meant = choose(found, served, incoming, body);
  const runnable = meant.filter(({ entry }) => entry.run !== undefined);
  const first = runnable[0] ?? meant[0];
  if (first === undefined) throw new Refusal(404, nothing);
  if (first.entry.run === undefined) throw missing(first.entry);
  // Of several that nothing tells apart, the first that takes the request as it is answers.
  const requests = runnable.map((each) => ({ ...each, ...requestOf(each, incoming, body) }));
  const fitting = requests.find(({ refusal }) => refusal === undefined) ?? requests[0];
  if (fitting?.refusal !== undefined) throw fitting.refusal;
  if (fitting === undefined) throw missing(first.entry);
  const { entry, request } = fitting;
  const reply = await run(entry, request, contextOf(incoming, version));
  return outgoing(entry, reply, options);
}

async function run(
  entry: Entry,
  request: Request,
  context: Context<AnyReply>,
): Promise<AnyReply | undefined> {
  try {
    return await entry.run?.(request, context);
  } catch (error) {
    if (error instanceof NotImplemented) throw missing(entry);
    throw error;
  }
}

function missing({ handler }: Entry): Refusal {
  return new Refusal(501, `${handler} is not implemented yet.`);
}

/** The operations that the request can mean, by the member of its body and by its query. */
function choose(
  found: readonly Found[],
  served: readonly Found[],
  { searchParams }: Incoming,
  body: Body,
): readonly Found[] {
  const has = (entry: Entry): boolean =>
    entry.action !== undefined &&
    typeof body.value === "object" &&
    body.value !== null &&
    Object.hasOwn(body.value, entry.action);
  const byAction = served.filter(({ entry }) => has(entry));
  if (byAction.length > 0) return byAction;
  const others = served.filter(({ entry }) => entry.action === undefined);
  if (others.length === 0) {
    const other = found.find(({ entry }) => has(entry))?.entry;
    if (other) throw new Refusal(404, `There is no ${other.action} in this microversion.`);
    const actions = served.map(({ entry }) => entry.action ?? "").sort();
    throw new Refusal(400, `body must have one of these members: ${actions.join(", ")}.`);
  }
  const needs = ({ entry }: Found): readonly string[] => entry.needs ?? [];
  const met = others.filter((each) => needs(each).every((name) => searchParams.has(name)));
  const most = Math.max(0, ...met.map((each) => needs(each).length));
  const closest = met.filter((each) => needs(each).length === most);
  return closest.length > 0 ? closest : others;
}

function contextOf(incoming: Incoming, microversion: string): Context<AnyReply> {
  const { headers, searchParams, requestId, signal } = incoming;
  const reply = (status: number, body?: unknown, more = {}) => ({ status, body, headers: more });
  return {
    // What a responder takes is settled where a handler calls it; here it takes anything.
    reply: reply as unknown as Responder<AnyReply>,
    microversion,
    since: (version) => isWithin(microversion, version),
    headers,
    searchParams,
    requestId,
    signal,
  };
}

function outgoing(entry: Entry, reply: AnyReply | undefined, { checkReply }: Options): Outgoing {
  if (typeof reply?.status !== "number") throw new TypeError(`${entry.handler} did not reply`);
  const { status, body, headers = {} } = reply;
  if (body === undefined || status === 204 || status === 304) {
    return { status, headers, content: undefined };
  }
  const mediaType = entry.gives?.[status] ?? entry.gives?.[`${Math.trunc(status / 100)}XX`];
  if (mediaType !== undefined) {
    return { status, headers: { "content-type": mediaType, ...headers }, content: contentOf(body) };
  }
  const content = JSON.stringify(body);
  const operation = entry.handler;
  const wrongWith = checkReply?.({ operation, status, body: JSON.parse(content) });
  if (wrongWith !== undefined) throw new TypeError(`${operation}, ${status}: ${wrongWith}`);
  return { status, headers: { "content-type": "application/json", ...headers }, content };
}

function contentOf(body: unknown): Content {
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  if (typeof body === "object" && body !== null && Symbol.asyncIterator in body) {
    return body as AsyncIterable<Uint8Array>;
  }
  return JSON.stringify(body);
}
