// The four operations as one would write them with Fastify alone: routes, the same checks, the
// negotiation of microversions, faults in the service's form, ids of requests.
import { randomUUID } from "node:crypto";
import { find, summaries } from "./store.mjs";

const maximum = 96;

/** Registers the routes; `checks` are those that restanza has made with Ajv. */
export function handWritten(app, checks) {
  app.get("/v2.1/images", (request, reply) => {
    if (!begin(request, reply, 35)) return reply;
    const query = { ...request.query };
    for (const name of ["minDisk", "minRam", "limit"]) {
      if (query[name] !== undefined && /^[+-]?\d+$/.test(query[name])) {
        query[name] = Number(query[name]);
      }
    }
    if (!checks.listImagesQuery(query)) {
      return fault(reply, 400, wordsOf(checks.listImagesQuery, "query"));
    }
    return { images: summaries.slice(0, query.limit || undefined) };
  });

  app.get("/v2.1/images/:image_id", (request, reply) => {
    if (!begin(request, reply, 35)) return reply;
    const image = find(request.params.image_id);
    return image === undefined ? fault(reply, 404, "Image not found.") : { image };
  });

  app.post("/v2.1/images/:image_id/metadata", (request, reply) => {
    if (!begin(request, reply, 38)) return reply;
    if (!checks.createImageMetadataBody(request.body)) {
      return fault(reply, 400, wordsOf(checks.createImageMetadataBody, "body"));
    }
    const image = find(request.params.image_id);
    if (image === undefined) return fault(reply, 404, "Image not found.");
    return { metadata: { ...image.metadata, ...request.body.metadata } };
  });

  app.setNotFoundHandler((request, reply) => {
    reply.header("x-openstack-request-id", `req-${randomUUID()}`);
    return fault(reply, 404, "The resource could not be found.");
  });
  app.setErrorHandler((error, request, reply) => {
    const status = error.statusCode >= 400 ? error.statusCode : 500;
    return fault(reply, status, status < 500 ? error.message : "The server failed.");
  });
}

/** Says the id of the request and its microversion; false where it is answered already. */
function begin({ headers }, reply, last) {
  reply.header("x-openstack-request-id", `req-${randomUUID()}`);
  let asked = headers["x-openstack-nova-api-version"];
  for (const part of (headers["openstack-api-version"] ?? "").split(",")) {
    const [word, version] = part.trim().split(" ");
    if (word.toLowerCase() === "compute") asked = version;
  }
  asked ??= "2.1";
  if (asked === "latest") asked = `2.${maximum}`;
  const [, major, minor] = /^([1-9]\d*)\.(0|[1-9]\d*)$/.exec(asked) ?? [];
  if (major === undefined) {
    fault(reply, 400, `The microversion ${asked} is not of the form MAJOR.MINOR.`);
    return false;
  }
  reply.header("openstack-api-version", `compute ${asked}`);
  reply.header("x-openstack-nova-api-version", asked);
  reply.header("vary", "OpenStack-API-Version, X-OpenStack-Nova-API-Version");
  if (major !== "2" || minor < 1 || minor > maximum) {
    fault(reply, 406, `Microversion ${asked} is not served.`);
    return false;
  }
  if (minor <= last) return true;
  fault(reply, 404, `This is not part of ${asked}.`);
  return false;
}

const names = { 400: "badRequest", 404: "itemNotFound", 413: "overLimit", 415: "badMediaType" };

function fault(reply, status, message) {
  return reply.code(status).send({ [names[status] ?? "computeFault"]: { code: status, message } });
}

function wordsOf({ errors }, side) {
  const [{ instancePath, message }] = errors;
  return `${side}${instancePath.replaceAll("/", ".")} ${message}.`;
}
