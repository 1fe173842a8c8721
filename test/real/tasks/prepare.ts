/**
 * What the tasks of the README find in their cloud: an image, two flavors, a file, and nothing that
 * an earlier run of them has made.
 *
 * @module
 */
import { writeFile } from "node:fs/promises";
import * as storage from "openstack/block-storage";
import * as nova from "openstack/compute";
import * as keystone from "openstack/identity";
import * as glance from "openstack/image";
import { connect } from "openstack/node";

const session = await connect();
const compute = nova.createCompute({ session });
const images = glance.createImageApi({ session });
const identity = keystone.createIdentity({ session });
const volumes = storage.createBlockStorage({ session });

await forget();
await prepare();

/** Deletes what the tasks make. */
async function forget(): Promise<void> {
  const server = await nova.find(nova.listServers, compute, "web");
  if (server !== undefined) {
    const path = { server_id: server.id };
    await compute.deleteServer({ path }).orThrow();
    await nova.waitFor(nova.showServerDetails, compute, { path }, "DELETED");
  }
  const disk = await glance.find(glance.listImages, images, "disk");
  if (disk !== undefined) await images.deleteImage({ path: { image_id: disk.id } }).orThrow();
  const volume = await storage.find(storage.listAccessibleVolumesWithDetails, volumes, "data");
  if (volume !== undefined) {
    const path = { volume_id: volume.id };
    await storage.waitFor(storage.showVolumeDetails, volumes, { path }, "available");
    await volumes.deleteVolume({ path }).orThrow();
  }
  const user = await keystone.find(keystone.listUsers, identity, "ann");
  if (user !== undefined) await identity.deleteUser({ path: { user_id: user.id } }).orThrow();
  const project = await keystone.find(keystone.listProjects, identity, "lab");
  if (project !== undefined)
    await identity.deleteProject({ path: { project_id: project.id } }).orThrow();
  const role = await keystone.find(keystone.listRoles, identity, "guest");
  if (role !== undefined) await identity.deleteRole({ path: { role_id: role.id } }).orThrow();
}

async function prepare(): Promise<void> {
  await writeFile("disk.raw", "a disk\n".repeat(10_000));
  let image = await glance.find(glance.listImages, images, "cirros");
  if (image === undefined) {
    const body = { name: "cirros", disk_format: "raw", container_format: "bare" };
    image = await images.createImage({ body }).orThrow();
    await images.uploadBinaryImageData({ path: { image_id: image.id }, body: "cirros" }).orThrow();
  }
  const known = await compute.listFlavors().orThrow();
  for (const [id, disk] of [
    ["1", 1],
    ["2", 2],
  ] as const) {
    if (known.flavors.some((flavor) => flavor.id === id)) continue;
    const flavor = { id, name: `m1.${id}`, ram: 64, vcpus: 1, disk };
    await compute.createFlavor({ body: { flavor } }).orThrow();
  }
}
