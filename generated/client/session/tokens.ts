// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Tokens of Keystone: the request for one, and what its answer grants.
 *
 * @module
 */
import { ResponseError, sentOf } from "../errors.js";
import { begun, get, type Manner } from "../ask.js";
import { parseUrl, requestOf, write } from "../request.js";
import {
  endpointOf,
  type Client,
  type Fetch,
  type Failure,
  type OperationRequest,
  type Success,
} from "../runtime.js";
import type { Authenticate, CatalogService, Grant } from "./grant.js";
import { scopeOf, type ScopeValues } from "./scope.js";
import { bodyWithoutSecrets, secretsOf, withoutSecrets } from "./secrets.js";
import { neededTextOf } from "./values.js";

/** The member of `auth` that every plugin which asks Keystone has. */
export interface KeystoneValues {
  /** Where Keystone answers, with or without `/v3` at its end. */
  readonly auth_url: string;
}

/** How requests get out, and what ends them. */
export interface Way {
  readonly send: Fetch;
  readonly signal?: AbortSignal | undefined;
}

/** A client for what a session asks on its own: who observes it is told of no call. */
export function ownClient(endpoint: string, { send }: Way): Client {
  return {
    endpoint: endpointOf(endpoint),
    headers: {},
    send: (request) => send(requestOf(request)),
  };
}

/** One way to say who asks: its name in `identity.methods`, and what stands under that name. */
export interface Method {
  /** A receipt has none: it stands in a header alone. */
  readonly name?: string;
  readonly identity?: object;
  /** Sent beside the body. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The answer to a request for a token (Identity API v3). */
interface TokenBody {
  readonly token: {
    readonly issued_at?: string;
    readonly expires_at?: string | null;
    readonly user?: { readonly id?: string };
    readonly project?: { readonly id?: string };
    readonly catalog?: readonly CatalogService[];
  };
}

/** What Keystone answered, and how it reads as an error. */
export interface TokenAnswer {
  readonly result: Success<200 | 201, TokenBody> | Failure<number, unknown, boolean>;
  /** When it was asked. */
  readonly asked: number;
  /** Whom. */
  readonly endpoint: string;
  /** An error that says this, and nothing secret. */
  error(words?: string): Error;
}

/** A request with a body in JSON, which goes where it was meant to go, or nowhere. */
const post: Manner = { ...get, write, lead: () => undefined };

/** Authentication by one method. */
export function byMethod(values: KeystoneValues & ScopeValues, method: Method): Authenticate {
  const scope = scopeOf(values);
  return async (send, signal) =>
    grantOf(await tokenAnswer(values, [method], scope, { send, signal }));
}

/** Asks for a token, which `methods` prove a right to, for `scope`. */
export async function tokenAnswer(
  values: KeystoneValues,
  methods: readonly Method[],
  scope: object | string | undefined,
  way: Way,
): Promise<TokenAnswer> {
  const named = methods.flatMap(({ name, identity }) => (name ? [[name, identity] as const] : []));
  const identity = { methods: named.map(([name]) => name), ...Object.fromEntries(named) };
  const headers = Object.assign({}, ...methods.map(({ headers }) => headers)) as object;
  const body = { auth: { identity, ...(scope !== undefined && { scope }) } };
  return answerOf(values, "POST /v3/auth/tokens", { headers, body }, way, secretsOf(values));
}

/** Sends a request that is answered with a token; `secrets` do not come back in its error. */
export async function answerOf(
  values: KeystoneValues,
  operation: string,
  request: OperationRequest,
  way: Way,
  secrets: readonly string[],
): Promise<TokenAnswer> {
  const endpoint = keystoneOf(values);
  const asked = Date.now();
  const client = ownClient(endpoint, way);
  const { signal } = way;
  const result = await begun<TokenAnswer["result"]>(post, client, operation, [200, 201], request, {
    signal,
  });
  const error = (words?: string): Error => {
    const message = result.ok ? "" : result.message;
    return new ResponseError(sentOf(operation, endpoint, request, new Headers()), {
      ...result,
      // Refusals are Keystone's, whose documentation has them all.
      documented: true,
      message: withoutSecrets([message, words].filter(Boolean).join(" "), secrets),
      body: bodyWithoutSecrets(result.body, secrets),
    });
  };
  return { result, asked, endpoint, error };
}

/** What an answer grants; a refusal is thrown. */
export function grantOf({ result, asked, endpoint, error }: TokenAnswer): Grant {
  if (!result.ok) throw error();
  const token = result.headers.get("x-subject-token");
  const { issued_at, expires_at, user, project, catalog } = result.body.token;
  // A page of another origin sees those headers alone that the service exposes (CORS).
  if (token === null) throw error("has no X-Subject-Token that could be read");
  // How long, rather than until when: clocks differ.
  const lasts = Date.parse(expires_at ?? "") - Date.parse(issued_at ?? "");
  return {
    headers: { "x-auth-token": token },
    expiresAt: Number.isNaN(lasts) ? undefined : asked + lasts,
    catalog: catalog ?? keystoneAlone(endpoint),
    projectId: project?.id,
    userId: user?.id,
  };
}

/** Without a scope there is no catalog; what may be asked then is asked where the token is from. */
function keystoneAlone(url: string): readonly CatalogService[] {
  const faces = ["public", "internal", "admin"];
  return [{ type: "identity", endpoints: faces.map((face) => ({ interface: face, url })) }];
}

/** Keystone's endpoint of its API v3, whatever version `auth_url` ends in, if any. */
export function keystoneOf(values: KeystoneValues): string {
  const url = parseUrl(neededTextOf(values, "auth_url"));
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username + url.password !== "")
    throw new TypeError("auth_url is an absolute URL, without user and password");
  return url.origin + url.pathname.replace(/(\/v(2\.0|3))?\/*$/, "/v3");
}
