// A process that serves the four operations in one of two ways, and says what CPU it used.
//     node serve.mjs generated|hand-written MODULE
import Fastify from "fastify";
import { find, summaries } from "./store.mjs";
import { handWritten } from "./hand-written.mjs";

const [, , kind, path] = process.argv;
const { checks, itemNotFound, plugin, routes, service } = await import(path);

const handlers = {
  listImages: ({ query }, { reply }) =>
    reply(200, { images: summaries.slice(0, query.limit || undefined) }),
  showImageDetails({ path }, { reply }) {
    const image = find(path.image_id);
    return image === undefined
      ? reply(404, itemNotFound("Image not found."))
      : reply(200, { image });
  },
  createImageMetadata({ path, body }, { reply }) {
    const image = find(path.image_id);
    if (image === undefined) return reply(404, itemNotFound("Image not found."));
    return reply(200, { metadata: { ...image.metadata, ...body.metadata } });
  },
};

const app = Fastify();
if (kind === "hand-written") handWritten(app, checks);
else await app.register(plugin(service, routes, { images: handlers }), { prefix: "/v2.1" });
await app.listen({ port: 0, host: "127.0.0.1" });
process.on("message", () => process.send(process.cpuUsage()));
process.send({ port: app.server.address().port });
