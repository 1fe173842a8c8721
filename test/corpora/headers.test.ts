import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { sentHeaders } from "../../scripts/headers/sent-headers.js";
import { corpora, haveCorpora } from "../rst/corpora.js";

describe.runIf(haveCorpora)("the version headers that a generated client sends unasked", () => {
  test.each<[tree: string, service: string, sent: readonly string[], why: string]>([
    [
      "cinder",
      "block-storage",
      ["openstack-api-version: volume latest"],
      "the word is not the type",
    ],
    ["glance", "image", [], "known to have none"],
    ["heat", "orchestration", [], "known to have none"],
    ["keystone", "identity", [], "bounds, and yet none"],
    ["magnum", "container-infrastructure-management", [], "docs name no version"],
    [
      "manila",
      "shared-file-system",
      ["openstack-api-version: shared-file-system 2.99", "x-openstack-manila-api-version: 2.99"],
      "latest is not taken",
    ],
    ["neutron-lib", "network", [], "known to have none"],
    [
      "nova",
      "compute",
      ["openstack-api-version: compute latest", "x-openstack-nova-api-version: latest"],
      "the older header beside it",
    ],
    ["placement", "placement", ["openstack-api-version: placement latest"], "no older header"],
    ["swift", "object-store", [], "known to have none"],
  ])(
    "%s",
    async (tree, service, sent) => {
      const found = await sentHeaders(fileURLToPath(new URL(tree, corpora)));
      expect(found.service).toBe(service);
      expect(found.sent).toEqual(sent);
      expect(found.sent).toEqual(found.expected);
    },
    300_000,
  );
});
