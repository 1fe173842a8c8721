/**
 * Cinder: volumes, their pages, metadata, quotas, an answer that the docs do not have.
 *
 * @module
 */
import assert from "node:assert/strict";
import { createBlockStorageClient, isFault } from "openstack/block-storage/block-storage";
import { find } from "openstack/block-storage/find";
import { pages } from "openstack/block-storage/pages";
import {
  deleteQuotasForProject,
  showQuotasForProject,
  updateQuotasForProject,
} from "openstack/block-storage/quota-sets";
import { extendVolumeSize } from "openstack/block-storage/volumes-v3-volumes-actions";
import {
  createVolume,
  createMetadataForVolume,
  deleteVolume,
  listAccessibleVolumesWithDetails,
  showVolumeDetails,
  updateVolume,
} from "openstack/block-storage/volumes-v3-volumes";
import { waitFor } from "openstack/block-storage/wait-for";
import type { User } from "./cloud.js";
import { rejection, type Report } from "./report.js";

export async function blockStorage(report: Report, admin: User): Promise<void> {
  const { projectId: project_id } = admin;
  const client = createBlockStorageClient({ session: admin.session, microversion: "3.65" });
  const made = await report.check("volumes: created, and available", async () => {
    const ids: string[] = [];
    for (const name of ["first", "second", "third"]) {
      const { volume } = await createVolume(client, {
        body: { volume: { name, size: 1, consistencygroup_id: null } },
      }).orThrow();
      ids.push(volume.id);
    }
    for (const volume_id of ids)
      await waitFor(showVolumeDetails, client, { path: { volume_id } }, "available");
    return ids;
  });
  const [volume_id] = made ?? [];
  if (made === undefined || volume_id === undefined) return;
  const path = { volume_id };
  await report.check("volumes: the list over pages", async () => {
    const ids: string[] = [];
    const list = { query: { limit: 2 } };
    for await (const { id, size } of pages(listAccessibleVolumesWithDetails, client, list)) {
      assert.equal(size, 1);
      ids.push(id);
    }
    assert.deepEqual(ids.sort(), [...made].sort());
    const third = await find(listAccessibleVolumesWithDetails, client, "third", list);
    assert.equal(third?.id, made[2]);
  });
  await report.check("volumes: extended", async () => {
    await extendVolumeSize(client, { path, body: { new_size: 2 } }).orThrow();
    const { volume } = await waitFor(showVolumeDetails, client, { path }, "available");
    assert.equal(volume.size, 2);
  });
  await report.check("volumes: renamed, with metadata", async () => {
    await updateVolume(client, { path, body: { volume: { name: "renamed" } } }).orThrow();
    await createMetadataForVolume(client, { path, body: { metadata: { use: "books" } } }).orThrow();
    const { volume } = await showVolumeDetails(client, { path }).orThrow();
    assert.equal(volume.name, "renamed");
    assert.deepEqual(volume.metadata, { use: "books" });
  });
  await report.check("volumes: quotas are shown, changed and reset", async () => {
    const where = { project_id };
    const { quota_set: before } = await showQuotasForProject(client, { path: where }).orThrow();
    await updateQuotasForProject(client, {
      path: where,
      body: { quota_set: { volumes: 12 } },
    }).orThrow();
    const { quota_set: after } = await showQuotasForProject(client, { path: where }).orThrow();
    assert.notEqual(before.volumes, 12);
    assert.equal(after.volumes, 12);
    await deleteQuotasForProject(client, { path: where }).orThrow();
  });
  await report.check("volumes: deleted", async () => {
    for (const id of made) await deleteVolume(client, { path: { volume_id: id } }).orThrow();
    for (const id of made)
      await waitFor(showVolumeDetails, client, { path: { volume_id: id } }, "deleted");
  });
  await report.check(
    "volumes: a 404 that the docs do not have is an answer all the same",
    async () => {
      const result = await showVolumeDetails(client, { path });
      assert.equal(result.ok, false);
      if (result.ok) return;
      assert.equal(result.status, 404);
      assert.equal(result.documented, false);
      assert.match(result.message, /could not be found/);
      const error = await rejection(showVolumeDetails(client, { path }).orThrow());
      assert.ok(isFault(error, 404), String(error));
      assert.match(error.body.itemNotFound.message, /could not be found/);
    },
  );
}
