// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:8f260e06828650c5

/**
 * Routes and handlers, brought together and prepared: what does not depend on a request is worked
 * out once.
 *
 * @module
 */
import type { HandlersOf, Request, RoutesOf } from "./entries.js";
import { orderOf } from "./microversions.js";
import { parametersOf } from "./paths.js";
import { responderOf } from "./replies.js";
import type {
  AnyReply,
  BodyInput,
  Check,
  Context,
  Fields,
  Handled,
  Inputs,
  Kind,
  Route,
  StyledInputs,
} from "./runtime.js";

/** What a handler is, whatever its operation. */
export type Handler = (request: Request, context: Context<AnyReply>) => Handled<AnyReply>;

type AnyRoute = Route<Readonly<Record<string, Handler>>>;

/** How the parameters of one kind are read and checked. */
export interface Reading {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly check: Check | undefined;
}

/** A documented operation. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  /** The name of its handler. */
  readonly handler: string;
  readonly run: Handler | undefined;
  readonly action: string | undefined;
  readonly needs: readonly string[];
  /** The first and last microversion that have it, to be compared with others. */
  readonly from: number;
  readonly upTo: number;
  /** The names of the parameters of its path. */
  readonly names: readonly string[];
  readonly params: Reading;
  readonly query: Reading;
  readonly headers: Reading & { readonly names: readonly (readonly [string, string])[] };
  readonly cookies: Reading;
  readonly styled: StyledInputs | undefined;
  readonly body: BodyInput | undefined;
  readonly fields: Fields | undefined;
  readonly reply: Context<AnyReply>["reply"];
  readonly gives: Route<unknown>["gives"];
}

/** All operations of a service with the handlers that there are. */
export function operationsOf<Chapters>(
  routes: RoutesOf<Chapters>,
  handlers: HandlersOf<Chapters>,
): readonly Operation[] {
  // Routes and handlers agree by their types; which type it is does not matter from here on.
  const chapters = Object.entries(routes) as [string, readonly AnyRoute[]][];
  const owners = new Map(Object.entries(handlers) as [string, object | undefined][]);
  return chapters.flatMap(([chapter, list]) =>
    list.map((route) => operationOf(route, owners.get(chapter) ?? {})),
  );
}

function operationOf(route: AnyRoute, owner: object): Operation {
  const { method, path, handler, action, needs = [], from, upTo, body, fields, gives } = route;
  const run: unknown = Reflect.get(owner, handler);
  const headers = readingOf(route.headers);
  return {
    method,
    path,
    handler,
    run: typeof run === "function" ? (run.bind(owner) as Handler) : undefined,
    action,
    needs,
    from: from === undefined ? -Infinity : orderOf(from),
    upTo: upTo === undefined ? Infinity : orderOf(upTo),
    names: parametersOf(path),
    params: readingOf(route.params),
    query: readingOf(route.query),
    headers: {
      ...headers,
      names: [...headers.kinds.keys()].map((name) => [name, name.toLowerCase()]),
    },
    cookies: readingOf(route.cookies),
    styled: route.styles,
    body,
    fields,
    reply: responderOf(handler, route.answers),
    gives,
  };
}

function readingOf({ read = {}, check }: Inputs = {}): Reading {
  return { kinds: new Map(Object.entries(read)), check };
}
