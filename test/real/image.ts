/**
 * Glance: images, their data up and down, pages, tags.
 *
 * @module
 */
import assert from "node:assert/strict";
import { createImageClient, isFault } from "openstack/image/image";
import { downloadBinaryImageData, uploadBinaryImageData } from "openstack/image/images-data";
import {
  createImage,
  deactivateImage,
  deleteImage,
  listImages,
  reactivateImage,
  showImage,
  updateImage,
} from "openstack/image/images-images-v2";
import { pages } from "openstack/image/pages";
import { addImageTag } from "openstack/image/images-tags";
import type { User } from "./cloud.js";
import { rejection, type Report } from "./report.js";

export async function image(report: Report, admin: User): Promise<void> {
  const client = createImageClient({ session: admin.session });
  const made = await report.check("image: an image is created", async () => {
    const created = await createImage(client, {
      body: { name: "disk", disk_format: "raw", container_format: "bare", min_disk: 1 },
    }).orThrow();
    assert.equal(created.status, "queued");
    return created;
  });
  if (made === undefined) return;
  const path = { image_id: made.id };
  const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
  await report.check("image: its data go up", async () => {
    const sent = await uploadBinaryImageData(client, { path, body: bytes });
    assert.equal(sent.status, 204);
    const shown = await showImage(client, { path }).orThrow();
    assert.equal(shown.status, "active");
    assert.equal(shown.size, bytes.length);
  });
  await report.check("image: data go up as a stream", async () => {
    const other = await createImage(client, {
      body: { name: "streamed", disk_format: "raw", container_format: "bare" },
    }).orThrow();
    const stream = new Blob([bytes.slice(0, 1000), bytes.slice(1000)]).stream();
    await uploadBinaryImageData(client, { path: { image_id: other.id }, body: stream }).orThrow();
    const shown = await showImage(client, { path: { image_id: other.id } }).orThrow();
    assert.equal(shown.size, bytes.length);
    await deleteImage(client, { path: { image_id: other.id } }).orThrow();
  });
  await report.check("image: its data come down", async () => {
    const stream = await downloadBinaryImageData(client, { path }).orThrow();
    assert.ok(stream);
    const down = new Uint8Array(await new Response(stream).arrayBuffer());
    assert.deepEqual(down, bytes);
  });
  await report.check("image: changed by JSON Patch", async () => {
    const changed = await updateImage(client, {
      path,
      body: [
        { op: "replace", path: "/name", value: "renamed" },
        { op: "add", path: "/min_ram", value: 64 },
      ],
    }).orThrow();
    assert.equal(changed.name, "renamed");
    assert.equal(changed.min_ram, 64);
  });
  await report.check("image: a tag, and the list by tag", async () => {
    await addImageTag(client, { path: { ...path, tag: "mine" } }).orThrow();
    const { images } = await listImages(client, { query: { tag: "mine" } }).orThrow();
    assert.deepEqual(
      images.map(({ name }) => name),
      ["renamed"],
    );
    assert.deepEqual(images[0]?.tags, ["mine"]);
  });
  await report.check("image: the list over pages", async () => {
    const ids: unknown[] = [];
    for await (const { id } of pages(listImages, client, { query: { limit: 1 } })) ids.push(id);
    const whole = await listImages(client).orThrow();
    assert.ok(ids.length > 1);
    assert.deepEqual(
      ids,
      whole.images.map(({ id }) => id),
    );
  });
  await report.check("image: deactivated, and reactivated", async () => {
    await deactivateImage(client, { path }).orThrow();
    const shown = await showImage(client, { path }).orThrow();
    assert.equal(shown.status, "deactivated");
    await reactivateImage(client, { path }).orThrow();
  });
  await report.check("image: a typed 404 once deleted", async () => {
    await deleteImage(client, { path }).orThrow();
    const error = await rejection(showImage(client, { path }).orThrow());
    assert.ok(isFault(error, 404), String(error));
    assert.match(error.message, /404.*no image found/i);
  });
}
