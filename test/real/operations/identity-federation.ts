/**
 * Keystone: identity providers, mappings and protocols; consumers of OAuth.
 *
 * @module
 */
import type { IdentityApi as Identity } from "openstack/identity";
import type { Report } from "../report.js";

export async function federation(report: Report, identity: Identity): Promise<void> {
  const path = { id: "fram", idp_id: "fram", protocol_id: "saml2" };
  const identity_provider = { domain_id: "default", enabled: false, remote_ids: ["fram"] };
  const mapping = { id: "crew" };
  const rules = [{ local: [{ user: { name: "{0}" } }], remote: [{ type: "UserName" }] }];
  await report.calls(
    "identity: federation",
    () => identity.registerIdentityProvider({ path, body: { identity_provider } }),
    () => identity.listIdentityProviders(),
    () => identity.getIdentityProvider({ path }),
    () => identity.updateIdentityProvider({ path, body: { identity_provider: { enabled: true } } }),
    () => identity.createMapping({ path: mapping, body: { mapping: { rules } } }),
    () => identity.listMappings(),
    () => identity.getMapping({ path: mapping }),
    () => identity.updateMapping({ path: mapping, body: { mapping: { rules } } }),
    () =>
      identity.addProtocolToIdentityProvider({ path, body: { protocol: { mapping_id: "crew" } } }),
    () => identity.getProtocolForIdentityProvider({ path }),
    () => identity.listProtocolsOfIdentityProvider({ path }),
    () =>
      identity.updateAttributeMappingForIdentityProvider({
        path,
        body: { protocol: { mapping_id: "crew" } },
      }),
    () => identity.deleteProtocolFromIdentityProvider({ path }),
    () => identity.deleteMapping({ path: mapping }),
    () => identity.deleteIdentityProvider({ path }),
  );
  await report.check("identity: consumers of OAuth", async () => {
    const { consumer } = await identity
      .createConsumer({ body: { consumer: { description: "ship" } } })
      .orThrow();
    const own = { consumer_id: consumer?.id ?? "" };
    await report.calls(
      "identity: a consumer",
      () => identity.listConsumers(),
      () => identity.showConsumerDetails({ path: own }),
      () => identity.updateConsumer({ path: own, body: { consumer: { description: "sled" } } }),
      () => identity.deleteConsumer({ path: own }),
    );
  });
}
