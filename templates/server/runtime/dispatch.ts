/**
 * From a request to the answer of a handler, for any framework: who may, which microversion,
 * which operation, is the request as documented, and what comes back.
 *
 * @module
 */
import { sentence } from "./checks.js";
import { pathReader, readInputs } from "./inputs.js";
import type { InputValues } from "./inputs.js";
import { isWithin, negotiate, versionHeaders } from "./microversions.js";
import { NotImplemented } from "./runtime.js";
import type {
  AnyReply,
  Content,
  Context,
  Handled,
  Inputs,
  JsonValue,
  RequestContent,
  Responder,
  Route,
  Service,
} from "./runtime.js";

/** A request, as an adapter hands it over. */
export interface Incoming {
  readonly method: string;
  /** From where the routes begin, still percent-encoded. */
  readonly path: string;
  readonly searchParams: URLSearchParams;
  readonly headers: Headers;
  /** What is behind the headers; read only when a body is documented. */
  readonly content: AsyncIterable<Uint8Array> | undefined;
  readonly requestId: string;
  readonly signal: AbortSignal;
}

/** An answer, as an adapter sends it. */
export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Content | undefined;
}

/** What {@link Options.authenticate} is told. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  /** The operations that may be meant; none where nothing is served. */
  readonly operations: readonly string[];
}

export interface Options {
  /** Whether the request comes from somebody known; if not, it is answered with 401. */
  readonly authenticate?: ((asked: Asked) => boolean | Promise<boolean>) | undefined;
  /** How many bytes a JSON body may have; 1 MiB if not given. */
  readonly bodyLimit?: number | undefined;
  /**
   * Says what is wrong with an answer, for development: then it becomes a 500, and `onError` is
   * told. The compiler has checked the members of answers already, but no values such as formats;
   * checks of all answers would be larger than all else, so they are not emitted. A JSON Schema
   * validator over `openapi.json` fits here.
   */
  readonly checkReply?: ((answer: CheckedReply) => string | undefined) | undefined;
  /** Is told what handlers throw; clients are not. */
  readonly onError?: ((error: unknown, requestId: string) => void) | undefined;
}

/** An answer with JSON, before it is sent. */
export interface CheckedReply {
  /** Its handler's name: the `operationId` of the document. */
  readonly operation: string;
  readonly status: number;
  readonly body: JsonValue;
}

/** Handlers by chapter and operation, all or some. */
export type HandlersOf<Chapters> = {
  readonly [Chapter in keyof Chapters]?: Partial<Chapters[Chapter]> | undefined;
};

/** Routes by chapter. */
export type RoutesOf<Chapters> = {
  readonly [Chapter in keyof Chapters]: readonly Route<Chapters[Chapter]>[];
};

type Handler = (request: Request, context: Context<AnyReply>) => Handled<AnyReply>;
type AnyRoute = Route<Readonly<Record<string, Handler>>>;

/** A route with its handler, if there is one, and the reader of its path. */
export interface Entry extends AnyRoute {
  readonly run: Handler | undefined;
  readonly read: (path: string) => [string, string][] | undefined;
}

/** Brings routes and handlers together. */
export function entriesOf<Chapters>(
  routes: RoutesOf<Chapters>,
  handlers: HandlersOf<Chapters>,
): Entry[] {
  // Routes and handlers agree by their types; which type it is does not matter from here on.
  const chapters = Object.entries(routes) as [string, readonly AnyRoute[]][];
  const all = new Map(Object.entries(handlers) as [string, object | undefined][]);
  return chapters.flatMap(([chapter, list]) => {
    const owner = all.get(chapter) ?? {};
    return list.map((route) => {
      const method: unknown = Reflect.get(owner, route.handler);
      const run =
        typeof method === "function"
          ? (...args: unknown[]) => method.apply(owner, args)
          : undefined;
      return { ...route, run, read: pathReader(route.path) };
    });
  });
}

const nothing = "The resource could not be found.";

/** An answer that is no handler's: becomes a fault of the service. */
class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

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

interface Found {
  readonly entry: Entry;
  readonly path: readonly (readonly [string, string])[];
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

interface Body {
  readonly value: JsonValue | RequestContent | undefined;
  readonly isJson: boolean;
}

async function bodyOf(
  served: readonly Found[],
  { content, headers }: Incoming,
  limit: number,
): Promise<Body> {
  const inputs = served.flatMap(({ entry }) => entry.body ?? []);
  if (inputs.length === 0 || content === undefined) return { value: undefined, isJson: true };
  const said = (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const others = inputs.filter(({ mediaType }) => mediaType !== undefined);
  const isJson = /^$|[/+]json$/.test(said);
  const takesOther = others.some(({ mediaType = "" }) => !mediaType.endsWith("json"));
  const named = others.some(({ mediaType }) => mediaType === said);
  if (named || (takesOther && (!isJson || others.length === inputs.length))) {
    return { value: content, isJson: false };
  }
  const text = await textOf(content, limit);
  if (text.trim() === "") return { value: undefined, isJson: true };
  if (!isJson) throw new Refusal(415, `The body must be application/json, and not ${said}.`);
  return { value: parsed(text), isJson: true };
}

async function textOf(content: AsyncIterable<Uint8Array>, limit: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Not `for await`: leaving that loop destroys the stream, and with it the way for the answer.
  const reader = content[Symbol.asyncIterator]();
  for (let next = await reader.next(); next.done !== true; next = await reader.next()) {
    length += next.value.length;
    if (length > limit) throw new Refusal(413, `The body has more than ${limit} bytes.`);
    pieces.push(next.value);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}

function parsed(text: string): JsonValue {
  try {
    if (!/__proto__|\\u005f/i.test(text)) return JSON.parse(text);
    // A member of this name would become a prototype where a handler copies it.
    return JSON.parse(text, (key, value: unknown) => {
      if (key === "__proto__") throw new SyntaxError("__proto__ cannot be the name of a member");
      return value;
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : "unreadable";
    throw new Refusal(400, `The body is not valid JSON: ${why}.`);
  }
}

/** What a handler is asked with, whatever its operation. */
interface Request {
  readonly path: InputValues;
  readonly query: InputValues;
  readonly headers: InputValues;
  readonly body?: JsonValue | RequestContent;
}

interface Asking {
  readonly request: Request;
  readonly refusal?: Refusal;
}

/** What the handler is asked with, and what is wrong with it, if anything. */
function requestOf({ entry, path }: Found, incoming: Incoming, body: Body): Asking {
  const params = readInputs(path, entry.params);
  const query = readInputs(incoming.searchParams, entry.query);
  const headers = headersOf(incoming.headers, entry.headers);
  const request = {
    path: params,
    query,
    headers,
    ...(body.value !== undefined && { body: body.value }),
  };
  const refusal =
    // A path that cannot be is one where nothing is.
    wrong(404, "path", params, entry.params) ??
    wrong(400, "query", query, entry.query) ??
    wrong(400, "headers", headers, entry.headers) ??
    wrongBody(entry, body);
  return { request, ...(refusal && { refusal }) };
}

/** Documented headers under their documented names, however the client wrote them. */
function headersOf(headers: Headers, inputs: Inputs | undefined): InputValues {
  const names = Object.keys(inputs?.read ?? {});
  const said = names.flatMap((name): [string, string][] => {
    const text = headers.get(name);
    return text === null ? [] : [[name, text]];
  });
  return readInputs(said, inputs);
}

function wrong(
  status: number,
  side: string,
  value: unknown,
  inputs: Inputs | undefined,
): Refusal | undefined {
  const { check } = inputs ?? {};
  return check === undefined || check(value)
    ? undefined
    : new Refusal(status, sentence(side, check.errors));
}

function wrongBody({ body: input }: Entry, { value, isJson }: Body): Refusal | undefined {
  if (input === undefined || !isJson) return undefined;
  if (value === undefined) {
    return input.optional ? undefined : new Refusal(400, "body is missing.");
  }
  return wrong(400, "body", value, input);
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
  const mediaType = entry.gives?.[status];
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
