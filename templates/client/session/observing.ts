/**
 * What a session tells of its requests: to a logger, and to whoever traces.
 *
 * @module
 */
import type { CallContext, Send } from "../runtime/runtime.js";
import { redactedBody, redactedHeaders } from "./redact.js";

/** `console`, or what has some of its methods; or one function for all levels. */
export type Logger =
  | { readonly [level in Level]?: (message: string, details: object) => void }
  | ((level: Level, message: string, details: object) => void);

export type Level = "debug" | "info" | "warn" | "error";

/** A request on its way out, each time that it is sent; nothing in it is secret but its headers. */
export interface Attempt {
  /** As documented; the name of a span: `GET /servers/{server_id}`. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** The version that is asked for, as its header says. */
  readonly version: string | undefined;
  /** Headers may be added: `propagation.inject(context, attempt.headers, setter)`. */
  readonly headers: Headers;
}

/** What came of it. */
export interface AttemptEnd {
  readonly status?: number;
  readonly requestId?: string | undefined;
  readonly error?: unknown;
  readonly milliseconds: number;
}

export interface ObserverSettings {
  readonly logger?: Logger | undefined;
  /** Whether bodies in JSON are in the log, too, without what is known to be secret. */
  readonly logBodies?: boolean | undefined;
  /**
   * Told of each request before it is sent; what it gives is told how it ended. For OpenTelemetry:
   * `({ operation }) => { const span = tracer.startSpan(operation); return () => span.end(); }`.
   */
  readonly observe?: ((attempt: Attempt) => ((end: AttemptEnd) => void) | undefined) | undefined;
}

/** `send`, which tells. A logger that throws is nobody's error but its own. */
export function observed(settings: ObserverSettings, send: Send): Send {
  const { observe, logger, logBodies = false } = settings;
  if (observe === undefined && logger === undefined) return send;
  return async (request, call) => {
    const attempt = attemptOf(request, call);
    const ended = safely(() => observe?.(attempt));
    const begun = performance.now();
    const end = (
      more: Omit<AttemptEnd, "milliseconds">,
      response?: Response,
      body?: string,
    ): void => {
      const milliseconds = Math.round(performance.now() - begun);
      safely(() => ended?.({ ...more, milliseconds }));
      const { headers: _, ...told } = attempt;
      const details = {
        ...told,
        ...more,
        milliseconds,
        headers: redactedHeaders(request.headers),
        ...(logBodies && typeof call?.body === "string" && { body: redactedBody(call.body) }),
        ...(response && { responseHeaders: redactedHeaders(response.headers) }),
        ...(body !== undefined && { responseBody: redactedBody(body) }),
      };
      const outcome = more.status ?? "no answer";
      const words = `${attempt.method} ${attempt.url}: ${outcome} in ${milliseconds} ms`;
      safely(() => log(logger, levelOf(more), words, details));
    };
    try {
      const response = await send(request, call);
      const { status, headers } = response;
      const requestId = headers.get("x-openstack-request-id") ?? undefined;
      const isShown = logBodies && call?.download === false && response.body !== null;
      const body = isShown ? await response.clone().text() : undefined;
      end({ status, requestId }, response, body);
      return response;
    } catch (error) {
      end({ error });
      throw error;
    }
  };
}

function attemptOf(request: Request, call: CallContext | undefined): Attempt {
  const { method, headers } = request;
  const { origin, pathname } = new URL(request.url);
  const plain = {
    operation: `${method} ${pathname}`,
    method,
    url: origin + pathname,
    version: undefined,
  };
  return { ...(call?.sent(headers) ?? plain), headers };
}

function levelOf({ status = 0, error }: Omit<AttemptEnd, "milliseconds">): Level {
  if (error !== undefined || status >= 500 || status === 429) return "warn";
  return "debug";
}

/** A message for a logger; levels that it lacks are left out. */
export function log(
  logger: Logger | undefined,
  level: Level,
  message: string,
  details: object,
): void {
  if (typeof logger === "function") logger(level, message, details);
  else logger?.[level]?.(message, details);
}

function safely<Value>(told: () => Value): Value | undefined {
  try {
    return told();
  } catch {
    return undefined;
  }
}
