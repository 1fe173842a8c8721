/**
 * Nova: flavors, key pairs, servers from boot to deletion, quotas, microversions.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  createComputeClient,
  isFault,
  withMicroversion,
  type ComputeClient,
} from "openstack/compute/compute";
import { createFlavor, deleteFlavor, listFlavorsWithDetails } from "openstack/compute/flavors";
import { listHypervisors } from "openstack/compute/os-hypervisors";
import { deleteKeypair, importOrCreateKeypair } from "openstack/compute/os-keypairs";
import { revertQuotasToDefaults, showQuota, updateQuotas } from "openstack/compute/os-quota-sets";
import {
  confirmResizedServer,
  rebootServer,
  resizeServer,
  startServer,
  stopServer,
} from "openstack/compute/servers-actions";
import {
  createServer,
  deleteServer,
  listServers,
  listServersDetailed,
  showServerDetails,
  updateServer,
} from "openstack/compute/servers";
import { pages } from "openstack/compute/pages";
import { waitFor } from "openstack/compute/wait-for";
import { find } from "openstack/image/find";
import { createImageClient } from "openstack/image/image";
import { listImages } from "openstack/image/images-images-v2";
import type { User } from "./cloud.js";
import { rejection, type Report } from "./report.js";

/** Fake servers are quick. */
const often = { interval: 200 };

export async function compute(report: Report, admin: User): Promise<void> {
  const { session } = admin;
  const client = createComputeClient({ session, microversion: "2.90" });
  const flavors = await report.check("compute: two flavors are created", async () => {
    const ids: string[] = [];
    for (const [name, ram] of [
      ["small", 256],
      ["large", 512],
    ] as const) {
      const { flavor } = await createFlavor(client, {
        body: { flavor: { name, ram, vcpus: 1, disk: 1 } },
      }).orThrow();
      ids.push(flavor.id);
    }
    const { flavors: listed } = await listFlavorsWithDetails(client, {
      query: { minRam: 512 },
    }).orThrow();
    assert.ok(listed.some(({ id, ram }) => id === ids[1] && ram === 512));
    return ids;
  });
  const [small, large] = flavors ?? [];
  if (small === undefined || large === undefined) return;
  await report.check("compute: a typed 409 for a flavor that is there", async () => {
    const error = await rejection(
      createFlavor(client, {
        body: { flavor: { id: small, name: "another", ram: 64, vcpus: 1, disk: 1 } },
      }).orThrow(),
    );
    assert.ok(isFault(error, 409), String(error));
    assert.match(error.body.conflictingRequest.message, /already exists/);
  });
  await report.check("compute: a key pair is created and deleted", async () => {
    const key =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBt6hBmRTzTpNXOrqRmTIl8tGIqTZ5sMOCMBXsBDLNzT me";
    const { keypair } = await importOrCreateKeypair(withMicroversion(client, "2.92"), {
      body: { keypair: { name: "mine", public_key: key } },
    }).orThrow();
    assert.equal(keypair.name, "mine");
    await deleteKeypair(client, { path: { keypair_name: "mine" } }).orThrow();
  });
  await servers(report, admin, client, small, large);
  await report.check("compute: the flavors are deleted", async () => {
    for (const flavor_id of [small, large])
      await deleteFlavor(client, { path: { flavor_id } }).orThrow();
  });
  await quotas(report, admin, client);
  await microversions(report, client);
  await report.check("compute: a client without a microversion", async () => {
    const { servers: listed } = await listServers(createComputeClient({ session })).orThrow();
    assert.deepEqual(listed, []);
  });
}

async function servers(
  report: Report,
  admin: User,
  client: ComputeClient<"2.90">,
  small: string,
  large: string,
): Promise<void> {
  const first = await report.check("compute: a server is booted, and waited for", async () => {
    const glance = createImageClient({ session: admin.session });
    const seeded = await find(listImages, glance, "restanza-image");
    assert.ok(seeded?.id);
    const ids: string[] = [];
    for (const name of ["one", "two", "three"]) {
      const { server } = await createServer(client, {
        body: { server: { name, flavorRef: small, imageRef: seeded.id, networks: "none" } },
      }).orThrow();
      ids.push(server.id);
    }
    for (const id of ids)
      await waitFor(showServerDetails, client, { path: { server_id: id } }, "ACTIVE", often);
    return ids;
  });
  const [server_id] = first ?? [];
  if (first === undefined || server_id === undefined) return;
  const path = { server_id };
  await report.check("compute: servers over pages", async () => {
    const ids: string[] = [];
    for await (const server of pages(listServersDetailed, client, { query: { limit: 2 } })) {
      assert.equal(server.status, "ACTIVE");
      ids.push(server.id);
    }
    assert.deepEqual(ids.sort(), [...first].sort());
  });
  await report.check("compute: a server is found by its name, and by its ID", async () => {
    assert.equal((await find(listServers, client, "one"))?.id, server_id);
    assert.equal((await find(listServers, client, server_id))?.name, "one");
    assert.equal(await find(listServers, client, "four"), undefined);
  });
  await report.check("compute: a server is renamed", async () => {
    const { server } = await updateServer(client, {
      path,
      body: { server: { name: "uno" } },
    }).orThrow();
    assert.equal(server.name, "uno");
  });
  await report.check("compute: stopped", async () => {
    await stopServer(client, { path }).orThrow();
    await waitFor(showServerDetails, client, { path }, "SHUTOFF", often);
  });
  await report.check("compute: a typed 409 for a server that is stopped", async () => {
    const result = await stopServer(client, { path });
    assert.equal(result.status, 409);
    if (result.status === 409) assert.match(result.body.conflictingRequest.message, /stopped/);
  });
  await report.check("compute: started", async () => {
    await startServer(client, { path }).orThrow();
    await waitFor(showServerDetails, client, { path }, "ACTIVE", often);
  });
  await report.check("compute: rebooted", async () => {
    await rebootServer(client, { path, body: { type: "SOFT" } }).orThrow();
    await waitFor(showServerDetails, client, { path }, "ACTIVE", often);
  });
  await report.check("compute: resized, and confirmed", async () => {
    await resizeServer(client, { path, body: { flavorRef: large } }).orThrow();
    await waitFor(showServerDetails, client, { path }, "VERIFY_RESIZE", often);
    await confirmResizedServer(client, { path }).orThrow();
    await waitFor(showServerDetails, client, { path }, "ACTIVE", often);
    const { server } = await showServerDetails(client, { path }).orThrow();
    assert.equal(server.flavor.ram, 512);
  });
  await report.check("compute: the server's flavor at two microversions", async () => {
    const old = await showServerDetails(withMicroversion(client, "2.1"), { path }).orThrow();
    assert.equal(old.server.flavor.id, large);
    const now = await showServerDetails(withMicroversion(client, "2.47"), { path }).orThrow();
    assert.equal(now.server.flavor.original_name, "large");
  });
  await report.check("compute: servers are deleted, and gone: a typed 404", async () => {
    for (const id of first) await deleteServer(client, { path: { server_id: id } }).orThrow();
    for (const id of first)
      await waitFor(showServerDetails, client, { path: { server_id: id } }, "DELETED", often);
    const error = await rejection(showServerDetails(client, { path }).orThrow());
    assert.ok(isFault(error, 404), String(error));
    assert.match(error.body.itemNotFound.message, /could not be found/);
  });
}

async function quotas(report: Report, admin: User, client: ComputeClient<"2.90">): Promise<void> {
  const path = { tenant_id: admin.projectId };
  await report.check("compute: quotas are shown, changed and reverted", async () => {
    const before = await showQuota(client, { path }).orThrow();
    await updateQuotas(client, { path, body: { quota_set: { cores: 42 } } }).orThrow();
    const changed = await showQuota(client, { path }).orThrow();
    assert.equal(changed.quota_set.cores, 42);
    await revertQuotasToDefaults(client, { path }).orThrow();
    const after = await showQuota(client, { path }).orThrow();
    assert.equal(after.quota_set.cores, before.quota_set.cores);
  });
}

async function microversions(report: Report, client: ComputeClient): Promise<void> {
  await report.check("compute: the ID of a hypervisor at two microversions", async () => {
    const [old] = (await listHypervisors(withMicroversion(client, "2.1")).orThrow()).hypervisors;
    const [now] = (await listHypervisors(withMicroversion(client, "2.53")).orThrow()).hypervisors;
    assert.ok(old && now);
    assert.ok(old.id + 1 > old.id);
    assert.equal(now.id.split("-").length, 5);
  });
}
