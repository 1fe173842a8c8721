import type { ImpliedStatus, InferredOperation, Status } from "../../infer/model.js";
import type {
  MediaTypeObject,
  OperationObject,
  ParameterObject,
  RequestBodyObject,
  ResponseObject,
  SchemaObject,
} from "../document.js";
import { schemaReference } from "../references.js";
import { askedIn } from "./asked.js";
import { statusPhrase } from "./status-phrases.js";
import { hasContent, mediaTypeOf } from "./media-types.js";
import type { Faults } from "./write-faults.js";
import { writeHeaders, writeParameters } from "./write-parameters.js";
import { examplesOf, fileName, textContent } from "./examples.js";
import { openStackBounds } from "./write-schema.js";

/** The schemas of an operation's bodies, references or inline. */
export interface BodySchemas {
  readonly request: SchemaObject | undefined;
  readonly response: SchemaObject | undefined;
}

/** One documented operation, as if nothing shared its method and path. */
export function writeOperation(
  inferred: InferredOperation,
  names: ReadonlyMap<string, string>,
  bodies: BodySchemas,
  faults: Faults,
): OperationObject {
  const { operation, chapter, operationId, bounds, fields } = inferred;
  const description = operation.description.markdown;
  const parameters = writeParameters(inferred, names);
  const requestBody = writeRequestBody(inferred, bodies.request);
  const openstack = openStackBounds(bounds);
  const asked = askedIn(inferred);
  return {
    operationId,
    summary: operation.title.value,
    ...(description !== "" && { description }),
    tags: [chapter.name],
    ...((operation.deprecated || chapter.deprecated || inferred.older !== undefined) && {
      deprecated: true,
    }),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody !== undefined && { requestBody }),
    responses: writeResponses(inferred, bodies.response, faults),
    ...(openstack !== undefined && { "x-openstack": openstack }),
    "x-restanza": {
      source: { file: fileName(operation.source), title: operation.title.value },
      ...(fields !== undefined && { fields }),
      ...(asked.length > 0 && { asked }),
    },
  };
}

/** Content of which the docs say no more than that it is there. */
const bytes: MediaTypeObject = { schema: { type: "string", format: "binary" } };
const anyType = "application/octet-stream";

function writeRequestBody(
  inferred: InferredOperation,
  schema: SchemaObject | undefined,
): RequestBodyObject | undefined {
  const { operation } = inferred;
  const mediaType = mediaTypeOf(operation, "request");
  const text = inferred.texts.request;
  if (text?.ofRows === false) return { required: true, content: textContent(text, mediaType) };
  if (schema === undefined) {
    if (inferred.action !== undefined) return actionBody(inferred.action);
    if (!/^(?:POST|PUT|PATCH)$/.test(operation.method.value)) return undefined;
    if (mediaType === undefined)
      return hasContent(operation, "request")
        ? { required: false, content: { [anyType]: bytes } }
        : undefined;
    return /json/.test(mediaType) ? undefined : { required: true, content: { [mediaType]: bytes } };
  }
  const examples = examplesOf(inferred, "request");
  return {
    // What the content of a GET means is not defined (RFC 9110, 9.3.1): nobody has to send it.
    required:
      !/^(?:GET|HEAD)$/.test(operation.method.value) &&
      (inferred.request?.sampled === true ||
        inferred.rows.requestBody.some((row) => row.entry?.required === true)),
    content: { [mediaType ?? text?.mediaType ?? "application/json"]: { schema, ...examples } },
  };
}

/** The body of an action of which only the title tells: its name, with whatever it takes. */
function actionBody(name: string): RequestBodyObject {
  const schema: SchemaObject = { type: "object", properties: { [name]: {} }, required: [name] };
  return { required: true, content: { "application/json": { schema } } };
}

/** Statuses that never have a body (RFC 9110, sections 15.2, 15.3.5, 15.3.6, 15.4.5). */
export function isBodiless(code: number): boolean {
  return code < 200 || code === 204 || code === 205 || code === 304;
}

/** Where the docs name no code for success. */
export const anySuccess = "2XX";

/** A status, and what the docs say of it: nothing, where something else implies it. */
type Answer = Pick<Status, "code"> &
  Partial<Pick<Status, "name" | "reason" | "minVersion" | "maxVersion">> &
  Pick<ImpliedStatus, "instead">;

function writeResponses(
  inferred: InferredOperation,
  schema: SchemaObject | undefined,
  faults: Faults,
): Readonly<Record<string, ResponseObject>> {
  const { operation } = inferred;
  const headers = writeHeaders(inferred);
  const withHeaders = Object.keys(headers).length > 0 && { headers };
  const contentOf = (code?: number): Pick<ResponseObject, "content"> =>
    answerContent(inferred, schema, code);
  const hasBody = operation.method.value !== "HEAD";
  const responses: Record<string, ResponseObject> = {};
  const all: readonly Answer[] = [...operation.statuses, ...inferred.implied];
  const sorted = all.toSorted((a, b) => a.code - b.code);
  for (const status of sorted) {
    const key = String(status.code);
    if (responses[key] !== undefined) continue;
    const bounds = openStackBounds({
      ...(status.minVersion !== undefined && { min: status.minVersion }),
      ...(status.maxVersion !== undefined && { max: status.maxVersion }),
    });
    const openstack = bounds !== undefined && { "x-openstack": bounds };
    responses[key] =
      status.code < 400
        ? {
            description: descriptionOf(status),
            ...withHeaders,
            ...(hasBody &&
              !isBodiless(status.code) &&
              !inferred.withoutBody.has(status) &&
              contentOf(status.code)),
            ...openstack,
          }
        : {
            description: descriptionOf(status),
            ...faultContent(faults, key, hasBody),
            ...openstack,
          };
  }
  if (!sorted.some(({ code }) => code < 400))
    responses[anySuccess] = { description: "Success", ...withHeaders, ...(hasBody && contentOf()) };
  // Not `default`, which would make a fault of a success that the docs do not name.
  for (const range of ["4XX", "5XX"])
    responses[range] = {
      description: "Any other fault.",
      ...faultContent(faults, range, hasBody),
    };
  return responses;
}

/**
 * What a success has in it: the body that is known, or bytes where a GET tells how long its content
 * is and nothing of what is in it. Other methods tell that of answers without content, too.
 */
function answerContent(
  inferred: InferredOperation,
  schema: SchemaObject | undefined,
  code: number | undefined,
): Pick<ResponseObject, "content"> {
  const { operation } = inferred;
  const mediaType = mediaTypeOf(operation, "response");
  const text = inferred.texts.response;
  if (text !== undefined) return { content: textContent(text, mediaType) };
  if (schema !== undefined) {
    const media = { schema, ...examplesOf(inferred, "response", code) };
    return { content: { [mediaType ?? "application/json"]: media } };
  }
  const isDownload =
    operation.method.value === "GET" &&
    hasContent(operation, "response") &&
    !inferred.answersNothing;
  return isDownload ? { content: { [mediaType ?? anyType]: bytes } } : {};
}

function faultContent(
  { byStatus, mediaTypes }: Faults,
  status: string,
  hasBody: boolean,
): Pick<ResponseObject, "content"> {
  const component = byStatus[status] ?? byStatus["default"];
  if (component === undefined || !hasBody) return {};
  const media = { schema: { $ref: schemaReference(component) } };
  return { content: Object.fromEntries(mediaTypes.map((type) => [type, media])) };
}

function descriptionOf(status: Answer): string {
  const { code, instead } = status;
  if (instead !== undefined)
    return `${statusPhrase(code)}. The docs name ${instead.of.code} instead (${instead.from}).`;
  const phrase = statusPhrase(code);
  const named = status.name === undefined || status.name === phrase;
  return status.reason ?? (named ? phrase : `${phrase} (${status.name})`);
}

/** Parameters by place and name, for those that operations of one path share. */
export function parameterKey(parameter: ParameterObject): string {
  return `${parameter.in}:${parameter.name}`;
}
