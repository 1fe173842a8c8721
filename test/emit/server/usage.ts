/** How people use the emitted server, and by `@ts-expect-error` what must not compile. */
export const usage = String.raw`
import Fastify, { type FastifyInstance } from "fastify";
import { badRequest, itemNotFound } from "./server/faults.js";
import { plugin } from "./server/fastify.js";
import type { DeleteImageReply, DeleteImageInput, ImagesHandlers } from "./server/images.js";
import { routes, service } from "./server/index.js";
import type { Runtime2Handlers } from "./server/runtime-2.js";
import type { Context } from "./server/runtime.js";
import type { ServerActionsHandlers } from "./server/server-actions.js";
import type { Image, ImageSummary } from "./types.js";

const images = new Map<string, Image>();
const summary = ({ id, name, links }: Image): ImageSummary => ({ id, name, links });

export const imagesHandlers: Partial<ImagesHandlers> = {
  listImages({ query }, { reply }) {
    const { limit = 1000, marker, name } = query;
    const found = [...images.values()].filter((image) => name === undefined || image.name === name);
    const start = marker === undefined ? 0 : found.findIndex((image) => image.id === marker) + 1;
    if (marker !== undefined && start === 0) return reply(400, badRequest("No image " + marker));
    return reply(200, { images: found.slice(start, start + limit).map(summary) });
  },
  async showImage({ path }, { reply }) {
    const image = images.get(path.image_id);
    return image ? reply(200, { image }) : reply(404, itemNotFound("Image not found."));
  },
  deleteImage: removeImage,
};

function removeImage(
  { path }: DeleteImageInput,
  { reply }: Context<DeleteImageReply>,
): DeleteImageReply {
  return images.delete(path.image_id) ? reply(204) : reply(404, itemNotFound("Image not found."));
}

export const actions: ServerActionsHandlers = {
  createImage({ path, body }, { reply, since }) {
    const id = path.server_id + body.createImage.name;
    const headers = { location: "/images/" + id };
    return since("2.45") ? reply(202, { image_id: id }, headers) : reply(202, undefined, headers);
  },
  lock: (_, { reply }) => reply(202, undefined, { "x-more": "1" }),
};

export const others: Partial<Runtime2Handlers> = {
  download: (_, { reply }) => reply(200, new Uint8Array([1]), { "content-type": "image/png" }),
  upload: async ({ body, headers }, { reply }) => {
    for await (const piece of body) if (piece.length > headers["X-Object-Meta"].length) break;
    return reply(201);
  },
  // Where the docs name no status any will do, with the documented body.
  postThing: ({ body }, { reply }) => reply(299, body ?? {}),
  // Where they name a range, any of the range.
  putThings: ({}, { reply }) => (Math.random() > 1 ? reply(202, {}) : reply(418, badRequest(""))),
  patchThings: ({}, { reply }) => (Math.random() > 1 ? reply(204) : reply(203, "a text")),
};

export const app: FastifyInstance = Fastify();
await app.register(plugin(service, routes, { images: imagesHandlers, serverActions: actions }), {
  prefix: "/v2.1",
});

// Over HTTP/2 as well, whose servers are of another type.
await Fastify({ http2: true }).register(plugin(service, routes, { images: imagesHandlers }), {
  prefix: "/:tenant",
});

const one = { id: "", name: "", links: [] };
const row = { ...one, project_secret: "s3cret" };

export const mistakes: Partial<ImagesHandlers>[] = [
  // @ts-expect-error: the documentation has no 409 here
  { listImages: (_, { reply }) => reply(409, badRequest("")) },
  // @ts-expect-error: the body is missing
  { listImages: (_, { reply }) => reply(200) },
  // @ts-expect-error: links is missing
  { listImages: (_, { reply }) => reply(200, { images: [{ id: "", name: "" }] }) },
  // @ts-expect-error: id is a string
  { listImages: (_, { reply }) => reply(200, { images: [{ id: 1, name: "", links: [] }] }) },
  // @ts-expect-error: next is one too many
  { listImages: (_, { reply }) => reply(200, { images: [], next: "" }) },
  // @ts-expect-error: so is size, deep inside
  { listImages: (_, { reply }) => reply(200, { images: [{ ...one, size: 1 }] }) },
  // @ts-expect-error: and project_secret, though it comes in a variable
  { listImages: (_, { reply }) => reply(200, { images: [row] }) },
  // @ts-expect-error: and whatever map makes of it
  { listImages: (_, { reply }) => reply(200, { images: [row].map((each) => ({ ...each })) }) },
  // @ts-expect-error: and the details, in the list that has none
  { listImages: (_, { reply }) => reply(200, { images: [...images.values()] }) },
  // @ts-expect-error: a 400 says badRequest
  { listImages: (_, { reply }) => reply(400, itemNotFound("")) },
  // @ts-expect-error: a 204 has no body
  { deleteImage: (_, { reply }) => reply(204, {}) },
  // @ts-expect-error: only reply makes answers
  { listImages: () => ({ status: 200, body: { images: [] }, headers: {} }) },
  // @ts-expect-error: a path that answers nothing
  { listImages: (_, { reply }) => (images.size ? reply(200, { images: [] }) : undefined) },
  // @ts-expect-error: the parameter is called image_id
  { showImage: ({ path }, { reply }) => reply(404, itemNotFound(path.id)) },
  // @ts-expect-error: no such operation
  { listPictures: () => undefined },
];

export const mistaken: Partial<ServerActionsHandlers>[] = [
  // @ts-expect-error: the header location is missing
  { createImage: (_, { reply }) => reply(202, { image_id: "" }) },
  // @ts-expect-error: still
  { createImage: (_, { reply }) => reply(202, { image_id: "" }, { vary: "a" }) },
];

export const wrong: Partial<Runtime2Handlers>[] = [
  // @ts-expect-error: bytes or a text, not an object
  { download: (_, { reply }) => reply(200, { bytes: 1 }) },
  // @ts-expect-error: the body is known even where the status is not
  { postThing: (_, { reply }) => reply(200, { what: 1 }) },
  // @ts-expect-error: the range is another
  { putThings: (_, { reply }) => reply(503, badRequest("")) },
  // @ts-expect-error: a status of a range has a body of its own where it is documented by itself
  { patchThings: (_, { reply }) => reply(409, badRequest("")) },
  // @ts-expect-error: as is this one, without a body
  { patchThings: (_, { reply }) => reply(204, "a text") },
  // @ts-expect-error: a word that the docs do not have
  { oddPath: (_, { reply }) => reply(200, { reply: { kind: "c" } }) },
];

// @ts-expect-error: no such chapter
void plugin(service, routes, { pictures: {} });
`;

/** Replies with statuses that the docs do not have, for the words of the compiler. */
export const refusedStatuses: string = `
import type { Runtime2Handlers } from "./server/runtime-2.js";
import type { ServerActionsHandlers } from "./server/server-actions.js";
export const wrong: Partial<ServerActionsHandlers>[] = [
  { lock: (_, { reply }) => reply(204) },
  { createImage: (_, { reply }) => reply(204) },
];
export const ranges: Partial<Runtime2Handlers>[] = [
  { putThings: (_, { reply }) => reply(503) },
  { patchThings: (_, { reply }) => reply(304) },
];
`;
