/**
 * Keystone: regions, services, endpoints, policies, and endpoints that a project is given.
 *
 * @module
 */
import type { IdentityApi as Identity } from "openstack/identity";
import type { Report } from "../report.js";

export async function catalog(
  report: Report,
  identity: Identity,
  project_id: string,
): Promise<void> {
  const made = await report.check("identity: a service with an endpoint", async () => {
    const { region } = await identity
      .createRegion({ body: { region: { id: "Arctic", description: "" } } })
      .orThrow();
    const { service } = await identity
      .createService({ body: { service: { type: "weather", name: "weather" } } })
      .orThrow();
    const { endpoint } = await identity
      .createEndpoint({
        body: {
          endpoint: {
            service_id: service.id,
            interface: "public",
            url: "http://weather.example.org",
            region_id: region.id,
          },
        },
      })
      .orThrow();
    const { policy } = await identity
      .createPolicy({ body: { policy: { blob: "{}", type: "application/json" } } })
      .orThrow();
    const { endpoint_group } = await identity
      .createEndpointGroup({
        body: { endpoint_group: { name: "all", filters: { interface: "public" } } },
      })
      .orThrow();
    return {
      region_id: region.id,
      service_id: service.id,
      endpoint_id: endpoint.id,
      policy_id: policy.id,
      endpoint_group_id: endpoint_group?.id ?? "",
      project_id,
    };
  });
  if (made === undefined) return;
  const path = made;
  await report.calls(
    "identity: regions, services, endpoints",
    () => identity.listRegions(),
    () => identity.showRegionDetails({ path }),
    () => identity.updateRegion({ path, body: { region: { description: "cold" } } }),
    () => identity.listServices(),
    () => identity.showServiceDetails({ path }),
    () => identity.updateService({ path, body: { service: { description: "wind" } } }),
    () => identity.listEndpoints(),
    () => identity.showEndpointDetails({ path }),
    () => identity.updateEndpoint({ path, body: { endpoint: { enabled: true } } }),
    () => identity.getServiceCatalog(),
    () => identity.getAvailableProjectScopes(),
    () => identity.getAvailableDomainScopes(),
    () => identity.getAvailableSystemScopes(),
  );
  await report.calls(
    "identity: policies of endpoints",
    () => identity.listPolicies(),
    () => identity.showPolicyDetails({ path }),
    () => identity.updatePolicy({ path, body: { policy: { type: "text/plain" } } }),
    () => identity.associatePolicyAndEndpoint({ path }),
    () => identity.verifyPolicyAndEndpointAssociation({ path }),
    () => identity.showEffectivePolicyAssociatedWithEndpoint({ path }),
    () => identity.listPolicyAndServiceEndpointAssociations({ path }),
    () => identity.deletePolicyAndEndpointAssociation({ path }),
    () => identity.associatePolicyAndServiceTypeEndpoint({ path }),
    () => identity.verifyPolicyAndServiceTypeEndpointAssociation({ path }),
    () => identity.deletePolicyAndServiceTypeEndpointAssociation({ path }),
    () => identity.associatePolicyAndServiceTypeEndpointInRegion({ path }),
    () => identity.verifyPolicyAndServiceTypeEndpointInRegionAssociation({ path }),
    () => identity.deletePolicyAndServiceTypeEndpointInRegionAssociation({ path }),
  );
  await report.calls(
    "identity: endpoints of a project",
    () => identity.createAssociation({ path }),
    () => identity.checkAssociation({ path }),
    () => identity.listAssociationsByProject({ path }),
    () => identity.listAssociationsByEndpoint({ path }),
    () => identity.deleteAssociation({ path }),
    () => identity.listEndpointGroups(),
    () => identity.getEndpointGroup({ path }),
    () => identity.checkEndpointGroup({ path }),
    () =>
      identity.updateEndpointGroup({
        path,
        body: { endpoint_group: { name: "every", filters: { interface: "public" } } },
      }),
    () => identity.createEndpointGroupToProjectAssociation({ path }),
    () => identity.getEndpointGroupToProjectAssociation({ path }),
    () => identity.checkEndpointGroupToProjectAssociation({ path }),
    () => identity.listProjectsAssociatedWithEndpointGroup({ path }),
    () => identity.listEndpointsAssociatedWithEndpointGroup({ path }),
    () => identity.listEndpointGroupsAssociatedWithProject({ path }),
    () => identity.deleteEndpointGroupToProjectAssociation({ path }),
    () => identity.deleteEndpointGroup({ path }),
  );
  await report.calls(
    "identity: the service is deleted",
    () => identity.deletePolicy({ path }),
    () => identity.deleteEndpoint({ path }),
    () => identity.deleteService({ path }),
    () => identity.deleteRegion({ path }),
  );
}
