/** How people use the emitted client, and by `@ts-expect-error` what must not compile. */
export const usage = String.raw`
import { createCompute } from "./client/bound.js";
import {
  createComputeClient,
  isFault,
  withMicroversion,
  type ComputeCallOptions,
  type ComputeClient,
} from "./client/compute.js";
import {
  checkConsole,
  clearConsole,
  deleteImage,
  downloadImage,
  listImages,
  patchConsole,
  readConsole,
  replaceImageMetadata,
  showImageDetails,
  uploadImage,
} from "./client/images.js";
import * as everything from "./client/index.js";
import { find } from "./client/find.js";
import { pages } from "./client/pages.js";
import { ResponseError, type CallOptions, type Download } from "./client/runtime.js";
import { createImage, rebootServer } from "./client/server-actions.js";
import { listServices, updateService } from "./client/services.js";
import type { UpTo } from "./microversion.js";
import type { Forbidden, Image, Service, ServiceAt, Service_2_53, Unauthorized } from "./types.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(..._: Same<A, B> extends true ? [] : ["differ"]): void => {};

const endpoint = "https://cloud.example/compute/v2.1";
const at2_1 = createComputeClient({ endpoint, token: "gAAAAA", microversion: "2.1" });
const at2_20 = createComputeClient({ endpoint, microversion: "2.20" });
const at2_53 = createComputeClient({ endpoint, token: async () => "t", microversion: "2.53" });
const latest = createComputeClient({ endpoint: new URL(endpoint), fetch: globalThis.fetch });

// The documented answers are told apart by status; all others have a status of their own.
export async function names(limit: number | undefined): Promise<string[]> {
  const result = await listImages(at2_1, { query: { limit, status: ["ACTIVE"] } });
  switch (result.status) {
    case 200:
      return result.body.images.map((image) => image.name);
    case 401:
      throw new Error(result.body.error.message + result.message);
  }
  const undocumented: false = result.documented;
  const body: unknown = result.body;
  throw new Error(result.ok ? String(undocumented) : result.message, { cause: body });
}

export async function show(image_id: string): Promise<Image | string> {
  const result = await showImageDetails(at2_1, { path: { image_id } });
  if (!result.ok) return String(result.status) + result.message;
  // @ts-expect-error: a success that the documentation does not have may have any body
  void result.body.image;
  return result.documented ? result.body.image : "";
}

export async function statuses(image_id: string): Promise<string> {
  const result = await showImageDetails(at2_1, { path: { image_id } });
  if (result.status === 200) return result.body.image.id;
  else if (result.status === 404) return result.body.itemNotFound.message;
  else if (result.status === 409) return result.message;
  // @ts-expect-error: there is no such status
  else if (result.status === 700) return "";
  // @ts-expect-error: no documented status is left
  else if (result.status === 200) return "";
  else if (result.documented) return result.body satisfies Unauthorized | Forbidden && result.message;
  const ok: boolean = result.ok;
  return String(ok);
}

export async function remove(image_id: string, signal: AbortSignal): Promise<boolean> {
  try {
    const nothing: undefined = await deleteImage(
      at2_53,
      { path: { image_id } },
      { signal, timeout: 1000, headers: { "x-trace": "1" } },
    ).orThrow();
    return nothing === undefined;
  } catch (error) {
    if (isFault(error, 404)) console.warn(error.body.itemNotFound.message, error.status);
    else if (error instanceof ResponseError && error.status >= 500)
      console.warn(error.message, error.method, error.url, error.version satisfies string | undefined);
    else throw error;
    return false;
  }
}

// Bodies that are not JSON, none at all, and no documented code.
export async function media(image_id: string): Promise<void> {
  const text: string | undefined = await readConsole(latest).orThrow();
  const none: undefined = await checkConsole(latest).orThrow();
  const path = { image_id };
  const stream: Download = await downloadImage(latest, { path }).orThrow();
  const headers = { "X-Checksum": "0" };
  for (const body of ["text", new Uint8Array(3), new Blob([]), new FormData(), stream])
    await uploadImage(latest, { path, headers, body }).orThrow();
  // @ts-expect-error: the header must be sent
  await uploadImage(latest, { path, body: "" });
  const any = await patchConsole(latest);
  const status: number = any.status;
  if (!any.ok) console.warn(any.body.message, status, text, none);
}

// A range of statuses tells what its body is, but for those that are documented by themselves.
export async function ranges(): Promise<string> {
  const result = await clearConsole(latest);
  if (result.status === 202) return String(result.body satisfies undefined);
  if (result.ok) return result.body.host;
  if (result.status === 404) return result.body.itemNotFound.message;
  if (result.status === 409) return result.body.error.message;
  if (result.documented) return result.body.error.message;
  const failed: 500 | 503 | 304 = result.status === 500 ? result.status : 503;
  // @ts-expect-error: all of 4XX are documented
  if (result.status === 410) return "";
  return result.message + String(failed);
}

// A member has the type of the microversion, and is absent where the microversion lacks it.
export async function members(): Promise<void> {
  const [old] = (await listServices(at2_1).orThrow()).services;
  const [young] = (await listServices(at2_53).orThrow()).services;
  const [some] = (await listServices(at2_1 as ComputeClient).orThrow()).services;
  if (!old || !young || !some) return;
  const number: number = old.id;
  const uuid: string = young.id;
  const either: number | string | undefined = some.id;
  const newest: string | undefined = (await listServices(latest).orThrow()).services[0]?.id;
  // @ts-expect-error: forced_down came with 2.11
  void old.forced_down;
  const boolean: boolean = young.forced_down;
  const perhaps: boolean | undefined = some.forced_down;
  void [number, uuid, either, newest, boolean, perhaps];
  void listServices(at2_53, { query: { tags: "a" } });
  // @ts-expect-error: tags came with 2.26
  void listServices(at2_1, { query: { tags: "a" } });

  const body = { host: "a", forced_down: true, id: "b" };
  const updated = await updateService(at2_53, { path: { service_id: "1" }, body }).orThrow();
  const id: string = updated.id;
  void id;
  // @ts-expect-error: came with 2.11
  void updateService(at2_1, { path: { service_id: "1" }, body: { host: "a", id: 1 } });
}

// An operation that the microversion lacks is an error at the call.
export function operations(image_id: string): void {
  void listImages(at2_1);
  // @ts-expect-error: ended with 2.35, and there are newer
  void listImages(latest);
  // @ts-expect-error: ended with 2.35
  void listImages(at2_53);
  void listImages(withMicroversion(at2_53, "2.35"));
  const request = { path: { image_id }, body: { metadata: { architecture: "x86_64" } } };
  void replaceImageMetadata(at2_20, request);
  // @ts-expect-error: began with 2.10
  void replaceImageMetadata(at2_1, request);
  // @ts-expect-error: ended with 2.38
  void replaceImageMetadata(at2_53, request);
}

// A call may have a microversion of its own, with its types.
export async function perCall(some: string, either: "2.20" | "2.53", signal: AbortSignal): Promise<void> {
  const prepared: ComputeCallOptions<"2.53"> = { microversion: "2.53" };
  const by = (await listServices(at2_1, {}, prepared).orThrow()).services;
  same<typeof by, Service_2_53[]>();
  const young = (await listServices(at2_1, {}, { signal, microversion: "2.53" }).orThrow()).services;
  same<typeof young, Service_2_53[]>();
  const newest = (await listServices(at2_1, {}, { microversion: "latest" }).orThrow()).services;
  same<typeof newest, Service_2_53[]>();
  // @ts-expect-error: nobody could say which types that gives
  void listServices(at2_53, {}, { signal, microversion: undefined });
  const options: CallOptions = { signal };
  const plain = (await listServices(at2_53, {}, options).orThrow()).services;
  same<typeof plain, Service_2_53[]>();
  // Which of several it is, only the running program knows.
  const one = (await listServices(at2_1, {}, { microversion: either }).orThrow()).services;
  same<typeof one, (ServiceAt<"2.20"> | Service_2_53)[]>();
  const any = (await listServices(at2_1, {}, { microversion: some }).orThrow()).services;
  same<typeof any, Service[]>();
  void listServices(at2_1, { query: { tags: "a" } }, { microversion: "2.26" });
  // @ts-expect-error: tags came with 2.26
  void listServices(at2_53, { query: { tags: "a" } }, { microversion: "2.25" });
  // @ts-expect-error: no such microversion
  void listServices(at2_53, {}, { microversion: "2.999" });

  const path = { service_id: "1" };
  void updateService(at2_1, { path, body: { host: "a", forced_down: true, id: "b" } }, { microversion: "2.53" });
  // @ts-expect-error: a UUID since 2.53
  void updateService(at2_1, { path, body: { host: "a", forced_down: true, id: 1 } }, { microversion: "2.53" });
  // @ts-expect-error: began with 2.11
  void updateService(at2_53, { path, body: { host: "a", id: 1 } }, { microversion: "2.1" });
  void listImages(at2_53, {}, { microversion: "2.35" });
  void listImages(latest, {}, { microversion: "2.35" });
  // @ts-expect-error: ended with 2.35
  void listImages(at2_1, {}, { microversion: "2.53" });
  // Where no type depends on it, it is sent all the same.
  void deleteImage(at2_1, { path: { image_id: "" } }, { microversion: either });

  for await (const service of pages(listServices, at2_1, {}, { microversion: "2.53" }))
    same<typeof service, Service_2_53>();
  for await (const image of pages(listImages, at2_53, {}, { microversion: "2.35" })) void image.name;
  // @ts-expect-error: ended with 2.35
  void pages(listImages, at2_1, {}, { microversion: "2.53" });
  const found = await find(listServices, at2_1, "a", {}, { microversion: "2.53" });
  same<typeof found, Service_2_53 | undefined>();

  const compute = createCompute({ endpoint, microversion: "2.20" });
  const methods = (await compute.listServices({}, { microversion: "2.53" }).orThrow()).services;
  same<typeof methods, Service_2_53[]>();
  const its = (await compute.listServices().orThrow()).services;
  same<typeof its, ServiceAt<"2.20">[]>();
  void compute.listImages({}, { microversion: "2.35" });
  // @ts-expect-error: ended with 2.35
  void compute.listImages({}, { microversion: "2.53" });
}

// As methods, they are not even there.
export async function methods(): Promise<void> {
  const compute = createCompute({ endpoint, microversion: "2.53" });
  const { services } = await compute.listServices({ query: { tags: "a" } }).orThrow();
  const id: string | undefined = services[0]?.id;
  void compute.deleteImage({ path: { image_id: id ?? "" } }, { timeout: 5 });
  const path = { service_id: "1" };
  void compute.updateService({ path, body: { host: "a", forced_down: true, id: "b" } });
  // @ts-expect-error: a UUID since 2.53
  void compute.updateService({ path, body: { host: "a", forced_down: true, id: 1 } });
  // @ts-expect-error: ended with 2.35
  void compute.listImages();
  void deleteImage(compute, { path: { image_id: "" } });
  void createCompute({ endpoint, microversion: "2.30" }).listImages();
}

// A helper says which clients it takes: any, some, or those at a microversion.
export async function count(client: ComputeClient): Promise<number> {
  // @ts-expect-error: not every client may call it
  void listImages(client);
  const { services }: { services: Service[] } = await listServices(client).orThrow();
  return services.length;
}

export function firstImages(client: ComputeClient<UpTo<"2.35">>): unknown {
  return listImages(client, { query: { limit: 3 } });
}

export async function down<V extends string>(client: ComputeClient<V>): Promise<ServiceAt<V>[]> {
  const { services } = await listServices(client).orThrow();
  return services.filter((service) => service.forced_down);
}

export function helpers(): void {
  void count(at2_1);
  void firstImages(at2_1);
  // @ts-expect-error: 2.53 is too new for it
  void firstImages(at2_53);
  const young: Promise<Service_2_53[]> = down(at2_53);
  const some: Promise<Service[]> = down(at2_1 as ComputeClient);
  void [young, some];
}

// Items of pages are those of the microversion of the client.
export async function overPages(): Promise<void> {
  for await (const image of pages(listImages, at2_1, { query: { limit: 3 } }, { timeout: 5 }))
    void image.name.length;
  for await (const service of pages(listServices, at2_53)) {
    const young: Service_2_53 = service;
    // @ts-expect-error: a text since 2.53
    const id: number = service.id;
    void [young, id];
  }
  // @ts-expect-error: ended with 2.35
  void pages(listImages, at2_53);
  // @ts-expect-error: no such parameter
  void pages(listImages, at2_1, { query: { limt: 3 } });
  // @ts-expect-error: it lists nothing
  void pages(showImageDetails, at2_1, { path: { image_id: "" } });
}

export async function actions(server_id: string): Promise<void> {
  const path = { server_id };
  await rebootServer(at2_1, { path, body: { type: "SOFT" } }).orThrow();
  const request = { path, body: { createImage: { name: "nightly" } } };
  const { image_id } = await createImage(at2_53, request).orThrow();
  const id: string = image_id;
  const old = await createImage(at2_20, request);
  // @ts-expect-error: no such member before 2.45
  if (old.ok) void [id, old.body.image_id];
}

export async function mistakes(other: { endpoint: string }): Promise<void> {
  // @ts-expect-error: no such parameter
  void listImages(at2_1, { query: { limt: 10 } });
  // @ts-expect-error: a number, not a string
  void listImages(at2_1, { query: { limit: "10" } });
  // @ts-expect-error: image_id is missing
  void showImageDetails(at2_1, { path: {} });
  // @ts-expect-error: the path is missing
  void showImageDetails(at2_1);
  // @ts-expect-error: it has no query
  void readConsole(latest, { query: {} });
  // @ts-expect-error: not a client
  void listImages(other);
  // @ts-expect-error: no such microversion
  createComputeClient({ endpoint, microversion: "2.999" });
  const result = await showImageDetails(at2_1, { path: { image_id: "" } });
  // @ts-expect-error: which body it is, is not known yet
  void result.body.image;
  // @ts-expect-error: the documentation has no 409 here, and so no body
  if (result.status === 409) void result.body.conflict;
  if (result.status === 404) {
    void result.body.itemNotFound.message;
    // @ts-expect-error: not in the body of a 404
    void result.body.image;
  }
  // @ts-expect-error: no fault has this status
  isFault(result, 418);
}

void [everything.listImages, everything.createCompute, everything.ResponseError];
`;

/** How programs in Node use streams; the DOM's declarations may stand beside Node's. */
export const nodeUsage = String.raw`
import { createReadStream, createWriteStream, openAsBlob } from "node:fs";
import { writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createComputeClient } from "./client/compute.js";
import { downloadImage, uploadImage } from "./client/images.js";

export async function streams(image_id: string): Promise<number> {
  const client = createComputeClient({ endpoint: "https://cloud.example/compute/v2.1" });
  const path = { image_id };
  const headers = { "X-Checksum": "0" };
  const file = createReadStream("up");
  for (const body of [file, Readable.toWeb(file), await openAsBlob("up"), Buffer.from("up")])
    await uploadImage(client, { path, headers, body }).orThrow();
  const down = () => downloadImage(client, { path }).orThrow();
  await pipeline(Readable.fromWeb(await down()), createWriteStream("down"));
  await pipeline(await down(), createWriteStream("down"));
  await writeFile("down", await down());
  const text: string = await new Response(await down()).text();
  let size = text.length;
  for await (const chunk of await down()) size += chunk.byteLength;
  const { value } = await (await down()).getReader().read();
  return size + (value?.byteLength ?? 0);
}
`;
