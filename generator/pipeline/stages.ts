import type { OutputName } from "../config/config.js";
import type { Emitter, PlannedFile } from "../emit/emitter.js";
import type { ApiModel } from "../openapi/model.js";

/* A stand-in for a stage that is not there yet. */

export function scaffoldHandlers(_model: ApiModel): Promise<PlannedFile | undefined> {
  return Promise.resolve(undefined);
}

/** The emitters by name, loaded only when they are wanted. */
export const emitters: Readonly<Record<OutputName, () => Promise<Emitter>>> = {
  types: () => import("../emit/types/index.js").then(({ types }) => types),
  client: () => import("../emit/client/index.js").then(({ client }) => client),
  server: () => import("../emit/server/index.js").then(({ server }) => server),
};
