import { expect, test } from "vitest";
import { catalogUrl } from "../../templates/client/session/catalog.js";
import type { Grant, ServiceConfig, WantedService } from "../../templates/client/session/grant.js";

const compute: WantedService = { type: "compute" };
const storage: WantedService = {
  type: "block-storage",
  aliases: ["volumev3", "volumev2", "volume", "block-store"],
};

const at = (url: string, more: object = {}) => ({
  interface: "public",
  region: "one",
  url,
  ...more,
});
const grant: Grant = {
  headers: {},
  projectId: "p1",
  userId: "u1",
  catalog: [
    {
      type: "compute",
      name: "nova",
      endpoints: [
        at("http://one/public"),
        at("http://one/internal", { interface: "internal" }),
        at("http://two/public", { region: "old name", region_id: "two" }),
        at("", { region: "empty" }),
      ],
    },
    { type: "volumev2", name: "cinderv2", endpoints: [at("http://one/v2/p1")] },
    { type: "volumev3", name: "cinderv3", endpoints: [at("http://one/v3/p1")] },
    { type: "fitness", name: "gym", endpoints: [at("http://gym")] },
    { type: "fitness", name: "pool", endpoints: [at("http://pool", { region: null })] },
  ],
};

test.each<[service: WantedService, config: ServiceConfig, url: string, why: string]>([
  [compute, {}, "http://one/public", "public, in the first region"],
  [compute, { region_name: "two" }, "http://two/public", "a region by its id"],
  [compute, { interface: "internal" }, "http://one/internal", "another interface"],
  [compute, { interface: "internalURL" }, "http://one/internal", "as API 2 called it"],
  [compute, { interface: ["admin", "internal"] }, "http://one/internal", "the first it has"],
  [
    compute,
    { region_name: "two", interface: "internal", compute_interface: "public" },
    "http://two/public",
    "an interface for this service alone",
  ],
  [
    compute,
    { region_name: "x", compute_region_name: "two" },
    "http://two/public",
    "its own region",
  ],
  [
    compute,
    { compute_endpoint_override: "http://x" },
    "http://x",
    "said, whatever the catalog has",
  ],
  [
    compute,
    { compute_endpoint_override: "http://x/%(project_id)s/%(user_id)s" },
    "http://x/p1/u1",
    "with a place for the project",
  ],
  [compute, { compute_endpoint: "http://y" }, "http://y", "the older name of it"],
  [storage, {}, "http://one/v3/p1", "the first alias that is there, not the first of the catalog"],
  [storage, { volume_endpoint_override: "http://x" }, "http://x", "said of an alias"],
  [storage, { block_storage_service_type: "volumev2" }, "http://one/v2/p1", "another type"],
  [{ type: "fitness" }, {}, "http://gym", "one that is not official"],
  [{ type: "fitness" }, { fitness_service_name: "pool" }, "http://pool", "by its name"],
  [
    { type: "fitness" },
    { region_name: "two", fitness_service_name: "pool" },
    "http://pool",
    "of all regions",
  ],
])("%j with %j is at %s (%s)", (service, config, url) => {
  expect(catalogUrl(service, grant, config)).toBe(url);
});

test.each<[service: WantedService, config: ServiceConfig, message: string]>([
  [{ type: "dns" }, {}, "the catalog of this token has no service dns"],
  [
    compute,
    { region_name: "three" },
    "compute has no public endpoint in region three; it has public in one, internal in one, public in two",
  ],
  [
    compute,
    { interface: ["admin"], region_name: "two" },
    "compute has no admin endpoint in region two; it has public in one, internal in one, public in two",
  ],
  [
    compute,
    { compute_service_name: "n2" },
    "the catalog of this token has no service compute called n2",
  ],
])("%j with %j: %s", (service, config, message) => {
  expect(() => catalogUrl(service, grant, config)).toThrow(new Error(message));
});

test("without a catalog every service is at the one endpoint, or at its own", () => {
  const fixed: Grant = { headers: {}, endpoint: "http://svc", catalog: [] };
  expect(catalogUrl(compute, fixed, {})).toBe("http://svc");
  expect(catalogUrl(compute, fixed, { compute_endpoint_override: "http://x" })).toBe("http://x");
  expect(() => catalogUrl(compute, fixed, { compute_endpoint: "http://x/%(project_id)s" })).toThrow(
    "the token has no project_id",
  );
});
