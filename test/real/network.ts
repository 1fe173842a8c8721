/**
 * Neutron: networks, subnets, ports, routers, security groups, quotas.
 *
 * @module
 */
import assert from "node:assert/strict";
import { find } from "openstack/network/find";
import { createNetworkClient, isFault } from "openstack/network/network";
import {
  createNetwork,
  deleteNetwork,
  listNetworks,
  showNetworkDetails,
  updateNetwork,
} from "openstack/network/networks";
import { createPort, deletePort, listPorts } from "openstack/network/ports";
import {
  listQuotasForProject,
  resetQuotaForProject,
  updateQuotaForProject,
} from "openstack/network/quotas";
import {
  addInterfaceToRouter,
  createRouter,
  deleteRouter,
  removeInterfaceFromRouter,
} from "openstack/network/routers";
import { createSecurityGroupRule } from "openstack/network/security-group-rules";
import {
  createSecurityGroup,
  deleteSecurityGroup,
  showSecurityGroup,
} from "openstack/network/security-groups";
import { createSubnet, deleteSubnet } from "openstack/network/subnets";
import type { User } from "./cloud.js";
import { rejection, type Report } from "./report.js";

export async function network(report: Report, admin: User): Promise<void> {
  const client = createNetworkClient({ session: admin.session });
  const made = await report.check("networks: created", async () => {
    const ids: string[] = [];
    for (const name of ["blue", "green", "red"]) {
      const { network: one } = await createNetwork(client, {
        body: { network: { name } },
      }).orThrow();
      assert.equal(one.status, "ACTIVE");
      ids.push(one.id);
    }
    return ids;
  });
  const [network_id] = made ?? [];
  if (made === undefined || network_id === undefined) return;
  // The API reference has no parameters for pages of networks.
  await report.check("networks: the sorted list", async () => {
    const { networks } = await listNetworks(client, {
      query: { sort_key: "name", sort_dir: "desc" },
    }).orThrow();
    assert.deepEqual(
      networks.map(({ name }) => name),
      ["red", "green", "blue"],
    );
  });
  await report.check("networks: one is found by its name", async () => {
    assert.equal((await find(listNetworks, client, "blue"))?.id, network_id);
  });
  await report.check("networks: a list of two fields", async () => {
    const { networks } = await listNetworks(client, {
      query: { fields: ["id", "name"], name: "blue" },
    }).orThrow();
    assert.deepEqual(networks, [{ id: network_id, name: "blue" }]);
  });
  await report.check("networks: changed", async () => {
    const path = { network_id };
    await updateNetwork(client, { path, body: { network: { description: "sea" } } }).orThrow();
    const { network: shown } = await showNetworkDetails(client, { path }).orThrow();
    assert.equal(shown.description, "sea");
    assert.deepEqual(shown.subnets, []);
  });
  const subnet = await report.check("networks: a subnet, and a port in it", async () => {
    const { subnet: one } = await createSubnet(client, {
      body: { subnet: { network_id, ip_version: 4, cidr: "10.7.0.0/24" } },
    }).orThrow();
    assert.equal(one.gateway_ip, "10.7.0.1");
    const { port } = await createPort(client, {
      body: { port: { network_id, fixed_ips: [{ subnet_id: one.id, ip_address: "10.7.0.9" }] } },
    }).orThrow();
    assert.equal(port.fixed_ips[0]?.ip_address, "10.7.0.9");
    const { ports } = await listPorts(client, { query: { network_id } }).orThrow();
    assert.deepEqual(
      ports.map(({ id }) => id),
      [port.id],
    );
    return { id: one.id, port: port.id };
  });
  await report.check("networks: a typed 409 for a network in use", async () => {
    const error = await rejection(deleteNetwork(client, { path: { network_id } }).orThrow());
    assert.ok(isFault(error, 409), String(error));
    assert.match(error.body.NeutronError.message, /in use/i);
  });
  if (subnet !== undefined)
    await report.check("networks: a router, with an interface", async () => {
      const { router } = await createRouter(client, {
        body: { router: { name: "gate" } },
      }).orThrow();
      const path = { router_id: router.id };
      const body = { subnet_id: subnet.id };
      const added = await addInterfaceToRouter(client, { path, body }).orThrow();
      assert.equal(added.subnet_id, subnet.id);
      await removeInterfaceFromRouter(client, { path, body }).orThrow();
      await deleteRouter(client, { path }).orThrow();
    });
  await report.check("networks: a security group with a rule", async () => {
    const { security_group: group } = await createSecurityGroup(client, {
      body: { security_group: { name: "web" } },
    }).orThrow();
    await createSecurityGroupRule(client, {
      body: {
        security_group_rule: {
          security_group_id: group.id,
          direction: "ingress",
          ethertype: "IPv4",
          protocol: "tcp",
          port_range_min: 80,
          port_range_max: 80,
        },
      },
    }).orThrow();
    const path = { security_group_id: group.id };
    const { security_group: shown } = await showSecurityGroup(client, { path }).orThrow();
    assert.ok(shown.security_group_rules.some(({ port_range_min }) => port_range_min === 80));
    await deleteSecurityGroup(client, { path }).orThrow();
  });
  await report.check("networks: quotas are shown, changed and reset", async () => {
    const path = { project_id: admin.projectId };
    await updateQuotaForProject(client, { path, body: { quota: { network: 17 } } }).orThrow();
    const { quota } = await listQuotasForProject(client, { path }).orThrow();
    assert.equal(quota.network, 17);
    await resetQuotaForProject(client, { path }).orThrow();
  });
  await report.check("networks: all is deleted: a typed 404", async () => {
    if (subnet !== undefined) {
      await deletePort(client, { path: { port_id: subnet.port } }).orThrow();
      await deleteSubnet(client, { path: { subnet_id: subnet.id } }).orThrow();
    }
    for (const id of made) await deleteNetwork(client, { path: { network_id: id } }).orThrow();
    const result = await showNetworkDetails(client, { path: { network_id } });
    assert.equal(result.status, 404);
    if (result.status === 404 && "NeutronError" in result.body)
      assert.equal(result.body.NeutronError.type, "NetworkNotFound");
    assert.ok(!result.ok);
    assert.match(result.message, /could not be found/);
  });
}
