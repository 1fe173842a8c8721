/**
 * Cinder: volumes, their pages, metadata, quotas, an answer that the docs do not have.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  createBlockStorageClient,
  isFault,
} from "../clients/block-storage/client/block-storage.js";
import {
  deleteQuotasForProject,
  showQuotasForProject,
  updateQuotasForProject,
} from "../clients/block-storage/client/quota-sets.js";
import { extendVolumeSize } from "../clients/block-storage/client/volumes-v3-volumes-actions.js";
import {
  createVolume,
  createMetadataForVolume,
  deleteVolume,
  listAccessibleVolumesWithDetails,
  showVolumeDetails,
  updateVolume,
} from "../clients/block-storage/client/volumes-v3-volumes.js";
import type { Session } from "./cloud.js";
import { everyPage, rejection, until, type Report } from "./report.js";

export async function blockStorage(report: Report, admin: Session): Promise<void> {
  const project_id = admin.projectId;
  const client = createBlockStorageClient({
    endpoint: admin.endpoint("block-storage"),
    token: admin.token,
    microversion: "3.65",
  });
  const made = await report.check("volumes: created, and available", async () => {
    const ids: string[] = [];
    for (const name of ["first", "second", "third"]) {
      const { volume } = await createVolume(client, {
        path: { project_id },
        body: { volume: { name, size: 1, consistencygroup_id: null } },
      }).orThrow();
      ids.push(volume.id);
    }
    for (const volume_id of ids)
      await until(
        async () =>
          (await showVolumeDetails(client, { path: { project_id, volume_id } }).orThrow()).volume
            .status,
        (status) => status === "available",
      );
    return ids;
  });
  const [volume_id] = made ?? [];
  if (made === undefined || volume_id === undefined) return;
  const path = { project_id, volume_id };
  await report.check("volumes: the list over pages", async () => {
    const { items, pages } = await everyPage(
      async (marker) =>
        (
          await listAccessibleVolumesWithDetails(client, {
            path: { project_id },
            query: { limit: 2, marker },
          }).orThrow()
        ).volumes,
      ({ id }) => id,
    );
    assert.equal(pages, 2);
    assert.deepEqual(items.map(({ id }) => id).sort(), [...made].sort());
    assert.ok(items.every(({ size }) => size === 1));
  });
  await report.check("volumes: extended", async () => {
    await extendVolumeSize(client, { path, body: { new_size: 2 } }).orThrow();
    const { volume } = await until(
      () => showVolumeDetails(client, { path }).orThrow(),
      ({ volume: { status, size } }) => status === "available" && size === 2,
    );
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
    const where = { admin_project_id: project_id, project_id };
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
    for (const id of made)
      await deleteVolume(client, { path: { project_id, volume_id: id } }).orThrow();
    for (const id of made)
      await until(
        async () =>
          (await showVolumeDetails(client, { path: { project_id, volume_id: id } })).status,
        (status) => status === 404,
      );
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
