// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:84950badcc95e757

/**
 * What handlers, routes and services are made of. No framework is known here.
 *
 * @module
 */

import type { Always, AnyReply, ByVersion, Responder, ResponderAt } from "./responder.js";
export type * from "./responder.js";

/** A body of a request that is not JSON, as it comes. */
export type RequestContent = AsyncIterable<Uint8Array>;

/** What a handler knows besides the request. */
export interface Context<Replies extends AnyReply, Versions extends ByVersion = Always<Replies>> {
  readonly reply: Responder<Replies>;
  /**
   * Answers as `reply` does, with a body that is held against the shape that the answer has at this
   * microversion. For use where it is known:
   *
   *     if (since("2.53")) return replyAt("2.53", 200, { service });
   */
  readonly replyAt: ResponderAt<Versions, Replies>;
  /** The microversion that was agreed on with the client; empty where the service has none. */
  readonly microversion: string;
  /** Whether the microversion that was agreed on is this one or a later one. */
  readonly since: (microversion: string) => boolean;
  /** The headers of the request. */
  readonly headers: Headers;
  /** The query as it came, also with what the documentation does not know. */
  readonly searchParams: URLSearchParams;
  readonly requestId: string;
  /** Fires when the client has gone. */
  readonly signal: AbortSignal;
  /** What stands for the parameters of the prefix, such as `/:tenant`, by their names. */
  readonly prefix: Readonly<Record<string, string>>;
}

/** What a handler returns. */
export type Handled<Replies extends AnyReply> = Replies | Promise<Replies>;

/** Thrown by a handler that is still to be written: answered with 501. */
export class NotImplemented extends Error {
  override readonly name = "NotImplemented";
}

/** What an operation without parameters and without a body is asked with. */
export type NoRequest = Readonly<Record<string, never>>;

/** Where an operation is, which microversions have it, and how its requests are read. */
export interface Route<Handlers> {
  readonly method: string;
  /** With the names of parameters in braces. Slashes at the end count. */
  readonly path: string;
  readonly handler: keyof Handlers & string;
  /** The member of the body that chooses this operation among those of its method and path. */
  readonly action?: string;
  /** Query parameters that choose it: all of them are there. */
  readonly needs?: readonly string[];
  readonly from?: string;
  readonly upTo?: string;
  readonly params?: Inputs;
  readonly query?: Inputs;
  readonly headers?: Inputs;
  readonly cookies?: Inputs;
  /** Reads the parameters that are not written as is usual for their place. */
  readonly styles?: StyledInputs;
  readonly body?: BodyInput;
  /** How the request names the members that it wants, where it can. */
  readonly fields?: Fields;
  /** The documented statuses; any where there are none. */
  readonly answers?: Statuses;
  /** Media types of answers that are not JSON, by status or by a range such as `2XX`. */
  readonly gives?: Readonly<Record<number | `${number}XX`, string>>;
}

/** Statuses by number and by range; `default` is any. */
export type Statuses = readonly (number | `${1 | 2 | 3 | 4 | 5}XX` | "default")[];

/** The query parameter that names members, and the member of the body that holds who has them. */
export interface Fields {
  readonly query: string;
  /** Where it is not given, the body itself has them. */
  readonly of?: string;
}

/** Parameters of one kind: what texts are read as, and a check of what they come to. */
export interface Inputs {
  /** What each is read as, by its name; what is not named here stays a text. */
  readonly read?: Readonly<Record<string, Kind>>;
  readonly check?: Check;
}

/**
 * What a text is read as. A text that cannot be read so stays one, for the check to find. Of a list
 * each text is an item, or with `[,]` what stands between its commas.
 */
export type Kind = "string" | "integer" | "number" | "boolean" | `${Scalar}${"[]" | "[,]"}`;
type Scalar = "string" | "integer" | "number" | "boolean";

/**
 * What the parts of a value are read as: one text, each of a list, the members of an object, and
 * those that it does not name. `others`: names that stand beside exploded members, and are none.
 */
export type Shape =
  | Scalar
  | readonly [Scalar]
  | {
      readonly members: Readonly<Record<string, Scalar | readonly [Scalar]>>;
      readonly rest?: Scalar;
      readonly others?: readonly string[];
    };

/**
 * How a value is written (OpenAPI 3.2, Style Values), `*` where it is exploded, `+` where signs that
 * separate the parts of a URL stay as they are.
 */
export interface StyledInput {
  readonly style: string;
  readonly of: Shape;
}

/** Parameters by their names, by their places. */
export interface Styles {
  readonly path?: Readonly<Record<string, StyledInput>>;
  readonly query?: Readonly<Record<string, StyledInput>>;
  readonly headers?: Readonly<Record<string, StyledInput>>;
  readonly cookies?: Readonly<Record<string, StyledInput>>;
}

/** Reads these from what is still encoded. */
export interface StyledInputs {
  path(template: string, raw: string): Readonly<Record<string, JsonValue>>;
  /** `taken`: the names in the query that belong to them. */
  query(raw: string): {
    readonly values: Readonly<Record<string, JsonValue>>;
    readonly taken: ReadonlySet<string>;
  };
  headers(text: (name: string) => string | undefined): Readonly<Record<string, JsonValue>>;
  cookies(text: string | undefined): Readonly<Record<string, JsonValue>>;
}

export interface BodyInput {
  /** Where it is not JSON. */
  readonly mediaType?: string;
  /** It may be left out. */
  readonly optional?: true;
  readonly check?: Check;
}

/** A check made from a JSON Schema. After `false`, `errors` says why. */
export interface Check {
  (value: unknown): boolean;
  errors?: readonly CheckError[] | null;
}

export interface CheckError {
  /** A JSON pointer into the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, CheckValue>>;
}

/** What a check tells besides its message: a name, a limit, or the values that it allows. */
export type CheckValue = string | number | boolean | null | undefined | readonly CheckValue[];

/** What one service does differently from another. */
export interface Service {
  /** Its word in headers, for example `compute`. */
  readonly name: string;
  readonly microversions?: Microversions;
  /** How it answers what its docs do not speak of, as far as that is known. */
  readonly conventions?: Conventions;
  /** The body of a fault, by status; `default` for every other. */
  readonly faults: Faults;
  /** The media type of such a body, where it is another than `application/json`. */
  readonly faultType?: string;
}

export interface Microversions {
  readonly minimum: string;
  readonly maximum: string;
  /** The headers that ask for one, the strongest first; `{version}` stands for it. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Whether `latest` is taken for a version. */
  readonly latest?: boolean;
}

/** How services differ in what docs do not speak of. What is not said is as most do. */
export interface Conventions {
  /** The status for a method that a path does not have, where it has others; 405 unless given. */
  readonly wrongMethod?: 404 | 405;
  /** HEAD where there is only a GET: like it without the body, unless given. */
  readonly head?: "get" | "wrong-method";
  /** A path with a slash too many at its end: unknown unless given. */
  readonly slashAtEnd?: "same" | "unknown";
  /** A name in the query that the docs do not have: ignored unless given. */
  readonly unknownQuery?: "ignored" | 400;
  /** Which version counts where a header names the service several times: the last unless given. */
  readonly repeatedVersion?: "first" | "last";
  /** Whether the word before the version may have capitals: it may unless given. */
  readonly wordInCapitals?: boolean;
  /** A version of other services only: as if there were none, unless given. */
  readonly otherServices?: 400 | "minimum";
  /** The word without a version: as if there were no header, unless given. */
  readonly wordAlone?: 400 | "minimum";
  /** The status for a version that is none; 400 unless given. */
  readonly malformedVersion?: 400 | 406;
  /** Whether 2.05 is read as 2.5; refused unless given. */
  readonly leadingZeros?: 400 | "number";
  /** Whether `LATEST` is taken where `latest` is: not unless given. */
  readonly latestInCapitals?: boolean;
}

export interface Faults {
  readonly [status: number]: Fault;
  readonly default: Fault;
}

/** Makes the body of a fault: a text is sent as it is, everything else as JSON. */
export type Fault = (message: string, status: number, requestId: string) => unknown;

/** What JSON can say. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [member: string]: JsonValue };

/** The phrase of a status, as RFC 9110 and its registry have it. */
export function reasonOf(status: number): string {
  return reasons[status] ?? (status < 500 ? "Bad Request" : "Internal Server Error");
}

const reasons: Readonly<Record<number, string>> = {
  300: "Multiple Choices",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  411: "Length Required",
  412: "Precondition Failed",
  413: "Request Entity Too Large",
  414: "URI Too Long",
  415: "Unsupported Media Type",
  416: "Range Not Satisfiable",
  422: "Unprocessable Entity",
  423: "Locked",
  428: "Precondition Required",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** The word for a status where a fault is named after it, as Nova's and Cinder's are. */
export function faultNameOf(status: number): string {
  return faultNames[status] ?? "computeFault";
}

const faultNames: Readonly<Record<number, string>> = {
  400: "badRequest",
  401: "unauthorized",
  403: "forbidden",
  404: "itemNotFound",
  405: "badMethod",
  409: "conflictingRequest",
  413: "overLimit",
  415: "badMediaType",
  429: "overLimit",
  501: "notImplemented",
  503: "serviceUnavailable",
};
