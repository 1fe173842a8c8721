// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What a session tells of its requests to who traces, counts or logs them.
 *
 * @module
 */
import type { CallContext, Outgoing, Send, Sent } from "../runtime.js";

/** A request on its way out, each time that it is sent. */
export interface Attempt {
  /** As documented; the name of a span: `GET /servers/{server_id}`. */
  readonly operation: string;
  readonly method: string;
  /** Without what its words call a secret. */
  readonly url: string;
  /** The version that is asked for, as its header says. */
  readonly version: string | undefined;
  /** With its secrets; others may be added: `propagation.inject(context, attempt.headers, setter)`. */
  readonly headers: Headers;
  /** The call that it is for; nothing where it is a session's own. */
  readonly call: CallContext | undefined;
}

/** What came of it. */
export interface AttemptEnd {
  readonly milliseconds: number;
  /** Whoever wants its body takes a copy of it at once: `response.clone()`. */
  readonly response?: Response;
  readonly error?: unknown;
}

/**
 * Told of each request before it is sent; what it gives is told how it ended. For OpenTelemetry:
 * `({ operation }) => { const span = tracer.startSpan(operation); return () => span.end(); }`. For
 * logs: `logTo(console)` of `logging.ts`. What it throws is lost.
 */
export type Observe = (attempt: Attempt) => ((end: AttemptEnd) => void) | undefined;

/** `send`, which tells. */
export function observed(observers: readonly Observe[], send: Send): Send {
  if (observers.length === 0) return send;
  return async (request, call) => {
    const attempt = attemptOf(request, call);
    const told = observers.map((observe) => safely(() => observe(attempt)));
    const begun = performance.now();
    const end = (more: Omit<AttemptEnd, "milliseconds">): void => {
      const milliseconds = Math.round(performance.now() - begun);
      for (const one of told) safely(() => one?.({ milliseconds, ...more }));
    };
    try {
      const response = await send(request, call);
      end({ response });
      return response;
    } catch (error) {
      end({ error });
      throw error;
    }
  };
}

function attemptOf(request: Outgoing, call: CallContext | undefined): Attempt {
  return { ...toldOf(request, call), headers: request.headers, call };
}

/** What may be read of a request, also of one that is no call's. */
export function toldOf({ method, url, headers }: Outgoing, call?: CallContext): Sent {
  if (call) return call.sent(headers);
  const { origin, pathname } = new URL(url);
  const operation = `${method} ${pathname}`;
  return { operation, method, url: origin + pathname, version: undefined };
}

function safely<Value>(tell: () => Value): Value | undefined {
  try {
    return tell();
  } catch {
    return undefined;
  }
}
