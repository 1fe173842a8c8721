/**
 * Cinder: volumes and their actions, snapshots, types, transfers, groups, services.
 *
 * @module
 */
import { createBlockStorage, showVolumeDetails, waitFor } from "openstack/block-storage";
import type { User } from "../cloud.js";
import type { Report } from "../report.js";

/** A fake back end is quick. */
const often = { interval: 100 };

export async function volumeOperations(report: Report, admin: User): Promise<void> {
  const storage = createBlockStorage({ session: admin.session, microversion: "3.65" });
  const where = { project_id: admin.projectId };
  const volume_id = await report.check("volumes: one more", async () => {
    const { volume } = await storage
      .createVolume({
        path: where,
        body: { volume: { name: "hold", size: 1, consistencygroup_id: null } },
      })
      .orThrow();
    const path = { ...where, volume_id: volume.id };
    await waitFor(showVolumeDetails, storage, { path }, "available", often);
    return volume.id;
  });
  if (volume_id === undefined) return;
  const path = { ...where, volume_id };
  const key = { ...path, key: "cargo" };
  await report.calls(
    "volumes: shown and changed",
    () => storage.listAccessibleVolumes({ path }),
    () => storage.listAccessibleVolumesWithDetails({ path }),
    () => storage.getVolumesSummary({ path }),
    () => storage.showVolumeDetails({ path }),
    () => storage.updateVolume({ path, body: { volume: { name: "bow" } } }),
    () => storage.createMetadataForVolume({ path, body: { metadata: { cargo: "dogs" } } }),
    () => storage.showVolumeMetadata({ path }),
    () => storage.updateVolumeMetadata({ path, body: { metadata: { cargo: "skis" } } }),
    () => storage.showVolumeMetadataForSpecificKey({ path: key }),
    () =>
      storage.updateVolumeMetadataForSpecificKey({ path: key, body: { meta: { cargo: "coal" } } }),
    () => storage.deleteVolumeMetadata({ path: key }),
    () => storage.updateVolumeBootableStatus({ path, body: { bootable: true } }),
    () => storage.updateVolumeReadOnlyAccessModeFlag({ path, body: { readonly: false } }),
    () => storage.setImageMetadataForVolume({ path, body: { metadata: { os: "none" } } }),
    () => storage.showImageMetadataForVolume({ path, body: {} }),
    () => storage.removeImageMetadataFromVolume({ path, body: { key: "os" } }),
    () => storage.reserveVolume({ path }),
    () => storage.unmarkVolumeAsReserved({ path }),
    () => storage.resetVolumeStatuses({ path, body: { status: "available" } }),
  );
  await report.calls(
    "volumes: what there is besides",
    () => storage.showAPIV3Details(),
    () => storage.listKnownAPIExtensions({ path }),
    () => storage.listAvailabilityZoneInformation({ path }),
    () => storage.listAllBackEndStoragePools({ path }),
    () => storage.listAllCinderServices({ path }),
    () => storage.listSnapshotsAndDetails({ path }),
    () => storage.listAccessibleSnapshots({ path }),
    () => storage.listBackupsForProject({ path }),
    () => storage.listBackupsWithDetail({ path }),
    () => storage.listAttachments({ path }),
    () => storage.listAttachmentsWithDetails({ path }),
    () => storage.listGroups({ path }),
    () => storage.listProjectConsistencyGroups({ path }),
    () => storage.listClusters({ path }),
    () => storage.listVolumeTransfersForProject({ path }),
    () => storage.listVolumeTransfersAndDetailsInVolTransferV3({ path }),
  );
  await types(report, admin);
  await refusals(report, admin);
  await report.calls("volumes: deleted by force", () =>
    storage.forceDeleteVolume({ path, body: {} }),
  );
}

async function types(report: Report, admin: User): Promise<void> {
  const storage = createBlockStorage({ session: admin.session, microversion: "3.65" });
  const where = { project_id: admin.projectId };
  await report.check("volumes: types", async () => {
    const { volume_type } = await storage
      .createVolumeType({
        path: where,
        body: { volume_type: { name: "dry", "os-volume-type-access:is_public": false } },
      })
      .orThrow();
    const { id } = volume_type;
    const path = { ...where, volume_type_id: id, volume_type: id };
    const body = { project: admin.projectId };
    await report.calls(
      "volumes: a type",
      () => storage.listAllVolumeTypes({ path }),
      () => storage.showVolumeTypeDetail({ path }),
      () => storage.showDefaultVolumeType({ path }),
      () => storage.updateVolumeType({ path, body: { volume_type: { description: "of oak" } } }),
      () => storage.addPrivateVolumeTypeAccessToProject({ path, body }),
      () => storage.listPrivateVolumeTypeAccessDetail({ path }),
      () => storage.removePrivateVolumeTypeAccessFromProject({ path, body }),
      () =>
        storage.createOrUpdateExtraSpecsForVolumeType({
          path,
          body: { extra_specs: { cargo: "dogs" } },
        }),
      () => storage.showAllExtraSpecificationsForVolumeType({ path }),
      () => storage.showExtraSpecificationForVolumeType({ path: { ...path, key: "cargo" } }),
      () => storage.deleteExtraSpecificationForVolumeType({ path: { ...path, key: "cargo" } }),
      () => storage.showEncryptionType({ path }),
      () => storage.deleteVolumeType({ path }),
    );
  });
}

async function refusals(report: Report, admin: User): Promise<void> {
  const storage = createBlockStorage({ session: admin.session, microversion: "3.65" });
  const none = "00000000-0000-0000-0000-000000000000";
  const path = { project_id: admin.projectId, volume_id: none, volume_type_id: none };
  await report.refused(
    "volumes: what makes no sense",
    400,
    () => storage.createVolume({ path, body: { volume: { size: -1, consistencygroup_id: null } } }),
    () => storage.createVolumeType({ path, body: { volume_type: { name: "" } } }),
  );
  await report.refused(
    "volumes: what is not there",
    404,
    () => storage.deleteVolume({ path }),
    () => storage.showVolumeMetadata({ path }),
    () => storage.showSnapshotDetails({ path: { ...path, snapshot_id: none } }),
  );
}
