import type {
  OpenApiDocument,
  OperationObject,
  ParameterObject,
  ResponseObject,
  SchemaObject,
} from "../../openapi/document.js";

/** The documents of the records are all of one small service; its microversions are 1.1 to 1.9. */
export function service(
  paths: Readonly<Record<string, Readonly<Record<string, Partial<OperationObject>>>>>,
  maximum = "1.9",
  minimum = "1.1",
): OpenApiDocument {
  const completed = Object.entries(paths).map(([path, item]) => [
    path,
    Object.fromEntries(Object.entries(item).map(([method, one]) => [method, whole(path, one)])),
  ]);
  return {
    openapi: "3.1.1",
    info: { title: "Boxes", version: maximum },
    paths: Object.fromEntries(completed),
    "x-restanza": {
      service: "boxes",
      microversions: {
        minimum,
        maximum,
        headers: [{ name: "OpenStack-API-Version", value: "boxes {version}" }],
      },
    },
  };
}

function whole(path: string, operation: Partial<OperationObject>): Partial<OperationObject> {
  const variables = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]): ParameterObject => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const parameters = [...variables, ...(operation.parameters ?? [])];
  return {
    responses: { "200": { description: "OK" } },
    ...operation,
    ...(parameters.length > 0 && { parameters }),
  };
}

/** One operation that lists boxes, as it is given. */
export function lists(operation: Partial<OperationObject> = {}, maximum?: string): OpenApiDocument {
  return service({ "/boxes": { get: { operationId: "listBoxes", ...operation } } }, maximum);
}

/** It takes this parameter. */
export function takes(parameter: Partial<ParameterObject> & { readonly name: string }) {
  return lists({ parameters: [{ in: "query", schema: { type: "string" }, ...parameter }] });
}

/** It answers with these statuses. */
export function answersWith(...statuses: readonly string[]): OpenApiDocument {
  const description = "An answer";
  return lists({ responses: Object.fromEntries(statuses.map((one) => [one, { description }])) });
}

/** It answers with one of 200. */
export function gives(response: Partial<ResponseObject>): OpenApiDocument {
  return lists({ responses: { "200": { description: "OK", ...response } } });
}

/** One operation whose request body has this schema, with samples, if any. */
export function asks(
  schema: SchemaObject,
  { samples = [], required = true }: { samples?: readonly unknown[]; required?: boolean } = {},
): OpenApiDocument {
  const content = { "application/json": media(schema, samples) };
  return service({
    "/boxes": { post: { operationId: "createBox", requestBody: { required, content } } },
  });
}

/** One operation whose answer has this schema, with samples, if any. */
export function answers(schema: SchemaObject, samples: readonly unknown[] = []): OpenApiDocument {
  return gives({ content: { "application/json": media(schema, samples) } });
}

function media(schema: SchemaObject, samples: readonly unknown[]) {
  const examples = Object.fromEntries(samples.map((value, at) => [`sample-${at}`, { value }]));
  return { schema, ...(samples.length > 0 && { examples }) };
}

/** An object with these members; the names behind are those that it must have. */
export function box(
  properties: Readonly<Record<string, SchemaObject>>,
  ...required: readonly string[]
): SchemaObject {
  return { type: "object", properties, ...(required.length > 0 && { required }) };
}

export const text: SchemaObject = { type: "string" };
export const count: SchemaObject = { type: "integer" };
