// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:86e8d7c773f4f208

/**
 * What adapters and the way from a request to an answer share.
 *
 * @module
 */
import { pathReader } from "./inputs.js";
import type { InputValues } from "./inputs.js";
import type {
  AnyReply,
  Content,
  Context,
  Handled,
  JsonValue,
  RequestContent,
  Route,
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

/** What a handler is asked with, whatever its operation. */
export interface Request {
  readonly path: InputValues;
  readonly query: InputValues;
  readonly headers: InputValues;
  readonly body?: JsonValue | RequestContent;
}

/** An operation that may be meant, with the parameters of its path. */
export interface Found {
  readonly entry: Entry;
  readonly path: readonly (readonly [string, string])[];
}

/** An answer that is no handler's: becomes a fault of the service. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}
