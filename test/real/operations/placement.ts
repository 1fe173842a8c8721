/**
 * Placement: classes, traits, providers with inventories and aggregates, candidates.
 *
 * @module
 */
import { createPlacement } from "openstack/placement";
import type { User } from "../cloud.js";
import type { Report } from "../report.js";

export async function placementOperations(report: Report, { session }: User): Promise<void> {
  const placement = createPlacement({ session, microversion: "1.39" });
  const uuid = await report.check("placement: a provider", async () => {
    const made = await placement.createResourceProvider({ body: { name: "hold" } }).orThrow();
    return made?.uuid ?? "";
  });
  if (uuid === undefined) return;
  const path = { uuid, name: "CUSTOM_SKIS", resource_class: "CUSTOM_SKIS" };
  await report.calls(
    "placement: classes, traits, providers",
    () => placement.createResourceClass({ body: { name: "CUSTOM_DOGS" } }),
    () => placement.listResourceClasses(),
    () => placement.updateResourceClass({ path }),
    () => placement.showResourceClass({ path }),
    () => placement.updateTraits({ path }),
    () => placement.listTraits(),
    () => placement.showTraits({ path }),
    () => placement.listResourceProviders(),
    () => placement.showResourceProvider({ path }),
    () => placement.updateResourceProvider({ path, body: { name: "bow" } }),
    () => placement.listResourceProviderTraits({ path }),
    () => placement.listResourceProviderInventories({ path }),
    () => placement.listResourceProviderAggregates({ path }),
    () => placement.listResourceProviderUsages({ path }),
    () => placement.listResourceProviderAllocations({ path }),
    () => placement.listAllocationCandidates({ query: { resources: "VCPU:1" } }),
    () => placement.deleteResourceClass({ path }),
    () => placement.deleteTraits({ path }),
  );
  await report.refused(
    "placement: what is not there",
    404,
    () => placement.showTraits({ path: { name: "CUSTOM_NONE" } }),
    () => placement.showResourceClass({ path: { name: "CUSTOM_NONE" } }),
    () => placement.deleteTraits({ path: { name: "CUSTOM_NONE" } }),
  );
  await report.calls("placement: deleted", () => placement.deleteResourceProvider({ path }));
}
