import { neededOutputs, type OutputName, outputs, usualOutputs } from "../config/config.js";
import type { Emitter } from "../emit/emitter.js";
import type { Settings } from "./settings.js";

/** The emitters by name, loaded only when they are wanted. */
export const emitters: Readonly<Record<OutputName, () => Promise<Emitter>>> = {
  types: () => import("../emit/types/index.js").then(({ types }) => types),
  client: () => import("../emit/client/index.js").then(({ client }) => client),
  server: () => import("../emit/server/index.js").then(({ server }) => server),
  "openapi-typescript": () =>
    import("../emit/openapi-typescript/index.js").then((module) => module.openapiTypescript),
  node: () => import("../emit/node/index.js").then(({ node }) => node),
  schemas: () => import("../emit/schemas/index.js").then(({ schemas }) => schemas),
  fakes: () => import("../emit/fakes/index.js").then(({ fakes }) => fakes),
  site: () => import("../emit/site/index.js").then(({ site }) => site),
};

/** The outputs that the settings want, and those that these import, in the order of `outputs`. */
export function wantedOutputs({ emit = usualOutputs }: Settings): readonly OutputName[] {
  const wanted = new Set([...emit, ...emit.flatMap((name) => neededOutputs[name])]);
  return outputs.filter((name) => wanted.has(name));
}
