/**
 * Keystone: who has which role where, in every way that a role can be given.
 *
 * @module
 */
import type { IdentityApi as Identity } from "openstack/identity";
import type { Report } from "../report.js";

/** The roles of a user and of a group on a domain, on a project and on the system. */
export async function grants(
  report: Report,
  identity: Identity,
  ids: Readonly<Record<"domain_id" | "project_id" | "user_id" | "group_id" | "role_id", string>>,
): Promise<void> {
  const path = ids;
  await report.calls(
    "identity: a user's role on a domain",
    () => identity.assignRoleToUserOnDomain({ path }),
    () => identity.checkWhetherUserHasRoleAssignmentOnDomain({ path }),
    () => identity.listRoleAssignmentsForUserOnDomain({ path }),
    () => identity.listRoleAssignments(),
    () => identity.unassignsRoleFromUserOnDomain({ path }),
  );
  await report.calls(
    "identity: a group's role on a domain",
    () => identity.assignRoleToGroupOnDomain({ path }),
    () => identity.checkWhetherGroupHasRoleAssignmentOnDomain({ path }),
    () => identity.listRoleAssignmentsForGroupOnDomain({ path }),
    () => identity.unassignRoleFromGroupOnDomain({ path }),
  );
  await report.calls(
    "identity: a user's role on a project",
    () => identity.assignRoleToUserOnProject({ path }),
    () => identity.checkWhetherUserHasRoleAssignmentOnProject({ path }),
    () => identity.listRoleAssignmentsForUserOnProject({ path }),
    () => identity.unassignRoleFromUserOnProject({ path }),
  );
  await report.calls(
    "identity: a group's role on a project",
    () => identity.assignRoleToGroupOnProject({ path }),
    () => identity.checkWhetherGroupHasRoleAssignmentOnProject({ path }),
    () => identity.listRoleAssignmentsForGroupOnProject({ path }),
    () => identity.unassignRoleFromGroupOnProject({ path }),
  );
  await report.calls(
    "identity: a user's role on the system",
    () => identity.assignSystemRoleToUser({ path }),
    () => identity.checkUserForSystemRoleAssignment({ path }),
    () => identity.getSystemRoleAssignmentForUser({ path }),
    () => identity.listSystemRoleAssignmentsForUser({ path }),
    () => identity.deleteSystemRoleAssignmentFromUser({ path }),
  );
  await report.calls(
    "identity: a group's role on the system",
    () => identity.assignSystemRoleToGroup({ path }),
    () => identity.checkGroupForSystemRoleAssignment({ path }),
    () => identity.getSystemRoleAssignmentForGroup({ path }),
    () => identity.listSystemRoleAssignmentsForGroup({ path }),
    () => identity.deleteSystemRoleAssignmentFromGroup({ path }),
  );
  await report.calls(
    "identity: roles that projects inherit",
    () => identity.assignRoleToUserOnProjectsOwnedByDomain({ path }),
    () => identity.checkIfUserHasInheritedProjectRoleOnDomain({ path }),
    () => identity.listUserInheritedProjectRolesOnDomain({ path }),
    () => identity.revokeInheritedProjectRoleFromUserOnDomain({ path }),
    () => identity.assignRoleToGroupOnProjectsOwnedByDomain({ path }),
    () => identity.checkIfGroupHasInheritedProjectRoleOnDomain({ path }),
    () => identity.listGroupInheritedProjectRolesOnDomain({ path }),
    () => identity.revokeInheritedProjectRoleFromGroupOnDomain({ path }),
    () => identity.assignRoleToUserOnProjectsInSubtree({ path }),
    () => identity.checkIfUserHasInheritedProjectRoleOnProject({ path }),
    () => identity.revokeInheritedProjectRoleFromUserOnProject({ path }),
    () => identity.assignRoleToGroupOnProjectsInSubtree({ path }),
    () => identity.checkIfGroupHasInheritedProjectRoleOnProject({ path }),
    () => identity.revokeInheritedProjectRoleFromGroupOnProject({ path }),
  );
}
