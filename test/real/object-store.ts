/**
 * Swift, with a login of its own, which its API reference does not have.
 *
 * @module
 */
import assert from "node:assert/strict";
import { createObjectStoreClient, isFault } from "openstack/object-store/object-store";
import {
  createContainer,
  deleteContainer,
  showContainerDetailsAndListObjects,
} from "openstack/object-store/storage-container-services";
import {
  createOrReplaceObject,
  deleteObject,
  getObjectContentAndMetadata,
  showObjectMetadata,
} from "openstack/object-store/storage-object-services";
import { rejection, type Report } from "./report.js";

export async function objectStorage(report: Report, url: string): Promise<void> {
  const login = await fetch(`${url}/auth/v1.0`, {
    headers: { "X-Storage-User": "test:tester", "X-Storage-Pass": "testing" },
  });
  const client = createObjectStoreClient({
    endpoint: login.headers.get("x-storage-url") ?? url,
    token: login.headers.get("x-storage-token") ?? "",
  });
  const path = { account: "AUTH_test", container: "letters" };
  const object = { ...path, object: "ünïcode 1.txt" };
  await report.check("objects: a container, and an object in it", async () => {
    await createContainer(client, { path }).orThrow();
    await createOrReplaceObject(client, { path: object, body: "Dear all" }).orThrow();
    const head = await showObjectMetadata(client, { path: object });
    assert.equal(head.headers.get("content-length"), "8");
  });
  await report.check("objects: the list", async () => {
    const result = await showContainerDetailsAndListObjects(client, {
      path,
      query: { format: "json" },
    });
    assert.equal(result.status, 200);
  });
  await report.check("objects: the object comes down", async () => {
    const stream = await getObjectContentAndMetadata(client, { path: object }).orThrow();
    assert.ok(stream);
    assert.equal(await new Response(stream).text(), "Dear all");
  });
  await report.check("objects: deleted: a 404", async () => {
    await deleteObject(client, { path: object }).orThrow();
    const error = await rejection(getObjectContentAndMetadata(client, { path: object }).orThrow());
    assert.ok(isFault(error, 404), String(error));
    await deleteContainer(client, { path }).orThrow();
  });
}
