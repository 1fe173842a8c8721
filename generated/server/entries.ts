// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:a8887e8600bfae3e

/**
 * What adapters and the way from a request to an answer share.
 *
 * @module
 */
import type { InputValues } from "./inputs.js";
import type { Content, JsonValue, RequestContent, Route } from "./runtime.js";

/** A request, as an adapter hands it over. What costs something is made when it is asked for. */
export interface Incoming {
  readonly method: string;
  /** Path and query as they came. */
  readonly target: string;
  /** The text of a header by its name in lower case. */
  header(name: string): string | undefined;
  readonly headers: Headers;
  /** What is behind the headers; read only when a body is documented. */
  readonly content: RequestContent | undefined;
  /** Reads all of it; undefined where it has more bytes than that. One of both is called, once. */
  read(
    limit: number,
    done: (bytes: Buffer | undefined) => void,
    failed: (error: unknown) => void,
  ): void;
  readonly requestId: string;
  readonly signal: AbortSignal;
  /** Whether the client has gone, so that nobody waits for an answer. */
  readonly isGone: boolean;
  /** The parameters of the prefix. */
  readonly prefix: Readonly<Record<string, string>>;
}

/** A header by its name in lower case. */
export type Header = readonly [name: string, value: string];

/** An answer, as an adapter sends it. */
export interface Outgoing {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly content: Content | undefined;
}

/** What {@link Options.authenticate} is told. */
export interface Asked {
  readonly method: string;
  /** From where the service is, still percent-encoded. */
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
   * validator over `openapi.json` fits here, and for what differs between microversions one over
   * the document that `restanza --microversion` makes.
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
  /** The microversion that was agreed on with the client; empty where the service has none. */
  readonly microversion: string;
  /** Whether the request named the members that it wants: then required ones may be missing. */
  readonly isPart: boolean;
}

/** Handlers by chapter and operation, all or some. */
export type HandlersOf<Chapters> = {
  readonly [Chapter in keyof Chapters]?: Partial<Chapters[Chapter]> | undefined;
};

/** Routes by chapter. */
export type RoutesOf<Chapters> = {
  readonly [Chapter in keyof Chapters]: readonly Route<Chapters[Chapter]>[];
};

/** What a handler is asked with, whatever its operation. */
export interface Request {
  readonly path: InputValues;
  readonly query: InputValues;
  readonly headers: InputValues;
  readonly cookies?: InputValues;
  readonly body?: JsonValue | RequestContent;
}

/** An answer that is no handler's: becomes a fault of the service. Returned, and never thrown. */
export class Refusal {
  readonly status: number;
  readonly message: string;
  readonly headers: readonly Header[];

  constructor(status: number, message: string, headers: readonly Header[] = []) {
    this.status = status;
    this.message = message;
    this.headers = headers;
  }
}
