// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Tokens of an OAuth 2.0 authorization server (RFC 6749): where it is, and what it is sent.
 *
 * @module
 */
import { basic } from "../authorization.js";
import { ResponseError, sentOf } from "../errors.js";
import { parseUrl } from "../request.js";
import { call, type Failure, type Success } from "../runtime.js";
import { bodyWithoutSecrets, secretsOf, withoutSecrets } from "./secrets.js";
import { ownClient, type Way } from "./tokens.js";
import { neededTextOf, textOf } from "./values.js";

/** A program as the server knows it. */
export interface ClientValues {
  readonly client_id: string;
  /** Programs that cannot keep one have none. */
  readonly client_secret?: string | undefined;
}

/** Where the server answers: said, or in its discovery document (OpenID Connect Discovery, 4). */
export interface ServerValues {
  readonly discovery_endpoint?: string | undefined;
  /** Wins over that of the discovery document. */
  readonly access_token_endpoint?: string | undefined;
}

export type Form = Readonly<Record<string, string>>;

/** The members of an answer in JSON; RFC 6749, 5.1 and 5.2, RFC 8628, 3.2. */
export type Members = Readonly<Record<string, unknown>>;

type Answer = Success<200, Members> | Failure<number, unknown, boolean>;

/** An error of the server by its code, for example `slow_down`, which no answer is thrown for. */
export interface Refusal {
  readonly code: string;
  readonly error: Error;
}

/** Sends a form, and the client with it: as Basic if it has a secret, else in the form. */
export async function post(
  endpoint: string,
  form: Form,
  client: ClientValues,
  way: Way,
): Promise<Members | Refusal> {
  const id = neededTextOf(client, "client_id");
  const secret = textOf(client, "client_secret");
  const body = new URLSearchParams(secret === undefined ? { ...form, client_id: id } : form);
  const headers = secret === undefined ? {} : { authorization: basic(`${id}:${secret}`) };
  const { origin, pathname, search } = urlOf(endpoint);
  const operation = `POST ${pathname}`;
  const result = await call<Answer>(
    ownClient(origin + search, way),
    operation,
    [200],
    { headers, body },
    { signal: way.signal },
    { send: "application/x-www-form-urlencoded" },
  );
  if (result.ok) return result.body;
  const secrets = secretsOf({ ...client, ...form });
  const { error, error_description } = Object(result.body) as Members;
  const words = [error, error_description].filter((one) => typeof one === "string").join(": ");
  const thrown = new ResponseError(sentOf(operation, origin, {}, new Headers()), {
    ...result,
    documented: true,
    message: withoutSecrets(words || result.message, secrets),
    body: bodyWithoutSecrets(result.body, secrets),
  });
  return { code: String(error), error: thrown };
}

/** Like `post`, for whom any refusal is one. */
export async function posted(...args: Parameters<typeof post>): Promise<Members> {
  const answer = await post(...args);
  if (isRefusal(answer)) throw answer.error;
  return answer;
}

export function isRefusal(answer: Members | Refusal): answer is Refusal {
  return answer["error"] instanceof Error;
}

/** The endpoint of the server that a member of its discovery document names, unless it is `said`. */
export async function endpointOf(
  values: ServerValues,
  member: string,
  said: string | undefined,
  way: Way,
): Promise<string> {
  if (said !== undefined) return said;
  const { origin, pathname, search } = urlOf(neededTextOf(values, "discovery_endpoint"));
  const client = ownClient(origin + search, way);
  const { signal } = way;
  const document = await call<Answer>(client, `GET ${pathname}`, [200], {}, { signal }).orThrow();
  return neededTextOf(document, member);
}

function urlOf(endpoint: string): URL {
  const url = parseUrl(endpoint);
  if (url === undefined) throw new TypeError("an endpoint of OAuth is an absolute URL");
  return url;
}
