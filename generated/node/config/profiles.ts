// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Profiles of public clouds: what is the same for all who use one.
 *
 * @module
 */
import type { Fetch } from "../../client/runtime.js";
import { merged } from "./clouds.js";
import { ConfigError } from "../files/config-error.js";
import { readJson } from "../files/json.js";
import { isDict, type Dict } from "../files/python.js";
import { configFile, type Surroundings } from "../files/surroundings.js";

/**
 * The profile `name`: an entry of `clouds-public.yaml`, or, where it is a URL, what the cloud there
 * says of itself. One that is nowhere says nothing, as with openstacksdk, whose own list is not here.
 */
export async function profileCalled(name: string, world: Surroundings, send: Fetch): Promise<Dict> {
  const file = await configFile("clouds-public", undefined, world);
  const listed = isDict(file?.value) ? file.value.get("public-clouds") : undefined;
  const found = isDict(listed) ? listed.get(name) : undefined;
  if (isDict(found)) return found;
  if (!/^https?:\/\/./.test(name)) return new Map();
  const { origin } = new URL(name);
  const response = await send(new Request(`${origin}/.well-known/openstack/api`));
  if (!response.ok)
    throw new ConfigError(`${name} has no profile that could be fetched: ${response.status}`);
  const told = readJson(await response.text(), name);
  const profile = isDict(told) ? told.get("profile") : undefined;
  if (!isDict(profile)) throw new ConfigError(`${name} has no profile`);
  return new Map([...merged(profile, new Map())].filter(([key]) => key !== "profile"));
}
