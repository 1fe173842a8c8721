/**
 * Placement: resource providers, at two microversions.
 *
 * @module
 */
import assert from "node:assert/strict";
import { find } from "openstack/placement/find";
import { createPlacementClient, isFault } from "openstack/placement/placement";
import {
  deleteResourceProvider,
  showResourceProvider,
} from "openstack/placement/resource-provider";
import {
  createResourceProvider,
  listResourceProviders,
} from "openstack/placement/resource-providers";
import type { User } from "./cloud.js";
import { rejection, type Report } from "./report.js";

export async function placement(report: Report, admin: User): Promise<void> {
  const { session } = admin;
  const client = createPlacementClient({ session, microversion: "1.39" });
  const old = createPlacementClient({ session, microversion: "1.1" });
  await report.check("placement: a resource provider at two microversions", async () => {
    const made = await createResourceProvider(client, { body: { name: "shelf" } }).orThrow();
    assert.ok(made, "from 1.20 on it is answered with what was made");
    assert.equal(made.name, "shelf");
    const path = { uuid: made.uuid };
    const now = await showResourceProvider(client, { path }).orThrow();
    assert.equal(now.root_provider_uuid, made.uuid);
    const before = await showResourceProvider(old, { path }).orThrow();
    assert.ok(!("root_provider_uuid" in before));
    assert.equal((await find(listResourceProviders, client, "shelf"))?.uuid, made.uuid);
    const result = await createResourceProvider(client, { body: { name: "shelf" } });
    assert.equal(result.status, 409);
    if (result.status === 409) assert.match(result.body.errors[0]?.detail ?? "", /shelf/);
    await deleteResourceProvider(client, { path }).orThrow();
    const error = await rejection(showResourceProvider(client, { path }).orThrow());
    assert.ok(isFault(error, 404), String(error));
  });
}
