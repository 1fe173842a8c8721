// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Calls of operations that have more than a GET of JSON has: bodies, streams, ranges of statuses.
 *
 * @module
 */
import { isOf, read, type AnyResult, type Kind } from "./answers.js";
import { begun, type Call, type Given, type Listed, type Manner, type Operation } from "./ask.js";
import type { CallOptions, Client } from "./client.js";
import { lead } from "./redirects.js";
import { write, type Media, type OperationRequest } from "./request.js";

/**
 * Performs `operation`, written `METHOD /path/{parameter}`, whose documentation lists the statuses
 * `listed`.
 */
export function call<Result extends AnyResult, Items extends string = never>(
  client: Client,
  operation: string,
  listed: readonly Listed[],
  request?: OperationRequest,
  options?: CallOptions,
  media?: Media,
): Call<Result, Items> {
  return begun(calling, client, operation, listed, request, options, media);
}

/** Any operation. */
const calling: Manner = {
  keyOf(status, listed) {
    const keys: Listed[] = [status, `${Math.floor(status / 100)}XX`];
    if (status >= 300) keys.push("default");
    return keys.find((key) => listed.includes(key));
  },
  kindOf,
  write,
  lead,
  read: async (response, kind) =>
    kind === "stream" ? [response.body ?? new Blob([]).stream(), true] : read(response, kind),
  insteadOf,
};

/** Some answers never have a body (RFC 9110, 6.4.1 and 15.3.6). */
function kindOf(key: Listed, { method, media }: Operation): Kind | undefined {
  return method === "HEAD" || [204, 205, 304].includes(key as number) ? "none" : media[key];
}

/** Nothing where no body is documented, or the body that is documented of what was done. */
function insteadOf(status: number, content: unknown, operation: Operation): Given | undefined {
  const { method, listed } = operation;
  const kinds = listed.filter((one) => isProgress(one)).map((one) => kindOf(one, operation));
  // A GET may be asked again: 202 for 200 there is nothing done, but something to come.
  const exchanged =
    !["GET", "HEAD"].includes(method) &&
    isProgress(status) &&
    kinds.length > 0 &&
    kinds.every((promised) => promised === kinds[0] && isOf(promised, content));
  if (exchanged) return { body: content };
  const bodiless = listed.every((one) => Number(one) >= 400 || kindOf(one, operation) === "none");
  return bodiless ? { body: undefined } : undefined;
}

/**
 * Whether a success tells no more by its status than how far the service is: its body is what came
 * of the request, or what is to come (RFC 9110, 15.3.1 to 15.3.3).
 */
function isProgress(status: Listed): boolean {
  return [200, 201, 202].includes(status as number);
}
