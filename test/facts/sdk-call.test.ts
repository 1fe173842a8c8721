import { expect, test } from "vitest";
import { sdkCall } from "../../generator/facts/sdk-call.js";

test.each([
  ["a collection", "compute", "GET", "/servers/detail", undefined, "conn.compute.servers()"],
  [
    "one thing",
    "compute",
    "GET",
    "/servers/{server_id}",
    undefined,
    "conn.compute.get_server(server)",
  ],
  [
    "the version and the project before it",
    "block-storage",
    "DELETE",
    "/v3/{project_id}/volumes/{volume_id}",
    undefined,
    "conn.block_storage.delete_volume(volume)",
  ],
  [
    "another version of the API",
    "block-storage",
    "DELETE",
    "/v2/{project_id}/volumes/{volume_id}",
    undefined,
    undefined,
  ],
  [
    "an action",
    "compute",
    "POST",
    "/servers/{server_id}/action",
    "os-start",
    "conn.compute.start_server(server)",
  ],
  [
    "an action that it has not",
    "compute",
    "POST",
    "/servers/{server_id}/action",
    "os-fly",
    undefined,
  ],
  [
    "a path that is an action's, without one",
    "compute",
    "POST",
    "/servers/{server_id}/action",
    undefined,
    undefined,
  ],
  [
    "a body",
    "network",
    "POST",
    "/v2.0/networks",
    undefined,
    "conn.network.create_network(**attributes)",
  ],
  [
    "the service by an alias",
    "volume",
    "GET",
    "/v3/{project_id}/volumes/{volume_id}",
    undefined,
    "conn.block_storage.get_volume(volume)",
  ],
  ["a service that nobody knows", "boxes", "GET", "/servers/{server_id}", undefined, undefined],
])("%s", (_why, service, method, path, action, call) => {
  expect(sdkCall(service, { method, path, action })).toBe(call);
});
