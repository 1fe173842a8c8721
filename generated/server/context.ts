// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:9a97e1b187a2c623

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
