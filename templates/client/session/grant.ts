/**
 * What the parts of a session give each other: the configuration of a cloud, what authentication
 * grants, and the catalog in it. Types alone.
 *
 * @module
 */
import type { Send } from "../runtime/runtime.js";

/**
 * A cloud as an entry of `clouds.yaml` describes it, once everything is resolved; its members have
 * the names that they have there (openstacksdk's "Configuring OpenStack SDK Applications").
 */
export interface CloudConfig {
  /** The plugin that authenticates, by its name in keystoneauth: `password`, `v3token`. */
  readonly auth_type: string;
  /** What the plugin reads: `auth_url`, `username`, `project_name`. */
  readonly auth: AuthValues;
  /** The region whose endpoints are used; the first of the catalog where it has none. */
  readonly region_name?: string | undefined;
  /** Which endpoint of a service; of several the first that it has. `public` if left out. */
  readonly interface?: Interface | readonly Interface[] | undefined;
  /** Where a service answers, whatever the catalog says: `compute_endpoint_override`. */
  readonly [endpoint: `${string}_endpoint_override`]: string | undefined;
  /** The microversion of a service unless a client asks for another. */
  readonly [version: `${string}_default_microversion`]: string | undefined;
  /** The type that the catalog knows a service by: `block_storage_service_type: volumev3`. */
  readonly [type: `${string}_service_type`]: string | undefined;
  /** The name that the catalog knows a service by, where two have one type. */
  readonly [name: `${string}_service_name`]: string | undefined;
}

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
export type Authenticate = (send: Send, signal?: AbortSignal | undefined) => Promise<Grant>;

/** A service of the catalog of a token (Identity API v3, "Authentication and token management"). */
export interface CatalogService {
  readonly type: string;
  readonly name?: string | undefined;
  readonly endpoints: readonly CatalogEndpoint[];
}

export interface CatalogEndpoint {
  readonly interface: Interface;
  readonly url: string;
  /** Endpoints of all regions have none. */
  readonly region?: string | undefined;
}
