/*
 * What every platform runs, word for word: a program that has nothing but the emitted client and web
 * standards. What it sees is told step by step; the suite knows what that should be.
 */
import { request } from "../../generated/client/any-request.js";
import { createComputeClient, isFault, withMicroversion } from "../../generated/client/compute.js";
import {
  createImageMetadata,
  listImageMetadata,
  listImages,
  listImagesWithDetails,
  showImageDetails,
  showImageMetadataItem,
} from "../../generated/client/images.js";
import { pages } from "../../generated/client/pages.js";
import { ConnectionError } from "../../generated/client/runtime.js";
import { password } from "../../generated/client/session/auth/password.js";
import { endpointFor } from "../../generated/client/session/endpoint.js";
import { createSession, type Session } from "../../generated/client/session/session.js";

/** Where the cloud of `cloud.ts` is for this program. */
export interface Place {
  /** Before the paths of all its services. */
  readonly base: string;
  /** Where nobody listens. */
  readonly nowhere: string;
}

/** The name of a step, and what was seen. */
export type Step = readonly [name: string, seen: unknown];

export const snapshot = "e6d95b70-8c2f-4a13-a7de-41f08b3c5d62";
const missing = "ffffffff-0000-4000-8000-000000000000";
const path = { image_id: snapshot };

/** A session of a user, and what it sent and got: `GET /images 200`. */
function sessionOf({ base }: Place, username: string) {
  const sent: string[] = [];
  const session = createSession({
    authenticate: password({
      auth_url: `${base}/identity`,
      username,
      user_domain_id: "default",
      password: "pässword",
      project_name: "blue",
      project_domain_id: "default",
    }),
    locate: (service, grant, way) => endpointFor(service, grant, {}, way),
    observe: ({ operation }) => {
      return ({ response }) => void sent.push(`${operation} ${response?.status ?? "lost"}`);
    },
  });
  return { session, sent };
}

export async function* steps(place: Place): AsyncGenerator<Step> {
  const { session } = sessionOf(place, "demo");
  const { projectId, catalog = [] } = await session.grant();
  yield ["grant", { projectId, types: catalog.map(({ type }) => type) }];
  yield* calls(session);
  yield* headers(place, session);
  yield* refused(place);
  yield* ended(place, session);
  yield* passing(place);
  yield* bodies(place, session);
}

async function* calls(session: Session): AsyncGenerator<Step> {
  const client = createComputeClient({ session, microversion: "2.35" });
  const { images } = await listImages(client).orThrow();
  yield ["list", images.map(({ name }) => name)];

  const found: string[] = [];
  for await (const { id } of pages(listImages, client, { query: { limit: 1 } })) found.push(id);
  yield ["pages", found];

  const body = { metadata: { "a b.c:d": "größer ☃ 🙂" } };
  const { metadata } = await createImageMetadata(client, { path, body }).orThrow();
  const item = { path: { ...path, key: "a b.c:d" } };
  const { meta } = await showImageMetadataItem(client, item).orThrow();
  yield ["post", [metadata["a b.c:d"], meta["a b.c:d"]]];

  const unknown = { path: { image_id: missing } };
  const error: unknown = await showImageDetails(client, unknown).orThrow().catch(caught);
  const is404 = isFault(error, 404);
  yield [
    "fault",
    is404 ? [error.fault, error.body.itemNotFound.message, error.documented] : told(error),
  ];

  const late = createComputeClient({ session, microversion: "2.53" });
  const labels = await listImageMetadata(withMicroversion(client, "2.36"), { path });
  const { image } = await showImageDetails(late, { path }, { microversion: "2.35" }).orThrow();
  const gone = await request(late, "GET", "/images");
  const future = request(late, "GET", "/images", {}, { microversion: "2.999" });
  yield ["microversions", [labels.status, image.id, gone.status, told(await future.catch(caught))]];
}

/** What the service sees of a request, and the program of its answer. */
async function* headers({ base }: Place, session: Session): AsyncGenerator<Step> {
  const client = createComputeClient({ session, endpoint: `${base}/echo`, microversion: "2.35" });
  const echo = await request<Echo>(client, "PUT", "/x", { body: { a: 1 } });
  if (!echo.ok) return;
  const { headers } = echo.body;
  const names = ["accept", "content-type", "openstack-api-version", "x-openstack-nova-api-version"];
  yield ["sent headers", names.map((name) => headers[name])];
  const exposed = ["x-openstack-request-id", "openstack-api-version", "location", "retry-after"];
  yield ["seen headers", exposed.map((name) => echo.headers.get(name))];
}

interface Echo {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly proxied: boolean;
}

/** The first token that this user gets is taken by no service. */
async function* refused(place: Place): AsyncGenerator<Step> {
  for (const method of ["GET", "POST"]) {
    const { session, sent } = sessionOf(place, `late-${method}`);
    const client = createComputeClient({ session, microversion: "2.35" });
    const body = { metadata: { [method]: "again" } };
    const call =
      method === "GET" ? listImages(client) : createImageMetadata(client, { path, body });
    const { status } = await call;
    yield [`${method} after a 401`, [status, ...sent]];
  }
}

/** Calls that are given up, before their answer and in it. */
async function* ended({ base }: Place, session: Session): AsyncGenerator<Step> {
  const at = (where: string) => createComputeClient({ session, endpoint: `${base}/${where}` });
  for (const where of ["slow", "half"]) {
    const late = request(at(where), "GET", "/x", {}, { timeout: 300 });
    yield [`timeout, ${where}`, ((await late.catch(caught)) as Error).name];
    const controller = new AbortController();
    const reason = new Error("enough");
    const call = request(at(where), "GET", "/x", {}, { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 100);
    yield [`abort, ${where}`, (await call.catch(caught)) === reason];
  }
}

/** What fails in passing, or leads elsewhere. */
async function* passing(place: Place): AsyncGenerator<Step> {
  const { base, nowhere } = place;
  const trials = [
    ["busy", `${base}/busy`, "GET"],
    ["lost", `${base}/lost`, "GET"],
    ["lost in the body", `${base}/broken`, "GET"],
    ["a POST that is lost", `${base}/lost`, "POST"],
    ["a POST to nowhere", nowhere, "POST"],
    ["redirected", `${base}/moved`, "GET"],
  ] as const;
  for (const [name, endpoint, method] of trials) {
    const { session, sent } = sessionOf(place, "demo");
    await session.grant();
    sent.length = 0;
    const client = createComputeClient({ session, endpoint, microversion: "2.35" });
    const body = { metadata: {} };
    const options = { retries: 1 };
    const call: Promise<{ readonly status: number }> =
      method === "GET"
        ? listImages(client, {}, options)
        : createImageMetadata(client, { path, body }, options);
    const end = await call.then(({ status }) => status, caught);
    yield [name, [typeof end === "number" ? end : told(end).replace(base, ""), ...sent]];
  }
}

/** Bodies that are no JSON. */
async function* bodies({ base }: Place, session: Session): AsyncGenerator<Step> {
  const client = createComputeClient({ session, endpoint: `${base}/echo` });
  const form = new FormData();
  form.append("file", new Blob(["in a file"]), "a.txt");
  const stream = new Blob(["in a ", "stream"]).stream();
  const given = { form, bytes: new TextEncoder().encode("in bytes"), stream, text: "in a text" };
  for (const [name, body] of Object.entries(given)) {
    const call = request<Echo>(client, "PUT", "/x", { body }, { retries: 0 }).orThrow();
    const found = await call.then(
      ({ headers, body }) => [headers["content-type"]?.split(";")[0], /in [a-z ]+/.exec(body)?.[0]],
      (error: unknown) => error instanceof ConnectionError && "lost",
    );
    yield [`${name} sent`, found];
  }
  const detailed = listImagesWithDetails(createComputeClient({ session, microversion: "2.35" }));
  yield ["details", (await detailed.orThrow()).images.length];
}

const caught = (error: unknown): unknown => error;

/** An error in words that all platforms have: what they say themselves differs. */
function told(error: unknown): string {
  if (error instanceof ConnectionError) return `ConnectionError of ${error.operation}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : JSON.stringify(error);
}
