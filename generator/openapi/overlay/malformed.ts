import { methods } from "../document.js";
import { isRecord } from "../references.js";

/** The place of the first value that does not have its kind, or nothing. */
type Check = (value: unknown, place: string) => string | undefined;

/**
 * Where a document does not have the kinds of values that OpenAPI 3.1 gives its members, as far as
 * stages behind it rely on them: a JSON path of the first one. Whether the document is valid in
 * every respect is for validators to say.
 */
export function malformed(document: unknown): string | undefined {
  return openApi(document, "$");
}

const isText: Check = (value, place) => (typeof value === "string" ? undefined : place);
const isTruth: Check = (value, place) => (typeof value === "boolean" ? undefined : place);

const either =
  (first: Check, second: Check): Check =>
  (value, place) =>
    first(value, place) === undefined ? undefined : second(value, place);

const listOf =
  (item: Check): Check =>
  (value, place) => {
    if (!Array.isArray(value)) return place;
    for (const [index, each] of value.entries()) {
      const wrong = item(each, `${place}[${index}]`);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

/** An object whose known members are checked; `others` is for all that are not known. */
const object =
  (members: Readonly<Record<string, Check>>, required: readonly string[], others?: Check): Check =>
  (value, place) => {
    if (!isRecord(value)) return place;
    for (const [name, member] of Object.entries(value)) {
      const check = Object.hasOwn(members, name) ? members[name] : others;
      const wrong = check?.(member, `${place}['${name}']`);
      if (wrong !== undefined) return wrong;
    }
    return required.every((name) => Object.hasOwn(value, name)) ? undefined : place;
  };

const mapOf = (item: Check): Check => object({}, [], item);
/** Checked only when it is called: schemas hold schemas. */
const later =
  (check: () => Check): Check =>
  (value, place) =>
    check()(value, place);

const bounds = object({ "min-ver": isText, "max-ver": isText, "action-name": isText }, []);
const schemaOrTruth = later(() => either(isTruth, schema));
const schemas = mapOf(schemaOrTruth);
const schemaList = listOf(schemaOrTruth);
const texts = listOf(isText);

const schema: Check = object(
  {
    $ref: isText,
    title: isText,
    description: isText,
    format: isText,
    pattern: isText,
    deprecated: isTruth,
    type: either(isText, texts),
    enum: listOf(() => undefined),
    required: texts,
    properties: schemas,
    patternProperties: schemas,
    additionalProperties: schemaOrTruth,
    propertyNames: schemaOrTruth,
    items: schemaOrTruth,
    prefixItems: schemaList,
    allOf: schemaList,
    anyOf: schemaList,
    oneOf: schemaList,
    examples: listOf(() => undefined),
    "x-openstack": bounds,
    "x-restanza": object(
      {
        values: texts,
        required: isTruth,
        undocumented: isTruth,
        borrowed: isTruth,
        resource: isText,
      },
      [],
    ),
  },
  [],
);

const content = mapOf(object({ schema: schemaOrTruth, examples: mapOf(object({}, [])) }, []));
const described = {
  $ref: isText,
  description: isText,
  required: isTruth,
  content,
  schema: schemaOrTruth,
  "x-openstack": bounds,
  "x-restanza": object({}, []),
};
const parameter = either(
  object({ $ref: isText }, ["$ref"]),
  object({ ...described, name: isText, in: isText, explode: isTruth }, ["name", "in"]),
);
const response = object({ ...described, headers: mapOf(object(described, [])) }, []);
const responses = mapOf(response);

const shared = {
  operationId: isText,
  summary: isText,
  description: isText,
  deprecated: isTruth,
  requestBody: object(described, []),
  responses,
  "x-openstack": bounds,
};
const source = object({ file: isText, title: isText }, ["file", "title"]);
const documented = object(
  { ...shared, tag: isText, parameters: texts, source, fields: isText, asked: texts },
  ["operationId", "summary", "tag", "parameters", "responses", "source"],
);
const operation = object(
  {
    ...shared,
    tags: texts,
    parameters: listOf(parameter),
    "x-restanza": object(
      { source, fields: isText, asked: texts, operations: listOf(documented) },
      [],
    ),
  },
  ["responses"],
);

const item = object(
  {
    ...Object.fromEntries(methods.map((method) => [method, operation])),
    parameters: listOf(parameter),
    "x-restanza-operations": mapOf(operation),
  },
  [],
);

const openApi = object(
  {
    openapi: isText,
    info: object({ title: isText, version: isText, description: isText }, ["title", "version"]),
    servers: listOf(object({ url: isText, description: isText }, ["url"])),
    tags: listOf(
      object({ name: isText, description: isText, "x-restanza": object({}, []) }, ["name"]),
    ),
    paths: mapOf(item),
    webhooks: mapOf(item),
    components: object(
      {
        schemas,
        parameters: mapOf(parameter),
        responses,
        securitySchemes: mapOf(object({}, [])),
      },
      [],
      mapOf(object({}, [])),
    ),
    "x-restanza": object(
      {
        service: isText,
        aliases: listOf(isText),
        faults: mapOf(isText),
        sources: mapOf(isText),
        projected: isText,
        part: object({ include: listOf(isText), exclude: listOf(isText) }, []),
        conventions: object({}, []),
        microversions: object(
          {
            minimum: isText,
            maximum: isText,
            headers: listOf(object({ name: isText, value: isText }, ["name", "value"])),
          },
          ["minimum", "maximum", "headers"],
        ),
      },
      ["service"],
    ),
  },
  ["openapi", "info", "paths"],
);
