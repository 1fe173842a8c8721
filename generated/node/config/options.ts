// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What each plugin reads, by the names of its options in keystoneauth (`loading/_plugins`): of a
 * configuration it is they that go into `auth`, from wherever they stand.
 *
 * @module
 */

export interface Option {
  readonly name: string;
  /** Names that it went by before. */
  readonly deprecated?: readonly string[];
  /** What it is called in `auth`, where that is another name. */
  readonly dest?: string;
  readonly required?: true;
}

const named = (...names: readonly string[]): readonly Option[] => names.map((name) => ({ name }));
const needed = (name: string): Option => ({ name, required: true });

const username: Option = { name: "username", deprecated: ["user_name"] };
const user = [...named("user_id"), username, ...named("user_domain_id", "user_domain_name")];
const scope = named("system_scope", "domain_id", "domain_name");
const projectDomain = named("project_domain_id", "project_domain_name", "trust_id");

/** Of `password` and `token`, which keystoneauth has for any version of Keystone. */
const generic: readonly Option[] = [
  needed("auth_url"),
  ...scope,
  { name: "project_id", deprecated: ["tenant_id"] },
  { name: "project_name", deprecated: ["tenant_name"] },
  ...projectDomain,
  ...named("default_domain_id", "default_domain_name"),
];

const v3: readonly Option[] = [
  needed("auth_url"),
  ...scope,
  ...named("project_id", "project_name"),
  ...projectDomain,
];

const federation = [...v3, needed("identity_provider"), needed("protocol")];

const oidc: readonly Option[] = [
  ...federation,
  ...named("client_id", "client_secret"),
  { name: "openid_scope", dest: "scope" },
  ...named("access_token_endpoint", "discovery_endpoint", "access_token_type"),
];

const endpoint = named("endpoint");

export const optionsOfPlugins: ReadonlyMap<string, readonly Option[]> = new Map([
  ["password", [...generic, ...user, ...named("password")]],
  ["v3password", [...v3, ...user, ...named("password")]],
  ["token", [...generic, ...named("token")]],
  ["v3token", [...v3, ...named("token")]],
  [
    "v3applicationcredential",
    [
      ...v3,
      ...user,
      needed("application_credential_secret"),
      ...named("application_credential_id", "application_credential_name"),
    ],
  ],
  ["v3totp", [...v3, ...user, ...named("passcode")]],
  ["v3multifactor", [...v3, needed("auth_methods")]],
  ["v3oidcclientcredentials", oidc],
  ["v3oidcaccesstoken", [...federation, needed("access_token")]],
  [
    "v3oidcdeviceauthz",
    [...oidc, ...named("device_authorization_endpoint", "code_challenge_method")],
  ],
  [
    "v3oauth2clientcredential",
    [...v3, needed("oauth2_endpoint"), needed("oauth2_client_id"), needed("oauth2_client_secret")],
  ],
  ["none", endpoint],
  ["http_basic", [username, ...named("password"), ...endpoint]],
  ["admin_token", [{ name: "endpoint", deprecated: ["url"] }, ...named("token")]],
]);
