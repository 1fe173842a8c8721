/**
 * Keystone: domains, groups, users, roles, tags, credentials, trusts, limits, and what is refused.
 *
 * @module
 */
import { createIdentity } from "openstack/identity";
import type { User } from "../cloud.js";
import type { Report } from "../report.js";
import { catalog } from "./identity-catalog.js";
import { federation } from "./identity-federation.js";
import { grants } from "./identity-grants.js";

export async function identityOperations(report: Report, admin: User): Promise<void> {
  const identity = createIdentity({ session: admin.session });
  const made = await report.check("identity: a domain with all that is in one", async () => {
    const { domain } = await identity
      .createDomain({ body: { domain: { name: "north", enabled: true } } })
      .orThrow();
    const domain_id = domain.id;
    const { project } = await identity
      .createProject({ body: { project: { name: "pole", domain_id } } })
      .orThrow();
    const { user } = await identity
      .createUser({ body: { user: { name: "amundsen", password: "ice", domain_id } } })
      .orThrow();
    const { group } = await identity
      .createGroup({ body: { group: { name: "crew", domain_id, description: "" } } })
      .orThrow();
    const { role } = await identity.createRole({ body: { role: { name: "captain" } } }).orThrow();
    return {
      domain_id,
      project_id: project.id,
      user_id: user.id,
      group_id: group.id,
      role_id: role.id,
    };
  });
  if (made === undefined) return;
  const path = made;
  await report.calls(
    "identity: domains, projects and their tags",
    () => identity.listDomains(),
    () => identity.showDomainDetails({ path }),
    () => identity.updateDomain({ path, body: { domain: { description: "cold" } } }),
    () => identity.listProjects({ query: { domain_id: made.domain_id } }),
    () => identity.showProjectDetails({ path }),
    () => identity.updateProject({ path, body: { project: { description: "far" } } }),
    () => identity.modifyTagListForProject({ path, body: { tags: ["ice", "snow"] } }),
    () => identity.listTagsForProject({ path }),
    () => identity.addSingleTagToProject({ path: { ...path, tag: "wind" } }),
    () => identity.checkIfProjectContainsTag({ path: { ...path, tag: "wind" } }),
    () => identity.deleteSingleTagFromProject({ path: { ...path, tag: "wind" } }),
    () => identity.removeAllTagsFromProject({ path }),
  );
  await report.calls(
    "identity: users and groups",
    () => identity.listUsers({ query: { domain_id: made.domain_id } }),
    () => identity.showUserDetails({ path }),
    () => identity.updateUser({ path, body: { user: { name: "roald" } } }),
    () => identity.listGroups(),
    () => identity.showGroupDetails({ path }),
    () => identity.updateGroup({ path, body: { group: { description: "of the Fram" } } }),
    () => identity.addUserToGroup({ path }),
    () => identity.checkWhetherUserBelongsToGroup({ path }),
    () => identity.listUsersInGroup({ path }),
    () => identity.listGroupsToWhichUserBelongs({ path }),
    () => identity.removeUserFromGroup({ path }),
    () => identity.listProjectsForUser({ path }),
    () =>
      identity.changePasswordForUser({
        path,
        body: { user: { original_password: "ice", password: "snow" } },
      }),
  );
  await grants(report, identity, made);
  await roles(report, admin, made.role_id);
  await credentials(report, admin, made);
  await limits(report, admin);
  await catalog(report, identity, made.project_id);
  await federation(report, identity);
  await refusals(report, admin, made);
  await report.calls(
    "identity: deleted",
    () => identity.deleteGroup({ path }),
    () => identity.deleteUser({ path }),
    () => identity.deleteProject({ path }),
    () => identity.deleteRole({ path }),
    () => identity.updateDomain({ path, body: { domain: { enabled: false } } }),
    () => identity.deleteDomain({ path }),
  );
}

async function roles(report: Report, admin: User, role_id: string): Promise<void> {
  const identity = createIdentity({ session: admin.session });
  const other = await report.check("identity: another role", async () => {
    const { role } = await identity.createRole({ body: { role: { name: "mate" } } }).orThrow();
    return role.id;
  });
  if (other === undefined) return;
  const path = { prior_role_id: role_id, implies_role_id: other };
  await report.calls(
    "identity: roles that imply others",
    () => identity.listRoles(),
    () => identity.showRoleDetails({ path: { role_id } }),
    () => identity.updateRole({ path: { role_id }, body: { role: { description: "leads" } } }),
    () => identity.createRoleInferenceRule({ path }),
    () => identity.getRoleInferenceRule({ path }),
    () => identity.confirmRoleInferenceRule({ path }),
    () => identity.listImpliedInferenceRolesForRole({ path }),
    () => identity.listAllRoleInferenceRules(),
    () => identity.deleteRoleInferenceRule({ path }),
    () => identity.deleteRole({ path: { role_id: other } }),
  );
}

async function credentials(
  report: Report,
  admin: User,
  { user_id, project_id }: Readonly<Record<"user_id" | "project_id", string>>,
): Promise<void> {
  const identity = createIdentity({ session: admin.session });
  await report.check("identity: credentials", async () => {
    const { credential } = await identity
      .createCredential({ body: { credential: { user_id, project_id, type: "cert", blob: "x" } } })
      .orThrow();
    const path = { credential_id: credential.id };
    await report.calls(
      "identity: a credential",
      () => identity.listCredentials(),
      () => identity.showCredentialDetails({ path }),
      () =>
        identity.updateCredential({
          path,
          body: { credential: { blob: "y" } },
        }),
      () => identity.deleteCredential({ path }),
    );
  });
  await report.check("identity: application credentials", async () => {
    const own = { user_id: admin.userId };
    const access = { service: "compute", method: "GET", path: "/v2.1/servers" };
    const made = await identity
      .createApplicationCredential({
        path: own,
        body: { application_credential: { name: "reader", access_rules: [access] } },
      })
      .orThrow();
    const path = { ...own, application_credential_id: made.application_credential.id };
    const { access_rules } = await identity.listAccessRules({ path: own }).orThrow();
    const rule = { ...own, access_rule_id: access_rules[0]?.id ?? "" };
    await report.calls(
      "identity: an application credential",
      () => identity.listApplicationCredentials({ path: own }),
      () => identity.showApplicationCredentialDetails({ path }),
      () => identity.showAccessRuleDetails({ path: rule }),
      () => identity.deleteApplicationCredential({ path }),
      () => identity.deleteAccessRule({ path: rule }),
    );
  });
  await report.check("identity: trusts", async () => {
    const { role_assignments = [] } = await identity
      .listRoleAssignments({ query: { "user.id": admin.userId } })
      .orThrow();
    const role_id =
      role_assignments.find(({ scope }) => scope && "project" in scope)?.role?.id ?? "";
    const { trust } = await identity
      .createTrust({
        body: {
          trust: {
            trustor_user_id: admin.userId,
            trustee_user_id: user_id,
            project_id: admin.projectId,
            impersonation: false,
            roles: [{ name: "admin" }],
          },
        },
      })
      .orThrow();
    const path = { trust_id: trust.id, role_id };
    await report.calls(
      "identity: a trust",
      () => identity.listTrusts(),
      () => identity.getTrust({ path }),
      () => identity.listRolesDelegatedByTrust({ path }),
      () => identity.getRoleDelegatedByTrust({ path }),
      () => identity.checkIfRoleIsDelegatedByTrust({ path }),
      () => identity.deleteTrust({ path }),
    );
  });
}

async function limits(report: Report, admin: User): Promise<void> {
  const identity = createIdentity({ session: admin.session });
  await report.check("identity: limits", async () => {
    const { services } = await identity.listServices().orThrow();
    const service_id = services.find(({ type }) => type === "compute")?.id ?? "";
    const resource_name = "snowmobiles";
    const { registered_limits } = await identity
      .createRegisteredLimits({
        body: { registered_limits: [{ service_id, resource_name, default_limit: 3 }] },
      })
      .orThrow();
    const registered = { registered_limit_id: registered_limits[0]?.id ?? "" };
    const made = await identity
      .createLimits({
        body: {
          limits: [{ service_id, resource_name, resource_limit: 2, project_id: admin.projectId }],
        },
      })
      .orThrow();
    const path = { limit_id: made.limits[0]?.id ?? "" };
    await report.calls(
      "identity: a limit",
      () => identity.getEnforcementModel(),
      () => identity.listRegisteredLimits(),
      () => identity.showRegisteredLimitDetails({ path: registered }),
      () => identity.listLimits(),
      () => identity.showLimitDetails({ path }),
      () => identity.updateLimit({ path, body: { limit: { resource_limit: 1 } } }),
      () => identity.deleteLimit({ path }),
      () =>
        identity.updateRegisteredLimit({
          path: registered,
          body: { registered_limit: { default_limit: 4 } },
        }),
      () => identity.deleteRegisteredLimit({ path: registered }),
    );
  });
}

async function refusals(
  report: Report,
  admin: User,
  made: Readonly<Record<"domain_id" | "project_id" | "user_id", string>>,
): Promise<void> {
  const identity = createIdentity({ session: admin.session });
  const none = "0".repeat(32);
  const user = { user_id: none };
  await report.refused(
    "identity: what is not there",
    404,
    () => identity.showDomainDetails({ path: { domain_id: none } }),
    () => identity.showProjectDetails({ path: { project_id: none } }),
    () => identity.deleteProject({ path: { project_id: none } }),
    () => identity.showUserDetails({ path: user }),
    () => identity.deleteUser({ path: user }),
    () => identity.updateUser({ path: user, body: { user: { enabled: true } } }),
    () => identity.listGroupsToWhichUserBelongs({ path: user }),
    () => identity.showGroupDetails({ path: { group_id: none } }),
    () => identity.deleteGroup({ path: { group_id: none } }),
    () => identity.showRoleDetails({ path: { role_id: none } }),
    () => identity.deleteRole({ path: { role_id: none } }),
    () => identity.showCredentialDetails({ path: { credential_id: none } }),
    () => identity.showServiceDetails({ path: { service_id: none } }),
    () => identity.showEndpointDetails({ path: { endpoint_id: none } }),
    () => identity.showRegionDetails({ path: { region_id: none } }),
    () => identity.showPolicyDetails({ path: { policy_id: none } }),
    () => identity.getTrust({ path: { trust_id: none } }),
    () => identity.showRegisteredLimitDetails({ path: { registered_limit_id: none } }),
    () => identity.showLimitDetails({ path: { limit_id: none } }),
    () =>
      identity.showApplicationCredentialDetails({
        path: { user_id: admin.userId, application_credential_id: none },
      }),
  );
  await report.refused(
    "identity: what is there already",
    409,
    () => identity.createDomain({ body: { domain: { name: "north" } } }),
    () =>
      identity.createProject({ body: { project: { name: "pole", domain_id: made.domain_id } } }),
    () => identity.createUser({ body: { user: { name: "roald", domain_id: made.domain_id } } }),
    () => identity.createGroup({ body: { group: { name: "crew", domain_id: made.domain_id } } }),
    () => identity.createRole({ body: { role: { name: "captain" } } }),
  );
  await report.refused(
    "identity: what makes no sense",
    400,
    () => identity.createProject({ body: { project: { name: "" } } }),
    () => identity.createUser({ body: { user: { name: "" } } }),
    () => identity.createRole({ body: { role: { name: "" } } }),
    () => identity.createDomain({ body: { domain: { name: "" } } }),
  );
  await report.refused("identity: a domain that is enabled", 403, () =>
    identity.deleteDomain({ path: made }),
  );
}
