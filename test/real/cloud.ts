/**
 * Who is logged in, and where the services are that the catalog names.
 *
 * @module
 */
import assert from "node:assert/strict";
import { authenticatingWithApplicationCredential } from "../clients/identity/client/application-credentials.js";
import { passwordAuthenticationWithScopedAuthorization } from "../clients/identity/client/authenticate-v3.js";
import { createIdentityClient, type IdentityClient } from "../clients/identity/client/identity.js";

/** What a login gives. */
export interface Session {
  readonly token: string;
  readonly userId: string;
  readonly projectId: string;
  readonly identity: IdentityClient;
  /** Where a service answers, as the catalog gives it. */
  endpoint(type: string): string;
}

/** A service of the catalog, where the API reference calls nearly all optional. */
interface Entry {
  readonly type?: string | undefined;
  readonly endpoints?: readonly Endpoint[] | undefined;
}

interface Endpoint {
  readonly interface?: string | undefined;
  readonly url?: string | undefined;
}

function session(
  endpoint: string,
  headers: Headers,
  token: {
    readonly user: { readonly id?: string | undefined };
    readonly project?: { readonly id?: string | undefined } | undefined;
    readonly catalog: readonly Entry[];
  },
): Session {
  const value = headers.get("x-subject-token");
  assert.ok(value, "no token in the headers of the answer");
  assert.ok(token.user.id, "no user in the answer");
  assert.ok(token.project?.id, "not scoped to a project");
  return {
    token: value,
    userId: token.user.id,
    projectId: token.project.id,
    identity: createIdentityClient({ endpoint, token: value }),
    endpoint(type) {
      const service = token.catalog.find((entry) => entry.type === type);
      const found = service?.endpoints?.find((each) => each.interface === "public");
      assert.ok(found?.url, `the catalog has no ${type}`);
      return found.url;
    },
  };
}

/** Logs in by the names of a user and of a project. */
export async function logIn(
  endpoint: string,
  user: { readonly name: string; readonly password: string; readonly project: string },
): Promise<Session> {
  const result = await passwordAuthenticationWithScopedAuthorization(
    createIdentityClient({ endpoint }),
    {
      body: {
        auth: {
          identity: {
            methods: ["password"],
            password: {
              user: { name: user.name, domain: { name: "Default" }, password: user.password },
            },
          },
          scope: { project: { name: user.project, domain: { id: "default" } } },
        },
      },
    },
  );
  if (!result.ok) throw new Error(result.message);
  assert.ok(result.status === 201);
  return session(endpoint, result.headers, result.body.token);
}

/** Logs in by an application credential. */
export async function logInByCredential(
  endpoint: string,
  credential: { readonly id: string; readonly secret: string },
): Promise<Session> {
  const result = await authenticatingWithApplicationCredential(createIdentityClient({ endpoint }), {
    body: {
      auth: {
        identity: { methods: ["application_credential"], application_credential: credential },
      },
    },
  });
  if (!result.ok) throw new Error(result.message);
  return session(endpoint, result.headers, result.body.token);
}
