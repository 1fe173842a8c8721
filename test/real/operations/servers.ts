/**
 * Nova: a server from an image to its deletion, with every action that a fake host can do.
 *
 * @module
 */
import { createCompute, showServerDetails, waitFor } from "openstack/compute";
import { createImageClient, find, listImages } from "openstack/image";
import type { User } from "../cloud.js";
import type { Report } from "../report.js";

/** Fake servers are quick. */
const often = { interval: 100 };

export async function serverOperations(report: Report, admin: User): Promise<void> {
  const { session } = admin;
  const compute = createCompute({ session, microversion: "2.90" });
  const made = await report.check("servers: one is made from an image", async () => {
    const glance = createImageClient({ session });
    const image = await find(listImages, glance, "restanza-image").orThrow();
    const size = { ram: 64, vcpus: 1, disk: 1 };
    const { flavor } = await compute
      .createFlavor({ body: { flavor: { id: "s1", name: "s1", ...size } } })
      .orThrow();
    await compute
      .createFlavor({ body: { flavor: { id: "s2", name: "s2", ...size, ram: 128 } } })
      .orThrow();
    const { server } = await compute
      .createServer({
        body: {
          server: { name: "fram", flavorRef: flavor.id, imageRef: image.id, networks: "none" },
        },
      })
      .orThrow();
    return { server_id: server.id, image_id: image.id };
  });
  if (made === undefined) return;
  const path = { server_id: made.server_id };
  const comes = (state: string): Promise<unknown> =>
    waitFor(showServerDetails, compute, { path }, state, often);
  /** An action, and the state that it leads to. */
  const act = (name: string, call: () => { orThrow(): Promise<unknown> }, state: string) =>
    report.check(`servers: ${name}`, async () => {
      await call().orThrow();
      await comes(state);
    });
  await report.check("servers: it comes to be", () => comes("ACTIVE"));
  await act("paused", () => compute.pauseServer({ path }), "PAUSED");
  await act("unpaused", () => compute.unpauseServer({ path }), "ACTIVE");
  await act("suspended", () => compute.suspendServer({ path }), "SUSPENDED");
  await act("resumed", () => compute.resumeSuspendedServer({ path }), "ACTIVE");
  await act("stopped", () => compute.stopServer({ path }), "SHUTOFF");
  await act("started", () => compute.startServer({ path }), "ACTIVE");
  await act("rebooted", () => compute.rebootServer({ path, body: { type: "HARD" } }), "ACTIVE");
  await act("rescued", () => compute.rescueServer({ path, body: {} }), "RESCUE");
  await act("unrescued", () => compute.unrescueServer({ path }), "ACTIVE");
  await act(
    "resized",
    () => compute.resizeServer({ path, body: { flavorRef: "s2" } }),
    "VERIFY_RESIZE",
  );
  await act("not after all", () => compute.revertResizedServer({ path }), "ACTIVE");
  await act(
    "resized again",
    () => compute.resizeServer({ path, body: { flavorRef: "s2" } }),
    "VERIFY_RESIZE",
  );
  await act("confirmed", () => compute.confirmResizedServer({ path }), "ACTIVE");
  await act(
    "rebuilt",
    () => compute.rebuildServer({ path, body: { imageRef: made.image_id } }),
    "ACTIVE",
  );
  await act("shelved", () => compute.shelveServer({ path }), "SHELVED_OFFLOADED");
  await act(
    "unshelved",
    () => compute.unshelveRestoreShelvedServer({ path, body: null }),
    "ACTIVE",
  );
  await report.calls(
    "servers: what changes no state",
    () => compute.lockServer({ path, body: { locked_reason: "ice" } }),
    () => compute.unlockServer({ path }),
    () => compute.changeAdministrativePassword({ path, body: { adminPass: "snow" } }),
    () => compute.showConsoleOutput({ path, body: { length: 10 } }),
    () => compute.createImage({ path, body: { name: "of fram" } }),
    () => compute.resetServerState({ path, body: { state: "active" } }),
    () => compute.updateServer({ path, body: { server: { name: "fram", description: "ship" } } }),
    () => compute.listServers(),
    () => compute.listServersDetailed({ query: { status: "ACTIVE" } }),
    () => compute.showServerDetails({ path }),
    () => compute.showServerDiagnostics({ path }),
    () => compute.listIps({ path }),
    () => compute.listActionsForServer({ path }),
    () => compute.listPortInterfaces({ path }),
    () => compute.listVolumeAttachmentsForInstance({ path }),
    () => compute.showServerPassword({ path }),
    () => compute.clearAdminPassword({ path }),
    () => compute.listSecurityGroupsByServer({ path }),
    () => compute.listMigrationsInServerMigrations({ path }),
    () => compute.showServerTopology({ path }),
  );
  await report.check("servers: one of its actions", async () => {
    const { instanceActions } = await compute.listActionsForServer({ path }).orThrow();
    const request_id = instanceActions[0]?.request_id ?? "";
    await compute.showServerActionDetails({ path: { ...path, request_id } }).orThrow();
  });
  await report.calls(
    "servers: metadata and tags",
    () => compute.replaceMetadataItems({ path, body: { metadata: { hull: "oak" } } }),
    () => compute.createOrUpdateMetadataItems({ path, body: { metadata: { masts: "three" } } }),
    () => compute.listAllMetadata({ path }),
    () =>
      compute.createOrUpdateMetadataItem({
        path: { ...path, key: "hull" },
        body: { meta: { hull: "greenheart" } },
      }),
    () => compute.showMetadataItemDetails({ path: { ...path, key: "hull" } }),
    () => compute.deleteMetadataItem({ path: { ...path, key: "hull" } }),
    () => compute.replaceTags({ path, body: { tags: ["ship", "wood"] } }),
    () => compute.listTags({ path }),
    () => compute.addSingleTag({ path: { ...path, tag: "ice" } }),
    () => compute.checkTagExistence({ path: { ...path, tag: "ice" } }),
    () => compute.deleteSingleTag({ path: { ...path, tag: "ice" } }),
    () => compute.deleteAllTags({ path }),
  );
  await report.refused(
    "servers: what an active one cannot do",
    409,
    () => compute.unpauseServer({ path }),
    () => compute.resumeSuspendedServer({ path }),
    () => compute.startServer({ path }),
    () => compute.unrescueServer({ path }),
    () => compute.confirmResizedServer({ path }),
    () => compute.revertResizedServer({ path }),
    () => compute.unshelveRestoreShelvedServer({ path, body: null }),
    () => compute.shelfOffloadRemoveServer({ path }),
  );
  await report.refused(
    "servers: what makes no sense",
    400,
    () => compute.resizeServer({ path, body: { flavorRef: "s2" } }),
    () => compute.rebuildServer({ path, body: { imageRef: "0".repeat(32) } }),
    () =>
      compute.createOrUpdateMetadataItem({
        path: { ...path, key: "hull" },
        body: { meta: { other: "greenheart" } },
      }),
  );
  await report.calls("servers: deleted by force", () => compute.forceDeleteServer({ path }));
  await report.check("servers: it is gone", () => comes("DELETED"));
  await nowhere(report, admin);
  await report.calls(
    "servers: its flavors are deleted",
    () => compute.deleteFlavor({ path: { flavor_id: "s1" } }),
    () => compute.deleteFlavor({ path: { flavor_id: "s2" } }),
  );
}

async function nowhere(report: Report, { session }: User): Promise<void> {
  const compute = createCompute({ session, microversion: "2.90" });
  const path = { server_id: "00000000-0000-0000-0000-000000000000" };
  await report.refused(
    "servers: what is not there",
    404,
    () => compute.showServerDetails({ path }),
    () => compute.updateServer({ path, body: { server: { name: "gone" } } }),
    () => compute.deleteServer({ path }),
    () => compute.pauseServer({ path }),
    () => compute.stopServer({ path }),
    () => compute.lockServer({ path }),
    () => compute.rebootServer({ path, body: { type: "SOFT" } }),
    () => compute.createImage({ path, body: { name: "of nothing" } }),
    () => compute.showConsoleOutput({ path, body: {} }),
    () => compute.listActionsForServer({ path }),
    () => compute.listAllMetadata({ path }),
    () => compute.listTags({ path }),
    () => compute.listIps({ path }),
    () => compute.showServerDiagnostics({ path }),
  );
}
