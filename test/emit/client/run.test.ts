import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { json, plain, serve, type Service } from "../../client-runtime/server.js";
import { emitted } from "./emitted.js";
import { compute } from "./fixture.js";

const folder = mkdtempSync(join(tmpdir(), "restanza-run-"));
let service: Service;

beforeAll(async () => {
  for (const [path, text] of await emitted(compute)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  service = await serve((response, seen) => {
    const answer =
      seen.method === "DELETE" || seen.url.endsWith("name=gone")
        ? json(404, { itemNotFound: { message: "Gone." } })
        : seen.url.startsWith("/v2.1/images")
          ? json(200, { images: [] })
          : seen.method === "POST"
            ? plain(202)
            : json(200, { services: [{ host: "a" }] });
    answer(response, seen);
  });
});

afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Bundle {
  readonly path: string;
  /** Bytes after gzip. */
  readonly zipped: number;
  /** How long it is if all its words, which depend on the order of modules, have one letter. */
  readonly signs: number;
  /** The files that some of it is from. */
  readonly modules: readonly string[];
}

/** `code` with what it uses of the client, minified, as a module. */
async function bundle(code: string): Promise<Bundle> {
  const path = join(folder, `${bundles++}.mjs`);
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    metafile: true,
  });
  const contents = outputFiles[0]?.contents ?? new Uint8Array();
  writeFileSync(path, contents);
  const signs = Buffer.from(contents)
    .toString()
    .replaceAll(/[\w$]+/g, "_").length;
  const modules = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([input, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [basename(input)] : [],
    ),
  );
  return { path, zipped: gzipSync(contents, { level: 9 }).byteLength, signs, modules };
}

let bundles = 0;

const isFunction = (value: unknown): value is (...args: unknown[]) => unknown =>
  typeof value === "function";

/** What a module exports, as functions that anything may be given to. */
async function load(code: string): Promise<Record<string, (...args: unknown[]) => unknown>> {
  const { path } = await bundle(code);
  const module: unknown = await import(pathToFileURL(path).href);
  const entries = Object.entries(typeof module === "object" && module !== null ? module : {});
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (isFunction(value) ? [[name, value]] : [])),
  );
}

describe("the emitted client, run", () => {
  it("asks for its microversion and tells faults apart", async () => {
    const { run } = await load(`
      import { createComputeClient, deleteImage, isFault, listImages, withMicroversion } from "./client/index.js";
      export async function run(endpoint) {
        const client = createComputeClient({ endpoint, microversion: "2.35", headers: { "OpenStack-API-Version": "other" } });
        const { images } = await listImages(client, { query: { limit: 1, status: ["A", "B"] } }).orThrow();
        await listImages(withMicroversion(client, "latest"));
        const error = await deleteImage(client, { path: { image_id: "a/b" } }).orThrow().catch((e) => e);
        const other = await listImages(client, { query: { name: "gone" } });
        const same = await listImages(client, { query: { name: "gone" } }).orThrow().catch((e) => e);
        return [
          [images, isFault(error, 404), isFault(error, 403), isFault({ status: 404 }, 404)],
          [other.ok, other.documented, other.message, isFault(same, 404), same.documented],
        ];
      }`);
    const before = service.seen.length;
    expect(await run?.(service.endpoint)).toEqual([
      [[], true, false, false],
      [false, false, "Gone.", true, false],
    ]);
    const seen = service.seen.slice(before, before + 3);
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET /v2.1/images?limit=1&status=A&status=B",
      "GET /v2.1/images",
      "DELETE /v2.1/images/a%2Fb",
    ]);
    expect(seen.map(({ headers }) => headers["openstack-api-version"])).toEqual([
      "compute 2.35",
      "compute latest",
      "compute 2.35",
    ]);
    expect(seen[0]?.headers["x-openstack-nova-api-version"]).toBe("2.35");
  });

  it("keeps its microversion over a session and the repeat after a 401", async () => {
    const { run } = await load(`
      import { createComputeClient, deleteImage, find, listImages, pages, request, withMicroversion } from "./client/index.js";
      import { createSession } from "./client/session/session.js";
      import { retries } from "./client/session/retries.js";
      export async function run(endpoint) {
        let count = 0;
        const session = createSession({
          authenticate: async () => ({ headers: { "x-auth-token": "t" + ++count }, catalog: [] }),
          locate: (service) => ({ url: endpoint.replace("v2.1", service.type) }),
        });
        const client = createComputeClient({ session, microversion: "2.35" });
        const first = await listImages(client).orThrow();
        const other = await listImages(withMicroversion(client, "2.20"));
        const any = await request(client, "GET", "/images").orThrow();
        for await (const _ of pages(listImages, client));
        return [first, other.ok, any, await find(listImages, client, "x"), count, typeof retries];
      }`);
    let refused = 0;
    const cloud = await serve((response, seen) => {
      const isNew = seen.headers["x-auth-token"] !== "t1";
      const answer = isNew ? json(200, { images: [] }) : json(401, { n: refused++ });
      answer(response, seen);
    });
    const images = { images: [] };
    expect(await run?.(cloud.endpoint)).toEqual([images, true, images, undefined, 2, "function"]);
    await cloud.close();
    expect(refused).toBe(1);
    expect(
      cloud.seen
        .slice(0, 3)
        .map(({ url, headers }) => [
          url,
          headers["x-auth-token"],
          headers["openstack-api-version"],
          headers["x-openstack-nova-api-version"],
        ]),
    ).toEqual([
      ["/compute/images", "t1", "compute 2.35", "2.35"],
      ["/compute/images", "t2", "compute 2.35", "2.35"],
      ["/compute/images", "t2", "compute 2.20", "2.20"],
    ]);
  });

  it("sends the microversion that a call asks for, and to the client leaves its own", async () => {
    const { run } = await load(`
      import { createCompute, createComputeClient, find, listImages, listServices, pages, request } from "./client/index.js";
      export async function run(endpoint) {
        const client = createComputeClient({ endpoint, microversion: "2.1", headers: { "x-trace": "1" } });
        await listServices(client, {}, { microversion: "2.53" });
        await listServices(client);
        for await (const _ of pages(listImages, client, {}, { microversion: "2.20" }));
        await find(listImages, client, "x", {}, { microversion: "2.21" });
        await request(client, "GET", "/images", {}, { microversion: "2.22" });
        await createCompute({ endpoint }).listServices({}, { microversion: "2.30" });
        await listServices(client, {}, { microversion: "2.53", headers: { "openstack-api-version": "compute 2.54" } });
      }`);
    const before = service.seen.length;
    await run?.(service.endpoint);
    const seen = service.seen.slice(before).map(({ headers }) => headers);
    const asked = seen.map((headers) => [
      headers["openstack-api-version"],
      headers["x-openstack-nova-api-version"],
    ]);
    expect(asked).toEqual([
      ["compute 2.53", "2.53"],
      ["compute 2.1", "2.1"],
      ["compute 2.20", "2.20"],
      ["compute 2.21", "2.21"],
      ["compute 2.22", "2.22"],
      ["compute 2.30", "2.30"],
      ["compute 2.54", "2.53"],
    ]);
    expect(seen[0]?.["x-trace"]).toBe("1");
  });

  it("has every operation as a method of its bound form, which is a client as well", async () => {
    const { run } = await load(`
      import { createCompute, deleteImage } from "./client/index.js";
      export async function run(endpoint) {
        const compute = createCompute({ endpoint });
        const { services } = await compute.listServices({ query: { host: "a" } }).orThrow();
        const result = await compute.rebootServer({ path: { server_id: "1" }, body: {} });
        const gone = await deleteImage(compute, { path: { image_id: "1" } });
        return [services, result.ok, gone.message, Object.keys(compute)];
      }`);
    expect(await run?.(service.endpoint)).toEqual([
      [{ host: "a" }],
      true,
      "Gone.",
      expect.arrayContaining(["uploadImage", "listImages", "microversion", "send"]),
    ]);
    expect(service.seen.at(-2)).toMatchObject({
      method: "POST",
      url: "/v2.1/servers/1/action",
      body: '{"reboot":{}}',
    });
    expect(service.seen.at(-1)?.headers["openstack-api-version"]).toBe("compute latest");
  });

  it("costs less than 3.5 kB for one operation, also from the index", async () => {
    const one = await bundle(
      'export { createComputeClient } from "./client/compute.js"; export { listImages } from "./client/images.js";',
    );
    const fromIndex = await bundle(
      'export { createComputeClient, listImages } from "./client/index.js";',
    );
    console.log(`one operation, bundled, minified and gzipped: ${one.zipped} bytes`);
    // Half of it keeps secrets where they belong and types true: redirects, errors, odd answers.
    expect(one.zipped).toBeLessThan(3500);
    expect(fromIndex.signs).toBe(one.signs);
  });

  it("costs less than 7.7 kB with a session, and what only other calls need is not in it", async () => {
    const one = await bundle(`
      export { createComputeClient } from "./client/compute.js"; export { listImages } from "./client/images.js";
      export { createSession } from "./client/session/session.js";
      export { password } from "./client/session/auth/password.js";`);
    console.log(`with a session, bundled, minified and gzipped: ${one.zipped} bytes`);
    expect(one.zipped).toBeLessThan(7700);
    // Streams to download, actions answered 202: modules of other calls.
    expect(one.modules).not.toContain("call.ts");
    expect((await bundle('export { uploadImage } from "./client/images.js";')).modules).toContain(
      "call.ts",
    );
  });
});
