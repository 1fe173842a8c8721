/**
 * Glance: images and their members, tags and data, schemas, definitions of metadata.
 *
 * @module
 */
import { createImageApi } from "openstack/image";
import type { User } from "../cloud.js";
import type { Report } from "../report.js";

export async function imageOperations(report: Report, admin: User): Promise<void> {
  const images = createImageApi({ session: admin.session });
  const image_id = await report.check("image: one more", async () => {
    const body = {
      name: "map",
      disk_format: "raw",
      container_format: "bare",
      visibility: "shared",
    } as const;
    return (await images.createImage({ body }).orThrow()).id;
  });
  if (image_id === undefined) return;
  const path = { image_id, tag: "north", member_id: admin.projectId };
  await report.calls(
    "image: data, tags, members",
    () => images.uploadBinaryImageData({ path, body: "a map" }),
    () => images.downloadBinaryImageData({ path }),
    () => images.listImages(),
    () => images.showImage({ path }),
    () => images.updateImage({ path, body: [{ op: "replace", path: "/name", value: "chart" }] }),
    () => images.addImageTag({ path }),
    () => images.deleteImageTag({ path }),
    () => images.createImageMember({ path, body: { member: admin.projectId } }),
    () => images.listImageMembers({ path }),
    () => images.showImageMemberDetails({ path }),
    () => images.deleteImageMember({ path }),
    () => images.deactivateImage({ path }),
    () => images.reactivateImage({ path }),
    () => images.deleteImage({ path }),
  );
  await report.refused(
    "image: what is not there",
    404,
    () => images.showImage({ path }),
    () => images.deleteImage({ path }),
    () => images.addImageTag({ path }),
    () => images.listImageMembers({ path }),
    () => images.deactivateImage({ path }),
  );
}
