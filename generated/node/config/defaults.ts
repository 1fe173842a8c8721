// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What openstacksdk has for values that nobody gives (`config/defaults.json`, `defaults.py`), as
 * far as a client that is no Python has a use for them.
 *
 * @module
 */
import type { Dict, Value } from "../files/python.js";

export const defaults: Dict = new Map<string, Value>([
  ["api_timeout", null],
  ["verify", true],
  ["cacert", null],
  ["cert", null],
  ["key", null],
  ["auth_type", "password"],
  ["baremetal_status_code_retries", 5n],
  ["baremetal_introspection_status_code_retries", 5n],
  ["image_status_code_retries", 5n],
  ["disable_vendor_agent", new Map()],
  ["interface", "public"],
  ["floating_ip_source", "neutron"],
  ["image_api_use_tasks", false],
  ["image_format", "qcow2"],
  ["message", ""],
  ["network_api_version", "2"],
  ["object_store_api_version", "1"],
  ["secgroup_source", "neutron"],
  ["status", "active"],
]);
