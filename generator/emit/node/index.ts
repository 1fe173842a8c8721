import type { Emitter } from "../emitter.js";
import { allNodeFiles, nodeText } from "../runtime-files.js";
import { takesSession } from "../session-credential.js";

/**
 * `node/`: what connects to a cloud by its files and the environment, copied as it stands; nothing
 * where a client takes no session. It is apart from the client, which runs in pages, too.
 */
export const node: Emitter = {
  name: "node",
  plan: async (model, { runtime } = {}) =>
    takesSession(model) && runtime === undefined
      ? allNodeFiles().map((file) => ({ path: `node/${file}.ts`, text: nodeText(file, "client") }))
      : [],
};
