import type {
  DocumentedOperation,
  HeaderObject,
  MediaTypeObject,
  OpenApiDocument,
  OperationObject,
  ParameterObject,
  Reference,
  RequestBodyObject,
  ResponseObject,
  SchemaObject,
} from "../document.js";
import {
  statusRanges,
  type BodyModel,
  type Bounds,
  type MediaModel,
  type Microversions,
  type ParameterModel,
  type ResponseModel,
} from "../model.js";
import { usedMediaType } from "../media-type.js";
import { readBounds, usableBounds } from "./read-range.js";
import { readStyle } from "./read-style.js";
import { isRecord, resolved } from "../references.js";
import { intersect, isOpen } from "../versions.js";

/** What stays the same while the operations of one document are read. */
export interface ReadingContext {
  readonly document: OpenApiDocument;
  readonly microversions: Microversions | undefined;
}

/** A place in the path of a URL, in the order of the URL. */
const variables = /\{([^{}]+)\}/g;

/**
 * The parameters of an operation: its own before those of its path item (OpenAPI 3.1, Path Item
 * Object), and one for every variable of the path, documented or not. `documented` names, as
 * `in:name`, those of one documented operation among several; the path belongs to each.
 */
export function readParameters(
  context: ReadingContext,
  path: string,
  lists: readonly (readonly (ParameterObject | Reference)[] | undefined)[],
  documented?: readonly string[],
): readonly ParameterModel[] {
  const found = new Map<string, ParameterModel>();
  for (const list of lists) {
    if (!Array.isArray(list)) continue;
    for (const entry of list) {
      const parameter = resolved<ParameterObject>(context.document, entry);
      if (parameter === undefined || !isPlace(parameter.in)) continue;
      const named = documented?.includes(`${parameter.in}:${parameter.name}`) ?? true;
      const key = keyOf(parameter);
      if ((named || parameter.in === "path") && !found.has(key)) {
        found.set(key, readParameter(context, parameter));
      }
    }
  }
  const inPath = [...path.matchAll(variables)].map(([, name = ""]) => name);
  const ordered = [...new Set(inPath)].map(
    (name): ParameterModel => found.get(`path:${name}`) ?? undocumentedVariable(name),
  );
  // A path parameter that the URL does not have cannot be sent.
  return [...ordered, ...[...found.values()].filter((parameter) => parameter.in !== "path")];
}

/** Where a parameter is, and its name; names of headers have no capitals (RFC 9110, section 5.1). */
export function keyOf({ in: where, name }: Pick<ParameterObject, "in" | "name">): string {
  return `${where}:${where === "header" ? String(name).toLowerCase() : name}`;
}

function isPlace(place: unknown): place is ParameterModel["in"] {
  return place === "path" || place === "query" || place === "header" || place === "cookie";
}

function undocumentedVariable(name: string): ParameterModel {
  return {
    name,
    in: "path",
    description: undefined,
    required: true,
    deprecated: false,
    schema: { type: "string" },
    joined: false,
    style: undefined,
    bounds: {},
  };
}

function readParameter(context: ReadingContext, parameter: ParameterObject): ParameterModel {
  const extension = parameter["x-restanza"];
  const schema = schemaOf(parameter);
  const style = readStyle(context.document, parameter, schema);
  return {
    name: parameter.name,
    in: parameter.in,
    description: words(parameter.description),
    required: parameter.in === "path" || parameter.required === true,
    deprecated: parameter.deprecated === true,
    // The emitters see schemas of parameters as members: what makes one required moves there.
    schema:
      extension?.required === true
        ? { ...schema, "x-restanza": { ...schema["x-restanza"], required: true } }
        : schema,
    // OpenAPI 3.1, Parameter Object: `explode` is true for queries where it is not said.
    joined: parameter.in === "query" && parameter.explode === false && style === undefined,
    style,
    bounds: usableBounds(readBounds(parameter["x-openstack"]), context.microversions),
  };
}

/** A parameter or header has a schema, or content with one (OpenAPI 3.1, Parameter Object). */
function schemaOf(object: ParameterObject | HeaderObject): SchemaObject {
  if (isRecord(object.schema)) return object.schema;
  const content = "content" in object && isRecord(object.content) ? object.content : {};
  const [first] = Object.values(content);
  return isRecord(first) && isRecord(first["schema"]) ? first["schema"] : {};
}

/** The request body; JSON where a choice of media types has it. */
export function readBody(
  context: ReadingContext,
  body: RequestBodyObject | Reference | undefined,
): BodyModel | undefined {
  const object = resolved<RequestBodyObject>(context.document, body);
  const chosen = chooseMedia(object?.content);
  return chosen && { required: object?.required === true, ...chosen };
}

function chooseMedia(
  content: Readonly<Record<string, MediaTypeObject>> | undefined,
): Omit<BodyModel, "required"> | undefined {
  if (!isRecord(content)) return undefined;
  const names = Object.keys(content);
  const used = usedMediaType(names);
  if (used === undefined) return undefined;
  const others = names.filter((name) => name !== used).map((name) => mediaOf(content, name));
  return { ...mediaOf(content, used), ...(others.length > 0 && { others }) };
}

function mediaOf(
  content: Readonly<Record<string, MediaTypeObject>>,
  mediaType: string,
): MediaModel {
  const schema = content[mediaType]?.schema;
  if (isRecord(schema)) return { mediaType, schema };
  return { mediaType, schema: /^text\//i.test(mediaType) ? { type: "string" } : {} };
}

/** The responses, ascending, each range behind the statuses that it spans. */
export function readResponses(
  context: ReadingContext,
  responses: OperationObject["responses"] | undefined,
): readonly ResponseModel[] {
  const found = new Map<ResponseModel["status"], ResponseModel>();
  for (const [key, value] of Object.entries(isRecord(responses) ? responses : {})) {
    const status = statusOf(key);
    if (status === undefined || found.has(status)) continue;
    const response = resolved<ResponseObject>(context.document, value);
    if (response !== undefined) found.set(status, readResponse(context, status, response));
  }
  const fault = found.get("default");
  const isNamed = [...found.values()].some(({ ok, status }) => !ok && status !== "default");
  // Beside named errors the general fault is no answer that the docs speak of.
  if (fault !== undefined && isNamed && isFault(context, fault.body))
    found.set("default", { ...fault, general: true });
  if (found.size === 0) found.set("default", readResponse(context, "default", { description: "" }));
  return [...found.values()].toSorted((a, b) => rank(a.status) - rank(b.status));
}

/** The status that a key of the responses names. */
export function statusOf(key: string): ResponseModel["status"] | undefined {
  if (/^[1-5]\d\d$/.test(key)) return Number(key);
  return key === "default" ? key : statusRanges.find((range) => range === key.toUpperCase());
}

function rank(status: ResponseModel["status"]): number {
  if (typeof status === "number") return status;
  return status === "default" ? 1000 : Number(status.charAt(0)) * 100 + 99.5;
}

function readResponse(
  context: ReadingContext,
  status: ResponseModel["status"],
  response: ResponseObject,
): ResponseModel {
  const headers = Object.entries(isRecord(response.headers) ? response.headers : {});
  const body = chooseMedia(response.content);
  return {
    status,
    ok: /^[1-3]/.test(String(status)),
    ...(isGeneral(context, status, body) && { general: true }),
    description: words(response.description) ?? "",
    body,
    headers: headers.flatMap(([name, value]) => {
      const header = resolved<HeaderObject>(context.document, value);
      // OpenAPI 3.1, Response Object: "Content-Type" as a header is ignored.
      if (header === undefined || /^content-type$/i.test(name)) return [];
      const bounds = usableBounds(readBounds(header["x-openstack"]), context.microversions);
      return [
        {
          name,
          required: header.required === true,
          description: words(header.description),
          schema: schemaOf(header),
          ...(!isOpen(bounds) && { bounds }),
          ...(header["x-restanza"]?.required === true && { requiredWithin: true as const }),
        },
      ];
    }),
    bounds: usableBounds(readBounds(response["x-openstack"]), context.microversions),
  };
}

/**
 * Whether it is the general fault beside the documented answers: in a document that says what its
 * faults are, a range of errors without a body of its own.
 */
function isGeneral(
  context: ReadingContext,
  status: ResponseModel["status"],
  body: ResponseModel["body"],
): boolean {
  return (status === "4XX" || status === "5XX") && isFault(context, body);
}

/** Whether a body is the fault that the document gives for all that has none of its own. */
function isFault({ document }: ReadingContext, body: ResponseModel["body"]): boolean {
  const fault = document["x-restanza"]?.faults?.["default"];
  if (fault === undefined) return false;
  return body === undefined || body.schema.$ref === `#/components/schemas/${fault}`;
}

/** Bounds of an operation: its own within those of what encloses it. */
export function operationBounds(
  context: ReadingContext,
  ...extensions: readonly (OperationObject | DocumentedOperation | object)[]
): Bounds {
  const all = extensions.map((object) =>
    readBounds("x-openstack" in object ? object["x-openstack"] : undefined),
  );
  return usableBounds(
    all.reduce((a, b) => intersect(a, b), {}),
    context.microversions,
  );
}

/** Text that says something. */
export function words(text: unknown): string | undefined {
  return typeof text === "string" && text.trim() !== "" ? text : undefined;
}
