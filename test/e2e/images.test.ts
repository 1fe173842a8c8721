import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import {
  createImageMetadata,
  createOrUpdateImageMetadataItem,
  deleteImage,
  deleteImageMetadataItem,
  listImageMetadata,
  listImages,
  listImagesWithDetails,
  showImageDetails,
  showImageMetadataItem,
  updateImageMetadata,
} from "../../generated/client/images.js";
import { createComputeClient, isFault } from "../../generated/client/compute.js";
import { pages } from "../../generated/client/pages.js";
import { ResponseError } from "../../generated/client/runtime.js";
import type { Image } from "../../generated/types.js";
import { imagesService } from "./images-service.js";
import { ImageStore, type Kept } from "./images-store.js";

/*
 * The generated client against the generated server, over a socket: all ten operations, the
 * faults that the docs have, pages, and both microversion limits.
 */

const sample = (name: string): { images: Image[] } =>
  JSON.parse(readFileSync(new URL(`../../spec/samples/${name}`, import.meta.url), "utf8"));

const [snapshot, worker, debian] = sample("images-detail-response.json").images as [
  Image,
  Image,
  Image,
];
const kept: Kept[] = [
  { image: snapshot, project: "blue", isPublic: false, isProtected: false },
  { image: worker, project: "red", isPublic: false, isProtected: false },
  { image: debian, project: "red", isPublic: true, isProtected: true },
];
const people = new Map([
  ["blue-token", { project: "blue", isAdmin: false }],
  ["red-token", { project: "red", isAdmin: false }],
  ["root-token", { project: "root", isAdmin: true }],
]);
const app = imagesService(new ImageStore(kept), people);
let endpoint = "";
beforeAll(async () => {
  endpoint = `${await app.listen({ port: 0, host: "127.0.0.1" })}/v2.1`;
});
afterAll(() => app.close());

const clientOf = (token: string) => createComputeClient({ endpoint, token, microversion: "2.35" });
const missing = "ffffffff-0000-4000-8000-000000000000";

describe("all ten operations", () => {
  const red = () => clientOf("red-token");
  const blue = () => clientOf("blue-token");
  const id = snapshot.id;

  it("lists what the caller may use, the newest first", async () => {
    const { images } = await listImages(blue()).orThrow();
    expect(images).toEqual([
      { id: snapshot.id, links: snapshot.links, name: snapshot.name },
      { id: debian.id, links: debian.links, name: debian.name },
    ]);
  });

  it("lists with details, as the docs' own sample has it", async () => {
    const { images } = await listImagesWithDetails(clientOf("root-token")).orThrow();
    expect(images).toEqual([snapshot, worker, debian]);
  });

  it("shows one", async () => {
    const result = await showImageDetails(blue(), { path: { image_id: id } });
    expect(result).toMatchObject({ ok: true, status: 200, body: { image: snapshot } });
  });

  it("keeps labels: adds, changes, shows, lists, replaces and removes them", async () => {
    const path = { image_id: id };
    const added = await createImageMetadata(blue(), {
      path,
      body: { metadata: { purpose: "template", "checked by": "night shift" } },
    }).orThrow();
    expect(added.metadata).toEqual({
      ...snapshot.metadata,
      purpose: "template",
      "checked by": "night shift",
    });
    const key = "checked by";
    const item = { path: { ...path, key } };
    expect(await showImageMetadataItem(blue(), item).orThrow()).toEqual({
      meta: { [key]: "night shift" },
    });
    await createOrUpdateImageMetadataItem(blue(), { ...item, body: { meta: { [key]: "Ada" } } });
    expect((await listImageMetadata(blue(), { path }).orThrow()).metadata[key]).toBe("Ada");
    const removed = await deleteImageMetadataItem(blue(), item);
    expect(removed).toMatchObject({ ok: true, status: 204, body: undefined });
    const replaced = await updateImageMetadata(blue(), { path, body: { metadata: {} } }).orThrow();
    expect(replaced).toEqual({ metadata: {} });
  });

  it("deletes, and is asked in vain afterwards", async () => {
    await deleteImage(red(), { path: { image_id: worker.id } }).orThrow();
    const result = await deleteImage(red(), { path: { image_id: worker.id } });
    expect(result).toMatchObject({ ok: false, status: 404, message: "Image not found." });
  });
});

describe("documented faults", () => {
  it("401 without a token that somebody has", async () => {
    const result = await listImages(clientOf("nobody"));
    expect(result.ok).toBe(false);
    expect(result.status).toBe(401);
  });

  it("403 for what belongs to others or is protected", async () => {
    const result = await deleteImage(clientOf("blue-token"), { path: { image_id: debian.id } });
    if (result.status !== 403) expect.fail(String(result.status));
    expect(result.body.forbidden).toEqual({
      code: 403,
      message: "You are not allowed to delete the image.",
    });
    const root = await deleteImage(clientOf("root-token"), { path: { image_id: debian.id } });
    expect(root.status).toBe(403);
  });

  it("404 for an image that nobody has, typed where it is caught", async () => {
    const call = showImageDetails(clientOf("blue-token"), { path: { image_id: missing } });
    const error: unknown = await call.orThrow().catch((caught: unknown) => caught);
    if (!isFault(error, 404)) expect.fail(String(error));
    expect(error.body.itemNotFound).toEqual({ code: 404, message: "Image not found." });
  });

  it.each([
    // body                                        why
    [{ metadata: { a: 1 } }, "a value that is no text"],
    [{ metadata: { a: null } }, "a value that is null"],
    [{ metadata: { "bad/key": "x" } }, "a key with a slash"],
    [{ metadata: { a: "x".repeat(256) } }, "a value that is too long"],
    [{ metadata: "x" }, "no object"],
    [{}, "nothing at all"],
  ])("400 for %j (%s)", async (body, _why) => {
    const answer = await fetch(`${endpoint}/images/${snapshot.id}/metadata`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-auth-token": "root-token" },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      badRequest: { code: 400, message: expect.any(String) },
    });
  });
});

describe("pages", () => {
  const many = Array.from({ length: 7 }, (_, index): Kept => {
    const id = `00000000-0000-4000-8000-00000000000${index}`;
    return { image: { ...debian, id }, project: "blue", isPublic: false, isProtected: false };
  });
  const pages = imagesService(new ImageStore(many), people);
  let base = "";
  beforeAll(async () => {
    base = `${await pages.listen({ port: 0, host: "127.0.0.1" })}/v2.1`;
  });
  afterAll(() => pages.close());
  const client = () =>
    createComputeClient({ endpoint: base, token: "blue-token", microversion: "2.35" });

  it("are walked with limit and marker until one is short", async () => {
    const seen: string[] = [];
    const limit = 3;
    for (;;) {
      const marker = seen.at(-1);
      const { images } = await listImages(client(), { query: { limit, marker } }).orThrow();
      seen.push(...images.map(({ id }) => id));
      if (images.length < limit) break;
    }
    expect(seen).toEqual(many.map(({ image }) => image.id));
  });

  it("are as long as can be for 0, and refused where limit or marker cannot be", async () => {
    const all = await listImages(client(), { query: { limit: 0 } }).orThrow();
    expect(all.images).toHaveLength(many.length);
    const wrong = await listImages(client(), { query: { marker: missing } });
    expect(wrong.status).toBe(400);
    const negative = await listImages(client(), { query: { limit: -1 } });
    expect(negative.status).toBe(400);
  });

  it("are filtered before they are cut", async () => {
    const { images } = await listImagesWithDetails(client(), {
      query: { name: debian.name, minRam: 256, status: "ACTIVE", limit: 2 },
    }).orThrow();
    expect(images).toHaveLength(2);
    for (const query of [{ minRam: 257 }, { type: "snapshot" }, { name: "none" }]) {
      expect((await listImages(client(), { query }).orThrow()).images).toEqual([]);
    }
  });
});

describe("microversions", () => {
  // Typed as a client of a microversion that has all: the header is put in behind the types' back,
  // so that the service has to refuse what the compiler would.
  const at = (microversion: string) =>
    createComputeClient({
      endpoint,
      token: "root-token",
      microversion: "2.35",
      middleware: [
        (request, next) => {
          request.headers.set("openstack-api-version", `compute ${microversion}`);
          return next(request);
        },
      ],
    });

  test.each([
    // asked    images  metadata  why
    ["2.1", 200, 200, "the first"],
    ["2.35", 200, 200, "the last that has images"],
    ["2.36", 404, 200, "the first without images"],
    ["2.38", 404, 200, "the last that has their metadata"],
    ["2.39", 404, 404, "the first without either"],
    ["latest", 404, 404, "the newest"],
  ])("at %s images answer %i, their metadata %i (%s)", async (asked, images, metadata, _why) => {
    const path = { image_id: debian.id };
    const client = at(asked);
    expect(await statusOf(showImageDetails(client, { path }))).toBe(images);
    expect(await statusOf(listImages(client))).toBe(images);
    expect(await statusOf(listImageMetadata(client, { path }))).toBe(metadata);
  });

  test.each([
    ["2.999", 406, "later than the service knows"],
    ["bogus", 400, "no microversion"],
  ])("%s is answered %i (%s)", async (asked, status, _why) => {
    expect(await statusOf(listImages(at(asked)))).toBe(status);
  });

  it("is that of a call, where its options ask for one", async () => {
    const late = createComputeClient({ endpoint, token: "root-token", microversion: "2.53" });
    const path = { image_id: debian.id };
    const { image } = await showImageDetails(late, { path }, { microversion: "2.35" }).orThrow();
    expect(image.id).toBe(debian.id);
    const found: Image[] = [];
    for await (const one of pages(listImagesWithDetails, late, {}, { microversion: "2.1" }))
      found.push(one);
    expect(found.map(({ id }) => id)).toContain(debian.id);
    const gone = listImageMetadata(late, { path }, { microversion: "2.38" });
    expect(await statusOf(gone)).toBe(200);
    const unread: Promise<unknown> = listImageMetadata(
      late,
      { path },
      // @ts-expect-error: metadata ended with 2.38
      { microversion: "2.39" },
    );
    await expect(unread).resolves.toMatchObject({ status: 404 });
  });

  it("does not compile for a client pinned beyond the limit", () => {
    const late = createComputeClient({ endpoint, microversion: "2.53" });
    const between = createComputeClient({ endpoint, microversion: "2.36" });
    // Never called: only the compiler is asked.
    const calls = (): unknown[] => [
      // @ts-expect-error: images ended with 2.35
      listImages(late),
      // @ts-expect-error: so did it here
      listImages(between),
      listImageMetadata(between, { path: { image_id: missing } }),
      // @ts-expect-error: metadata ended with 2.38
      listImageMetadata(late, { path: { image_id: missing } }),
    ];
    expect(calls).toBeTypeOf("function");
  });
});

/** The status, whether or not the docs have it. */
async function statusOf(call: Promise<{ readonly status: number }>): Promise<number> {
  try {
    return (await call).status;
  } catch (error) {
    if (error instanceof ResponseError) return error.status;
    throw error;
  }
}
