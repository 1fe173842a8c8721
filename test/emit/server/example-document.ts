import type {
  OpenApiDocument,
  OperationObject,
  ParameterObject,
  ResponseObject,
  SchemaObject,
} from "../../../generator/openapi/document.js";

const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: SchemaObject) => ({ "application/json": { schema } });
const answer = (name: string): ResponseObject => ({ description: name, content: json(ref(name)) });
const empty: ResponseObject = { description: "Nothing" };
const path = (name: string, schema: SchemaObject = { type: "string" }): ParameterObject => ({
  name,
  in: "path",
  required: true,
  schema,
});
const query = (name: string, schema: SchemaObject): ParameterObject => ({
  name,
  in: "query",
  schema,
});
const fault = (name: string): SchemaObject => ({
  type: "object",
  properties: {
    [name]: {
      type: "object",
      properties: { code: { type: "integer" }, message: { type: "string" } },
      required: ["code", "message"],
    },
  },
  required: [name],
});
const closed = (properties: Readonly<Record<string, SchemaObject>>, ...optional: string[]) => ({
  type: "object" as const,
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const words: SchemaObject = { type: "object", additionalProperties: { type: "string" } };

const faults = {
  400: answer("BadRequest"),
  401: answer("Unauthorized"),
  403: answer("Forbidden"),
};
const listQuery = [
  query("changes-since", { type: "string", format: "date-time" }),
  query("limit", { type: "integer", minimum: 0 }),
  query("marker", { type: "string", format: "uuid" }),
  query("name", { type: "string" }),
  query("deleted", { type: "boolean" }),
  query("tags", { type: "array", items: { type: "string" } }),
];
const until35 = { "x-openstack": { "max-ver": "2.35" } };
const until38 = { "x-openstack": { "max-ver": "2.38" } };
const images = { tags: ["Images"] };
const more = { tags: ["runtime"] };

const createImage: OperationObject = {
  operationId: "createImage",
  summary: "Create Image (createImage Action)",
  tags: ["Server actions"],
  parameters: [path("server_id")],
  requestBody: { required: true, content: json(ref("CreateImageRequest")) },
  responses: {
    202: {
      description: "Accepted",
      headers: {
        Location: { required: true, schema: { type: "string" } },
        // Nobody but the server itself can say these.
        Date: { required: true, schema: { type: "string" } },
        "X-OpenStack-Nova-API-Version": { required: true, schema: { type: "string" } },
        "X-Job": { schema: { type: "string" } },
      },
      content: json({ ...ref("CreateImageResponse"), "x-openstack": { "min-ver": "2.45" } }),
    },
    ...faults,
    404: answer("ItemNotFound"),
    409: answer("Conflict"),
  },
};

/** A service with one of everything: nothing of it comes from real docs. */
export const exampleDocument: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Compute API", version: "2.1" },
  tags: [
    { name: "Images", description: "Images, as Compute passes them on." },
    { name: "Server actions", description: "What can be done to a server." },
    // A chapter that is called like a module of ours.
    { name: "runtime" },
  ],
  "x-restanza": {
    service: "compute",
    microversions: {
      minimum: "2.1",
      maximum: "2.96",
      headers: [
        { name: "OpenStack-API-Version", value: "compute {version}" },
        { name: "X-OpenStack-Nova-API-Version", value: "{version}" },
      ],
      latest: true,
    },
    faults: {
      400: "BadRequest",
      401: "Unauthorized",
      403: "Forbidden",
      404: "ItemNotFound",
      409: "Conflict",
    },
    sources: { "images.inc": "00112233445566aa" },
  },
  paths: {
    "/images": {
      get: {
        ...images,
        ...until35,
        operationId: "listImages",
        summary: "List Images",
        description: "Lists images by id and name.",
        parameters: listQuery,
        responses: { 200: answer("ImageList"), ...faults },
        "x-restanza": { source: { file: "images.inc", title: "List Images" } },
      },
    },
    "/images/detail": {
      get: {
        ...images,
        ...until35,
        operationId: "listImagesWithDetails",
        summary: "List Images With Details",
        parameters: listQuery,
        responses: { 200: answer("ImageDetailList"), ...faults },
      },
    },
    "/images/{image_id}": {
      get: {
        ...images,
        ...until35,
        operationId: "showImage",
        summary: "Show Image",
        parameters: [path("image_id", { type: "string", format: "uuid" })],
        responses: { 200: answer("ImageBody"), ...faults, 404: answer("ItemNotFound") },
      },
      delete: {
        ...images,
        ...until35,
        operationId: "deleteImage",
        summary: "Delete Image",
        deprecated: true,
        parameters: [path("image_id")],
        responses: { 204: empty, ...faults, 404: answer("ItemNotFound") },
      },
    },
    "/images/{id}/metadata": {
      post: {
        ...images,
        ...until38,
        operationId: "createImageMetadata",
        summary: "Create Image Metadata",
        parameters: [path("id")],
        requestBody: { required: true, content: json(ref("MetadataBody")) },
        responses: { 200: answer("MetadataBody"), ...faults, 404: answer("ItemNotFound") },
      },
    },
    "/servers/{server_id}/action": {
      post: {
        operationId: "postServerAction",
        tags: ["Server actions"],
        parameters: [path("server_id")],
        responses: { 202: empty },
        "x-restanza": {
          operations: [
            documented(createImage, { "action-name": "createImage" }),
            documented(
              {
                ...createImage,
                operationId: "lock",
                summary: "Lock",
                requestBody: { required: true, content: json(ref("LockBody")) },
                responses: { 202: empty, 404: answer("ItemNotFound") },
              },
              { "action-name": "lock", "min-ver": "2.73" },
            ),
          ],
        },
      },
    },
    "/files/{name}.{format}": {
      get: {
        ...more,
        operationId: "download",
        summary: "Download",
        parameters: [path("name"), path("format")],
        responses: {
          200: {
            description: "Bytes",
            content: { "application/octet-stream": { schema: { type: "string" } } },
          },
          404: answer("ItemNotFound"),
        },
      },
      head: {
        ...more,
        operationId: "checkFile",
        summary: "Check File",
        parameters: [path("name"), path("format")],
        responses: { 200: empty, 404: empty },
      },
      put: {
        ...more,
        operationId: "upload",
        summary: "Upload",
        parameters: [
          path("name"),
          path("format"),
          {
            name: "X-Object-Meta",
            in: "header",
            required: true,
            schema: { type: "string", minLength: 2 },
          },
          { name: "X-Auth-Token", in: "header", required: true, schema: { type: "string" } },
        ],
        requestBody: {
          required: true,
          content: { "application/octet-stream": { schema: { type: "string" } } },
        },
        responses: { 201: empty },
      },
      "x-restanza-operations": {
        COPY: {
          ...more,
          operationId: "copyFile",
          summary: "Copy File",
          parameters: [path("name"), path("format")],
          responses: { 201: empty },
        },
      },
    },
    "/things/": {
      get: {
        ...more,
        operationId: "listThings",
        summary: "List Things",
        responses: { 200: empty },
      },
      post: {
        ...more,
        operationId: "postThing",
        summary: "Post Thing",
        requestBody: { content: json(ref("Thing")) },
        responses: { default: answer("Thing") },
      },
      put: {
        ...more,
        operationId: "putThings",
        summary: "Put Things",
        responses: { "2XX": answer("Thing"), "4XX": answer("BadRequest") },
      },
      patch: {
        ...more,
        operationId: "patchThings",
        summary: "Patch Things",
        responses: {
          204: empty,
          "2XX": { description: "", content: { "text/plain": { schema: { type: "string" } } } },
          409: answer("Conflict"),
          "4XX": answer("BadRequest"),
        },
      },
    },
    "/a:b/{tenant-id}/*": {
      get: {
        ...more,
        operationId: "oddPath",
        summary: "Odd Path",
        parameters: [path("tenant-id", { type: "integer" })],
        responses: { 200: answer("Thing") },
      },
    },
  },
  components: {
    schemas: {
      BadRequest: fault("badRequest"),
      Unauthorized: closed({
        error: closed({
          code: { type: "integer" },
          message: { type: "string" },
          title: { type: "string" },
        }),
      }),
      Forbidden: fault("forbidden"),
      ItemNotFound: fault("itemNotFound"),
      Conflict: fault("conflictingRequest"),
      Link: closed({ href: { type: "string" }, rel: { type: "string" } }),
      ImageSummary: closed({
        id: { type: "string", format: "uuid" },
        name: { type: "string" },
        links: { type: "array", items: ref("Link") },
      }),
      Image: closed(
        {
          id: { type: "string" },
          name: { type: "string" },
          links: { type: "array", items: ref("Link") },
          metadata: words,
          "OS-EXT-IMG-SIZE:size": { type: "integer" },
          status: { type: "string", enum: ["ACTIVE", "SAVING"] },
          server: ref("Link"),
        },
        "server",
      ),
      ImageList: closed({ images: { type: "array", items: ref("ImageSummary") } }),
      ImageDetailList: closed({ images: { type: "array", items: ref("Image") } }),
      ImageBody: closed({ image: ref("Image") }),
      MetadataBody: closed({
        metadata: { type: "object", additionalProperties: { type: "string", maxLength: 5 } },
      }),
      // Called as the request of the operation would be.
      CreateImageRequest: closed({
        createImage: {
          ...closed({ name: { type: "string", minLength: 1 }, metadata: words }, "metadata"),
          additionalProperties: false,
        },
      }),
      LockBody: closed({ lock: { type: ["object", "null"] } }),
      CreateImageResponse: closed({ image_id: { type: "string" } }),
      // Called like a type of the runtime.
      Reply: closed({ kind: { type: "string", enum: ["a", "b"] } }),
      Thing: closed(
        { reply: ref("Reply"), thing: ref("Thing"), list: { type: "array", uniqueItems: true } },
        "reply",
        "thing",
        "list",
      ),
    },
  },
};

function documented(operation: OperationObject, extension: OperationObject["x-openstack"]) {
  const { operationId, summary = "", requestBody, responses, parameters = [] } = operation;
  return {
    operationId,
    summary,
    tag: "Server actions",
    source: { file: "servers-actions.inc", title: summary },
    ...(extension && { "x-openstack": extension }),
    parameters: parameters.flatMap((each) => ("in" in each ? [`${each.in}:${each.name}`] : [])),
    ...(requestBody && { requestBody }),
    responses,
  };
}
