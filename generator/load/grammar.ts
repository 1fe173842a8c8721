import { methods } from "../openapi/document.js";

/**
 * The objects of an OpenAPI document and what their members hold, of 3.0, 3.1 and 3.2 together
 * (OpenAPI Specification 3.2, section 4): who walks a document goes by this table, so that data in
 * examples and names that people gave are never taken for words of OpenAPI.
 */
export type Kind =
  | "document"
  | "info"
  | "components"
  | "server"
  | "serverVariable"
  | "tag"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "mediaType"
  | "encoding"
  | "responses"
  | "response"
  | "header"
  | "callback"
  | "link"
  | "example"
  | "securityScheme"
  | "schema";

/** Plain values, which are kept where they have their kind; `data` is anything. */
export type Plain = "text" | "texts" | "truth" | "number" | "data" | "requirement";

/** What a member holds: one of its kind, a list or a map of them, or a plain value. */
export type Member =
  | { readonly one: Kind }
  | { readonly list: Kind }
  | { readonly map: Kind }
  | { readonly plain: Plain };

const one = (kind: Kind): Member => ({ one: kind });
const list = (kind: Kind): Member => ({ list: kind });
const map = (kind: Kind): Member => ({ map: kind });
const plain = (kind: Plain): Member => ({ plain: kind });

const text = plain("text");
const truth = plain("truth");
const data = plain("data");
const described = { summary: text, description: text };

/** The members of a Path Item Object that hold an operation; QUERY is of 3.2. */
const methodMembers = [...methods, "query"];

const valued = {
  schema: one("schema"),
  content: map("mediaType"),
  examples: map("example"),
  example: data,
  style: text,
  explode: truth,
  allowReserved: truth,
};

const parameter = {
  ...valued,
  name: text,
  in: text,
  description: text,
  required: truth,
  deprecated: truth,
  allowEmptyValue: truth,
};

/** Of every kind the members whose form is known; what is not named here is kept as it is. */
export const grammar: Readonly<Record<Kind, Readonly<Record<string, Member>>>> = {
  document: {
    openapi: text,
    $self: text,
    jsonSchemaDialect: text,
    info: one("info"),
    servers: list("server"),
    paths: map("pathItem"),
    webhooks: map("pathItem"),
    components: one("components"),
    tags: list("tag"),
    security: plain("requirement"),
  },
  info: { title: text, version: text, ...described, termsOfService: text },
  components: {
    schemas: map("schema"),
    responses: map("response"),
    parameters: map("parameter"),
    examples: map("example"),
    requestBodies: map("requestBody"),
    headers: map("header"),
    securitySchemes: map("securityScheme"),
    links: map("link"),
    callbacks: map("callback"),
    pathItems: map("pathItem"),
    mediaTypes: map("mediaType"),
  },
  server: { url: text, description: text, name: text, variables: map("serverVariable") },
  serverVariable: { default: text, description: text, enum: plain("texts") },
  tag: { name: text, ...described, parent: text, kind: text },
  pathItem: {
    ...described,
    ...Object.fromEntries(methodMembers.map((name) => [name, one("operation")])),
    additionalOperations: map("operation"),
    servers: list("server"),
    parameters: list("parameter"),
  },
  operation: {
    operationId: text,
    ...described,
    tags: plain("texts"),
    deprecated: truth,
    parameters: list("parameter"),
    requestBody: one("requestBody"),
    responses: one("responses"),
    callbacks: map("callback"),
    servers: list("server"),
    security: plain("requirement"),
  },
  parameter,
  requestBody: { description: text, required: truth, content: map("mediaType") },
  mediaType: {
    schema: one("schema"),
    itemSchema: one("schema"),
    examples: map("example"),
    example: data,
    encoding: map("encoding"),
  },
  encoding: {
    contentType: text,
    headers: map("header"),
    style: text,
    explode: truth,
    allowReserved: truth,
  },
  responses: {},
  response: { ...described, headers: map("header"), content: map("mediaType"), links: map("link") },
  header: { ...valued, description: text, required: truth, deprecated: truth },
  callback: {},
  link: { description: text },
  example: { ...described, value: data },
  securityScheme: { type: text, description: text, name: text, in: text, scheme: text },
  schema: {
    ...Object.fromEntries(
      ["not", "if", "then", "else", "items", "additionalProperties", "propertyNames", "contains"]
        .concat("unevaluatedItems", "unevaluatedProperties", "contentSchema")
        .map((name) => [name, one("schema")]),
    ),
    ...Object.fromEntries(
      ["properties", "patternProperties", "dependentSchemas", "$defs"].map((name) => [
        name,
        map("schema"),
      ]),
    ),
    ...Object.fromEntries(
      ["allOf", "anyOf", "oneOf", "prefixItems"].map((name) => [name, list("schema")]),
    ),
    title: text,
    description: text,
    deprecated: truth,
    readOnly: truth,
    writeOnly: truth,
    required: plain("texts"),
    pattern: text,
    format: text,
    default: data,
    example: data,
  },
};

/** Every member of these, but extensions, holds an object of the kind. */
export const mapKinds: Readonly<Partial<Record<Kind, Kind>>> = {
  responses: "response",
  callback: "pathItem",
};

/** Where what a reference leads to is kept, by its kind (Components Object). */
export const sections: Readonly<Partial<Record<Kind, string>>> = {
  schema: "schemas",
  response: "responses",
  parameter: "parameters",
  example: "examples",
  requestBody: "requestBodies",
  header: "headers",
  securityScheme: "securitySchemes",
  link: "links",
  callback: "callbacks",
};
