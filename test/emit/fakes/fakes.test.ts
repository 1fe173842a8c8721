import { beforeAll, describe, expect, test } from "vitest";
import type { PlannedFile } from "../../../generator/emit/emitter.js";
import { fakes } from "../../../generator/emit/fakes/index.js";
import type { OpenApiDocument } from "../../../generator/openapi/document.js";
import { readModel } from "../../../generator/openapi/read/read-model.js";
import { build } from "../../../generator/pipeline/build.js";
import type * as Client from "../../../generated/client/index.js";
import type * as Fake from "../../../templates/fakes/runtime/fake.js";
import type * as Runtime from "../../../templates/fakes/runtime/fake-service.js";
import type { ListImagesResponse } from "../../../generated/types.js";
import { strictest } from "../compiler.js";
import { loaded } from "../loaded.js";
import { compileNatively } from "../native-compiler.js";

interface Program {
  readonly client: typeof Client;
  readonly images: Runtime.Chapter & { readonly listImages: Fake.Fake<ListImagesResponse> };
  readonly fakeService: typeof Runtime.fakeService;
}

let files: readonly PlannedFile[];
let program: Program;
beforeAll(async () => {
  ({ files } = await build({ path: "spec" }, { emit: ["types", "client", "fakes"] }));
  program = await loaded(
    files,
    `export * as client from "./client/index.ts";
     export { images, fakeService } from "./fakes/index.ts";`,
  );
});

function service() {
  const fakes = program.fakeService([program.images]);
  const client = program.client.createComputeClient({ ...fakes.options, microversion: "2.1" });
  return { fakes, client, images: program.images };
}

describe("a fake service", () => {
  test("compiles beside the client, typed by the answers", () => {
    const usage = `
      import { createComputeClient } from "./client/compute.js";
      import { fakeService, images } from "./fakes/index.js";
      const fakes = fakeService([images])
        .on(images.listImages, { images: [] })
        .on(images.listImages, (_request, sample) => ({ ...sample, images: sample.images.slice(1) }))
        .on(images.deleteImage, () => new Response(null, { status: 403 }));
      createComputeClient({ ...fakes.options, microversion: "2.1" });
      // @ts-expect-error: no member of the answer is called so
      fakes.on(images.listImages, { pictures: [] });
    `;
    const sources = files.flatMap(({ path, text }) =>
      path.endsWith(".ts") ? [[path, text] as const] : [],
    );
    expect(compileNatively(new Map([...sources, ["usage.ts", usage]]), strictest)).toEqual([]);
  });

  test("answers with what the docs show, and keeps what it was asked", async () => {
    const { fakes, client, images } = service();
    const body = await program.client.listImages(client, { query: { limit: 2 } }).orThrow();
    expect(body.images.length).toBeGreaterThan(0);
    expect(body).toEqual(images.listImages.body);
    await program.client.deleteImage(client, { path: { image_id: "a b" } }).orThrow();
    expect(fakes.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      "GET /images",
      "DELETE /images/a%20b",
    ]);
  });

  test("answers as it is told: with other members, a function's body, or another status", async () => {
    const { fakes, client, images } = service();
    const { listImages } = program.client;
    fakes.on(images.listImages, { images: [] });
    expect(await listImages(client).orThrow()).toEqual({ images: [] });
    fakes.on(images.listImages, (_request, sample) => ({ images: sample.images.slice(0, 1) }));
    expect((await listImages(client).orThrow()).images).toHaveLength(1);
    fakes.on(images.listImages, () =>
      Response.json({ badRequest: { message: "No.", code: 400 } }, { status: 400 }),
    );
    await expect(listImages(client).orThrow()).rejects.toMatchObject({ status: 400 });
  });

  test("rejects what nobody answers, with words of what to do", async () => {
    const fakes = program.fakeService([]);
    const client = program.client.createComputeClient({ ...fakes.options, microversion: "2.1" });
    await expect(program.client.listImages(client)).rejects.toThrow(
      "no fake answers GET /images: give its chapter to fakeService, or `on`",
    );
  });
});

/** Two actions on one path, a list beside a resource, an answer nobody shows, and one that is wrong. */
const document: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Box API", version: "1" },
  paths: {
    "/boxes/{id}": { get: { operationId: "showBox", responses: { 200: json({ id: 1 }) } } },
    "/boxes/all": { get: { operationId: "listAll", responses: { 200: json({ id: "all" }) } } },
    "/boxes/{id}/unseen": { get: { operationId: "showUnseen", responses: { 200: json() } } },
  },
  components: { schemas: {} },
};
function json(value?: unknown) {
  const schema = { type: "object", properties: { id: { type: "string" } } } as const;
  const examples = { shown: { value } };
  return {
    description: "Done.",
    content: { "application/json": { schema, ...(value !== undefined && { examples }) } },
  };
}

describe("fakes of a document", () => {
  const chapter = async () => {
    const planned = await fakes.plan(readModel(document));
    return planned.find(({ path }) => /^fakes\/(?!fake|index)/.test(path))?.text ?? "";
  };

  test("are none of a sample that is not as its schema says: it would be no fake of the type", async () => {
    expect(await chapter()).toContain("export const showBox: UnshownFake<");
    expect(await chapter()).toContain('body: { id: "all" } as');
  });

  test("are asked by the path with the fewest parameters, and told of where nothing is shown", async () => {
    const made = await loaded<{
      readonly chapter: Runtime.Chapter;
      readonly fakeService: typeof Runtime.fakeService;
    }>(
      await fakes.plan(readModel(document)),
      `export { fakeService } from "./fakes/index.ts"; export * as chapter from "./fakes/${
        (await fakes.plan(readModel(document)))
          .map(({ path }) => /^fakes\/((?!fake|index)[\w-]+)\.ts$/.exec(path)?.[1])
          .find((name) => name !== undefined) ?? ""
      }.ts";`,
    );
    const { options } = made.fakeService([made.chapter]);
    const ask = (path: string) => options.fetch(new Request(`http://fake.test${path}`));
    expect(await (await ask("/boxes/all")).json()).toEqual({ id: "all" });
    await expect(ask("/boxes/1/unseen")).rejects.toThrow(
      "the docs show no answer of GET /boxes/{id}/unseen: give one to `on`",
    );
  });
});
