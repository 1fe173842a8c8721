// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Regions of a cloud, each with values of its own (openstacksdk, `config/loader.py`).
 *
 * @module
 */
import { ConfigError } from "../files/config-error.js";
import { isDict, textOfValue, type Dict, type Value } from "../files/python.js";

export interface Region {
  readonly name: string;
  readonly values: Dict;
}

/** The region that is asked for, or the first of the cloud; its name may be `""`, for any. */
export function regionOf(
  own: Dict,
  profile: Dict,
  asked: string | undefined,
  cloud: string,
): Region {
  const known = regionsIn(own) ?? regionsIn(profile);
  if (known === undefined || known.length === 0) return { name: asked ?? "", values: new Map() };
  if (!asked) return known[0] ?? { name: "", values: new Map() };
  const found = known.find(({ name }) => name === asked);
  if (found !== undefined) return found;
  const names = known.map(({ name }) => name).join(", ");
  throw new ConfigError(`cloud ${cloud} has no region ${asked}; it has ${names}`);
}

function regionsIn(config: Dict): readonly Region[] | undefined {
  const { regions, name } = { regions: config.get("regions"), name: config.get("region_name") };
  if (Array.isArray(regions)) return regions.map(regionIn);
  if (Array.isArray(name)) return name.map(regionIn);
  // A list with commas is how they were written once.
  return typeof name === "string" ? name.split(",").map(regionIn) : undefined;
}

function regionIn(entry: Value): Region {
  if (!isDict(entry)) return { name: textOfValue(entry), values: new Map() };
  const { name, values } = { name: entry.get("name"), values: entry.get("values") ?? new Map() };
  const others = [...entry.keys()].filter((key) => key !== "name" && key !== "values");
  if (name === undefined || others.length > 0 || !isDict(values))
    throw new ConfigError("a region has a name, and values, and nothing else");
  return { name: textOfValue(name), values };
}
