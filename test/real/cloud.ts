/**
 * Who is logged in, and to which cloud of `clouds.yaml`.
 *
 * @module
 */
import assert from "node:assert/strict";
import { createIdentityClient, type IdentityClient } from "openstack/identity/identity";
import { connect, type CloudSession } from "openstack/node";
import { Contract } from "./contract/contract.js";

/** Somebody who is logged in, to a project. */
export interface User {
  readonly session: CloudSession;
  readonly userId: string;
  readonly projectId: string;
  readonly identity: IdentityClient;
}

/** What looks at all answers. */
export const contract = new Contract(servicesByOrigin());

function servicesByOrigin(): ReadonlyMap<string, string> {
  const names = {
    KEYSTONE: "identity",
    GLANCE: "image",
    PLACEMENT: "placement",
    NOVA: "compute",
    CINDER: "block-storage",
    NEUTRON: "network",
    MANILA: "shared-file-system",
  };
  const found = Object.entries(names).flatMap(([name, service]): [string, string][] => {
    const url = process.env[name];
    return url === undefined ? [] : [[new URL(url).origin, service]];
  });
  return new Map(found);
}

/** Logs in to a cloud by its name in `clouds.yaml`, as that says. */
export async function logIn(cloud: string): Promise<User> {
  const session = await connect({ cloud, app: "new-user/1.0", observe: contract.observe });
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
