import { afterEach } from "vitest";
import {
  call,
  createClient,
  type Client,
  type EndpointOptions,
  type Failure,
  type OtherThan,
  type Success,
} from "../../templates/client/runtime/runtime.js";
import { serve, type Handler, type Service } from "./server.js";

export type Result =
  | Success<200, { id: string }>
  | Failure<404, { itemNotFound: { message: string } }>
  | OtherThan<200 | 404>;

const services: Service[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

/** A client of a service that answers by `handler`. */
export async function clientOf(
  handler: Handler,
  options: Partial<EndpointOptions> = {},
): Promise<{ client: Client; seen: Service["seen"] }> {
  const service = await serve(handler);
  services.push(service);
  return {
    client: createClient({ endpoint: service.endpoint, ...options }),
    seen: service.seen,
  };
}

/** Where the service of a client is, without a path. */
export const originOf = ({ endpoint }: Client): string => new URL(endpoint).origin;

/** Calls the operation that shows an image. */
export const show = (client: Client, id = "7") =>
  call<Result>(client, "GET /images/{image_id}", [200, 404], { path: { image_id: id } });

/** The fault of an image that is not there. */
export const notFound = { itemNotFound: { code: 404, message: "Image not found." } };
