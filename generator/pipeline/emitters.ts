import type { OutputName } from "../config/config.js";
import type { Emitter } from "../emit/emitter.js";

/** The emitters by name, loaded only when they are wanted. */
export const emitters: Readonly<Record<OutputName, () => Promise<Emitter>>> = {
  types: () => import("../emit/types/index.js").then(({ types }) => types),
  client: () => import("../emit/client/index.js").then(({ client }) => client),
  server: () => import("../emit/server/index.js").then(({ server }) => server),
};
