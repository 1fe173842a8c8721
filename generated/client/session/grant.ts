// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What the parts of a session give each other: the configuration of a cloud, what authentication
 * grants, and the catalog in it. Types alone.
 *
 * @module
 */
import type { Fetch } from "../runtime.js";

/**
 * A cloud as an entry of `clouds.yaml` describes it, once everything is resolved; its members have
 * the names that they have there (openstacksdk's "Configuring OpenStack SDK Applications").
 */
export interface CloudConfig extends ServiceConfig {
  /** The plugin that authenticates, by its name in keystoneauth: `password`, `v3token`. */
  readonly auth_type: string;
  /** What the plugin reads: `auth_url`, `username`, `project_name`. */
  readonly auth: AuthValues;
}

/** Of a cloud where its services are, and how they are asked. */
export interface ServiceConfig {
  /** The region whose endpoints are used; the first of the catalog if left out. */
  readonly region_name?: string | undefined;
  /** Which endpoint of a service; of several the first that it has. `public` if left out. */
  readonly interface?: Interface | readonly Interface[] | undefined;
  /** Of one service, by its type or an alias: `compute_endpoint_override`, `volumev3_interface`. */
  readonly [setting: `${string}_${ServiceSetting}`]: string | undefined;
}

export type ServiceSetting =
  /** Where it answers, whatever the catalog says; `endpoint` is the older name. */
  | "endpoint_override"
  | "endpoint"
  /** Its microversion unless a client asks for another. */
  | "default_microversion"
  /** Its major version, where its endpoint has several. */
  | "api_version"
  /** What the catalog knows it by, where that is not its type. */
  | "service_type"
  | "service_name"
  | "region_name"
  | "interface";

/** Values that are not secrets may be numbers and truths where people wrote no quotes. */
export type AuthValues = Readonly<Record<string, unknown>>;

/** Catalogs have `public`, `internal` and `admin`; older files write `publicURL`. */
export type Interface = "public" | "internal" | "admin" | (string & {});

/** What authentication came to: a credential, its end, and where services are. */
export interface Grant {
  /** The credential as headers of every request to a service: `x-auth-token`. Lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** When it ends, in milliseconds since 1970; undefined: nobody said. */
  readonly expiresAt?: number | undefined;
  /** Empty for a token without scope, and for what asks no Keystone. */
  readonly catalog: readonly CatalogService[];
  /** Where every service answers, for what asks no Keystone. */
  readonly endpoint?: string | undefined;
  /** The project it is scoped to, if it is to one. */
  readonly projectId?: string | undefined;
  readonly userId?: string | undefined;
}

/** Gets a grant, anew each time: who calls it keeps what it gave, and knows when to ask again. */
export type Authenticate = (send: Fetch, signal?: AbortSignal | undefined) => Promise<Grant>;

/** A service as its own client knows it. */
export interface WantedService {
  /** Its official type (OpenStack's service-types authority). */
  readonly type: string;
  /** Types that it went by before, the newest first. */
  readonly aliases?: readonly string[] | undefined;
  /** Its paths begin with a version, as documented: `/v3/volumes`. Else its endpoint has to. */
  readonly versionInPaths?: boolean | undefined;
  /** The newest microversion of its documentation, where it takes `latest` for one. */
  readonly newest?: string | undefined;
}

/** A service of the catalog of a token (Identity API v3, "Authentication and token management"). */
export interface CatalogService {
  readonly type: string;
  readonly name?: string | undefined;
  readonly endpoints: readonly CatalogEndpoint[];
}

export interface CatalogEndpoint {
  readonly interface: Interface;
  readonly url: string;
  readonly region_id?: string | null | undefined;
  readonly region?: string | null | undefined;
}
