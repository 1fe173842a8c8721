// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * A log of the requests of a session, without their secrets.
 *
 * @module
 */
import { without } from "../errors.js";
import type { AttemptEnd, Observe } from "./observing.js";
import { redactedBody, redactedHeaders } from "./redact.js";

/** `console`, or what has some of its methods; or one function for all levels. */
export type Logger =
  | { readonly [level in Level]?: (message: string, details: object) => void }
  | ((level: Level, message: string, details: object) => void);

/** What failed is a warning: a session may yet send it again. */
export type Level = "debug" | "warn";

/**
 * What tells a logger of each request: `createSession({ observe: logTo(console) })`. With `bodies` it
 * tells of bodies in JSON, too. Tokens, passwords, `user_data`, links to consoles and their kin are
 * hidden in headers and bodies.
 */
export function logTo(logger: Logger, { bodies = false }: { bodies?: boolean } = {}): Observe {
  return ({ headers, call, ...attempt }) =>
    (end) => {
      const { response, error, milliseconds } = end;
      const { status } = response ?? {};
      const sent = bodies && typeof call?.body === "string" ? redactedBody(call.body) : undefined;
      const details = {
        ...attempt,
        ...(status === undefined ? { error } : { status }),
        milliseconds,
        headers: redactedHeaders(headers),
        ...(response && { responseHeaders: redactedHeaders(response.headers) }),
        ...(sent !== undefined && { body: sent }),
      };
      const words = `${attempt.method} ${attempt.url}: ${status ?? "no answer"} in ${milliseconds} ms`;
      const tell = (more: object): void =>
        log(logger, levelOf(end), words, { ...details, ...more });
      if (!bodies || response?.body == null || call?.download !== false) return tell({});
      const read = response.clone().text();
      read
        .then(
          (text) => tell({ responseBody: redactedBody(without(headers, text)) }),
          () => tell({}),
        )
        .catch(() => {});
    };
}

function levelOf({ response, error }: AttemptEnd): Level {
  const { status = 0 } = response ?? {};
  return error !== undefined || status >= 500 || status === 429 ? "warn" : "debug";
}

/** Levels that a logger lacks are left out. */
function log(logger: Logger, level: Level, message: string, details: object): void {
  if (typeof logger === "function") logger(level, message, details);
  else logger[level]?.(message, details);
}
