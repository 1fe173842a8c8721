/*
 * One line to a cloud, on Node, Deno and Bun: from the clouds.yaml of the folder that the program
 * runs in. Beyond what `fetch` can be told, requests go over `node:http`, which each has its own of.
 */
import process from "node:process";
import { request } from "../../generated/client/any-request.js";
import { createComputeClient } from "../../generated/client/compute.js";
import { createImageMetadata, listImages } from "../../generated/client/images.js";
import { connect } from "../../generated/node/connect.js";
import { snapshot, type Step } from "./program.js";

/** What the cloud tells of a request. */
interface Echo {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly proxied: boolean;
}

export async function* cloudSteps(): AsyncGenerator<Step> {
  yield* connected("one", "connect");
  // Read where a cloud is connected to, as long as it says so.
  process.env["http_proxy"] = process.env["PROXY"];
  yield* connected("one", "through a proxy");
  delete process.env["http_proxy"];
  if (process.env["SECURE"] === undefined) return;
  yield* connected("secure", "by TLS, with its authority");
  const stranger = createComputeClient({ session: await connect({ cloud: "stranger" }) });
  const error: unknown = await request(stranger, "GET", "/images").catch((one: unknown) => one);
  const { name, operation } = error as { readonly name: string; readonly operation?: string };
  yield ["by TLS, without its authority", `${name} of ${operation}`];
}

async function* connected(cloud: string, name: string): AsyncGenerator<Step> {
  const session = await connect({ cloud, app: "platforms/1.0" });
  const client = createComputeClient({ session, microversion: "2.35" });
  const { images } = await listImages(client, { query: { limit: 1 } }).orThrow();
  const path = { image_id: snapshot };
  const body = { metadata: { way: name } };
  const { metadata } = await createImageMetadata(client, { path, body }).orThrow();
  const base = session.config.auth?.["auth_url"] ?? "";
  const at = (where: string) => {
    const endpoint = String(base).replace("identity", where);
    return createComputeClient({ session, endpoint });
  };
  const stream = new Blob(["in a stream"]).stream();
  const echo = await request<Echo>(at("echo"), "PUT", "/x", { body: stream }).orThrow();
  // A POST that is given up is not sent again by the platform.
  const late = request(at("slow"), "POST", "/x", { body: {} }, { timeout: 300 });
  const lateness: unknown = await late.catch((error: unknown) => error);
  const posts = await request<number>(at("count"), "GET", "/x").orThrow();
  const lost: unknown = await request(at("lost"), "GET", "/x", {}, { retries: 0 }).catch(
    (error: unknown) => error,
  );
  yield [
    name,
    {
      images: images.map(({ name }) => name),
      metadata: metadata["way"],
      agent: echo.headers["user-agent"],
      proxied: echo.proxied,
      body: echo.body,
      late: (lateness as Error).name,
      posts,
      lost: (lost as Error).name,
    },
  ];
}
