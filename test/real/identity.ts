/**
 * Keystone: projects, users, roles, application credentials, the catalog, faults, a revoked token.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  createApplicationCredential,
  deleteApplicationCredential,
} from "openstack/identity/application-credentials";
import {
  checkToken,
  getAvailableProjectScopes,
  revokeToken,
  validateAndShowInformationForToken,
} from "openstack/identity/authenticate-v3";
import { find } from "openstack/identity/find";
import { createIdentityClient, isFault } from "openstack/identity/identity";
import {
  createProject,
  deleteProject,
  listProjects,
  showProjectDetails,
  updateProject,
} from "openstack/identity/projects";
import {
  assignRoleToUserOnProject,
  createRole,
  deleteRole,
  listRoleAssignmentsForUserOnProject,
  listRoles,
} from "openstack/identity/roles";
import {
  createEndpoint,
  createService,
  listEndpoints,
  listServices,
  updateEndpoint,
} from "openstack/identity/service-catalog";
import { createUser, deleteUser, listUsers } from "openstack/identity/users";
import { connect, connectIn } from "openstack/node";
import { logIn, tokenOf, type User } from "./cloud.js";
import { rejection, type Report } from "./report.js";

/** Puts a service into the catalog, or moves it to where it answers. */
export async function register({ identity }: User, type: string, url: string): Promise<void> {
  const { services } = await listServices(identity).orThrow();
  const known = services.find((service) => service.type === type);
  if (known === undefined) {
    const { service } = await createService(identity, {
      body: { service: { type, name: type, enabled: true } },
    }).orThrow();
    await createEndpoint(identity, {
      body: {
        endpoint: {
          service_id: service.id,
          interface: "public",
          url,
          region_id: "RegionOne",
          enabled: true,
        },
      },
    }).orThrow();
    return;
  }
  const { endpoints } = await listEndpoints(identity, {
    query: { service_id: known.id, interface: "public" },
  }).orThrow();
  for (const { id } of endpoints)
    await updateEndpoint(identity, {
      path: { endpoint_id: id },
      body: { endpoint: { url } },
    }).orThrow();
}

export async function identity(report: Report, admin: User): Promise<void> {
  const { identity: client } = admin;
  const role = await report.check("identity: a role is created", async () => {
    const made = await createRole(client, { body: { role: { name: "operator" } } }).orThrow();
    assert.equal(made.role.name, "operator");
    assert.equal((await find(listRoles, client, "operator"))?.id, made.role.id);
    return made.role;
  });
  const project = await report.check(
    "identity: a project is created, shown and changed",
    async () => {
      const made = await createProject(client, {
        body: { project: { name: "observatory", description: "stars" } },
      }).orThrow();
      const path = { project_id: made.project.id };
      await updateProject(client, {
        path,
        body: { project: { description: "planets" } },
      }).orThrow();
      const shown = await showProjectDetails(client, { path }).orThrow();
      assert.equal(shown.project.description, "planets");
      assert.equal(shown.project.enabled, true);
      const found = await find(listProjects, client, "observatory");
      assert.equal(found?.id, made.project.id);
      assert.deepEqual(await find(listProjects, client, made.project.id), found);
      return made.project;
    },
  );
  const user = await report.check("identity: a user is created", async () => {
    const made = await createUser(client, {
      body: {
        user: { name: "galileo", password: "and yet", enabled: true, email: "g@example.org" },
      },
    }).orThrow();
    assert.equal(made.user.name, "galileo");
    const found = await find(listUsers, client, "galileo", { query: { name: "galileo" } });
    assert.equal(found?.id, made.user.id);
    assert.equal(await find(listUsers, client, "kepler"), undefined);
    return made.user;
  });
  if (role === undefined || project === undefined || user === undefined) return;

  await report.check("identity: the user gets the role on the project", async () => {
    const path = { project_id: project.id, user_id: user.id };
    const given = await assignRoleToUserOnProject(client, { path: { ...path, role_id: role.id } });
    assert.equal(given.status, 204);
    const { roles } = await listRoleAssignmentsForUserOnProject(client, { path }).orThrow();
    assert.deepEqual(
      roles?.map(({ name }) => name),
      ["operator"],
    );
  });
  const own = await report.check("identity: the user logs in by name", () => logIn("observatory"));
  if (own !== undefined) {
    await report.check("identity: the user's projects", async () => {
      const { projects } = await getAvailableProjectScopes(own.identity).orThrow();
      assert.deepEqual(
        projects.map(({ name }) => name),
        ["observatory"],
      );
    });
    await report.check("identity: log in by application credential", async () => {
      const made = await createApplicationCredential(own.identity, {
        path: { user_id: own.userId },
        body: { application_credential: { name: "telescope", secret: "it moves" } },
      }).orThrow();
      const { id, secret } = made.application_credential;
      const byName = await logIn("telescope");
      assert.equal(byName.projectId, project.id);
      const byId = await connectIn(
        {
          env: {
            OS_AUTH_TYPE: "v3applicationcredential",
            OS_AUTH_URL: String(byName.session.config.auth["auth_url"]),
            OS_APPLICATION_CREDENTIAL_ID: id,
            OS_APPLICATION_CREDENTIAL_SECRET: secret,
          },
          cwd: "/",
          platform: process.platform,
        },
        {},
      );
      assert.equal((await byId.grant()).projectId, project.id);
      const path = { user_id: own.userId, application_credential_id: id };
      await deleteApplicationCredential(own.identity, { path }).orThrow();
    });
    await report.check("identity: a revoked token is told from others", async () => {
      const token = await tokenOf(own);
      const headers = { "X-Subject-Token": token };
      const shown = await validateAndShowInformationForToken(client, { headers }).orThrow();
      assert.equal(shown.token.user.name, "galileo");
      assert.equal((await checkToken(client, { headers })).status, 200);
      await revokeToken(client, { headers }).orThrow();
      assert.equal((await checkToken(client, { headers })).status, 404);
      const endpoint = String(own.session.config.auth["auth_url"]);
      const refused = await getAvailableProjectScopes(createIdentityClient({ endpoint, token }));
      assert.ok(!refused.ok);
      assert.equal(refused.status, 401);
      assert.match(refused.message, /authenti/i);
      // The session gets another by itself.
      const { projects } = await getAvailableProjectScopes(own.identity).orThrow();
      assert.equal(projects.length, 1);
      assert.notEqual(await tokenOf(own), token);
    });
  }
  await report.check("identity: a typed 404", async () => {
    const error = await rejection(
      showProjectDetails(client, { path: { project_id: "nowhere" } }).orThrow(),
    );
    assert.ok(isFault(error, 404), String(error));
    assert.match(error.body.error.message, /nowhere/);
    assert.match(error.message, /nowhere/);
  });
  await report.check("identity: a typed 409", async () => {
    const result = await createProject(client, { body: { project: { name: "observatory" } } });
    assert.equal(result.status, 409);
    assert.ok(!result.ok);
    if (result.status === 409) assert.match(result.body.error.message, /same name/);
    assert.match(result.message, /same name/);
  });
  await report.check("identity: a wrong password is a 401", async () => {
    const error = await rejection(logIn("mistaken"));
    assert.match(String(error), /requires authentication/);
  });
  await report.check("identity: a cloud that is in no file", async () => {
    assert.match(String(await rejection(connect({ cloud: "andromeda" }))), /andromeda/);
  });
  await report.check("identity: user, project and role are deleted", async () => {
    await deleteUser(client, { path: { user_id: user.id } }).orThrow();
    await deleteProject(client, { path: { project_id: project.id } }).orThrow();
    await deleteRole(client, { path: { role_id: role.id } }).orThrow();
  });
}
