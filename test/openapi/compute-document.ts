import type {
  OpenApiDocument,
  ResponseObject,
  SchemaObject,
} from "../../generator/openapi/document.js";

const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });
const answer = (name: string): ResponseObject => ({
  description: name,
  content: { "application/json": { schema: ref(name) } },
});

/** A slice of Compute as restanza writes it: a chapter that ended, versions, shared paths. */
export const computeDocument: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Compute API", version: "2.1" },
  tags: [
    {
      name: "Images",
      description: "Images, passed on from the Image service.",
      "x-restanza": { title: "Images", source: "images.inc" },
    },
    { name: "Services", "x-restanza": { title: "Services", source: "os-services.inc" } },
    { name: "Actions", "x-restanza": { title: "Actions", source: "servers-actions.inc" } },
  ],
  "x-restanza": {
    service: "compute",
    microversions: {
      minimum: "2.1",
      maximum: "2.60",
      headers: [{ name: "OpenStack-API-Version", value: "compute {version}" }],
      latest: true,
    },
    faults: { 404: "ItemNotFound", default: "Fault" },
    sources: { "images.inc": "00112233445566aa" },
  },
  paths: {
    "/images": {
      get: {
        operationId: "listImages",
        summary: "List Images",
        description: "Lists images.",
        tags: ["Images"],
        "x-openstack": { "max-ver": "2.35" },
        parameters: [
          { $ref: "#/components/parameters/limit" },
          { name: "changes-since", in: "query", schema: { type: "string", format: "date-time" } },
        ],
        responses: { 200: answer("ImageList"), 404: answer("ItemNotFound") },
        "x-restanza": { source: { file: "images.inc", title: "List Images" } },
      },
    },
    "/os-services": {
      get: {
        operationId: "listServices",
        summary: "List Services",
        tags: ["Services"],
        parameters: [
          { name: "host", in: "query", schema: { type: "string" } },
          {
            name: "tags",
            in: "query",
            description: "Only with all of these tags.",
            "x-openstack": { "min-ver": "2.26" },
            schema: { type: "string" },
          },
        ],
        responses: { 200: answer("ServiceList"), default: answer("Fault") },
      },
    },
    "/os-services/{service_id}": {
      put: {
        operationId: "updateService",
        summary: "Update Service",
        tags: ["Services"],
        "x-openstack": { "min-ver": "2.53" },
        parameters: [
          { name: "service_id", in: "path", required: true, schema: { type: "string" } },
        ],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: {
                  forced_down: { type: "boolean", description: "Whether it is down by force." },
                  status: { type: "string", enum: ["enabled", "disabled"] },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: { 200: answer("ServiceBody") },
      },
    },
    "/servers/{server_id}/action": {
      post: {
        operationId: "postServerAction",
        tags: ["Actions"],
        parameters: [
          { name: "server_id", in: "path", required: true, schema: { type: "string" } },
          { name: "dry", in: "query", schema: { type: "boolean" } },
        ],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: {
                oneOf: [
                  { ...ref("CreateImageBody"), "x-openstack": { "action-name": "createImage" } },
                  {
                    ...ref("EvacuateBody"),
                    "x-openstack": { "action-name": "evacuate", "min-ver": "2.14" },
                  },
                ],
              },
            },
          },
        },
        responses: { 202: answer("CreateImageResponse"), 200: answer("EvacuateResponse") },
        "x-restanza": {
          operations: [
            {
              operationId: "createImage",
              summary: "Create Image (createImage Action)",
              tag: "Actions",
              source: { file: "servers-actions.inc", title: "Create Image (createImage Action)" },
              "x-openstack": { "action-name": "createImage" },
              parameters: ["path:server_id"],
              requestBody: {
                required: true,
                content: { "application/json": { schema: ref("CreateImageBody") } },
              },
              responses: { 202: answer("CreateImageResponse") },
            },
            {
              operationId: "evacuate",
              summary: "Evacuate Server (evacuate Action)",
              tag: "Actions",
              source: { file: "servers-actions.inc", title: "Evacuate Server (evacuate Action)" },
              "x-openstack": { "action-name": "evacuate", "min-ver": "2.14" },
              parameters: ["path:server_id", "query:dry"],
              requestBody: {
                required: true,
                content: { "application/json": { schema: ref("EvacuateBody") } },
              },
              responses: { 200: answer("EvacuateResponse") },
            },
          ],
        },
      },
      "x-restanza-operations": {
        COPY: {
          operationId: "copyServer",
          summary: "Copy Server",
          tags: ["Actions"],
          responses: {
            201: { description: "Made", headers: { Location: { schema: { type: "string" } } } },
          },
        },
      },
    },
  },
  components: {
    parameters: {
      limit: { name: "limit", in: "query", schema: { type: "integer" }, description: "Page size." },
    },
    schemas: {
      Link: {
        type: "object",
        description: "A reference to a resource.",
        required: ["href", "rel"],
        properties: {
          href: { type: "string", format: "uri", description: "Where it is." },
          rel: { type: "string" },
          type: { type: "string" },
        },
      },
      Metadata: { type: "object", additionalProperties: { type: "string" } },
      Image: {
        type: "object",
        required: ["id", "links", "status"],
        properties: {
          id: { type: "string", format: "uuid" },
          "OS-EXT-IMG-SIZE:size": { type: "integer" },
          links: { type: "array", items: ref("Link") },
          metadata: ref("Metadata"),
          status: {
            type: "string",
            description: "What state it is in.",
            "x-restanza": { values: ["ACTIVE", "ERROR"] },
          },
        },
      },
      ImageList: {
        type: "object",
        required: ["images"],
        properties: { images: { type: "array", items: ref("Image") } },
      },
      Service: {
        type: "object",
        description: "A process of Compute on some host.",
        required: ["binary", "id"],
        properties: {
          binary: { type: "string", description: "The program that runs." },
          disabled_reason: { type: ["string", "null"] },
          forced_down: {
            type: "boolean",
            description: "Whether it is down by force.",
            "x-openstack": { "min-ver": "2.11" },
            "x-restanza": { required: true },
          },
          id: {
            description: "The service.",
            anyOf: [
              {
                type: "integer",
                description: "The number of the service.",
                "x-openstack": { "max-ver": "2.52" },
              },
              {
                type: "string",
                format: "uuid",
                description: "The UUID of the service.",
                "x-openstack": { "min-ver": "2.53" },
              },
            ],
          },
        },
      },
      ServiceList: {
        type: "object",
        required: ["services"],
        properties: { services: { type: "array", items: ref("Service") } },
      },
      ServiceBody: {
        type: "object",
        required: ["service"],
        properties: { service: ref("Service") },
      },
      CreateImageBody: {
        type: "object",
        required: ["createImage"],
        properties: {
          createImage: {
            type: "object",
            required: ["name"],
            properties: { name: { type: "string" }, metadata: ref("Metadata") },
          },
        },
      },
      CreateImageResponse: {
        type: "object",
        properties: {
          image_id: {
            type: "string",
            description: "The UUID of the new image.",
            "x-openstack": { "min-ver": "2.45" },
            "x-restanza": { required: true },
          },
        },
      },
      EvacuateBody: {
        type: "object",
        required: ["evacuate"],
        properties: {
          evacuate: {
            type: "object",
            properties: {
              force: {
                type: "boolean",
                "x-openstack": { "min-ver": "2.29", "max-ver": "2.55" },
              },
              host: { type: "string" },
            },
          },
        },
      },
      EvacuateResponse: { type: "object", properties: { adminPass: { type: "string" } } },
      Fault: {
        type: "object",
        required: ["code", "message"],
        properties: { code: { type: "integer" }, message: { type: "string" } },
      },
      ItemNotFound: {
        type: "object",
        required: ["itemNotFound"],
        properties: { itemNotFound: ref("Fault") },
      },
    },
  },
};
