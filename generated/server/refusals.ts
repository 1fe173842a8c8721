// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:6b46830429ff4c24

/**
 * Why a request is refused before a handler sees it.
 *
 * @module
 */
import { Refusal } from "./entries.js";
import type { Operation } from "./prepare.js";
import type { Conventions } from "./runtime.js";

/** Nothing is at the path. */
export function nowhere(): Refusal {
  return new Refusal(404, "The resource could not be found.");
}

/** Other methods are served at the path (RFC 9110, 15.5.6). */
export function wrongMethod(
  method: string,
  methods: readonly string[],
  { wrongMethod: status = 405, head }: Conventions,
): Refusal {
  if (status === 404) return nowhere();
  const also = head !== "wrong-method" && methods.includes("GET") ? ["HEAD"] : [];
  const allow = [...new Set([...methods, ...also])].sort().join(", ");
  return new Refusal(status, `The method ${method} is not allowed here, but ${allow}.`, [
    ["allow", allow],
  ]);
}

/** Nobody has written a handler yet. */
export function missing(operation: Operation | undefined): Refusal {
  return new Refusal(501, `${operation?.handler ?? "This"} is not implemented yet.`);
}

/** Percent signs that encode no text. */
export function unreadable(side: "path" | "query"): Refusal {
  return new Refusal(400, `The ${side} has a percent sign that encodes no text.`);
}

/** Nobody knows who asks. */
export function unknown(): Refusal {
  const message = "The request you have made requires authentication.";
  return new Refusal(401, message, [["www-authenticate", "Keystone"]]);
}
