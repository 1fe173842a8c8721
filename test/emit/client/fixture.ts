import type { OpenApiDocument } from "../../../generator/openapi/document.js";

const fault = (name: string) => ({
  description: name,
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});

const json = (component: string) => ({
  "application/json": { schema: { $ref: `#/components/schemas/${component}` } },
});

const imageId = {
  name: "image_id",
  in: "path",
  required: true,
  description: "Which image, by UUID.",
  schema: { type: "string" },
} as const;

const faults = {
  "401": fault("Unauthorized"),
  "403": fault("Forbidden"),
  "404": fault("ItemNotFound"),
};

const source = (title: string) => ({ source: { file: "images.inc", title } });

/** A small Compute: bounds, actions on one path, bodies that are not JSON, no codes at all. */
export const compute: OpenApiDocument = {
  openapi: "3.1.0",
  security: [{ "X-Auth-Token": [] }],
  info: { title: "Compute API", version: "2.1" },
  tags: [
    {
      name: "images",
      description: "Images, as Compute passes them on.",
      "x-restanza": { title: "Images", source: "images.inc" },
    },
    { name: "services", description: "The processes that make up Compute." },
    {
      name: "server-actions",
      "x-restanza": { title: "Servers: run an action", source: "server-actions.inc" },
    },
  ],
  paths: {
    "/images": {
      get: {
        operationId: "listImages",
        summary: "List Images (DEPRECATED)",
        description: "Lists images. This call is deprecated: ask the Image service.",
        tags: ["images"],
        deprecated: true,
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer" }, description: "How many." },
          { name: "status", in: "query", schema: { type: "array", items: { type: "string" } } },
        ],
        responses: {
          "200": { description: "The images.", content: json("ListImagesResponse") },
          "401": fault("Unauthorized"),
        },
        "x-openstack": { "max-ver": "2.35" },
        "x-restanza": source("List Images"),
      },
    },
    "/images/{image_id}": {
      get: {
        operationId: "showImageDetails",
        summary: "Show Image Details",
        description: "Shows one image.\n\n- with its links\n- with its metadata",
        tags: ["images"],
        parameters: [imageId],
        responses: { "200": { description: "", content: json("ShowImageResponse") }, ...faults },
        "x-openstack": { "max-ver": "2.35" },
        "x-restanza": source("Show Image Details"),
      },
      delete: {
        operationId: "deleteImage",
        summary: "Delete Image",
        description: "Removes an image for good.",
        tags: ["images"],
        parameters: [imageId],
        responses: { "204": { description: "" }, ...faults },
        "x-restanza": source("Delete Image"),
      },
    },
    "/images/{image_id}/metadata": {
      put: {
        operationId: "replaceImageMetadata",
        summary: "Replace Image Metadata",
        tags: ["images"],
        parameters: [imageId],
        requestBody: { required: true, content: json("MetadataBody") },
        responses: { "200": { description: "", content: json("MetadataBody") }, ...faults },
        "x-openstack": { "min-ver": "2.10", "max-ver": "2.38" },
      },
    },
    "/images/{image_id}/file": {
      get: {
        operationId: "downloadImage",
        summary: "Download Image",
        tags: ["images"],
        parameters: [imageId],
        responses: {
          "200": {
            description: "",
            content: {
              "application/octet-stream": { schema: { type: "string", format: "binary" } },
            },
          },
          ...faults,
        },
      },
      put: {
        operationId: "uploadImage",
        summary: "Upload Image",
        tags: ["images"],
        parameters: [
          imageId,
          { name: "X-Checksum", in: "header", required: true, schema: { type: "string" } },
        ],
        requestBody: {
          required: true,
          content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
        },
        responses: { "202": { description: "" }, ...faults },
      },
    },
    "/console": {
      get: {
        operationId: "readConsole",
        summary: "Read Console",
        tags: ["images"],
        responses: {
          "200": { description: "", content: { "text/plain": { schema: { type: "string" } } } },
          "303": { description: "Elsewhere." },
        },
      },
      head: {
        operationId: "checkConsole",
        summary: "Check Console",
        tags: ["images"],
        responses: { "200": { description: "", content: json("ShowImageResponse") } },
      },
      patch: {
        operationId: "patchConsole",
        summary: "Patch Console",
        tags: ["images"],
        requestBody: {
          content: { "application/json-patch+json": { schema: { type: "array", items: {} } } },
        },
        responses: { default: fault("Fault") },
      },
      delete: {
        operationId: "clearConsole",
        summary: "Clear Console",
        tags: ["images"],
        responses: {
          "202": { description: "" },
          "2XX": { description: "", content: json("Service") },
          "404": fault("ItemNotFound"),
          "4XX": fault("Unauthorized"),
        },
      },
    },
    "/os-services": {
      get: {
        operationId: "listServices",
        summary: "List Services",
        tags: ["services"],
        parameters: [
          { name: "host", in: "query", schema: { type: "string" } },
          {
            name: "tags",
            in: "query",
            schema: { type: "string" },
            "x-openstack": { "min-ver": "2.26" },
          },
        ],
        responses: {
          "200": { description: "", content: json("ListServicesResponse") },
          ...faults,
        },
      },
    },
    "/os-services/{service_id}": {
      put: {
        operationId: "updateService",
        summary: "Update Service",
        tags: ["services"],
        parameters: [
          { name: "service_id", in: "path", required: true, schema: { type: "string" } },
        ],
        requestBody: { required: true, content: json("Service") },
        responses: { "2XX": { description: "", content: json("Service") }, ...faults },
        "x-openstack": { "min-ver": "2.11" },
      },
    },
    "/servers/{server_id}/action": {
      post: {
        operationId: "serverAction",
        responses: {},
        parameters: [{ name: "server_id", in: "path", required: true, schema: { type: "string" } }],
        "x-restanza": {
          operations: [
            {
              operationId: "createImage",
              summary: "Create Image (createImage Action)",
              description: "Takes an image of a server.",
              tag: "server-actions",
              source: { file: "server-actions.inc", title: "Create Image" },
              "x-openstack": { "action-name": "createImage", "min-ver": "2.20" },
              parameters: ["path:server_id"],
              requestBody: { required: true, content: json("CreateImageRequest") },
              responses: {
                "202": { description: "", content: json("CreateImageResponse") },
                "409": fault("Conflict"),
              },
            },
            {
              operationId: "rebootServer",
              summary: "Reboot Server (reboot Action)",
              tag: "server-actions",
              source: { file: "server-actions.inc", title: "Reboot Server" },
              "x-openstack": { "action-name": "reboot" },
              parameters: ["path:server_id"],
              requestBody: { required: true, content: json("RebootBody") },
              responses: { "202": { description: "" }, "409": fault("Conflict") },
            },
          ],
        },
      },
    },
  },
  components: {
    securitySchemes: { "X-Auth-Token": { type: "apiKey", in: "header", name: "X-Auth-Token" } },
    schemas: {
      Image: {
        type: "object",
        description: "An image.",
        properties: { id: { type: "string" }, name: { type: "string" } },
        required: ["id", "name"],
      },
      ListImagesResponse: {
        type: "object",
        properties: { images: { type: "array", items: { $ref: "#/components/schemas/Image" } } },
        required: ["images"],
      },
      ShowImageResponse: {
        type: "object",
        properties: { image: { $ref: "#/components/schemas/Image" } },
        required: ["image"],
      },
      MetadataBody: {
        type: "object",
        properties: {
          metadata: { type: "object", additionalProperties: { type: "string" } },
        },
        required: ["metadata"],
      },
      CreateImageRequest: {
        type: "object",
        properties: {
          createImage: {
            type: "object",
            properties: { name: { type: "string" } },
            required: ["name"],
          },
        },
        required: ["createImage"],
      },
      CreateImageResponse: {
        type: "object",
        properties: {
          image_id: {
            type: "string",
            "x-openstack": { "min-ver": "2.45" },
            "x-restanza": { required: true },
          },
        },
      },
      Service: {
        type: "object",
        properties: {
          host: { type: "string" },
          forced_down: {
            type: "boolean",
            "x-openstack": { "min-ver": "2.11" },
            "x-restanza": { required: true },
          },
          id: {
            anyOf: [
              {
                type: "integer",
                "x-openstack": { "max-ver": "2.52" },
                "x-restanza": { required: true },
              },
              {
                type: "string",
                "x-openstack": { "min-ver": "2.53" },
                "x-restanza": { required: true },
              },
            ],
          },
        },
        required: ["host"],
      },
      ListServicesResponse: {
        type: "object",
        properties: {
          services: { type: "array", items: { $ref: "#/components/schemas/Service" } },
        },
        required: ["services"],
      },
      RebootBody: {
        type: "object",
        properties: { reboot: { $ref: "#/components/schemas/Reboot" } },
        required: ["reboot"],
      },
      Reboot: { type: "object", properties: { type: { type: "string" } } },
      Fault: {
        type: "object",
        properties: { message: { type: "string" } },
        required: ["message"],
      },
      Unauthorized: {
        type: "object",
        properties: { error: { $ref: "#/components/schemas/Fault" } },
        required: ["error"],
      },
      Forbidden: {
        type: "object",
        properties: { forbidden: { $ref: "#/components/schemas/Fault" } },
      },
      ItemNotFound: {
        type: "object",
        properties: { itemNotFound: { $ref: "#/components/schemas/Fault" } },
        required: ["itemNotFound"],
      },
      Conflict: {
        type: "object",
        properties: { conflictingRequest: { $ref: "#/components/schemas/Fault" } },
      },
    },
  },
  "x-restanza": {
    service: "compute",
    microversions: {
      latest: true,
      minimum: "2.1",
      maximum: "2.104",
      headers: [
        { name: "OpenStack-API-Version", value: "compute {version}" },
        { name: "X-OpenStack-Nova-API-Version", value: "{version}" },
      ],
    },
    faults: { "401": "Unauthorized", "403": "Forbidden", "404": "ItemNotFound", "409": "Conflict" },
    sources: { "images.inc": "5f0c91d2aa01bb02" },
  },
};
