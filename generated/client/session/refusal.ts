// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Answers that a session gives up on: errors of their call that say why.
 *
 * @module
 */
import { read } from "../answers.js";
import { ResponseError, without } from "../errors.js";
import { messageOf } from "../message.js";
import type { CallContext, Outgoing } from "../runtime.js";

/** The error of an answer that is not asked for again, and of which `note` says why. */
export async function refusal(
  request: Outgoing,
  response: Response,
  call: CallContext | undefined,
  note: string,
): Promise<Error> {
  const [body] = await read(response, "any");
  const message = [without(request.headers, messageOf(body)), note].filter(Boolean).join("; ");
  const { status, headers } = response;
  if (call === undefined) return new TypeError(`${request.method}: ${status} ${message}`);
  const answer = { status, headers, body, documented: true, message };
  return new ResponseError(call.sent(request.headers), answer);
}
