import Fastify, { type FastifyInstance } from "fastify";
import { badRequest, forbidden, itemNotFound } from "../../generated/server/faults.js";
import type { ImagesHandlers } from "../../generated/server/images.js";
import { plugin } from "../../generated/server/fastify.js";
import { routes, service } from "../../generated/server/index.js";
import type { Image } from "../../generated/types.js";
import { checkReply } from "./check-reply.js";
import { type ImageStore, type Person, Refused } from "./images-store.js";

/**
 * The Images service of the end-to-end tests: everything that is not in `store` comes from the
 * generated server, and every answer has to be one that the docs have.
 */
export function imagesService(
  store: ImageStore,
  people: ReadonlyMap<string, Person>,
): FastifyInstance {
  const app = Fastify();
  void app.register(
    plugin(
      service,
      routes,
      { images: imagesHandlers(store, people) },
      {
        authenticate: ({ headers }) => people.has(headers.get("x-auth-token") ?? ""),
        checkReply,
      },
    ),
    { prefix: "/v2.1" },
  );
  return app;
}

/** The ten operations. */
export function imagesHandlers(
  store: ImageStore,
  people: ReadonlyMap<string, Person>,
): ImagesHandlers {
  const nobody = { project: "", isAdmin: false };
  const who = (headers: Headers): Person => people.get(headers.get("x-auth-token") ?? "") ?? nobody;

  return {
    listImages({ query }, { reply, headers }) {
      return attempt(() => reply(200, { images: store.list(who(headers), query).map(summary) }), {
        wrong: (message) => reply(400, badRequest(message)),
      });
    },
    listImagesWithDetails({ query }, { reply, headers }) {
      return attempt(() => reply(200, { images: [...store.list(who(headers), query)] }), {
        wrong: (message) => reply(400, badRequest(message)),
      });
    },
    showImageDetails({ path }, { reply, headers }) {
      return attempt(() => reply(200, { image: store.show(who(headers), path.image_id) }), {
        unknown: (message) => reply(404, itemNotFound(message)),
      });
    },
    deleteImage({ path }, { reply, headers }) {
      return attempt(
        () => {
          store.delete(who(headers), path.image_id);
          return reply(204);
        },
        {
          forbidden: (message) => reply(403, forbidden(message)),
          unknown: (message) => reply(404, itemNotFound(message)),
        },
      );
    },
    listImageMetadata({ path }, { reply, headers }) {
      return attempt(
        () => reply(200, { metadata: store.show(who(headers), path.image_id).metadata }),
        { unknown: (message) => reply(404, itemNotFound(message)) },
      );
    },
    createImageMetadata({ path, body }, { reply, headers }) {
      return attempt(
        () => {
          refuseOthers(body, "metadata");
          const labels = store.label(who(headers), path.image_id, body.metadata, "add");
          return reply(200, { metadata: labels });
        },
        {
          wrong: (message) => reply(400, badRequest(message)),
          forbidden: (message) => reply(403, forbidden(message)),
          unknown: (message) => reply(404, itemNotFound(message)),
        },
      );
    },
    updateImageMetadata({ path, body }, { reply, headers }) {
      return attempt(
        () => {
          refuseOthers(body, "metadata");
          const labels = store.label(who(headers), path.image_id, body.metadata, "replace");
          return reply(200, { metadata: labels });
        },
        {
          wrong: (message) => reply(400, badRequest(message)),
          forbidden: (message) => reply(403, forbidden(message)),
          unknown: (message) => reply(404, itemNotFound(message)),
        },
      );
    },
    showImageMetadataItem({ path: { image_id, key } }, { reply, headers }) {
      return attempt(
        () => reply(200, { meta: { [key]: store.labelOf(who(headers), image_id, key) } }),
        { unknown: (message) => reply(404, itemNotFound(message)) },
      );
    },
    createOrUpdateImageMetadataItem({ path: { image_id, key }, body }, { reply, headers }) {
      return attempt(
        () => {
          const value = body.meta[key];
          // The docs have no 400 here, which real services give: there is no such label to set.
          if (value === undefined) throw new Refused("unknown", `The body has no value of ${key}.`);
          store.label(who(headers), image_id, { [key]: value }, "add");
          return reply(200, { meta: { [key]: value } });
        },
        {
          wrong: (message) => reply(404, itemNotFound(message)),
          forbidden: (message) => reply(403, forbidden(message)),
          unknown: (message) => reply(404, itemNotFound(message)),
        },
      );
    },
    deleteImageMetadataItem({ path: { image_id, key } }, { reply, headers }) {
      return attempt(
        () => {
          store.removeLabel(who(headers), image_id, key);
          return reply(204);
        },
        {
          forbidden: (message) => reply(403, forbidden(message)),
          unknown: (message) => reply(404, itemNotFound(message)),
        },
      );
    },
  };
}

/** The docs do not say that a body has no other members; this service refuses them all the same. */
function refuseOthers(body: object, only: string): void {
  const other = Object.keys(body).find((name) => name !== only);
  if (other !== undefined) throw new Refused("wrong", `body must not have "${other}".`);
}

const summary = ({ id, links, name }: Image) => ({ id, links, name });

/** The answer, or the one for what was refused. */
function attempt<Answer>(
  answer: () => Answer,
  refusals: Partial<Record<Refused["kind"], (message: string) => Answer>>,
): Answer {
  try {
    return answer();
  } catch (error) {
    const refusal = error instanceof Refused ? refusals[error.kind] : undefined;
    if (refusal === undefined || !(error instanceof Refused)) throw error;
    return refusal(error.message);
  }
}
