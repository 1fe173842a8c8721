// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Sending again what failed in passing: lost connections, and answers that ask for it.
 *
 * @module
 */
import { ConnectionError, lostOf } from "../errors.js";
import { pause } from "../pause.js";
import type { CallContext, Middleware, Outgoing, Send } from "../runtime.js";
import { toldOf } from "./observing.js";
import { refusal } from "./refusal.js";
import { contextOf, repeatOf } from "./repeats.js";

/** How often and how patiently requests are sent again. */
export interface RetrySettings {
  /** How often one request is sent again at most: 2 unless given, or the call asks for another. */
  readonly retries?: number | undefined;
  /**
   * How often all calls together may be sent again: 20 unless given. Each answer that did not ask
   * for it gives a tenth back, so that an outage is not met with twice the load.
   */
  readonly budget?: number | undefined;
  /** The longest wait that is done for a `Retry-After`, in milliseconds: 60,000 unless given. */
  readonly longest?: number | undefined;
  /** The wait before the first repeat, in milliseconds, doubled for each: 500 unless given. */
  readonly wait?: number | undefined;
}

/**
 * Retries for a client without a session, as its last middleware. What is sent again, and when:
 * after a lost connection and 408, 429, 502, 503 and 504, a method that does the same twice as once
 * (RFC 9110, 9.2.2); after 413 only if the answer says when, as a request for a token after 503; any
 * other method only where the connection was never made. `Retry-After` is kept to, in seconds or as a date.
 */
export function retries(settings: RetrySettings = {}): Middleware {
  const budget = budgetOf(settings);
  return (request, next, call) => retried(settings, budget, next as Send)(request, call);
}

export interface Budget {
  left: number;
  readonly most: number;
}

export function budgetOf({ budget = 20 }: RetrySettings): Budget {
  return { left: budget, most: budget };
}

/** `send`, and again where it failed in passing. */
export function retried(settings: RetrySettings, budget: Budget, send: Send): Send {
  const { longest = 60_000, wait = 500 } = settings;
  return async (request, call) => {
    const most = call?.options.retries ?? settings.retries ?? 2;
    let current = request;
    let context = call;
    for (let count = 0; ; count++) {
      const repeat = count < most && budget.left >= 1 ? repeatOf(current, context) : undefined;
      const outcome = await outcomeOf(send, current, context);
      const asked = passing(request, outcome);
      if (!asked) budget.left = Math.min(budget.most, budget.left + 0.1);
      if (!asked || repeat === undefined) return settled(outcome);
      const told = outcome.response && retryAfter(outcome.response);
      if (outcome.response && told !== undefined && told > longest) {
        const note = `asks to be called again in ${Math.round(told / 1000)} s; at most ${longest / 1000} s are waited`;
        throw await refusal(current, outcome.response, context, note);
      }
      await outcome.response?.body?.cancel();
      budget.left -= 1;
      // Who failed together does not come back together.
      const backoff = Math.min(wait * 2 ** count, 8000) * (0.5 + Math.random() / 2);
      await pause(told ?? backoff, request.signal);
      current = repeat();
      context = contextOf(current, context);
    }
  };
}

interface Outcome {
  readonly response?: Response;
  readonly error?: unknown;
}

/** JSON is read to its end here, so that a connection that is lost in it is a lost one. */
async function outcomeOf(
  send: Send,
  request: Outgoing,
  call: CallContext | undefined,
): Promise<Outcome> {
  try {
    const response = await send(request, call);
    const type = response.headers.get("content-type") ?? "";
    if (response.body === null || call === undefined || !/\bjson\b/i.test(type))
      return { response };
    const text = await response.text().catch((error: unknown) => {
      throw lostOf(error, request, toldOf(request, call));
    });
    return { response: read(response, text, !response.ok || request instanceof Request) };
  } catch (error) {
    return { error };
  }
}

/**
 * A response whose body was read. To make another of its text would cost as much as the rest of a
 * call, so that is done only for who wants more than the text; `whole`: its body may be looked at,
 * too, by middleware, or to be done with it.
 */
function read(response: Response, text: string, whole: boolean): Response {
  const { status, statusText, headers } = response;
  const again = (): Response => new Response(text, { status, statusText, headers });
  let copy: Response | undefined;
  const shared = (): Response => (copy ??= again());
  Object.assign(response, {
    text: () => Promise.resolve(text),
    clone: again,
    json: () => shared().json(),
    blob: () => shared().blob(),
    arrayBuffer: () => shared().arrayBuffer(),
  });
  if (!whole) return response;
  return Object.defineProperties(response, {
    body: { get: () => shared().body },
    bodyUsed: { get: () => shared().bodyUsed },
  });
}

function settled({ response, error }: Outcome): Response {
  if (response === undefined) throw error;
  return response;
}

/** Methods that do the same twice as once (RFC 9110, 9.2.2). */
const idempotent = /^(GET|HEAD|PUT|DELETE|OPTIONS|TRACE)$/;

/** Whether it is for a token (Identity API v3). Nothing changes where two are granted for one. */
export function asksForToken({ method, url }: Outgoing): boolean {
  return method === "POST" && /\/auth\/tokens\/?$/.test(new URL(url).pathname);
}

function passing(request: Outgoing, { response, error }: Outcome): boolean {
  const { method, signal } = request;
  if (signal?.aborted) return false;
  if (response !== undefined) {
    const { status, headers } = response;
    const later = headers.has("retry-after");
    if (status === 503 && later && asksForToken(request)) return true;
    const asks = [408, 429, 502, 503, 504].includes(status);
    return idempotent.test(method) && (asks || (status === 413 && headers.has("retry-after")));
  }
  if (!(error instanceof ConnectionError)) return false;
  // Its own words have a URL, which may say anything.
  const words = codesOf(error.cause);
  if (distrust.test(words)) return false;
  return idempotent.test(method) || neverMade.some(({ words: known }) => known.test(words));
}

/** The codes and words of an error and its causes. */
function codesOf(error: unknown, depth = 4): string {
  if (!(error instanceof Error) || depth === 0) return "";
  const { code } = error as { readonly code?: unknown };
  const { errors = [] } = error as { readonly errors?: readonly unknown[] };
  const inner = [error.cause, ...errors].map((one) => codesOf(one, depth - 1));
  return [typeof code === "string" ? code : "", error.message, ...inner].join(" ");
}

/** Certificates do not get better by asking again. */
const distrust = /\bCERT_|_CERT\b|SIGNED_CERT|ERR_TLS|certificate/i;

/** What platforms give before a connection is made, and only then; a page is never told. */
const neverMade: readonly { readonly platform: string; readonly words: RegExp }[] = [
  {
    platform: "Node 20 (errors of net, dns and undici), Bun 1.4",
    words: /\b(ECONNREFUSED|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)\b/,
  },
  { platform: "Deno 2.9 (hyper, in the cause)", words: /\bclient error \(Connect\)/ },
];

/** How long an answer asks to wait, in milliseconds (RFC 9110, 10.2.3). */
function retryAfter({ headers }: Response): number | undefined {
  const words = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(words)) return Number(words) * 1000;
  // Platforms read almost anything as a date: `1.5` is one in the year 2001.
  if (!/^[a-z]{3}.*\d:\d/i.test(words)) return undefined;
  // The clock of the answer, if it tells the time: ours may be wrong.
  const now = Date.parse(headers.get("date") ?? "");
  const wait = Date.parse(words) - (Number.isNaN(now) ? Date.now() : now);
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
