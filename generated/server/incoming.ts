// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:aadddfcd77340237

/**
 * A request as Fastify has it, for the way to its answer.
 *
 * @module
 */
import { randomUUID } from "node:crypto";
import type { Http2ServerRequest, ServerHttp2Stream } from "node:http2";
import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Incoming } from "./entries.js";
import { originalOf } from "./targets.js";

/** One request. Headers, signal and the like are made when they are asked for. */
export class FastifyIncoming implements Incoming {
  readonly method: string;
  readonly target: string;
  readonly requestId: string;
  /** Whether the body goes on behind what was read of it. */
  isCut = false;
  readonly #request: FastifyRequest;
  readonly #reply: FastifyReply;
  #headers: Headers | undefined;
  #abort: AbortController | undefined;

  constructor(request: FastifyRequest, reply: FastifyReply) {
    const { method, target } = originalOf(request.raw);
    this.method = method;
    this.target = target;
    this.requestId = requestIdOf(request);
    this.#request = request;
    this.#reply = reply;
  }

  header(name: string): string | undefined {
    const value = this.#request.headers[name];
    return Array.isArray(value) ? value.join(", ") : value;
  }

  get headers(): Headers {
    if (this.#headers !== undefined) return this.#headers;
    const headers = new Headers();
    for (const [name, value] of Object.entries(this.#request.headers)) {
      // HTTP/2 has method and path among its headers.
      if (name.startsWith(":")) continue;
      for (const each of [value ?? ""].flat()) headers.append(name, each);
    }
    return (this.#headers = headers);
  }

  get content(): Readable | undefined {
    const { raw, body } = this.#request;
    // GET and HEAD pass the parser by.
    return hasBody(this.#request) ? (body instanceof Readable ? body : raw) : undefined;
  }

  read(
    limit: number,
    done: (bytes: Buffer | undefined) => void,
    failed: (error: unknown) => void,
  ): void {
    const { content } = this;
    // Whoever looked at the body before has taken it.
    if (content === undefined || content.readableEnded) return done(Buffer.alloc(0));
    if (Number(this.header("content-length") ?? 0) > limit) {
      this.isCut = true;
      return done(undefined);
    }
    const pieces: Buffer[] = [];
    let length = 0;
    content.on("data", (piece: Buffer | string) => {
      // Who puts a stream of its own in the place of the body may send texts.
      const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
      length += bytes.length;
      if (length <= limit) pieces.push(bytes);
      else if (!this.isCut) {
        this.isCut = true;
        done(undefined);
      }
    });
    content.on("end", () => {
      if (!this.isCut) done(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces));
    });
    content.on("error", (error) => {
      if (!this.isCut) failed(error);
    });
  }

  get isGone(): boolean {
    const { raw } = this.#reply;
    const stream = streamOf(this.#request);
    // Over HTTP/2 an answer is finished however its stream ends, but ended by who answers alone.
    if (stream !== undefined) return stream.destroyed && !raw.writableEnded;
    return (raw.destroyed || raw.closed) && !raw.writableFinished;
  }

  get signal(): AbortSignal {
    if (this.#abort === undefined) {
      const abort = (this.#abort = new AbortController());
      if (this.isGone) abort.abort();
      else {
        this.#reply.raw.once("close", () => {
          if (this.isGone) abort.abort();
        });
      }
    }
    return this.#abort.signal;
  }

  get prefix(): Readonly<Record<string, string>> {
    const { "*": _below, ...prefix } = this.#request.params as Readonly<Record<string, string>>;
    return prefix;
  }
}

/** The stream of a request over HTTP/2, which Fastify's types of HTTP/1.1 do not have. */
function streamOf({ raw }: FastifyRequest): ServerHttp2Stream | undefined {
  return raw.httpVersionMajor > 1 ? (raw as unknown as Http2ServerRequest).stream : undefined;
}

function hasBody(request: FastifyRequest): boolean {
  // HTTP/2 needs no header for that: the stream says whether something follows.
  const stream = streamOf(request);
  if (stream !== undefined) return !stream.endAfterHeaders;
  const { headers } = request;
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/** Fastify's own id of the request where it has the form that OpenStack uses, else a new one. */
function requestIdOf({ id }: FastifyRequest): string {
  return id.length === 40 && /^req-[\da-f-]{36}$/.test(id) ? id : `req-${randomUUID()}`;
}
