/**
 * Nova: flavors, key pairs, aggregates, hypervisors, services, server groups, limits and usage.
 *
 * @module
 */
import { createCompute } from "openstack/compute";
import type { User } from "../cloud.js";
import type { Report } from "../report.js";

export async function computeOperations(report: Report, admin: User): Promise<void> {
  const { session, projectId: tenant_id, userId } = admin;
  const compute = createCompute({ session, microversion: "2.90" });
  await flavors(report, admin);
  await aggregates(report, admin);
  await hosts(report, admin);
  const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBt6hBmRTzTpNXOrqRmTIl8tGIqTZ5sMOCMBXsBDLNzT me";
  const keypair = { path: { keypair_name: "skis" } };
  await report.calls(
    "compute: key pairs",
    () => compute.importOrCreateKeypair({ body: { keypair: { name: "skis", public_key: key } } }),
    () => compute.listKeypairs(),
    () => compute.showKeypairDetails(keypair),
    () => compute.deleteKeypair(keypair),
  );
  await report.check("compute: server groups", async () => {
    const { server_group } = await compute
      .createServerGroup({ body: { server_group: { name: "fleet", policy: "anti-affinity" } } })
      .orThrow();
    const path = { server_group_id: server_group.id };
    await report.calls(
      "compute: a server group",
      () => compute.listServerGroups(),
      () => compute.showServerGroupDetails({ path }),
      () => compute.deleteServerGroup({ path }),
    );
  });
  await report.calls(
    "compute: quotas, limits and usage",
    () => compute.showQuota({ path: { tenant_id } }),
    () => compute.showDetailOfQuota({ path: { tenant_id } }),
    () => compute.listDefaultQuotasForTenant({ path: { tenant_id } }),
    () => compute.updateQuotas({ path: { tenant_id }, body: { quota_set: { cores: 40 } } }),
    () => compute.revertQuotasToDefaults({ path: { tenant_id } }),
    () => compute.showQuotaForQuotaClass({ path: { id: "default" } }),
    () =>
      compute.createOrUpdateQuotasForQuotaClass({
        path: { id: "default" },
        body: { quota_class_set: { instances: 20 } },
      }),
    () => compute.showRateAndAbsoluteLimits(),
    () => compute.listTenantUsageStatisticsForAllTenants(),
    () => compute.showUsageStatisticsForTenant({ path: { tenant_id } }),
    () => compute.listServerUsageAudits(),
    () => compute.listMigrations(),
    () => compute.listExtensions(),
    () => compute.showExtensionDetails({ path: { alias: "os-keypairs" } }),
    () => compute.listAllMajorVersions(),
  );
  const none = "00000000-0000-0000-0000-000000000000";
  await report.refused(
    "compute: what is not there",
    404,
    () => compute.showFlavorDetails({ path: { flavor_id: none } }),
    () => compute.deleteFlavor({ path: { flavor_id: none } }),
    () => compute.listExtraSpecsForFlavor({ path: { flavor_id: none } }),
    () => compute.showKeypairDetails({ path: { keypair_name: "none" } }),
    () => compute.deleteKeypair({ path: { keypair_name: "none" } }),
    () => compute.showServerGroupDetails({ path: { server_group_id: none } }),
    () => compute.deleteServerGroup({ path: { server_group_id: none } }),
    () => compute.showAggregateDetails({ path: { aggregate_id: 4711 } }),
    () => compute.deleteAggregate({ path: { aggregate_id: 4711 } }),
    () => compute.showHypervisorDetails({ path: { hypervisor_id: none } }),
    () => compute.showExtensionDetails({ path: { alias: "none" } }),
  );
  await report.refused(
    "compute: what makes no sense",
    400,
    () => compute.createFlavor({ body: { flavor: { name: "none", ram: 0, vcpus: 0, disk: 0 } } }),
    () =>
      compute.importOrCreateKeypair({ body: { keypair: { name: "skis", public_key: "no key" } } }),
    () => compute.createAggregate({ body: { aggregate: { name: "" } } }),
    () => compute.updateQuotas({ path: { tenant_id }, body: { quota_set: { cores: -2 } } }),
    () => compute.listKeypairs({ query: { user_id: userId, limit: -1 } }),
  );
}

async function flavors(report: Report, { session, projectId }: User): Promise<void> {
  const compute = createCompute({ session, microversion: "2.90" });
  const flavor = { id: "sled", name: "sled", ram: 64, vcpus: 1, disk: 1 };
  const path = { flavor_id: "sled" };
  const spec = { ...path, flavor_extra_spec_key: "hw:cpu_policy" };
  await report.calls(
    "compute: a flavor",
    () =>
      compute.createFlavor({
        body: { flavor: { ...flavor, "os-flavor-access:is_public": false } },
      }),
    () => compute.listFlavors(),
    () => compute.listFlavorsWithDetails(),
    () => compute.showFlavorDetails({ path }),
    () => compute.updateFlavorDescription({ path, body: { flavor: { description: "light" } } }),
    () => compute.addFlavorAccessToTenant({ path, body: { tenant: projectId } }),
    () => compute.listFlavorAccessInformationForGivenFlavor({ path }),
  );
  await report.refused(
    "compute: a flavor that is there",
    409,
    () => compute.createFlavor({ body: { flavor } }),
    () => compute.addFlavorAccessToTenant({ path, body: { tenant: projectId } }),
  );
  await report.calls(
    "compute: extra specs of a flavor",
    () => compute.removeFlavorAccessFromTenant({ path, body: { tenant: projectId } }),
    () =>
      compute.createExtraSpecsForFlavor({
        path,
        body: { extra_specs: { "hw:cpu_policy": "shared" } },
      }),
    () => compute.listExtraSpecsForFlavor({ path }),
    () => compute.showExtraSpecForFlavor({ path: spec }),
    () => compute.updateExtraSpecForFlavor({ path: spec, body: { "hw:cpu_policy": "dedicated" } }),
    () => compute.deleteExtraSpecForFlavor({ path: spec }),
    () => compute.deleteFlavor({ path }),
  );
}

async function aggregates(report: Report, { session }: User): Promise<void> {
  const compute = createCompute({ session, microversion: "2.90" });
  await report.check("compute: aggregates", async () => {
    const { aggregate } = await compute
      .createAggregate({ body: { aggregate: { name: "row", availability_zone: "hall" } } })
      .orThrow();
    const path = { aggregate_id: aggregate.id };
    await report.calls(
      "compute: an aggregate",
      () => compute.listAggregates(),
      () => compute.showAggregateDetails({ path }),
      () => compute.updateAggregate({ path, body: { aggregate: { name: "rack" } } }),
      () => compute.createOrUpdateAggregateMetadata({ path, body: { metadata: { ssd: "yes" } } }),
      () => compute.addHost({ path, body: { host: "restanza-host" } }),
      () => compute.getAvailabilityZoneInformation(),
      () => compute.getDetailedAvailabilityZoneInformation(),
      () => compute.removeHost({ path, body: { host: "restanza-host" } }),
    );
    await report.refused("compute: an aggregate that is there", 409, () =>
      compute.createAggregate({ body: { aggregate: { name: "rack" } } }),
    );
    await compute.deleteAggregate({ path }).orThrow();
  });
}

async function hosts(report: Report, { session }: User): Promise<void> {
  const compute = createCompute({ session, microversion: "2.90" });
  const older = createCompute({ session, microversion: "2.52" });
  await report.check("compute: hypervisors and services", async () => {
    const { hypervisors } = await compute.listHypervisors().orThrow();
    const path = { hypervisor_id: hypervisors[0]?.id ?? "" };
    const { services } = await compute.listComputeServices().orThrow();
    const service = services.find(({ binary }) => binary === "nova-compute");
    const service_id = service?.id ?? "";
    const pattern = { hypervisor_hostname_pattern: "restanza" };
    await report.calls(
      "compute: a hypervisor",
      () => compute.listHypervisorsDetails(),
      () => compute.showHypervisorDetails({ path }),
      () => createCompute({ session, microversion: "2.87" }).showHypervisorStatistics(),
      () => older.searchHypervisor({ path: pattern }),
      () => older.listHypervisorServers({ path: pattern }),
      () => compute.updateComputeService({ path: { service_id }, body: { status: "disabled" } }),
      () => compute.updateComputeService({ path: { service_id }, body: { status: "enabled" } }),
      () =>
        older.disableSchedulingForComputeService({
          body: { host: "restanza-host", binary: "nova-compute" },
        }),
      () =>
        older.enableSchedulingForComputeService({
          body: { host: "restanza-host", binary: "nova-compute" },
        }),
    );
  });
}
