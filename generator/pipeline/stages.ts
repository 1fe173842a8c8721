import type { OutputName } from "../config/config.js";
import type { Emitter, PlannedFile } from "../emit/emitter.js";
import type { ApiModel } from "../openapi/model.js";

/* Stand-ins for stages that are not there yet: each line goes when its stage comes. */

export function scaffoldHandlers(_model: ApiModel): Promise<PlannedFile | undefined> {
  return Promise.resolve(undefined);
}

const none = (name: string): Emitter => ({ name, plan: () => Promise.resolve([]) });

/** The emitters by name, loaded only when they are wanted. */
export const emitters: Readonly<Record<OutputName, () => Promise<Emitter>>> = {
  types: () => Promise.resolve(none("types")),
  client: () => import("../emit/client/index.js").then(({ client }) => client),
  server: () => import("../emit/server/index.js").then(({ server }) => server),
};
