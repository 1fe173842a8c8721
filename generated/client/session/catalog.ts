// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Which endpoint of the catalog a service has, as keystoneauth (`access/service_catalog.py`) and
 * openstacksdk (`config/cloud_region.py`) choose it.
 *
 * @module
 */
import type {
  CatalogEndpoint,
  CatalogService,
  Grant,
  ServiceConfig,
  ServiceSetting,
  WantedService,
} from "./grant.js";
import { textOf } from "./values.js";

/** The URL of a service as it stands in the configuration or in the catalog. */
export function catalogUrl(service: WantedService, grant: Grant, config: ServiceConfig): string {
  const said =
    settingOf(config, service, "endpoint_override") ??
    settingOf(config, service, "endpoint") ??
    grant.endpoint;
  return said === undefined ? endpointIn(grant.catalog, service, config).url : filled(said, grant);
}

/**
 * What the configuration says of a service: `compute_endpoint_override`, by its type and then by
 * its aliases.
 */
export function settingOf(
  config: ServiceConfig,
  service: WantedService,
  name: ServiceSetting,
): string | undefined {
  for (const type of typesOf(service)) {
    const value = textOf(config, `${type.replaceAll("-", "_")}_${name}`);
    if (value !== undefined) return value;
  }
  return undefined;
}

function typesOf({ type, aliases = [] }: WantedService): readonly string[] {
  return [type, ...aliases];
}

/** `%(project_id)s` and `%(user_id)s` in an endpoint stand for those of the token. */
function filled(endpoint: string, { projectId, userId }: Grant): string {
  const values: Readonly<Record<string, string | undefined>> = {
    project_id: projectId,
    user_id: userId,
  };
  return endpoint.replace(/%\((\w+)\)s/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new TypeError(`the token has no ${name} for ${endpoint}`);
    return value;
  });
}

function endpointIn(
  catalog: readonly CatalogService[],
  service: WantedService,
  config: ServiceConfig,
): CatalogEndpoint {
  const type = settingOf(config, service, "service_type");
  const types = [...(type === undefined ? [] : [type]), ...typesOf(service)];
  const name = settingOf(config, service, "service_name");
  const region = settingOf(config, service, "region_name") ?? textOf(config, "region_name");
  const interfaces = interfacesOf(config, service);

  const named = catalog.filter((one) => name === undefined || !one.name || one.name === name);
  const there: CatalogEndpoint[] = [];
  for (const wanted of types) {
    const all = named.filter((one) => one.type === wanted).flatMap(({ endpoints }) => endpoints);
    const usable = all.filter(({ url }) => url !== "");
    const near = usable.filter((one) => {
      return [undefined, regionOf(one)].includes(region) || regionOf(one) === undefined;
    });
    for (const face of interfaces) {
      const found = near.find((one) => one.interface === face);
      if (found !== undefined) return found;
    }
    there.push(...usable);
  }
  throw new Error(absence(service, { name, region, interfaces }, there));
}

/** Of several the first that a service has. `publicURL` is how the API before v3 had it. */
function interfacesOf(config: ServiceConfig, service: WantedService): readonly string[] {
  const own = settingOf(config, service, "interface");
  const given = [own ?? config.interface].flat().filter((one) => one !== undefined && one !== "");
  return given.length === 0 ? ["public"] : given.map((one) => String(one).replace(/URL$/, ""));
}

function regionOf({ region_id, region }: CatalogEndpoint): string | undefined {
  return region_id || region || undefined;
}

interface Sought {
  readonly name: string | undefined;
  readonly region: string | undefined;
  readonly interfaces: readonly string[];
}

/** What was looked for, and what there is. */
function absence(
  { type }: WantedService,
  { name, region, interfaces }: Sought,
  there: readonly CatalogEndpoint[],
): string {
  const called = name === undefined ? "" : ` called ${name}`;
  if (there.length === 0) return `the catalog of this token has no service ${type}${called}`;
  const where = region === undefined ? "" : ` in region ${region}`;
  const found = there.map((one) => [one.interface, regionOf(one)].filter(Boolean).join(" in "));
  const known = [...new Set(found)].join(", ");
  return `${type}${called} has no ${interfaces.join(" or ")} endpoint${where}; it has ${known}`;
}
