/**
 * Who is logged in, and to which cloud of `clouds.yaml`.
 *
 * @module
 */
import assert from "node:assert/strict";
import { createIdentityClient, type IdentityClient } from "openstack/identity/identity";
import { connect, type CloudSession } from "openstack/node";

/** Somebody who is logged in, to a project. */
export interface User {
  readonly session: CloudSession;
  readonly userId: string;
  readonly projectId: string;
  readonly identity: IdentityClient;
}

/** Logs in to a cloud by its name in `clouds.yaml`, as that says. */
export async function logIn(cloud: string): Promise<User> {
  const session = await connect({ cloud, app: "new-user/1.0" });
  const { userId, projectId } = await session.grant();
  assert.ok(userId, "no user in the answer");
  assert.ok(projectId, "not scoped to a project");
  return { session, userId, projectId, identity: createIdentityClient({ session }) };
}

/** The token that a user has now. */
export async function tokenOf({ session }: User): Promise<string> {
  const { headers } = await session.grant();
  const token = headers["x-auth-token"];
  assert.ok(token, "no token among what was granted");
  return token;
}
