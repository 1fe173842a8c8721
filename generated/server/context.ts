// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:da73fe7fbf2076ef

/**
 * What a handler knows besides the request. Most of it is seldom asked for, and made only then.
 *
 * @module
 */
import type { Incoming } from "./entries.js";
import type { Agreed } from "./microversions.js";
import type { Operation } from "./prepare.js";
import type { AnyReply, Context } from "./runtime.js";

/** The context of one request. */
export class RequestContext implements Context<AnyReply> {
  readonly reply: Context<AnyReply>["reply"];
  readonly microversion: string;
  readonly since: (microversion: string) => boolean;
  readonly requestId: string;
  readonly #incoming: Incoming;
  readonly #query: string;

  constructor({ reply }: Operation, { version, since }: Agreed, incoming: Incoming, query: string) {
    this.reply = reply;
    this.microversion = version;
    this.since = since;
    this.requestId = incoming.requestId;
    this.#incoming = incoming;
    this.#query = query;
  }

  get replyAt(): Context<AnyReply>["replyAt"] {
    const { since, microversion } = this;
    const reply = this.reply as unknown as (...rest: readonly unknown[]) => AnyReply;
    const replyAt = (version: string, ...rest: readonly unknown[]): AnyReply => {
      if (since(version)) return reply(...rest);
      throw new TypeError(`An answer of ${version} to a request of ${microversion}`);
    };
    // As with `reply`: what it takes is settled where a handler calls it.
    return replyAt as unknown as Context<AnyReply>["replyAt"];
  }

  get headers(): Headers {
    return this.#incoming.headers;
  }

  get searchParams(): URLSearchParams {
    return new URLSearchParams(this.#query);
  }

  get signal(): AbortSignal {
    return this.#incoming.signal;
  }

  get prefix(): Readonly<Record<string, string>> {
    return this.#incoming.prefix;
  }
}
