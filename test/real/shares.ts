/**
 * Manila: a client without a microversion, share types, shares, quotas.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  createSharedFileSystemClient,
  isFault,
  withMicroversion,
} from "openstack/shared-file-system/shared-file-system";
import { showQuotaSet, updateQuotaSet } from "openstack/shared-file-system/quota-sets";
import { resetShareState } from "openstack/shared-file-system/share-actions";
import { createShareType, listShareTypes } from "openstack/shared-file-system/share-types";
import {
  createShare,
  listShares,
  listSharesWithDetails,
  showShareDetails,
  updateShare,
} from "openstack/shared-file-system/shares";
import { find } from "openstack/shared-file-system/find";
import { pages } from "openstack/shared-file-system/pages";
import type { User } from "./cloud.js";
import { rejection, type Report } from "./report.js";

export async function shares(report: Report, admin: User): Promise<void> {
  // Not pinned: the service does not take `latest`, and knows fewer versions than the docs.
  const client = createSharedFileSystemClient({ session: admin.session });
  await report.check("shares: a share type", async () => {
    const { share_type } = await createShareType(client, {
      body: {
        share_type: {
          name: "default",
          extra_specs: { driver_handles_share_servers: false },
          "share_type_access:is_public": true,
        },
      },
    }).orThrow();
    assert.equal(share_type.name, "default");
    const { share_types } = await listShareTypes(client).orThrow();
    assert.deepEqual(
      share_types.map(({ id }) => id),
      [share_type.id],
    );
  });
  const made = await report.check("shares: created", async () => {
    const ids: string[] = [];
    for (const name of ["music", "films", "books"]) {
      const { share } = await createShare(client, {
        body: { share: { name, share_proto: "NFS", size: 1, metadata: { kind: "shelf" } } },
      }).orThrow();
      assert.equal(share.status, "creating");
      ids.push(share.id);
    }
    return ids;
  });
  const [share_id] = made ?? [];
  if (made === undefined || share_id === undefined) return;
  const path = { share_id };
  await report.check("shares: the list over pages", async () => {
    const names: string[] = [];
    const list = { query: { limit: 2, sort_key: "created_at", sort_dir: "asc" } } as const;
    for await (const share of pages(listSharesWithDetails, client, list))
      names.push(share.name ?? "");
    assert.deepEqual(names, ["music", "films", "books"]);
    assert.equal((await find(listSharesWithDetails, client, "films"))?.id, made[1]);
  });
  await report.check("shares: changed, and shown", async () => {
    await updateShare(client, {
      path,
      body: { share: { display_description: "loud" } },
    }).orThrow();
    const { share } = await showShareDetails(client, { path }).orThrow();
    assert.equal(share.description, "loud");
    assert.equal(share.size, 1);
  });
  await report.check("shares: an action of the administrator", async () => {
    await resetShareState(client, { path, body: { status: "error" } }).orThrow();
    const { share } = await showShareDetails(client, { path }).orThrow();
    assert.equal(share.status, "error");
  });
  await report.check("shares: two microversions", async () => {
    const old = withMicroversion(client, "2.7");
    const { shares: listed } = await listShares(old).orThrow();
    assert.equal(listed.length, 3);
    const error = await rejection(
      showShareDetails(withMicroversion(client, "2.65"), {
        path: { share_id: "nothing" },
      }).orThrow(),
    );
    assert.ok(isFault(error, 404), String(error));
    assert.match(error.body.itemNotFound.message, /could not be found/i);
  });
  await report.check("shares: quotas are shown and changed", async () => {
    const where = { project_id_quota_request_path: admin.projectId };
    const { quota_set } = await showQuotaSet(client, { path: where }).orThrow();
    assert.equal(quota_set.shares, 50);
    await updateQuotaSet(client, { path: where, body: { quota_set: { shares: 33 } } }).orThrow();
    const { quota_set: after } = await showQuotaSet(client, { path: where }).orThrow();
    assert.equal(after.shares, 33);
  });
}
