// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Where a client finds its service: what the catalog says, and, where that is not enough, what the
 * service says of its versions.
 *
 * @module
 */
import { parseUrl } from "../request.js";
import { catalogUrl, settingOf } from "./catalog.js";
import { numberOf, versionsAt, type ApiVersion } from "./discovery.js";
import type { Grant, ServiceConfig, WantedService } from "./grant.js";
import type { Way } from "./tokens.js";

/** An endpoint, and the microversions there, as far as they came to be known. */
export interface ServiceEndpoint extends Pick<ApiVersion, "url" | "minimum" | "maximum"> {
  /** What the URL of the catalog has behind its version, where paths have that themselves: a project. */
  readonly caller?: string | undefined;
}

/**
 * The endpoint of a service for its paths as they are documented. Asks the service only where its
 * paths have no version and neither has its URL, or where clients ask for its `latest`: that is of
 * what both sides know. What is not a document of versions leaves the URL
 * as it is; many services have but one.
 */
export async function endpointFor(
  service: WantedService,
  grant: Grant,
  config: ServiceConfig,
  way: Way,
): Promise<ServiceEndpoint> {
  const said = catalogUrl(service, grant, config);
  const parsed = parseUrl(said);
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol))
    throw new TypeError(`the endpoint of ${service.type} is no URL: ${said}`);
  const { origin, search } = parsed;
  const path = parsed.pathname.replace(/\/+$/, "");
  const [root, version, caller] = divided(path, grant);
  // Whichever version the catalog has, with or without a project behind it.
  if (service.versionInPaths === true) return { url: origin + root + search, caller };
  const url = origin + path + search;
  if (version !== "")
    return { url, ...(await boundsOf(service, origin + root + version, grant, way)) };
  const versions = await versionsAt(url, grant.headers, way);
  const { minimum, maximum, ...found } = chosen(versions ?? [], service, config) ?? { url };
  return { url: found.url.replace(/\/+$/, ""), minimum, maximum };
}

/** The microversions at a URL with a version in it, of a service that takes `latest`; none where it fails to say. */
async function boundsOf(
  { newest }: WantedService,
  url: string,
  grant: Grant,
  way: Way,
): Promise<Partial<ServiceEndpoint>> {
  if (newest === undefined) return {};
  const versioned = url.replace(/(\/v\d+(?:\.\d+)?)\/[^/]+$/, "$1");
  const versions = await versionsAt(versioned, grant.headers, way).catch(() => undefined);
  const { minimum, maximum } = versions?.[0] ?? {};
  return { minimum, maximum };
}

/** A path before its version, and from there: `/v3`, `/v3/{project_id}`, `/v1/AUTH_{project_id}`. */
function divided(
  path: string,
  { projectId = "" }: Grant,
): readonly [root: string, version: string, project?: string] {
  const found = /^(.*?)(\/v\d+(?:\.\d+)?(?:\/([^/]+))?)$/.exec(path);
  const [, root = path, version = "", project] = found ?? [];
  if (project === undefined) return [root, version];
  return project.includes(projectId) ? [root, version, project] : [path, ""];
}

/** The newest, or the newest of the major version that the configuration asks for. */
function chosen(
  versions: readonly ApiVersion[],
  service: WantedService,
  config: ServiceConfig,
): ApiVersion | undefined {
  const asked = settingOf(config, service, "api_version");
  const wanted = numberOf(asked);
  if (wanted === undefined || versions.length === 0) return versions[0];
  const found = versions.find(({ number }) => number[0] === wanted[0]);
  if (found !== undefined) return found;
  const known = versions.map(({ number }) => number.join("."));
  throw new Error(`${service.type} has no version ${asked}; it has ${known.join(", ")}`);
}
