// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:cc2641276c5981be

/**
 * From a request to the answer of a handler, for any framework: who may, which microversion,
 * which operation, is the request as documented, and what comes back. Nothing is waited for that
 * is there already.
 *
 * @module
 */
import { bodyIn, formOf } from "./bodies.js";
import type { Body } from "./bodies.js";
import { choose } from "./choosing.js";
import { RequestContext } from "./context.js";
import { Refusal } from "./entries.js";
import type { Asked, Header, Incoming, Options, Outgoing, Request } from "./entries.js";
import { pairsOf } from "./inputs.js";
import type { Pairs } from "./inputs.js";
import { negotiator } from "./microversions.js";
import type { Agreed } from "./microversions.js";
import type { Operation } from "./prepare.js";
import { pathBelow, pathSegments, splitTarget } from "./paths.js";
import type { Place } from "./paths.js";
import { missing, nowhere, unknown, unreadable, wrongMethod } from "./refusals.js";
import { outgoing } from "./replies.js";
import { requestOf } from "./requests.js";
import type { Lookup, Match, Placed } from "./router.js";
import { NotImplemented } from "./runtime.js";
import type { AnyReply, Service } from "./runtime.js";

/** Sends one answer to a request, at once where nothing has to be waited for; never fails. */
export type Dispatch = (incoming: Incoming, send: (answer: Outgoing) => void) => void;

/** A request on its way. */
interface Turn {
  readonly incoming: Incoming;
  readonly send: (answer: Outgoing) => void;
  readonly path: string;
  readonly query: string;
  /** Undefined where percent signs of the path encode no text. */
  readonly segments: readonly string[] | undefined;
  readonly match: Match<Operation> | undefined;
  /** Known from the moment on that a microversion was agreed on. */
  agreed?: Agreed;
  /** Known from the moment on that its handler is asked. */
  operation?: Operation;
}

/** Prepares the way for the operations of a service, which `lookup` finds at `place`. */
export function dispatcher(
  service: Service,
  lookup: Lookup<Operation>,
  options: Options,
  place: Place,
): Dispatch {
  const { authenticate, onError, bodyLimit = 1 << 20 } = options;
  const { conventions = {} } = service;
  const agree = negotiator(service.microversions, conventions);

  function matchOf(method: string, segments: readonly string[]): Match<Operation> | undefined {
    const match = lookup(method, segments);
    if (method !== "HEAD" || conventions.head === "wrong-method") return match;
    // What GET answers, HEAD answers too, without the body (RFC 9110, 9.3.2).
    const isGet = match?.entries.length === 0 && match.methods.includes("GET");
    return isGet ? lookup("GET", segments) : match;
  }

  function admitted(turn: Turn): void {
    if (authenticate === undefined) return routed(turn);
    const known = authenticate(askedOf(turn, place));
    const decided = (isKnown: boolean): void => (isKnown ? routed(turn) : refused(turn, unknown()));
    return isPromise(known) ? later(turn, known, decided) : decided(known);
  }

  function routed(turn: Turn): void {
    const { incoming, match, path, segments } = turn;
    const agreed = agree(incoming);
    if (agreed instanceof Refusal) return refused(turn, agreed);
    if (segments === undefined) return refused(turn, unreadable("path"));
    if (match === undefined) return refused(turn, nowhere());
    if (match.entries.length === 0) {
      return refused(turn, wrongMethod(incoming.method, match.methods, conventions));
    }
    turn.agreed = agreed;
    const served = servedAt(agreed.order, match.entries);
    if (served.length === 0) {
      const what = `${incoming.method} ${pathBelow(path, place)}`;
      return refused(turn, new Refusal(404, `${what} is not part of ${agreed.version}.`));
    }
    const query = pairsOf(turn.query);
    if (query === undefined) return refused(turn, unreadable("query"));
    const form = formOf(served, incoming);
    if (form !== "json") return chosen(turn, agreed, match, served, query, form);
    incoming.read(
      bodyLimit,
      settling(turn, (bytes: Buffer | undefined) =>
        chosen(turn, agreed, match, served, query, bodyIn(bytes, incoming, bodyLimit)),
      ),
      (error) => failed(turn, error),
    );
  }

  function chosen(
    turn: Turn,
    agreed: Agreed,
    match: Match<Operation>,
    served: readonly Placed<Operation>[],
    query: Pairs,
    body: Body | Refusal,
  ): void {
    if (body instanceof Refusal) return refused(turn, body);
    const meant = choose(match.entries, served, query, body);
    if (meant instanceof Refusal) return refused(turn, meant);
    // Of several operations that nothing tells apart, the first that takes the request answers.
    let refusal: Refusal | undefined;
    for (const { entry, skip } of meant) {
      if (entry.run === undefined) continue;
      const values = skip === 0 ? match.values : match.values.slice(skip);
      const request = requestOf(entry, values, query, turn.incoming, body, conventions, turn);
      if (!(request instanceof Refusal)) return handled(turn, agreed, entry, request);
      refusal ??= request;
    }
    return refused(turn, refusal ?? missing(meant[0]?.entry));
  }

  function handled(turn: Turn, agreed: Agreed, operation: Operation, request: Request): void {
    const { incoming, query } = turn;
    turn.operation = operation;
    const reply = operation.run?.(request, new RequestContext(operation, agreed, incoming, query));
    const made = (settled: AnyReply | undefined): void =>
      turn.send(outgoing(operation, settled, agreed, incoming.requestId, options, request.query));
    return isPromise(reply) ? later(turn, reply, made) : made(reply);
  }

  /** Goes on when something is there; what fails on the way is answered. */
  function later<Value>(turn: Turn, value: Promise<Value>, next: (value: Value) => void): void {
    value.then(settling(turn, next), (error: unknown) => failed(turn, error));
  }

  function settling<Value>(turn: Turn, next: (value: Value) => void): (value: Value) => void {
    return (value) => {
      try {
        next(value);
      } catch (error) {
        failed(turn, error);
      }
    };
  }

  /** What a handler threw; that it stopped because the client has gone is no failure of it. */
  function failed(turn: Turn, error: unknown): void {
    const { incoming, operation } = turn;
    if (error instanceof NotImplemented) return refused(turn, missing(operation));
    if (!incoming.isGone) onError?.(error, incoming.requestId);
    return refused(turn, new Refusal(500, unsaid));
  }

  function refused({ incoming, agreed, send }: Turn, refusal: Refusal): void {
    const { status, message, headers } = refusal;
    const all = agreed === undefined ? headers : [...agreed.headers, ...headers];
    send(faultOf(service, status, message, incoming.requestId, all));
  }

  return (incoming, send) => {
    const [path, query] = splitTarget(incoming.target, place);
    const segments = pathSegments(path);
    const match = segments && matchOf(incoming.method, segments);
    const turn: Turn = { incoming, send, path, query, segments, match };
    try {
      admitted(turn);
    } catch (error) {
      failed(turn, error);
    }
  };
}

/** The operations that a microversion has. */
function servedAt(order: number, all: readonly Placed<Operation>[]): readonly Placed<Operation>[] {
  const isServed = ({ entry }: Placed<Operation>): boolean =>
    entry.from <= order && order <= entry.upTo;
  return all.every(isServed) ? all : all.filter(isServed);
}

/** A fault in the form that the service has for its status. */
export function faultOf(
  service: Service,
  status: number,
  message: string,
  requestId: string,
  headers: readonly Header[] = [],
): Outgoing {
  const body = (service.faults[status] ?? service.faults.default)(message, status, requestId);
  const isText = typeof body === "string";
  const { faultType = "application/json" } = service;
  return {
    status,
    headers: [
      ...headers,
      ["content-type", isText ? "text/plain; charset=utf-8" : faultType],
      ["x-openstack-request-id", requestId],
    ],
    content: isText ? body : JSON.stringify(body),
  };
}

/** What a client is told of a failure. */
export const unsaid = "The server could not do what was asked.";

function askedOf({ incoming, match, path }: Turn, place: Place): Asked {
  return {
    method: incoming.method,
    get path() {
      return pathBelow(path, place);
    },
    get headers() {
      return incoming.headers;
    },
    operations: match?.entries.map(({ entry }) => entry.handler) ?? [],
  };
}

function isPromise<Value>(value: Value | PromiseLike<Value>): value is Promise<Value> {
  return typeof value === "object" && value !== null && "then" in value;
}
