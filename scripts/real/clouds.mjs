// The clouds of test:real's new user, in the folder where the program runs.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes `clouds.yaml`; `endpoints` are those of the services. */
export function writeClouds(folder, { KEYSTONE, REAL_PASSWORD }) {
  const galileo = `
      username: galileo
      user_domain_name: Default`;
  const observatory = `${galileo}
      project_name: observatory
      project_domain_name: Default`;
  const admin = `
    auth:
      auth_url: ${KEYSTONE}
      username: admin
      password: ${REAL_PASSWORD}
      project_name: admin
      user_domain_name: Default
      project_domain_name: Default
    region_name: RegionOne
`;
  const text = `clouds:
  devstack:${admin}  admin:${admin}  observatory:
    auth:
      auth_url: ${KEYSTONE}
      password: and yet${observatory}
  mistaken:
    auth:
      auth_url: ${KEYSTONE}
      password: wrong${observatory}
  telescope:
    auth_type: v3applicationcredential
    auth:
      auth_url: ${KEYSTONE}
      application_credential_name: telescope
      application_credential_secret: it moves${galileo}
`;
  writeFileSync(join(folder, "clouds.yaml"), text);
}
